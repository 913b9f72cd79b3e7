"""What a district wants written, and what it does not want to read, word for word (kinds required_text, forbidden_text)."""

from collections.abc import Iterator, Mapping
from typing import Literal

from shenyue.checks.language.expressions import (
    TOO_SLOW,
    TooSlow,
    expression,
    is_expression,
    search,
    words_and_expressions,
)
from shenyue.checks.language.places import KEYS, Per, grouped, values_of
from shenyue.checks.language.wording_text import Scope, wording_text
from shenyue.checks.local.entries import UNREAD, empty_list, entry_complaints, unread_in, where_name
from shenyue.checks.sentences import folded
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

REQUIRED_TEXT_VALUES = frozenset({"text", "texts", "where"})
FORBIDDEN_TEXT_VALUES = frozenset({"text", "texts", "count", "places", "where"})
_SECONDS = 1.0
Enough = Literal["all", "any"]


def required_text(
    report: Report,
    *,
    texts: tuple[str, ...],
    parts: tuple[int, ...] = (),
    scope: Scope = "all",
    enough: Enough = "all",
) -> Iterator[Outcome]:
    """Each of the texts stands in the report, or in one of the parts; blanks and widths do not count.

    `texts`: words, or expressions between slashes. `parts`: only these, 0 for the preface. `scope`: as in `pattern`. `enough`:
    any: one of them will do.
    """
    if parts and not any(section.part in parts for section in report.sections):
        yield NotApplicable(f"没有识别出{where_name(parts)}")
        return
    read = wording_text(report, scope, parts).text
    plain = folded(read)
    try:
        missing = [text for text in texts if not _stands(text, read, plain)]
    except TimeoutError:
        yield Unchecked("texts", TOO_SLOW)
        return
    if enough == "any" and len(missing) < len(texts):
        missing = []
    if missing and unread_in(report, parts):
        yield from (Unchecked(text, f"{where_name(parts)}{UNREAD}是否写了“{text}”") for text in missing)
        return
    yield from (Passed(text) for text in texts if text not in missing)
    yield from (_missing(group, parts) for group in _groups(missing, enough))


def _groups(missing: list[str], enough: Enough) -> list[list[str]]:
    if enough == "all":
        return [[text] for text in missing]
    return [missing] if missing else []


def _stands(text: str, read: str, plain: str) -> bool:
    if not is_expression(text):
        return folded(text) in plain
    return expression(text[1:-1]).search(read, timeout=_SECONDS) is not None


def _missing(missing: list[str], parts: tuple[int, ...]) -> Hit:
    values = {
        "text": missing[0],
        "texts": "、".join(f"“{text}”" for text in missing),
        "where": where_name(parts),
    }
    where = f"part.{parts[0]}" if len(parts) == 1 else "text"
    return Hit(None, values, name=missing[0], missing=f"{where}.{missing[0]}")


def required_text_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    yield from empty_list(parameters, "texts")
    yield from entry_complaints(parameters, "texts")


def forbidden_text(
    report: Report,
    *,
    texts: tuple[str, ...],
    innocent: tuple[str, ...] = (),
    parts: tuple[int, ...] = (),
    scope: Scope = "text",
    per: Per = "text",
) -> Iterator[Outcome]:
    """None of the texts stands in the report, or in the parts.

    `texts`, `innocent`: words, or expressions between slashes; what lies inside an innocent one does not count. `parts`, `scope`,
    `per`: as in `pattern`.
    """
    read = wording_text(report, scope, parts)
    try:
        found = search(words_and_expressions(texts), read.text, words_and_expressions(innocent))
    except TooSlow:
        yield Unchecked("texts", TOO_SLOW)
        return
    if not found:
        yield Passed("texts")
    for group in grouped(found, KEYS[per](read)):
        yield Hit(group[0].span, {**values_of(report, group), "where": where_name(parts)}, name="texts")


def forbidden_text_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    yield from empty_list(parameters, "texts")
    yield from entry_complaints(parameters, "texts", "innocent")
