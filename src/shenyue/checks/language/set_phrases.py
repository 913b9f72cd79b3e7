"""Phrases of fixed wording, such as political ones: a wrong word of a list, or a phrase that misses the wording by a character (L516)."""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache

import regex

from shenyue.checks.language import terms as term_lists
from shenyue.checks.language.expressions import any_of, words_and_expressions
from shenyue.checks.language.wording_text import Scope, WordingText, wording_text
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

SET_PHRASES_VALUES = frozenset({"wrong", "right", "count", "places"})
_GRAM = 3
"""Characters that a near miss shares with the phrase in one piece."""
_LONG = 12
"""Characters from which two slips may be a near miss."""
_SHORTEST = 6
"""Characters below which a near miss may be another word."""


def set_phrases(
    report: Report,
    *,
    phrases: tuple[str, ...],
    terms: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    scope: Scope = "text",
) -> Iterator[Outcome]:
    """The phrases stand as they are worded.

    `phrases`: the wording, at least six characters each; one character too many, too few or wrong (two in long phrases) is a fault.
    `terms`, `innocent`, `scope`: as in the check of that name; what is innocent may also be near a phrase.
    """
    listed = list(_listed(report, terms, innocent, scope))
    told = [one.span for one in listed if isinstance(one, Hit) and one.span]
    read = wording_text(report, scope)
    near = [hit for hit in _near_misses(report, read, phrases, innocent) if not _told(hit, told)]
    if near:
        yield from (one for one in listed if not isinstance(one, Passed))
        yield from near
    else:
        yield from listed


def _listed(
    report: Report, entries: tuple[str, ...], innocent: tuple[str, ...], scope: Scope
) -> Iterator[Outcome]:
    return term_lists.terms(report, terms=entries, innocent=innocent, scope=scope)


def set_phrase_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the entries of a rule: parameter and sentence."""
    yield from term_lists.term_complaints(parameters)
    given = parameters.get("phrases", ())
    for number, phrase in enumerate(given if isinstance(given, tuple) else ()):
        if len(str(phrase)) < _SHORTEST:
            yield f"phrases.{number}", f"“{phrase}”太短，容易误报；请写进 terms。"


def _told(hit: Hit, told: list[Span]) -> bool:
    return hit.span is not None and any(hit.span.overlaps(span) for span in told)


def _near_misses(
    report: Report, read: WordingText, phrases: tuple[str, ...], innocent: tuple[str, ...]
) -> Iterator[Hit]:
    text = _without(read.text, words_and_expressions(innocent))
    bare = _without(text, (any_of(phrases),))
    told: list[Span] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        others = [one for one in phrases if one == phrase or one not in phrase]
        left = bare if len(others) == len(phrases) else _without(text, (any_of(tuple(others)),))
        for span in _near(left, phrase):
            if any(span.overlaps(one) for one in told):
                continue
            told.append(span)
            wrong = left[span.start : span.end]
            line = report.document.line_at(span.start)
            values = {"wrong": wrong, "right": phrase, "count": "1", "places": f"第{line}行"}
            yield Hit(span, values, name="terms")


def _without(text: str, right: Iterable[regex.Pattern[str]]) -> str:
    """The text of the same length, without what is right."""
    for expression in right:
        text = expression.sub(lambda match: "\n" * len(match[0]), text)
    return text


def _near(text: str, phrase: str) -> Iterator[Span]:
    """Where a text has the phrase with a slip, but not the phrase itself."""
    slips = 2 if len(phrase) >= _LONG else 1
    end = 0
    for match in _grams(phrase).finditer(text, overlapped=True):
        if match.start() < end:
            continue
        first = max(0, match.start() - len(phrase))
        found = _slipped(phrase, slips).search(text, first, match.end() + len(phrase))
        if found and found.start() <= match.start() < found.end():
            end = found.end()
            yield Span(*found.span())


@cache
def _grams(phrase: str) -> regex.Pattern[str]:
    return compiled("|".join(regex.escape(phrase[at : at + _GRAM]) for at in range(len(phrase) - _GRAM + 1)))


@cache
def _slipped(phrase: str, slips: int) -> regex.Pattern[str]:
    """The phrase with slips; it begins with the phrase's first character."""
    rest = regex.escape(phrase[1:])
    return compiled(rf"(?e){regex.escape(phrase[0])}(?:{rest}){{1<=e<={slips}:[^\n]}}")
