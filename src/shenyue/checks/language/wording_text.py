"""The wording that language rules read: `Document.text` with everything else blanked out, so that offsets stay what they are."""

from bisect import bisect_right
from collections.abc import Iterator
from itertools import islice
from typing import Literal, NamedTuple

from shenyue.checks.once import once
from shenyue.checks.prose import headings_of
from shenyue.model import Document, Paragraph, Span
from shenyue.patterns import compiled
from shenyue.report import Report

Scope = Literal["prose", "text", "all"]
"""prose: paragraphs outside tables, without any heading; text: with the headings below the six parts; all: the whole document.

The report's own title and the headings of the six parts have rules of their own and are only in `all`.
"""
_SIGNED = compiled(
    r"\d{4}年\d{1,2}月|[〇零一二三四五六七八九]{4}年|(?:电话|地址|邮编|邮箱|网址|联系\p{Han}{1,2})[:：]|(?:政府|街道|办事处|[局委办厅部院镇乡])\Z"
)
_SIGNED_LINES = 4
"""How many of the last paragraphs may be signature, date, contact."""


class WordingText(NamedTuple):
    """What is read, on the ruler of the document."""

    text: str
    """As long as `Document.text`; what is not read, labels included, is line ends."""
    paragraphs: tuple[Span, ...]
    """What of each paragraph is read, in order."""

    def paragraph_at(self, offset: int) -> int:
        """The index of the paragraph that holds an offset."""
        return bisect_right(self.paragraphs, offset, key=lambda span: span.start) - 1

    def read(self) -> Iterator[tuple[Span, str]]:
        """Each paragraph with its characters."""
        return ((span, self.text[span.start : span.end]) for span in self.paragraphs)


@once
def wording_text(report: Report, scope: Scope = "text", parts: tuple[int, ...] = ()) -> WordingText:
    """What a rule reads; `parts`: only these (0 for what stands before the first), all where empty."""
    whole = report.document.text
    if scope == "all":
        spans = [block.span for block in report.document.blocks]
    else:
        spans = list(_paragraphs(report, headings=scope == "text"))
    if parts:
        spans = [span for span in spans if (report.section_at(span.start).part or 0) in parts]
    pieces: list[str] = []
    at = 0
    for span in spans:
        pieces.append("\n" * (span.start - at) + whole[span.start : span.end])
        at = span.end
    return WordingText("".join(pieces) + "\n" * (len(whole) - at), tuple(spans))


def _paragraphs(report: Report, *, headings: bool) -> Iterator[Span]:
    blanked = sorted(_blanked(report, headings=headings))
    starts = [start for start, _ in blanked]
    for paragraph in report.document.paragraphs():
        start, end = _unlabelled(report, paragraph), paragraph.span.end
        at = bisect_right(starts, end - 1) - 1
        if at >= 0 and blanked[at][1] > paragraph.span.start:
            start = max(start, blanked[at][1])
        if start < end and report.document.text[start:end].strip():
            yield Span(start, end)


def _blanked(report: Report, *, headings: bool) -> Iterator[tuple[int, int]]:
    if report.identity.title is not None:
        yield report.identity.title.span.start, report.identity.title.span.end
    for section in report.sections:
        own = (section.heading,) if section.part and section.heading else ()
        for heading in own if headings else headings_of(section):
            yield heading.span.start, heading.span.end


def _unlabelled(report: Report, paragraph: Paragraph) -> int:
    start = paragraph.span.start
    if paragraph.label is None:
        return start
    found = report.document.text.find(paragraph.label.text, start, paragraph.span.end)
    return start if found < 0 else found + len(paragraph.label.text)


def is_signature(report: Report, span: Span) -> bool:
    """Whether a paragraph is one of the last lines: the unit's name, a date, a contact."""
    text = report.document.quote(span).strip()
    if any(mark in text for mark in "，；。"):
        return False
    own = bool(report.unit) and (text in report.unit or report.unit in text)
    last = islice(_from_the_end(report.document), _SIGNED_LINES)
    return (own or bool(_SIGNED.search(text))) and any(span.overlaps(one) for one in last)


def _from_the_end(document: Document) -> Iterator[Span]:
    """The paragraphs that are not blank, the last first."""
    for block in reversed(document.blocks):
        if isinstance(block, Paragraph) and document.quote(block.span).strip():
            yield block.span
