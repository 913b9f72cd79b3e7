"""Every number of the prose that speaks of a cell, against that cell (X401)."""

from collections.abc import Iterator

from shenyue.checks.equations import notes, shown
from shenyue.checks.figures.cell_sums import SummedCells, formula_of, sum_name
from shenyue.checks.figures.comparing import Comparison, FigureState, compare
from shenyue.checks.figures.origins import probable_origin
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.report import Report
from shenyue.statements import CellSum, ProseFigure

STATED_FIGURES_VALUES = frozenset({"value", "cells", "sum", "diff", "unit", "origin", "sentence", "formula"})
_LONGEST = 60


def stated_figures(report: Report) -> Iterator[Outcome]:
    """Hold every stated figure against the tables; those whose cell could not be told are named."""
    figures = [figure for figure in report.figures if not figure.denied]
    if not figures:
        yield NotApplicable("正文没有写出与统计表对应的数字")
        return
    yield from (_outcome(report, compare(report, figure)) for figure in figures)


def _outcome(report: Report, comparison: Comparison) -> Outcome:
    figure, summed = comparison.figure, comparison.summed
    name = duty_name(figure.cells) if figure.cells else "正文数字"
    if summed is None or not (comparison.contradicted or comparison.state is FigureState.EQUAL):
        quoted = quoted_sentence(report, figure.sentence)
        return Unchecked(name, f"{comparison.reason}：“{quoted}”", figure.span)
    if comparison.state is FigureState.EQUAL:
        return Passed(name, operands_of(report, figure, summed), notes(summed.terms))
    return _hit(report, figure, summed, name)


def _hit(report: Report, figure: ProseFigure, summed: SummedCells, name: str) -> Hit:
    formula = formula_of("文中", figure.value, summed)
    values = {
        "value": shown(figure.value),
        "cells": sum_name(report, summed.cells),
        "sum": shown(summed.value),
        "diff": shown(abs(figure.value - summed.value)),
        "unit": unit_of(summed.cells),
        "origin": probable_origin(report, figure, summed),
        "sentence": quoted_sentence(report, figure.sentence),
        "formula": formula,
    }
    return Hit(
        figure.span,
        values,
        operands_of(report, figure, summed),
        formula=formula,
        certain=figure.certain,
        name=name,
    )


def operands_of(report: Report, figure: ProseFigure, summed: SummedCells) -> tuple[Operand, ...]:
    """The figure of the prose and the cells, of many only those that are not 0."""
    text = Operand(f"文中“{report.document.quote(figure.span)}”", shown(figure.value), figure.span)
    listed = [term for term in summed.terms if term.value] or list(summed.terms)
    return (text, *(term.operand for term in listed))


def duty_name(cells: CellSum) -> str:
    """applications.new.total, or rows and columns joined by plus signs."""
    return f"{cells.table}.{'+'.join(cells.rows)}.{'+'.join(cells.columns)}"


def unit_of(cells: CellSum) -> str:
    """The unit in which a table counts."""
    return "万元" if cells.table == "fees" else "件"


def quoted_sentence(report: Report, sentence: Span) -> str:
    """The sentence, cut where it is long."""
    text = " ".join(report.document.quote(sentence).split()).strip("。；")
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}……"
