"""Labels of form tables brought to one shape: reports break them over lines, widen them, and change the marks around them."""

from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from shenyue.patterns import compiled


class Folded(NamedTuple):
    """A label to compare by: what is equal here reads the same on the form."""

    ordinal: str
    """`1`, `一` or `(一)`; empty where there is none. The mark after it does not count."""
    text: str
    """The rest, NFKC, without blanks and punctuation."""


_ORDINAL = compiled(
    r"(?P<bracketed>\((?:[一二三四五六七八九十]{1,3}|\d{1,2})\))[、.,:]?"
    r"|(?P<chinese>[一二三四五六七八九十]{1,3})[、.,:]"
    r"|(?P<arabic>\d{1,2})[、.,:)]?(?=\p{Han}|[“\"‘'《])"
)
_IGNORED = compiled(r"[\p{P}\p{S}\p{Z}\p{C}\s]+")
_BLANK = compiled(r"[\p{Z}\p{C}\s]+")
_NOTHING = Folded("", "")
_LONG = 100
"""A label of the form has at most 40 characters; longer cells are prose."""


@lru_cache(maxsize=2048)
def fold(label: str) -> Folded:
    """The label without what may differ from the form; empty where the text has no Chinese character or is prose."""
    if len(label) > _LONG or label.isascii():
        return _NOTHING
    text = _BLANK.sub("", normalize("NFKC", label))
    match = _ORDINAL.match(text)
    ordinal = match["bracketed"] or match["chinese"] or match["arabic"] if match else ""
    rest = _IGNORED.sub("", text[match.end() :] if match else text)
    return Folded(ordinal, rest) if _has_han(rest) else _NOTHING


def printed(label: str) -> str:
    """The label as printed, blanks and line ends out."""
    return _BLANK.sub("", label)


def _has_han(text: str) -> bool:
    return any("一" <= character <= "鿿" for character in text)
