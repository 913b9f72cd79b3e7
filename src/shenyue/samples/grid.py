"""A form table as a grid of cells with spans, as the official form draws it: merged heads above, merged labels at the left."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from shenyue.form import FormTableLayout, Line

Path = tuple[str, ...]
"""The labels that lead to a line, the outermost first, its own last."""
CellText = Callable[[str, str], str]
"""What stands in a cell, by row and column key."""

_CORNER = "（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）"
_CONTENT = "信息内容"


@dataclass(frozen=True, slots=True)
class PrintedCell:
    """A cell of a printed table; a merged one stands once, at its upper left corner."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


Grid = tuple[PrintedCell, ...]
"""By row, then column."""


def blocks(layouts: Sequence[FormTableLayout], text: Callable[[FormTableLayout], CellText]) -> Grid:
    """Table two: blocks one above the other, each under its head, or its title; the last column of a narrow block takes the rest."""
    width = 1 + max(len(layout.columns) for layout in layouts)
    cells: list[PrintedCell] = []
    top = 0
    for layout in layouts:
        rows = [
            [layout.head or layout.title],
            [_CONTENT, *(column.label for column in layout.columns)],
            *(
                [row.label, *(text(layout)(row.key, column.key) for column in layout.columns)]
                for row in layout.rows
            ),
        ]
        for number, row in enumerate(rows, start=top):
            cells.extend(_stretched(row, number, width))
        top += len(rows)
    return tuple(cells)


def _stretched(row: Sequence[str], number: int, width: int) -> Iterator[PrintedCell]:
    last = len(row) - 1
    for column, text in enumerate(row):
        yield PrintedCell(text, number, column, column_span=width - column if column == last else 1)


def crossed(layout: FormTableLayout, text: CellText) -> Grid:
    """Table three: heads above, labels at the left, the note on the equations in the corner."""
    heads = [_path(column) for column in layout.columns]
    sides = [_path(row) for row in layout.rows]
    height, width = max(map(len, heads)), max(map(len, sides))
    cells = [
        PrintedCell(layout.head or _CORNER, 0, 0, height, width),
        *(_shifted(cell, 0, width) for cell in _heads(heads)),
        *(_shifted(_turned(cell), height, 0) for cell in _heads(sides)),
    ]
    for number, row in enumerate(layout.rows, start=height):
        for position, column in enumerate(layout.columns, start=width):
            cells.append(PrintedCell(text(row.key, column.key), number, position))
    return _in_reading_order(cells)


def across(layout: FormTableLayout, text: CellText) -> Grid:
    """Table four: the rows stand side by side as heads, each over all columns, and one line of figures below."""
    heads = [(*_path(row), column.label) for row in layout.rows for column in layout.columns]
    height = max(map(len, heads))
    figures = [text(row.key, column.key) for row in layout.rows for column in layout.columns]
    cells = [PrintedCell(figure, height, position) for position, figure in enumerate(figures)]
    return _in_reading_order([*_heads(heads), *cells])


def _path(line: Line) -> Path:
    return (*line.under, line.label)


def _heads(paths: Sequence[Path]) -> Iterator[PrintedCell]:
    """Heads over the leaves, equal ones merged, a leaf reaching down to the figures."""
    depth = max(map(len, paths))
    for level in range(depth):
        position = 0
        while position < len(paths):
            end = _end_of_group(paths, position, level)
            if level < len(paths[position]):
                leaf = level == len(paths[position]) - 1
                height = depth - level if leaf else 1
                yield PrintedCell(paths[position][level], level, position, height, end - position)
            position = end


def _end_of_group(paths: Sequence[Path], start: int, level: int) -> int:
    end = start + 1
    prefix = paths[start][: level + 1]
    if len(paths[start]) > level + 1:
        while end < len(paths) and len(paths[end]) > level + 1 and paths[end][: level + 1] == prefix:
            end += 1
    return end


def _turned(cell: PrintedCell) -> PrintedCell:
    return PrintedCell(cell.text, cell.column, cell.row, cell.column_span, cell.row_span)


def _shifted(cell: PrintedCell, rows: int, columns: int) -> PrintedCell:
    return replace(cell, row=cell.row + rows, column=cell.column + columns)


def _in_reading_order(cells: Sequence[PrintedCell]) -> Grid:
    return tuple(sorted(cells, key=lambda cell: (cell.row, cell.column)))
