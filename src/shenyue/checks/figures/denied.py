"""Denials and claims about all cases of a kind, against the cells (X404): 未收到申请, 均获维持, 全部办结."""

from collections.abc import Iterator

from shenyue.checks.equations import Term, shown
from shenyue.checks.figures.cell_sums import SummedCells, add_up, cell_term, single_cells, sum_name
from shenyue.checks.figures.comparing import stated_rightly
from shenyue.checks.figures.stated import duty_name, quoted_sentence, unit_of
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, Unchecked
from shenyue.report import Report
from shenyue.statements import CellSum, ProseClaim, ProseFigure

DENIED_FIGURES_VALUES = frozenset({"fact", "sentence"})


def denied_figures(report: Report) -> Iterator[Outcome]:
    """Hold every denial and every claim about all of something against the tables."""
    denials = [figure for figure in report.figures if figure.denied]
    if not denials and not report.claims:
        yield NotApplicable("正文没有“未……”“无……”“均……”一类可与统计表核对的表述")
        return
    yield from (_denial(report, figure) for figure in denials)
    yield from (_claim(report, claim) for claim in report.claims)


def _denial(report: Report, figure: ProseFigure) -> Outcome:
    summed = add_up(report, figure.cells) if figure.cells else None
    name = duty_name(figure.cells) if figure.cells else ""
    if summed is None or summed.doubt:
        reason = summed.doubt if summed else "没有读到对应的表格或者行列"
        return Unchecked(name, f"{reason}：“{quoted_sentence(report, figure.sentence)}”", figure.span)
    operands = (Operand("文中", report.document.quote(figure.span), figure.span), *_operands(summed))
    if not summed.value:
        return Passed(name, operands)
    values = {
        "fact": f"{sum_name(report, summed.cells)}为 {shown(summed.value)} {unit_of(summed.cells)}",
        "sentence": quoted_sentence(report, figure.sentence),
    }
    # beside the table's own figure the denial may be about something else
    certain = figure.certain and figure.cells not in stated_rightly(report)
    return Hit(figure.span, values, operands, certain=certain, name=name)


def _claim(report: Report, claim: ProseClaim) -> Outcome:
    part, whole = add_up(report, claim.part), add_up(report, claim.whole)
    name = duty_name(claim.part)
    if part is None or whole is None or part.doubt or whole.doubt:
        quoted = quoted_sentence(report, claim.sentence)
        return Unchecked(name, f"对应的单元格读不出来：“{quoted}”", claim.span)
    operands = (*_operands(part), *_operands(whole))
    if part.value == whole.value:
        return Passed(name, operands)
    others = _others(report, claim)
    if part.open and not others:
        return Unchecked(name, "对应的单元格有空白，差额可能在空白格内", claim.span)
    values = {
        "fact": _fact(report, part, whole, others),
        "sentence": quoted_sentence(report, claim.sentence),
    }
    shown_operands = (Operand("文中", report.document.quote(claim.span), claim.span), *operands)
    shown_operands += tuple(term.operand for term in others)
    formula = f"{shown(part.value)} ≠ {shown(whole.value)}，差 {shown(abs(whole.value - part.value))}"
    return Hit(claim.span, values, shown_operands, formula=formula, certain=claim.certain, name=name)


def _fact(report: Report, part: SummedCells, whole: SummedCells, others: tuple[Term, ...]) -> str:
    fact = f"{sum_name(report, part.cells)}为 {shown(part.value)} 件，全部为 {shown(whole.value)} 件"
    listed = "、".join(f"{term.name} {shown(term.value)} 件" for term in others)
    return f"{fact}，另有{listed}" if listed else fact


def _operands(summed: SummedCells) -> tuple[Operand, ...]:
    listed = [term for term in summed.terms if term.value] or list(summed.terms)[:1]
    return tuple(term.operand for term in listed)


def _others(report: Report, claim: ProseClaim) -> tuple[Term, ...]:
    """The printed cells that break the claim: other results of the same cases, or the cases left over."""
    table = report.tables[claim.part.table]
    part = set(single_cells(report, claim.part))
    rows, columns = list(dict.fromkeys(row for row, _ in part)), claim.part.columns
    if claim.meaning == "all_handled":
        cells = [("carried_out", "total")]
    elif claim.part.columns != claim.whole.columns:
        keys = [one.key for one in table.columns if one.key not in {*columns, "total"}]
        cells = [(row, key) for row in _ordered(report, claim.part) for key in keys if row in rows]
    else:
        outcomes = report.form.groups.get("outcomes", ()) if report.form else ()
        cells = [(row, "total") for row in outcomes if (row, "total") not in part]
    terms = (
        cell_term(report, table, cell, CellSum(claim.part.table, (cell[0],), (cell[1],))) for cell in cells
    )
    return tuple(term for term in terms if term.value and not term.doubt)


def _ordered(report: Report, cells: CellSum) -> list[str]:
    return list(dict.fromkeys(row for row, _ in single_cells(report, cells)))
