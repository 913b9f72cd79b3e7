"""What a paragraph holds: its characters with their places, what could not be read, and what is anchored in it.

Gathered before it is laid down: whether it has a number, is one with the next paragraph or does not exist is known only at its end.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.loaders.docx.names import Element


class Piece(NamedTuple):
    """Characters of one text-bearing element."""

    characters: str
    node: int
    offset: int


class Gap(NamedTuple):
    """Something that could not be read."""

    what: str
    reason: str


class Note(NamedTuple):
    """A reference to a footnote or endnote."""

    kind: str
    """footnotes or endnotes, as the relationship is called."""
    note_id: str


@dataclass(slots=True)
class Omitted:
    """How much was rightly left out, over the whole document."""

    deletions: int = 0
    hidden: int = 0
    covered: int = 0
    """Texts that a merged cell covers."""


@dataclass(slots=True)
class Fields:
    """The fields that are open in a paragraph, innermost last."""

    instructions: list[int | None] = field(default_factory=list)
    """How many pieces there were when its instruction began; None once its result has."""
    text: str = ""
    """The instruction read last."""


@dataclass(slots=True)
class Prose:
    """The content of a paragraph, or of several that a deleted mark made one."""

    pieces: list[Piece | Gap] = field(default_factory=list)
    boxes: list[Element] = field(default_factory=list)
    """w:txbxContent of the text boxes anchored here."""
    notes: list[Note] = field(default_factory=list)
    fields: Fields = field(default_factory=Fields)
    page_break: int | None = None
    """Node of a page break, which ends a line only if text comes before and after it."""

    def put(self, characters: str, node: int, offset: int = 0) -> None:
        """Add characters of an element."""
        if not characters:
            return
        if self.page_break is not None and self.has_text:
            self.pieces.append(Piece("\n", self.page_break, 0))
        self.page_break = None
        self.pieces.append(Piece(characters, node, offset))

    @property
    def has_text(self) -> bool:
        """Whether any character stands in it."""
        return any(isinstance(piece, Piece) for piece in self.pieces)

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all stands in it."""
        return not (self.pieces or self.boxes or self.notes)

    def open_field(self) -> None:
        """An instruction begins."""
        self.fields.instructions.append(len(self.pieces))
        self.fields.text = ""

    def show_result(self) -> None:
        """The instruction of the innermost field ends; its result follows."""
        if self.fields.instructions:
            self._drop_instruction()
            self.fields.instructions[-1] = None

    def close_field(self) -> bool:
        """The innermost field ends; whether it had an instruction but no result."""
        if not self.fields.instructions:
            return False
        without_result = self._drop_instruction()
        self.fields.instructions.pop()
        return without_result

    def _drop_instruction(self) -> bool:
        begun = self.fields.instructions[-1]
        if begun is not None:
            del self.pieces[begun:]
        return begun is not None
