"""What rule authors are told of kinds and keys: rules/reference.toml, in Chinese."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

import tomli

from shenyue.shipped import shipped


@dataclass(frozen=True, slots=True)
class KindHelp:
    """A check as a rule author sees it; everything in Chinese."""

    name: str
    title: str
    says: str
    author: bool
    """Whether it is meant for the rules of districts; each of these has a model rule in rules/templates."""
    parameters: Mapping[str, str] = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)
    """What a message may name in braces; only of those for authors."""
    variants: Mapping[str, str] = field(default_factory=dict)


@cache
def kinds() -> Mapping[str, KindHelp]:
    """Every kind by name, those for authors first."""
    return {name: _kind(name, entry) for name, entry in _content()["kinds"].items()}


@cache
def keys(table: str) -> Mapping[str, str]:
    """What the keys of a table of rule or pack files mean: rule, basis, variant, applies, example, flag, check, pack, override, disable."""
    told: Mapping[str, str] = _content()["keys"].get(table, {})
    return told


def template(kind: str) -> str:
    """The model rule of a kind for authors, as it stands in its file."""
    return shipped("rules", "templates", f"{kind}.toml").read_text("utf-8")


@cache
def _content() -> Mapping[str, Any]:
    return tomli.loads(shipped("rules", "reference.toml").read_text("utf-8"))


def _kind(name: str, entry: Mapping[str, Any]) -> KindHelp:
    return KindHelp(
        name,
        entry["title"],
        entry["says"],
        entry.get("author", False),
        entry.get("parameters", {}),
        entry.get("values", {}),
        entry.get("variants", {}),
    )
