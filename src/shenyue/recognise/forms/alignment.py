"""Which cell of a row stands under which column, where merged, hidden and dropped cells leave rows of uneven length."""

from shenyue.recognise.forms.headers import Header
from shenyue.recognise.forms.pieces import Row, Slot

Placed = tuple[Slot | None, ...] | None
"""For each column its cell, None for a column whose cell is missing or cannot be told; None altogether where nothing can be told."""


def align(header: Header, values: Row, hanging: Row, *, grid_known: bool) -> Placed:
    """The cells after a row's label, column by column.

    As many cells as columns stand in order, unless their places in the grid contradict. Otherwise only the grid tells, and only
    in a row that ends where the head ends and has no cell below a hole of the head: a cell taken out of a row has moved all later
    ones. Where the file has no grid,
    empty cells too many at the left stand for merged label cells; any other number of cells tells nothing.
    """
    count = len(header.leaves)
    if not grid_known:
        spare = len(values) - count
        if spare < 0 or any(slot.raw.strip() for slot in values[:spare]):
            return None
        return values[spare:]
    if len(values) == count and (not header.placed or _fits(header, values)):
        return values
    return _by_place(header, (*values, *hanging)) if header.placed else None


def _fits(header: Header, values: Row) -> bool:
    """Whether every cell overlaps its column, or all are shifted alike (by hidden columns)."""
    pairs = [(leaf.slot, slot) for leaf, slot in zip(header.leaves, values, strict=True) if leaf.slot]
    if all(_meet(label, slot) for label, slot in pairs):
        return True
    return len({slot.start - label.start for label, slot in pairs}) == 1


def _by_place(header: Header, cells: Row) -> Placed:
    labels = [leaf.slot for leaf in header.leaves if leaf.slot]
    if not cells or not labels or max(slot.end for slot in cells) != max(label.end for label in labels):
        return None
    if any(not any(_meet(slot, above) for above in header.bottom) for slot in cells):
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
