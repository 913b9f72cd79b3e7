"""The words of the conversation, from the TOML files beside this module: compiled once, at the first question."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

import regex
import tomli

from shenyue.patterns import compiled

Pattern = regex.Pattern[str]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Word classes by name, as patterns."""

    words: Mapping[str, Pattern]
    core: Mapping[str, Pattern]
    orders: Mapping[str, Pattern]
    scopes: Mapping[str, Pattern]
    apart: Mapping[str, Pattern]
    filler: Pattern
    plain: Pattern


@cache
def lexicon() -> Lexicon:
    """The shipped lexicon."""
    content = read("lexicon")
    parts = content["parts"]
    return Lexicon(
        words={name: either(words, parts) for name, words in content["words"].items()},
        core={name: either(words, parts) for name, words in content["core"].items()},
        orders={name: either(words, parts) for name, words in content["orders"].items()},
        scopes={name: either(words, parts) for name, words in content["scopes"].items()},
        apart={name: either(words, parts) for name, words in content["apart"].items()},
        filler=either(content["filler"]["words"], parts),
        plain=either(content["filler"]["plain"], parts),
    )


def read(name: str) -> dict[str, Any]:
    """A TOML file of this package."""
    return tomli.loads(files("shenyue.chat").joinpath(f"{name}.toml").read_text("utf-8"))


def either(words: Iterable[str], parts: Mapping[str, str] | None = None) -> Pattern:
    """A pattern that any of the words matches; {name} stands for a part."""
    text = "|".join(words)
    for name, part in (parts or {}).items():
        text = text.replace(f"{{{name}}}", part)
    return compiled(text, regex.IGNORECASE)
