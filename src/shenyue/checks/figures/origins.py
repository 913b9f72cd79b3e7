"""Where a wrong figure probably came from: the cell, the partial sum or last year's figure that equals it."""

from collections.abc import Iterator
from decimal import Decimal
from itertools import combinations

from shenyue.checks.equations import shown
from shenyue.checks.figures.cell_sums import SummedCells, add_up, plain, single_cells
from shenyue.checks.naming import cell_name, line, line_name
from shenyue.report import FormTable, Report
from shenyue.statements import CellSum, ProseFigure

_MOST = 2
"""Hints in one message."""


def probable_origin(report: Report, figure: ProseFigure, summed: SummedCells) -> str:
    """A sentence in Chinese that begins with a stop's space, such as 该数与…相同; empty where nothing equals it."""
    if not figure.value:
        return ""
    found = list(dict.fromkeys(_origins(report, figure, summed)))[:_MOST]
    return f"该数{'，也'.join(found)}，可能由此误取。" if found else ""


def _origins(report: Report, figure: ProseFigure, summed: SummedCells) -> Iterator[str]:
    table = report.tables[summed.cells.table]
    value = figure.value
    own = single_cells(report, summed.cells)
    yield from _in_rows(report, table, own, value)
    yield from _partial_sums(summed, value)
    yield from _in_columns(report, table, summed.cells, value)
    yield from _last_year(report, summed.cells, value)
    if shown(value) == shown(summed.value)[::-1] and len(shown(value)) > 1:
        yield f"恰是 {shown(summed.value)} 的数字颠倒"


def _in_rows(
    report: Report, table: FormTable, own: tuple[tuple[str, str], ...], value: Decimal
) -> Iterator[str]:
    """Another cell of the same rows."""
    rows = dict.fromkeys(row for row, _ in own)
    for row in rows:
        for column in table.columns:
            cell = (row, column.key)
            if cell not in own and table.figures[cell].value == value:
                yield f"与{cell_name(report, table, cell)}的 {shown(value)} 相同"


def _partial_sums(summed: SummedCells, value: Decimal) -> Iterator[str]:
    """One of the terms, or two and more, not all: 只加了其中几项."""
    for term in summed.terms if len(summed.terms) > 1 else ():
        if term.value == value:
            yield f"与其中“{term.name}”一项的 {shown(value)} 相同"
    terms = [term for term in summed.terms if term.value]
    for count in range(2, len(terms)):
        for chosen in combinations(terms, count):
            if sum(term.value for term in chosen) == value:
                names = "＋".join(f"{term.name} {shown(term.value)}" for term in chosen)
                yield f"等于{names}，未计其余各项"
                return


def _in_columns(report: Report, table: FormTable, cells: CellSum, value: Decimal) -> Iterator[str]:
    """Another row of the same column: 办结 stated with the figure of 新收."""
    own = {row for row, _ in single_cells(report, cells)}
    for found in table.rows:
        for column in cells.columns:
            if found.key not in own and table.figures[found.key, column].value == value:
                yield f"与“{plain(line_name(report, table, line(table.rows, found.key)))}”的 {shown(value)} 相同"


def _last_year(report: Report, cells: CellSum, value: Decimal) -> Iterator[str]:
    prior = add_up(report.prior, cells) if report.prior else None
    if prior is not None and not prior.doubt and prior.value == value:
        yield f"与上一年度报告同一项的 {shown(value)} 相同"
