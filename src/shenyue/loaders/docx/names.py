"""The names of WordprocessingML that the reader looks for, and how to read their attributes."""

from typing import TypeAlias

from lxml import etree

Element: TypeAlias = etree._Element  # noqa: SLF001 - the only name that lxml gives the type

TRANSITIONAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{TRANSITIONAL}}}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"

VALUE = f"{W}val"
PARAGRAPH = f"{W}p"
PARAGRAPH_PROPERTIES = f"{W}pPr"
RUN = f"{W}r"
RUN_PROPERTIES = f"{W}rPr"
TABLE = f"{W}tbl"
ROW = f"{W}tr"
CELL = f"{W}tc"
VANISH = f"{W}vanish"
ALTERNATE = f"{MC}AlternateContent"

LARGEST = 32_767
"""Word's own bound for numbers in a list."""

TRANSPARENT = frozenset(
    f"{W}{name}" for name in ("sdt", "sdtContent", "customXml", "smartTag", "ins", "moveTo", "dir", "bdo")
)
"""Wrappers that show nothing themselves."""
REMOVED = frozenset(f"{W}{name}" for name in ("del", "moveFrom"))
"""Tracked deletions."""

_OFF = frozenset(("0", "false", "off", "none"))


def value_of(parent: Element | None, name: str) -> str | None:
    """The w:val of a child, or None where there is no such child; an absent w:val is the empty string."""
    child = None if parent is None else parent.find(name)
    return None if child is None else child.get(VALUE, "")


def parts_of(parent: Element | None) -> dict[str, Element]:
    """The children by their names: one pass is several times faster than a search for each."""
    return {} if parent is None else {child.tag: child for child in parent}


def whole(text: str | None, default: int = 0) -> int:
    """A whole number from an attribute, held within Word's bounds; `default` where it is none."""
    try:
        number = int(text) if text else default
    except ValueError:
        return default
    return max(-1, min(number, LARGEST))


def switch(element: Element | None) -> bool | None:
    """Whether a switch such as w:vanish is on; None where it is not there."""
    return None if element is None else element.get(VALUE, "").lower() not in _OFF
