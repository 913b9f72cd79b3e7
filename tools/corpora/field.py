"""The held-out field reports: what the rules find in them beside what a careful reviewer found. `python -m tools.corpora.field [field6 …]`."""

import json
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from shenyue.findings import Finding, Severity
from shenyue.review import Order, open_review

CORPORA = Path(__file__).resolve().parent.parent.parent / "corpora"


@dataclass(frozen=True, slots=True)
class FieldResult:
    """One report judged."""

    file: str
    clean: bool
    missed: tuple[Mapping[str, Any], ...]
    """Labels that no finding meets."""
    met: int
    alarms: tuple[Finding, ...]
    """Findings at warning or above that no label asks for."""


def judged(folder: Path) -> Iterator[FieldResult]:
    """Every labelled report, reviewed by the national pack."""
    for line in (folder / "labels.jsonl").read_text("utf-8").splitlines():
        label = json.loads(line)
        findings = open_review(folder / label["file"], Order(district="national")).findings
        yield _result(label, findings)


def _result(label: Mapping[str, Any], findings: tuple[Finding, ...]) -> FieldResult:
    faults = label["faults"]
    missed = tuple(fault for fault in faults if not any(_meets(finding, fault) for finding in findings))
    grave = (finding for finding in findings if finding.severity is not Severity.INFO)
    asked = {rule for fault in faults for rule in _rules(fault)}
    alarms = tuple(finding for finding in grave if finding.rule not in asked)
    return FieldResult(label["file"], label["clean"], missed, len(faults) - len(missed), alarms)


def _rules(fault: Mapping[str, Any]) -> tuple[str, ...]:
    rule = fault["rule"]
    return (rule,) if isinstance(rule, str) else tuple(rule)


def _meets(finding: Finding, fault: Mapping[str, Any]) -> bool:
    """Whether a finding is of a labelled rule, and its quote or one of its operands has to do with the label's."""
    if finding.rule not in _rules(fault):
        return False
    label = "".join(fault["quote"].split())
    shown = ("".join(text.split()) for text in (finding.quote, *(one.name for one in finding.operands)))
    return not label or any(not text or label in text or text in label for text in shown)


def main() -> int:
    """Print the table; 0 always: the figures are judged by people."""
    names = sys.argv[1:] or sorted(path.name for path in CORPORA.glob("field*"))
    results = [result for name in names for result in judged(CORPORA / name)]
    for result in results:
        for finding in result.alarms:
            kind = "clean" if result.clean else "faulty"
            print(f"alarm  {kind:6} {result.file}  {finding.rule} {finding.severity}: {finding.message}")
        for fault in result.missed:
            print(f"missed {result.file}  {fault['rule']} {fault['quote']!r}: {fault['note']}")
    clean = [result for result in results if result.clean]
    met, missed = sum(result.met for result in results), sum(len(result.missed) for result in results)
    alarms = [finding.severity for result in clean for finding in result.alarms]
    print(
        f"faults found {met}/{met + missed}; on {len(clean)} clean reports "
        f"{alarms.count(Severity.ERROR)} errors, {alarms.count(Severity.WARNING)} warnings"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
