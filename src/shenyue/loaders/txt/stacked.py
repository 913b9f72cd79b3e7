"""Tables copied from a web page as one cell a line without any tab: read only where every row has as many figures as its table has columns."""

from collections.abc import Iterator
from itertools import islice, takewhile

from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.rows import Rows
from shenyue.loaders.txt.spaced import NUMBER
from shenyue.model import Span
from shenyue.patterns import compiled

_LONGEST_LABEL = 60
_STOPS = ("。", "；", "！", "？", "，", "：")
_FIGURES = 7
"""Columns of table three."""
_ALONE = 15
"""Figures of the only row of table four."""
_HEADS = (2, 7, 10)
"""Cells in the rows above it."""
_ROWS = 3
"""Rows of figures that make a table three."""
_LEADS = compiled(r"信息内容$")
_BLOCK = compiled(r"第.{1,4}条第?.{1,8}$")
_WIDEST = 4
"""Columns of a block of table two."""


def stacked_rows(lines: list[Line]) -> Iterator[Rows]:
    """The tables with a cell a line, in order."""
    index = 0
    while index < len(lines):
        found = _block(lines, index)
        end = index
        if found is None and is_figure(lines[index]):
            found, end = _large(lines, index)
        if found is not None:
            yield found
        index = max(end, found.last + 1 if found else index + 1)


def is_figure(line: Line) -> bool:
    """Whether a line is one cell with a figure."""
    return len(line.text) <= _LONGEST_LABEL and NUMBER.fullmatch(line.text.strip()) is not None


def _is_label(line: Line) -> bool:
    text = line.text.strip()
    return bool(text) and len(text) <= _LONGEST_LABEL and not text.endswith(_STOPS) and not is_figure(line)


def _behind_figures(lines: list[Line], index: int) -> int:
    """The index behind neighbouring figures; empty lines between them do not count."""
    end = ahead = index
    while ahead < len(lines) and (is_figure(lines[ahead]) or lines[ahead].blank):
        ahead += 1
        end = ahead if is_figure(lines[ahead - 1]) else end
    return end


def _groups(lines: list[Line], index: int) -> Iterator[tuple[list[int], list[int]]]:
    """Labels and the figures behind them, over and over, from a label on."""
    while index < len(lines):
        labels: list[int] = []
        while (
            index < len(lines) and (_is_label(lines[index]) or lines[index].blank) and len(labels) <= _ALONE
        ):
            labels += [] if lines[index].blank else [index]
            index += 1
        end = _behind_figures(lines, index)
        figures = [at for at in range(index, end) if not lines[at].blank]
        if not figures:
            break
        yield labels, figures
        index = end


def _large(lines: list[Line], index: int) -> tuple[Rows | None, int]:
    """Table three, seven figures a row, or table four, fifteen figures in all, whose first figure stands there; and the index behind it.

    One row with a figure too few, for a blank cell leaves no line, and none of them is read.
    """
    first = index
    while first and lines[first - 1].blank:
        first -= 1
    start = first - 1 if first and _is_label(lines[first - 1]) else index
    groups = _groups(lines, start)
    labels, figures = next(groups)
    if len(figures) == _ALONE:
        return _rows(lines, [*_heads(lines, index), ((), figures)]), figures[-1] + 1
    following = takewhile(_is_near, groups)
    rows = [(tuple(labels[-1:]), figures), *((tuple(labels), figures) for labels, figures in following)]
    even = all(len(figures) == _FIGURES for _, figures in rows)
    found = _rows(lines, rows) if even and len(rows) >= _ROWS else None
    return found, rows[-1][1][-1] + 1


def _is_near(group: tuple[list[int], list[int]]) -> bool:
    """Whether figures belong to the rows before: a row has its own label and at most two merged ones."""
    labels, figures = group
    return len(labels) <= _ROWS and len(figures) < _ALONE


def _heads(lines: list[Line], index: int) -> list[tuple[tuple[int, ...], list[int]]]:
    """The three rows that name the columns of table four, where so many labels stand before its figures."""
    labels: list[int] = []
    at = index - 1
    while at >= 0 and len(labels) < sum(_HEADS) and (lines[at].blank or _is_label(lines[at])):
        labels += [] if lines[at].blank else [at]
        at -= 1
    if len(labels) < sum(_HEADS):
        return []
    ordered = iter(reversed(labels))
    return [(tuple(islice(ordered, count)), []) for count in _HEADS]


def _block(lines: list[Line], index: int) -> Rows | None:
    """A block of table two: 信息内容 and the names of its columns, then labels with as many figures."""
    if not _LEADS.match(lines[index].text.strip()):
        return None
    head, figures = next(_groups(lines, index), ([], []))
    width = len(head) - 1
    if not 1 < width <= _WIDEST or len(figures) != width - 1:
        return None
    rows: list[tuple[tuple[int, ...], list[int]]] = [(tuple(head[:-1]), []), ((head[-1],), figures)]
    for labels, values in _groups(lines, figures[-1] + 1):
        if len(labels) != 1 or len(values) != width - 1 or _BLOCK.match(lines[labels[0]].text.strip()):
            break
        rows.append((tuple(labels), values))
    above = index - 1
    while above >= 0 and lines[above].blank:
        above -= 1
    headed = above >= 0 and _BLOCK.match(lines[above].text.strip())
    return _rows(lines, [((above,), []), *rows] if headed else rows)


def _rows(lines: list[Line], rows: list[tuple[tuple[int, ...], list[int]]]) -> Rows:
    members = [(*labels, *figures) for labels, figures in rows]
    cells = tuple(tuple(Span(lines[at].start, lines[at].end) for at in row) for row in members)
    return Rows(members[0][0], members[-1][-1], cells)
