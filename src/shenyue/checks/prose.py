"""The prose of a report, stretch by stretch between headings: where lists and contents live."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from shenyue.checks.once import once
from shenyue.chinese.numbering import LabelStyle
from shenyue.model import Heading, Paragraph, Span
from shenyue.report import Report, Section


class Passage(NamedTuple):
    """A paragraph of prose, or what runs on after a run-in heading."""

    span: Span
    paragraph: Paragraph
    whole: bool
    """False after a run-in heading: its label is the heading's."""


class Stretch(NamedTuple):
    """The prose under one heading, up to the next of any level."""

    heading: Heading | None
    section: Section
    passages: tuple[Passage, ...]


@once
def stretches(report: Report) -> tuple[Stretch, ...]:
    """The report's prose outside tables and outside its own title; blank paragraphs are left out."""
    paragraphs = [block for block in report.document.paragraphs() if _is_prose(report, block)]
    return tuple(
        stretch
        for section in report.sections
        for stretch in _of_section(report, section, within(paragraphs, section.span))
    )


def within(paragraphs: Sequence[Paragraph], span: Span) -> Sequence[Paragraph]:
    """Those of sorted paragraphs that begin in a stretch of the text."""
    first = bisect_left(paragraphs, span.start, key=lambda one: one.span.start)
    return paragraphs[first : bisect_left(paragraphs, span.end, lo=first, key=lambda one: one.span.start)]


def _is_prose(report: Report, paragraph: Paragraph) -> bool:
    title = report.identity.title
    return bool(report.document.quote(paragraph.span).strip()) and not (
        title is not None and paragraph.span.overlaps(title.span)
    )


def _of_section(report: Report, section: Section, paragraphs: Sequence[Paragraph]) -> Iterator[Stretch]:
    heading_of = heading_finder(section)
    heading: Heading | None = None
    passages: list[Passage] = []
    for paragraph in paragraphs:
        own = heading_of(paragraph)
        if own is None:
            passages.append(Passage(paragraph.span, paragraph, whole=True))
            continue
        yield Stretch(heading, section, tuple(passages))
        heading, passages = own, []
        rest = Span(own.span.end, paragraph.span.end)
        if report.document.quote(rest).strip():
            passages.append(Passage(rest, paragraph, whole=False))
    yield Stretch(heading, section, tuple(passages))


def headings_of(section: Section) -> tuple[Heading, ...]:
    """The section's own heading and those below it, in order."""
    return ((section.heading,) if section.heading else ()) + section.headings


def heading_finder(section: Section) -> Callable[[Paragraph], Heading | None]:
    """Tells the heading that stands in a paragraph of the section; None where it is prose."""
    headings = headings_of(section)
    ends = [one.span.end for one in headings]

    def heading_of(paragraph: Paragraph) -> Heading | None:
        at = bisect_right(ends, paragraph.span.start)
        found = headings[at] if at < len(headings) else None
        return found if found and found.span.overlaps(paragraph.span) else None

    return heading_of


def heading_styles(section: Section) -> frozenset[LabelStyle]:
    """The label styles that the section's headings use: a paragraph labelled so may be a heading that looks like prose."""
    return frozenset(one.label.style for one in headings_of(section) if one.label)
