"""The words to look at around a number: those before it, those of a reason before, those behind it."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Clause, Sentence
from shenyue.recognise.prose.counting import SHARES
from shenyue.recognise.prose.surroundings import Surroundings
from shenyue.recognise.prose.tokens import Token, uncovered

_STOPS = "，；：。、,;（(）)"
_LEADS = compiled(r"\s*(?:因|由于|属于|以|鉴于|针对)")
_PARTS = compiled(r"\s*(?:含|包括|包含|其中|另)")
_ALL = compiled(r"[^，。；]{0,4}(?:均|全部|都|皆)")
"""征地类5件（均由自然人提出）: said of those, and no name for them."""
_SAYS_NOTHING = frozenset({"neutral", "this_year", "all"})
_SEPARATORS = compiled(r"[、，]|和|以及")
_EXAMPLE = compiled(r"(?<![另尚还仍共仅只])有$|首$|[一1]人$")
"""有1件申请的答复……: one case is told of, not counted."""


_AMONG = compiled(r"(?:申请|案件|答复)?(?:之?中|里|当中)")
"""17件中自然人9件, 209件答复中: the words further behind tell of a part."""


_NOT_THERE = "不存在"
"""无法提供的，不存在5件: a reason, and no denial."""


class Vicinity(NamedTuple):
    """A sentence with its words; offsets are those of the paragraph."""

    text: str
    """Of the paragraph."""
    tokens: tuple[Token, ...]
    """Of the sentence."""
    sentence: Sentence

    def between(self, start: int, end: int) -> tuple[Token, ...]:
        """The words of a stretch."""
        return tuple(token for token in self.tokens if start <= token.start and token.end <= end)

    def places(
        self, number: int, index: int, start: int, item: tuple[int, int] | None
    ) -> Iterator[Surroundings]:
        """The words to look at, the nearest first: before the number, after it, in the clause before."""
        clause = self.sentence.clauses[number]
        amount = clause.amounts[index]
        if item is not None:
            yield Surroundings(self.text, self.tokens, item[0], item[1], item[1], item[1])
            return
        if clause.bracketed and self.text[clause.start : amount.start].strip() == "":
            yield self._labelled(clause, amount)
            return
        words = self._around_bracket(clause)
        for left in (*self._leads(number, index, start), start):
            yield Surroundings(self.text, words, left, amount.start, amount.end, amount.end)
        whole = _AMONG.match(self.text, amount.end)
        if whole is not None:
            yield Surroundings(self.text, self.tokens, start, amount.start, amount.end, whole.end())
        elif amount.value != 1 or not _EXAMPLE.search(self.text[: amount.start]):
            for right in self._rights(number, index):
                yield Surroundings(self.text, self.tokens, start, amount.start, amount.end, right)
        if index == 0 and self.says_nothing(start, amount.start):
            earlier = self.sentence.clauses[number - 1] if number else None
            if (
                earlier is not None
                and not _counts(earlier)
                and not self._denied(earlier, start, amount.start)
            ):
                yield Surroundings(
                    self.text, self.tokens, earlier.start, amount.start, amount.end, amount.end
                )

    def _labelled(self, clause: Clause, amount: Amount) -> Surroundings:
        """行政执法案卷（22件）: the label stands before the bracket."""
        opened = clause.start - 1
        stop = max(self.text.rfind(sign, self.sentence.start, opened) for sign in _STOPS)
        left = max(stop + 1, self.sentence.start)
        words = (*self.between(left, opened), Token(opened, amount.start, "", frozenset()))
        return Surroundings(self.text, words, left, amount.start, amount.end, amount.end)

    def _around_bracket(self, clause: Clause) -> tuple[Token, ...]:
        """The words without those of a bracket that interrupts the clause: 全年（含上年结转7件）答复173件."""
        opened = max(self.text.rfind(sign, clause.head or 0, clause.start) for sign in "（(")
        if clause.head is None or opened < 0:
            return self.tokens
        outside = [token for token in self.tokens if not opened <= token.start < clause.start]
        return tuple(
            sorted((*outside, Token(opened, clause.start, "", frozenset())), key=lambda one: one.start)
        )

    def _leads(self, number: int, index: int, start: int) -> Iterator[int]:
        lead = _lead(self.text, self.sentence, number) if index == 0 else None
        if lead is not None and lead < start:
            yield lead

    def _rights(self, number: int, index: int) -> Iterator[int]:
        """Where the words after a number may end: with its clause, or with those that follow without numbers."""
        clause = self.sentence.clauses[number]
        if index + 1 < len(clause.amounts):
            yield _break(self.text, clause.amounts[index].end, clause.amounts[index + 1].start)
            return
        yield clause.end
        for following in self.sentence.clauses[number + 1 :]:
            if following.amounts or following.new_group or _PARTS.match(self.text, following.start):
                return
            if following.bracketed and _ALL.match(self.text, following.start):
                return
            yield following.end

    def _denied(self, earlier: Clause, start: int, end: int) -> bool:
        """均无纠正情形，其中5件……: the clause before speaks of something else."""
        denied = any("negate" in token.classes for token in self.between(earlier.start, earlier.end))
        return denied or "其中" in self.text[start:end]

    def says_nothing(self, start: int, end: int) -> bool:
        """无法提供的，共52件: the words stand in the clause before."""
        own = [token for token in self.tokens if start <= token.start and token.end <= end and token.text]
        return all(token.classes <= _SAYS_NOTHING for token in own) and not uncovered(
            self.text, start, end, self.tokens
        )

    def denies(self, start: int, amount: Amount) -> bool:
        """无一件申请结转: the number belongs to the denial."""
        return any(
            token.end == amount.start and "negate" in token.classes and token.text != _NOT_THERE
            for token in self.tokens
            if token.start >= start
        )


def _counts(clause: Clause) -> bool:
    """Whether a number other than a share stands in a clause: 予以公开的占42.9%，为45件."""
    return any(amount.unit not in SHARES for amount in clause.amounts)


def _lead(text: str, sentence: Sentence, number: int) -> int | None:
    """Where the reason begins that stands in a clause of its own: 因属于内部事务信息，不予公开3件."""
    lead = None
    for clause in reversed(sentence.clauses[:number]):
        if clause.amounts:
            break
        if _LEADS.match(text, clause.start):
            lead = clause.start
    return lead


def _break(text: str, start: int, end: int) -> int:
    """Where the words after one number end and those before the next begin."""
    breaks = list(_SEPARATORS.finditer(text, start, end))
    stops = [match for match in breaks if match[0] in _STOPS] or breaks
    return stops[-1].start() if stops else end
