"""What must not stand in a report, as regular expressions of the rule file: half-width marks, doubled marks, personal numbers."""

from collections.abc import Iterator, Mapping

from shenyue.checks.language.expressions import (
    TOO_SLOW,
    TooSlow,
    complaint,
    expression,
    search,
    words_and_expressions,
)
from shenyue.checks.language.places import KEYS, Per, grouped, values_of
from shenyue.checks.language.wording_text import Scope, wording_text
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.report import Report

PATTERN_VALUES = frozenset({"text", "texts", "count", "places"})
PATTERN_VARIANTS = frozenset({"weak"})


def pattern(
    report: Report,
    *,
    patterns: tuple[str, ...],
    weak: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    scope: Scope = "text",
    parts: tuple[int, ...] = (),
    per: Per = "text",
) -> Iterator[Outcome]:
    """No match of the expressions stands in the wording.

    `patterns`: regular expressions; a group named `mark` is what a finding quotes, every other named group may be named in messages.
    `weak`: expressions of what is less grave (variant weak). `innocent`: words, or expressions between slashes, inside which a
    match does not count. `scope`: prose (no headings), text (sub-headings too) or all. `parts`: only these parts, 0 for the preface.
    `per`: one finding for each match, for equal texts, a paragraph or the report.
    """
    read = wording_text(report, scope, parts)
    try:
        found = search(
            [expression(one) for one in (*patterns, *weak)], read.text, words_and_expressions(innocent)
        )
    except TooSlow:
        yield Unchecked("text", TOO_SLOW)
        return
    names = pattern_groups({"patterns": patterns, "weak": weak})
    graves = [one for one in found if one.index < len(patterns)]
    weaks = [one for one in found if one.index >= len(patterns)]
    if not found:
        yield Passed("text")
    for variant, each in (("", graves), ("weak", weaks)):
        for group in grouped(each, KEYS[per](read)):
            named = {name: group[0].match.groupdict("").get(name, "") for name in names}
            yield Hit(group[0].span, {**named, **values_of(report, group)}, variant=variant, name="text")


def pattern_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the expressions of a rule: parameter and sentence."""
    for name in ("patterns", "weak"):
        for number, source in enumerate(_sources(parameters, name)):
            if sentence := complaint(source):
                yield f"{name}.{number}", f"{source}：{sentence}"
    for number, entry in enumerate(_sources(parameters, "innocent")):
        if entry[:1] == "/" and (sentence := complaint(entry.strip("/"))):
            yield f"innocent.{number}", f"{entry}：{sentence}"


def pattern_groups(parameters: Mapping[str, object]) -> frozenset[str]:
    """The named groups of a rule's expressions, which its messages may name."""
    sources = [
        one for name in ("patterns", "weak") for one in _sources(parameters, name) if not complaint(one)
    ]
    return frozenset(group for source in sources for group in expression(source).groupindex)


def _sources(parameters: Mapping[str, object], name: str) -> tuple[str, ...]:
    given = parameters.get(name, ())
    return tuple(map(str, given)) if isinstance(given, tuple | list) else ()
