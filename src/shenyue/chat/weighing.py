"""Which intent the marks of a question speak for most.

A mark is a word class of the lexicon, something named, or two or three syllables that stand together; how much each speaks for an intent
was counted from the practice utterances (tools/chat/learning.py, docs/decisions). Whole numbers, added up: the same words always get the same answer.
"""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from shenyue.chat.replies import Intent
from shenyue.chat.sounding import syllables

_EDGE = "·"
_LONGEST = 3


@dataclass(frozen=True, slots=True)
class Weights:
    """What was counted."""

    intents: tuple[Intent, ...]
    of: Mapping[str, Mapping[str, int]]
    """By mark, by intent."""
    caution: int
    """By how much an intent must outweigh that nothing can be answered."""


@cache
def weights() -> Weights:
    """The shipped weights."""
    content = json.loads(files("shenyue.chat").joinpath("weights.json").read_text("utf-8"))
    return Weights(
        tuple(Intent(name) for name in content["intents"]),
        content["of"],
        content["caution"],
    )


def heaviest(marks: Iterable[str], barred: Collection[Intent] = ()) -> Intent:
    """The intent that the marks speak for most, of those not barred; unanswerable in doubt."""
    known = weights()
    totals: dict[str, int] = dict.fromkeys(known.intents, 0)
    for mark in marks:
        for intent, weight in known.of.get(mark, {}).items():
            totals[intent] += weight
    totals[Intent.UNANSWERABLE] += known.caution
    return Intent(max((one for one in totals if one not in barred), key=lambda intent: totals[intent]))


def ever_heard(said: str) -> bool:
    """Whether any two syllables that stand together in a folded text were counted."""
    sounds = syllables(said)
    return any(f"{one} {other}" in weights().of for one, other in pairwise(sounds))


def marks(said: str, features: Iterable[str]) -> Iterator[str]:
    """The marks of a folded text without the names in it."""
    yield from features
    sounds = (_EDGE, *syllables(said), _EDGE)
    for length in range(1, _LONGEST + 1):
        yield from (" ".join(sounds[at : at + length]) for at in range(len(sounds) - length + 1))
