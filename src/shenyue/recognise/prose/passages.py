"""The prose of a report paragraph by paragraph, each with what the headings above say it is about."""

from collections.abc import Iterator
from dataclasses import dataclass

from shenyue.model import Document, Heading, Paragraph, Span
from shenyue.report import Identity, Section


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of prose, or what runs on after a run-in heading."""

    span: Span
    part: int | None
    heading: str
    """The titles of the nearest headings above, the section's own included."""


def passages(document: Document, sections: tuple[Section, ...], identity: Identity) -> Iterator[Passage]:
    """The prose outside tables, headings and the report's own title."""
    titled = identity.title.span if identity.title else Span(0, 0)
    for section in sections:
        headings = ((section.heading,) if section.heading else ()) + section.headings
        for block in document.paragraphs():
            if block.span in section.span and not block.span.overlaps(titled):
                span = _prose(headings, block)
                if document.quote(span).strip():
                    yield Passage(span, section.part, _above(document, headings, span.start))


def _prose(headings: tuple[Heading, ...], block: Paragraph) -> Span:
    """The paragraph without a heading that stands in it; empty where it is all heading."""
    own = next((heading for heading in headings if heading.span.overlaps(block.span)), None)
    return Span(min(own.span.end, block.span.end), block.span.end) if own else block.span


def _above(document: Document, headings: tuple[Heading, ...], offset: int) -> str:
    """The section's heading and the nearest below it."""
    before = [heading for heading in headings if heading.span.start < offset]
    titles = [document.quote(heading.title) for heading in (before[:1] + before[-1:])]
    return "\n".join(dict.fromkeys(titles))
