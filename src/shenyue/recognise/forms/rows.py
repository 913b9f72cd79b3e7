"""A row of figures before it is laid under its columns, with what tells whether it may be."""

from dataclasses import dataclass
from itertools import pairwise

from shenyue.model import Span
from shenyue.recognise.forms.arrangements import Match
from shenyue.recognise.forms.headers import Header
from shenyue.recognise.forms.pieces import Row, Slot


@dataclass(slots=True)
class SeenRow:
    """A row of figures, to be laid under the columns."""

    match: Match | None
    label: Slot | None
    values: Row
    hanging: Row
    header: Header
    grid_known: bool
    groups: Row = ()
    """The merged label cells before its label that begin in this row."""
    usual: int = 0
    """How many figures most rows below the same head have."""
    alone: bool = False
    """Whether it is the only row below its head."""
    widest: int = 0
    """The grid column after the last figure of any row below the same head."""
    shifted_as_most: bool = True
    """Whether most rows below the same head are shifted against it as this one is."""

    @property
    def filled(self) -> bool:
        """Whether any figure is filled in."""
        return any(slot.raw.strip() for slot in self.values)

    @property
    def unbroken(self) -> bool:
        """Whether no grid column lies empty between its label and its last figure."""
        cells = (self.label, *self.values) if self.label else self.values
        return all(left.end == right.start for left, right in pairwise(cells))

    @property
    def end(self) -> int:
        """The grid column after its last figure."""
        return max((slot.end for slot in (*self.values, *self.hanging)), default=0)

    @property
    def shift(self) -> int:
        """How many grid columns its first figure stands to the right of the first column."""
        first = self.header.leaves[0].slot if self.header.leaves else None
        return self.values[0].start - (first.start if first else 0) if self.values else 0

    @property
    def out_of_line(self) -> bool:
        """Whether a head that lacks columns, and nothing but the number of figures to go by, leave in doubt which are lacking.

        Other rows with as many figures as the head has columns confirm that the same ones are.
        """
        if self.header.whole or (self.grid_known and self.header.placed):
            return False
        return self.alone or len(self.values) != self.usual

    @property
    def columns(self) -> frozenset[int]:
        """The entries of its columns."""
        return frozenset(leaf.match.entry for leaf in self.header.leaves if leaf.match)

    @property
    def span(self) -> Span | None:
        """Where the figures stand; None where the row has nothing but its label."""
        return Span(self.values[0].span.start, self.values[-1].span.end) if self.values else None
