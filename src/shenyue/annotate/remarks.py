"""What is said at a spot of the report, and who says it."""

from collections.abc import Iterator
from dataclasses import dataclass

from shenyue.decisions import Decision, Include, Verdict
from shenyue.findings import Finding, Severity
from shenyue.model import Span
from shenyue.output.literal import visible
from shenyue.output.spot import place_text
from shenyue.output.style import NAMES
from shenyue.review import Review

_LONGEST = 600
"""Characters of one paragraph of a comment, which stands in a margin."""
_QUOTED = 40


@dataclass(frozen=True, slots=True)
class Remark:
    """One comment."""

    span: Span | None
    """The characters it is about; None where something is missing."""
    lines: tuple[str, ...]
    """Its paragraphs, the first its heading."""
    severity: Severity = Severity.INFO
    where: str = ""
    """The place and the quote in words, told where the characters cannot be marked."""


@dataclass(frozen=True, slots=True)
class Signature:
    """Who comments, and when."""

    author: str
    at: str
    """Local time to the second, ISO 8601 without time zone, which is how Word keeps it: 2024-03-05T09:30:00."""

    @property
    def initials(self) -> str:
        """As Word shows them beside a comment: a Chinese name whole, of any other the first letters."""
        if self.author.isascii():
            return "".join(word[0] for word in self.author.split()).upper()[:3]
        return self.author[:3]


def remarks_of(review: Review, include: Include) -> tuple[Remark, ...]:
    """The findings to be told to the unit, in the order of the text: `all`, `confirmed` or `open` (not answered, or to be verified).

    What the reviewer rejected is never told.
    """
    chosen = (finding for finding in review.findings if include.takes(review.decisions.get(finding.key)))
    return tuple(_remark(review, finding) for finding in chosen)


def _remark(review: Review, finding: Finding) -> Remark:
    place, decision = finding.place, review.decisions.get(finding.key)
    spanned = place.start is not None and place.end is not None
    span = Span(place.start or 0, place.end or 0) if spanned else None
    where = f"位置：{place_text(review.report, finding)}" + (
        f"，“{_line(finding.quote)[:_QUOTED]}”" if finding.quote else ""
    )
    return Remark(span, tuple(_lines(finding, decision)), finding.severity, where if span else "")


def _lines(finding: Finding, decision: Decision | None) -> Iterator[str]:
    yield f"【{NAMES[finding.severity]}】{finding.rule} {_line(finding.title)}"
    yield _line(finding.message)
    if finding.formula:
        yield f"核算：{_line(finding.formula)}"
    if finding.suggestion:
        yield f"建议：{_line(finding.suggestion)}"
    if decision and decision.verdict is Verdict.TO_VERIFY:
        yield f"审阅意见：{decision.verdict.chinese}。{_line(decision.note)}"
    elif decision and decision.note:
        yield f"审阅意见：{_line(decision.note)}"


def _line(text: str) -> str:
    """One line, in which nothing hides."""
    line = visible(" ".join(text.split()))
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST]}……"
