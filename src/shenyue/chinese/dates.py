"""Dates and periods in running text: 2023年1月18日, 二〇二三年, 2023年1月1日至12月31日, 截至2023年底, as spans with values."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.chinese.widths import narrow
from shenyue.patterns import compiled


class Moment(NamedTuple):
    """A year, month or day as written."""

    start: int
    end: int
    year: int | None
    """None where the text leaves it out: 12月31日."""
    month: int | None = None
    day: int | None = None


class Period(NamedTuple):
    """From one moment to another, both included."""

    start: int
    end: int
    first: Moment
    last: Moment
    """With the year of the first where it names none."""


_DIGITS = "〇零○一二三四五六七八九十廿卅"
_YEAR = rf"(?:(?P<year>(?:19|20)\d{{2}}|[一二][〇零○九0OoＯ][{_DIGITS}0OoＯ]{{2}})\s*年度?)"
_MONTH = rf"(?:(?P<month>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月份?)"
_DAY = rf"(?:(?P<day>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*[日号])"
_WRITTEN = compiled(
    rf"(?<![\d〔\[第]){_YEAR}\s*(?:{_MONTH}\s*{_DAY}?|(?P<end>年?底|末))?|(?<![\d]){_MONTH}\s*{_DAY}"
)
_NUMERIC = compiled(
    r"(?<![\d.])(?P<year>(?:19|20)\d{2})(?P<s>[-./])(?P<month>\d{1,2})(?:(?P=s)(?P<day>\d{1,2}))?(?![\d.])"
)
_DATED = compiled(r"[年月]|[-./－．／]\d")
"""Without one of these there is no date."""
_MONTHS = {None, *range(1, 13)}
_DAYS = {None, *range(1, 32)}
_ZEROS = str.maketrans("0OoＯ", "〇〇〇〇")
"""What is typed for 〇 in a year: 二O二三年."""
_HOUR = r"(?:(?:零|\d{1,2})[时点](?:00分|整)?|\d{1,2}:\d{2})?"
_JOINT = r"(?:起|开始)?[，,]?\s*(?:至|到|—+|－|-|–|―|─|～|~)"
_UP_TO = compiled(rf"\s*{_HOUR}\s*{_JOINT}\s*(?:当年|同年|本年|该年|当年度)?\s*")
_MONTHS_OF_YEAR = compiled(
    rf"(?<![\d〔\[第]){_YEAR}\s*(?P<first>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月?份?\s*{_JOINT}\s*(?:当年|同年|本年)?\s*"
    rf"(?P<last>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月(?!\s*(?:\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*[日号])份?[底末]?"
)
_TO_MONTH = compiled(
    rf"\s*{_JOINT}\s*(?:当年|同年|本年)?\s*(?P<month>\d{{1,2}}|[{_DIGITS}]{{1,3}})\s*月[底末]"
)


@lru_cache(maxsize=512)
def find_moments(text: str) -> tuple[Moment, ...]:
    """The dates of a text in order, each as exact as it is written; impossible months and days are none."""
    if not _DATED.search(text):
        return ()
    folded = narrow(text)
    found = [*_moments(_WRITTEN, folded), *_moments(_NUMERIC, folded)]
    return tuple(sorted(found, key=lambda moment: moment.start))


def _moments(pattern: regex.Pattern[str], text: str) -> Iterator[Moment]:
    for match in pattern.finditer(text):
        groups = match.groupdict()
        year, month, day = (
            _value(groups[name]) if groups.get(name) else None for name in ("year", "month", "day")
        )
        if groups.get("end"):
            month, day = 12, 31
        if month in _MONTHS and day in _DAYS:
            yield Moment(match.start(), match.end(), year, month, day)


def _value(digits: str) -> int | None:
    return read_integer(digits if digits[0].isascii() else digits.translate(_ZEROS))


def find_periods(text: str) -> tuple[Period, ...]:
    """The stretches of time of a text: two moments joined by 至, 到 or a dash; also 2023年1—12月, 2023年1月1日至12月底."""
    folded, moments = narrow(text), find_moments(text)
    periods = list(_months_of_year(folded))
    for first, last in pairwise(moments):
        if _UP_TO.fullmatch(folded, first.end, last.start):
            whole = Moment(last.start, last.end, last.year or first.year, last.month, last.day)
            periods.append(Period(first.start, last.end, first, whole))
    for first in moments:
        end = _TO_MONTH.match(folded, first.end)
        if first.day and end:
            last = Moment(end.start("month"), end.end(), first.year, _value(end["month"]))
            periods.append(Period(first.start, last.end, first, last))
    return tuple(sorted(periods, key=lambda period: period.start))


def _months_of_year(text: str) -> Iterator[Period]:
    """2023年1月至12月, 2023年1—12月."""
    for match in _MONTHS_OF_YEAR.finditer(text):
        year, first, last = (_value(match[name]) for name in ("year", "first", "last"))
        if first in _MONTHS and last in _MONTHS:
            begin = Moment(match.start(), match.end("first"), year, first)
            yield Period(
                match.start(), match.end(), begin, Moment(match.start("last"), match.end(), year, last)
            )
