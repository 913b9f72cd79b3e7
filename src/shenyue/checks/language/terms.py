"""Wrong or loose words with the right ones, as a list of the rule file that a district may add to (L504, L509, L511, L514, L516)."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from shenyue.checks.language.expressions import (
    TOO_SLOW,
    Expression,
    Found,
    TooSlow,
    any_of,
    complaint,
    expression,
    is_expression,
    search,
    words_and_expressions,
)
from shenyue.checks.language.places import grouped, values_of
from shenyue.checks.language.wording_text import Scope, wording_text
from shenyue.checks.language.words_around import cuts_words
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.patterns import compiled
from shenyue.report import Report

TERMS_VALUES = frozenset({"wrong", "right", "count", "places"})
TERMS_VARIANTS = frozenset({"weak"})
_ARROW = "→"


class _Lexicon(NamedTuple):
    """Terms made ready: plain words, and those between slashes."""

    expressions: tuple[Expression, ...]
    words: Mapping[str, str]
    """Right by wrong, of the plain words."""
    rights: tuple[str, ...]
    """Of the expressions, in order; may name groups."""

    def expressions_for(self, text: str) -> tuple[Expression, ...]:
        """One for the plain words that the text has (to look for each is far quicker than one expression of them all), then the others."""
        return (any_of(tuple(word for word in self.words if word in text)), *self.expressions)


def terms(
    report: Report,
    *,
    terms: tuple[str, ...],
    weak: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    scope: Scope = "text",
    parts: tuple[int, ...] = (),
) -> Iterator[Outcome]:
    r"""No wrong word stands in the wording; equal ones are one finding.

    `terms`: entries `wrong → right`; a wrong side between slashes is a regular expression, whose groups the right side may name
    (`/(\d+)日-(\d+)日/ → \1日—\2日`). `weak`: entries that are less grave (variant weak). `innocent`: words, or expressions between
    slashes, inside which a wrong word does not count. `scope`, `parts`: as in `pattern`.
    """
    read = wording_text(report, scope, parts)
    kept = words_and_expressions(innocent)
    clean = True
    for variant, entries in (("", terms), ("weak", weak)):
        lexicon = _lexicon(entries)
        try:
            matches = search(lexicon.expressions_for(read.text), read.text, kept)
            found = [one for one in matches if not _by_chance(read.text, one)]
        except TooSlow:
            yield Unchecked(variant or "terms", TOO_SLOW)
            clean = False
            continue
        for group in grouped(found, lambda one: "".join(one.text.split())):
            clean = False
            wrong = "".join(group[0].text.split())
            values = {"wrong": wrong, "right": _right(lexicon, group[0]), **values_of(report, group)}
            yield Hit(group[0].span, values, variant=variant, name="terms")
    if clean:
        yield Passed("terms")


def term_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the entries of a rule: parameter and sentence."""
    for name in ("terms", "weak"):
        given = parameters.get(name, ())
        for number, entry in enumerate(given if isinstance(given, tuple | list) else ()):
            if sentence := _complaint(str(entry)):
                yield f"{name}.{number}", f"{entry}：{sentence}"
    given = parameters.get("innocent", ())
    for number, entry in enumerate(given if isinstance(given, tuple | list) else ()):
        if str(entry)[:1] == "/" and (sentence := complaint(str(entry).strip("/"))):
            yield f"innocent.{number}", f"{entry}：{sentence}"


@cache
def _lexicon(entries: tuple[str, ...]) -> _Lexicon:
    sides = [_sides(entry) for entry in entries]
    plain = {wrong: right for wrong, right in sides if not is_expression(wrong)}
    own = [(wrong[1:-1], right) for wrong, right in sides if is_expression(wrong)]
    expressions = tuple(expression(source) for source, _ in own)
    return _Lexicon(expressions, plain, tuple(right for _, right in own))


def _sides(entry: str) -> tuple[str, str]:
    wrong, _, right = entry.rpartition(_ARROW)
    return wrong.strip(), right.strip()


def _by_chance(text: str, found: Found) -> bool:
    """Whether a plain wrong word is only the end of one word and the beginning of the next."""
    return found.index == 0 and len(found.text) > 1 and cuts_words(text, found.span)


def _right(lexicon: _Lexicon, found: Found) -> str:
    if found.index == 0:
        return lexicon.words[found.match[0]]
    return found.match.expand(lexicon.rights[found.index - 1])


def _complaint(entry: str) -> str:
    wrong, right = _sides(entry)
    if not wrong or not right:
        return f"应写成“错的 {_ARROW} 对的”。"
    if wrong == right:
        return "箭头两边是一样的。"
    if not is_expression(wrong):
        return ""
    return complaint(wrong[1:-1]) or _template_complaint(wrong[1:-1], right)


def _template_complaint(source: str, right: str) -> str:
    numbers = [int(number) for number in compiled(r"\\(\d+)").findall(right)]
    groups = expression(source).groups
    return f"右边的 \\{max(numbers)} 没有对应的括号。" if any(number > groups for number in numbers) else ""
