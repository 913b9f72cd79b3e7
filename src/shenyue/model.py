"""The document as read: one text, and what its stretches are. Data only; nothing here knows of reports or rules."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from shenyue.chinese.numbering import Label


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of `Document.text`, in code points: `text[start:end]`."""

    start: int
    end: int

    def __contains__(self, other: object) -> bool:
        """Whether the other span lies wholly inside this one."""
        return isinstance(other, Span) and self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a character."""
        return self.start < other.end and other.start < self.end


class LabelSource(StrEnum):
    """How sure we are that the author sees the label that we read."""

    TYPED = "typed"
    """Characters of the file."""
    AUTO = "auto"
    """Computed from Word's numbering; the label is in `Document.text`, followed by one blank, and generated in `Source.origins`."""
    EXTRACTED = "extracted"
    """The file is an export, which may have changed automatic numbers (二、 to 2、)."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph of prose, heading or not: loaders do not decide that."""

    span: Span
    """Without the line end; label and leading blanks included."""
    label: Label | None = None
    """The number that leads it, as the reader of the original sees it."""
    label_source: LabelSource = LabelSource.TYPED
    outline_level: int | None = None
    """0 for the highest, as in Word's outlineLvl; HTML h1 is 0."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table, at its place in the grid; a merged cell stands once, at its upper left corner."""

    span: Span
    row: int
    """0-based."""
    column: int
    """0-based grid column; where `Table.grid_known` is false, only the ordinal of the cell in its row."""
    row_span: int = 1
    column_span: int = 1
    tables: tuple["Table", ...] = ()
    """Tables nested in this cell; their text lies inside `span`."""


@dataclass(frozen=True, slots=True)
class Table:
    """A table as the file has it."""

    span: Span
    cells: tuple[Cell, ...]
    """In reading order."""
    grid_known: bool = True
    """False where the file has only a list of cells a row and says nothing of merged columns (extracted text)."""

    def rows(self) -> tuple[tuple[Cell, ...], ...]:
        """The cells by the row in which they begin; a row with no cell of its own is an empty tuple."""
        count = max((cell.row for cell in self.cells), default=-1) + 1
        rows: list[list[Cell]] = [[] for _ in range(count)]
        for cell in self.cells:
            rows[cell.row].append(cell)
        return tuple(tuple(row) for row in rows)


Block = Paragraph | Table


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading as `recognise` sees it; level 1 is a part of the report."""

    span: Span
    """Label and title, without text that runs on after it."""
    title: Span
    """Without label and blanks."""
    label: Label | None
    label_source: LabelSource
    level: int
    """1-based."""
    run_in: bool = False
    """The text runs on in the same paragraph: （一）主动公开情况。全年公开57条。"""


@dataclass(frozen=True, slots=True)
class Origin:
    """Where one stretch of the text came from; stretches are sorted and do not overlap.

    Offset `i` of the text (start <= i < end) is character `offset + i - start` of the node, unless generated.
    """

    start: int
    end: int
    part: str
    """docx: the zip member, such as `word/document.xml`; empty where a file has only one part."""
    node: int
    """docx: ordinal of the text-bearing element (w:t, w:tab, w:br, w:noBreakHyphen, w:sym …) in the part, in document order;
    html: ordinal of the text node in the parsed page; txt, md: 1-based line."""
    offset: int
    """Characters into the node's own text as stored in the file, after decoding."""
    generated: bool = False
    """Not characters of the file: an automatic number, a separator between cells. Such a stretch belongs to the node it stands before."""


@dataclass(frozen=True, slots=True)
class Source:
    """The file that a document was read from."""

    path: str
    format: str
    """docx, html, txt …: what it is, whatever its name says."""
    sha256: str
    encoding: str = ""
    """Of text formats: utf-8, gb18030 …"""
    origins: tuple[Origin, ...] = ()
    extracted: bool = False
    """The file shows that it is an export of another format (tab-indented cells, bookmark marks, PDF)."""
    published: str = ""
    """The publication date that a web page states outside the article, as written there."""


@dataclass(frozen=True, slots=True)
class Unread:
    """Something in the file that was not read, said aloud: silence would look like "checked and clean"."""

    what: str
    """In Chinese: 图片, 嵌入对象, 删除的修订内容 …"""
    reason: str
    place: str
    """In Chinese, for people: 第12段 …"""
    at: int | None = None
    """Offset in `Document.text` at which it would stand, where known; what is inside a part makes that part doubtful."""
    content: bool = True
    """Whether it may hold content of the report (a picture); False for what is rightly left out (deleted text, web page navigation)."""


@dataclass(frozen=True, slots=True)
class Document:
    """The file as read: one text, one ruler. Every span in the program counts code points of `text`."""

    name: str
    """File name without folders."""
    text: str
    blocks: tuple[Block, ...]
    """In the order of the text; they do not overlap."""
    source: Source
    unread: tuple[Unread, ...] = ()

    def quote(self, span: Span) -> str:
        """The characters of a span."""
        return self.text[span.start : span.end]

    def line_at(self, offset: int) -> int:
        """The line of the text that an offset stands in, from 1."""
        return self.text.count("\n", 0, offset) + 1

    def paragraphs(self) -> Iterator[Paragraph]:
        """The paragraphs outside tables, in order."""
        return (block for block in self.blocks if isinstance(block, Paragraph))

    def tables(self) -> Iterator[Table]:
        """Every table, nested ones after the one that holds them."""
        for block in self.blocks:
            if isinstance(block, Table):
                yield from _with_nested(block)


def _with_nested(table: Table) -> Iterator[Table]:
    yield table
    for cell in table.cells:
        for nested in cell.tables:
            yield from _with_nested(nested)
