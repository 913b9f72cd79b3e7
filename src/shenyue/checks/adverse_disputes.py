"""Whether the text speaks of the reviews and suits that the unit lost by its own table (C704)."""

from collections.abc import Iterator
from decimal import Decimal

from shenyue.checks.naming import cell_name, whole_name
from shenyue.checks.sentences import Sentence, holds, sentences
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, TablePlace, Unchecked
from shenyue.form import CellKey
from shenyue.report import Figure, FormTable, Report

ADVERSE_DISPUTES_VALUES = frozenset({"table", "cells", "count", "what"})
_TABLE = "disputes"
_CORRECTED = "corrected"
_KINDS: dict[str, tuple[str, tuple[str, ...]]] = {
    "review": ("行政复议", ("review",)),
    "suits": ("行政诉讼", ("suit_direct", "suit_after_review")),
}


def adverse_disputes(
    report: Report, *, subjects: tuple[str, ...], outcomes: tuple[str, ...], sure: tuple[str, ...]
) -> Iterator[Outcome]:
    """Where cases were corrected, some sentence says so: it holds one of `subjects` and one of `outcomes`, or one of `sure`.

    Reviews and suits are one duty each.
    """
    table = report.tables.get(_TABLE)
    if table is None:
        yield NotApplicable("没有识别出表四")
        return
    said = any(_speaks(one, subjects, outcomes, sure) for one in sentences(report))
    unread = any(one.content for one in report.document.unread)
    for name, (what, rows) in _KINDS.items():
        cells = [(row, _CORRECTED) for row in rows if _count(table, (row, _CORRECTED)) > 0]
        if not cells or said:
            yield Passed(name)
        elif unread:
            yield Unchecked(name, "报告有未能读取的内容（如图片）")
        else:
            yield _hit(report, table, name, what, cells)


def _speaks(
    one: Sentence, subjects: tuple[str, ...], outcomes: tuple[str, ...], sure: tuple[str, ...]
) -> bool:
    return holds(one.text, sure) or (holds(one.text, subjects) and holds(one.text, outcomes))


def _figure(table: FormTable, cell: CellKey) -> Figure | None:
    return table.figures.get(cell)


def _count(table: FormTable, cell: CellKey) -> Decimal:
    figure = _figure(table, cell)
    return figure.value if figure is not None and figure.value is not None else Decimal(0)


def _hit(report: Report, table: FormTable, name: str, what: str, cells: list[CellKey]) -> Hit:
    places = [cell_name(report, table, cell) for cell in cells]
    operands = tuple(
        Operand(place, f"{_count(table, cell):f}", figure.span if (figure := _figure(table, cell)) else None)
        for place, cell in zip(places, cells, strict=True)
    )
    first = _figure(table, cells[0])
    values = {
        "table": whole_name(report.form.layout(_TABLE)) if report.form else "表四",
        "cells": "、".join(places),
        "count": f"{sum((_count(table, cell) for cell in cells), Decimal(0)):f}",
        "what": what,
    }
    place = TablePlace(_TABLE, *cells[0])
    return Hit(first.span if first else None, values, operands=operands, name=name, cell=place)
