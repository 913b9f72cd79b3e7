"""Anchors into the text of the main part: runs are closed and opened anew where a comment begins or ends inside them."""

from collections.abc import Iterator
from itertools import count

from shenyue.annotate.word.anchor_markup import Marks
from shenyue.annotate.word.markup import Edit, Markup
from shenyue.annotate.word.pieces import shown, split
from shenyue.annotate.word.points import Anchor, Point, length
from shenyue.loaders.docx.names import PARAGRAPH, RUN_PROPERTIES, Element, W
from shenyue.patterns import compiled

_UNSHOWN = frozenset((RUN_PROPERTIES, f"{W}lastRenderedPageBreak"))
_TEXT = f"{W}t"
_ID = f"{W}id"
_REVISION = compiled(r"""(<[^\s/>]*rPrChange\b[^>]*?\s[^\s=]*\bid\s*=\s*)(?:"[^"]*"|'[^']*')""")


class Cutting:
    """The anchors of one part, gathered and then written."""

    def __init__(self, markup: Markup, root: Element, namespace: str, reference_style: str) -> None:
        self._markup = markup
        self._tags = markup.by_element(root)
        self._look = (namespace, reference_style)
        self._at: dict[int, Marks] = {}
        """Between two elements, by position in the text."""
        self._cut: dict[int, Element] = {}
        """The run that is closed and opened anew at a position."""
        self._inside: dict[Element, dict[int, Marks]] = {}
        """Between two characters of a w:t, by offset."""
        self._ended: dict[Element, Marks] = {}
        """At the end of a paragraph."""
        self._revisions = count(_highest_id(root) + 1)

    def add(self, anchor: Anchor, identity: int) -> None:
        """Anchor a comment."""
        if anchor.start == anchor.end:
            self._marks(anchor.end).points.append(identity)
            return
        self._marks(anchor.start).starts.append(identity)
        self._marks(anchor.end).ends.append(identity)

    def edits(self) -> Iterator[Edit]:
        """What changes in the text."""
        for position, marks in self._at.items():
            run = self._cut.get(position)
            written = marks.written(*self._look)
            yield Edit(position, position, self._between(run, written) if run is not None else written)
        for node, cuts in self._inside.items():
            run = _holder(node)
            between = {place: self._between(run, marks.written(*self._look)) for place, marks in cuts.items()}
            yield split(self._markup, self._tags[node], node, between)
        for paragraph, marks in self._ended.items():
            yield from self._markup.appended(self._tags[paragraph], marks.written(*self._look))

    def _marks(self, point: Point) -> Marks:
        node, place, home = point
        if home.tag == PARAGRAPH:
            return self._ended.setdefault(node, Marks(node))
        if node is home:
            return self._beside(node, after=place > 0)
        first, last = shown(node) if node.tag == _TEXT else (0, length(node))
        if first < place < last:
            return self._inside.setdefault(node, {}).setdefault(place, Marks(_holder(home)))
        return self._boundary(home, node, after=place >= last)

    def _boundary(self, run: Element, node: Element, *, after: bool) -> Marks:
        """Before or after a child of a run: outside the run where nothing shown lies between."""
        content = [child for child in run if child.tag not in _UNSHOWN]
        if node is content[-1 if after else 0]:
            return self._beside(run, after=after)
        position = self._tags[next(node.itersiblings()) if after else node].start
        self._cut[position] = run
        return self._at.setdefault(position, Marks(_holder(run)))

    def _beside(self, element: Element, *, after: bool) -> Marks:
        tags = self._tags[element]
        return self._at.setdefault(tags.end if after else tags.start, Marks(_holder(element)))

    def _between(self, run: Element, marks: str) -> str:
        """The end of a run, the marks, and its beginning once more with its formatting."""
        text, tags = self._markup.text, self._tags[run]
        opening = text[tags.start : tags.inner]
        properties = run.find(RUN_PROPERTIES)
        if properties is not None:
            own = self._tags[properties]
            # a tracked change of format is numbered once in a document
            opening += _REVISION.sub(rf'\g<1>"{next(self._revisions)}"', text[own.start : own.end])
        return f"</{tags.name}>{marks}{opening}"


def _highest_id(root: Element) -> int:
    return max((int(value) for node in root.iter() if (value := node.get(_ID, "")).isdecimal()), default=0)


def _holder(element: Element) -> Element:
    return next(element.iterancestors())
