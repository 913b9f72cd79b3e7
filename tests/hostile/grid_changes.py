"""What publishing does to a form table: split, cut, fused, shifted, turned."""

from collections.abc import Callable
from dataclasses import replace

from form_grids import Box, Grid, in_order


def reworded(grid: Grid, change: Callable[[str], str]) -> Grid:
    """The same with other texts."""
    return tuple(replace(box, text=change(box.text)) for box in grid)


def split(grid: Grid, row: int, heads: int = 0, *, again: bool = False) -> tuple[Grid, Grid]:
    """Two tables, as at a page end; the second begins with so many rows of heads, and a merged label that was cut stands there blank, or again."""
    upper = tuple(replace(box, rows=min(box.rows, row - box.row)) for box in grid if box.row < row)
    lower = [box for box in grid if box.row < heads]
    for box in grid:
        if box.row + box.rows > row:
            cut = max(0, row - box.row)
            text = box.text if again or not cut else ""
            lower.append(replace(box, text=text, row=box.row + cut - row + heads, rows=box.rows - cut))
    return upper, in_order(lower)


def without_row(grid: Grid, row: int) -> Grid:
    """A row taken out."""
    kept = []
    for box in grid:
        if box.row <= row < box.row + box.rows:
            if box.rows > 1:
                kept.append(replace(box, rows=box.rows - 1))
        else:
            kept.append(replace(box, row=box.row - (box.row > row)))
    return in_order(kept)


def without_column(grid: Grid, column: int) -> Grid:
    """A column taken out."""
    return turned(without_row(turned(grid), column))


def with_row(grid: Grid, row: int, *boxes: Box) -> Grid:
    """A row put in before another; the boxes say their columns."""
    moved = []
    for box in grid:
        if box.row >= row:
            moved.append(replace(box, row=box.row + 1))
        elif box.row + box.rows > row:
            moved.append(replace(box, rows=box.rows + 1))
        else:
            moved.append(box)
    return in_order([*moved, *(replace(box, row=row) for box in boxes)])


def with_column(grid: Grid, column: int) -> Grid:
    """A column of blank cells put in; what spans it grows."""
    wider = turned(with_row(turned(grid), column))
    taken = {
        (row, box.column + n)
        for box in wider
        for row in range(box.row, box.row + box.rows)
        for n in range(box.columns)
    }
    height = max(box.row + box.rows for box in wider)
    return in_order([*wider, *(Box("", row, column) for row in range(height) if (row, column) not in taken)])


def turned(grid: Grid) -> Grid:
    """Rows for columns."""
    return in_order(tuple(Box(box.text, box.column, box.row, box.columns, box.rows) for box in grid))


def unmerged(grid: Grid, first_row: int, last_column: int) -> Grid:
    """Merged labels below the heads written out again in every row."""
    boxes = []
    for box in grid:
        if box.row >= first_row and box.column <= last_column and box.rows > 1:
            boxes += [replace(box, row=box.row + n, rows=1) for n in range(box.rows)]
        else:
            boxes.append(box)
    return in_order(boxes)


def fused(grid: Grid, first_row: int, labels: int) -> Grid:
    """The label columns below the heads run together into one cell a row: （三）不予公开1.属于国家秘密."""
    kept = [box for box in grid if box.row < first_row or box.column >= labels]
    bottom = max(box.row + box.rows for box in grid)
    for row in range(first_row, bottom):
        texts = [box.text for box in grid if box.row <= row < box.row + box.rows and box.column < labels]
        kept.append(Box("".join(texts), row, 0, 1, labels))
    return in_order(kept)


def shifted_row(grid: Grid, row: int, first: int) -> Grid:
    """A row whose cells from a column on stand one to the right, a blank one before them."""
    moved = [
        replace(box, column=box.column + 1) if box.row == row and box.column >= first else box for box in grid
    ]
    return in_order([*moved, Box("", row, first)])


def swapped(grid: Grid, upper: int, lower: int) -> Grid:
    """Two unmerged rows in each other's place."""
    places = {upper: lower, lower: upper}
    return in_order(
        [replace(box, row=places.get(box.row, box.row)) if box.rows == 1 else box for box in grid]
    )
