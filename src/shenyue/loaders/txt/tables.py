"""The tables of a text file: as extractors write them, as people type them with tabs or bars, and as they are copied from a web page."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.loaders.merging import merged
from shenyue.loaders.txt.barred import barred_rows
from shenyue.loaders.txt.lines import Line
from shenyue.loaders.txt.rows import Rows, extracted_rows
from shenyue.loaders.txt.spaced import spaced_rows
from shenyue.loaders.txt.stacked import stacked_rows
from shenyue.loaders.txt.typed import typed_rows
from shenyue.model import Cell, Span, Table


class FoundTable(NamedTuple):
    """A table and the lines that it takes up."""

    first: int
    """Index of its first line."""
    last: int
    """Index of its last line, inclusive."""
    table: Table
    extracted: bool
    """Whether its layout shows that the file is an export."""


def find_tables(lines: list[Line]) -> list[FoundTable]:
    """Every table, in order; they share no line, the surer kinds take theirs first."""
    found: list[FoundTable] = []
    taken: set[int] = set()
    for kind in (extracted_rows, typed_rows, barred_rows, stacked_rows, spaced_rows):
        for rows in kind(lines):
            own = range(rows.first, rows.last + 1)
            if taken.isdisjoint(own):
                taken.update(own)
                found.append(FoundTable(rows.first, rows.last, _table(lines, rows), kind is extracted_rows))
    return sorted(found, key=lambda each: each.first)


def _table(lines: list[Line], rows: Rows) -> Table:
    span = Span(lines[rows.first].start, lines[rows.last].end)
    table = Table(span, tuple(_cells(rows)), rows.grid_known)
    return merged(table, "\n".join(line.text for line in lines[rows.first : rows.last + 1]))


def _cells(rows: Rows) -> Iterator[Cell]:
    for row, spans in enumerate(rows.cells):
        for column, span in enumerate(spans):
            yield Cell(span, row, column)
