"""Merged cells, which rows parted by bars cannot show: converters repeat their text in every cell, or leave all but the first empty."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from typing import NamedTuple

import regex

from shenyue.model import Cell, Table
from shenyue.patterns import compiled

_REPEATS = 3
"""So many neighbours of one wording show that the converter repeats merged cells."""
_LABEL = compiled(r"\p{Han}.*\p{Han}", regex.DOTALL)
"""A figure or 无 may rightly stand in several cells."""

_HEAD = compiled(r"第.{1,4}条")

Texts = list[list[str]]


class _Block(NamedTuple):
    """Rows below one another, from the line that heads them to the next such line."""

    first: int
    last: int
    """Inclusive."""
    width: int
    """Columns that hold anything."""


def merged(table: Table, text: str) -> Table:
    """The table with the cells that are one to its reader made one; a table of unlike rows as it is. `text` is the table's own."""
    if not table.grid_known:
        return table
    rows = [list(row) for row in table.rows()]
    start = table.span.start
    texts = [
        ["".join(text[cell.span.start - start : cell.span.end - start].split()) for cell in row]
        for row in rows
    ]
    if _repeats(texts):
        return replace(table, cells=_without_repeats(rows, texts))
    return replace(table, cells=_reaching_right(rows, texts))


def _repeats(texts: Texts) -> bool:
    lines = [*texts, *(list(column) for column in zip(*texts, strict=True))]
    return any(
        _LABEL.search(label) is not None and sum(1 for _ in group) >= _REPEATS
        for line in lines
        for label, group in groupby(line)
    )


def _without_repeats(rows: list[list[Cell]], texts: Texts) -> tuple[Cell, ...]:
    """Labels that stand in neighbouring cells as one cell each, at the upper left."""
    taken: set[tuple[int, int]] = set()
    cells = []
    for row in rows:
        for cell in row:
            if (cell.row, cell.column) in taken:
                continue
            right, down = _extent(texts, cell.row, cell.column)
            taken.update((r, c) for r in range(cell.row, down) for c in range(cell.column, right))
            cells.append(replace(cell, row_span=down - cell.row, column_span=right - cell.column))
    return tuple(cells)


def _extent(texts: Texts, row: int, column: int) -> tuple[int, int]:
    """Behind which column and row a label stops to be repeated."""
    label = texts[row][column]
    right, down = column + 1, row + 1
    if _LABEL.search(label) is None:
        return right, down
    while right < len(texts[row]) and texts[row][right] == label:
        right += 1
    while down < len(texts) and all(other == label for other in texts[down][column:right]):
        down += 1
    return right, down


def _reaching_right(rows: list[list[Cell]], texts: Texts) -> tuple[Cell, ...]:
    """Where all rows of a block are empty on the right, their last cells reach to the edge."""
    cells: list[Cell] = []
    for block in _blocks(texts):
        for row in rows[block.first : block.last + 1]:
            last = row[block.width - 1]
            cells.extend(row[: block.width - 1])
            cells.append(replace(last, column_span=len(row) - last.column))
    return tuple(cells)


def _blocks(texts: Texts) -> list[_Block]:
    """The line that heads a block is one itself; so are the rows between two such."""
    blocks = []
    index = 0
    for alone, group in groupby(texts, key=_heads_block):
        members = list(group)
        step = 1 if alone else len(members)
        blocks += [
            _Block(first, first + step - 1, _width(texts[first : first + step]))
            for first in range(index, index + len(members), step)
        ]
        index += len(members)
    return blocks


def _heads_block(row: Sequence[str]) -> bool:
    """Whether a row is 第二十条第（五）项 alone; any other label without figures has blank ones."""
    return _HEAD.match(row[0]) is not None and not any(row[1:])


def _width(rows: Texts) -> int:
    return max(max((column for column, text in enumerate(row, 1) if text), default=1) for row in rows)
