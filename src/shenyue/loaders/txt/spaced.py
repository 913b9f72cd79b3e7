"""Tables copied as text whose cells are parted by blanks: read only where the columns are unmistakable.

A row is a label and its numbers. It is a row of a table where two others beside it have as many numbers, or where a line above
names just as many columns; fifteen numbers alone are the row of table four.
"""

from collections.abc import Iterator, Sequence

from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.rows import Rows
from shenyue.model import Span
from shenyue.patterns import compiled

_TOKEN = compiled(r"[^\s\u3000\xa0\u200b]+")
NUMBER = compiled(r"[-－]?[\d０-９]{1,9}(?:[,，][\d０-９]{3})*(?:[.．][\d０-９]+)?|[-—/]")
"""A cell that holds a figure, or the mark for nothing."""
_ORDINAL = compiled(r"(?:\d{1,2}[.．、]|[（(][一二三四五六七]+[)）]|[一二三四]、)\S")
_BLOCK = compiled(r"第.{1,4}条第?.{1,8}")
_STOPS = frozenset("。；！？;，：:")
_LONGEST_LABEL = 60
_LONGEST_LINE = 200
_LONGEST_HEAD = 30
_ALIKE = 3
"""Rows with as many numbers that make a table without any head."""
_FEWEST = 3
"""Numbers of such a row: a line of prose may end in two."""
_ALONE = 15
"""Numbers of the only row of table four."""
_HEADS = 3
"""Lines above the first row that may name its columns."""


def spaced_rows(lines: list[Line]) -> Iterator[Rows]:
    """The tables parted by blanks, in order."""
    index = 0
    while index < len(lines):
        end = _run_end(lines, index)
        found = _table_of(lines, index, end) if end > index else None
        if found is not None:
            yield found
        index = max(end, index + 1)


def numbers_of(line: Line) -> int:
    """How many numbers stand at the end of a line behind a label or alone; 0 for prose."""
    if len(line.text) > _LONGEST_LINE:
        return 0
    label, numbers = _split(line)
    if not numbers or (label and not _is_label(line.text, label)):
        return 0
    return len(numbers)


def _table_of(lines: list[Line], index: int, end: int) -> Rows | None:
    """The table whose rows of figures stand there; None where its columns are in doubt: rows of several widths, one with a blank cell."""
    members = [at for at in range(index, end) if numbers_of(lines[at])]
    width = numbers_of(lines[index])
    if any(numbers_of(lines[at]) != width for at in members):
        return None
    heads = _heads(lines, index)
    labelled = bool(_split(lines[index])[0])
    named = bool(heads) and len(_tokens(lines[heads[-1]])) == width + labelled
    alike = len(members) >= _ALIKE and width >= _FEWEST and labelled
    if not (alike or (named and width + labelled > 1) or (width == _ALONE and not labelled)):
        return None
    rows = [tuple(_tokens(lines[at])) for at in heads] + [_cells(lines[at]) for at in members]
    return Rows((heads or members)[0], members[-1], tuple(rows))


def _run_end(lines: list[Line], index: int) -> int:
    """The index behind neighbouring rows; empty lines, and labels that head several rows, may part them."""
    end = ahead = index
    while ahead < len(lines) and ahead - end <= 2:  # noqa: PLR2004 - an empty line and a label
        if numbers_of(lines[ahead]):
            end = ahead + 1
        elif ahead == index or not (lines[ahead].blank or _is_group(lines[ahead].text)):
            break
        ahead += 1
    return end


def _is_group(text: str) -> bool:
    """三、本年度办理结果, （三）不予公开: a merged cell on a line of its own."""
    stripped = text.strip()
    return (
        len(stripped) <= _LONGEST_HEAD and _ORDINAL.match(stripped) is not None and not _STOPS & {*stripped}
    )


def _heads(lines: list[Line], index: int) -> list[int]:
    """The lines above a row that name columns, and above them the line that heads the block."""
    found: list[int] = []
    for at in range(index - 1, max(index - 1 - 2 * _HEADS, -1), -1):
        if lines[at].blank:
            continue
        if len(found) == _HEADS or not _names_columns(lines[at]):
            if found and _BLOCK.fullmatch(lines[at].text.strip()):
                found.append(at)
            break
        found.append(at)
    return found[::-1]


def _names_columns(line: Line) -> bool:
    tokens = [line.text[span.start - line.start : span.end - line.start] for span in _tokens(line)]
    short = all(len(token) <= _LONGEST_HEAD and not NUMBER.fullmatch(token) for token in tokens)
    return (
        len(tokens) > 1
        and short
        and not (_STOPS - {"：", ":"}) & {*line.text}
        and len(line.text) <= _LONGEST_LINE
    )


def _tokens(line: Line) -> list[Span]:
    return [
        Span(line.start + match.start(), line.start + match.end()) for match in _TOKEN.finditer(line.text)
    ]


def _split(line: Line) -> tuple[Span | None, list[Span]]:
    """The label of a line, if it has one, and the numbers behind it."""
    tokens = _tokens(line)
    count = 0
    while count < len(tokens) and NUMBER.fullmatch(_text(line, tokens[-1 - count])):
        count += 1
    label = tokens[: len(tokens) - count]
    return (Span(label[0].start, label[-1].end) if label else None), tokens[len(tokens) - count :]


def _text(line: Line, span: Span) -> str:
    return line.text[span.start - line.start : span.end - line.start]


def _is_label(text: str, label: Span) -> bool:
    return label.end - label.start <= _LONGEST_LABEL and not (_STOPS - {"，", "："}) & {*text.strip()[:-1]}


def _cells(line: Line) -> tuple[Span, ...]:
    """The label, parted where a second ordinal begins (（三）不予公开 1.属于国家秘密), and the numbers."""
    label, numbers = _split(line)
    return (*_parted(line, label), *numbers) if label else tuple(numbers)


def _parted(line: Line, label: Span) -> Sequence[Span]:
    inside = [span for span in _tokens(line) if span in label]
    starts = [span.start for span in inside if span.start == label.start or _ORDINAL.match(_text(line, span))]
    ends = [max(span.end for span in inside if span.end <= start) for start in starts[1:]]
    return [Span(start, end) for start, end in zip(starts, [*ends, label.end], strict=True)]
