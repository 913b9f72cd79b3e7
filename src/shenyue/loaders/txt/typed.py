"""Tables as people type or paste them: a row a line, its cells parted by tabs."""

from collections.abc import Iterator
from itertools import pairwise

from shenyue.chinese.numbering import read_label
from shenyue.loaders.blanks import is_blank
from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.rows import Rows
from shenyue.model import Span
from shenyue.patterns import compiled

_CELLS = 3
"""Cells that make a row by themselves."""
_HEAD = compiled(r"\s*第.{1,4}条第?.{1,8}$")
"""A line without tabs that is a row of one cell: 第二十条第（五）项."""
_LONGEST_HEAD = 20
_FIGURE = compiled(r"[\s\u200b]*+[\d,，.．％%\-—/－０-９]*+[\s\u200b]*+")
_SENTENCE = ("。", "；", "！", "？")


def typed_rows(lines: list[Line]) -> Iterator[Rows]:
    """The tables with a row a line, in order."""
    index = 0
    while index < len(lines):
        if not _is_row(lines[index].text):
            index += 1
            continue
        end = _run(lines, index)
        if index and _is_head(lines[index - 1].text):
            index -= 1
        members = [i for i in range(index, end) if not lines[i].blank]
        if _is_table([lines[i].text for i in members]):
            yield Rows(index, members[-1], tuple(_cells(lines[i]) for i in members))
        index = end


def _is_row(text: str) -> bool:
    """Whether a line has tabs between cells; a tab behind a number (一、⇥总体情况) or before the text makes no row."""
    cells = text.split("\t")
    if len(cells) < 2 or text.rstrip().endswith(_SENTENCE):  # noqa: PLR2004 - one cell is no row
        return False
    if len(cells) == 2:  # noqa: PLR2004 - a number and its title, or a line of the table of contents
        return not is_blank(cells[0]) and read_label(cells[0]) is None
    return any(not is_blank(cell) for cell in cells)


def _run(lines: list[Line], index: int) -> int:
    """The index behind the rows that begin at a row; blank lines and one-cell rows count where rows follow."""
    end = index + 1
    gap = end
    while gap < len(lines):
        text = lines[gap].text
        if _is_row(text):
            end = gap + 1
        elif gap - end > 2 or not (lines[gap].blank or _is_head(text)):  # noqa: PLR2004 - a heading and two blank lines
            break
        gap += 1
    return end


def _is_head(text: str) -> bool:
    return len(text) <= _LONGEST_HEAD and _HEAD.match(text) is not None


def _is_table(rows: list[str]) -> bool:
    """Whether rows are a table: two of equal width, or figures behind a label; tables of contents are none."""
    widths = [len(row.split("\t")) for row in rows]
    if any(width >= _CELLS and width == after for width, after in pairwise(widths)):
        return True
    return any(_has_figures(row.split("\t")) for row in rows)


def _has_figures(cells: list[str]) -> bool:
    return len(cells) > 1 and all(_FIGURE.fullmatch(cell) for cell in cells[1:])


def _cells(line: Line) -> tuple[Span, ...]:
    spans = []
    start = line.start
    for cell in line.text.split("\t"):
        spans.append(Span(start, start + len(cell)))
        start += len(cell) + 1
    return tuple(spans)
