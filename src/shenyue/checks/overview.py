"""What belongs to 总体情况 where its sub-topics were raised to the rank of parts (S108): its sections, and those that were raised."""

from collections.abc import Iterator
from itertools import groupby

from shenyue.report import Report, Section

_OVERVIEW = 1


def overview(report: Report) -> tuple[Section, ...]:
    """The sections of part one, with the sub-topics raised out of it; none where the part is missing."""
    raised = raised_topics(report)
    return tuple(
        section
        for section in report.sections
        if section.part == _OVERVIEW or any(section in run for part, run in raised if part.part == _OVERVIEW)
    )


def raised_topics(report: Report) -> tuple[tuple[Section, tuple[Section, ...]], ...]:
    """Each part with the run of top-level headings after it that are none of the six: 一、总体情况 二、平台建设.

    Below part one they are raised however they are numbered; below others only where they count on, for else they are items that
    begin anew with 一、 (N203). A run that just fills the place of missing parts may be these parts under other titles (S101); what
    follows the last part is no sub-topic of it, nor is what has an older title of that very part (S104).
    """
    return tuple(
        (part, run)
        for part, run, after in _between_parts(report)
        if _is_raised(part, run, after) and not _titled_like(report, part, run[0])
    )


def _titled_like(report: Report, part: Section, section: Section) -> bool:
    """Whether a heading has one of the accepted wordings of a part's title."""
    wordings = [one for one in report.form.parts if one.number == part.part] if report.form else []
    title = report.document.quote(section.heading.title) if section.heading else ""
    return any(title in {one.title, *one.aliases} for one in wordings)


def _between_parts(report: Report) -> Iterator[tuple[Section, tuple[Section, ...], Section]]:
    """A part, the other top-level sections after it, and the next part."""
    tops = [section for section in report.sections if section.part != 0]
    grouped = [(known, tuple(group)) for known, group in groupby(tops, lambda one: one.part is not None)]
    for (known, before), (_, run), (_, after) in zip(grouped, grouped[1:], grouped[2:], strict=False):
        if known:
            yield before[-1], run, after[0]


def _is_raised(part: Section, run: tuple[Section, ...], after: Section) -> bool:
    missing = (after.part or 0) - (part.part or 0) - 1
    if len(run) <= missing:
        return False
    label = part.heading.label if part.heading else None
    first = run[0].heading.label if run[0].heading else None
    counts_on = label is None or first is None or first.value == label.value + 1
    return counts_on or part.part == _OVERVIEW
