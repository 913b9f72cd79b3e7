"""The properties of a paragraph that matter to its text, read in one pass: a report has hundreds of paragraphs."""

from typing import NamedTuple

from shenyue.loaders.docx.names import (
    PARAGRAPH_PROPERTIES,
    REMOVED,
    RUN_PROPERTIES,
    VALUE,
    VANISH,
    Element,
    W,
    parts_of,
    switch,
    whole,
)

_NUMBERING = f"{W}numPr"
_DEEPEST = 8


class ParagraphProperties(NamedTuple):
    """A w:pPr, of a paragraph or a style; None where it states nothing."""

    style: str | None = None
    num_id: int | None = None
    level: int | None = None
    """ilvl, 0-based."""
    outline_level: int | None = None
    """0–8; -1 where it is stated to be body text."""
    mark_deleted: bool = False
    """The paragraph is one with the next: its end is a tracked deletion."""
    mark_hidden: bool | None = None


_NONE = ParagraphProperties()


def read_properties(holder: Element) -> ParagraphProperties:
    """The properties of a w:p or w:style."""
    element = next(holder.iterchildren(PARAGRAPH_PROPERTIES), None)
    if element is None:
        return _NONE
    parts = parts_of(element)
    style = parts.get(f"{W}pStyle")
    numbering = parts_of(parts.get(_NUMBERING))
    mark = parts_of(parts.get(RUN_PROPERTIES))
    return ParagraphProperties(
        None if style is None else style.get(VALUE),
        _number(numbering.get(f"{W}numId")),
        _number(numbering.get(f"{W}ilvl")),
        _outline(parts.get(f"{W}outlineLvl")),
        not REMOVED.isdisjoint(mark),
        switch(mark.get(VANISH)),
    )


def _number(element: Element | None) -> int | None:
    return None if element is None else whole(element.get(VALUE))


def _outline(element: Element | None) -> int | None:
    if element is None:
        return None
    level = whole(element.get(VALUE), -1)
    return level if level <= _DEEPEST else -1
