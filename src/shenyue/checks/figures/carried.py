"""新收 + 上年结转 = 办结 + 结转下年, as the prose states them (X406); a term that it leaves out is taken from the table."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from shenyue.checks.equations import shown
from shenyue.checks.figures.cell_sums import add_up
from shenyue.checks.figures.comparing import FigureState, compare
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Report
from shenyue.statements import CellSum, ProseFigure

CARRIED_FIGURES_VALUES = frozenset({"left", "right", "diff", "formula", "from_table"})
_NAMES = {"new": "新收", "carried_in": "上年结转", "total": "办结", "carried_out": "结转下年"}
_LEFT = ("new", "carried_in")
_WORKED = "worked"
"""办理312件 may be of one body or one way; it is a term only where it is the table's figure."""


class _Term(NamedTuple):
    name: str
    value: Decimal
    figure: ProseFigure | None
    """None where the table gives it."""
    equal: bool = True
    """Whether it is the table's figure."""


def carried_figures(report: Report) -> Iterator[Outcome]:
    """Add up what a paragraph says was received, carried in, done and carried out."""
    found = False
    for block in report.document.paragraphs():
        stated = _stated(report, block.span)
        received = stated.keys() & {"new", "new+carried_in"}
        if not received or len(stated) < 2 or not stated.keys() & {"total", "carried_out"}:  # noqa: PLR2004 - one figure is no sum
            continue
        terms = _terms(report, stated)
        if terms is not None:
            found = True
            yield _judge(terms)
    if not found:
        yield NotApplicable("正文没有在一段里写出收到、办结、结转的件数")


def _judge(terms: dict[str, _Term]) -> Outcome:
    left = sum((term.value for key, term in terms.items() if key.startswith(_LEFT)), Decimal(0))
    right = sum((term.value for key, term in terms.items() if not key.startswith(_LEFT)), Decimal(0))
    if left == right or all(term.equal for term in terms.values()):
        note = "" if left == right else "正文与表三相同，表三本身不平，见表三的核对"
        return Passed("applications", _operands(terms), note)
    return _hit(terms, left, right)


def _hit(terms: dict[str, _Term], left: Decimal, right: Decimal) -> Hit:
    sides = [
        " + ".join(
            f"{term.name} {shown(term.value)}" for key, term in terms.items() if key.startswith(_LEFT) is side
        )
        for side in (True, False)
    ]
    formula = f"{sides[0]} = {shown(left)} ≠ {sides[1]} = {shown(right)}，差 {shown(abs(left - right))}"
    taken = "、".join(term.name for term in terms.values() if term.figure is None)
    figures = [term.figure for term in terms.values() if term.figure is not None]
    other = [term.figure for term in terms.values() if term.figure is not None and not term.equal]
    first = other[0] if len(other) == 1 else figures[0]
    values = {
        "left": shown(left),
        "right": shown(right),
        "diff": shown(abs(left - right)),
        "formula": formula,
        "from_table": f"（{taken}取自表三）" if taken else "",
    }
    doubtful = any(
        term.figure and term.name == "办结" and not (term.figure.certain or term.equal)
        for term in terms.values()
    )
    sure = not taken and not doubtful
    return Hit(first.span, values, _operands(terms), formula=formula, certain=sure, name="applications")


def _operands(terms: dict[str, _Term]) -> tuple[Operand, ...]:
    return tuple(
        Operand(term.name, shown(term.value), term.figure.span if term.figure else None)
        for term in terms.values()
    )


def _stated(report: Report, span: Span) -> dict[str, tuple[ProseFigure, bool]]:
    """The first figure for each term, by row, and whether it is the table's; 收到 that includes 上年结转 under both rows."""
    found: dict[str, tuple[ProseFigure, bool]] = {}
    for figure in report.figures:
        cells = figure.cells
        if cells is None or figure.span not in span or figure.approximate:
            continue
        if cells.table != "applications" or cells.columns != ("total",):
            continue
        comparison = compare(report, figure)
        equal = comparison.state is FigureState.EQUAL
        if not equal and figure.meaning == _WORKED:
            continue
        rows = comparison.summed.cells.rows if equal and comparison.summed else cells.rows
        key = "+".join(rows)
        if key in {*_NAMES, "new+carried_in"}:
            found.setdefault(key, (figure, equal))
    return found


def _terms(report: Report, stated: dict[str, tuple[ProseFigure, bool]]) -> dict[str, _Term] | None:
    """The terms of both sides; None where one is stated nowhere."""
    wanted: tuple[str, ...] = ("new", "carried_in", "total", "carried_out")
    if "new+carried_in" in stated:
        wanted = ("new+carried_in", "total", "carried_out")
    terms: dict[str, _Term] = {}
    for key in wanted:
        name = _NAMES.get(key, "收到（含上年结转）")
        if key in stated:
            figure, equal = stated[key]
            terms[key] = _Term(name, figure.value, figure, equal)
            continue
        summed = add_up(report, CellSum("applications", (key,), ("total",)))
        if summed is None or summed.doubt or not summed.printed:
            return None
        terms[key] = _Term(name, summed.value, None)
    return terms
