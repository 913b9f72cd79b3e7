"""Laying a file out as one text: every loader puts its characters down here, in order, each with its origin.

The layout is the same for all formats but txt, whose text is the file's own: a paragraph a line; a table row a line, its cells parted
by tabs; a line end inside a cell stays a line end. What is put down as separator is marked generated. Of md, the lines are the file's
own, empty ones included, without the marks that no reader sees.
"""

from dataclasses import dataclass, field

from shenyue.chinese.numbering import Label, read_label
from shenyue.model import (
    Block,
    Cell,
    Document,
    LabelSource,
    Origin,
    Paragraph,
    Source,
    Span,
    Table,
    Unread,
)


@dataclass(slots=True)
class Laying:
    """A document under construction."""

    part: str = ""
    """The part of the file that text now comes from, as `Origin.part`."""
    position: int = 0
    """How many characters have been laid: where the next one goes."""
    blocks: list[Block] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)
    _pieces: list[str] = field(default_factory=list)
    _origins: list[Origin] = field(default_factory=list)

    def put(self, characters: str, node: int, offset: int = 0, *, generated: bool = False) -> None:
        """Lay characters of a node down; `offset` counts from the node's first character."""
        if not characters:
            return
        end = self.position + len(characters)
        self._pieces.append(characters)
        self._origins.append(Origin(self.position, end, self.part, node, offset, generated))
        self.position = end

    def separate(self, separator: str = "\n") -> None:
        """Lay a separator that is not in the file; never at the very beginning."""
        if not self.position:
            return
        previous = self._origins[-1]
        end = self.position + len(separator)
        self._pieces.append(separator)
        self._origins.append(
            Origin(self.position, end, previous.part, previous.node, previous.offset, generated=True)
        )
        self.position = end

    def since(self, start: int) -> str:
        """The text laid since a position."""
        pieces: list[str] = []
        missing = self.position - start
        for piece in reversed(self._pieces):
            if missing <= 0:
                break
            pieces.append(piece[-missing:])
            missing -= len(piece)
        return "".join(reversed(pieces))

    def paragraph(
        self,
        start: int,
        *,
        auto_label: Label | None = None,
        source: LabelSource = LabelSource.TYPED,
        outline_level: int | None = None,
    ) -> Paragraph:
        """Make a paragraph of what was laid since `start` and add it to the blocks.

        `auto_label` is Word's computed number, already put down as generated text with one blank after it.
        """
        label = auto_label or read_label(self.since(start))
        label_source = LabelSource.AUTO if auto_label else source
        paragraph = Paragraph(Span(start, self.position), label, label_source, outline_level)
        self.blocks.append(paragraph)
        return paragraph

    def table(self, start: int, cells: list[Cell], *, grid_known: bool = True) -> Table:
        """Make a table of what was laid since `start` and add it to the blocks."""
        table = Table(Span(start, self.position), tuple(cells), grid_known)
        self.blocks.append(table)
        return table

    def skip(self, what: str, reason: str, place: str, *, content: bool = True) -> None:
        """Say that something standing here was not read."""
        self.unread.append(Unread(what, reason, place, self.position, content))

    def document(self, name: str, source: Source) -> Document:
        """The finished document; `source` without origins."""
        return Document(
            name=name,
            text="".join(self._pieces),
            blocks=tuple(self.blocks),
            source=Source(
                path=source.path,
                format=source.format,
                sha256=source.sha256,
                encoding=source.encoding,
                origins=tuple(self._origins),
                extracted=source.extracted,
                published=source.published,
            ),
            unread=tuple(self.unread),
        )
