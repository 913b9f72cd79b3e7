"""The words around a stretch of text: asked only where a rule's own lists leave a doubt, for the dictionary is slow to load."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.chinese.segmentation import is_word, words
from shenyue.model import Span
from shenyue.shipped import shipped

_MARKS = "\n，。；：、！？（）《》“”,.;:()"
_REACH = 24
"""Characters before and after that are cut into words."""


class Word(NamedTuple):
    """A word on the ruler of the text."""

    text: str
    span: Span

    @property
    def known(self) -> bool:
        """Whether the dictionary has it, and it is not only a guess."""
        return is_word(self.text, shipped("corpora", "lexicon", "words.txt"))


def words_around(text: str, span: Span) -> tuple[Word, ...]:
    """The words of the clause that holds a span, not far around."""
    begin, end = _clause(text, span)
    return tuple(_placed(words(text[begin:end], shipped("corpora", "lexicon", "words.txt")), begin))


def cuts_words(text: str, span: Span) -> bool:
    """Whether a span begins or ends inside a word that reaches beyond it: 知已 in 通知已转发."""
    return any(
        word.known and (word.span.start < at < word.span.end)
        for word in words_around(text, span)
        for at in (span.start, span.end)
    )


def _placed(found: tuple[str, ...], begin: int) -> Iterator[Word]:
    for text in found:
        yield Word(text, Span(begin, begin + len(text)))
        begin += len(text)


def _clause(text: str, span: Span) -> tuple[int, int]:
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    begin = span.start - len(before) + max(before.rfind(mark) for mark in _MARKS) + 1
    ends = [at for mark in _MARKS if (at := after.find(mark)) >= 0]
    return begin, span.end + min(ends, default=len(after))
