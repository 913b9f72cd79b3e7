"""Which cell of a row stands under which column, where merged, hidden and dropped cells leave rows of uneven length."""

from shenyue.recognise.forms.pieces import Row, Slot
from shenyue.recognise.forms.rows import SeenRow

Placed = tuple[Slot | None, ...] | None
"""For each column its cell, None for a column whose cell is missing or cannot be told; None altogether where nothing can be told."""


def align(row: SeenRow) -> Placed:
    """The cells after a row's label, column by column.

    As many cells as columns stand in order, unless their places in the grid contradict. Otherwise only the grid tells, and only
    in a row that ends where the head ends, with neither a figure below a hole of the head nor its label below a column's: a cell taken out of a row has moved all later
    ones.
    """
    count = len(row.header.leaves)
    if not row.grid_known:
        return _by_count(row)
    if len(row.values) == count and (
        _fits(row) if row.header.placed else row.shifted_as_most and row.unbroken
    ):
        return row.values
    return _by_place(row) if row.header.placed else None


def _by_count(row: SeenRow) -> Placed:
    """The cells of a row whose file has no grid: empty ones too many at the left stand for merged label cells, at the right, if the head
    ends in as many, for the rest of merged columns; any other number of cells tells nothing.
    """
    spare = len(row.values) - len(row.header.leaves)
    if spare < 0:
        return None
    if _blank(row.values[:spare]):
        return row.values[spare:]
    split = len(row.header.leaves)
    above = row.header.bottom[-spare:]
    rest = len(above) == spare and _blank(above) and _blank(row.values[split:])
    return row.values[:split] if rest else None


def _blank(cells: Row) -> bool:
    return not any(slot.raw.strip() for slot in cells)


def _fits(row: SeenRow) -> bool:
    """Whether every cell overlaps its column, or all are shifted (by hidden columns) as most rows are, below a whole head.

    A lone row with a gap after its label has rather lost a cell there.
    """
    header = row.header
    pairs = [(leaf.slot, slot) for leaf, slot in zip(header.leaves, row.values, strict=True) if leaf.slot]
    if all(_meet(label, slot) for label, slot in pairs):
        return header.whole or _ends_alike(row, row.values)
    alike = len({slot.start - label.start for label, slot in pairs}) == 1
    gap = row.alone and row.label is not None and row.label.end < row.values[0].start
    return header.whole and alike and row.shifted_as_most and not gap


def _ends_alike(row: SeenRow, cells: Row) -> bool:
    """Whether a row is as wide as the head above it, and no other row below that head is wider."""
    return max(slot.end for slot in cells) == row.header.end == row.widest


def _by_place(row: SeenRow) -> Placed:
    cells = (*row.values, *row.hanging)
    labels = [leaf.slot for leaf in row.header.leaves if leaf.slot]
    if not cells or not labels or not _ends_alike(row, cells):
        return None
    if row.label and any(_meet(row.label, label) for label in labels):
        return None
    if any(not any(_meet(slot, above) for above in row.header.bottom) for slot in cells):
        return None
    return tuple(_under(label, cells, labels) for label in labels)


def _meet(one: Slot, other: Slot) -> bool:
    """Whether two cells share a grid column."""
    return one.start < other.end and other.start < one.end


def _under(label: Slot, cells: Row, labels: list[Slot]) -> Slot | None:
    """The one cell under a label that stands under no other; of several (hidden columns) the one that is filled in."""
    over = [slot for slot in cells if _meet(slot, label)]
    filled = [slot for slot in over if slot.raw.strip()] or over[:1]
    if len(filled) != 1:
        return None
    slot = filled[0]
    merged = slot.cell.row_span > 1 or sum(_meet(slot, other) for other in labels) > 1
    return None if merged and slot.raw.strip() else slot
