"""What anchors can only stand around: a run from inside which they would be lost, or what it is part of."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from shenyue.loaders.docx.names import PARAGRAPH, RUN, TRANSPARENT, Element, W

_PASSED = TRANSPARENT | {f"{W}hyperlink"}
"""What may hold anchors between a paragraph and its runs."""
_CLOSED = frozenset(f"{W}{name}" for name in ("dataBinding", "text", "date", "comboBox", "dropDownList"))
"""Kinds of content control whose content Word keeps as one value."""
_FIELD_CHARACTER = f"{W}fldChar"
_KIND = f"{W}fldCharType"
_LONGEST = 60
"""Paragraphs that a table of contents may have; what is longer lacks its end, and must not make every comment one on everything."""


class Unit(NamedTuple):
    """The outermost elements that anchors stand before and after: one and the same, but for a field of several runs."""

    first: Element
    last: Element
    whole: bool = True
    """Whether it must be marked as a whole; False for a run that may be cut at the node asked for."""


class Units:
    """The units of one part."""

    def __init__(self, root: Element, order: Mapping[Element, int]) -> None:
        self._order = order
        self._fields = tuple(self._outer_fields(root))

    def of(self, node: Element) -> Unit | None:
        """The run, or what holds it: a text box's drawing, a formula, a closed content control, a field; None outside paragraphs."""
        element = _outermost(node)
        if element is None:
            return None
        place = self._order[element]
        after = bisect_right(self._fields, place, key=lambda field: self._order[field.first])
        if after and place <= self._order[self._fields[after - 1].last]:
            return self._fields[after - 1]
        return Unit(element, element, element.tag != RUN or element is not next(node.iterancestors()))

    def _outer_fields(self, root: Element) -> Iterator[Unit]:
        """The fields that are in no other; Word and others write their results anew, and anchors in them are lost."""
        paragraphs = [self._order[paragraph] for paragraph in root.iter(PARAGRAPH)]
        done = -1
        for field in sorted(_fields(root), key=lambda field: self._order[field.first]):
            begin, end = self._order[field.first], self._order[field.last]
            length = bisect_right(paragraphs, end) - bisect_right(paragraphs, begin)
            if begin > done and length <= _LONGEST:
                done = end
                yield field


def _fields(root: Element) -> Iterator[Unit]:
    """The fields of runs, a begin with its end; what lacks the other is none."""
    opened: list[Element] = []
    for mark in root.iter(_FIELD_CHARACTER):
        element, kind = _outermost(mark), mark.get(_KIND)
        if element is not None and kind == "begin":
            opened.append(element)
        elif element is not None and kind == "end" and opened:
            yield Unit(opened.pop(), element)


def _outermost(node: Element) -> Element | None:
    """Below the outermost paragraph, the outermost element that anchors cannot stand in."""
    chain = [node, *node.iterancestors()]
    tops = [place for place, element in enumerate(chain) if element.tag == PARAGRAPH]
    below = reversed(chain[: tops[-1]]) if tops else iter(())
    return next((element for element in below if element.tag not in _PASSED or _is_closed(element)), None)


def _is_closed(element: Element) -> bool:
    if element.tag != f"{W}sdt":
        return False
    properties = element.find(f"{W}sdtPr")
    return properties is not None and any(child.tag in _CLOSED for child in properties)
