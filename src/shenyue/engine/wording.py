"""A hit in the rule's words: which face of the rule speaks, how gravely, and with the hit's values in its sentences."""

from dataclasses import dataclass

from shenyue.findings import Hit, Severity
from shenyue.rules import Rule, Variant

_SILENT = Variant()


@dataclass(frozen=True, slots=True)
class Wording:
    """What a finding says."""

    severity: Severity
    message: str
    suggestion: str


def wording_of(rule: Rule, hit: Hit, quote: str) -> Wording:
    """The texts of the rule for a hit: `[variant.unsure]` for one that is not certain, before the variant that it names.

    Raises KeyError where a text names a value that the hit does not bring.
    """
    named = rule.variants.get(hit.variant, _SILENT)
    unsure = _SILENT if hit.certain else rule.variants.get("unsure", _SILENT)
    values = {**hit.values, "quote": quote}
    return Wording(
        severity=_severity(hit, unsure.severity or named.severity or rule.severity),
        message=(unsure.message or named.message or rule.message).format_map(values),
        suggestion=(unsure.suggestion or named.suggestion or rule.suggestion).format_map(values),
    )


def _severity(hit: Hit, severity: Severity) -> Severity:
    """What is not certain is never an error."""
    return Severity.WARNING if not hit.certain and severity is Severity.ERROR else severity
