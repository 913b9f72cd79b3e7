"""A table drawn with lines: merged cells, widths shared out, every cell's text whole."""

from collections.abc import Sequence
from dataclasses import dataclass

from rich.cells import cell_len

from shenyue.tui.wrapping import wrapped


@dataclass(frozen=True, slots=True)
class GridCell:
    """A cell at its place, with the text to show."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of one line; `cell` is the ordinal of the cell that it belongs to, None for lines."""

    text: str
    cell: int | None = None


Drawing = tuple[tuple[Piece, ...], ...]
"""Lines of pieces."""

_JOINTS = {
    (0, 1, 0, 1): "┌", (0, 1, 1, 0): "┐", (1, 0, 0, 1): "└", (1, 0, 1, 0): "┘",
    (1, 1, 0, 1): "├", (1, 1, 1, 0): "┤", (0, 1, 1, 1): "┬", (1, 0, 1, 1): "┴", (1, 1, 1, 1): "┼",
    (1, 1, 0, 0): "│", (0, 0, 1, 1): "─",
}  # fmt: skip
"""By arms: up, down, left, right."""
_TALL = 12
"""Above so many lines a label stands at the top of its cell, where it is seen first."""
_NUMBER = frozenset("0123456789.,-－—／/ ")


def draw(cells: Sequence[GridCell], width: int) -> Drawing:
    """The table in lines of at most `width` cells, where its columns leave any choice."""
    return _Drawn(cells, width).lines() if cells else ()


def first_line(drawing: Drawing, cell: int) -> int:
    """The line on which a cell's text begins; 0 where it is not drawn."""
    return next((at for at, line in enumerate(drawing) if any(piece.cell == cell for piece in line)), 0)


class _Drawn:
    """The state of one drawing: who holds which slot, how wide the columns and how high the rows are."""

    def __init__(self, cells: Sequence[GridCell], width: int) -> None:
        self.cells = cells
        self.rows = max(cell.row + cell.row_span for cell in cells)
        self.columns = max(cell.column + cell.column_span for cell in cells)
        self.held: list[list[int | None]] = [[None] * self.columns for _ in range(self.rows)]
        for ordinal, cell in enumerate(cells):
            self._take(ordinal, cell)
        self.widths = column_widths(cells, self.columns, width - self.columns - 1)
        self.texts = [self._texts(cell) for cell in cells]
        self.heights = self._heights()
        self.tops = [sum(self.heights[:row]) + row + 1 for row in range(self.rows + 1)]

    def _take(self, ordinal: int, cell: GridCell) -> None:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                if self.held[row][column] is None:
                    self.held[row][column] = ordinal

    def _room(self, cell: GridCell) -> int:
        return sum(self.widths[cell.column : cell.column + cell.column_span]) + cell.column_span - 1

    def _texts(self, cell: GridCell) -> list[str]:
        return [cell.text[start:end].strip() for start, end in wrapped(cell.text.strip(), self._room(cell))]

    def _heights(self) -> list[int]:
        heights = [1] * self.rows
        for cell, texts in zip(self.cells, self.texts, strict=True):
            if cell.row_span == 1:
                heights[cell.row] = max(heights[cell.row], len(texts))
        for cell, texts in zip(self.cells, self.texts, strict=True):
            last = cell.row + cell.row_span
            lacking = len(texts) - sum(heights[cell.row : last]) - cell.row_span + 1
            heights[last - 1] += max(lacking, 0)
        return heights

    def _at(self, row: int, column: int) -> int | None:
        inside = 0 <= row < self.rows and 0 <= column < self.columns
        return self.held[row][column] if inside else -1

    def lines(self) -> Drawing:
        drawn: list[tuple[Piece, ...]] = []
        for row in range(self.rows):
            drawn.append(self._rule(row))
            drawn += [self._content(row, self.tops[row] + line) for line in range(self.heights[row])]
        return (*drawn, self._rule(self.rows))

    def _rule(self, row: int) -> tuple[Piece, ...]:
        """The line above a row; cells that reach across it go on with their text."""
        y, pieces, column = self.tops[row] - 1, [Piece(self._joint(row, 0))], 0
        while column < self.columns:
            holder = self._at(row, column)
            if holder is not None and holder >= 0 and holder == self._at(row - 1, column):
                pieces.append(self._text(holder, y))
                column = self.cells[holder].column + self.cells[holder].column_span
            else:
                pieces.append(Piece("─" * self.widths[column]))
                column += 1
            pieces.append(Piece(self._joint(row, column)))
        return tuple(pieces)

    def _content(self, row: int, y: int) -> tuple[Piece, ...]:
        pieces, column = [Piece("│")], 0
        while column < self.columns:
            holder = self._at(row, column)
            if holder is None:
                pieces.append(Piece(" " * self.widths[column]))
                column += 1
            else:
                pieces.append(self._text(holder, y))
                column = self.cells[holder].column + self.cells[holder].column_span
            pieces.append(Piece("│"))
        return tuple(pieces)

    def _text(self, ordinal: int, y: int) -> Piece:
        cell, texts = self.cells[ordinal], self.texts[ordinal]
        height = self.tops[cell.row + cell.row_span] - self.tops[cell.row] - 1
        above = (height - len(texts)) // 2 if height <= _TALL else 0
        line = y - self.tops[cell.row] - above
        text = texts[line] if 0 <= line < len(texts) else ""
        blank = self._room(cell) - cell_len(text)
        middle = set(cell.text) <= _NUMBER or (cell.column_span > 1 and len(texts) == 1)
        left = blank // 2 if middle else 0
        return Piece(" " * left + text + " " * (blank - left), ordinal)

    def _joint(self, row: int, column: int) -> str:
        above, below = (
            (self._at(row - 1, at) for at in (column - 1, column)),
            (self._at(row, at) for at in (column - 1, column)),
        )
        up_left, up_right = above
        down_left, down_right = below
        arms = (
            _differ(up_left, up_right), _differ(down_left, down_right),
            _differ(up_left, down_left), _differ(up_right, down_right),
        )  # fmt: skip
        return _JOINTS.get(arms, " ")


def _differ(one: int | None, other: int | None) -> int:
    return int(one is None or one != other) if not (one == -1 and other == -1) else 0


def column_widths(cells: Sequence[GridCell], columns: int, room: int) -> list[int]:
    """Every column gets the narrowest that will do, then what is left goes to the fullest ones."""
    least, wish = [1] * columns, [1] * columns
    for cell in cells:
        size = cell_len(cell.text.strip())
        if cell.column_span == 1:
            number = set(cell.text) <= _NUMBER
            least[cell.column] = max(least[cell.column], size if number else min(size, 2))
            wish[cell.column] = max(wish[cell.column], size)
    for cell in cells:
        reach = range(cell.column, cell.column + cell.column_span)
        lacking = min(cell_len(cell.text.strip()), 24) - sum(wish[at] for at in reach) - len(reach) + 1
        for _ in range(lacking if cell.column_span > 1 else 0):
            wish[min(reach, key=wish.__getitem__)] += 1
    return _shared_out(least, wish, room)


def _shared_out(least: list[int], wish: list[int], room: int) -> list[int]:
    widths = list(least)
    while sum(widths) < room:
        hungry = [at for at in range(len(widths)) if widths[at] < wish[at]]
        if not hungry:
            break
        fullest = max(hungry, key=lambda at: wish[at] / widths[at])
        widths[fullest] += 1
    return widths
