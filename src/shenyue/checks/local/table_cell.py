"""Single cells of a form table held to a range, to whole numbers, or to being filled in (kind table_cell)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Literal, NamedTuple

from shenyue.checks.figures.cell_sums import single_cells
from shenyue.checks.naming import cell_name, layout_of, line, table_name
from shenyue.checks.readings import flat
from shenyue.checks.traces import traces_of
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, TablePlace, Unchecked
from shenyue.form import CellKey
from shenyue.report import FormTable, LineState, Reading, Report
from shenyue.statements import CellSum

TABLE_CELL_VALUES = frozenset({"table", "cell", "raw", "value", "limit", "relation"})
TABLE_CELL_VARIANTS = frozenset({"blank", "fraction"})
_UNCOUNTABLE = frozenset({Reading.UNSURE, Reading.TEXT, Reading.APPROXIMATE})


def table_cell(  # noqa: PLR0913 - each is a key of the rule file
    report: Report,
    *,
    table: str,
    rows: tuple[str, ...] = (),
    columns: tuple[str, ...] = (),
    least: Decimal | None = None,
    most: Decimal | None = None,
    integer: bool = False,
    blank: Literal["allow", "forbid"] = "allow",
) -> Iterator[Outcome]:
    """Every cell of the rows and columns (all where empty) is from `least` to `most`, whole where `integer`, filled in where blank is forbidden.

    Variants: blank, fraction. Marks for nothing (-, /, 无) count as 0. What is no number is told by T304 and not judged here.
    """
    absent = absent_table(report, table)
    if absent is not None:
        yield absent
        return
    found = report.tables[table]
    for cell in _cells(report, found, rows, columns):
        yield _outcome(report, found, cell, _Limits(least, most, integer, blank == "forbid"))


class _Limits(NamedTuple):
    """What a cell is held to."""

    least: Decimal | None
    most: Decimal | None
    integer: bool
    filled: bool

    def broken(self, value: Decimal) -> tuple[str, str, str] | None:
        """Variant, relation and limit that a value breaks; None where it keeps them all."""
        if self.integer and value != value.to_integral_value():
            return "fraction", "不是整数", ""
        if self.least is not None and value < self.least:
            return "", "小于", f"{self.least}"
        if self.most is not None and value > self.most:
            return "", "大于", f"{self.most}"
        return None


def absent_table(report: Report, key: str) -> Outcome | None:
    """What to say where the report has no such table; None where it has one."""
    if key in report.tables:
        return None
    layout = layout_of(report, key)
    if report.form is not None and layout is None:
        return NotApplicable(f"{report.form.version}年表式没有这张表")
    reason = traces_of(report, layout.part, (layout,)) if layout else ""
    return Unchecked(key, reason or f"没有读到{table_name(report, key)}" if layout else "没有读到这张表")


def _cells(
    report: Report, table: FormTable, rows: tuple[str, ...], columns: tuple[str, ...]
) -> Iterator[CellKey]:
    every = CellSum(
        table.key,
        rows or tuple(one.key for one in table.rows),
        columns or tuple(one.key for one in table.columns),
    )
    for cell in single_cells(report, every):
        if rows or columns or cell in table.figures:
            yield cell


def _outcome(report: Report, table: FormTable, cell: CellKey, limits: _Limits) -> Outcome:
    name = f"{table.key}.{cell[0]}.{cell[1]}"
    figure = table.figures.get(cell)
    if figure is None:
        return Unchecked(name, "本报告的表中没有规则所说的这一格")
    if figure.reading is Reading.BLANK and limits.filled and _is_there(table, cell):
        return _hit(report, table, cell, "blank", ("空白", ""))
    value = Decimal(0) if figure.reading is Reading.NOTHING else figure.value
    doubt = _doubt(report, table, cell)
    if value is None or doubt:
        return Unchecked(name, doubt or "没有数字可核对", figure.span)
    broken = limits.broken(value)
    if broken is None:
        return Passed(name, (Operand(cell_name(report, table, cell), f"{value:f}", figure.span),))
    return _hit(report, table, cell, broken[0], broken[1:])


def _is_there(table: FormTable, cell: CellKey) -> bool:
    """Whether the table has the cell's row and column beyond doubt."""
    states = {line(table.rows, cell[0]).state, line(table.columns, cell[1]).state}
    return not states & {LineState.MISSING, LineState.UNSURE}


def _doubt(report: Report, table: FormTable, cell: CellKey) -> str:
    """Why the cell cannot be judged, in Chinese; empty where it can."""
    figure = table.figures[cell]
    if figure.reading is Reading.MISSING or not _is_there(table, cell):
        return f"没有读到{cell_name(report, table, cell)}"
    if figure.reading is Reading.BLANK:
        return "空白，没有数字可核对"
    return f"填写为“{flat(figure)}”，不是确切的数字" if figure.reading in _UNCOUNTABLE else ""


def _hit(report: Report, table: FormTable, cell: CellKey, variant: str, told: tuple[str, str]) -> Hit:
    figure = table.figures[cell]
    name = cell_name(report, table, cell)
    value = "" if figure.value is None else f"{figure.value:f}"
    values = {
        "table": table_name(report, table.key),
        "cell": name,
        "raw": flat(figure),
        "value": value,
        "relation": told[0],
        "limit": told[1],
    }
    span = line(table.rows, cell[0]).span if variant == "blank" else figure.span
    place = TablePlace(table.key, *cell)
    return Hit(
        span or figure.span,
        values,
        (Operand(name, value, figure.span),),
        variant=variant,
        name=str(place),
        cell=place,
    )


def table_cell_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    least, most = parameters.get("least"), parameters.get("most")
    idle = least is None and most is None and not parameters.get("integer")
    if idle and parameters.get("blank", "allow") == "allow":
        yield (
            "table",
            '没有写要核对什么：least（最小）、most（最大）、integer = true（整数）、blank = "forbid"（不得空白）至少写一个。',
        )
    elif isinstance(least, Decimal) and isinstance(most, Decimal) and least > most:
        yield "least", "最小值不能大于最大值。"
