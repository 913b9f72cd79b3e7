"""Laying the lines of a Markdown file down as paragraphs and tables."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from shenyue.chinese.numbering import Label, read_label
from shenyue.loaders.laying import Laying
from shenyue.loaders.md.inline import Inline, Piece, read_inline
from shenyue.loaders.md.lines import Kind, MdLine, runs
from shenyue.loaders.md.tables import MdCell, MdTable, is_table, tables_in
from shenyue.loaders.merging import merged
from shenyue.model import Cell, LabelSource, Paragraph, Span, Table
from shenyue.patterns import compiled

_LABELLED = 80
"""Characters of a line in which its label lies; a line may be as long as the file."""
_ONE = compiled(r"\s*1(?P<mark>\.)[ \t]+")


@dataclass(slots=True)
class Reading:
    """A file being laid."""

    laying: Laying
    notes: int = 0
    """How many lines of comments were left out."""
    _numbers: dict[int, int] = field(default_factory=dict)
    """By line, the numbers that show in a list whose items are all typed 1."""

    def read(self, lines: list[MdLine]) -> None:
        """Lay every line down."""
        self._numbers = _numbers(lines)
        for run in runs(lines):
            if run[0].kind is Kind.PAGE:
                self._page(run)
            elif is_table(run):
                for table in tables_in(run):
                    self._table(table)
            else:
                for line in run:
                    self._line(line)

    def _page(self, run: Sequence[MdLine]) -> None:
        from shenyue.loaders.md.pages import tables_of  # noqa: PLC0415 - brings the reader of web pages

        self._say_pictures(tables_of(list(run), self.laying), "表格中")
        self.laying.separate()

    def _line(self, line: MdLine) -> None:
        if line.kind in (Kind.PROSE, Kind.ROW):
            self._paragraph(line, _inline(line, Span(line.start, line.end)))
        self.notes += line.kind is Kind.NOTE
        self.laying.put("\n", line.number, len(line.text))

    def _paragraph(self, line: MdLine, inline: Inline) -> None:
        start = self.laying.position
        source = LabelSource.TYPED
        if line.number in self._numbers:
            source = LabelSource.AUTO
            self._renumber(line, inline)
        self._put(line, inline.pieces)
        text = self.laying.since(start)
        if text.strip():
            label = _label(text)
            self.laying.blocks.append(
                Paragraph(
                    Span(start, self.laying.position),
                    label,
                    source if label else LabelSource.TYPED,
                    line.outline,
                )
            )
        self._say_pictures(inline.pictures, f"第{line.number}行")

    def _renumber(self, line: MdLine, inline: Inline) -> None:
        """Put the number that shows for the 1 that is typed."""
        match = _ONE.match(line.text, line.start)
        first = inline.pieces[0]
        if (
            match is None
            or first.offset > match.start()
            or first.offset + len(first.characters) < match.end("mark")
        ):
            return
        digit = match.start("mark") - 1
        rest = first.characters[digit + 1 - first.offset :]
        inline.pieces[:1] = [
            Piece(str(self._numbers[line.number]), digit, generated=True),
            Piece(rest, digit + 1),
        ]

    def _table(self, table: MdTable) -> None:
        start = self.laying.position
        cells: list[Cell] = []
        for number, row in enumerate(table.rows):
            if number:
                self._end(table.rows[number - 1])
            for column, cell in enumerate(row):
                if column:
                    self.laying.separate("\t")
                cells.append(Cell(self._cell(cell), number, column))
        laid = Table(Span(start, self.laying.position), tuple(cells), table.grid_known)
        self.laying.blocks.append(merged(laid, self.laying.since(start)))
        self._end(table.rows[-1])

    def _end(self, row: Sequence[MdCell]) -> None:
        line = row[-1][-1].line
        self.laying.put("\n", line.number, len(line.text))

    def _cell(self, cell: MdCell) -> Span:
        start = self.laying.position
        for stretch in cell:
            if self.laying.position > start:
                self.laying.separate()
            inline = _inline(stretch.line, stretch.span)
            self._put(stretch.line, inline.pieces)
            self._say_pictures(inline.pictures, f"第{stretch.line.number}行的表格中")
        return Span(start, self.laying.position)

    def _put(self, line: MdLine, pieces: list[Piece]) -> None:
        for piece in pieces:
            self.laying.put(piece.characters, line.number, piece.offset, generated=piece.generated)

    def _say_pictures(self, count: int, place: str) -> None:
        for _ in range(count):
            self.laying.skip("图片", "其中的内容无法作为文字读取", place)


def _inline(line: MdLine, span: Span) -> Inline:
    if line.literal:
        return Inline([Piece(line.text[span.start : span.end], span.start)])
    return read_inline(line.text, span.start, span.end)


def _label(text: str) -> Label | None:
    return read_label(text.lstrip()[:_LABELLED])


def _numbers(lines: list[MdLine]) -> dict[int, int]:
    """The numbers of lists whose items are all typed `1.`, which show counted (CommonMark 0.31, 5.3): by line."""
    numbers: dict[int, int] = {}
    items: list[int] = []
    for line in lines:
        if line.kind is Kind.BLANK or line.text.startswith((" ", "\t")):
            continue
        if line.kind is Kind.PROSE and not line.literal and _ONE.match(line.text, line.start):
            items.append(line.number)
            continue
        numbers |= _counted(items)
        items = []
    return numbers | _counted(items)


def _counted(items: list[int]) -> dict[int, int]:
    return {number: count for count, number in enumerate(items, 1)} if len(items) > 1 else {}
