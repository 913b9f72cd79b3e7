"""Words of a Chinese text, for the few rules that need them; nothing is loaded before the first question."""

from functools import lru_cache
from pathlib import Path

from shenyue.chinese.segmenters import Segmenter, segmenter


@lru_cache(maxsize=64)
def words(text: str, lexicon: Path) -> tuple[str, ...]:
    """The words of a text, in order; joined they give the text. `lexicon` adds words to the dictionary, one a line, with a frequency or none."""
    return tuple(_segmenter(lexicon).cut(text))


def starts_word(text: str, offset: int, lexicon: Path) -> bool:
    """Whether a word begins at that offset."""
    position = 0
    for word in words(text, lexicon):
        if position >= offset:
            break
        position += len(word)
    return position == offset


def is_word(text: str, lexicon: Path) -> bool:
    """Whether the dictionary has it, and not only the guess of an unknown word."""
    return _segmenter(lexicon).knows(text)


@lru_cache(maxsize=4)
def _segmenter(lexicon: Path) -> Segmenter:
    return segmenter(lexicon)
