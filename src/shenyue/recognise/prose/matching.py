"""Words around a figure held against the meanings of the lexicon: the first that fits is taken, with how certain it is."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shenyue.patterns import compiled
from shenyue.recognise.prose.context import RESPONDENT, Context, classes_of, topics_of
from shenyue.recognise.prose.examples import EXEMPLIFIED
from shenyue.recognise.prose.lexicon import Bare, Lexicon, Meaning
from shenyue.recognise.prose.surroundings import MODIFIER, Surroundings, residue
from shenyue.recognise.prose.tokens import LAST_YEAR, THIS_YEAR, Token, uncovered

_OTHER_DEED = "other_deed"
_NEXT_STOP = compiled(r"[，。；、：,;]|\d")
_INTO_AFTER = frozenset({"exclude", "others", "cumulative"})
"""Classes that rule a meaning out even where they stand after the number."""


class Match(NamedTuple):
    """A meaning that fits."""

    meaning: Meaning
    certain: bool
    start: int
    """Where its words begin."""
    end: int
    words: frozenset[str] = frozenset()
    """The word classes by which it is known."""


class Matcher(NamedTuple):
    """The lexicon at work for one report."""

    lexicon: Lexicon
    form: str

    def match(self, places: Sequence[Surroundings], context: Context, unit: str | None) -> Match | None:
        """What the number means, by the words of the first place that tells; `unit` None for a denial.

        A meaning that is doubtful in itself is taken only where no place tells a better one.
        """
        worded = [self._worded(around, context, unit) for around in places]
        for doubtful in (False, True):
            for around, (classes, meanings) in zip(places, worded, strict=True):
                for meaning, needed in meanings:
                    if meaning.certain is doubtful:
                        continue
                    found = self._fits(meaning, needed, classes, around, context, denied=unit is None)
                    if found is not None:
                        return found
        return None

    def siblings(self, meaning: Meaning) -> set[str]:
        """The word classes by which other rows or columns of the same table are told."""
        others = (
            one
            for one in self.lexicon.meanings
            if one.cells.table == meaning.cells.table and one.cells != meaning.cells
        )
        found = {name for one in others for words in one.words for name in words}
        return found - {name for words in meaning.words for name in words} - self.lexicon.topics

    def _worded(
        self, around: Surroundings, context: Context, unit: str | None
    ) -> tuple[set[str], list[tuple[Meaning, frozenset[str]]]]:
        """The classes of the words of a place, and the meanings whose words stand there, with those words."""
        classes = self._classes(around, context, denied=unit is None)
        stated = (
            classes if not context.last_year else classes - {LAST_YEAR} | classes_of(around.before_tokens)
        )
        first = (
            (one, next((words for words in one.words if words <= stated), None))
            for one in self._candidates(unit)
        )
        return classes, [(meaning, words) for meaning, words in first if words is not None]

    def _candidates(self, unit: str | None) -> Iterator[Meaning]:
        for meaning in self.lexicon.meanings:
            right_form = not meaning.forms or self.form in meaning.forms
            if right_form and (meaning.denied if unit is None else meaning.stated and unit in meaning.units):
                yield meaning

    def _fits(
        self,
        meaning: Meaning,
        needed: frozenset[str],
        classes: set[str],
        around: Surroundings,
        context: Context,
        *,
        denied: bool,
    ) -> Match | None:
        before, after = around.before_tokens, around.after_tokens
        topic = self._topic(meaning, needed, around, context, denied=denied)
        if (
            topic is None
            or context.strangers
            or around.head_tells(meaning.refuse - needed)
            or not _in_its_place(meaning, context)
        ):
            return None
        if self._ruled_out(meaning, needed, before, after, classes, denied=denied):
            return None
        used = _used(needed, before, after, denied=denied) or self._nouns(
            meaning, (*before, *after) if denied else before
        )
        if not denied and _negated(used, around.tokens):
            return None
        unknown = residue(around, self._verbs(used), denied=denied)
        at_home = not meaning.context or bool(meaning.context & (context.classes | classes))
        alone = not at_home and classes & meaning.refuse_alone and RESPONDENT not in classes
        if unknown is None or alone or not _needs_both_sides(meaning, around, used):
            return None
        start = min((token.start for token in used), default=around.at)
        end = max((token.end for token in used), default=around.at)
        doubt = unknown or not at_home or EXEMPLIFIED in classes
        return Match(meaning, meaning.certain and topic and not doubt, start, end, needed)

    def _nouns(self, meaning: Meaning, words: tuple[Token, ...]) -> list[Token]:
        """The noun alone, where the verb stands in a clause before."""
        return [token for token in words if token.classes & meaning.about][-1:]

    def _verbs(self, used: list[Token]) -> list[Token]:
        """Without the nouns that only say what matter it is, where there is more."""
        return [token for token in used if not token.classes & self.lexicon.topics] or used

    def _classes(self, around: Surroundings, context: Context, *, denied: bool) -> set[str]:
        before, after = around.before_tokens, around.after_tokens
        if denied:
            times = classes_of(before) & {LAST_YEAR, THIS_YEAR, "next_year", "year_end", "part_year"}
            classes = classes_of(after) | times
        else:
            classes = classes_of((*before, *after))
        if context.verbs and self._inherits(around, classes):
            classes |= context.verbs & self.lexicon.inherited
        if context.last_year and THIS_YEAR not in classes:
            classes.add(LAST_YEAR)
        return classes

    def _inherits(self, around: Surroundings, classes: set[str]) -> bool:
        """Whether the verb of an earlier clause holds on: there is no other, and no unknown words that may be one."""
        behind = self._behind(around)
        if (classes | behind) & self.lexicon.inherited or _OTHER_DEED in behind:
            return False
        return len(uncovered(around.text, around.start, around.at, around.tokens)) < MODIFIER

    def _behind(self, around: Surroundings) -> set[str]:
        """The classes of the words between the number and the next stop: 19件继续有效."""
        stop = _NEXT_STOP.search(around.text, around.after)
        end = stop.start() if stop else len(around.text)
        return classes_of(one for one in around.tokens if around.after <= one.start and one.end <= end)

    def _ruled_out(
        self,
        meaning: Meaning,
        needed: frozenset[str],
        before: tuple[Token, ...],
        after: tuple[Token, ...],
        classes: set[str],
        *,
        denied: bool,
    ) -> bool:
        last = max((at for at, token in enumerate(after) if token.classes & needed), default=-1)
        against = classes_of((*before, *after[: last + 1])) | (classes_of(after) & _INTO_AFTER)
        against |= classes & {LAST_YEAR}
        if denied:
            against |= classes_of(after)
        barred = (against & self.lexicon.refuse) - meaning.allow - needed
        if "all_channels" in classes:
            barred -= {"channel"}
        return bool(barred or (classes & meaning.refuse) - needed)

    def _topic(
        self,
        meaning: Meaning,
        needed: frozenset[str],
        around: Surroundings,
        context: Context,
        *,
        denied: bool,
    ) -> bool | None:
        """Whether it is certain that the figure is about the meaning's matter; None where it is about another."""
        own = (
            needed if meaning.follows else frozenset()
        )  # 不予处理15件，投诉举报10件: no matter of its own there
        before, after = (
            topics_of((token for token in tokens if not token.classes & own), self.lexicon)
            for tokens in (around.before_tokens, around.after_tokens)
        )
        head = topics_of((around.head,), self.lexicon) if around.head and not denied else []
        named = (after[-1:] or before[-1:]) if denied else (before[-1:] or head or after[:1])
        if head and head[0] not in meaning.about:
            return None
        if named:
            return True if named[0] in meaning.about else None
        return self._inherited(meaning, context)

    def _inherited(self, meaning: Meaning, context: Context) -> bool | None:
        """As `_topic`, of what has no noun of its own."""
        if context.mixed & meaning.about:
            return None
        if context.topic in meaning.about:
            return context.sure and context.topic in self.lexicon.lasting
        if context.topic:
            elsewhere = context.topic in self.lexicon.lasting and context.topic in context.said
            told = meaning.bare is Bare.SURE and meaning.about & context.seen and not elsewhere
            return False if told else None
        return {Bare.SURE: True, Bare.UNSURE: False, Bare.NO: None}[meaning.bare]


def _in_its_place(meaning: Meaning, context: Context) -> bool:
    """Whether the sentence said before it what it needs."""
    followed = not meaning.follows or meaning.follows & context.said
    return bool(followed) and (not meaning.beside or bool(meaning.beside & context.previous))


def _needs_both_sides(meaning: Meaning, around: Surroundings, used: list[Token]) -> bool:
    """Where the words behind the number are looked at, one of them must be needed."""
    behind = any(token.start >= around.after for token in used)
    return around.end == around.after or (behind and not meaning.before)


def _used(
    needed: frozenset[str], before: tuple[Token, ...], after: tuple[Token, ...], *, denied: bool
) -> list[Token]:
    """The words by which the meaning is known: of each class the nearest."""
    order = [*after, *reversed(before)] if denied else [*reversed(before), *after]
    used = [next((token for token in order if name in token.classes), None) for name in needed]
    return [token for token in used if token is not None]


def _negated(used: list[Token], tokens: tuple[Token, ...]) -> bool:
    """未收到的3件: the number is of what was not done."""
    denials = {token.end for token in tokens if "negate" in token.classes}
    return any(token.start in denials for token in used)
