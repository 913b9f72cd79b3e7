"""Regular expressions, compiled once and kept for the next run.

The program has some six hundred. To compile them takes a quarter of a second, to take them from the cache a hundredth: kept is what
regex puts into a pickle, which is plain data, and of which it makes the same pattern again.
"""

import copyreg
import pickle
import sys
from collections.abc import Callable, Iterable
from contextlib import suppress
from functools import cache as once
from typing import Any, AnyStr

import regex

from shenyue import cache

_MOST = 5_000
"""Patterns kept; beyond, only those of the last run."""
_VERSION = f"{regex.__version__} {sys.implementation.cache_tag} {sys.byteorder}".encode()

_Key = tuple[str | bytes, int, tuple[tuple[str, tuple[str, ...]], ...]]
"""Expression, flags, named lists."""
_used: dict[_Key, Any] = {}
_new: set[_Key] = set()


def compiled(expression: AnyStr, flags: int = 0, **lists: Iterable[str]) -> "regex.Pattern[AnyStr]":
    r"""The pattern of an expression of the program or of a rule pack; `lists` as in `\L<name>`. Raises regex.error as regex.compile.

    An expression with words of one report in it is better given to regex.compile: it is of no use to the next run.
    """
    key = (expression, int(flags), tuple((name, tuple(words)) for name, words in lists.items()))
    if key not in _used:
        _used[key] = _restored(key) or _compiled(key)
    pattern: regex.Pattern[AnyStr] = _used[key]
    return pattern


def _compiled(key: _Key) -> Any:
    expression, flags, lists = key
    pattern: Any = regex.compile(expression, flags, **dict[str, Any](lists))
    if not _new:
        cache.save_at_exit("patterns", _VERSION, _pickled)
    _new.add(key)
    return pattern


def _restored(key: _Key) -> Any:
    """None where it is not kept."""
    data = _kept().get(key)
    if data is not None:
        with suppress(Exception):  # whatever regex says of data that is not its own
            return _maker()[0](*data)
    return None


@once
def _kept() -> dict[_Key, Any]:
    """The data of patterns by what they were made of."""
    content = cache.load("patterns", _VERSION)
    if content is not None:
        with suppress(ValueError):
            return dict(cache.unpickled(content, _nothing))
    return {}


def _pickled() -> bytes:
    """What was kept and what is new."""
    known = {key: _maker()[1](pattern) for key, pattern in _used.items() if key in _new}
    kept = {**_kept(), **known}
    if len(kept) > _MOST:
        kept = {key: _kept().get(key) or known[key] for key in _used}
    return pickle.dumps(kept)


@once
def _maker() -> tuple[Callable[..., Any], Callable[[Any], Any]]:
    """What makes a pattern of its data, and what gives the data of a pattern, as regex registers them for pickle."""
    pattern = regex.compile("")
    reduce: Callable[[Any], Any] = copyreg.dispatch_table[type(pattern)]
    make, _ = reduce(pattern)
    return make, lambda one: reduce(one)[1]


def _nothing(module: str, name: str) -> Any:
    raise ValueError(f"{module}.{name}")
