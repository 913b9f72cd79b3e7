"""Lines that look like a table but cannot be read as one: said to be unread, and their numbers head nothing."""

from collections.abc import Iterator
from itertools import groupby, pairwise

from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.spaced import numbers_of
from shenyue.loaders.txt.stacked import is_figure
from shenyue.patterns import compiled

_FRAMED = compiled(r"[─━│┃┌┐└┘├┤┬┴┼╔╗╚╝║═╬]|^\s*[+|｜].*[+|｜]\s*$")
_GAP = compiled(r"(?<=\S)[ \u3000\xa0]{2,}(?=\S)")
_DRAWN = 2
"""Lines that make a run; one may be a signature."""
_FIGURES_ALONE = 3
"""The same of lines with a figure alone."""
_SENTENCE = ("。", "；", "！", "？")
_BETWEEN = 3
"""Labels that may stand between the figures of one row and of the next; the head of another table has more."""


def suspected(lines: list[Line]) -> Iterator[Line]:
    """The first line of what, from one sentence to the next, is drawn or aligned as a table by blanks or frames, or holds figures alone."""
    drawn: list[Line] = []
    figures: list[Line] = []
    told = False
    for line in (line for line in lines if not line.blank):
        _follow(drawn, line, belongs=numbers_of(line) > 1 or _looks_tabular(line.text))
        _follow(figures, line, belongs=is_figure(line))
        told = told and not line.text.rstrip().endswith(_SENTENCE)
        run = drawn if len(drawn) >= _DRAWN else figures
        if not told and len(run) >= (_DRAWN if run is drawn else _FIGURES_ALONE):
            told = True
            yield run[0]


def _follow(run: list[Line], line: Line, *, belongs: bool) -> None:
    if belongs:
        run.append(line)
    else:
        run.clear()


def row_lines(lines: list[Line]) -> set[int]:
    """Offsets of the lines in such runs, and of the labels between rows of figures: 2.重复申请 is no heading there."""
    seen = [line for line in lines if not line.blank]
    kinds = [(numbers_of(line) > 1 or _looks_tabular(line.text), is_figure(line)) for line in seen]
    drawn = _in_runs([drawn for drawn, _ in kinds], _DRAWN)
    figures = _in_runs([figure for _, figure in kinds], _FIGURES_ALONE)
    rows = figures | {at for at in drawn if numbers_of(seen[at]) > 1}
    between = {
        at
        for before, after in pairwise(sorted(rows))
        if after - before <= _BETWEEN + 1
        for at in range(before + 1, after)
        if not seen[at].text.rstrip().endswith(_SENTENCE)
    }
    return {seen[at].start for at in drawn | figures | between}


def _in_runs(members: list[bool], fewest: int) -> set[int]:
    """The indexes of members that stand in a run of so many."""
    found: set[int] = set()
    for belongs, group in groupby(range(len(members)), key=members.__getitem__):
        run = list(group)
        if belongs and len(run) >= fewest:
            found.update(run)
    return found


def _looks_tabular(text: str) -> bool:
    if _FRAMED.search(text[:500]):
        return True
    return len(text) < 200 and len(_GAP.findall(text.strip())) > 1  # noqa: PLR2004 - no line of a table is longer
