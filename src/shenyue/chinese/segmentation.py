"""Words of a Chinese text (jieba), for the few rules that need them; nothing is loaded before the first question.

jieba's own cache lies in the shared temporary directory and is read without a look at who wrote it, so it is neither read nor
written here: the dictionary is kept in the user's cache directory, as plain words and numbers with a checksum.
"""

import logging
import sys
import warnings
from functools import lru_cache
from pathlib import Path
from typing import Any

from shenyue.chinese.word_cache import Dictionary, cached

_USUAL_FREQUENCY = 2000
"""Of a word of our own that names none: common enough to hold together."""


@lru_cache(maxsize=64)
def words(text: str, lexicon: Path) -> tuple[str, ...]:
    """The words of a text, in order; joined they give the text. `lexicon` adds words to jieba's, one a line, with a frequency or none."""
    return tuple(_tokenizer(lexicon).cut(text))


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
    return bool(_tokenizer(lexicon).FREQ.get(text))


@lru_cache(maxsize=4)
def _tokenizer(lexicon: Path) -> Any:
    jieba = _jieba()
    own = lexicon.read_bytes()
    tokenizer = jieba.Tokenizer()
    dictionary = cached(f"jieba {jieba.__version__}".encode() + own, lambda: _build(tokenizer, own.decode()))
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dictionary.frequencies, dictionary.total, True
    return tokenizer


def _jieba() -> Any:
    """The module, imported without the warnings of its old regular expressions."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        import jieba  # noqa: PLC0415 - loaded only when a rule asks for words
    jieba.setLogLevel(logging.CRITICAL)
    return jieba


def _build(tokenizer: Any, own: str) -> Dictionary:
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    for line in own.splitlines():
        word, _, frequency = line.partition("#")[0].strip().partition(" ")
        if word:
            total += _add(frequencies, word, int(frequency or _USUAL_FREQUENCY))
    return Dictionary(frequencies, total)


def _add(frequencies: dict[str, int], word: str, frequency: int) -> int:
    """Add a word with its beginnings, as jieba does; by how much the total grows."""
    before = frequencies.get(word, 0)
    frequencies[sys.intern(word)] = frequency
    for end in range(1, len(word)):
        frequencies.setdefault(word[:end], 0)
    return frequency - before
