"""Whether the report says how last year's problems were mended (C703)."""

from collections.abc import Iterator

from shenyue.checks.sentences import holds, sentences
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

EARLIER_PROBLEMS_VALUES = frozenset({"year"})
_PART = 5


def earlier_problems_mended(
    report: Report, *, earlier: tuple[str, ...], problems: tuple[str, ...]
) -> Iterator[Outcome]:
    """A sentence anywhere in the prose holds a word of `earlier`, or last year's number, and one of `problems`."""
    sections = report.parts(_PART)
    if not sections:
        yield NotApplicable("没有识别出第五部分")
        return
    year = f"{report.year - 1}年" if report.year else ""
    times = (*earlier, year) if year else earlier
    if any(holds(one.text, times) and holds(one.text, problems) for one in sentences(report)):
        yield Passed("last_year")
    elif any(report.unread_in(section.span) for section in sections):
        yield Unchecked("last_year", "第五部分有未能读取的内容（如图片）")
    else:
        heading = sections[0].heading
        span = heading.title if heading else sections[0].span
        yield Hit(span, {"year": year or "上一年"}, name="last_year", missing="last_year")
