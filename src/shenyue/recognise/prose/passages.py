"""The prose of a report paragraph by paragraph, each with what the headings above say it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from shenyue.model import Document, Heading, Paragraph, Span
from shenyue.report import Identity, Section


class Passage(NamedTuple):
    """A paragraph of prose, or what runs on after a run-in heading."""

    span: Span
    part: int | None
    heading: str
    """The titles of the nearest headings above, the section's own included."""


def passages(document: Document, sections: tuple[Section, ...], identity: Identity) -> Iterator[Passage]:
    """The prose outside tables, headings and the report's own title."""
    titled = identity.title.span if identity.title else Span(0, 0)
    paragraphs = tuple(document.paragraphs())
    for section in sections:
        headings = ((section.heading,) if section.heading else ()) + section.headings
        for block in _blocks_in(paragraphs, section.span):
            if not block.span.overlaps(titled):
                span = _prose(headings, block)
                if document.quote(span).strip():
                    yield Passage(span, section.part, _above(document, headings, span.start))


def _blocks_in(paragraphs: tuple[Paragraph, ...], span: Span) -> Iterator[Paragraph]:
    first = bisect_left(paragraphs, span.start, key=lambda block: block.span.start)
    behind = bisect_left(paragraphs, span.end, lo=first, key=lambda block: block.span.start)
    return (block for block in paragraphs[first:behind] if block.span in span)


def _prose(headings: tuple[Heading, ...], block: Paragraph) -> Span:
    """The paragraph without a heading that stands in it; empty where it is all heading."""
    at = bisect_right(headings, block.span.start, key=lambda heading: heading.span.end)
    if at < len(headings) and headings[at].span.overlaps(block.span):
        return Span(min(headings[at].span.end, block.span.end), block.span.end)
    return block.span


def _above(document: Document, headings: tuple[Heading, ...], offset: int) -> str:
    """The section's heading and those below it that the offset stands under, each of a deeper level."""
    behind = bisect_left(headings, offset, key=lambda heading: heading.span.start)
    chain: list[Heading] = []
    for heading in reversed(headings[:behind]):
        if not chain or heading.level < chain[-1].level:
            chain.append(heading)
    titles = [document.quote(heading.title) for heading in reversed(chain)]
    return "\n".join(dict.fromkeys(titles))
