"""The marks after heading numbers and after titles that stand alone (N206)."""

from collections import Counter
from collections.abc import Iterator

from shenyue.checks.families import Family, families
from shenyue.chinese.numbering import LabelStyle
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import Heading, Span
from shenyue.report import Report

HEADING_MARKS_VALUES = frozenset({"places", "expected"})
HEADING_MARKS_VARIANTS = frozenset({"title"})
_LISTED = 10
_CLOSERS = frozenset("）)〕]")
_RIGHT = {
    LabelStyle.CHINESE: frozenset("、"),
    LabelStyle.CHINESE_BRACKETED: _CLOSERS,
    LabelStyle.ARABIC_BRACKETED: _CLOSERS,
    LabelStyle.ARABIC: frozenset(".．"),
    LabelStyle.CIRCLED: frozenset({""}),
}
"""By style; half-width brackets are no matter of this rule. 1、 is as good as 1. where all siblings have it."""
_COLONS = frozenset("：:")


def heading_marks(report: Report) -> Iterator[Outcome]:
    """The mark after a number is that of its style and one among siblings; a title that stands alone has none at its end.

    One finding a run of siblings for their numbers, and one for their titles (variant title). Blanks never count, nor does the
    colon of a sub-heading that leads in a list.
    """
    judged = [family for family in families(report) if family.headings]
    if not judged:
        yield NotApplicable("没有识别出标题")
    for family in judged:
        wrong = _wrong_numbers(family)
        closed = [heading for heading in family.headings if _closed(report, heading, family)]
        if not wrong and not closed:
            yield Passed(family.name)
        if wrong:
            labels = [heading.label.text for heading in wrong if heading.label]
            values = {"places": _list(labels), "expected": _expected(wrong[0])}
            yield Hit(_label_span(report, wrong[0]), values, name=family.name)
        if closed:
            texts = [report.document.quote(_with_mark(heading)) for heading in closed]
            yield Hit(
                _with_mark(closed[0]),
                {"places": _list(texts), "expected": ""},
                variant="title",
                name=family.name,
            )


def _wrong_numbers(family: Family) -> list[Heading]:
    labelled = [heading for heading in family.headings if heading.label]
    arabic = Counter(
        heading.label.mark
        for heading in labelled
        if heading.label and heading.label.style is LabelStyle.ARABIC
    )
    alike = len({"、" if mark == "、" else "." for mark in arabic}) <= 1
    return [heading for heading in labelled if _is_wrong(heading, alike=alike)]


def _is_wrong(heading: Heading, *, alike: bool) -> bool:
    label = heading.label
    right = _RIGHT.get(label.style) if label else None
    if label is None or right is None or (label.style is LabelStyle.ARABIC and alike):
        return False
    return label.mark not in right


def _expected(heading: Heading) -> str:
    return heading.label.style.value if heading.label else ""


def _closed(report: Report, heading: Heading, family: Family) -> bool:
    """Whether a mark ends a title that stands alone; among run-in headings one with nothing to say is as good as these."""
    mark = report.document.quote(Span(heading.title.end, heading.span.end)).strip()
    among_run_in = any(sibling.run_in for sibling in family.headings) and not family.parts
    if heading.run_in or among_run_in or not mark or heading.title.start >= heading.title.end:
        return False
    return family.parts or not set(mark) <= _COLONS


def _with_mark(heading: Heading) -> Span:
    return Span(heading.title.start, heading.span.end)


def _label_span(report: Report, heading: Heading) -> Span:
    text = heading.label.text if heading.label else ""
    start = report.document.text.index(text, heading.span.start)
    return Span(start, start + len(text))


def _list(texts: list[str]) -> str:
    printed = "".join(f"“{' '.join(text.split())}”" for text in texts[:_LISTED])
    return printed + (f"等{len(texts)}处" if len(texts) > _LISTED else "")
