"""What lexicon/figures.toml may hold."""

from typing import Any

from pydantic import BaseModel, Field

from shenyue.recognise.prose.lexicon import Bare, Claim, Meaning
from shenyue.rules.schema import STRICT, Text
from shenyue.statements import CellSum

Classes = list[str]


class _Table(BaseModel):
    model_config = STRICT


class TopicsTable(_Table):
    """`[topics]`."""

    nouns: Classes = []
    lasting: Classes = []


class AlwaysTable(_Table):
    """`[always]`."""

    refuse: Classes = []


class InheritedTable(_Table):
    """`[inherited]`."""

    verbs: Classes = []


class ExamplesTable(_Table):
    """`[examples]`."""

    kinds: Classes = []


class CrossingTable(_Table):
    """`[crossing]`: the columns and rows to which word classes narrow a meaning."""

    columns: dict[str, list[str]] = {}
    rows: dict[str, list[str]] = {}


class CellsTable(_Table):
    """Cells that are added up."""

    table: Text
    rows: list[str] = Field(min_length=1)
    columns: list[str] = Field(min_length=1)

    def cells(self) -> CellSum:
        """The sum."""
        return CellSum(self.table, tuple(self.rows), tuple(self.columns))


class MeaningTable(CellsTable):
    """`[[meaning]]`."""

    id: Text
    also: list[list[str]] = []
    words: list[Classes] = Field(min_length=1)
    about: Classes
    bare: Bare = Bare.NO
    refuse: Classes = []
    allow: Classes = []
    units: Text
    certain: bool = True
    stated: bool = True
    denied: bool = True
    before: bool = False
    context: Classes = []
    refuse_alone: Classes = []
    follows: Classes = []
    beside: Classes = []
    forms: list[str] = []

    def classes(self) -> frozenset[str]:
        """Every word class that it names."""
        inner = (name for words in self.words for name in words)
        around = (*self.about, *self.refuse, *self.allow, *self.context, *self.refuse_alone)
        return frozenset([*inner, *around, *self.follows, *self.beside])

    def meaning(self, units: frozenset[str]) -> Meaning:
        """The meaning; `units` are those that its class of units has."""
        return Meaning(
            id=self.id,
            cells=self.cells(),
            also=tuple(CellSum(self.table, tuple(rows), tuple(self.columns)) for rows in self.also),
            words=tuple(frozenset(words) for words in self.words),
            about=frozenset(self.about),
            units=units,
            refuse=frozenset(self.refuse),
            allow=frozenset(self.allow),
            bare=self.bare,
            certain=self.certain,
            stated=self.stated,
            denied=self.denied,
            context=frozenset(self.context),
            refuse_alone=frozenset(self.refuse_alone),
            follows=frozenset(self.follows),
            beside=frozenset(self.beside),
            before=self.before,
            forms=frozenset(self.forms),
        )


class ClaimTable(_Table):
    """`[[claim]]`."""

    id: Text
    about: Classes
    words: list[Classes] = Field(min_length=1)
    refuse: Classes = []
    part: CellsTable
    whole: CellsTable
    certain: bool = True

    def classes(self) -> frozenset[str]:
        """Every word class that it names."""
        return frozenset([*(name for words in self.words for name in words), *self.about, *self.refuse])

    def claim(self) -> Claim:
        """The claim."""
        words = tuple(frozenset(each) for each in self.words)
        about, refuse = frozenset(self.about), frozenset(self.refuse)
        return Claim(self.id, self.part.cells(), self.whole.cells(), words, about, refuse, self.certain)


class FiguresFile(_Table):
    """The lexicon of a pack."""

    words: dict[str, Any] = {}
    """Lists, or `{add, remove}`: what a list or `add` gives joins the parents' words."""
    units: dict[str, list[str]] = {}
    topics: TopicsTable = TopicsTable()
    always: AlwaysTable = AlwaysTable()
    inherited: InheritedTable = InheritedTable()
    examples: ExamplesTable = ExamplesTable()
    crossing: CrossingTable = CrossingTable()
    meaning: list[MeaningTable] = []
    claim: list[ClaimTable] = []
