"""Lines for a terminal in which a Chinese character is two cells wide: wrapping, padding, columns."""

import unicodedata
from collections.abc import Iterable, Iterator, Sequence

import regex

from shenyue.patterns import compiled

_ESCAPE = compiled(r"\x1b\[(\d+)m")
_PIECE = compiled(r"\x1b\[\d+m|[!-~]+|.", regex.DOTALL)

_NO_CELL = frozenset({"Mn", "Me", "Cf", "Cc"})
"""Categories of marks on other characters, of formats and of controls."""
_NOT_FIRST = set("，。；：！？、）】》〉”’%％…,.;:!?)]")
"""Marks that must not begin a line (GB/T 15834, 标点符号用法, 附录 B)."""
_NOT_LAST = set("（【《〈“‘([")


def width(text: str) -> int:
    """How many terminal cells the text takes."""
    return sum(map(_cells, _ESCAPE.sub("", text)))


def _cells(character: str) -> int:
    """2 of wide and full-width characters, 0 of those that stand on another or show nothing (Unicode Standard Annex 11)."""
    if character.isascii():
        return int(character >= " ")
    if unicodedata.category(character) in _NO_CELL:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def pad(text: str, cells: int, *, right: bool = False) -> str:
    """The text with blanks up to a width; right: the text stands at the right."""
    blanks = " " * max(cells - width(text), 0)
    return blanks + text if right else text + blanks


def wrap(text: str, cells: int) -> list[str]:
    """The text in lines of at most so many cells; words of Latin letters and numbers stay whole where they fit."""
    lines: list[str] = []
    for line in text.split("\n"):
        lines.extend(_wrap_line(line, max(cells, 8)))
    return _closed(lines)


def _closed(lines: list[str]) -> list[str]:
    """Close a colour at the end of each line and open it again on the next, so that margins stay plain."""
    result, pending = [], ""
    for line in lines:
        text = pending + line
        codes = _ESCAPE.findall(text)
        pending = f"\x1b[{codes[-1]}m" if codes and codes[-1] != "0" else ""
        result.append(text + "\x1b[0m" if pending else text)
    return result


def _wrap_line(line: str, cells: int) -> Iterator[str]:
    current: list[str] = []
    used = 0
    for piece in _PIECE.findall(line):
        size = width(piece)
        if used + size > cells and current:
            kept = _hang(current, piece)
            yield "".join(current).rstrip()
            current, used = kept, width("".join(kept))
            if piece.isspace():
                continue
        current.append(piece)
        used += size
    yield "".join(current).rstrip()


def _hang(current: list[str], coming: str) -> list[str]:
    """Take from the end of a line what must go with the piece that follows."""
    kept: list[str] = []
    while len(current) > 1 and (coming[0] in _NOT_FIRST or current[-1][-1] in _NOT_LAST):
        coming = current.pop()
        kept.insert(0, coming)
    return kept


def columns(rows: Iterable[Sequence[str]], right: Sequence[bool], gap: str = "  ") -> list[str]:
    """Rows of texts as aligned lines; `right` says which columns stand at the right."""
    table = [tuple(row) for row in rows]
    widths = [max((width(row[i]) for row in table), default=0) for i in range(len(right))]
    return [
        gap.join(pad(text, widths[i], right=right[i]) for i, text in enumerate(row)).rstrip() for row in table
    ]
