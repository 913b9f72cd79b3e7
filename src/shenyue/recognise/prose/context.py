"""What the text before a clause has settled: what matter it is about, which year, whose cases."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.recognise.prose.lexicon import Lexicon
from shenyue.recognise.prose.tokens import FOREIGN, LAST_YEAR, OWN, THIS_YEAR, Token

RESPONDENT = "respondent"
"""Words that make a dispute one against the unit itself, or another's: 收到以我局为被申请人的行政复议3件."""


def classes_of(tokens: Iterable[Token]) -> set[str]:
    """All classes of some words."""
    return {one for token in tokens for one in token.classes}


def topics_of(tokens: Iterable[Token], lexicon: Lexicon) -> list[str]:
    """The topics named, in order."""
    return [one for token in tokens for one in sorted(token.classes & lexicon.topics)]


class Aside(NamedTuple):
    """What held before a bracket, and holds again behind it: 受理122件（上一年度113件）；自然人112件."""

    topic: str
    sure: bool
    last_year: bool
    verbs: set[str]
    previous: frozenset[str]
    strangers: bool


@dataclass(slots=True)
class Context:
    """What the text before a clause has settled."""

    topic: str = ""
    """The class of the last noun; foreign where it is none of ours, empty where nothing was said."""
    home: str = ""
    """The lasting topic of the headings."""
    disputes: bool = False
    """It stands in the part about reviews and suits."""
    sure: bool = True
    """False where only the part of the report suggests the topic."""
    seen: set[str] = field(default_factory=set)
    """All topics of the paragraph and its headings."""
    last_year: bool = False
    """The sentence is about the year before."""
    verbs: set[str] = field(default_factory=set)
    """Verbs of the sentence that hold on."""
    mixed: set[str] = field(default_factory=set)
    """Topics between which a clause without a noun cannot choose: 行政复议3件、行政诉讼2件，维持4件."""
    classes: set[str] = field(default_factory=set)
    """All word classes of the paragraph so far and of its headings."""
    lead: frozenset[str] = frozenset()
    """The word classes of the line that introduces the paragraph: 答复结果如下："""
    said: set[str] = field(default_factory=set)
    """All word classes of the sentence so far."""
    previous: frozenset[str] = frozenset()
    """The word classes by which the last figure of the sentence was known."""
    strangers: bool = False
    """The sentence is about other units, or about other cases than these."""

    def take(self, words: tuple[Token, ...], lexicon: Lexicon) -> list[str]:
        """Settle what some words say; their topics."""
        topics = topics_of(words, lexicon)
        if topics:
            self.topic, self.sure = topics[-1], True
            self.seen.update(topics)
        classes = classes_of(words)
        self.classes |= classes
        self.said |= classes
        if classes & lexicon.inherited:
            self.verbs = classes & lexicon.inherited
        if classes & {"others", "other_cases"}:
            self.strangers = True
        elif OWN in classes:
            self.strangers = False
        if LAST_YEAR in classes and not classes & {"carry", "compare", "unfinished"}:
            self.last_year = True
        elif THIS_YEAR in classes:
            self.last_year = False
        return topics

    def wander(self, lexicon: Lexicon, *, cases: bool) -> None:
        """After a number of nobody knows what: those that follow are of another matter, or are less certain where the heading says what they are of."""
        kept = self.topic in lexicon.lasting and cases
        self.topic = self.topic if kept else self.home or FOREIGN
        self.sure = False

    def aside(self) -> Aside:
        """What a bracket must not change."""
        return Aside(self.topic, self.sure, self.last_year, self.verbs, self.previous, self.strangers)

    def resume(self, before: Aside) -> None:
        """Behind the bracket."""
        self.topic, self.sure, self.last_year, self.verbs, self.previous, strangers = before
        self.strangers = strangers or (self.strangers and RESPONDENT in self.said)

    def begin(self, *, goes_on: bool) -> None:
        """A sentence begins; one with 其中 goes on with what the last one said."""
        self.last_year = self.strangers = False
        self.verbs = set()
        if not goes_on:
            self.said, self.previous = set(self.lead), frozenset()
