"""The prose of a report, stretch by stretch between headings: where lists and contents live."""

from collections.abc import Iterator
from dataclasses import dataclass

from shenyue.chinese.numbering import LabelStyle
from shenyue.model import Heading, Paragraph, Span
from shenyue.report import Report, Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of prose, or what runs on after a run-in heading."""

    span: Span
    paragraph: Paragraph
    whole: bool
    """False after a run-in heading: its label is the heading's."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """The prose under one heading, up to the next of any level."""

    heading: Heading | None
    section: Section
    passages: tuple[Passage, ...]


def stretches(report: Report) -> Iterator[Stretch]:
    """The report's prose outside tables and outside its own title; blank paragraphs are left out."""
    paragraphs = [block for block in report.document.paragraphs() if _is_prose(report, block)]
    for section in report.sections:
        inside = [block for block in paragraphs if block.span in section.span]
        yield from _of_section(report, section, inside)


def _is_prose(report: Report, paragraph: Paragraph) -> bool:
    title = report.identity.title
    return bool(report.document.quote(paragraph.span).strip()) and not (
        title is not None and paragraph.span.overlaps(title.span)
    )


def _of_section(report: Report, section: Section, paragraphs: list[Paragraph]) -> Iterator[Stretch]:
    heading: Heading | None = None
    passages: list[Passage] = []
    for paragraph in paragraphs:
        own = heading_of(section, paragraph)
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


def heading_of(section: Section, paragraph: Paragraph) -> Heading | None:
    """The heading that stands in a paragraph; None where it is prose."""
    return next((one for one in headings_of(section) if one.span.overlaps(paragraph.span)), None)


def heading_styles(section: Section) -> frozenset[LabelStyle]:
    """The label styles that the section's headings use: a paragraph labelled so may be a heading that looks like prose."""
    return frozenset(one.label.style for one in headings_of(section) if one.label)
