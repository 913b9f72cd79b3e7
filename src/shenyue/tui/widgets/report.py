"""报告: the report as it reads, a sign beside every finding, the spot in question marked and scrolled to."""

from bisect import bisect_right
from collections.abc import Iterator

from textual.message import Message

from shenyue.findings import Finding, Severity
from shenyue.model import Document, Span, Table
from shenyue.output.spot import spot
from shenyue.output.style import MARKS
from shenyue.report import Report
from shenyue.tui.blocks import OPERAND, QUOTE, Block, DrawnTable, Mark, Prose, Run
from shenyue.tui.cells import cells_at_fault, grid_cells
from shenyue.tui.plain import plain
from shenyue.tui.widgets.page import Page

Marked = tuple[tuple[Span, str], ...]
"""Stretches of the document with their styles."""


class ReportView(Page):
    """The document's blocks; marks come and go with the finding on the screen."""

    BORDER_TITLE = "报告"
    margin = 2

    class PointedAt(Message):
        """A stretch of the report was clicked."""

        def __init__(self, span: Span) -> None:
            super().__init__()
            self.span = span

    def __init__(self, report: Report) -> None:
        self._report = report
        self._document: Document = report.document
        self._begins = [block.span.start for block in report.document.blocks]
        super().__init__(_blocks(report), id="report")
        self._signs: dict[int, list[tuple[int, Severity]]] = {}
        """By block: where findings begin, the gravest last."""

    def sign(self, findings: tuple[Finding, ...]) -> None:
        """Set a sign beside each of them."""
        signs: dict[int, list[tuple[int, Severity]]] = {}
        order = list(Severity)
        for finding in sorted(findings, key=lambda one: -order.index(one.severity)):
            for span, style in marked(self._report, finding)[-1:] if finding.place.start is not None else ():
                for block in list(self._blocks_in(span))[:1]:
                    places = [mark.start for mark in self._marks_in(block, span, style)]
                    signs.setdefault(block, []).extend((place, finding.severity) for place in places[:1])
        self._signs = signs
        self.lay_out()

    def beside(self, block: int, line: int) -> tuple[Run, ...]:
        """The sign of the gravest finding that begins on a line."""
        here = [
            severity
            for place, severity in self._signs.get(block, ())
            if self.blocks[block].line_of(place, self.text_width) == line
        ]
        return ((f"{MARKS[here[-1]]} ", (here[-1].value,)) if here else ("  ", ()),)

    def show_finding(self, finding: Finding | None) -> None:
        """Mark a finding's quote and operands, and bring the quote into view."""
        self.show_spans(marked(self._report, finding) if finding else ())

    def show_spans(self, stretches: Marked) -> None:
        """Mark stretches of the document; the last one is brought into view."""
        marks: dict[int, tuple[Mark, ...]] = {}
        for span, style in stretches:
            for block in self._blocks_in(span):
                marks[block] = (*marks.get(block, ()), *self._marks_in(block, span, style))
        self.mark(marks)
        self.border_subtitle = plain(spot(self._report, stretches[-1][0].start)) if stretches else ""
        if stretches:
            self.bring_span(stretches[-1][0])

    def _blocks_in(self, span: Span) -> Iterator[int]:
        for block in range(max(bisect_right(self._begins, span.start) - 1, 0), len(self._begins)):
            there = self._document.blocks[block].span
            if there.start > span.end:
                return
            if there.overlaps(span) or (span.start == span.end and span in there):
                yield block

    def _marks_in(self, ordinal: int, span: Span, style: str) -> Iterator[Mark]:
        block = self._document.blocks[ordinal]
        if not isinstance(block, Table):
            yield Mark(max(span.start - block.span.start, 0), span.end - block.span.start, style)
            return
        for at, cell in enumerate(block.cells):
            there = span in cell.span and (span == cell.span or span.start < cell.span.end)
            if cell.span.overlaps(span) or there:
                yield Mark(at, at + 1, style)

    def bring_span(self, span: Span) -> None:
        """Scroll so that a stretch stands in the upper third."""
        block = next(self._blocks_in(span), None)
        if block is not None:
            self.bring(block, next((mark.start for mark in self._marks_in(block, span, "")), 0))

    def on_page_pointed(self, event: Page.Pointed) -> None:
        """Tell it in terms of the document."""
        event.stop()
        if event.place is None:
            return
        block = self._document.blocks[event.block]
        if isinstance(block, Table):
            span = block.cells[event.place].span
        else:
            span = Span(block.span.start + event.place, block.span.start + event.place + 1)
        self.post_message(self.PointedAt(span))


def marked(report: Report, finding: Finding) -> Marked:
    """The operands, then the quote, or every cell that is at fault, the first one last."""
    operands = tuple((one.span, OPERAND) for one in finding.operands if one.span)
    cells = tuple((span, QUOTE) for _, span in cells_at_fault(report, finding))
    if cells:
        return (*operands, *cells[::-1])
    if finding.place.start is None or finding.place.end is None:
        return operands
    return (*operands, (Span(finding.place.start, finding.place.end), QUOTE))


def _blocks(report: Report) -> Iterator[Block]:
    levels = _heading_levels(report)
    for block in report.document.blocks:
        if isinstance(block, Table):
            yield DrawnTable(grid_cells(report.document, block))
        else:
            level = levels.get(block.span.start)
            yield Prose(report.document.quote(block.span), "" if level is None else f"level-{level}")


def _heading_levels(report: Report) -> dict[int, int]:
    """By offset of the block: 0 for the title, 1 for a part, and so on."""
    levels = {}
    for section in report.sections:
        for heading in (section.heading, *section.headings):
            if heading is not None and not heading.run_in:
                levels[heading.span.start] = min(heading.level, 3)
    title = report.identity.title
    found = {}
    for block in report.document.blocks:
        inside = [level for start, level in levels.items() if block.span.start <= start < block.span.end]
        if inside:
            found[block.span.start] = inside[0]
        if title is not None and block.span.overlaps(title.span):
            found[block.span.start] = 0
    return found
