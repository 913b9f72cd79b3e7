"""The prose of a report paragraph by paragraph, each with what the headings above say it is about."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from shenyue.model import Document, Heading, Paragraph, Span
from shenyue.patterns import compiled
from shenyue.report import Identity, Section

_LAST_STATEMENT = compiled(r"[。；]")


class Passage(NamedTuple):
    """A paragraph of prose, or what runs on after a run-in heading."""

    span: Span
    part: int | None
    heading: str
    """The titles of the nearest headings above, the section's own included."""
    lead: str = ""
    """The line above that introduces it with a colon: 答复结果如下：1.予以公开26件."""


def passages(document: Document, sections: tuple[Section, ...], identity: Identity) -> Iterator[Passage]:
    """The prose outside tables, headings and the report's own title."""
    titled = identity.title.span if identity.title else Span(0, 0)
    paragraphs = tuple(document.paragraphs())
    for section in sections:
        heading, lead = "", ""
        headings = ((section.heading,) if section.heading else ()) + section.headings
        for block in _blocks_in(paragraphs, section.span):
            if not block.span.overlaps(titled):
                span = _prose(headings, block)
                text = document.quote(span).strip()
                if not text:
                    continue
                above = _above(document, headings, span.start)
                lead = lead if above == heading else ""
                yield Passage(span, section.part, above, lead)
                heading = above
                lead = _LAST_STATEMENT.split(text)[-1] if text[-1] in "：:" else lead


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
