"""Whether the cells of the form tables are filled in, each with a proper number."""

from collections.abc import Iterator
from itertools import groupby

from shenyue.checks.equations import Equation, Verdict, shown, weighings
from shenyue.checks.naming import LISTED, cell_name, line, line_name, quotable, table_name
from shenyue.checks.readings import READING_VARIANTS, flat, is_its_own, reading_hit
from shenyue.findings import Hit, Outcome, Passed, TablePlace, Unchecked
from shenyue.form import CellKey
from shenyue.model import Span
from shenyue.report import FormTable, LineState, Reading, Report

BLANK_CELLS_VALUES = frozenset({"table", "count", "cells", "difference"})
BLANK_CELLS_VARIANTS = frozenset({"difference"})
CELL_READINGS_VALUES = frozenset({"table", "cell", "raw", "value", "count", "cells"})
CELL_READINGS_VARIANTS = frozenset({"nothing", "several", "approximate", "noted", "negative", "decimal"})


def blank_cells(report: Report, *, equations: tuple[Equation, ...] = ()) -> Iterator[Outcome]:
    """Look for cells left blank; one finding a table, which tells where a sum's difference may belong in a blank."""
    if not report.tables:
        yield Unchecked("tables", "没有读到表格")
    for table in report.tables.values():
        blanks = tuple(_cells(table, Reading.BLANK))
        if blanks:
            yield _blank_hit(report, table, blanks, tuple(_differences(report, table, equations)))
        else:
            yield _unsure(table) or Passed(table.key)


def _cells(table: FormTable, *readings: Reading) -> Iterator[CellKey]:
    """The cells so read, row by row; a cell of a row or column that the table lacks or may lack is none."""
    sure = {LineState.FOUND, LineState.RELABELLED}
    for row in table.rows:
        for column in table.columns:
            figure = table.figures.get((row.key, column.key))
            if figure and figure.reading in readings and {row.state, column.state} <= sure:
                yield row.key, column.key


def _unsure(table: FormTable) -> Unchecked | None:
    unsure = [figure.span for figure in table.figures.values() if figure.reading is Reading.UNSURE]
    return Unchecked(table.key, f"有{len(unsure)}个单元格无法确认内容", unsure[0]) if unsure else None


def _blank_hit(
    report: Report, table: FormTable, blanks: tuple[CellKey, ...], differences: tuple[str, ...]
) -> Hit:
    values = {
        "table": table_name(report, table.key),
        "count": str(len(blanks)),
        "cells": _listed(report, table, blanks),
        "difference": "；".join(differences[:LISTED]),
    }
    return Hit(
        _row_label(table, blanks[0]),
        values,
        variant="difference" if differences else "",
        name=table.key,
        cell=TablePlace(table.key),
        cells=_places(table, blanks),
    )


def _places(table: FormTable, cells: tuple[CellKey, ...]) -> tuple[TablePlace, ...]:
    return tuple(TablePlace(table.key, *cell) for cell in cells)


def _row_label(table: FormTable, cell: CellKey) -> Span | None:
    """The label of the row: a blank has no characters to show."""
    return line(table.rows, cell[0]).span or table.figures[cell].span


def _differences(report: Report, table: FormTable, equations: tuple[Equation, ...]) -> Iterator[str]:
    for equation in equations:
        if equation.table != table.key or equation.needs_prescribed_form(report, table):
            continue
        for weighing in weighings(report, equation):
            if weighing.verdict is Verdict.OPEN:
                word = "一行" if equation.along == "rows" else "一列"
                label = quotable(line_name(report, table, weighing.line))
                yield f"“{label}”{word}空白格按0计时，与“{weighing.right[0].name}”核对相差{shown(weighing.difference)}"


def _listed(report: Report, table: FormTable, cells: tuple[CellKey, ...]) -> str:
    """“规章”行的本年制发件数、本年废止件数；“行政规范性文件”行的现行有效件数: at most ten, then 等."""
    pieces = []
    for row, group in groupby(cells[:LISTED], key=lambda cell: cell[0]):
        columns = "、".join(line_name(report, table, line(table.columns, column)) for _, column in group)
        pieces.append(f"“{quotable(line_name(report, table, line(table.rows, row)))}”行的{columns}")
    return "；".join(pieces) + ("等" if len(cells) > LISTED else "")


def cell_readings(
    report: Report, *, decimals: tuple[str, ...], negatives: tuple[str, ...], each_up_to: int = 3
) -> Iterator[Outcome]:
    """Hold every cell against what a count looks like; `decimals` and `negatives` name tables or `table.column` where those are right.

    Marks that mean nothing are one finding a table where there are more than `each_up_to`.
    """
    if not report.tables:
        yield Unchecked("tables", "没有读到表格")
    for table in report.tables.values():
        right = {Reading.DECIMAL: decimals, Reading.NEGATIVE: negatives}
        odd = tuple(
            cell
            for cell in _cells(table, *READING_VARIANTS)
            if is_its_own(table, cell)
            and not _allowed(table, cell, right.get(table.figures[cell].reading, ()))
        )
        nothing = tuple(cell for cell in odd if table.figures[cell].reading is Reading.NOTHING)
        if len(nothing) > each_up_to:
            odd = tuple(cell for cell in odd if cell not in nothing)
            yield _several(report, table, nothing)
        yield from (reading_hit(report, table, cell) for cell in odd)
        if not odd and len(nothing) <= each_up_to:
            yield _unsure(table) or Passed(table.key)


def _allowed(table: FormTable, cell: CellKey, addresses: tuple[str, ...]) -> bool:
    return table.key in addresses or f"{table.key}.{cell[1]}" in addresses


def _several(report: Report, table: FormTable, cells: tuple[CellKey, ...]) -> Hit:
    first = table.figures[cells[0]]
    values = {
        "table": table_name(report, table.key),
        "cell": cell_name(report, table, cells[0]),
        "raw": flat(first),
        "value": "0",
        "count": str(len(cells)),
        "cells": _listed(report, table, cells),
    }
    return Hit(
        first.span,
        values,
        variant="several",
        name=table.key,
        cell=TablePlace(table.key),
        cells=_places(table, cells),
    )
