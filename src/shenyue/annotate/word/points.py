"""Where in the main part a comment begins and ends, from a span of the document's text."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice
from typing import NamedTuple

from shenyue.annotate.word.cells import cell_element
from shenyue.annotate.word.units import Units
from shenyue.loaders.docx.names import PARAGRAPH, Element, W
from shenyue.loaders.docx.nodes import stored_text, text_nodes
from shenyue.loaders.docx.package import Package
from shenyue.model import Cell, Document, Origin, Span, Table

_NOTES = ("footnote", "endnote")


class Point(NamedTuple):
    """A place between two characters, or at the end of a paragraph that shows none."""

    element: Element
    """A text-bearing element, the reference of a note, a whole unit, or a paragraph."""
    offset: int
    """Characters into the element; before or after a unit that is marked as a whole: 0 or 1; nothing for a paragraph."""
    home: Element
    """The run that may be cut there; the element itself where it is marked as a whole."""


class Anchor(NamedTuple):
    """Where a comment begins and ends; the same point twice where there is no character to mark."""

    start: Point
    end: Point


@dataclass(frozen=True, slots=True)
class Anchoring:
    """The way from the document's text back into the elements of the main part."""

    document: Document
    package: Package
    main: str
    root: Element
    nodes: list[Element]
    order: Mapping[Element, int]
    """The elements by their ordinals: the text does not always follow the file, for boxes and notes are laid after it."""
    units: Units

    def anchor(self, span: Span) -> Anchor | None:
        """Where a comment on the span goes; None where nothing in the main part stands for it."""
        shown = list(self._characters(span)) or list(self._numbered(span))
        if shown:
            starts, ends = zip(*shown, strict=True)
            return Anchor(min(starts, key=self._place), max(ends, key=self._place))
        return self._in_cell(span) or self._beside(span)

    def _place(self, point: Point) -> tuple[int, int, int]:
        return self.order[point.home], self.order[point.element], point.offset

    def _characters(self, span: Span) -> Iterator[tuple[Point, Point]]:
        """Points before and after each stretch of the span that can be marked; of notes only where nothing else can."""
        stretches = [stretch for origin in self._origins(span) for stretch in self._stretch(origin, span)]
        notes = (self._reference(origin) for origin in self._origins(span) if origin.part != self.main)
        marks = [mark for mark in notes if mark is not None] if not stretches else []
        yield from stretches or (points for mark in marks[:1] for points in self._points(mark, 0, 1))

    def _origins(self, span: Span) -> Iterator[Origin]:
        origins = self.document.source.origins
        first = bisect_right(origins, span.start, key=lambda origin: origin.end)
        for origin in islice(origins, first, None):
            if origin.start >= span.end:
                break
            if not origin.generated:
                yield origin

    def _stretch(self, origin: Origin, span: Span) -> Iterator[tuple[Point, Point]]:
        begin = origin.offset + max(span.start, origin.start) - origin.start
        end = origin.offset + min(span.end, origin.end) - origin.start
        yield from self._points(self.nodes[origin.node], begin, end) if origin.part == self.main else ()

    def _points(self, node: Element, begin: int, end: int) -> Iterator[tuple[Point, Point]]:
        unit = self.units.of(node)
        if unit is None:
            return
        if unit.whole:
            yield Point(unit.first, 0, unit.first), Point(unit.last, 1, unit.last)
        else:
            yield Point(node, begin, unit.first), Point(node, end, unit.first)

    def _reference(self, origin: Origin) -> Element | None:
        """The mark in the text of the note that a stretch stands in."""
        root = self.package.root(origin.part)
        if root is None:
            return None
        node = text_nodes(root)[origin.node]
        for kind in _NOTES:
            for note in node.iterancestors(f"{W}{kind}"):
                marks = self.root.iter(f"{W}{kind}Reference")
                return next((mark for mark in marks if mark.get(f"{W}id") == note.get(f"{W}id")), None)
        return None

    def _numbered(self, span: Span) -> Iterator[tuple[Point, Point]]:
        """An automatic number has no characters of its own: the first run after it is marked."""
        if not self.document.quote(span).strip() or any(self._origins(span)):
            return
        line_end = self.document.text.find("\n", span.end)
        line = Span(span.end, line_end if line_end >= 0 else len(self.document.text))
        stretches = list(self._characters(line))
        if stretches:
            home = stretches[0][0].home
            yield from (stretch for stretch in stretches if stretch[0].home is home)

    def _in_cell(self, span: Span) -> Anchor | None:
        """An empty cell: the end of its first paragraph."""
        found = next(self._empty_cells(span), None)
        element = cell_element(*found, self._node) if found else None
        paragraph = None if element is None else next(element.iter(PARAGRAPH), None)
        return None if paragraph is None else at_end(paragraph)

    def _empty_cells(self, span: Span) -> Iterator[tuple[Table, Cell]]:
        for table in self.document.tables():
            for cell in table.cells:
                if cell.span.start == cell.span.end and cell.span in span:
                    yield table, cell

    def _node(self, span: Span) -> Element | None:
        """The element of the first character of a span."""
        return next((start.element for start, _ in self._characters(span)), None)

    def _beside(self, span: Span) -> Anchor | None:
        """No character at all: the point after the one before it, or before the one after it, on the same line."""
        text = self.document.text
        if span.start and text[span.start - 1] not in "\n\t":
            for _, end in self._characters(Span(span.start - 1, span.start)):
                return Anchor(end, end)
        if span.start < len(text) and text[span.start] not in "\n\t":
            for start, _ in self._characters(Span(span.start, span.start + 1)):
                return Anchor(start, start)
        return None


def anchoring(document: Document, package: Package, main: str, root: Element) -> Anchoring:
    """The way back for a document that was read from the package."""
    order = {element: ordinal for ordinal, element in enumerate(root.iter("{*}*"))}
    return Anchoring(document, package, main, root, text_nodes(root), order, Units(root, order))


def at_end(paragraph: Element) -> Anchor:
    """The end of a paragraph that shows no character."""
    point = Point(paragraph, 0, paragraph)
    return Anchor(point, point)


def length(node: Element) -> int:
    """How many characters an element has for a point: its own text; one for what stands for something else."""
    return len(node.text or "") if node.tag.endswith("}t") else max(1, len(stored_text(node)))
