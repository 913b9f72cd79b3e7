"""The words of the conversation, from the TOML files beside this module: compiled once, at the first question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex
import tomli

Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Cue:
    """One way to tell an intent; of those that fit, the first in the file decides."""

    intent: str
    needed: tuple[tuple[str, ...], ...]
    """Each a choice of features, of which one must be there."""
    refused: tuple[tuple[str, ...], ...]
    """Each a set of features that must not all be there."""

    def fits(self, features: frozenset[str]) -> bool:
        """Whether the features allow it."""
        return all(not features.isdisjoint(choice) for choice in self.needed) and not any(
            features.issuperset(together) for together in self.refused
        )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes by name, as patterns."""

    words: Mapping[str, Pattern]
    core: Mapping[str, Pattern]
    filler: Pattern
    plain: Pattern
    cues: tuple[Cue, ...]


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    content = read("lexicon")
    parts = content["parts"]
    return Lexicon(
        words={name: either(words, parts) for name, words in content["words"].items()},
        core={name: either(words, parts) for name, words in content["core"].items()},
        filler=either(content["filler"]["words"], parts),
        plain=either(content["filler"]["plain"], parts),
        cues=tuple(_cue(entry) for entry in read("cues")["cue"]),
    )


def read(name: str) -> dict[str, Any]:
    """A TOML file of this package."""
    return tomli.loads(files("shenyue.chat").joinpath(f"{name}.toml").read_text("utf-8"))


def either(words: Iterable[str], parts: Mapping[str, str] | None = None) -> Pattern:
    """A pattern that any of the words matches; {name} stands for a part."""
    text = "|".join(words)
    for name, part in (parts or {}).items():
        text = text.replace(f"{{{name}}}", part)
    return regex.compile(text, regex.IGNORECASE)


def _cue(entry: Mapping[str, Any]) -> Cue:
    return Cue(
        intent=entry["intent"],
        needed=tuple(tuple(choice.split("|")) for choice in entry["all"]),
        refused=tuple(tuple(together.split("+")) for together in entry.get("none", ())),
    )
