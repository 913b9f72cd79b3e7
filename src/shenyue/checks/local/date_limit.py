"""Dates by which, or from which, a district wants reports signed or published (kind date_limit)."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Literal

from shenyue.checks.dating import DISAGREE, said, what, written
from shenyue.checks.reported_year import years_of
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.report import Dated, Report

DATE_LIMIT_VALUES = frozenset({"date", "limit", "what", "relation", "days"})
Which = Literal["published", "signed", "any"]
_LEAP_YEAR = 2024


def date_limit(
    report: Report, *, latest: str = "", earliest: str = "", of: Which = "any"
) -> Iterator[Outcome]:
    """Published or signed from `earliest` to `latest`, days (MM-DD) of the year after the one reported on.

    `of`: which date counts; any: the day of publication, else that of the signature. A date known to the month alone is late only
    where its first day is.
    """
    dated = _dated(report, of)
    if report.year is None or years_of(report).title_alone:
        yield Unchecked("date", DISAGREE if report.year else "看不出报告年份，不能确定期限")
    elif dated is None:
        yield Unchecked("date", _NONE[of])
    else:
        yield _judged(report, dated, _day(report.year, latest), _day(report.year, earliest))


_NONE: Mapping[Which, str] = {
    "published": "报告没有发布日期",
    "signed": "报告没有落款日期",
    "any": "报告没有落款日期，也没有发布日期",
}


def _dated(report: Report, of: Which) -> Dated | None:
    dates = report.dates
    return {
        "published": dates.published,
        "signed": dates.signed,
        "any": dates.published or dates.signed,
    }[of]


def _day(year: int, day: str) -> date | None:
    return date.fromisoformat(f"{year + 1}-{day}") if day else None


def _judged(report: Report, dated: Dated, latest: date | None, earliest: date | None) -> Outcome:
    for limit, relation, days in (
        (latest, "晚于", (dated.earliest - latest).days if latest else 0),
        (earliest, "早于", (earliest - dated.latest).days if earliest else 0),
    ):
        if limit is not None and days > 0:
            values = {
                "date": said(dated),
                "limit": written(limit),
                "what": what(report, dated),
                "relation": relation,
                "days": str(days),
            }
            return Hit(dated.span, values, name="date", missing="" if dated.span else "published")
    limits = "至".join(written(day) if day else "" for day in (earliest, latest))
    return Passed("date", note=f"{what(report, dated)}{said(dated)}，期限为{limits.strip('至')}")


def date_limit_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    days = {name: str(parameters.get(name, "")) for name in ("latest", "earliest")}
    if not any(days.values()):
        yield "latest", '没有写期限；latest（最晚）、earliest（最早）至少写一个，如 "01-26"。'
    for name, day in days.items():
        if day and not _is_day(day):
            yield name, f'“{day}”不是日期；请写“月-日”各两位，如 "01-26"。'


def _is_day(day: str) -> bool:
    try:
        return date.fromisoformat(f"{_LEAP_YEAR}-{day}").strftime("%m-%d") == day and day != "02-29"
    except ValueError:
        return False
