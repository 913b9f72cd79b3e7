"""Reviews and memos for the tests: a shipped report, its findings answered, and what a hostile one would put in their place."""

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from shenyue.decisions import Decision, Include, Verdict
from shenyue.memo import Circumstances, Memo, memo_of
from shenyue.model import Span
from shenyue.report import Title
from shenyue.review import Order, Review, decided, open_review

ROOT = Path(__file__).resolve().parents[2]
FAULTY = ROOT / "corpora" / "reports" / "street-2023-faulty.docx"
DAY = date(2024, 1, 22)
AT = "2024-01-22T09:30:00+08:00"


@cache
def undecided(path: Path = FAULTY) -> Review:
    """A review without answers."""
    return open_review(path, Order())


def answered(verdict: Verdict = Verdict.CONFIRMED, note: str = "", path: Path = FAULTY) -> Review:
    """A review all of whose findings are answered alike."""
    review = undecided(path)
    for finding in review.findings:
        review = decided(review, finding.key, Decision(verdict, note, "王某", AT))
    return review


def memo(include: Include = Include.CONFIRMED, review: Review | None = None) -> Memo:
    """A memo; of the shipped report, all confirmed, where no review is given."""
    return memo_of(review or answered(), Circumstances(DAY, include, reviewer="王某"))


def saying(text: str) -> Memo:
    """A memo into which the report, the file's name, the reviewer and the pack put a text wherever they can."""
    review = answered(note=text)
    document = replace(review.report.document, name=text)
    identity = replace(review.report.identity, unit=text, title=Title(text, Span(0, 1)))
    report = replace(review.report, document=document, identity=identity, prior_note=text)
    findings = tuple(
        replace(
            finding, title=text, message=text, quote=text, suggestion=text, formula=text, basis=(text, text),
            place=replace(finding.place, start=None, end=None, heading=text),
            operands=tuple(replace(one, name=text, value=text) for one in finding.operands),
        )
        for finding in review.findings
    )  # fmt: skip
    pack = replace(review.pack, name=text)
    checked = replace(review.checked, findings=findings)
    hostile = replace(review, report=report, pack=pack, checked=checked, head=text)
    return memo_of(hostile, Circumstances(DAY, Include.ALL, reviewer=text, conclusion=text))
