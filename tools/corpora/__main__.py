"""`make corpora`: how well the national pack tells clean reports from faulty ones; exit 1 where a target is missed."""

import argparse
import difflib
import sys
from pathlib import Path
from time import perf_counter

from tools.corpora.printing import details, finding_lines, summary, verdict
from tools.corpora.tally import tally
from tools.corpora.trials import pack, run, trials
from tools.corpora.wordings import ROOT

FINDINGS = ROOT / "out" / "corpora-findings.txt"
EXPECTED = ROOT / "corpora" / "expected" / "findings-summary.txt"


def main() -> int:
    """Measure, print, compare with what was committed last."""
    wanted = _arguments()
    began = perf_counter()
    tried = list(run(trials(wanted.clean, wanted.faulty, wanted.seed)))
    measure = tally(tried, pack())
    figures = summary(measure, wanted.seed)
    print(figures)
    print(details(measure))
    _note_findings(finding_lines(tried))
    _compare(figures, accept=wanted.accept)
    print(f"\n{verdict(measure)}\n{perf_counter() - began:.0f} s")
    return 1 if measure.failures() else 0


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="make corpora", description=__doc__)
    parser.add_argument("--clean", type=int, default=500, help="how many clean reports")
    parser.add_argument("--faulty", type=int, default=2000, help="how many faulty ones")
    parser.add_argument("--seed", default="1")
    parser.add_argument("--accept", action="store_true", help=f"write {EXPECTED.relative_to(ROOT)}")
    return parser.parse_args()


def _note_findings(lines: list[str]) -> None:
    """Write one line a finding, and say what came and went since the last run."""
    before = FINDINGS.read_text(encoding="utf-8").splitlines() if FINDINGS.is_file() else []
    FINDINGS.parent.mkdir(exist_ok=True)
    FINDINGS.write_text("\n".join([*lines, ""]), encoding="utf-8")
    gained, lost = sorted(set(lines) - set(before)), sorted(set(before) - set(lines))
    print(f"\n{_name(FINDINGS)}: {len(lines)} lines", end="")
    print(f", since the last run +{len(gained)} -{len(lost)}" if before else "")
    for mark, changed in (("+", gained), ("-", lost)):
        for line in changed[:10] if before else []:
            print(f"  {mark} {line}")


def _compare(figures: str, *, accept: bool) -> None:
    """Print how the figures differ from those committed; accepting them, write them."""
    before = EXPECTED.read_text(encoding="utf-8") if EXPECTED.is_file() else ""
    differences = list(
        difflib.unified_diff(before.splitlines(), figures.splitlines(), "committed", "now", "", "", 0)
    )
    if differences:
        print(f"\nagainst {_name(EXPECTED)}:", *differences, sep="\n")
    if accept:
        EXPECTED.parent.mkdir(exist_ok=True)
        EXPECTED.write_text(figures, encoding="utf-8")


def _name(path: Path) -> str:
    return str(path.relative_to(ROOT))


if __name__ == "__main__":
    sys.exit(main())
