"""Whether the years of a report agree: its title, its period, its table heads, and every other year of the text (D601)."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from shenyue.checks.reported_year import YearAt, Years, years_of
from shenyue.checks.surroundings import clause_at, sentence_at
from shenyue.checks.wordings import Patterns, cited_title, fits, occurs
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report, StatedPeriod

YEARS_AGREE_VALUES = frozenset({"year", "other", "where", "clause"})
YEARS_AGREE_VARIANTS = frozenset({"title", "title_unsure", "text", "plan"})
_RANGE_BEFORE = compiled(r"(?:19|20)\d{2}\s*年?度?\s*[-—–－―~～至到、和及与/]\s*\Z")
_RANGE_AFTER = compiled(r"\s*[-—–－―~～至到]\s*(?:19|20)\d{2}")
_DOCUMENT_NUMBER = compiled(r"[〕\])）】]?\s*(?:第\s*)?\d+\s*号")
_YEARS_BEFORE = compiled(r"(?:19|20)\d{2}\s*年?度?\s*[、和及与]\s*\Z")
_YEARS_AFTER = compiled(r"度?\s*[、和及与]\s*(?:19|20)\d{2}\s*年")
_NEAR = 12
"""Characters in which a range or a document number must show."""
_PLAN_NEAR = 25
_IMPROVEMENTS = 5


class _Contexts(NamedTuple):
    """The rule's patterns."""

    any_year: Patterns
    last_year: Patterns
    next_year: Patterns
    plans: tuple[str, ...]


def years_agree(
    report: Report, *, any_year: Patterns, last_year: Patterns, next_year: Patterns, plans: tuple[str, ...]
) -> Iterator[Outcome]:
    """The title's year against the stated period and the table heads (certain), and against every other year of the text (variant text).

    A year of the text is right where a pattern of `any_year` fits; the year before the report's also where one of `last_year` does, the year after it
    where one of `next_year` does. `plans`: patterns of the titles of yearly plans, of which another year's is variant plan.
    """
    years = years_of(report)
    if years.title is None:
        yield Unchecked("title", "报告标题中没有年份，无法与正文核对")
        return
    yield from _against_title(report, years, years.title)
    try:
        yield from _prose(report, years, years.title, _Contexts(any_year, last_year, next_year, plans))
    except TimeoutError:
        yield Unchecked("text", "规则中的正则表达式用时过长")


def _against_title(report: Report, years: Years, title: YearAt) -> Iterator[Outcome]:
    if years.title_alone is not None:
        yield _title_alone(years, title, years.title_alone)
        return
    period = report.dates.period
    if years.period and period:
        yield _stated(title, _year_of(period, title.year), "period", certain=period.certain)
    for head in years.heads:
        yield _stated(title, head, "heads", certain=True)


def _year_of(period: StatedPeriod, wanted: int) -> YearAt:
    """The year of a period; of one that runs from the first to the last day of two years, the one that is not wanted."""
    first = period.first
    if first and (first.month, first.day, period.last.month, period.last.day) == (1, 1, 12, 31):
        return YearAt(first.year if first.year != wanted else period.last.year, period.span)
    return YearAt(period.last.year, period.span)


def _title_alone(years: Years, title: YearAt, year: int) -> Hit:
    period = "统计期限" if years.period and years.period.year == year else ""
    heads = "表头" if any(one.year == year for one in years.heads) else ""
    where = "、".join(name for name in (period, heads) if name)
    variant = "title" if where else "title_unsure"
    return Hit(
        title.span,
        _values(title.year, year, where or "正文多处"),
        variant=variant,
        certain=bool(where),
        name="title",
    )


def _stated(title: YearAt, one: YearAt, name: str, *, certain: bool) -> Outcome:
    if one.year == title.year:
        return Passed(name)
    where = "统计期限" if name == "period" else "表头"
    return Hit(one.span, _values(title.year, one.year, where), certain=certain, name=name)


def _values(year: int, other: int, where: str, clause: str = "") -> dict[str, str]:
    return {"year": str(year), "other": str(other), "where": where, "clause": clause}


def _prose(report: Report, years: Years, title: YearAt, contexts: _Contexts) -> Iterator[Outcome]:
    """One finding for a year in a sentence, however often it stands there."""
    base, text = years.title_alone or title.year, report.document.text
    wrong = {
        (one.year, sentence_at(text, one.span)): one
        for one in reversed(years.prose)
        if one.year != base and not _is_right(report, one, base, contexts)
    }
    if not wrong:
        yield Passed("text", note="" if years.prose else "正文没有写年份")
    for one in reversed(wrong.values()):
        clause = clause_at(text, one.span)
        values = _values(base, one.year, "正文", " ".join(text[clause.start : clause.end].split()))
        variant = "plan" if _of_plan(text, one.span, contexts.plans) else "text"
        yield Hit(one.span, values, variant=variant, name="text")


def _is_right(report: Report, one: YearAt, base: int, contexts: _Contexts) -> bool:
    text, span = report.document.text, one.span
    if _of_plan(text, span, contexts.plans):
        return one.year == base + 1 and _may_lie_ahead(report, one, contexts)
    if cited_title(text, span) or _in_number_or_range(text, span) or fits(contexts.any_year, text, span):
        return True
    if one.year == base + 1:
        # a month or day after the year's end is held against the report's own date (D605)
        return one.month is not None or _may_lie_ahead(report, one, contexts)
    if _is_listed(text, span):
        return True
    return one.year == base - 1 and (_is_compared(text, span, base) or fits(contexts.last_year, text, span))


def _is_listed(text: str, span: Span) -> bool:
    """2023年、2024年、2025年分别为……: several years side by side."""
    return bool(_YEARS_BEFORE.search(text[max(0, span.start - _NEAR) : span.start])) or bool(
        _YEARS_AFTER.match(text, span.end)
    )


def _is_compared(text: str, span: Span, base: int) -> bool:
    """Whether the same sentence goes on to tell of the report's own year (2022年公开280条，2023年公开310条), or one before it in the paragraph began with it."""
    sentence = sentence_at(text, span)
    at = text.find(f"{base}年", span.end, sentence.end)
    if at >= 0 and cited_title(text, Span(at, at + 1)) is None:
        return True
    paragraph = text[max(0, text.rfind("\n", 0, span.start)) : sentence.start]
    opens = not text[sentence.start : span.start].strip()
    return opens and regex.search(rf"(?:\A|[。；])\s*{base}年", paragraph) is not None


def _may_lie_ahead(report: Report, one: YearAt, contexts: _Contexts) -> bool:
    part = report.section_at(one.span.start).part
    return part == _IMPROVEMENTS or fits(contexts.next_year, report.document.text, one.span)


def _in_number_or_range(text: str, span: Span) -> bool:
    return bool(
        _DOCUMENT_NUMBER.match(text, span.end, span.end + _NEAR)
        or _RANGE_BEFORE.search(text, max(0, span.start - _NEAR), span.start)
        or _RANGE_AFTER.match(text, span.end, span.end + _NEAR)
    )


def _of_plan(text: str, span: Span, plans: tuple[str, ...]) -> bool:
    """Whether the year is that of a yearly plan, in title marks or not."""
    return occurs(plans, text, cited_title(text, span) or Span(span.end, _clause_end(text, span)))


def _clause_end(text: str, span: Span) -> int:
    return min(clause_at(text, span).end, span.end + _PLAN_NEAR)
