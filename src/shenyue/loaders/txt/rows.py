r"""Tables as extractors write them: one cell a line, each line led by a tab, rows parted by a blank line.

A cell whose text broke goes on in lines without a tab (商业\n企业): they belong to it while the row goes on. Prose that is only indented
by tabs is told apart by its sentences.
"""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.chinese.numbering import read_label
from shenyue.loaders.txt.lines import Line
from shenyue.model import Span

_LONG_CELL = 60
"""Characters; the longest label of the forms has 37."""
_CONTINUED = 20
"""Characters; a line longer than this does not go on from a cell."""
_CONTINUED_LAST = 6
"""The same where no cell follows, so that nothing proves the row: 纠正, 审结."""
_STOPS = ("。", "；", "！", "？", ";")


class Rows(NamedTuple):
    """Rows of cells on neighbouring lines."""

    first: int
    """Index of the first line."""
    last: int
    """Index of the last line, inclusive."""
    cells: tuple[tuple[Span, ...], ...]
    """A tuple a row."""
    grid_known: bool = False
    """Whether a cell's ordinal is its column."""


def tabbed(line: Line) -> bool:
    """Whether the line is one cell of an extracted row: a tab, and no other."""
    return line.text.startswith("\t") and "\t" not in line.text[1:]


def extracted_rows(lines: list[Line]) -> Iterator[Rows]:
    """The tables with one cell a line, in order."""
    index = 0
    while index < len(lines):
        if not tabbed(lines[index]):
            index += 1
            continue
        rows = _rows_from(lines, index)
        if _is_table(lines, rows):
            yield rows
        index = rows.last + 1


def _rows_from(lines: list[Line], first: int) -> Rows:
    """Rows as far as they go, beginning at a tabbed line."""
    rows: list[list[Span]] = [[]]
    index = last = first
    while index < len(lines):
        line = lines[index]
        if tabbed(line):
            rows[-1].append(Span(line.start + 1, line.end))
            last = index
        elif line.blank:
            if rows[-1]:
                rows.append([])
        elif rows[-1] and (end := _continuation(lines, index)):
            rows[-1][-1] = Span(rows[-1][-1].start, lines[end - 1].end)
            last = end - 1
            index = last
        else:
            break
        index += 1
    return Rows(first, last, tuple(tuple(row) for row in rows if row))


def _continuation(lines: list[Line], index: int) -> int:
    """The index behind the lines that go on from the cell before `index`; 0 where they are no part of it."""
    end = index
    while end < len(lines) and not lines[end].blank and not lines[end].text.startswith("\t"):
        if len(lines[end].text) > _CONTINUED or lines[end].text.endswith(_STOPS):
            return 0
        end += 1
    if end == index:
        return 0
    if end < len(lines) and tabbed(lines[end]):
        return end
    if read_label(lines[index].text):
        return 0
    limit = _CONTINUED if _rows_go_on(lines, end) else _CONTINUED_LAST
    return end if all(len(line.text) <= limit for line in lines[index:end]) else 0


def _rows_go_on(lines: list[Line], index: int) -> bool:
    """Whether the next line that is not blank is a cell."""
    while index < len(lines):
        if tabbed(lines[index]):
            return True
        if not lines[index].blank:
            return False
        index += 1
    return False


def _is_table(lines: list[Line], rows: Rows) -> bool:
    """Whether these are cells, not paragraphs indented by tabs."""
    if all(len(row) == 1 for row in rows.cells):
        return False
    cells = [line.text for line in lines[rows.first : rows.last + 1] if tabbed(line)]
    prose = sum(cell.rstrip().endswith(_STOPS) or len(cell) > _LONG_CELL for cell in cells)
    return len(cells) > 1 and prose * 3 < len(cells)
