"""The lines of a whole page as a reader sees them, roughly: enough to tell the article from what stands around it."""

from collections.abc import Iterator
from typing import NamedTuple

from lxml.etree import _Element

from shenyue.loaders.html.page import Page
from shenyue.loaders.html.tags import BLOCKS, SKIPPED


class PageLine(NamedTuple):
    """A line of visible text, blanks folded away at both ends."""

    step: int
    """Index of the step whose text begins it."""
    owner: _Element
    """The element in which that text stands."""
    text: str
    linked: int
    """How many of its characters lead to other pages."""


def page_lines(page: Page) -> Iterator[PageLine]:
    """Every line that is not blank, in order; hidden ones too."""
    pieces: list[str] = []
    first = linked = index = 0
    link: _Element | None = None
    while index < len(page.steps):
        opens, element, tag, text, _ = page.steps[index]
        if tag in BLOCKS and pieces:
            yield from _line(page, first, pieces, linked)
            pieces, linked = [], 0
        if opens and tag in SKIPPED:
            index = page.closed[element]
            text = page.steps[index][3]
        elif tag == "a":
            link = element if opens and _leads_away(element) else None
        if text and not text.isspace():
            first = first if pieces else index
            pieces.append(text)
            linked += len(text) if link is not None else 0
        index += 1
    yield from _line(page, first, pieces, linked)


def _line(page: Page, first: int, pieces: list[str], linked: int) -> Iterator[PageLine]:
    if not pieces:
        return
    text = "".join(pieces).strip()
    opens, element, *_ = page.steps[first]
    owner = element if opens else element.getparent()
    if owner is not None:
        yield PageLine(first, owner, text, linked)


def _leads_away(element: _Element) -> bool:
    return not (element.get("href") or "#").startswith("#")
