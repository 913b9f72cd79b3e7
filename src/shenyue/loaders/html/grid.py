"""A table under construction: which grid column a cell stands in, merged cells counted as a browser counts them."""

from dataclasses import dataclass, field
from typing import Protocol

from shenyue.loaders.html.tags import pixels
from shenyue.model import Cell, Span, Table

_WIDEST = 1000
"""The most that HTML lets a cell span; columns beyond are not told apart."""
_PLAUSIBLE = 100
"""Columns; a wider span is a slip of the page and is cut to what the other cells need."""


class HasAttributes(Protocol):
    """An element, or the attributes of one."""

    def get(self, key: str, /) -> str | None:
        """The value of an attribute."""


@dataclass(slots=True)
class OpenCell:
    """A cell whose text is being laid."""

    start: int
    row: int
    column: int
    row_span: int
    column_span: int
    end: int = -1
    tables: list[Table] = field(default_factory=list)

    def closed(self, row_span: int, column_span: int) -> Cell:
        """The finished cell."""
        return Cell(
            Span(self.start, self.end), self.row, self.column, row_span, column_span, tuple(self.tables)
        )


@dataclass(slots=True)
class Grid:
    """The cells of one table so far."""

    cells: list[OpenCell] = field(default_factory=list)
    row: int = -1
    _column: int = 0
    _row_has_cell: bool = False
    _occupied: dict[int, int] = field(default_factory=dict)
    """Column → the first row that a merged cell above leaves free."""
    _group: int = 0
    """Number of cells before the present row group."""

    @property
    def row_has_cell(self) -> bool:
        """Whether the present row has a cell of its own yet."""
        return self._row_has_cell

    @property
    def row_is_free(self) -> bool:
        """Whether no merged cell reaches into the present row from above."""
        return all(until <= self.row for until in self._occupied.values())

    def begin_row(self) -> None:
        """A row begins."""
        self.row += 1
        self._column = 0
        self._row_has_cell = False

    def begin_cell(self, element: HasAttributes | None, start: int) -> OpenCell:
        """A cell begins at a position of the text; None stands for text outside any cell."""
        if self.row < 0:
            self.begin_row()
        while self._column < _WIDEST and self._occupied.get(self._column, 0) > self.row:
            self._column += 1
        rows, columns = _spans(element)
        cell = OpenCell(start, self.row, self._column, rows, columns)
        for column in range(self._column, min(self._column + min(columns, _PLAUSIBLE), _WIDEST)):
            self._occupied[column] = self.row + rows
        self._column += columns
        self._row_has_cell = True
        self.cells.append(cell)
        return cell

    def end_group(self) -> None:
        """A thead, tbody or tfoot ends: no cell reaches beyond it."""
        for cell in self.cells[self._group :]:
            cell.row_span = max(1, min(cell.row_span, self.row + 1 - cell.row))
        self._group = len(self.cells)
        self._occupied.clear()

    def table(self, end: int) -> Table:
        """The finished table."""
        self.end_group()
        width = max((c.column + c.column_span for c in self.cells if c.column_span <= _PLAUSIBLE), default=1)
        return Table(
            Span(self.cells[0].start, end),
            tuple(c.closed(c.row_span, _cut(c, width)) for c in self.cells),
        )


def _cut(cell: OpenCell, width: int) -> int:
    if cell.column_span <= _PLAUSIBLE:
        return cell.column_span
    return max(1, width - cell.column)


def _spans(element: HasAttributes | None) -> tuple[int, int]:
    """Rows and columns of a cell; rowspan 0 means down to the end of the row group."""
    if element is None:
        return 1, 1
    rows = pixels(element.get("rowspan"))
    columns = pixels(element.get("colspan")) or 1
    return 1 << 16 if rows == 0 else rows or 1, min(columns, _WIDEST)
