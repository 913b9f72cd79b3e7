"""报告: the report as it reads, one widget a paragraph, the spot in question marked and scrolled to."""

from collections.abc import Iterable

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from shenyue.findings import Finding
from shenyue.model import Document, Span, Table
from shenyue.report import Report
from shenyue.tui.blocks import grid_cells
from shenyue.tui.widgets.drawn_table import DrawnTable
from shenyue.tui.widgets.prose import OPERAND, QUOTE, Mark, Prose

Marked = tuple[tuple[Span, str], ...]


class ReportView(VerticalScroll):
    """The document's blocks; marks come and go with the finding on the screen."""

    BORDER_TITLE = "报告"

    def __init__(self, report: Report) -> None:
        super().__init__(id="report")
        self._document: Document = report.document
        self._levels = _heading_levels(report)
        self._views: list[Prose | DrawnTable] = []
        self._lit: set[int] = set()

    def compose(self) -> ComposeResult:
        """One widget a block."""
        for block in self._document.blocks:
            if isinstance(block, Table):
                self._views.append(DrawnTable(grid_cells(self._document, block)))
            else:
                level = self._levels.get(block.span.start)
                self._views.append(
                    Prose(
                        self._document.quote(block.span),
                        classes=f"level-{level}" if level is not None else None,
                    )
                )
        yield from self._views

    def show_finding(self, finding: Finding | None) -> None:
        """Mark a finding's quote and operands, and bring the quote into view."""
        if finding is None:
            self.show_spans(())
            return
        marked: list[tuple[Span, str]] = [(one.span, OPERAND) for one in finding.operands if one.span]
        if finding.place.start is not None and finding.place.end is not None:
            marked.append((Span(finding.place.start, finding.place.end), QUOTE))
        self.show_spans(tuple(marked))

    def show_spans(self, marked: Marked) -> None:
        """Mark stretches of the document; the last one is brought into view."""
        touched = {at for span, _ in marked for at in self._blocks_in(span)}
        for at in self._lit - touched:
            self._mark(at, ())
        for at in touched:
            self._mark(at, marked)
        self._lit = touched
        if marked and self._views and self._views[-1].size.width:
            self.bring(marked[-1][0])
        elif marked:
            self.call_after_refresh(self.bring, marked[-1][0])

    def _blocks_in(self, span: Span) -> Iterable[int]:
        for at, block in enumerate(self._document.blocks):
            if block.span.overlaps(span) or (span.start == span.end and span in block.span):
                yield at

    def _mark(self, at: int, marked: Marked) -> None:
        view, block = self._views[at], self._document.blocks[at]
        if isinstance(view, Prose):
            view.mark(tuple(
                Mark(max(span.start - block.span.start, 0), span.end - block.span.start, style)
                for span, style in marked if span.overlaps(block.span)
            ))  # fmt: skip
        elif isinstance(block, Table):
            view.mark({
                ordinal: style
                for span, style in marked
                for ordinal, cell in enumerate(block.cells)
                if cell.span.overlaps(span) or span in cell.span
            })  # fmt: skip

    def bring(self, span: Span) -> None:
        """Scroll so that a stretch stands in the upper third."""
        at = next(iter(self._blocks_in(span)), None)
        if at is None:
            return
        view, block = self._views[at], self._document.blocks[at]
        if isinstance(view, Prose):
            line = view.line_of(span.start - block.span.start)
        elif isinstance(block, Table):
            inside = (ordinal for ordinal, cell in enumerate(block.cells) if span in cell.span)
            line = view.line_of(next(inside, 0))
        self.scroll_to(y=view.virtual_region.y + line - self.size.height // 3, animate=False)


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
