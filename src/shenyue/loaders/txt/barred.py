"""Tables typed with bars between the cells, ASCII or full-width, with or without outer bars and dashes between the rows."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from shenyue.loaders.bars import BAR, bar_cells, is_border, is_framed
from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.rows import Rows
from shenyue.loaders.txt.spaced import NUMBER
from shenyue.model import Span
from shenyue.patterns import compiled

_CELLS = 3
"""Cells that make neighbouring lines a table by themselves; 首页 | 政务公开 is none."""
_FEWEST = 2
"""Rows of a table."""
_LONGEST_LINE = 2000
_LONGEST_LABEL = 40
_GAP = 2
"""Lines without bars that may stand between two rows."""
_BLOCK = compiled(r"第.{1,4}条第?.{1,8}")
_ORDINAL = compiled(r"(?:\d{1,2}[.．、]|[（(][一二三四五六七]+[)）]|[一二三四]、)[^。；！？，：]+")
_STOPS = ("。", "；", "！", "？")


def barred_rows(lines: list[Line]) -> Iterator[Rows]:
    """The tables parted by bars, in order."""
    texts = [_plain(line.text) for line in lines]
    index = 0
    while index < len(lines):
        if not (_is_row(texts[index]) or _is_drawn_border(texts[index])):
            index += 1
            continue
        end = _run_end(texts, index)
        first = index - 1 if index and _BLOCK.fullmatch(texts[index - 1].strip()) else index
        if _is_table(texts[index:end]):
            yield _rows(lines, texts, first, end)
        index = end


def _plain(text: str) -> str:
    """The line, as long as it was, with the bars of its own kind written `|`; empty where it is no row for its length."""
    if len(text) > _LONGEST_LINE:
        return ""
    return text if "|" in text else text.replace("｜", "|")


def _is_row(text: str) -> bool:
    if BAR.search(text) is None or is_border(text):
        return False
    return is_framed(text) or len(bar_cells(text)) >= _CELLS or not text.rstrip().endswith(_STOPS)


def _is_drawn_border(text: str) -> bool:
    return ("|" in text or "+" in text) and is_border(text)


def _run_end(texts: list[str], index: int) -> int:
    """The index behind the rows that begin there; empty lines, and rows of one cell without a bar, count where rows follow."""
    end = ahead = index + 1
    while ahead < len(texts) and ahead - end <= _GAP:
        text = texts[ahead].strip()
        if _is_row(text) or _is_drawn_border(text):
            end = ahead + 1
        elif text and not (is_border(text) or _BLOCK.fullmatch(text) or _is_group(texts, ahead)):
            break
        ahead += 1
    return end


def _is_group(texts: list[str], index: int) -> bool:
    """三、本年度办理结果, （三）不予公开: a merged cell on a line of its own; a row of figures follows, where a heading has a head below it."""
    text = texts[index].strip()
    following = texts[index + 1] if index + 1 < len(texts) else ""
    figures = _is_row(following) and _figures(following) > 1
    return figures and len(text) <= _LONGEST_LABEL and _ORDINAL.fullmatch(text) is not None


def _figures(text: str) -> int:
    return sum(NUMBER.fullmatch(text[cell.start : cell.end]) is not None for cell in bar_cells(text))


def _is_table(run: list[str]) -> bool:
    """Whether lines are a table whose every row is one line: two of three cells below one another, or two rows with a figure."""
    marked = [text for text in run if text.strip()]
    rows = [text for text in marked if _is_row(text)]
    cornered = any(is_border(text) and "+" in text for text in marked)
    if len(rows) < _FEWEST or (cornered and any(_is_row(a) and _is_row(b) for a, b in pairwise(marked))):
        return False
    widths = [len(bar_cells(text)) for text in rows]
    wide = any(min(pair) >= _CELLS for pair in pairwise(widths))
    return wide or (min(widths) > 1 and _figures(rows[-1]) > 0)


def _rows(lines: list[Line], texts: list[str], first: int, end: int) -> Rows:
    members = [at for at in range(first, end) if texts[at].strip() and not is_border(texts[at])]
    left, right = _frame([texts[at].strip() for at in members if _is_row(texts[at])])
    cells = tuple(
        tuple(
            Span(lines[at].start + cell.start, lines[at].start + cell.end)
            for cell in bar_cells(texts[at], left=left, right=right)
        )
        for at in members
    )
    return Rows(first, end - 1, cells, grid_known=len({len(row) for row in cells}) == 1)


def _frame(rows: Sequence[str]) -> tuple[bool, bool]:
    """Whether bars on the left and on the right are outer ones; where only some rows have them, an empty cell stands outside."""
    framed = sum(map(is_framed, rows)) * 2 > len(rows)
    return framed or all(row.startswith("|") for row in rows), framed or all(
        row.endswith("|") for row in rows
    )
