"""Lines of Chinese in terminal cells, as stretches of the text, so that marks stay where they belong."""

import regex
from rich.cells import cell_len

from shenyue.patterns import compiled

Line = tuple[int, int]
"""Start and end in the text that was wrapped."""

_PIECE = compiled(r"[!-~]+|.", regex.DOTALL)
_NOT_FIRST = frozenset("，。；：！？、）】》〉”’」』］〕｝〗〙%％…,.;:!?)]}")
_NOT_LAST = frozenset("（【《〈“‘「『［〔｛〖〘([{")
_BLANKS = " \u3000"
_LEAST = 2
_FARTHEST = 12
"""Characters that a break may move back: more than a day or a time of day has."""


def wrapped(text: str, cells: int) -> list[Line]:
    """The text in lines of at most so many cells (GB/T 15834: no stop begins a line); an empty text is one empty line.

    Blanks at which a line is broken stand on neither line.
    """
    lines: list[Line] = []
    start = 0
    for paragraph in text.split("\n"):
        lines.extend(_one(paragraph, start, max(cells, _LEAST)))
        start += len(paragraph) + 1
    return lines


def _one(text: str, base: int, cells: int) -> list[Line]:
    if cell_len(text) <= cells:
        return [(base, base + len(text))]
    lines, begin, used = [], 0, 0
    for start, end in _pieces(text, cells):
        if end <= begin:
            continue
        size = cell_len(text[start:end])
        if used + size > cells and start > begin:
            cut = _hang(text, begin, start, cells - size)
            lines.append((base + begin, base + cut))
            begin = len(text) - len(text[cut:].lstrip(_BLANKS))
            used, size = 0, cell_len(text[begin:end])
        used += size
    if begin < len(text):
        lines.append((base + begin, base + len(text)))
    return lines


def _pieces(text: str, cells: int) -> list[Line]:
    """Characters, and runs of Latin letters and digits that fit into a line."""
    found: list[Line] = []
    for match in _PIECE.finditer(text):
        start, end = match.span()
        if end - start <= cells:
            found.append((start, end))
        else:
            found.extend((at, at + 1) for at in range(start, end))
    return found


def _hang(text: str, begin: int, cut: int, room: int) -> int:
    """Where to break so that no stop begins a line, no opening bracket ends one, and no run of digits or Latin letters is torn
    where that can be helped; no more back than the next line has room for beside what follows.
    """
    torn = None
    for back in range(cut, max(begin, cut - _FARTHEST), -1):
        if cell_len(text[back:cut]) > room:
            break
        if text[back] in _NOT_FIRST or text[back - 1] in _NOT_LAST:
            continue
        if back == cut or not _within_run(text, back):
            return back
        torn = torn or back
    return torn or cut


def _within_run(text: str, place: int) -> bool:
    return all("!" <= one <= "~" for one in text[place - 1 : place + 1])
