"""Walking a part's blocks and laying them down: paragraphs with their numbers, tables, text boxes after the paragraph that anchors them."""

from dataclasses import dataclass, field

from shenyue.loaders.docx.counting import AutoNumber, Counting
from shenyue.loaders.docx.drawings import chosen
from shenyue.loaders.docx.gathering import Gatherer
from shenyue.loaders.docx.names import ALTERNATE, PARAGRAPH, REMOVED, TABLE, TRANSPARENT, Element, W
from shenyue.loaders.docx.nodes import text_nodes
from shenyue.loaders.docx.properties import ParagraphProperties, read_properties
from shenyue.loaders.docx.prose import Gap, Note, Omitted, Prose
from shenyue.loaders.docx.sinks import Inside, Sink
from shenyue.loaders.docx.styles import Style, Styles
from shenyue.loaders.docx.tables import Grid, is_layout, read_grid
from shenyue.loaders.laying import Laying
from shenyue.model import Cell, Span, Table

_SILENT = frozenset(f"{W}{name}" for name in ("tcPr", "sectPr", "sdtPr", "pPr"))
_ALT_CHUNK = f"{W}altChunk"


@dataclass(slots=True)
class Reading:
    """What the walk through all parts of one document shares."""

    laying: Laying
    styles: Styles
    counting: Counting
    omitted: Omitted = field(default_factory=Omitted)
    notes: list[Note] = field(default_factory=list)
    """Footnotes and endnotes in the order of their references."""


class Flow:
    """One run of blocks: a body, a cell, a text box or a note."""

    def __init__(self, reading: Reading, gatherer: Gatherer, sink: Sink) -> None:
        self._reading = reading
        self._gatherer = gatherer
        self._sink = sink
        self._open: Prose | None = None
        """Paragraphs whose marks are deleted or hidden: they are one with the next."""
        self._kept: ParagraphProperties | None = None
        """Properties of the paragraph that a hidden mark (style separator) runs on from."""
        self._last = ParagraphProperties()
        """Properties of the last paragraph without a mark of its own."""

    def lay(self, parent: Element) -> None:
        """Lay all blocks of a parent down."""
        self._walk(parent)
        self._settle()

    def _walk(self, parent: Element) -> None:
        for child in parent:
            if child.tag == PARAGRAPH:
                self._paragraph(child)
            elif child.tag == TABLE:
                self._settle()
                self._table(child)
            elif child.tag in TRANSPARENT:
                self._walk(child)
            elif child.tag in REMOVED:
                self._reading.omitted.deletions += bool(text_nodes(child))
            elif child.tag == ALTERNATE:
                branch = chosen(child)
                if branch is not None:
                    self._walk(branch)
            elif child.tag == _ALT_CHUNK:
                self._skip(
                    Gap("嵌入的文档", "由 Word 打开时才并入的内容未读取，请用 Word 打开后另存为 .docx 再试")
                )
            elif child.tag not in _SILENT and text_nodes(child):
                self._unknown(child)

    def _unknown(self, element: Element) -> None:
        """Text in places that the standard does not foresee, or formulas between paragraphs: none may be lost."""
        if next(element.iter(PARAGRAPH, TABLE), None) is None:
            self._paragraph(element)
        else:
            self._walk(element)

    def _paragraph(self, element: Element) -> None:
        properties = read_properties(element)
        style = self._reading.styles.paragraph_style(properties.style)
        prose = self._open or Prose()
        before = self._reading.omitted.deletions
        self._gatherer.gather(element, prose, hidden=style.hidden)
        if properties.mark_deleted:
            # the mark counts only where no deleted text beside it does
            self._reading.omitted.deletions = max(self._reading.omitted.deletions, before + 1)
            self._open, self._last = prose, properties
        elif style.hidden if properties.mark_hidden is None else properties.mark_hidden:
            self._open, self._last = prose, properties
            self._kept = self._kept or (None if prose.is_empty else properties)
        else:
            properties = self._kept or properties
            self._open = self._kept = None
            self._lay_paragraph(prose, properties)

    def _settle(self) -> None:
        """A paragraph without a mark of its own stays one where no paragraph follows."""
        prose, properties = self._open, self._kept
        self._open = self._kept = None
        if prose is not None and not prose.is_empty:
            self._lay_paragraph(prose, properties or self._last)

    def _lay_paragraph(self, prose: Prose, properties: ParagraphProperties) -> None:
        style = self._reading.styles.paragraph_style(properties.style)
        number = self._reading.counting.next(properties, style)
        if number is not None or prose.has_text:
            self._sink.begin()
            start = self._reading.laying.position
            self._lay_pieces(prose, number)
            self._sink.paragraph(start, number, _outline(properties, style))
        else:
            self._lay_pieces(prose, None)
        self._reading.notes.extend(prose.notes)
        for box in prose.boxes:
            Flow(self._reading, self._gatherer, self._sink).lay(box)

    def _lay_pieces(self, prose: Prose, number: AutoNumber | None) -> None:
        if number is not None:
            first = next((piece.node for piece in prose.pieces if not isinstance(piece, Gap)), 0)
            self._reading.laying.put(f"{number.text} ", first, generated=True)
        for piece in prose.pieces:
            if isinstance(piece, Gap):
                self._skip(piece)
            else:
                self._reading.laying.put(*piece)

    def _skip(self, gap: Gap) -> None:
        self._reading.laying.skip(gap.what, gap.reason, self._sink.place())

    def _table(self, element: Element) -> None:
        grid = read_grid(element)
        self._reading.omitted.deletions += grid.deleted
        self._reading.omitted.hidden += grid.hidden
        self._reading.omitted.covered += sum(bool(text_nodes(cell)) for cell in grid.covered)
        if is_layout(grid):
            for slot in grid.slots:
                Flow(self._reading, self._gatherer, self._sink).lay(slot.element)
        else:
            self._sink.begin()
            self._sink.table(self._lay_cells(grid))

    def _lay_cells(self, grid: Grid) -> Table:
        laying = self._reading.laying
        start = laying.position
        cells: list[Cell] = []
        for slot in grid.slots:
            if cells:
                laying.separate("\t" if cells[-1].row == slot.row else "\n")
            sink = Inside(laying, f"{self._sink.place()}前的表格第{slot.row + 1}行")
            begin = laying.position
            Flow(self._reading, self._gatherer, sink).lay(slot.element)
            span = Span(begin, laying.position)
            cells.append(
                Cell(span, slot.row, slot.column, slot.row_span, slot.column_span, tuple(sink.tables))
            )
        return Table(Span(start, laying.position), tuple(cells))


def _outline(properties: ParagraphProperties, style: Style) -> int | None:
    stated = properties.outline_level
    level = style.outline_level if stated is None else stated
    return None if level is None or level < 0 else level
