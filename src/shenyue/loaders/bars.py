"""Rows of cells parted by bars, as Markdown writes them and as people type them into text files: where the cells stand."""

from itertools import pairwise

from shenyue.loaders.blanks import is_blank
from shenyue.model import Span
from shenyue.patterns import compiled

BAR = compiled(r"(?<!\\)\|")
_BORDER = compiled(r"\s*(?=[^|+\n]*+[|+-])(?=[^-=—\n]*+[-=—])[|+:\-=—\s]*+$")


def is_border(text: str, start: int = 0) -> bool:
    """Whether a line holds only the dashes between the rows of a table."""
    return _BORDER.match(text, start) is not None


def is_framed(text: str, start: int = 0) -> bool:
    """Whether a line begins and ends with a bar."""
    content = text[start:].strip()
    return len(content) > 1 and content.startswith("|") and content.endswith("|")


def bar_cells(text: str, start: int = 0, *, left: bool = True, right: bool = True) -> list[Span]:
    """The cells of a line from `start` on, blanks around them left out; one where it has no bar.

    `left` and `right` say whether a bar at that edge is the frame; where it is not, the cell outside of it is an empty one.
    """
    bars = [match.start() for match in BAR.finditer(text, start)]
    edges = [start - 1, *bars, len(text)]
    cells = [_trimmed(text, before + 1, after) for before, after in pairwise(edges)]
    if left and bars and is_blank(text[start : bars[0]]):
        cells = cells[1:]
    if right and bars and len(cells) > 1 and is_blank(text[bars[-1] + 1 :]):
        cells = cells[:-1]
    return cells


def _trimmed(text: str, start: int, end: int) -> Span:
    content = text[start:end]
    start += len(content) - len(content.lstrip())
    return Span(start, max(start, start + len(content.strip())))
