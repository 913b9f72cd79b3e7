"""The recognised form tables as aligned text and as CSV rows."""

from collections.abc import Iterator

from shenyue.output.layout import columns
from shenyue.output.literal import visible
from shenyue.report import Figure, FormTable, Report

_LABEL_WIDTH = 18


def table_lines(report: Report) -> list[str]:
    """Every form table as lines: prescribed rows and columns in order, blank cells as an empty place, missing ones as ×."""
    if not report.tables:
        return ["没有识别出规定的表格。"]
    lines: list[str] = []
    for table in report.tables.values():
        lines += [f"{table.title}（{table.key}，{table.form} 年式）", *_grid(table), ""]
    return lines[:-1]


def _grid(table: FormTable) -> list[str]:
    head = ["", *(_short(column.prescribed) for column in table.columns)]
    body = [
        [
            _short(row.prescribed),
            *(_cell(table.figures.get((row.key, column.key))) for column in table.columns),
        ]
        for row in table.rows
    ]
    return columns([head, *body], [False] + [True] * len(table.columns))


def _cell(figure: Figure | None) -> str:
    if figure is None:
        return ""
    return visible(figure.raw.strip()) if figure.span else "×"


def _short(label: str) -> str:
    return label if len(label) <= _LABEL_WIDTH else label[: _LABEL_WIDTH - 1] + "…"


def csv_rows(report: Report) -> Iterator[tuple[str, str, str, str, str]]:
    """(table, row, column, value, raw) in keys of the contract; the value is empty where blank."""
    for table in report.tables.values():
        for (row, column), figure in table.figures.items():
            value = "" if figure.value is None else str(figure.value)
            yield table.key, row, column, value, _inert(figure.raw.strip())


def _inert(raw: str) -> str:
    """A cell text that a spreadsheet will not take for a formula."""
    return f"'{raw}" if raw[:1] in {"=", "+", "-", "@"} and not raw[1:].isdigit() and raw[1:] else raw
