"""Reports run through the program: composed, written, loaded, recognised, checked; and what was found in each."""

import os
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from shenyue.engine import check
from shenyue.findings import Finding, Severity
from shenyue.loaders import LOADERS, load
from shenyue.model import Document
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.rules import RulePack, read_pack
from shenyue.samples import lay_out
from tools.corpora.drafts import Draft
from tools.corpora.innocents import clean_report
from tools.corpora.judging import is_planted
from tools.corpora.pages import page_of
from tools.corpora.planting import Planted, faults, plant
from tools.corpora.priors import prior_of
from tools.corpora.writers import WRITERS

_FILES = 4
"""One report in so many goes through a real file."""
_PRIORS = 6
"""One clean report in so many has last year's beside it."""
_CHUNK = 16


@dataclass(frozen=True, slots=True)
class Trial:
    """One report to try."""

    number: int
    fault: int | None
    """Number of the fault; None for a clean report."""
    seed: str
    ending: str
    """Of the file that it goes through; empty where it goes straight into a document."""

    @property
    def name(self) -> str:
        """Stable over runs: c0007.docx, f0012-N211."""
        rule = "" if self.fault is None else f"-{faults()[self.fault]['rule']}"
        ending = f".{self.ending}" if self.ending else ""
        return f"{'c' if self.fault is None else 'f'}{self.number:04}{rule}{ending}"


@dataclass(frozen=True, slots=True)
class Seen:
    """A finding and what it is to the trial."""

    what: str
    """planted, due (comes with the fault), surplus, alarm (in a clean report)."""
    rule: str
    severity: str
    key: str
    quote: str
    message: str


@dataclass(frozen=True, slots=True)
class Tried:
    """What came of a trial."""

    name: str
    fault: int | None
    rule: str
    """The planted rule; empty where the report is clean."""
    expected: str
    """The severity expected where it is not the rule's own."""
    found: bool
    seen: tuple[Seen, ...]


def trials(clean: int, faulty: int, seed: str) -> list[Trial]:
    """Clean reports, and faulty ones with every fault in turn."""
    endings = [ending for ending in WRITERS if ending.rpartition(".")[2] in LOADERS]
    found = [Trial(number, None, f"{seed}/clean", _ending(number, endings)) for number in range(clean)]
    for number in range(faulty):
        turn, fault = divmod(number, len(faults()))
        found.append(Trial(number, fault, f"{seed}/faulty{turn}", _ending(number + turn, endings)))
    return found


def _ending(number: int, endings: Sequence[str]) -> str:
    return "" if number % _FILES else endings[number // _FILES % len(endings)]


def run(work: Sequence[Trial]) -> Iterator[Tried]:
    """All trials, in order, over the processors that there are."""
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        yield from pool.map(tried, work, chunksize=_CHUNK)


def tried(trial: Trial) -> Tried:
    """One trial."""
    if trial.fault is None:
        draft = clean_report(trial.number, trial.seed)
        if trial.number % _PRIORS == 0 and draft.year > 2020:  # noqa: PLR2004 - the first year whose last year has a form of ours
            draft = replace(draft, prior=prior_of(draft))
        findings = check(report_of(draft, trial.ending), pack()).findings
        seen = tuple(
            _seen(finding, "due" if finding.rule in draft.allowed else "alarm") for finding in findings
        )
        return Tried(trial.name, None, "", "", found=False, seen=seen)
    planted = plant(trial.fault, trial.seed)
    report = report_of(planted.draft, trial.ending)
    findings = check(report, pack()).findings
    seen = tuple(_seen(finding, _what(finding, planted, report)) for finding in findings)
    found = any(each.what == "planted" for each in seen)
    return Tried(trial.name, trial.fault, planted.rule, planted.severity, found, seen)


def _what(finding: Finding, planted: Planted, report: Report) -> str:
    if is_planted(finding, planted, report):
        return "planted"
    if finding.severity is Severity.INFO or finding.rule in planted.also or finding.rule in planted.rules:
        return "due"
    return "surplus"


def _seen(finding: Finding, what: str) -> Seen:
    return Seen(what, finding.rule, finding.severity.value, finding.key, finding.quote, finding.message)


@cache
def pack() -> RulePack:
    """The national pack, read once a process."""
    return read_pack("national")


def report_of(draft: Draft, ending: str) -> Report:
    """The draft as the program recognises it, through a real file where an ending is given."""
    document = through_file(draft, ending) if ending else lay_out(draft.sample(), draft.form)
    prior = report_of(draft.prior, "") if draft.prior else None
    return recognise(document, pack().forms, prior=prior, lexicon=pack().lexicon)


def through_file(draft: Draft, ending: str) -> Document:
    """The draft written and loaded again."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / f"report.{ending}"
        path.write_bytes(WRITERS[ending](page_of(draft)))
        return load(path)
