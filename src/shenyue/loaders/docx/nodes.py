"""Which elements of a part bear text, and what text: the ruler that `Origin.node` and `Origin.offset` count with.

Whoever writes into the original file finds the place with these two functions alone: `text_nodes(root)[origin.node]` is the
element, `stored_text(element)[origin.offset]` its character. Deleted text counts too, so that no rule of reading is needed.
"""

import sys

from shenyue.loaders.docx.names import MATH, STRICT, TRANSITIONAL, Element

_BEARING = ("t", "delText", "tab", "ptab", "br", "cr", "noBreakHyphen", "softHyphen", "sym")
_NAMES = tuple(f"{{{namespace}}}{name}" for namespace in (TRANSITIONAL, STRICT) for name in _BEARING)
_MATH_NAMES = (f"{MATH}t", "{http://purl.oclc.org/ooxml/officeDocument/math}t")
_FIXED = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": ""}
_LINE_ENDS = str.maketrans("\t\r\n", "   ")
_WINGDINGS = {
    0x6C: "●",
    0x6E: "■",
    0x6F: "□",
    0x71: "❑",
    0x75: "◆",
    0x9F: "•",
    0xA7: "▪",
    0xA8: "□",
    0xD8: "➢",
    0xE0: "→",
    0xFB: "✗",
    0xFC: "✓",
    0xFD: "☒",
    0xFE: "☑",
} | {0x81 + place: circled for place, circled in enumerate("①②③④⑤⑥⑦⑧⑨⑩")}
_WINGDINGS_2 = {0x50: "✓", 0x51: "☒", 0x52: "☑", 0x53: "☒", 0x54: "☒", 0xA3: "□"}
_SYMBOL = {0xB1: "±", 0xB3: "≥", 0xA3: "≤", 0xB4: "×", 0xB7: "·", 0xB8: "÷", 0xA5: "∞", 0xB0: "°", 0xB9: "≠"}
_SYMBOL_FONTS = {"wingdings": _WINGDINGS, "wingdings 2": _WINGDINGS_2, "symbol": _SYMBOL}


def text_nodes(root: Element) -> list[Element]:
    """The text-bearing elements of a part, in document order; tab stops (w:tabs/w:tab) are none."""
    return [
        node
        for node in root.iter(*_NAMES, *_MATH_NAMES)
        if not node.tag.endswith("}tab") or not _is_stop(node)
    ]


def stored_text(node: Element) -> str:
    """What a text-bearing element stands for, one character for each of the file's; line ends in w:t are blanks, as Word shows them."""
    name = node.tag.rpartition("}")[2]
    if name in _FIXED:
        return _FIXED[name]
    if name == "sym":
        return _symbol(node)
    return (node.text or "").translate(_LINE_ENDS)


def _is_stop(node: Element) -> bool:
    parent = node.getparent()
    return parent is not None and parent.tag.endswith("}tabs")


def _symbol(node: Element) -> str:
    """The character that a symbol font draws; empty where it is not known to us."""
    namespace = node.tag.rpartition("}")[0] + "}"
    try:
        code = int(node.get(f"{namespace}char", ""), 16)
    except ValueError:
        return ""
    drawn = _SYMBOL_FONTS.get(node.get(f"{namespace}font", "").lower(), {}).get(code & 0xFF)
    if drawn:
        return drawn
    written = chr(code) if 0 < code <= sys.maxunicode else ""
    return written if written.isprintable() else ""
