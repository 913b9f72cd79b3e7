"""What a page is made of: paragraphs wrapped for Chinese and drawn tables, each laid out in lines at a width."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Protocol

from rich.cells import cell_len

from shenyue.tui.grid import Drawing, GridCell, draw, first_line
from shenyue.tui.plain import place_in, shown
from shenyue.tui.wrapping import Line, wrapped

QUOTE = "quote"
"""The characters that a finding is about."""
OPERAND = "operand"
"""A figure that was counted."""
FOUND = "found"
"""What was searched for."""

Run = tuple[str, tuple[str, ...]]
"""A stretch of one line with the names of its styles, the strongest last."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Places of a block drawn in a style: characters of a paragraph, ordinals of a table's cells."""

    start: int
    end: int
    style: str


class Block(Protocol):
    """A paragraph or a table."""

    gap: int
    """Blank lines below it."""
    link: object
    """What selecting it leads to; None where it leads nowhere."""

    def height(self, width: int) -> int:
        """Lines at a width in cells."""

    def runs(self, line: int, width: int, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """One line."""

    def line_of(self, place: int, width: int) -> int:
        """The line on which a place stands."""

    def place_at(self, line: int, cell: int, width: int) -> int | None:
        """The place drawn there; None where there is none."""


class Prose:
    """A paragraph, literal whatever it holds."""

    def __init__(
        self,
        text: str,
        style: str = "",
        *,
        marks: tuple[Mark, ...] = (),
        gap: int = 1,
        link: object = None,
    ) -> None:
        self.text, self.style, self.marks, self.gap, self.link = text, style, marks, gap, link
        self._shown = shown(text)
        self._lines = lru_cache(maxsize=2)(lambda width: wrapped(self._shown, width))

    def height(self, width: int) -> int:
        """Lines at a width in cells."""
        return len(self._lines(width))

    def runs(self, line: int, width: int, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """One line, cut where a mark begins or ends."""
        start, end = self._lines(width)[line]
        placed = [
            Mark(place_in(self.text, one.start), place_in(self.text, one.end), one.style)
            for one in (*self.marks, *marks)
        ]
        own = (self.style,) if self.style else ()
        for begin, stop, styles in _cut((start, end), placed):
            yield self._shown[begin:stop], own + styles

    def line_of(self, place: int, width: int) -> int:
        """The line on which a character stands."""
        starts = [start for start, _ in self._lines(width)]
        return max(bisect_right(starts, place_in(self.text, place)) - 1, 0)

    def place_at(self, line: int, cell: int, width: int) -> int | None:
        """The character drawn there."""
        start, end = self._lines(width)[line]
        for place in range(start, end):
            cell -= cell_len(self._shown[place])
            if cell < 0:
                offsets = range(len(self.text) + 1)
                return bisect_right(offsets, place, key=lambda at: place_in(self.text, at)) - 1
        return None


class DrawnTable:
    """A table drawn with lines; its places are the ordinals of its cells."""

    def __init__(self, cells: Sequence[GridCell], *, marks: tuple[Mark, ...] = (), gap: int = 1) -> None:
        self.marks, self.gap = marks, gap
        self.link: object = None
        literal = [
            GridCell(shown(cell.text), cell.row, cell.column, cell.row_span, cell.column_span)
            for cell in cells
        ]
        self._drawing = lru_cache(maxsize=2)(lambda width: draw(literal, width))

    def height(self, width: int) -> int:
        """Lines at a width in cells."""
        drawing: Drawing = self._drawing(width)
        return len(drawing)

    def runs(self, line: int, width: int, marks: tuple[Mark, ...]) -> Iterator[Run]:
        """One line; its rules are in a style of their own."""
        every = (*self.marks, *marks)
        for piece in self._drawing(width)[line]:
            if piece.cell is None:
                yield piece.text, ("line",)
            else:
                yield piece.text, tuple(one.style for one in every if one.start <= piece.cell < one.end)

    def line_of(self, place: int, width: int) -> int:
        """The line on which a cell begins."""
        return first_line(self._drawing(width), place)

    def place_at(self, line: int, cell: int, width: int) -> int | None:
        """The cell drawn there."""
        for piece in self._drawing(width)[line]:
            cell -= cell_len(piece.text)
            if cell < 0:
                return piece.cell
        return None


def _cut(line: Line, marks: Iterable[Mark]) -> Iterator[tuple[int, int, tuple[str, ...]]]:
    """The line in pieces within which the same marks hold."""
    start, end = line
    within = [one for one in marks if one.start < end and one.end > start]
    edges = {max(one.start, start) for one in within} | {min(one.end, end) for one in within}
    ends = sorted(edges | {start, end})
    for begin, stop in pairwise(ends):
        yield begin, stop, tuple(one.style for one in within if one.start <= begin and stop <= one.end)
