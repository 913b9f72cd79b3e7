"""A figure of the prose held against the cells that it speaks of: equal, different, or not to be told."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from enum import StrEnum
from typing import NamedTuple

from shenyue.checks.figures.cell_sums import SummedCells, add_up
from shenyue.checks.figures.doubts import doubts_of
from shenyue.checks.once import once
from shenyue.report import Report
from shenyue.statements import CellSum, ProseFigure


class FigureState(StrEnum):
    """The states of the contract."""

    EQUAL = "equal"
    DIFFERS = "differs"
    UNSURE = "unsure"


class Comparison(NamedTuple):
    """What came of it."""

    figure: ProseFigure
    state: FigureState
    summed: SummedCells | None
    """The sum that it equals, else the one that it speaks of; None where the report has none such."""
    reason: str = ""
    """In Chinese, where it is unsure."""
    contradicted: bool = False
    """Whether the figures differ beyond doubt, though the meaning may be another."""


def compare(report: Report, figure: ProseFigure) -> Comparison:
    """Hold a figure against the tables of its report, in the light of what the report states elsewhere."""
    comparison = held(report, figure)
    doubt = _doubts(report).get(figure, "") if comparison.contradicted else ""
    if doubt:
        return Comparison(figure, FigureState.UNSURE, comparison.summed, doubt)
    if comparison.contradicted and figure.certain and figure.cells in stated_rightly(report):
        unsure = replace(figure, certain=False)
        return comparison._replace(figure=unsure, state=FigureState.UNSURE, reason="别处写的数与表一致")
    return comparison


@once
def stated_rightly(report: Report) -> frozenset[CellSum]:
    """The sums that some figure of the prose states as the table does."""
    each = (held(report, figure) for figure in report.figures if not figure.denied)
    return frozenset(
        one.figure.cells for one in each if one.state is FigureState.EQUAL and one.figure.cells is not None
    )


@once
def _doubts(report: Report) -> Mapping[ProseFigure, str]:
    each = (held(report, figure) for figure in report.figures if not figure.denied)
    different = {
        one.figure: one.summed.value - one.figure.value
        for one in each
        if one.contradicted and one.summed is not None
    }
    return doubts_of(report, stated_rightly(report), different)


def held(report: Report, figure: ProseFigure) -> Comparison:
    """Hold a figure against the tables, in its own words alone."""
    if figure.cells is None:
        return Comparison(figure, FigureState.UNSURE, None, figure.note)
    own = add_up(report, figure.cells)
    if own is None:
        return Comparison(figure, FigureState.UNSURE, None, "没有读到对应的表格或者行列")
    if figure.approximate:
        return Comparison(figure, FigureState.UNSURE, own, "文中是约数，不作比较")
    sums = [own, *(one for cells in figure.also if (one := add_up(report, cells)) is not None)]
    equal = next((one for one in sums if not one.doubt and _equal(figure.value, one.value)), None)
    return _different(figure, own) if equal is None else Comparison(figure, FigureState.EQUAL, equal)


def _different(figure: ProseFigure, own: SummedCells) -> Comparison:
    if own.doubt:
        return Comparison(figure, FigureState.UNSURE, own, own.doubt)
    if figure.value > own.value and own.open:
        return Comparison(figure, FigureState.UNSURE, own, "对应的单元格有空白，差额可能在空白格内")
    state = FigureState.DIFFERS if figure.certain else FigureState.UNSURE
    return Comparison(figure, state, own, "" if figure.certain else "表述含义不能完全确定", contradicted=True)


def _equal(text: Decimal, cell: Decimal) -> bool:
    """Equal, or the one is the other rounded to fewer decimals (12.35万元 for 12.3456)."""
    if text == cell:
        return True
    places = -int(text.as_tuple().exponent)
    return places > 0 and text == cell.quantize(Decimal(1).scaleb(-places))
