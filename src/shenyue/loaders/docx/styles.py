"""What of a style matters to the text: its numbering, its outline level, and whether it hides; inherited along basedOn."""

from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.loaders.docx.names import RUN_PROPERTIES, VANISH, Element, W, parts_of, switch, value_of
from shenyue.loaders.docx.properties import read_properties

_STYLE = f"{W}style"
_ID = f"{W}styleId"
_LONGEST_LINEAGE = 50


class Style(NamedTuple):
    """A style with what it inherits."""

    lineage: tuple[str, ...] = ()
    """Its own id first, then those it is based on."""
    num_id: int | None = None
    level: int | None = None
    """ilvl, as stated by the style."""
    outline_level: int | None = None
    """0–8; -1 where it is stated to be body text, None where nothing is."""
    hidden: bool = False


NO_STYLE = Style()


@dataclass(slots=True)
class Styles:
    """The styles of a document, read when first asked for: a file defines hundreds and uses a few."""

    _elements: dict[str, Element] = field(default_factory=dict)
    _default: str = ""
    _read: dict[str, Style] = field(default_factory=dict)

    def paragraph_style(self, style_id: str | None) -> Style:
        """The style of a paragraph; without an id, or with one that is not defined, the default one."""
        return self.style(style_id if style_id in self._elements else self._default)

    def style(self, style_id: str | None, seen: tuple[str, ...] = ()) -> Style:
        """The style by its id; `seen` are the styles that it was asked for by, against circles."""
        if not style_id or style_id in seen or len(seen) > _LONGEST_LINEAGE:
            return NO_STYLE
        if style_id not in self._read:
            element = self._elements.get(style_id)
            self._read[style_id] = NO_STYLE if element is None else self._inherit(style_id, element, seen)
        return self._read[style_id]

    def _inherit(self, style_id: str, element: Element, seen: tuple[str, ...]) -> Style:
        parent = self.style(value_of(element, f"{W}basedOn"), (*seen, style_id))
        own = read_properties(element)
        hidden = switch(parts_of(element.find(RUN_PROPERTIES)).get(VANISH))
        return Style(
            lineage=(style_id, *parent.lineage),
            num_id=parent.num_id if own.num_id is None else own.num_id,
            level=parent.level if own.level is None else own.level,
            outline_level=parent.outline_level if own.outline_level is None else own.outline_level,
            hidden=parent.hidden if hidden is None else hidden,
        )


def read_styles(root: Element | None) -> Styles:
    """The styles of styles.xml; none where the file has none."""
    if root is None:
        return Styles()
    elements = {element.get(_ID, ""): element for element in root.iterchildren(_STYLE)}
    default = next(
        (
            style_id
            for style_id, element in elements.items()
            if element.get(f"{W}type") == "paragraph" and element.get(f"{W}default") in {"1", "true", "on"}
        ),
        "",
    )
    return Styles(elements, default)
