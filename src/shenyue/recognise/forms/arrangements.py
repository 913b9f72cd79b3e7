"""How a form table may stand on paper: as prescribed, turned over, with its blocks side by side or one below the other."""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from shenyue.form import CellKey, FormTableLayout, Line
from shenyue.recognise.forms.folding import Folded, fold
from shenyue.report import LineState


class Side(StrEnum):
    """What a prescribed line is, wherever the report prints it."""

    ROW = "row"
    COLUMN = "column"


LineKey = tuple[Side, str]


class Entry(NamedTuple):
    """A line of an arrangement: what its label stands for."""

    row: str
    """Row key of the contract; empty where the crossing line says it."""
    column: str
    line: LineKey
    """The prescribed line that its label is."""
    text: str = ""
    """Its folded label."""
    under: tuple[str, ...] = ()
    """Folded labels of the merged cells above or before it."""


class Match(NamedTuple):
    """An entry that a label may be."""

    entry: int
    state: LineState


class Axis(NamedTuple):
    """The lines of one direction and the labels by which they are known."""

    entries: tuple[Entry, ...]
    labels: dict[str, tuple[tuple[int, str, bool], ...]]
    """Folded text to (entry, ordinal, prescribed)."""
    groups: dict[str, LineKey | None]
    """Folded labels of merged cells, and the line that such a cell is, if it is one."""

    def matches(self, label: Folded) -> tuple[Match, ...]:
        """The entries that a label may be; a label without its ordinal, or with another, differs from the form."""
        return tuple(
            Match(entry, LineState.FOUND if exact and ordinal == label.ordinal else LineState.RELABELLED)
            for entry, ordinal, exact in self.labels.get(label.text, ())
        )

    @property
    def anonymous(self) -> bool:
        """Whether its one line has no label: the crossing lines say everything."""
        return not self.labels


@dataclass(frozen=True, slots=True)
class Arrangement:
    """A layout in one way of printing it."""

    layout: FormTableLayout
    rows: Axis
    columns: Axis
    name: str = ""
    words: frozenset[str] = field(default=frozenset())
    """Folded labels one of which a table must have to be worth reading so."""

    def key(self, row: Entry, column: Entry) -> CellKey:
        """The cell at the crossing of a line of each direction."""
        return row.row or column.row, row.column or column.column


_NAMELESS = Axis((Entry("", "", (Side.ROW, "")),), {}, {})


@lru_cache(maxsize=64)
def arrangements(layout: FormTableLayout) -> tuple[Arrangement, ...]:
    """The ways in which a layout may be printed, the prescribed one first where lines are labelled both ways.

    Side by side and stacked apply where every row repeats the columns under its own label (table four).
    """
    rows = _axis(layout.rows, Side.ROW)
    columns = _axis(layout.columns, Side.COLUMN)
    found = [
        _arrangement(layout, rows, columns, "crossed"),
        _arrangement(layout, columns, rows, "turned"),
    ]
    if layout.key == "disputes":
        crossed = _crossed(layout)
        found.append(_arrangement(layout, _NAMELESS, crossed, "side by side"))
        found.append(_arrangement(layout, crossed, _NAMELESS, "stacked"))
    return tuple(found)


def _arrangement(layout: FormTableLayout, rows: Axis, columns: Axis, name: str) -> Arrangement:
    words = frozenset(columns.groups if rows.anonymous else rows.labels)
    return Arrangement(layout, rows, columns, name, words)


def _axis(lines: tuple[Line, ...], side: Side) -> Axis:
    labels: dict[str, list[tuple[int, str, bool]]] = {}
    groups: dict[str, LineKey | None] = {}
    for index, line in enumerate(lines):
        _enter(labels, index, line, line.under)
        groups.update((fold(label).text, None) for label in line.under)
    entries = tuple(_entry(line, side) for line in lines)
    return Axis(entries, {text: tuple(found) for text, found in labels.items()}, groups)


def _entry(line: Line, side: Side) -> Entry:
    under = tuple(fold(label).text for label in line.under)
    row, column = (line.key, "") if side is Side.ROW else ("", line.key)
    return Entry(row, column, (side, line.key), fold(line.label).text, under)


def _crossed(layout: FormTableLayout) -> Axis:
    """Every cell a line of its own: the column's label under the row's."""
    labels: dict[str, list[tuple[int, str, bool]]] = {}
    groups: dict[str, LineKey | None] = {}
    entries: list[Entry] = []
    for row in layout.rows:
        groups.update((fold(label).text, None) for label in row.under)
        groups.update((fold(label).text, (Side.ROW, row.key)) for label in (row.label, *row.aliases))
        above = (*row.under, row.label)
        for column in layout.columns:
            _enter(labels, len(entries), column, above)
            under = tuple(fold(label).text for label in above)
            entries.append(
                Entry(row.key, column.key, (Side.COLUMN, column.key), fold(column.label).text, under)
            )
    return Axis(tuple(entries), {text: tuple(found) for text, found in labels.items()}, groups)


def _enter(
    labels: dict[str, list[tuple[int, str, bool]]], index: int, line: Line, under: tuple[str, ...]
) -> None:
    """Enter a line's label, its aliases, and its label fused with those of the merged cells before it."""
    prefixes = [under[start:] for start in range(len(under))]
    wordings = [(line.label, True), *(("".join((*prefix, line.label)), True) for prefix in prefixes)]
    wordings += [(alias, False) for alias in line.aliases]
    for wording, prescribed in wordings:
        folded = fold(wording)
        known = labels.setdefault(folded.text, [])
        if all(entry != index for entry, _, _ in known):
            known.append((index, folded.ordinal, prescribed))
