"""Figures that can hardly be right where they stand: 规章 of a unit that makes none, a fee off the scale, a sum in place of a count."""

from collections.abc import Iterator
from decimal import Decimal

from shenyue.checks.equations import shown
from shenyue.checks.fees import fee_amounts
from shenyue.checks.naming import cell_name, line_name, quotable, table_name
from shenyue.findings import Hit, Operand, Outcome, Passed, TablePlace, Unchecked
from shenyue.patterns import compiled
from shenyue.report import FormTable, Kind, Report

FIGURE_PLACE_VALUES = frozenset({"table", "row", "columns", "cell", "raw", "value", "step", "unit"})
_PLACE = compiled(r"[省市区县州盟旗镇乡]|街道")
"""A department whose name has no place may be one of the State Council, which makes 规章."""
FIGURE_PLACE_VARIANTS = frozenset({"fee", "derived"})


def figure_place(
    report: Report, *, without_rules: tuple[Kind, ...], fee_step: int, derived: tuple[str, ...]
) -> Iterator[Outcome]:
    """Look for figures out of place.

    `without_rules`: kinds of unit that make no 规章; `fee_step`: 元, of which every fee for information processing is a
    multiple; `derived`: tables of the 2019 form whose decisions must be counted, not reckoned from last year's.
    """
    yield from _rules_made(report, without_rules)
    if (
        report.form is None or report.form.version != "2019"
    ):  # the scale of fees came with the reports for 2021
        yield from _fees(report, fee_step)
    for key in derived:
        if key in report.tables and report.tables[key].form == "2019":
            yield from _derived(report, report.tables[key])


def _rules_made(report: Report, without_rules: tuple[Kind, ...]) -> Iterator[Outcome]:
    table = report.tables.get("regulations")
    if table is None:
        yield Unchecked("regulations", "没有读到表二“第二十条第（一）项”")
        return
    cells = tuple(
        ("rules", column.key) for column in table.columns if (table["rules", column.key].value or 0) > 0
    )
    if not cells or (report.kind and report.kind not in without_rules):
        yield Passed("regulations.rules")
        return
    if report.kind is None or (report.kind is Kind.DEPARTMENT and not _PLACE.search(report.unit)):
        yield Unchecked("regulations.rules", "无法判断报告单位的类型或层级，不能确定其能否制定规章")
        return
    columns = {line.key: line_name(report, table, line) for line in table.columns}
    listed = "、".join(f"{columns[key]} {shown(table[row, key].value or Decimal(0))}" for row, key in cells)
    values = {"table": table_name(report, table.key), "columns": listed, "unit": report.unit or "本单位"}
    place = TablePlace(table.key, "rules", cells[0][1])
    yield Hit(table[cells[0]].span, values, name="regulations.rules", cell=place)


def _fees(report: Report, step: int) -> Iterator[Outcome]:
    amounts = tuple(amount for section in report.parts(6) for amount in fee_amounts(report.document, section))
    wrong = {amount.yuan: amount for amount in reversed(amounts) if amount.yuan % step}
    for amount in reversed(wrong.values()):  # one finding for 应收 and 实收 of the same amount
        values = {"raw": report.document.quote(amount.span), "value": shown(amount.yuan), "step": str(step)}
        yield Hit(amount.span, values, variant="fee", name="part.6")
    if amounts and not wrong:
        yield Passed("part.6")


def _derived(report: Report, table: FormTable) -> Iterator[Outcome]:
    """处理决定数量 counts decisions; where it is just 上一年 + 增/减 it was probably reckoned."""
    columns = {line.key: line_name(report, table, line) for line in table.columns}
    for row in table.rows:
        figures = {key: table[row.key, key] for key in ("last_year", "change", "decisions")}
        last_year, change, decisions = (figure.value for figure in figures.values())
        if last_year is None or change is None or decisions is None:
            yield Unchecked(f"{table.key}.{row.key}", "有空白格或不是数字的单元格")
        elif change and last_year + change == decisions:
            cell = (row.key, "decisions")
            values = {
                "table": table_name(report, table.key),
                "row": quotable(line_name(report, table, row)),
                "cell": cell_name(report, table, cell),
                "value": shown(decisions),
            }
            operands = tuple(
                Operand(columns[key], shown(figure.value or Decimal(0)), figure.span)
                for key, figure in figures.items()
            )
            yield Hit(
                table[cell].span,
                values,
                operands,
                variant="derived",
                name=f"{table.key}.{row.key}",
                cell=TablePlace(table.key, *cell),
            )
        else:
            yield Passed(f"{table.key}.{row.key}")
