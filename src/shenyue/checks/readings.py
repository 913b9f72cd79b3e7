"""What to say of a table cell that is no plain count."""

from shenyue.checks.equations import shown
from shenyue.checks.naming import cell_name, table_name
from shenyue.findings import Hit, TablePlace
from shenyue.form import CellKey
from shenyue.report import Figure, FormTable, Reading, Report

READING_VARIANTS = {
    Reading.TEXT: "",
    Reading.UNSURE: "",
    Reading.NEGATIVE: "negative",
    Reading.DECIMAL: "decimal",
    Reading.APPROXIMATE: "approximate",
    Reading.WITH_UNIT: "noted",
    Reading.WITH_NOTE: "noted",
    Reading.NOTHING: "nothing",
}
"""The variant of the rule for each; the empty one is the rule itself."""


def is_its_own(table: FormTable, cell: CellKey) -> bool:
    """Whether what is read as unsure is this cell's own text, not a row whose cells cannot be told apart."""
    figure = table.figures[cell]
    same = [one for one in table.figures.values() if one.span == figure.span]
    return figure.reading is not Reading.UNSURE or (bool(figure.raw.strip()) and len(same) == 1)


def reading_hit(report: Report, table: FormTable, cell: CellKey) -> Hit:
    """The finding of one cell; not certain where the cell's text is broken (12..)."""
    figure = table.figures[cell]
    name = cell_name(report, table, cell)
    values = {
        "table": table_name(report, table.key),
        "cell": name,
        "raw": flat(figure),
        "value": "" if figure.value is None else shown(figure.value),
        "count": "1",
        "cells": name,
    }
    place = TablePlace(table.key, *cell)
    return Hit(
        figure.span,
        values,
        variant=READING_VARIANTS[figure.reading],
        certain=figure.reading is not Reading.UNSURE,
        name=str(place),
        cell=place,
    )


def flat(figure: Figure) -> str:
    """The cell's text on one line."""
    return " ".join(figure.raw.split())
