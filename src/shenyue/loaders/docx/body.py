"""Walking a part's blocks and laying them down: paragraphs with their numbers, tables, text boxes after the paragraph that anchors them."""

from dataclasses import dataclass, field
from typing import Protocol

from shenyue.chinese.numbering import Label, read_label
from shenyue.loaders.docx.counting import AutoNumber, Counting
from shenyue.loaders.docx.drawings import chosen
from shenyue.loaders.docx.gathering import Gatherer
from shenyue.loaders.docx.names import ALTERNATE, PARAGRAPH, REMOVED, TABLE, TRANSPARENT, Element, W
from shenyue.loaders.docx.nodes import text_nodes
from shenyue.loaders.docx.properties import ParagraphProperties, read_properties
from shenyue.loaders.docx.prose import Gap, Note, Omitted, Prose
from shenyue.loaders.docx.styles import Style, Styles
from shenyue.loaders.docx.tables import Grid, is_layout, read_grid
from shenyue.loaders.laying import Laying
from shenyue.model import Cell, LabelSource, Paragraph, Span, Table

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


class Sink(Protocol):
    """Where blocks go: the document itself, or a cell."""

    def begin(self) -> None:
        """Part the next block from what stands before it."""

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """Take what was laid since `start` as a paragraph."""

    def table(self, table: Table) -> None:
        """Take a table that has been laid."""

    def place(self) -> str:
        """Where the walk is, in Chinese."""


class Outside:
    """Blocks of the document itself."""

    def __init__(self, laying: Laying) -> None:
        self._laying = laying
        self._paragraphs = 0

    def begin(self) -> None:
        """A block a line."""
        self._laying.separate()

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """A paragraph; lines after a soft line end that have labels of their own are paragraphs of their own."""
        label = number.label if number else None
        source = LabelSource.AUTO if number else LabelSource.TYPED
        for begin, end in _lines(start, self._laying.since(start)):
            text = self._laying.since(begin)[: end - begin]
            self._add(Span(begin, end), label or read_label(text), source, outline_level)
            label, source = None, LabelSource.TYPED

    def table(self, table: Table) -> None:
        """A table between paragraphs."""
        self._laying.blocks.append(table)

    def place(self) -> str:
        """By the paragraph that follows."""
        return f"第{self._paragraphs + 1}段"

    def _add(self, span: Span, label: Label | None, source: LabelSource, outline_level: int | None) -> None:
        self._paragraphs += 1
        self._laying.blocks.append(Paragraph(span, label, source, outline_level))


def _lines(start: int, text: str) -> list[tuple[int, int]]:
    """The stretches that are paragraphs of their own."""
    lines = text.split("\n")
    stretches = [(start, start + len(lines[0]))]
    for line in lines[1:]:
        begin = stretches[-1][1] + 1
        end = begin + len(line)
        if read_label(line) is None:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((begin, end))
    return stretches


class Inside:
    """Blocks of a cell: its paragraphs are lines of its text."""

    def __init__(self, laying: Laying, where: str) -> None:
        self.tables: list[Table] = []
        self._laying = laying
        self._start = laying.position
        self._where = where

    def begin(self) -> None:
        """No line end before the first line."""
        if self._laying.position > self._start:
            self._laying.separate()

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """A cell keeps its text only."""

    def table(self, table: Table) -> None:
        """A table nested in the cell."""
        self.tables.append(table)

    def place(self) -> str:
        """The cell itself."""
        return self._where


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

    def _paragraph(self, element: Element) -> None:
        properties = read_properties(element)
        style = self._reading.styles.paragraph_style(properties.style)
        prose = self._open or Prose()
        before = self._reading.omitted.deletions
        self._gatherer.gather(element, prose, hidden=style.hidden)
        if properties.mark_deleted:
            # the mark counts only where no deleted text beside it does
            self._reading.omitted.deletions = max(self._reading.omitted.deletions, before + 1)
            self._open = prose
        elif style.hidden if properties.mark_hidden is None else properties.mark_hidden:
            self._open = prose
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
            self._lay_paragraph(prose, properties or ParagraphProperties())

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
