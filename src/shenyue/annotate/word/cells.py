"""The element of a cell that shows nothing: no character leads back to it, but its neighbours lead to the table."""

from collections.abc import Callable

from shenyue.loaders.docx.names import TABLE, Element
from shenyue.loaders.docx.tables import read_grid
from shenyue.model import Cell, Span, Table


def cell_element(table: Table, cell: Cell, node_of: Callable[[Span], Element | None]) -> Element | None:
    """The w:tc of a cell; `node_of` gives the element of a span's first character. None where the whole table is empty."""
    places = [(one.row, one.column) for one in table.cells]
    nodes = (node_of(one.span) for one in table.cells if one.span.start < one.span.end)
    node = next((node for node in nodes if node is not None), None)
    for element in () if node is None else node.iterancestors(TABLE):
        slots = read_grid(element).slots
        if [(slot.row, slot.column) for slot in slots] == places:
            return slots[places.index((cell.row, cell.column))].element
    return None
