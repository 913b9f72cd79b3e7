"""The figures of a sample: given a few, everything that follows from them by the equations of the form."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from shenyue.form import CellKey, Form, FormTableLayout
from shenyue.samples.sample import BrokenSample

TableFigures = Mapping[CellKey, Decimal]

_CASES = "applications"


def computed_figures(form: Form, given: Mapping[str, Decimal]) -> Mapping[str, TableFigures]:
    """The figure of every cell of a form by table key; addresses that the form does not have are left out.

    Raises BrokenSample where more cases are decided than were received and carried in.
    """
    return {layout.key: _table(form, layout, given) for layout in form.tables}


def cells_of(layout: FormTableLayout) -> Iterable[CellKey]:
    """The cells that a table has, row by row."""
    pairs = ((row.key, column.key) for row in layout.rows for column in layout.columns)
    return (pair for pair in pairs if not layout.cells or pair in layout.cells)


def is_computed(table: str, row: str, column: str) -> bool:
    """Whether a figure follows from others, so that no sample may state it."""
    return column == "total" or (table == _CASES and row in {"total", "carried_out"})


def _table(form: Form, layout: FormTableLayout, given: Mapping[str, Decimal]) -> TableFigures:
    figures = {
        (row, column): given.get(f"{layout.key}.{row}.{column}", Decimal(0))
        for row, column in cells_of(layout)
    }
    if layout.key == _CASES:
        for column in layout.columns:
            _close_column(figures, column.key, form.groups["outcomes"])
    if any(column.key == "total" for column in layout.columns):
        for row in layout.rows:
            figures[row.key, "total"] = sum(
                (figures[row.key, column.key] for column in layout.columns if column.key != "total"),
                Decimal(0),
            )
    return figures


def _close_column(figures: dict[CellKey, Decimal], column: str, outcomes: Iterable[str]) -> None:
    decided = sum((figures[row, column] for row in outcomes), Decimal(0))
    left = figures["new", column] + figures["carried_in", column] - decided
    if left < 0:
        raise BrokenSample(f"applications.{column}：办理结果合计 {decided} 件，多于新收与上年结转之和。")
    figures["total", column] = decided
    figures["carried_out", column] = left
