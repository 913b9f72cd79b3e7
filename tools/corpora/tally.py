"""The measure: what was planted and found by rule, what was raised on clean reports, and whether it is good enough."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from shenyue.rules import RulePack
from tools.corpora.planting import faults
from tools.corpora.trials import Seen, Tried

SEVERITIES = ("error", "warning", "info")
TARGETS: Mapping[str, tuple[str, float]] = {
    "found of the faults of error rules on structure and tables": ("at least", 1.0),
    "found of the faults of error rules": ("at least", 0.98),
    "found of the faults of warning rules": ("at least", 0.95),
    "errors on clean reports": ("at most", 0),
    "warnings on clean reports": ("at most", 5),
}
"""What `make corpora` holds the rule pack to."""
_STRUCTURE = ("S", "N", "T", "L505")
"""Beginnings of the ids of rules that leave no room for doubt."""


@dataclass(slots=True)
class RuleTally:
    """One rule's figures."""

    severity: str
    """The rule's own; empty where it is not delivered."""
    planted: int = 0
    found: int = 0
    otherwise: int = 0
    """Found at another severity than expected."""
    alarms: Counter[str] = field(default_factory=Counter)
    """On clean reports, by severity."""
    surplus: int = 0
    """At warning or above in reports with another fault that does not bring it."""


@dataclass(frozen=True, slots=True)
class Tally:
    """The whole measure."""

    clean: int
    faulty: int
    rules: Mapping[str, RuleTally]
    missed: tuple[Tried, ...]
    """Faults of delivered rules that were not found."""
    alarms: tuple[tuple[str, Seen], ...]
    """Errors and warnings on clean reports, with the report's name."""
    surplus: tuple[tuple[str, Seen], ...]

    def results(self) -> dict[str, float]:
        """By the names of `TARGETS`."""
        errors = {name: rule for name, rule in self.rules.items() if rule.severity == "error"}
        structure = [rule for name, rule in errors.items() if name.startswith(_STRUCTURE)]
        warnings = [rule for rule in self.rules.values() if rule.severity == "warning"]
        return {
            "found of the faults of error rules on structure and tables": _recall(structure),
            "found of the faults of error rules": _recall(errors.values()),
            "found of the faults of warning rules": _recall(warnings),
            "errors on clean reports": sum(rule.alarms["error"] for rule in self.rules.values()),
            "warnings on clean reports": sum(rule.alarms["warning"] for rule in self.rules.values()),
        }

    def failures(self) -> list[str]:
        """The targets that are missed."""
        results = self.results()
        return [
            name
            for name, (bound, target) in TARGETS.items()
            if (results[name] < target if bound == "at least" else results[name] > target)
        ]


def tally(tried: Sequence[Tried], pack: RulePack) -> Tally:
    """The measure of a run."""
    delivered = {rule.id: rule.severity.value for rule in pack.rules if not rule.disabled}
    names = sorted({fault["rule"] for fault in faults()} | set(delivered))
    rules = {name: RuleTally(delivered.get(name, "")) for name in names}
    for each in tried:
        _count(each, rules)
    return Tally(
        clean=sum(each.fault is None for each in tried),
        faulty=sum(each.fault is not None for each in tried),
        rules=rules,
        missed=tuple(each for each in tried if each.rule and not each.found and rules[each.rule].severity),
        alarms=tuple(_loud(tried, "alarm")),
        surplus=tuple(_loud(tried, "surplus")),
    )


def _recall(rules: Iterable[RuleTally]) -> float:
    rules = tuple(rules)
    planted = sum(rule.planted for rule in rules)
    return sum(rule.found for rule in rules) / planted if planted else 1.0


def _count(tried: Tried, rules: Mapping[str, RuleTally]) -> None:
    if tried.rule:
        rule = rules[tried.rule]
        rule.planted += 1
        rule.found += tried.found
        expected = tried.expected or rule.severity
        severities = {seen.severity for seen in tried.seen if seen.what == "planted"}
        rule.otherwise += bool(severities) and expected not in severities
    for seen in tried.seen:
        if seen.what == "alarm":
            rules[seen.rule].alarms[seen.severity] += 1
        elif seen.what == "surplus":
            rules[seen.rule].surplus += 1


def _loud(tried: Iterable[Tried], what: str) -> Iterable[tuple[str, Seen]]:
    return (
        (each.name, seen)
        for each in tried
        for seen in each.seen
        if seen.what == what and seen.severity != "info"
    )
