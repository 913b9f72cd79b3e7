"""The words on both sides of a number, and what nobody knows between them and it."""

from dataclasses import dataclass, replace
from functools import cached_property

from shenyue.patterns import compiled
from shenyue.recognise.prose.tokens import Token, uncovered

MODIFIER = 2
"""Characters unknown to the lexicon between verb and number that make it a part of the whole: 受理征地类申请5件."""

_FATES = frozenset({"uphold", "correct", "pending", "other_result"})
_NEXT_STOP = compiled(r"[，。；、：,;]|\d")


@dataclass(frozen=True)
class Surroundings:
    """The words on both sides of a number, or of a denying word; without slots, so that they are sought once for all meanings."""

    text: str
    tokens: tuple[Token, ...]
    """Of the whole paragraph."""
    start: int
    """Where the words before it begin."""
    at: int
    """Where the number begins."""
    after: int
    """Where it ends."""
    end: int
    """Where the words after it end; equal to `after` where they do not count."""

    def without(self, word: Token) -> "Surroundings":
        """With a word that says nothing."""
        blank = Token(word.start, word.end, word.text, frozenset())
        tokens = tuple(blank if token == word else token for token in self.tokens)
        return replace(self, tokens=tokens)

    @cached_property
    def head(self) -> Token | None:
        """The word right behind the number: 3件行政规范性文件."""
        at = self.after + (self.text[self.after : self.after + 1] == "的")
        return next((token for token in self.tokens if token.start == at and token.text), None)

    def head_tells(self, classes: frozenset[str]) -> bool:
        """复议案件尚有1件未审结: the word right behind the number, and no further number's, says more than those before it."""
        if self.end > self.after or self.head is None or not self.head.classes & classes & _FATES:
            return False
        stop = _NEXT_STOP.search(self.text, self.head.end)
        return stop is None or not stop[0].isdigit()

    @cached_property
    def before_tokens(self) -> tuple[Token, ...]:
        """The words before the number."""
        return tuple(token for token in self.tokens if self.start <= token.start and token.end <= self.at)

    @cached_property
    def after_tokens(self) -> tuple[Token, ...]:
        """The words after the number."""
        return tuple(token for token in self.tokens if self.after <= token.start and token.end <= self.end)


def residue(around: Surroundings, used: list[Token], *, denied: bool) -> str | None:
    """What nobody knows between the words and the number; None where it makes the number one of a part."""
    if denied:
        unknown = uncovered(around.text, around.after, around.end, around.tokens)
        return unknown if len(unknown) < MODIFIER else None
    first = min((token.start for token in used), default=around.at)
    before = uncovered(around.text, min(first, around.at), around.at, around.tokens)
    modified = around.end == around.after and _is_modified(around, first)
    if len(before) >= MODIFIER or modified:
        return None
    last = max((token.end for token in used), default=around.after)
    if around.end > around.after and _is_part(around):
        if around.head is None:
            return None
        before += "的"  # 不适应需要的3件行政规范性文件予以废止: all of them, or some
    return before + uncovered(around.text, around.after, max(last, around.after), around.tokens)


def _is_part(around: Surroundings) -> bool:
    """Whether unknown words with 的 say which the number is of: 涉及某某事项的1件不予公开."""
    unknown = compiled(r"\p{Han}").findall(uncovered(around.text, around.start, around.at, around.tokens))
    return around.text[: around.at].rstrip().endswith("的") and len(unknown) >= MODIFIER


def _is_modified(around: Surroundings, first: int) -> bool:
    """Whether unknown words with 的 or 类 stand before its own: 涉及征地拆迁的申请共受理5件."""
    for token in around.before_tokens:
        names = token.text.startswith("的") or token.text == "类"
        if token.start < first and names and token.start > around.start:
            unknown = uncovered(
                around.text, max(around.start, token.start - MODIFIER), token.start, around.tokens
            )
            if len(unknown) >= MODIFIER:
                return True
    return False
