"""Which year a report is for, as its title, its stated period, its table heads and its own prose have it: they may disagree."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

import regex

from shenyue.checks.prose import stretches
from shenyue.chinese.dates import find_moments
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

_HEAD_YEAR = compiled(r"(?<!\d)(?P<year>20\d{2})(?!\d)\s*年?")
_WORDS = compiled(r"\p{Han}")
_LAST_YEAR = compiled(r"上年|上一年|去年|往年")
_NEXT_YEAR = compiled(r"下年|下一年|次年")
_FEW = 3
"""Mentions from which on the prose speaks for a year."""


class YearAt(NamedTuple):
    """A year where it stands."""

    year: int
    span: Span
    """Month and day included."""
    month: int | None = None
    day: int | None = None


class Years(NamedTuple):
    """The years that speak for what a report is about."""

    title: YearAt | None
    period: YearAt | None
    heads: tuple[YearAt, ...]
    prose: tuple[YearAt, ...]
    """Every year of the prose, its own period and dates left out."""
    signed: int | None
    """The year before the report was signed or published."""

    @property
    def title_alone(self) -> int | None:
        """The year that everything else speaks for against the title; None where the title is not alone."""
        if self.title is None:
            return None
        own, counts = self.title.year, Counter(one.year for one in self.prose)
        stated = {one.year for one in (self.period, *self.heads) if one}
        if own in stated:
            return None
        for year in sorted(stated):
            if self.signed == year or (self.signed != own and _outweighs(counts, year, own)):
                return year
        if stated or not counts:
            return None
        year, count = counts.most_common(1)[0]
        return year if year != own and count >= _FEW * max(1, counts[own]) else None


def _outweighs(counts: Counter[int], year: int, own: int) -> bool:
    """Whether the prose speaks for a year; of last year every report speaks now and then, so that equal numbers speak against it."""
    return counts[year] > counts[own] or (counts[year] == counts[own] > 0 and year == own + 1)


def years_of(report: Report) -> Years:
    """All of them."""
    period = report.dates.period
    dated = report.dates.signed or report.dates.published
    return Years(
        _title_year(report),
        YearAt(period.last.year, period.span) if period else None,
        tuple(_head_years(report)),
        tuple(_prose_years(report)),
        dated.latest.year - 1 if dated else None,
    )


def _title_year(report: Report) -> YearAt | None:
    title = report.identity.title
    if title is None or report.year is None:
        return None
    text = report.document.quote(title.span)
    for moment in find_moments(text):
        if moment.year == report.year:
            return YearAt(report.year, Span(title.span.start + moment.start, title.span.start + moment.end))
    bare = regex.search(rf"{report.year}", text)
    if bare is None:
        return None
    return YearAt(report.year, Span(title.span.start + bare.start(), title.span.start + bare.end()))


def _head_years(report: Report) -> Iterator[YearAt]:
    """The years printed in the labels of the form tables: 本年(2023)制发件数; 上一年 counts as the year after."""
    spans = [table.span for table in report.tables.values()]
    for table in report.document.tables():
        if not any(table.span.overlaps(span) for span in spans):
            continue
        for cell in table.cells:
            text = report.document.quote(cell.span)
            match = _HEAD_YEAR.search(text)
            if match is None or not _WORDS.search(text):
                continue
            shift = 1 if _LAST_YEAR.search(text) else -1 if _NEXT_YEAR.search(text) else 0
            start = cell.span.start
            yield YearAt(int(match["year"]) + shift, Span(start + match.start(), start + match.end()))


def _prose_years(report: Report) -> Iterator[YearAt]:
    dates = report.dates
    own = [one.span for one in (*dates.periods, dates.signed, dates.published) if one and one.span]
    for stretch in stretches(report):
        heading = (stretch.heading.span,) if stretch.heading else ()
        for span in (*heading, *(passage.span for passage in stretch.passages)):
            for moment in find_moments(report.document.quote(span)):
                place = Span(span.start + moment.start, span.start + moment.end)
                if moment.year is not None and not any(place.overlaps(one) for one in own):
                    yield YearAt(moment.year, place, moment.month, moment.day)
