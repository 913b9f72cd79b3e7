"""The grid of a Word table: which cell stands where and how far it reaches, and tables that only lay out the page."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from shenyue.loaders.docx.drawings import chosen
from shenyue.loaders.docx.names import (
    ALTERNATE,
    CELL,
    PARAGRAPH,
    ROW,
    TABLE,
    TRANSPARENT,
    VALUE,
    Element,
    W,
    parts_of,
    switch,
    whole,
)
from shenyue.loaders.docx.nodes import stored_text, text_nodes

_ROW_PROPERTIES = f"{W}trPr"
_CELL_PROPERTIES = f"{W}tcPr"
_GRID_BEFORE = f"{W}gridBefore"
_DELETED = f"{W}cellDel"
_SPAN = f"{W}gridSpan"
_ACROSS = f"{W}hMerge"
_DOWN = f"{W}vMerge"
_WIDEST = 63
"""Word's own limit of columns."""
_LONG = 40
"""Characters from which a paragraph is prose and no entry of a table."""
_ENOUGH_PROSE = 3


@dataclass(slots=True)
class Slot:
    """A cell in the grid, growing while continuations are met."""

    element: Element
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Grid(NamedTuple):
    """A table's cells in reading order, and what is not shown of it."""

    slots: tuple[Slot, ...]
    covered: tuple[Element, ...]
    """Continuations of merged cells, whose own text Word does not show."""
    deleted: int
    """Rows and cells that are marked as deleted."""
    hidden: int
    """Hidden rows."""


def read_grid(table: Element) -> Grid:
    """The grid of a w:tbl, after tracked changes."""
    reading = _Reading()
    for row in members(table, ROW):
        properties = parts_of(next(row.iterchildren(_ROW_PROPERTIES), None))
        if f"{W}del" in properties:
            reading.deleted += 1
        elif switch(properties.get(f"{W}hidden")):
            reading.hidden += 1
        else:
            reading.take(row, properties)
    return Grid(tuple(reading.slots), tuple(reading.covered), reading.deleted, reading.hidden)


def members(parent: Element, tag: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, through content controls and the like."""
    for child in parent:
        if child.tag == tag:
            yield child
        elif child.tag in TRANSPARENT:
            yield from members(child, tag)
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from members(branch, tag)


def is_layout(grid: Grid) -> bool:
    """Whether the table only arranges the page: a single cell, or one column (or one cell with anything in it) full of prose or tables."""
    if len(grid.slots) <= 1:
        return True
    by_row = Counter(slot.row for slot in grid.slots)
    if max(by_row.values()) == 1 and all(slot.column == 0 for slot in grid.slots):
        return _holds_prose(grid.slots)
    filled = (slot for slot in grid.slots if text_nodes(slot.element))
    first_two = tuple(islice(filled, 2))
    return len(first_two) == 1 and _holds_prose(first_two)


def _holds_prose(slots: tuple[Slot, ...]) -> bool:
    if any(next(slot.element.iter(TABLE), None) is not None for slot in slots):
        return True
    long = (
        paragraph
        for slot in slots
        for paragraph in slot.element.iter(PARAGRAPH)
        if sum(len(stored_text(node)) for node in text_nodes(paragraph)) > _LONG
    )
    return sum(1 for _ in long) >= _ENOUGH_PROSE


class _Reading:
    """The state while the rows are read from top to bottom."""

    def __init__(self) -> None:
        self.slots: list[Slot] = []
        self.covered: list[Element] = []
        self.deleted = 0
        self.hidden = 0
        self._row = -1
        self._open: dict[int, Slot] = {}
        """By column: the cell above that a vertical merge may continue."""

    def take(self, row: Element, properties: dict[str, Element]) -> None:
        self._row += 1
        column = max(0, _number(properties, _GRID_BEFORE, 0))
        met: dict[int, Slot] = {}
        last: Slot | None = None
        for cell in members(row, CELL):
            parts = parts_of(next(cell.iterchildren(_CELL_PROPERTIES), None))
            if _DELETED in parts:
                self.deleted += 1
                continue
            span = min(_WIDEST, max(1, _number(parts, _SPAN, 1)))
            if last is not None and _continues(parts.get(_ACROSS)):
                last.column_span = max(last.column_span, column + span - last.column)
                self.covered.append(cell)
            else:
                last = self._place(cell, column, span, parts.get(_DOWN))
            if _DOWN in parts:
                met.setdefault(column, last)
            column += span
        self._open = met

    def _place(self, cell: Element, column: int, span: int, merge: Element | None) -> Slot:
        above = self._open.get(column) if _continues(merge) else None
        if above is None:
            self.slots.append(Slot(cell, self._row, column, 1, span))
            return self.slots[-1]
        above.row_span = self._row - above.row + 1
        self.covered.append(cell)
        return above


def _continues(merge: Element | None) -> bool:
    """Whether a merge goes on here: that is what it means without a value."""
    return merge is not None and merge.get(VALUE, "continue") == "continue"


def _number(parts: dict[str, Element], name: str, default: int) -> int:
    return whole(parts[name].get(VALUE), default) if name in parts else default
