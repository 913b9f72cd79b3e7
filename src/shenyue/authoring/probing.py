"""Whether an expression takes forever on some text: tried on texts of the kind that make backtracking explode."""

from collections.abc import Iterator

from shenyue.authoring.expressions import Wanted
from shenyue.authoring.specimens import specimens

_SECONDS = 0.25
"""For one text. What grows with the square of its length passes easily, what explodes does not."""
_LONG = 400
"""Characters."""
_LINES = ("中", "1", " ", "a", "，", "一是", "中1", "（一）")


def is_slow(one: Wanted) -> bool:
    """Whether the expression needs more than its time on any of the texts."""
    for text in _texts(one.source):
        try:
            for _ in one.expression.finditer(text, timeout=_SECONDS):
                pass
        except TimeoutError:
            return True
    return False


def _texts(source: str) -> Iterator[str]:
    for piece in _LINES:
        yield piece * (_LONG // len(piece))
    made = sorted(specimens(source), key=len)[-2:]
    # what matches stands at the end: an engine that first looks for the letters that it needs must not get away
    for specimen in made:
        for piece in {specimen, specimen[:-1], specimen[: len(specimen) // 2], specimen[-2:-1]} - {""}:
            yield piece * (_LONG // len(piece)) + f"。{specimen}"
