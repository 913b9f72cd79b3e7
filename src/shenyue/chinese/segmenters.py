"""The two programs that cut a text into words, behind one face: jieba, and rjieba where it is installed (the same Chinese words, in a fraction of the time).

jieba's own cache lies in the shared temporary directory and is read without a look at who wrote it, so it is neither read nor
written here: the dictionary is kept in the user's cache directory, as plain words and numbers with a checksum.
"""

import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, NamedTuple

from shenyue.chinese.word_cache import Dictionary, cached

_USUAL_FREQUENCY = 2000
"""Of a word of our own that names none: common enough to hold together."""


class Segmenter(NamedTuple):
    """One of the two, with its dictionary."""

    cut: Callable[[str], Sequence[str]]
    """The words of a text in order; joined they give the text."""
    knows: Callable[[str], bool]
    """Whether the dictionary has the word."""


def segmenter(lexicon: Path) -> Segmenter:
    """The faster one that is installed; `lexicon` adds words, one a line, with a frequency or none."""
    return with_rjieba(lexicon) if find_spec("rjieba") else with_jieba(lexicon)


def with_rjieba(lexicon: Path) -> Segmenter:
    """The one in Rust: its dictionary is part of it, so there is nothing to cache; one of its own would have to be read a second time."""
    tokenizer = import_module("rjieba")
    for word, frequency in _own_words(lexicon.read_text("utf-8")):
        tokenizer.add_word(word, frequency, None)
    return Segmenter(tokenizer.cut, tokenizer.has_word)


def with_jieba(lexicon: Path) -> Segmenter:
    """The one in Python, always there."""
    jieba = _jieba()
    own = lexicon.read_bytes()
    tokenizer = jieba.Tokenizer()
    dictionary = cached(f"jieba {jieba.__version__}".encode() + own, lambda: _build(tokenizer, own.decode()))
    tokenizer.FREQ, tokenizer.total, tokenizer.initialized = dictionary.frequencies, dictionary.total, True
    return Segmenter(tokenizer.lcut, lambda word: bool(dictionary.frequencies.get(word)))


def _jieba() -> Any:
    """The module, imported without the warnings of its old regular expressions."""
    import logging  # noqa: PLC0415 - slow to load, and not needed where the other one is there

    with warnings.catch_warnings(), _without("pkg_resources"):
        warnings.simplefilter("ignore")
        jieba = import_module("jieba")
    jieba.setLogLevel(logging.CRITICAL)
    return jieba


@contextmanager
def _without(name: str) -> Iterator[None]:
    """A module out of sight: jieba finds its files without pkg_resources as well, which is slow to import and deprecated."""
    if name in sys.modules:
        yield
        return
    sys.modules[name] = None  # type: ignore[assignment]  # what the import system takes for "not there"
    try:
        yield
    finally:
        del sys.modules[name]


def _build(tokenizer: Any, own: str) -> Dictionary:
    frequencies, total = tokenizer.gen_pfdict(tokenizer.get_dict_file())
    for word, frequency in _own_words(own):
        total += _add(frequencies, word, frequency)
    return Dictionary(frequencies, total)


def _own_words(lexicon: str) -> Iterator[tuple[str, int]]:
    for line in lexicon.splitlines():
        word, _, frequency = line.partition("#")[0].strip().partition(" ")
        if word:
            yield word, int(frequency or _USUAL_FREQUENCY)


def _add(frequencies: dict[str, int], word: str, frequency: int) -> int:
    """Add a word with its beginnings, as jieba does; by how much the total grows."""
    before = frequencies.get(word, 0)
    frequencies[sys.intern(word)] = frequency
    for end in range(1, len(word)):
        frequencies.setdefault(word[:end], 0)
    return frequency - before
