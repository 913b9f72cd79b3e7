"""One line of prose in the making: blanks run together as a browser runs them together, every character with its origin."""

from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.patterns import compiled

_RUN = compiled(r"[^ \t\n\r\f]++(?: [^ \t\n\r\f]++)*+")
"""Characters in which no blank needs to be folded; only ASCII blanks fold, U+00A0 and U+3000 stay."""
_WIDE = "\u2e80"
"""From here on characters are as wide as Chinese ones."""
_WIDE_MARKS = frozenset("“”‘’—…·①②③④⑤⑥⑦⑧⑨⑩")


class Piece(NamedTuple):
    """Characters of one text node."""

    characters: str
    node: int
    offset: int
    generated: bool = False


class _Blank(NamedTuple):
    node: int
    offset: int
    """Of a blank proper (U+0020) in the node; -1 where only line ends and tabs stand there."""
    breaks: bool
    """Whether the source breaks its line here."""


@dataclass(slots=True)
class InlineText:
    """The pieces of the line so far, and the blank that is only kept if something follows."""

    pieces: list[Piece] = field(default_factory=list)
    _blank: _Blank | None = None

    def add(self, text: str, node: int) -> None:
        """Add a text node, blanks folded."""
        at = 0
        for match in _RUN.finditer(text):
            start, end = match.span()
            if start > at:
                self._remember(text, at, start, node)
            self._keep_blank(text[start], node, start)
            self.pieces.append(Piece(text[start:end], node, start))
            at = end
        if at < len(text):
            self._remember(text, at, len(text), node)

    def add_verbatim(self, text: str, node: int, offset: int) -> None:
        """Add preformatted characters as they are."""
        if text:
            self._keep_blank(text[0], node, offset)
            self.pieces.append(Piece(text, node, offset))

    def take(self) -> list[Piece]:
        """The pieces of the line, which then begins anew."""
        pieces, self.pieces, self._blank = self.pieces, [], None
        return pieces

    def _remember(self, text: str, start: int, end: int, node: int) -> None:
        if not self.pieces:
            return
        breaks = "\n" in text[start:end] or "\r" in text[start:end]
        if self._blank is None:
            self._blank = _Blank(node, text.find(" ", start, end), breaks)
        elif self._blank.offset < 0:
            self._blank = _Blank(node, text.find(" ", start, end), breaks or self._blank.breaks)

    def _keep_blank(self, following: str, node: int, offset: int) -> None:
        """Lay the remembered blank; where the source breaks a line between Chinese characters there is none (CSS Text 3, 4.1.3)."""
        blank, self._blank = self._blank, None
        if blank is None or (
            blank.breaks and _is_wide(following) and _is_wide(self.pieces[-1].characters[-1])
        ):
            return
        if blank.offset >= 0:
            self.pieces.append(Piece(" ", blank.node, blank.offset))
        else:
            self.pieces.append(Piece(" ", node, offset, generated=True))


def _is_wide(character: str) -> bool:
    return character >= _WIDE or character in _WIDE_MARKS
