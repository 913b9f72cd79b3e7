"""Text of the overview that stands although its heading is gone: it explains a gap in the numbers (N207, not N202)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shenyue.checks.prose import stretches
from shenyue.checks.sentences import folded, holds
from shenyue.model import Heading, Paragraph
from shenyue.report import Report, Section

_OVERVIEW = 1
_TOPICS = (
    ("主动公开",),
    ("依申请", "公开申请", "申请人", "不予公开", "复议"),
    ("信息管理", "信息的管理"),
    ("平台", "渠道", "载体"),
    ("监督", "保障"),
)
"""What 总体情况 treats by the format (国办公开办函〔2021〕30号), by words that a heading or its text has."""


def headless_text(report: Report, section: Section, headings: Sequence[Heading]) -> Iterator[Paragraph]:
    """Where one number is skipped and just one topic has no heading, the first paragraph there, but not right under a heading, on it."""
    titles = [folded(report.document.quote(heading.title)) for heading in headings]
    unnamed = [words for words in _TOPICS if not any(holds(title, words) for title in titles)]
    gaps = [before for before, after in pairwise(headings) if _skips(before, after)]
    if section.part != _OVERVIEW or len(unnamed) != 1 or len(gaps) != 1:
        return
    for stretch in stretches(report):
        if stretch.heading is gaps[0]:
            paragraphs = [one.paragraph for one in stretch.passages if one.whole]
            below = paragraphs if gaps[0].run_in else paragraphs[1:]
            named = (one for one in below if holds(folded(report.document.quote(one.span)), unnamed[0]))
            yield from [one for one in [next(named, None)] if one is not None]


def _skips(before: Heading, after: Heading) -> bool:
    """Whether just one number is missing between two headings."""
    return bool(before.label and after.label and after.label.value == before.label.value + 2)
