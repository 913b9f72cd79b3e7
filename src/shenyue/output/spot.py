"""Where something stands, as a reader of the file would look for it; screens, memo and comments all say it in these words."""

from bisect import bisect_right

from shenyue.checks.naming import line, line_name, quotable, table_name
from shenyue.findings import Finding, TablePlace
from shenyue.model import Span
from shenyue.output.literal import visible
from shenyue.report import Report

_BY_LINE = frozenset({"txt", "md"})
"""Formats whose editors count lines; elsewhere the reader counts paragraphs."""


def spot(report: Report, offset: int, gap: str = " ") -> str:
    """第 16 段, 第 16 行 where editors count lines; 表三 where it stands in that. `gap`: what stands round a number."""
    if counts_lines(report):
        return f"第{gap}{report.document.line_at(offset)}{gap}行"
    table = report.table_at(offset)
    if table is not None:
        return table_name(report, table.key)
    number = bisect_right(report.document.blocks, offset, key=lambda block: block.span.start)
    return f"第{gap}{number}{gap}段"


def counts_lines(report: Report) -> bool:
    """Whether the reader of the file counts lines."""
    return report.document.source.format in _BY_LINE


def cell_words(report: Report, cell: TablePlace) -> str:
    """表三“一、本年新收…”行“总计”栏; the table, row or column alone where the place has no more."""
    table = report.tables.get(cell.table)
    row = line_name(report, table, line(table.rows, cell.row)) if table and cell.row else ""
    column = line_name(report, table, line(table.columns, cell.column)) if table and cell.column else ""
    named = f"“{quotable(row)}”行" * bool(row) + f"“{quotable(column)}”栏" * bool(column)
    return table_name(report, cell.table) + named


def span_words(report: Report, span: Span, gap: str = " ") -> str:
    """The cell of a form table that a figure was read from; else its spot."""
    for table in report.tables.values():
        for (row, column), figure in table.figures.items():
            if figure.span == span:
                return cell_words(report, TablePlace(table.key, row, column))
    return spot(report, span.start, gap)


def place_text(report: Report, finding: Finding) -> str:
    """Where a finding stands, in words: 第三部分 › （一）… › 第 11 段."""
    place = finding.place
    steps = [f"第{place.section}部分" if place.section else "", visible(place.heading)]
    if place.table:
        steps.append(
            visible(cell_words(report, TablePlace(place.table, place.row or "", place.column or "")))
        )
    elif place.start is not None:
        steps.append(spot(report, place.start))
    return " › ".join(step for step in steps if step) or "全文"
