"""What one arrangement of a layout finds in the tables of a file, cell by cell."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.form import CellKey
from shenyue.model import Span
from shenyue.recognise.forms.alignment import align
from shenyue.recognise.forms.arrangements import Arrangement, Entry, LineKey, Match
from shenyue.recognise.forms.headers import Header, Leaf
from shenyue.recognise.forms.pieces import Slot
from shenyue.recognise.forms.rows import SeenRow
from shenyue.report import LineState


class Labelled(NamedTuple):
    """How a prescribed line was found."""

    state: LineState
    slot: Slot


@dataclass(slots=True)
class Sheet:
    """What an arrangement finds."""

    arrangement: Arrangement
    cells: dict[CellKey, Slot] = field(default_factory=dict)
    unsure: dict[CellKey, Span] = field(default_factory=dict)
    lines: dict[LineKey, Labelled] = field(default_factory=dict)
    extra: list[Span] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    _laid: dict[int, SeenRow] = field(default_factory=dict)
    _repeating: bool = False
    """Whether the row before was a repetition: a second copy of a table is worth one remark."""

    @property
    def score(self) -> int:
        """How well the arrangement fits: figures and lines found, less lines missing and lines too many."""
        weights = {LineState.FOUND: 3, LineState.RELABELLED: 2}
        layout = self.arrangement.layout
        found = sum(weights.get(line.state, 0) for line in self.lines.values())
        missing = len(layout.rows) + len(layout.columns) - len(self.lines)
        return len(self.cells) + found - 2 * missing - len(self.extra)

    def lay_header(self, header: Header) -> None:
        """Note the columns that a head names."""
        for leaf in header.leaves:
            if leaf.slot is None:
                continue
            self.spans.append(leaf.slot.span)
            for line, slot in leaf.groups:
                self._note(line, LineState.FOUND, slot)
                self.spans.append(slot.span)
            if leaf.match is None and leaf.slot.raw.strip():
                self.extra.append(leaf.slot.span)
            elif leaf.match is not None:
                self._note(self._column(leaf.match.entry).line, leaf.match.state, leaf.slot)

    def lay(self, row: SeenRow, match: Match) -> None:
        """Lay the figures of a row under its columns."""
        self.spans += [slot.span for slot in (row.label, *row.values) if slot]
        entry = self.arrangement.rows.entries[match.entry]
        before = self._laid.setdefault(match.entry, row)
        if before is not row and before.columns & row.columns:
            self._repeat(before, row, entry)
            return
        self._repeating = False
        for group in row.groups:
            if line := self.arrangement.rows.groups.get(group.label.text):
                self._note(line, LineState.FOUND, group)
        if row.label is not None:
            self._note(entry.line, match.state, row.label)
        if row.out_of_line:
            self.doubt(entry, row.span)
            return
        placed = align(row)
        if placed is None:
            self.doubt(entry, row.span)
            return
        self._place(entry, row, zip(row.header.leaves, placed, strict=True))

    def doubt(self, entry: Entry, span: Span | None) -> None:
        """Note that figures of a row stand somewhere in a stretch of the text, but not which is which."""
        if span is None:
            return
        for column in self.arrangement.columns.entries:
            self.unsure[self.arrangement.key(entry, column)] = span

    def doubt_line(self, entry: Entry, row: SeenRow) -> None:
        """Note that a row may be this line, under a label that is not like it."""
        slot = row.label or (row.values[0] if row.values else None)
        if slot is not None:
            self.lines.setdefault(entry.line, Labelled(LineState.UNSURE, slot))
            self.doubt(entry, row.span)

    def _place(self, entry: Entry, row: SeenRow, placed: Iterable[tuple[Leaf, Slot | None]]) -> None:
        """Note the cells; where a column of the row has no known line, the lines that no column has may be that."""
        unknown = False
        for leaf, slot in placed:
            if leaf.match is None:
                unknown = True
                continue
            key = self.arrangement.key(entry, self._column(leaf.match.entry))
            if slot is not None:
                self.cells[key] = slot
            elif row.span:
                self.unsure[key] = row.span
        uncovered = len(row.values) > len(row.header.leaves) and row.grid_known
        if row.span and (unknown or uncovered):
            for index, column in enumerate(self.arrangement.columns.entries):
                if index not in row.columns:
                    self.unsure[self.arrangement.key(entry, column)] = row.span

    def _repeat(self, before: SeenRow, row: SeenRow, entry: Entry) -> None:
        """A row that occurs again: the same figures change nothing, others leave in doubt which ones are meant."""
        if not self._repeating and row.label is not None:
            self.extra.append(row.label.span)
        self._repeating = True
        if [slot.raw.strip() for slot in before.values] == [slot.raw.strip() for slot in row.values]:
            return
        for column in self.arrangement.columns.entries:
            self.cells.pop(self.arrangement.key(entry, column), None)
        self.doubt(entry, before.span or row.span)

    def _column(self, index: int) -> Entry:
        return self.arrangement.columns.entries[index]

    def _note(self, line: LineKey, state: LineState, slot: Slot) -> None:
        """Note a prescribed line; of several labels of one line (table four) the one that differs is worth showing."""
        if not line[1]:
            return
        known = self.lines.get(line)
        if known is None or (known.state is LineState.FOUND and state is not LineState.FOUND):
            self.lines[line] = Labelled(state, slot)
