"""A w:t in pieces: the same characters as written, and the blanks that Word shows stay shown, the others unshown."""

from collections.abc import Mapping
from itertools import pairwise
from xml.sax.saxutils import escape

import regex

from shenyue.annotate.word.markup import Edit, Markup, Tags
from shenyue.loaders.docx.names import Element
from shenyue.patterns import compiled

_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_WRITTEN = compiled(r"&[^;]*;|\r\n|.", regex.DOTALL)
_ATTRIBUTE = compiled(r"""(\sxml:space\s*=\s*)(?:"[^"]*"|'[^']*')""")
_NAME = compiled(r"<[^\s/>]+")


def shown(node: Element) -> tuple[int, int]:
    """Which characters of a w:t Word shows: outer blanks only where they are preserved."""
    text = node.text or ""
    if any(element.get(_SPACE) == "preserve" for element in (node, *node.iterancestors())):
        return 0, len(text)
    return len(text) - len(text.lstrip(_BLANKS)), len(text.rstrip(_BLANKS))


def split(markup: Markup, tags: Tags, node: Element, cuts: Mapping[int, str]) -> Edit:
    """The edit that puts markup between the characters of a w:t; `cuts` by offset, each within what is shown and not at its ends."""
    text = node.text or ""
    first, last = shown(node)
    opening, closing = markup.text[tags.start : tags.inner], f"</{tags.name}>"
    written = _Written(markup.text[tags.inner : tags.close], text)
    needed = any(text[cut] in _BLANKS or text[cut - 1] in _BLANKS for cut in cuts)
    kept = _preserving(opening) if needed else opening
    if not needed:
        first, last = 0, len(text)
    new = f"{opening}{written.slice(0, first)}{closing}" if first else ""
    bounds = (first, *sorted(cuts), last)
    for begin, end in pairwise(bounds):
        new += f"{kept}{written.slice(begin, end)}"
        new += f"{closing}{cuts[end]}" if end in cuts else ""
    new += f"{closing}{opening}{written.slice(last, len(text))}" if last < len(text) else ""
    return Edit(tags.start, tags.close, new)


class _Written:
    """The characters of a text as the file writes them."""

    def __init__(self, raw: str, text: str) -> None:
        characters = _WRITTEN.findall(raw)
        # markup inside the text (CDATA, comments) cannot be cut through: such a text is written anew
        as_is = "<" not in raw and len(characters) == len(text)
        self._characters = characters if as_is else [escape(one, {"\r": "&#13;"}) for one in text]

    def slice(self, begin: int, end: int) -> str:
        return "".join(self._characters[begin:end])


def _preserving(opening: str) -> str:
    if _ATTRIBUTE.search(opening):
        return _ATTRIBUTE.sub(r'\1"preserve"', opening)
    return _NAME.sub(r'\g<0> xml:space="preserve"', opening, count=1)
