"""The lines of a text with their places; blanks of every width and invisible marks make no line."""

from typing import NamedTuple

from shenyue.loaders.blanks import is_blank


class Line(NamedTuple):
    """One line of the file."""

    start: int
    """Offset of its first character in the text."""
    text: str
    """Without the line end."""

    @property
    def end(self) -> int:
        """Offset behind its last character, before the line end."""
        return self.start + len(self.text)

    @property
    def blank(self) -> bool:
        """Whether nothing of it is seen."""
        return is_blank(self.text)


def split_lines(text: str) -> list[Line]:
    r"""The lines of a text whose line ends are all `\n`; form feeds and such do not end a line."""
    lines: list[Line] = []
    start = 0
    for piece in text.split("\n"):
        lines.append(Line(start, piece))
        start += len(piece) + 1
    return lines
