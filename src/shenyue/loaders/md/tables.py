"""Tables drawn with bars: which lines make a row, and where their cells stand.

With and without outer bars, with or without a header; dashes between the rows are left out. Where `+` corners frame the table, the lines
between two borders are one row (pandoc's grid tables).
"""

from collections import Counter
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from shenyue.loaders.bars import bar_cells, is_framed
from shenyue.loaders.blanks import is_blank
from shenyue.loaders.md.lines import Kind, MdLine
from shenyue.model import Span

_CELLS = 3
"""Cells that make neighbouring lines a table by themselves; 首页 | 新闻 is none."""


class Stretch(NamedTuple):
    """Part of a line."""

    line: MdLine
    span: Span
    """Into the line."""


MdCell = tuple[Stretch, ...]
"""The lines of a cell."""


class MdTable(NamedTuple):
    """Rows of cells."""

    rows: tuple[tuple[MdCell, ...], ...]

    @property
    def grid_known(self) -> bool:
        """Whether every row has as many cells, so that a cell's ordinal is its column."""
        return len({len(row) for row in self.rows}) == 1


def is_table(run: list[MdLine]) -> bool:
    """Whether neighbouring lines with bars are a table."""
    rows = [line for line in run if line.kind is Kind.ROW]
    if not rows:
        return False
    if any(line.kind is Kind.BORDER for line in run) or any(
        is_framed(line.text, line.start) for line in rows
    ):
        return True
    widths = [len(_cells(line)) for line in rows]
    return any(width >= _CELLS and width == after for width, after in pairwise(widths))


def tables_in(run: list[MdLine]) -> Iterator[MdTable]:
    """The tables of a run: a header of its own, or another width after an empty line, begins a new one."""
    for piece in _pieces(run):
        if rows := tuple(_rows(piece)):
            yield MdTable(rows)


def _pieces(run: list[MdLine]) -> Iterator[list[MdLine]]:
    piece: list[MdLine] = []
    parted = False
    for index, line in enumerate(run):
        if line.kind is Kind.BLANK:
            parted = True
            continue
        if parted and piece and _begins(piece, run, index):
            yield piece
            piece = []
        parted = False
        piece.append(line)
    yield piece


def _begins(piece: list[MdLine], run: list[MdLine], index: int) -> bool:
    """Whether the line behind a gap begins a table of its own."""
    if index + 1 < len(run) and run[index + 1].kind is Kind.BORDER:
        return True
    last = next((line for line in reversed(piece) if line.kind is Kind.ROW), None)
    return last is None or len(_cells(last)) != len(_cells(run[index]))


def _rows(piece: list[MdLine]) -> Iterator[tuple[MdCell, ...]]:
    grid = any(line.kind is Kind.BORDER and line.text.strip().startswith("+") for line in piece)
    group: list[MdLine] = []
    for index, line in enumerate(piece):
        if line.kind is Kind.ROW:
            group.append(line)
            if grid or _is_empty_head(piece, index):
                continue
        if group and (line.kind is Kind.BORDER or not grid):
            yield from _row(group, grid=grid)
            group = []
    if group:
        yield from _row(group, grid=grid)


def _row(group: list[MdLine], *, grid: bool) -> Iterator[tuple[MdCell, ...]]:
    """The row that the lines make; none of an empty head alone."""
    lines = [_cells(line) for line in group]
    if grid:
        width = Counter(map(len, lines)).most_common(1)[0][0]
        lines = [cells for cells in lines if len(cells) == width]
        yield tuple(
            tuple(stretch for stretch in cell if not _is_empty(stretch)) or cell[:1]
            for cell in zip(*lines, strict=True)
        )
    elif not all(_is_empty(stretch) for stretch in lines[-1]):
        yield tuple((stretch,) for stretch in lines[-1])


def _is_empty_head(piece: list[MdLine], index: int) -> bool:
    """Whether a row is the empty head that Markdown asks for where a table has none."""
    heads = index + 1 < len(piece) and piece[index + 1].kind is Kind.BORDER
    return heads and all(_is_empty(stretch) for stretch in _cells(piece[index]))


def _is_empty(stretch: Stretch) -> bool:
    return is_blank(stretch.line.text[stretch.span.start : stretch.span.end])


def _cells(line: MdLine) -> list[Stretch]:
    """The cells of a line with bars, blanks around them left out."""
    return [Stretch(line, span) for span in bar_cells(line.text, line.start)]
