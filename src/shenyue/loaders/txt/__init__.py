"""Plain text: what a person typed, or what an extractor wrote; the text is the file's own, only line ends are made alike."""

from bisect import bisect_right
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from shenyue.chinese.numbering import read_label
from shenyue.loaders.encoding import decode, with_plain_line_ends
from shenyue.loaders.laying import Laying
from shenyue.loaders.txt.doubtful import row_lines, suspected
from shenyue.loaders.txt.lines import Line, split_lines
from shenyue.loaders.txt.tables import FoundTable, find_tables
from shenyue.model import Block, Document, LabelSource, Paragraph, Source, Span, Unread
from shenyue.patterns import compiled

_BOOKMARK = compiled(r"\[bookmark:[^\]\n]{0,80}\]")
_LABELLED = 80
"""Characters of a line in which its label lies; a line may be as long as the file."""


def read_txt(content: bytes, path: Path) -> Document:
    """The document in the bytes of a text file; UnreadableFile where they are no Chinese text."""
    decoded = decode(content, path)
    text = with_plain_line_ends(decoded.text)
    lines = split_lines(text)
    tables = find_tables(lines)
    extracted = any(table.extracted for table in tables) or _BOOKMARK.search(text) is not None
    laying = Laying()
    for number, line in enumerate(lines, start=1):
        laying.put(line.text + "\n" if number < len(lines) else line.text, number)
    laying.blocks.extend(_blocks(lines, tables, LabelSource.EXTRACTED if extracted else LabelSource.TYPED))
    laying.unread.extend((*decoded.unread(), *_suspected(lines, tables)))
    return laying.document(
        path.name,
        Source(str(path), "txt", sha256(content).hexdigest(), decoded.encoding, extracted=extracted),
    )


def _suspected(lines: list[Line], tables: list[FoundTable]) -> Iterator[Unread]:
    """Say where a table seems to stand that was read as lines only."""
    for between, _ in _parted(lines, tables):
        for line in suspected(between):
            number = bisect_right(lines, line.start, key=lambda each: each.start)
            yield Unread(
                "疑似表格",
                "表格用空格、换行或线框排成，无法确定各栏，按文字读入，未核对数字",
                f"第{number}行",
                line.start,
            )


def _blocks(lines: list[Line], tables: list[FoundTable], source: LabelSource) -> Iterator[Block]:
    for before, table in _parted(lines, tables):
        yield from _paragraphs(before, source)
        if table is not None:
            yield table.table


def _parted(lines: list[Line], tables: list[FoundTable]) -> Iterator[tuple[list[Line], FoundTable | None]]:
    """The lines before each table with the table; last, those behind all of them."""
    after = 0
    for table in tables:
        yield lines[after : table.first], table
        after = table.last + 1
    yield lines[after:], None


def _paragraphs(lines: list[Line], source: LabelSource) -> Iterator[Paragraph]:
    unlabelled = row_lines(lines)
    for line in lines:
        if not line.blank:
            label = None if line.start in unlabelled else read_label(line.text.lstrip()[:_LABELLED])
            yield Paragraph(Span(line.start, line.end), label, source)
