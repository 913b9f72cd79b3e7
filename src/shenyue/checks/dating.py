"""When a report was signed or published: by the legal deadline (D603), and not before what it tells of (D605)."""

from collections.abc import Iterator, Mapping
from datetime import date

from shenyue.checks.reported_year import YearAt, years_of
from shenyue.checks.surroundings import clause_at, sentence_at
from shenyue.checks.wordings import occurs
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.patterns import compiled
from shenyue.report import Dated, Kind, Report

DEADLINE_VALUES = frozenset({"date", "deadline", "what"})
DATED_AFTER_VALUES = frozenset({"year", "date", "event", "what"})
DATED_AFTER_VARIANTS = frozenset({"event", "undated"})
DISAGREE = "标题年份与统计期限、正文的年份不一致，无法确定以哪一年为准"
_IMPROVEMENTS = 5
_DONE = compiled(r"已经?|召开了|印发了|完成了|组织了|开展了")
"""What tells of something done where plans are told."""
_RESULT = compiled(r"率(?:达到?|为)?(?:100[%％]|百分之百)")
"""A result beside the clause that tells of the deed."""
_COMMON_YEAR = 2025
"""One without a 29 February: a deadline must be a day of every year."""
_LAST_DEADLINE = (3, 31)
"""By which every report is published that the law sets a day for (Art. 49(2))."""


def deadline(report: Report, *, deadlines: Mapping[Kind, str]) -> Iterator[Outcome]:
    """Published, or else signed, by the day of the following year (MM-DD) that `deadlines` sets for the kind of unit (Art. 49)."""
    kind, dated = report.kind, report.dates.published or report.dates.signed
    if kind is None:
        yield Unchecked("deadline", "看不出单位类别，不能确定期限")
        return
    day = deadlines.get(kind)
    if day is None:
        yield NotApplicable("条例没有规定这类单位的期限，规则包也没有设定")
    elif report.year is None or years_of(report).title_alone:
        yield Unchecked("deadline", DISAGREE if report.year else "看不出报告年份，不能确定期限")
    elif dated is None:
        yield Unchecked("deadline", "报告没有落款日期，也没有发布日期")
    else:
        yield _in_time(report, dated, date.fromisoformat(f"{report.year + 1}-{day}"))


def deadline_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """Days that no year has: parameter and sentence."""
    days = parameters.get("deadlines", {})
    for kind, day in days.items() if isinstance(days, Mapping) else ():
        try:
            date.fromisoformat(f"{_COMMON_YEAR}-{day}")
        except ValueError:
            yield f"deadlines.{kind}", f"“{day}”不是一天；次年的月和日写作 01-31。"


def _in_time(report: Report, dated: Dated, last: date) -> Outcome:
    if dated.earliest <= last:
        return Passed("deadline", note=f"{what(report, dated)}{said(dated)}，期限为{written(last)}")
    values = {"date": said(dated), "deadline": written(last), "what": what(report, dated)}
    return Hit(dated.span, values, name="deadline", missing="" if dated.span else "published")


def what(report: Report, dated: Dated) -> str:
    """发布日期 or 落款日期."""
    return "发布日期" if dated is report.dates.published else "落款日期"


def written(day: date) -> str:
    """As in a message: 2024年1月31日."""
    return f"{day.year}年{day.month}月{day.day}日"


def said(dated: Dated) -> str:
    """As exact as it is written."""
    day = dated.earliest
    return written(day) if day == dated.latest else f"{day.year}年{day.month}月"


def dated_after(report: Report, *, plans: tuple[str, ...]) -> Iterator[Outcome]:
    """Signed and published after the period's end, and later than every event told (variant event).

    `plans`: patterns of what is yet to come. In a report without a date an event is too late that is later than the last legal deadline (variant undated).
    """
    signed, published = report.dates.signed, report.dates.published
    if report.year is None or years_of(report).title_alone:
        yield Unchecked("signed", DISAGREE if report.year else "看不出报告年份")
        return
    for dated in (signed, published):
        if dated is not None:
            yield _after_period(report, dated, report.year)
    if signed is None and published is None:
        yield Unchecked("signed", "报告没有落款日期，也没有发布日期")
    yield from _events(report, signed or published, report.year, plans)


def _after_period(report: Report, dated: Dated, year: int) -> Outcome:
    name = "signed" if dated is report.dates.signed else "published"
    if dated.latest >= date(year, 12, 31):
        return Passed(name)
    values = {"year": str(year), "date": said(dated), "event": "", "what": what(report, dated)}
    return Hit(dated.span, values, name=name, missing="" if dated.span else "published")


def _events(report: Report, dated: Dated | None, year: int, plans: tuple[str, ...]) -> Iterator[Outcome]:
    latest = dated.latest if dated else date(year + 1, *_LAST_DEADLINE)
    if latest < date(year, 12, 31):
        return
    try:
        late = [one for one in years_of(report).prose if _is_later(report, one, latest, plans)]
    except TimeoutError:
        yield Unchecked("events", "规则中的正则表达式用时过长")
        return
    if dated and not late:
        yield Passed("events")
    for one in late:
        values = {
            "year": str(year),
            "date": said(dated) if dated else written(latest),
            "event": " ".join(report.document.quote(one.span).split()),
            "what": what(report, dated) if dated else "",
        }
        yield Hit(one.span, values, variant="event" if dated else "undated", name="events")


def _is_later(report: Report, one: YearAt, day: date, plans: tuple[str, ...]) -> bool:
    if one.month is None or (date(one.year, one.month, 1) <= day and (one.day is None or _day(one) <= day)):
        return False
    clause = clause_at(report.document.text, one.span)
    planned = occurs(plans, report.document.text, clause)
    if report.section_at(one.span.start).part != _IMPROVEMENTS:
        return not planned
    sentence = sentence_at(report.document.text, one.span)
    reached = not planned and _RESULT.search(report.document.quote(sentence))
    return bool(_DONE.search(report.document.quote(clause)) or reached)


def _day(one: YearAt) -> date:
    try:
        return date(one.year, one.month or 1, one.day or 1)
    except ValueError:
        return date(one.year, one.month or 1, 28)
