"""A phrase of the prose with a figure in it, held against cells of a form table (kind text_table)."""

from collections.abc import Iterator, Mapping
from decimal import Decimal
from functools import cache

import regex

from shenyue.checks.equations import notes, shown
from shenyue.checks.figures.cell_sums import SummedCells, add_up, formula_of, sum_name
from shenyue.checks.language.expressions import TOO_SLOW, Expression
from shenyue.checks.language.wording_text import wording_text
from shenyue.checks.local.entries import empty_list, where_name
from shenyue.checks.local.table_cell import absent_table
from shenyue.checks.surroundings import clause_at
from shenyue.chinese.numerals import read_decimal
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.statements import CellSum

TEXT_TABLE_VALUES = frozenset({"text", "value", "cells", "sum", "diff", "relation"})
_SLOT = "{n}"
_GAP = "…"
_NUMBER = r"(?<n>\d[\d,，]*(?:\.\d+)?[万亿]?|[〇零一二两三四五六七八九十百千万]+)"
_BETWEEN = r"[^。；;\n]{0,20}?"
_ABOUT = compiled(r"(?:约|近|超|逾|余|多|不足)$")
_AFTER = compiled(r"^(?:余|多)")
_OTHER_YEAR = compiled(r"上年|上一年|去年|往年|累计|以来|上半年|季度|月份|计划|预计")
_SECONDS = 1.0


def text_table(
    report: Report,
    *,
    phrases: tuple[str, ...],
    table: str,
    rows: tuple[str, ...],
    columns: tuple[str, ...],
    parts: tuple[int, ...] = (),
) -> Iterator[Outcome]:
    """Wherever one of the phrases stands, its figure is the sum of the cells.

    `phrases`: with {n} where the figure stands, … for a few characters of the same sentence. `rows`: rows or groups of the form.
    """
    cells = CellSum(table, rows, columns)
    absent = absent_table(report, table)
    if absent is not None:
        yield absent
        return
    read = wording_text(report, "prose", parts).text
    summed = add_up(report, cells)
    try:
        found = [match for phrase in phrases for match in _phrase(phrase).finditer(read, timeout=_SECONDS)]
    except TimeoutError:
        yield Unchecked("phrases", TOO_SLOW)
        return
    if not found:
        yield NotApplicable(f"{where_name(parts)}没有这样的表述")
    for match in found:
        yield _held(report, match, summed, cells)


def _held(report: Report, match: regex.Match[str], summed: SummedCells | None, cells: CellSum) -> Outcome:
    span, text = Span(*match.span("n")), " ".join(match[0].split())
    name = f"{cells.table}.{'+'.join(cells.rows)}.{'+'.join(cells.columns)}"
    value = read_decimal(match["n"].replace("，", ","))
    if summed is None:
        return Unchecked(name, "本报告的表中没有规则所说的行或栏", span)
    doubt = summed.doubt or _doubt(report, match)
    if value is None or doubt:
        return Unchecked(name, f"{doubt or '看不出是多少'}：“{text}”", span)
    operands = (
        Operand(f"文中“{text}”", shown(value), span),
        *(term.operand for term in summed.terms if term.value or len(summed.terms) == 1),
    )
    if value == summed.value:
        return Passed(name, operands, notes(summed.terms))
    if value > summed.value and summed.open:
        return Unchecked(name, f"对应的单元格有空白，差额可能在空白格内：“{text}”", span)
    return _differs(report, Span(*match.span()), value, summed, operands)


def _doubt(report: Report, match: regex.Match[str]) -> str:
    """Why the figure is none to compare; empty where it is one."""
    text, (start, end) = match.string, match.span("n")
    if _ABOUT.search(text[max(0, start - 2) : start]) or _AFTER.search(text[end : end + 1]):
        return "文中是约数，不作比较"
    before = Span(clause_at(report.document.text, Span(*match.span())).start, end)
    other = _OTHER_YEAR.search(report.document.quote(before))
    return f"句中写有“{other[0]}”，可能不是本年全年的数" if other else ""


def _differs(
    report: Report, span: Span, value: Decimal, summed: SummedCells, operands: tuple[Operand, ...]
) -> Hit:
    cells = summed.cells
    values = {
        "text": " ".join(report.document.quote(span).split()),
        "value": shown(value),
        "cells": sum_name(report, cells),
        "sum": shown(summed.value),
        "diff": shown(abs(value - summed.value)),
        "relation": "多" if value > summed.value else "少",
    }
    name = f"{cells.table}.{'+'.join(cells.rows)}.{'+'.join(cells.columns)}"
    return Hit(span, values, operands, formula_of("文中", value, summed), name=name)


@cache
def _phrase(phrase: str) -> Expression:
    """The phrase as an expression: blanks may stand anywhere around the figure."""
    before, _, after = phrase.partition(_SLOT)
    sides = [_BETWEEN.join(map(regex.escape, side.strip().split(_GAP))) for side in (before, after)]
    return compiled(rf"{sides[0]}\s*{_NUMBER}\s*{sides[1]}")


def text_table_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    for name in ("phrases", "rows", "columns"):
        yield from empty_list(parameters, name)
    given = parameters.get("phrases", ())
    for number, phrase in enumerate(given if isinstance(given, tuple | list) else ()):
        text = str(phrase)
        if text.count(_SLOT) != 1:
            yield f"phrases.{number}", f"“{text}”要用一处 {{n}} 标出数字的位置，如“新收申请{{n}}件”。"
        elif not text.partition(_SLOT)[0].strip(f"{_GAP} ") and not text.partition(_SLOT)[2].strip(
            f"{_GAP} "
        ):
            yield f"phrases.{number}", f"“{text}”除了 {{n}} 还要有别的字，否则每个数字都会被当成它。"
