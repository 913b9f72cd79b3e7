"""Putting the article down line by line: paragraphs, and tables whose cells hold lines."""

from dataclasses import dataclass, field

from lxml.etree import _Element

from shenyue.chinese.numbering import Label, read_label
from shenyue.loaders.html.furniture import is_buttons, is_registration
from shenyue.loaders.html.grid import Grid, OpenCell
from shenyue.loaders.html.inline import InlineText, Piece
from shenyue.loaders.laying import Laying
from shenyue.model import LabelSource, Paragraph, Span, Unread

_LABELLED = 80
"""Characters of a paragraph in which its typed label lies."""


@dataclass(slots=True)
class OpenTable:
    """A table being laid."""

    grid: Grid = field(default_factory=Grid)
    cell: OpenCell | None = None
    prose: bool = False
    """Whether the present row is prose, so that what is laid are paragraphs."""


@dataclass(slots=True)
class Composing:
    """The text so far and what is open in it."""

    laying: Laying
    line: InlineText = field(default_factory=InlineText)
    tables: list[OpenTable] = field(default_factory=list)
    label: Label | None = None
    """The automatic number that waits for the first text of its item."""
    outline: int | None = None
    """The outline level of the heading that is open."""
    buttons: int = 0
    """How many lines of page buttons were left out."""
    _pending: list[tuple[str, str]] = field(default_factory=list)
    _paragraphs: int = 0

    def end_line(self) -> None:
        """Lay the line that has come together, if anything is seen in it."""
        if self.line.pieces:
            pieces = self.line.take()
            table = self.tables[-1] if self.tables else None
            if table is None or (table.prose and len(self.tables) == 1):
                self._paragraph(pieces)
            elif table.cell is not None:
                self._cell_line(table.cell, pieces)
            else:
                self._stray_row(table, pieces)
        if self._pending:
            self._say_unread()

    def unread(self, what: str, reason: str) -> None:
        """Something here that may be content is not read."""
        self._pending.append((what, reason))

    def open_table(self) -> None:
        """A table begins."""
        self.end_line()
        self.tables.append(OpenTable())

    def close_table(self) -> None:
        """The innermost table ends."""
        self.end_line()
        self._finish(self.tables.pop())

    def open_row(self) -> None:
        """A row of the innermost table begins."""
        self.end_line()
        self.tables[-1].grid.begin_row()

    def open_cell(self, element: _Element | None) -> None:
        """A cell of the innermost table begins."""
        if self.tables[-1].cell is not None:
            self.close_cell()
        self.end_line()
        table = self.tables[-1]
        self._separate(table)
        table.cell = table.grid.begin_cell(element, self.laying.position)

    def close_cell(self) -> None:
        """The cell ends."""
        self.end_line()
        table = self.tables[-1]
        if table.cell is not None:
            table.cell.end = self.laying.position
        table.cell = None
        table.prose = False

    def open_prose(self) -> bool:
        """Begin a row of prose, which parts the table in two; False where merged cells or a table around forbid it."""
        table = self.tables[-1]
        if len(self.tables) > 1 or not table.grid.row_is_free:
            return False
        self.end_line()
        self._finish(table)
        self.tables[-1] = OpenTable(prose=True)
        return True

    def _finish(self, table: OpenTable) -> None:
        if not table.grid.cells:
            return
        finished = table.grid.table(self.laying.position)
        around = self.tables[-1].cell if self.tables else None
        if around is None:
            self.laying.blocks.append(finished)
        else:
            around.tables.append(finished)

    def _separate(self, table: OpenTable) -> None:
        """Lay what parts a new cell from the text before it."""
        if table.grid.row_has_cell:
            self.laying.separate("\t")
            return
        around = self.tables[-2].cell if len(self.tables) > 1 else None
        if table.grid.cells or around is None or around.start < self.laying.position:
            self.laying.separate()

    def _paragraph(self, pieces: list[Piece]) -> None:
        text = "".join([piece.characters for piece in pieces])
        if not text.strip() or is_buttons(text) or is_registration(text):
            self.buttons += bool(text.strip())
            return
        laying = self.laying
        laying.separate()
        start = laying.position
        label = read_label(text.lstrip()[:_LABELLED])
        source = LabelSource.TYPED
        if self.label is not None:
            if label is None:
                label, source = self.label, LabelSource.AUTO
                laying.put(f"{label.text} ", pieces[0].node, pieces[0].offset, generated=True)
            self.label = None
        for piece in pieces:
            laying.put(piece.characters, piece.node, piece.offset, generated=piece.generated)
        laying.blocks.append(Paragraph(Span(start, laying.position), label, source, self.outline))
        self._paragraphs += 1

    def _cell_line(self, cell: OpenCell, pieces: list[Piece]) -> None:
        laying = self.laying
        if laying.position > cell.start:
            laying.separate()
        if self.label is not None:
            if read_label("".join([piece.characters for piece in pieces])[:_LABELLED]) is None:
                laying.put(f"{self.label.text} ", pieces[0].node, pieces[0].offset, generated=True)
            self.label = None
        for piece in pieces:
            laying.put(piece.characters, piece.node, piece.offset, generated=piece.generated)

    def _stray_row(self, table: OpenTable, pieces: list[Piece]) -> None:
        """Text of a table outside its cells (its caption, or a slip of the page): a row of its own."""
        if not "".join(piece.characters for piece in pieces).strip():
            return
        if not table.grid.cells and len(self.tables) == 1:
            self._paragraph(pieces)
            return
        table.grid.begin_row()
        self._separate(table)
        cell = table.grid.begin_cell(None, self.laying.position)
        self._cell_line(cell, pieces)
        cell.end = self.laying.position
        table.grid.begin_row()

    def _say_unread(self) -> None:
        place = "表格中" if self.tables else f"第{self._paragraphs}段之后" if self._paragraphs else "正文开头"
        for what, reason in self._pending:
            self.laying.unread.append(Unread(what, reason, place, self.laying.position))
        self._pending.clear()
