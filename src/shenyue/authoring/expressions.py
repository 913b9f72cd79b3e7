"""The expressions and words of a rule, by the key that holds each: what lint and probes look at."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from shenyue.checks.language.expressions import Expression, expression, is_expression
from shenyue.rules import Rule

_BARE = {"pattern": ("patterns", "weak"), "placeholders": ("patterns", "residue")}
"""Kinds whose parameters hold expressions without slashes."""
_MIXED = {
    "terms": ("terms", "weak"),
    "set_phrases": ("terms",),
    "forbidden_text": ("texts",),
    "required_text": ("texts",),
}
"""Kinds whose parameters hold words, or expressions between slashes."""
_ARROW = "→"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One expression of a rule, or one plain word."""

    key: str
    """check.terms.3"""
    entry: str
    """As the file has it."""
    source: str
    """As an expression."""
    right: str = ""
    """What it should be replaced by, where the entry says so."""

    @property
    def expression(self) -> Expression:
        """Made ready."""
        return expression(self.source)


def wanted(rule: Rule) -> Iterator[Wanted]:
    """What the rule looks for, without what it forgives."""
    for name in _BARE.get(rule.kind, ()):
        for number, entry in enumerate(_texts(rule, name)):
            yield Wanted(f"check.{name}.{number}", entry, entry)
    for name in _MIXED.get(rule.kind, ()):
        for number, entry in enumerate(_texts(rule, name)):
            wrong, _, right = entry.rpartition(_ARROW) if _ARROW in entry else (entry, "", "")
            source = wrong.strip()
            source = source[1:-1] if is_expression(source) else regex.escape(source)
            yield Wanted(f"check.{name}.{number}", entry, source, right.strip())


def innocent(rule: Rule) -> tuple[str, ...]:
    """What it forgives."""
    return _texts(rule, "innocent")


def _texts(rule: Rule, name: str) -> tuple[str, ...]:
    given = rule.parameters.get(name, ())
    return tuple(one for one in given if isinstance(one, str)) if isinstance(given, tuple) else ()
