"""Tables of the file as form recognition sees them: rows of labelled slots, with the cells that hang down into a row."""

from typing import NamedTuple

from shenyue.model import Cell, Document, Span, Table
from shenyue.recognise.forms.folding import Folded, fold


class Slot(NamedTuple):
    """A cell with its text."""

    cell: Cell
    raw: str
    label: Folded
    """Empty where it is no label: a number, a blank, prose."""

    @property
    def start(self) -> int:
        """First grid column."""
        return self.cell.column

    @property
    def end(self) -> int:
        """Grid column after the last."""
        return self.cell.column + self.cell.column_span

    @property
    def span(self) -> Span:
        """In the document's text."""
        return self.cell.span


Row = tuple[Slot, ...]


class Piece(NamedTuple):
    """One table of the file: a form table, a part of one, or several."""

    rows: tuple[Row, ...]
    hanging: tuple[Row, ...]
    """By row, the cells of rows above that are merged down into it."""
    grid_known: bool
    words: frozenset[str]
    """The folded labels that occur."""


_NONE = Folded("", "")


def pieces(document: Document) -> tuple[Piece, ...]:
    """The tables of a document, nested ones included."""
    return tuple(_piece(document.text, table) for table in document.tables())


def _piece(text: str, table: Table) -> Piece:
    rows = tuple(tuple(_slot(text, cell) for cell in row) for row in table.rows())
    words = frozenset(slot.label.text for row in rows for slot in row if slot.label.text)
    return Piece(rows, _hanging(rows), table.grid_known, words)


def _slot(text: str, cell: Cell) -> Slot:
    raw = text[cell.span.start : cell.span.end]
    return Slot(cell, raw, _NONE if cell.tables else fold(raw.strip()))


def _hanging(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    hanging: list[list[Slot]] = [[] for _ in rows]
    for number, row in enumerate(rows):
        for slot in row:
            for below in range(number + 1, min(number + slot.cell.row_span, len(rows))):
                hanging[below].append(slot)
    return tuple(tuple(slots) for slots in hanging)
