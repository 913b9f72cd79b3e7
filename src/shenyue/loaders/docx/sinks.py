"""Where laid blocks go: into the document, as paragraphs and tables, or into a cell, as lines of its text."""

from typing import Protocol

from shenyue.chinese.numbering import Label, read_label
from shenyue.loaders.docx.counting import AutoNumber
from shenyue.loaders.laying import Laying
from shenyue.model import LabelSource, Paragraph, Span, Table


class Sink(Protocol):
    """Where blocks go: the document itself, or a cell."""

    def begin(self) -> None:
        """Part the next block from what stands before it."""

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """Take what was laid since `start` as a paragraph."""

    def table(self, table: Table) -> None:
        """Take a table that has been laid."""

    def place(self) -> str:
        """Where the walk is, in Chinese."""


class Outside:
    """Blocks of the document itself."""

    def __init__(self, laying: Laying) -> None:
        self._laying = laying
        self._paragraphs = 0

    def begin(self) -> None:
        """A block a line."""
        self._laying.separate()

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """A paragraph; lines after a soft line end that have labels of their own are paragraphs of their own."""
        label = number.label if number else None
        source = LabelSource.AUTO if number else LabelSource.TYPED
        for begin, end in _lines(start, self._laying.since(start)):
            text = self._laying.since(begin)[: end - begin]
            self._add(Span(begin, end), label or read_label(text), source, outline_level)
            label, source = None, LabelSource.TYPED

    def table(self, table: Table) -> None:
        """A table between paragraphs."""
        self._laying.blocks.append(table)

    def place(self) -> str:
        """By the paragraph that follows."""
        return f"第{self._paragraphs + 1}段"

    def _add(self, span: Span, label: Label | None, source: LabelSource, outline_level: int | None) -> None:
        self._paragraphs += 1
        self._laying.blocks.append(Paragraph(span, label, source, outline_level))


def _lines(start: int, text: str) -> list[tuple[int, int]]:
    """The stretches that are paragraphs of their own."""
    lines = text.split("\n")
    stretches = [(start, start + len(lines[0]))]
    for line in lines[1:]:
        begin = stretches[-1][1] + 1
        end = begin + len(line)
        if read_label(line) is None:
            stretches[-1] = (stretches[-1][0], end)
        else:
            stretches.append((begin, end))
    return stretches


class Inside:
    """Blocks of a cell: its paragraphs are lines of its text."""

    def __init__(self, laying: Laying, where: str) -> None:
        self.tables: list[Table] = []
        self._laying = laying
        self._start = laying.position
        self._where = where

    def begin(self) -> None:
        """No line end before the first line."""
        if self._laying.position > self._start:
            self._laying.separate()

    def paragraph(self, start: int, number: AutoNumber | None, outline_level: int | None) -> None:
        """A cell keeps its text only."""

    def table(self, table: Table) -> None:
        """A table nested in the cell."""
        self.tables.append(table)

    def place(self) -> str:
        """The cell itself."""
        return self._where
