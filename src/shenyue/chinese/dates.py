"""Dates and periods in running text: 2023年1月18日, 二〇二三年, 2023年1月1日至12月31日, 截至2023年底, as spans with values."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.chinese.widths import narrow


@dataclass(frozen=True, slots=True)
class Moment:
    """A year, month or day as written."""

    start: int
    end: int
    year: int | None
    """None where the text leaves it out: 12月31日."""
    month: int | None = None
    day: int | None = None


@dataclass(frozen=True, slots=True)
class Period:
    """From one moment to another, both included."""

    start: int
    end: int
    first: Moment
    last: Moment
    """With the year of the first where it names none."""


_DIGITS = "〇零○一二三四五六七八九十"
_YEAR = rf"(?:(?P<year>(?:19|20)\d{{2}}|[一二][〇零○九][{_DIGITS}]{{2}})\s*年度?)"
_MONTH = rf"(?:(?P<month>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月份?)"
_DAY = rf"(?:(?P<day>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*日)"
_WRITTEN = regex.compile(
    rf"(?<![\d〔\[第]){_YEAR}(?:{_MONTH}{_DAY}?|(?P<end>年?底|末))?|(?<![\d]){_MONTH}{_DAY}"
)
_NUMERIC = regex.compile(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?P<s>[-./])(?P<month>\d{1,2})(?:(?P=s)(?P<day>\d{1,2}))?(?![\d.])"
)
_MONTHS = {None, *range(1, 13)}
_DAYS = {None, *range(1, 32)}
_UP_TO = regex.compile(r"\s*(?:起|开始)?[，,]?\s*(?:至|到|—+|－|-|–|～|~)\s*(?:当年|同年)?\s*")


def find_moments(text: str) -> tuple[Moment, ...]:
    """The dates of a text in order, each as exact as it is written; impossible months and days are none."""
    folded = narrow(text)
    found = [*_moments(_WRITTEN, folded), *_moments(_NUMERIC, folded)]
    return tuple(sorted(found, key=lambda moment: moment.start))


def _moments(pattern: regex.Pattern[str], text: str) -> Iterator[Moment]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        year, month, day = (
            read_integer(groups[name]) if groups.get(name) else None for name in ("year", "month", "day")
        )
        if groups.get("end"):
            month, day = 12, 31
        if month in _MONTHS and day in _DAYS:
            yield Moment(match.start(), match.end(), year, month, day)


def find_periods(text: str) -> tuple[Period, ...]:
    """The stretches of time of a text: two moments joined by 至, 到 or a dash."""
    moments = find_moments(text)
    periods = []
    for first, last in pairwise(moments):
        if _UP_TO.fullmatch(narrow(text[first.end : last.start])):
            whole = Moment(last.start, last.end, last.year or first.year, last.month, last.day)
            periods.append(Period(first.start, last.end, first, whole))
    return tuple(periods)
