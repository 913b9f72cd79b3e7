"""Where a finding stands, in the words in which a unit is told: 第三部分“…”，表三“…”行“总计”栏."""

from shenyue.checks.naming import line as line_of
from shenyue.checks.naming import line_name, quotable, table_name
from shenyue.findings import Finding, TablePlace
from shenyue.memo.wording import final
from shenyue.model import Span
from shenyue.report import Report

_NUMERALS = "一二三四五六"
_BY_LINE = frozenset({"txt", "md"})
"""Formats whose editors count lines; elsewhere the reader counts paragraphs."""


def part_words(report: Report, numeral: str) -> str:
    """第一部分“总体情况”, under the prescribed title."""
    number = _NUMERALS.index(numeral) + 1
    parts = report.form.parts if report.form else ()
    title = next((f"“{quotable(part.title)}”" for part in parts if part.number == number), "")
    return f"第{numeral}部分{title}"


def place_words(report: Report, finding: Finding) -> str:
    """The whole place; 全文 for what belongs nowhere in particular."""
    place = finding.place
    steps = [part_words(report, place.section) if place.section else "", _heading(report, finding)]
    if place.table:
        steps.append(cell_words(report, TablePlace(place.table, place.row or "", place.column or "")))
    elif place.start is not None:
        steps.append(_ordinal(report, finding))
    return "，".join(step for step in steps if step) or "全文"


def cell_words(report: Report, cell: TablePlace) -> str:
    """表三“一、本年新收…”行“总计”栏; the table, row or column alone where the place has no more."""
    table = report.tables.get(cell.table)
    row = line_name(report, table, line_of(table.rows, cell.row)) if table and cell.row else ""
    column = line_name(report, table, line_of(table.columns, cell.column)) if table and cell.column else ""
    named = f"“{quotable(row)}”行" * bool(row) + f"“{quotable(column)}”栏" * bool(column)
    return table_name(report, cell.table) + named


def operand_words(report: Report, span: Span | None) -> str:
    """The cell of a form table that a term was read from; else its line; empty where it has no place."""
    if span is None:
        return ""
    for table in report.tables.values():
        for (row, column), figure in table.figures.items():
            if figure.span == span:
                return cell_words(report, TablePlace(table.key, row, column))
    return f"第{report.document.text.count(chr(10), 0, span.start) + 1}行"


def _heading(report: Report, finding: Finding) -> str:
    """The heading above, where it is not the part's own; 报告标题 and 前言 before the first part."""
    start = finding.place.start
    if start is None:
        return ""
    title = report.identity.title
    if title and title.span.start <= start < title.span.end:
        return "报告标题"
    section = report.section_at(start)
    own = report.document.quote(section.heading.span).strip() if section.heading else ""
    if section.part == 0:
        return "前言"
    return final(finding.place.heading) if section.part is None or finding.place.heading != own else ""


def _ordinal(report: Report, finding: Finding) -> str:
    place = finding.place
    if place.page:
        return f"第{place.page}页"
    if report.document.source.format in _BY_LINE or place.paragraph is None:
        return f"第{place.line}行"
    return f"第{place.paragraph}段"
