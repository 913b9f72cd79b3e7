"""jieba's dictionary in the user's cache directory: plain words and numbers, nothing that could be run."""

import struct
import sys
from array import array
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from operator import methodcaller
from typing import NamedTuple

from shenyue import cache

_HEAD = struct.Struct("<QI")


class Dictionary(NamedTuple):
    """What jieba knows of words."""

    frequencies: dict[str, int]
    """0 for the mere beginning of a word."""
    total: int
    """As jieba counts it, which is not the sum (some words stand twice in its list)."""


def cached(key: bytes, build: Callable[[], Dictionary]) -> Dictionary:
    """The dictionary kept under that key; built, and kept for the next run, where there is none that can be trusted."""
    content = cache.load("words", key)
    if content is not None:
        with suppress(ValueError, struct.error):
            return _unpacked(content)
    dictionary = build()
    cache.save("words", key, _packed(dictionary))
    return dictionary


def _packed(dictionary: Dictionary) -> bytes:
    numbers = array("i", dictionary.frequencies.values())
    if sys.byteorder == "big":
        numbers.byteswap()
    return (
        _HEAD.pack(dictionary.total, len(numbers))
        + numbers.tobytes()
        + "\n".join(dictionary.frequencies).encode()
    )


def _unpacked(content: memoryview) -> Dictionary:
    total, count = _HEAD.unpack_from(content)
    numbers = array("i")
    split = _HEAD.size + count * numbers.itemsize
    numbers.frombytes(content[_HEAD.size : split])
    if sys.byteorder == "big":
        numbers.byteswap()
    words = TextIOWrapper(BytesIO(content[split:]), "utf-8", newline="\n")
    return Dictionary(dict(zip(map(methodcaller("removesuffix", "\n"), words), numbers, strict=True)), total)
