"""The head of a form table, two or three rows deep, read into its lowest labels from left to right."""

from typing import NamedTuple

from shenyue.recognise.forms.arrangements import Axis, LineKey, Match
from shenyue.recognise.forms.pieces import Row, Slot
from shenyue.report import LineState


class Leaf(NamedTuple):
    """A column of figures."""

    match: Match | None
    """None for a label that the form does not have, or that could be several."""
    slot: Slot | None
    """Its label; None where there is no head and the columns stand as prescribed."""
    groups: tuple[tuple[LineKey, Slot], ...] = ()
    """The merged cells above it that are lines of the form themselves."""


class Header(NamedTuple):
    """The columns of a table or block."""

    leaves: tuple[Leaf, ...]
    placed: bool = True
    """Whether the grid columns of the leaves hold for the rows that follow (same table, grid known)."""
    bottom: Row = ()
    """The cells of the head that stand right above the figures, blank ones too."""
    end: int = 0
    """The grid column after its last."""
    whole: bool = True
    """Whether it has every prescribed column of its blocks."""


def read_header(rows: list[Row], axis: Axis, *, grid_known: bool) -> Header | None:
    """The columns that head rows name; None where the labels do not fit together.

    Where the grid is known, a label belongs to the merged cell above it; else, and where that fails, to the first merged
    cell of the row above that prescribes it.
    """
    leaves = None
    for by_place in (True, False) if grid_known else (False,):
        leaves = leaves or _Expansion(rows, axis, by_place=by_place).leaves()
    if leaves is None:
        return None
    whole = _is_whole(leaves, axis)
    if not whole and len(rows) == 1:
        leaves = _with_unlabelled(rows[0], leaves)
    end = max(slot.end for row in rows for slot in row)
    return Header(leaves, grid_known, _bottom(rows), end, whole)


def _is_whole(leaves: tuple[Leaf, ...], axis: Axis) -> bool:
    """Whether no column is missing of the blocks that the head has (of table four, it may have one alone)."""
    found = {leaf.match.entry for leaf in leaves if leaf.match}
    blocks = {axis.entries[entry].row for entry in found}
    return bool(found) and found == {at for at, entry in enumerate(axis.entries) if entry.row in blocks}


def _with_unlabelled(row: Row, leaves: tuple[Leaf, ...]) -> tuple[Leaf, ...]:
    """The columns of a head of one row that lacks labels: the missing ones may be those of its blank or unknown cells."""
    named = {id(leaf.slot): leaf for leaf in leaves}
    return tuple(
        named.get(id(slot)) or Leaf(None, slot) for at, slot in enumerate(row) if at or id(slot) in named
    )


def _bottom(rows: list[Row]) -> Row:
    last = max(slot.cell.row for row in rows for slot in row)
    return tuple(slot for row in rows for slot in row if slot.cell.row + slot.cell.row_span > last)


def prescribed_header(axis: Axis) -> Header:
    """The columns as prescribed, for a table without a head."""
    return Header(
        tuple(Leaf(Match(index, LineState.UNSURE), None) for index in range(len(axis.entries))), placed=False
    )


class _Expansion:
    """Head rows being read: each merged cell is replaced by the labels below it."""

    def __init__(self, rows: list[Row], axis: Axis, *, by_place: bool) -> None:
        self._axis = axis
        self._by_place = by_place
        self._levels = [self._tokens(row) for row in rows]
        self._next = [0] * len(rows)
        self._used: set[int] = set()

    def _tokens(self, row: Row) -> Row:
        """The labels of a head row, from the first known one on: what stands before heads the row labels."""
        labels = tuple(slot for slot in row if slot.raw.strip())
        first = next((at for at, slot in enumerate(labels) if self._known(slot)), len(labels))
        return labels[first:]

    def _known(self, slot: Slot) -> bool:
        return slot.label.text in self._axis.labels or slot.label.text in self._axis.groups

    def leaves(self) -> tuple[Leaf, ...] | None:
        found: list[Leaf] = []
        for slot in self._levels[0]:
            found += self._expand(slot, 0, ())
        left = self._left_over()
        if any(self._known(slot) for slot in left):
            return None
        if self._by_place:
            found += (Leaf(None, slot) for slot in left)
            found.sort(key=lambda leaf: leaf.slot.start if leaf.slot else 0)
        return self._unambiguous(found)

    def _left_over(self) -> Row:
        """The labels of lower rows that stand below no merged cell."""
        levels = zip(self._levels[1:], self._next[1:], strict=True)
        return tuple(slot for level, at in levels for slot in level[at:])

    def _unambiguous(self, leaves: list[Leaf]) -> tuple[Leaf, ...]:
        """A line that two labels claim is neither's."""
        claims = [leaf.match.entry for leaf in leaves if leaf.match]
        return tuple(
            leaf._replace(match=None) if leaf.match and claims.count(leaf.match.entry) > 1 else leaf
            for leaf in leaves
        )

    def _expand(self, slot: Slot, level: int, path: tuple[Slot, ...]) -> list[Leaf]:
        if slot.label.text in self._axis.groups:
            below = (*path, slot)
            for lower in range(level + 1, len(self._levels)):
                if children := self._children(lower, below):
                    return children
        return [self._leaf(slot, path)]

    def _children(self, level: int, path: tuple[Slot, ...]) -> list[Leaf]:
        found: list[Leaf] = []
        tokens = self._levels[level]
        while self._next[level] < len(tokens) and self._belongs(tokens[self._next[level]], path):
            slot = tokens[self._next[level]]
            self._next[level] += 1
            found += self._expand(slot, level, path)
        return found

    def _belongs(self, slot: Slot, path: tuple[Slot, ...]) -> bool:
        if self._by_place:
            parent = path[-1]
            return parent.start <= slot.start < parent.end
        if not self._known(slot):
            return True
        above = [parent.label.text for parent in path]
        if slot.label.text in self._axis.groups and self._nests((*above, slot.label.text)):
            return True
        return self._match(slot, path) is not None

    def _nests(self, groups: tuple[str, ...]) -> bool:
        return any(set(groups) <= set(entry.under) for entry in self._axis.entries)

    def _leaf(self, slot: Slot, path: tuple[Slot, ...]) -> Leaf:
        match = self._match(slot, path)
        if match is not None:
            self._used.add(match.entry)
        lines = ((self._axis.groups.get(parent.label.text), parent) for parent in path)
        return Leaf(match, slot, tuple((line, parent) for line, parent in lines if line is not None))

    def _match(self, slot: Slot, path: tuple[Slot, ...]) -> Match | None:
        """The one entry of that label under these merged cells; of several the first not yet found, never by chance."""
        above = {parent.label.text for parent in path if parent.label.text in self._axis.groups}
        fitting = [
            match
            for match in self._axis.matches(slot.label)
            if above <= set(self._axis.entries[match.entry].under)
        ]
        if not self._by_place:
            fitting = [match for match in fitting if match.entry not in self._used]
        if len(fitting) == 1:
            return fitting[0]
        exact = [match for match in fitting if match.state is LineState.FOUND]
        return exact[0] if len(exact) == 1 else None
