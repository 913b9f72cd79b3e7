"""Headings as runs of siblings under one parent, each with its label: what numbering rules compare."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import groupby, islice
from typing import NamedTuple

from shenyue.checks.headless_text import headless_text
from shenyue.checks.overview import raised_topics
from shenyue.checks.prose import heading_finder, within
from shenyue.chinese.numbering import Label, LabelStyle
from shenyue.chinese.sequences import Lists, read_siblings
from shenyue.model import Heading, LabelSource, Paragraph, Span
from shenyue.report import Report, Section


class Sibling(NamedTuple):
    """One heading of a run, or a labelled or unlabelled paragraph that may be one."""

    label: Label | None
    span: Span
    """Of the label as printed; of the whole heading where it has none."""
    source: LabelSource
    run_in: bool = False
    """The text runs on in the same paragraph, so that it may be a mere item of a list."""


class Run(NamedTuple):
    """Siblings in the order of the text."""

    parent: Sibling | None
    """None for the parts of the report."""
    above: "Run | None"
    """The run in which the parent stands."""
    name: str
    """The duty in the ledger: parts, or the part with the ordinal of the run in it."""
    siblings: tuple[Sibling, ...]
    """The headings."""
    among: tuple[Sibling, ...]
    """The headings and what may be one: never judged, but it may explain a gap."""

    @property
    def labelled(self) -> tuple[Sibling, ...]:
        """The headings that have a label."""
        return tuple(sibling for sibling in self.siblings if sibling.label)

    @property
    def extracted(self) -> bool:
        """Whether an export may have changed the labels (standing clause a)."""
        return any(sibling.source is LabelSource.EXTRACTED for sibling in self.labelled)

    def read(self) -> tuple[tuple[Sibling, ...], Lists | None]:
        """The siblings with their faults: with or without what may be a heading, whichever has fewer."""
        plain, among = _read(self.siblings), _read(self.among)
        if plain is None or (among is not None and len(among.faults) < len(plain.faults)):
            return self.among, among
        return self.siblings, plain


def _read(siblings: tuple[Sibling, ...]) -> Lists | None:
    return read_siblings([sibling.label.value if sibling.label else None for sibling in siblings])


def runs(report: Report, heading_length: int) -> Iterator[Run]:
    """Every run of siblings, the parts first. An unlabelled line of at most `heading_length` characters may be a heading.

    Sub-topics raised to the rank of parts only explain a gap among these: S108 tells of them.
    """
    paragraphs = tuple(report.document.paragraphs())
    tops = [section for section in report.sections if section.part != 0]
    raised = {section.span for _, sections in raised_topics(report) for section in sections}
    among = tuple(_sibling(report, section.heading, section.span) for section in tops)
    parts = tuple(one for one, section in zip(among, tops, strict=True) if section.span not in raised)
    run = Run(None, None, "parts", parts, among)
    yield run
    for section in tops:
        risen = section.heading if section.span in raised else None
        inside = within(paragraphs, section.span)
        yield from _below(report, section, run, inside, heading_length, risen)


def _below(
    report: Report,
    section: Section,
    parts: Run,
    paragraphs: Sequence[Paragraph],
    heading_length: int,
    risen: Heading | None,
) -> Iterator[Run]:
    """The runs below a part; a heading's parent is the nearest one before it of a higher level.

    `risen`: the section's own heading where it should be the sibling of those below it.
    """
    heading_of = heading_finder(section)
    loose = [paragraph for paragraph in paragraphs if heading_of(paragraph) is None]
    of_heading: dict[Heading | None, Run] = {section.heading: parts}
    for ordinal, (parent, children) in enumerate(_families(section), 1):
        siblings = tuple(_sibling(report, child, child.span) for child in children)
        place = Span((parent or children[0]).span.end, _end_of(section, parent))
        between = _between(report, section, children, within(loose, place), heading_length)
        before = _counted_before(report, risen, children[0]) if parent is section.heading else ()
        among = (*before, *sorted((*siblings, *between), key=lambda sibling: sibling.span.start))
        run = Run(
            _sibling(report, parent, section.span),
            of_heading[parent],
            f"part.{section.part or 0}.{ordinal}",
            siblings,
            among,
        )
        of_heading |= dict.fromkeys(children, run)
        yield run


def _counted_before(report: Report, risen: Heading | None, first: Heading) -> tuple[Sibling, ...]:
    """The numbers up to that of a raised heading, where the one below goes on from it: 一、主动公开 （二）依申请公开."""
    own = risen.label if risen else None
    if risen is None or own is None or first.label is None or first.label.value != own.value + 1:
        return ()
    sibling = _sibling(report, risen, risen.span)
    return tuple(sibling._replace(label=own._replace(value=value)) for value in range(1, own.value + 1))


def _families(section: Section) -> list[tuple[Heading | None, list[Heading]]]:
    """Parents with their children, a parent before its children's own."""
    families: dict[Heading | None, list[Heading]] = {}
    path = [section.heading]
    for heading in section.headings:
        while len(path) > 1 and path[-1] is not None and path[-1].level >= heading.level:
            path.pop()
        families.setdefault(path[-1], []).append(heading)
        path.append(heading)
    return [
        (parent, list(children))
        for parent, together in families.items()
        for _, children in groupby(together, key=_numbered_under)
    ]


def _numbered_under(heading: Heading) -> str:
    """What the number itself names as its parent: 1. for 1.2; 2.1 then counts afresh."""
    label = heading.label
    if label is None or label.style is not LabelStyle.MULTILEVEL:
        return ""
    return label.text.removesuffix(label.mark).removesuffix(str(label.value))


def _sibling(report: Report, heading: Heading | None, whole: Span) -> Sibling:
    if heading is None:
        return Sibling(None, whole, report.label_source)
    span = _label_span(report, heading.label, heading.span)
    return Sibling(heading.label, span, heading.label_source, heading.run_in)


def _label_span(report: Report, label: Label | None, span: Span) -> Span:
    if label is None:
        return span
    start = report.document.text.find(label.text, span.start, span.end)
    return Span(start, start + len(label.text)) if start >= 0 else span


def _between(
    report: Report,
    section: Section,
    children: list[Heading],
    paragraphs: Sequence[Paragraph],
    heading_length: int,
) -> Iterator[Sibling]:
    """Paragraphs that may be siblings, or stand for one: labelled like them, short lines without label and stop, headless text."""
    styles = {child.label.style for child in children if child.label}
    headless = tuple(headless_text(report, section, children)) if heading_length else ()
    for paragraph in paragraphs:
        if _may_be_heading(report, paragraph, styles, heading_length) or paragraph in headless:
            span = _label_span(report, paragraph.label, paragraph.span)
            yield Sibling(paragraph.label, span, paragraph.label_source)


def _end_of(section: Section, parent: Heading | None) -> int:
    """Where the parent's own text ends."""
    if parent is None or parent is section.heading:
        return section.span.end
    first = bisect_right(section.headings, parent.span.start, key=lambda one: one.span.start)
    later = islice(section.headings, first, None)
    return next((one.span.start for one in later if one.level <= parent.level), section.span.end)


def _may_be_heading(
    report: Report, paragraph: Paragraph, styles: set[LabelStyle], heading_length: int
) -> bool:
    if paragraph.label:
        return paragraph.label.style in styles
    text = report.document.quote(paragraph.span).strip()
    return 0 < len(text) <= heading_length and text[-1] not in "。；：，、！？;:,.!?）)”"
