"""Sums of cells as the prose means them: their terms, their value, and what they are called."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from shenyue.checks.equations import STAND_IN_NOTE, Term, read_term, shown, total
from shenyue.checks.naming import layout_of, line, line_name, table_name, whole_name
from shenyue.checks.naming import plain as unnumbered
from shenyue.form import CellKey, Line
from shenyue.patterns import compiled
from shenyue.report import FormTable, Report
from shenyue.statements import CellSum

TOTAL = "total"
_EXPLAINED = compiled(r"[（(][^（）()]*[）)]$")


class SummedCells(NamedTuple):
    """A sum of cells as counted, blanks as 0."""

    cells: CellSum
    terms: tuple[Term, ...]

    @property
    def value(self) -> Decimal:
        """As counted."""
        return total(self.terms)

    @property
    def doubt(self) -> str:
        """Why it cannot be counted, in Chinese; empty where it can."""
        return next((term.doubt for term in self.terms if term.doubt), "")

    @property
    def open(self) -> bool:
        """Whether a blank may hold more."""
        return any(term.open for term in self.terms)

    @property
    def printed(self) -> bool:
        """Whether any of the cells is filled in."""
        return any(term.printed for term in self.terms)


def add_up(report: Report, cells: CellSum) -> SummedCells | None:
    """The sum; None where the report has no such table, or the table no such line."""
    table = report.tables.get(cells.table)
    if table is None or not set(single_cells(report, cells)) <= set(table.figures):
        return None
    terms = tuple(cell_term(report, table, cell, cells) for cell in single_cells(report, cells))
    return SummedCells(cells, terms)


def single_cells(report: Report, cells: CellSum) -> tuple[CellKey, ...]:
    """The cells one by one, groups of rows taken apart."""
    groups = report.form.groups if report.form else {}
    rows = [key for row in cells.rows for key in groups.get(row, (row,))]
    return tuple((row, column) for row in rows for column in cells.columns)


def cell_term(report: Report, table: FormTable, cell: CellKey, cells: CellSum) -> Term:
    """The cell as a term; a blank of the total column counts as the cells of its row."""
    along = "rows" if len(cells.columns) > 1 else "columns"
    own = read_term(report, table, cell, along)
    name = _term_name(report, table, cell, cells)
    if own.printed or cell[1] != TOTAL:
        return own._replace(name=name)
    parts = [
        read_term(report, table, (cell[0], one.key), "rows") for one in table.columns if one.key != TOTAL
    ]
    if not any(part.printed or part.doubt for part in parts):
        return own._replace(name=name)
    doubt = next((part.doubt for part in parts if part.doubt), "")
    blank = any(part.open for part in parts)
    return Term(own.key, name, total(parts), own.span, open=blank, doubt=doubt, notes=(STAND_IN_NOTE,))


def plain(label: str) -> str:
    """A label without its ordinal and without what the form explains in brackets."""
    return _EXPLAINED.sub("", unnumbered(label))


def _term_name(report: Report, table: FormTable, cell: CellKey, cells: CellSum) -> str:
    """The row, and the column where it is not the total: 行政复议结果维持."""
    row = plain(line_name(report, table, line(table.rows, cell[0])))
    column = line_name(report, table, line(table.columns, cell[1]))
    if len(cells.columns) > 1:
        return column
    return row if cell[1] in {TOTAL, "decisions", "amount"} else f"{row}{column}"


def sum_name(report: Report, cells: CellSum) -> str:
    """As a reviewer would point at it: 表三“（三）不予公开”8行总计."""
    table = report.tables[cells.table]
    layout = layout_of(report, cells.table)
    name = whole_name(layout) if layout else table_name(report, cells.table)
    rows = "＋".join(_row_names(report, table, cells))
    columns = [line_name(report, table, line(table.columns, column)) for column in cells.columns]
    column = "" if list(cells.columns) == [TOTAL] else f"“{_joined(columns)}”栏"
    return f"{name}“{rows}”{column}"


def _row_names(report: Report, table: FormTable, cells: CellSum) -> Iterator[str]:
    groups = report.form.groups if report.form else {}
    for row in cells.rows:
        members = groups.get(row, (row,))
        heads = _heads(report, cells.table, members)
        if len(members) > 1 and heads:
            yield plain(heads)
        else:
            yield from (plain(line_name(report, table, line(table.rows, member))) for member in members)


def _heads(report: Report, table: str, members: tuple[str, ...]) -> str:
    """The label of the merged cell beside a group of rows."""
    layout = layout_of(report, table)
    found: list[Line] = [one for one in layout.rows if one.key in members] if layout else []
    return found[0].under[-1] if found and found[0].under else ""


def _joined(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{names[0]}”至“{names[-1]}"


def formula_of(name: str, value: Decimal, summed: SummedCells) -> str:
    """文中 258 ≠ 予以公开 272 + 部分公开 3 = 275，差 17."""
    listed = [term for term in summed.terms if term.value] or list(summed.terms[:1])
    rest = "，其余各项为0" if len(listed) < len(summed.terms) and len(summed.terms) > 1 else ""
    terms = " + ".join(f"{term.name} {shown(term.value)}" for term in listed)
    result = f" = {shown(summed.value)}" if len(listed) > 1 else ""
    return f"{name} {shown(value)} ≠ {terms}{result}{rest}，差 {shown(abs(value - summed.value))}"
