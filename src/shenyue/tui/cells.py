"""Tables of the document as cells to draw; a table without a grid gets one that keeps its figures in line."""

from collections.abc import Iterator

from shenyue.checks.naming import cell_name
from shenyue.findings import Finding
from shenyue.model import Cell, Document, Span, Table
from shenyue.report import FormTable, Report
from shenyue.tui.grid import GridCell


def cells_at_fault(report: Report, finding: Finding) -> Iterator[tuple[str, Span]]:
    """The cells of which a finding speaks one by one, each with its name and what stands in it."""
    for place in finding.cells:
        table, key = report.tables[place.table], (place.row, place.column)
        figure = table.figures[key]
        if figure.span:
            yield f"{cell_name(report, table, key)}　{figure.raw.strip() or '空白'}", figure.span


def grid_cells(document: Document, table: Table) -> list[GridCell]:
    """One cell for each of the table's, in the same order."""
    if table.grid_known:
        return [
            GridCell(document.quote(cell.span), cell.row, cell.column, cell.row_span, cell.column_span)
            for cell in table.cells
        ]
    columns = max((cell.column for cell in table.cells), default=0) + 1
    rows = table.rows()
    return [_at_the_right(document, cell, len(rows[cell.row]), columns) for cell in table.cells]


def _at_the_right(document: Document, cell: Cell, held: int, columns: int) -> GridCell:
    """The last cells of a short row stand below the last columns; its first takes the room that is left."""
    text, spare = document.quote(cell.span), columns - held
    if cell.column == 0:
        return GridCell(text, cell.row, 0, 1, spare + 1)
    return GridCell(text, cell.row, cell.column + spare)


def form_cells(table: FormTable) -> tuple[list[GridCell], list[tuple[str, str] | None]]:
    """A recognised form table under the prescribed labels, and which cell of the contract each one is."""
    cells: list[GridCell] = [GridCell("", 0, 0)]
    keys: list[tuple[str, str] | None] = [None]
    for at, column in enumerate(table.columns, 1):
        cells.append(GridCell(column.prescribed, 0, at))
        keys.append(None)
    number = 0
    around: tuple[str, ...] = ()
    for row in table.rows:
        for group in _begun(around, row.under):
            number += 1
            cells.append(GridCell(group, number, 0, 1, len(table.columns) + 1))
            keys.append(None)
        number, around = number + 1, row.under
        cells.append(GridCell(row.prescribed, number, 0))
        keys.append(None)
        for at, column in enumerate(table.columns, 1):
            figure = table.figures.get((row.key, column.key))
            text = "" if figure is None else (figure.raw.strip() if figure.span else "×")
            cells.append(GridCell(text, number, at))
            keys.append((row.key, column.key))
    return cells, keys


def _begun(before: tuple[str, ...], now: tuple[str, ...]) -> tuple[str, ...]:
    """The groups of a row in which the row before does not stand."""
    shared = next(
        (at for at, (one, other) in enumerate(zip(before, now, strict=False)) if one != other), None
    )
    return now[min(len(before), len(now)) if shared is None else shared :]
