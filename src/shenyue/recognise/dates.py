"""What a report says of its own time: statistical period, date and unit of the signature, date of publication."""

from calendar import monthrange
from collections.abc import Iterator, Sequence
from datetime import date
from typing import NamedTuple

import regex

from shenyue.chinese.dates import Moment, Period, find_moments, find_periods
from shenyue.model import Document, Span
from shenyue.patterns import compiled
from shenyue.recognise.kinds import kind_of
from shenyue.report import Dated, Dates, Identity, Section, SigningUnit, StatedPeriod

_SENTENCE = compiled(r"[^。；;！？\n]+")
_CALLED_PERIOD = compiled(
    r"统计(?:的)?(?:期|时|周期|区间|范围|年度|日期|口径|起止)|(?:数据|统计|情况|报告)(?:的)?.{0,8}?(?:期限|时限|时间|时段|区间|周期|起止|期为|期自|期从)"
    r"|(?:所列|涉及|各项|有关|相关|引用|本报告|报告中)(?:的)?(?:\p{Han}{0,6})数据|数据(?:均?为|统计|来源|截|自|从)|报告期|期限(?:为|是|从|自|[:：])"
)
_OTHER_PERIOD = compiled(
    r"公示期|有效期|保存期|征求意见|答复期限|办理期限|法定期限|预算|决算|审计|征集|活动|规划期|任期"
)
_UP_TO = compiled(r"截[至止]到?\s*\Z")
_PERIOD_IS = compiled(r"(?:期限|时限|时间|周期|区间)(?:为|是|系|[:：])?\Z")
_PART_OF_YEAR = compiled(r"(?:上|下|前|后)半年|第?[一二三四前]\p{Han}?季度")
_PERIOD_BEGINS = compiled(r"统计(?:的)?(?:期限|时限|时间|周期|区间)(?:为|是|系|[:：])?(?:自|从)?\Z")
"""Before the first day of a period whose end is not said, or no date."""
_NO_DAY = compiled(
    r"起?\s*[，,]?\s*(?:至|到|止于|[-—–－―─~～]+)\s*(?:(?:19|20)\d{2}\s*年|当年|同年|本年)?\s*\d{1,3}\s*月\s*\d{1,3}\s*[日号]"
)
"""An end that `find_periods` did not take: 12月32日 is no day."""
_PAGE = r"(?:来源|编辑|作者|浏览|点击|阅读|字号)"
_PUBLISHED = compiled(
    r"(?:发布|公布|公开|发文|印发|上网|信息生成)\s*(?:日期|时间)\s*[：:]\s*"
    rf"|{_PAGE}[^\n]{{0,30}}?[\s　](?:日期|时间)\s*[：:]\s*"
    rf"|(?:日期|时间)\s*[：:]\s*(?=\d[\d\-/.年月日 :：]{{7,20}}[\s　]+\p{{Han}}{{0,2}}{_PAGE})",
    regex.IGNORECASE,
)
"""As web pages have it above the text: 发布时间：…; 来源：本站　日期：…"""
_AROUND_DATE = compiled(r"[\s\p{Z}（()）\[\]【】,，。.:：]+")
_DATE_WORD = compiled(r"(?:成文|制发|签发|编制|报告)?(?:日期|时间)\s*[：:]|(?:印发|发布|公布|公开)\Z")
_END_LINES = 8
"""So many of the last lines may follow a signature: contacts, a publisher's remark."""
_LONGEST_UNIT = 36
_LONGEST_SIGNATURE = 200
_LONG = 300
"""Days; a shorter period that nothing calls so is not the report's."""


class _Line(NamedTuple):
    text: str
    span: Span


def read_dates(document: Document, identity: Identity, sections: Sequence[Section]) -> Dates:
    """Everything at once; `sections` in the order of the text."""
    lines = [_Line(document.quote(block.span), block.span) for block in document.paragraphs()]
    lines = [one for line in lines for one in _split(line) if one.text.strip()]
    parts = [section.span.start for section in sections if section.part]
    first_part = min(parts, default=len(document.text))
    titled = identity.title.span if identity.title else Span(0, 0)
    head = [line for line in lines if line.span.start < first_part]
    top = [line for line in head if not line.span.overlaps(titled)]
    end = [line for line in lines if line.span.start > titled.end][-_END_LINES:]
    above, below = _signature(top), _signature(end)
    signed, unit = below or above or (None, _unit(end[-1]) if end else None)
    published = _published((*head, *end), document.source.published)
    if published is None and above and below and above[0] != below[0]:
        published = above[0]
    periods = tuple(one for line in lines for one in _periods(line, identity, first_part))
    return Dates(periods, signed, published, unit)


def _split(line: _Line) -> Iterator[_Line]:
    """The lines of a paragraph, each where it stands."""
    for match in compiled(r"[^\n]+").finditer(line.text):
        start = line.span.start + match.start()
        yield _Line(match[0], Span(start, start + len(match[0])))


def _periods(line: _Line, identity: Identity, first_part: int) -> Iterator[StatedPeriod]:
    for match in _SENTENCE.finditer(line.text):
        sentence, start = match[0], line.span.start + match.start()
        called = bool(_CALLED_PERIOD.search(sentence))
        in_preface = line.span.start < first_part
        if _OTHER_PERIOD.search(sentence) and not (called and in_preface):
            continue
        found = [_stated(period, start, identity, called) for period in find_periods(sentence)]
        whole = [one for one in found if one and (called or _covers_most_of_a_year(one))]
        yield from whole
        if called and not whole and line.span.start <= first_part + _LONG:
            yield from _without_beginning(sentence, start, identity)


def _stated(period: Period, start: int, identity: Identity, called: bool) -> StatedPeriod | None:
    year = period.first.year or identity.year
    first, last = _first_day(period.first, year), _last_day(period.last, period.last.year or year)
    if first is None or last is None or period.first.month is None or period.last.month is None:
        return None
    return StatedPeriod(first, last, Span(start + period.start, start + period.end), called)


def _covers_most_of_a_year(period: StatedPeriod) -> bool:
    return period.first is not None and (period.last - period.first).days >= _LONG


def _without_beginning(sentence: str, start: int, identity: Identity) -> Iterator[StatedPeriod]:
    """数据截至2023年12月31日; 统计期限为2023年度; 统计期限自2023年1月1日起, with no end or an impossible one."""
    for moment in find_moments(sentence):
        span = Span(start + moment.start, start + moment.end)
        last = _last_day(moment, moment.year or identity.year)
        before = sentence[: moment.start]
        if last is None:
            continue
        if moment.month and _UP_TO.search(before):
            yield StatedPeriod(None, last, span, certain=True)
        elif moment.month is None and _PERIOD_IS.search(before):
            part = _PART_OF_YEAR.match(sentence, moment.end)
            end = last.replace(month=6, day=30) if part else last
            yield StatedPeriod(_first_day(moment, moment.year), end, span, certain=not part)
        elif moment.day and _PERIOD_BEGINS.search(before):
            impossible = _NO_DAY.match(sentence, moment.end)
            whole = Span(span.start, start + impossible.end()) if impossible else span
            yield StatedPeriod(last, last, whole, certain=impossible is not None)


def _first_day(moment: Moment, year: int | None) -> date | None:
    return _day(year, moment.month or 1, moment.day or 1) if year else None


def _last_day(moment: Moment, year: int | None) -> date | None:
    return _day(year, moment.month or 12, moment.day or 31) if year else None


def _day(year: int, month: int, day: int) -> date:
    """The day; one that the month does not have is its last."""
    return date(year, month, min(day, monthrange(year, month)[1]))


def _signature(lines: Sequence[_Line]) -> tuple[Dated, SigningUnit | None] | None:
    """The last line that is hardly more than a date, and the unit that stands in it or above it."""
    for at in range(len(lines) - 1, -1, -1):
        line, above = lines[at], lines[at - 1] if at else None
        for moment in find_moments(line.text) if len(line.text) <= _LONGEST_SIGNATURE else ():
            dated = _dated(moment, line.span.start)
            after = _DATE_WORD.sub("", _AROUND_DATE.sub("", line.text[moment.end :]))
            if dated is None or after or _PUBLISHED.search(line.text):
                continue
            before = line.text[: moment.start]
            if not _DATE_WORD.sub("", _AROUND_DATE.sub("", before)):
                below = lines[at + 1] if at + 1 < len(lines) else None
                return dated, (above and _unit(above)) or (below and _unit(below)) or None
            if unit := _unit(_Line(before, Span(line.span.start, line.span.start + moment.start))):
                return dated, unit
    return None


def _unit(line: _Line) -> SigningUnit | None:
    name = line.text.strip("\u3000 \t\xa0（）()")
    if not name or len(name) > _LONGEST_UNIT or compiled(r"[，。；：:、\d]").search(name):
        return None
    folded = "".join(name.split())
    if kind_of(folded) is None:
        return None
    start = line.span.start + line.text.index(name)
    return SigningUnit(folded, Span(start, start + len(name)))


def _published(lines: Sequence[_Line], of_page: str) -> Dated | None:
    for line in lines:
        for match in _PUBLISHED.finditer(line.text):
            for moment in find_moments(line.text[match.end() : match.end() + 20])[:1]:
                dated = _dated(moment, line.span.start + match.end())
                if dated is not None and moment.start == 0:
                    return dated
    outside = (_dated(moment, 0) for moment in find_moments(of_page))
    found = next((one for one in outside if one), None)
    return Dated(found.earliest, found.latest, None) if found else None


def _dated(moment: Moment, start: int) -> Dated | None:
    if moment.year is None or moment.month is None:
        return None
    first, last = _first_day(moment, moment.year), _last_day(moment, moment.year)
    if first is None or last is None:
        return None
    return Dated(first if moment.day is None else last, last, Span(start + moment.start, start + moment.end))
