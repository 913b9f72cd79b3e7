"""Where a finding stands, in the words in which a unit is told: 第三部分“…”，表三“…”行“总计”栏."""

from shenyue.checks.naming import quotable
from shenyue.findings import Finding, TablePlace
from shenyue.memo.wording import final
from shenyue.model import Span
from shenyue.output.spot import cell_words, span_words, spot
from shenyue.report import Report

_NUMERALS = "一二三四五六"


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
        steps.append(spot(report, place.start, gap=""))
    return "，".join(step for step in steps if step) or "全文"


def operand_words(report: Report, span: Span | None) -> str:
    """The cell of a form table that a term was read from; else its spot; empty where it has no place."""
    return span_words(report, span, gap="") if span else ""


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
