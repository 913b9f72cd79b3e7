"""The lexicon of figures: words by class, and meanings as combinations of classes. Rule packs bring it as data."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shenyue.statements import CellSum


class Bare(StrEnum):
    """What becomes of a figure where nothing around it says what matter it is about."""

    SURE = "sure"
    UNSURE = "unsure"
    NO = "no"


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a figure may mean, and by which words that is known."""

    id: str
    cells: CellSum
    words: tuple[frozenset[str], ...]
    """Sets of word classes; one of them must stand beside the figure."""
    about: frozenset[str]
    """Topics: the nearest noun before the figure, or what the text before it is about, must be one."""
    units: frozenset[str]
    also: tuple[CellSum, ...] = ()
    refuse: frozenset[str] = frozenset()
    """Word classes beside the figure that rule the meaning out."""
    allow: frozenset[str] = frozenset()
    """Word classes that do not rule this meaning out, though they do others."""
    bare: Bare = Bare.NO
    certain: bool = True
    stated: bool = True
    """Whether it may be a number."""
    denied: bool = True
    """Whether it may be a denial."""
    context: frozenset[str] = frozenset()
    """Word classes of which one must stand in the paragraph or its headings for the meaning to be certain."""
    refuse_alone: frozenset[str] = frozenset()
    """Word classes that rule it out where none of `context` does."""
    follows: frozenset[str] = frozenset()
    """Word classes of which one must stand before in the sentence."""
    beside: frozenset[str] = frozenset()
    """Word classes by one of which the figure before it in the sentence must be known: 自然人5件、其他2件."""
    before: bool = False
    """Whether only words before the number count."""
    forms: frozenset[str] = frozenset()
    """Form versions; all where empty."""


@dataclass(frozen=True, slots=True)
class Claim:
    """What a statement about all of something means, and by which words that is known."""

    id: str
    part: CellSum
    whole: CellSum
    words: tuple[frozenset[str], ...]
    about: frozenset[str]
    refuse: frozenset[str] = frozenset()
    certain: bool = True


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Everything that is known of the words for figures."""

    words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Classes by word."""
    topics: frozenset[str] = frozenset()
    """The classes that are nouns a figure may be about."""
    lasting: frozenset[str] = frozenset()
    """The topics that clauses without a noun go on to be about for certain."""
    meanings: tuple[Meaning, ...] = ()
    """The first that fits is taken."""
    claims: tuple[Claim, ...] = ()
    refuse: frozenset[str] = frozenset()
    """Word classes that rule out any meaning which does not allow them."""
    inherited: frozenset[str] = frozenset()
    """Verbs that hold for the following clauses of the sentence."""
    kinds: frozenset[str] = frozenset()
    """Classes of words that may close a list of examples: 查封、扣押等行政强制."""
    columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the classes of applicants, their columns, to which outcomes may be narrowed."""
    rows: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Of the classes of suits, their rows."""
