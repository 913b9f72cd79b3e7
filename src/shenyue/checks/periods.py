"""The statistical period that a report states (D602)."""

from collections.abc import Iterator
from datetime import date

from shenyue.checks.reported_year import years_of
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.report import Report, StatedPeriod

STATED_PERIOD_VALUES = frozenset({"year", "period"})
STATED_PERIOD_VARIANTS = frozenset({"missing"})


def stated_period(report: Report) -> Iterator[Outcome]:
    """The report states its statistical period, the calendar year of its title. Variant missing: it states none."""
    period, year = report.dates.period, report.year
    if period is None:
        preface = Span(
            0, next((one.span.start for one in report.sections if one.part), len(report.document.text))
        )
        if report.unread_in(preface):
            yield Unchecked("period", "正文之前有未能读取的内容（如图片），无法判断是否写明统计期限")
        elif year is None:
            yield Unchecked("period", "看不出报告年份，也没有写明统计期限")
        else:
            values = {"year": str(year), "period": ""}
            yield Hit(None, values, variant="missing", name="period", missing="period")
    elif year is None:
        yield Unchecked("period", "看不出报告年份，无法核对统计期限", period.span)
    else:
        yield _judged(report, period, _agreed(report) or year)


def _judged(report: Report, period: StatedPeriod, year: int) -> Outcome:
    if period.last == date(year, 12, 31) and period.first in {None, date(year, 1, 1)}:
        return Passed("period", note="只写明截止日期" if period.first is None else "")
    words = " ".join(report.document.quote(period.span).split())
    certain = period.certain and period.first is not None
    return Hit(period.span, {"year": str(year), "period": words}, certain=certain, name="period")


def _agreed(report: Report) -> int | None:
    """The year that the report is for; where the title is alone, that of everything else."""
    return years_of(report).title_alone or report.year
