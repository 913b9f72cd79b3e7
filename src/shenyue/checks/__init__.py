"""The checks by the `kind` under which a rule calls for them: what the program can judge, to be read in one place."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from shenyue.checks.balance import BALANCE_VALUES, balance
from shenyue.checks.cells import (
    BLANK_CELLS_VALUES,
    BLANK_CELLS_VARIANTS,
    CELL_READINGS_VALUES,
    CELL_READINGS_VARIANTS,
    blank_cells,
    cell_readings,
)
from shenyue.checks.placement import FIGURE_PLACE_VALUES, FIGURE_PLACE_VARIANTS, figure_place
from shenyue.checks.tables import (
    MISSING_TABLE_VALUES,
    TABLE_LINES_VALUES,
    TABLE_LINES_VARIANTS,
    TABLE_VERSION_VALUES,
    missing_table,
    table_lines,
    table_version,
)
from shenyue.findings import Outcome


@dataclass(frozen=True, slots=True)
class CheckKind:
    """A check and what a rule author must know of it."""

    run: Callable[..., Iterator[Outcome]]
    """`run(report, *, parameters…)`: its keyword-only parameters are the keys of `[check]`."""
    values: frozenset[str]
    """What a message may name in braces, besides `{quote}`."""
    variants: frozenset[str] = frozenset()
    """The variants that it may yield, besides `unsure`."""


CHECKS: Mapping[str, CheckKind] = {
    "balance": CheckKind(balance, BALANCE_VALUES),
    "blank_cells": CheckKind(blank_cells, BLANK_CELLS_VALUES, BLANK_CELLS_VARIANTS),
    "cell_readings": CheckKind(cell_readings, CELL_READINGS_VALUES, CELL_READINGS_VARIANTS),
    "figure_place": CheckKind(figure_place, FIGURE_PLACE_VALUES, FIGURE_PLACE_VARIANTS),
    "missing_table": CheckKind(missing_table, MISSING_TABLE_VALUES),
    "table_lines": CheckKind(table_lines, TABLE_LINES_VALUES, TABLE_LINES_VARIANTS),
    "table_version": CheckKind(table_version, TABLE_VERSION_VALUES),
}
