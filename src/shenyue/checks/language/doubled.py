"""A character or word written twice by mistake: 资金资金, 的的, 我县县 (L503).

Closed lists decide most candidates; words (jieba) are asked only where the lists are silent.
"""

from collections.abc import Iterator, Mapping
from enum import Enum, auto

from shenyue.checks.language.expressions import (
    TOO_SLOW,
    TooSlow,
    complaint,
    expression,
    search,
    words_and_expressions,
)
from shenyue.checks.language.wording_text import WordingText, wording_text
from shenyue.checks.language.words_around import words_around
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

DOUBLED_VALUES = frozenset({"text", "once", "around"})
_PHRASE = compiled(r"(?<!\d)([\p{Han}\d]{2,8})\1")
_CHARACTER = compiled(r"(\p{Han})\1")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万两廿")
_EACH = compiled(r"[一逐每][件条项个次步天户份页层级点批家村人字处场月年季周]")
"""一件一件, 逐条逐条: said twice on purpose."""
_MEASURE = compiled(r"[\d〇零一二三四五六七八九十百千万几数多余]")
_PAIR = 2
"""Length of a doubled character."""
_AROUND = 12


class _Verdict(Enum):
    RIGHT = auto()
    FAULT = auto()
    UNSURE = auto()


def doubled(
    report: Report,
    *,
    sure: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    nouns: tuple[str, ...] = (),
    particles: str = "",
    places: str = "",
) -> Iterator[Outcome]:
    """No word or character stands twice in a row where once is meant.

    `sure`: expressions of doublings that are faults whatever the words around, the doubling itself a group named `mark`. `innocent`:
    words, or expressions between slashes, in which a doubling is right: 人人, 公开开展. `nouns`: words that may end one name and begin the
    next: 人民政府政府网站. `particles`: characters that as words of their own may stand before a word that begins with them: 等等级.
    `places`: those that name places, before or after such a word: 全县县、乡两级.
    """
    read = wording_text(report)
    try:
        told = [one.span for one in search([expression(source) for source in sure], read.text)]
    except TooSlow:
        yield Unchecked("sure", TOO_SLOW)
        return
    found = sorted({*_phrases(read.text, nouns), *_characters(read.text)} - {*told})
    right = words_and_expressions(innocent) if found else ()
    kept = [Span(*match.span()) for one in right for match in one.finditer(read.text)]
    faults = [_hit(read, span, certain=True) for span in told]
    faults += _judged(
        read, [span for span in found if not any(span in one for one in kept)], particles, places
    )
    yield from faults
    if not faults:
        yield Passed("doubled")


def doubled_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the expressions of a rule: parameter and sentence."""
    given = parameters.get("sure", ())
    for number, source in enumerate(given if isinstance(given, tuple) else ()):
        if sentence := complaint(str(source)):
            yield f"sure.{number}", f"{source}：{sentence}"


def _phrases(text: str, nouns: tuple[str, ...]) -> Iterator[Span]:
    for match in _PHRASE.finditer(text):
        word = match[1]
        on_purpose = word in nouns or _EACH.fullmatch(word) or _NUMERALS.issuperset(word)
        if not on_purpose and not word.isdecimal():
            yield Span(*match.span())


def _characters(text: str) -> Iterator[Span]:
    for match in _CHARACTER.finditer(text):
        if match[1] not in _NUMERALS:
            yield Span(*match.span())


def _judged(read: WordingText, candidates: list[Span], particles: str, places: str) -> Iterator[Hit]:
    for span in candidates:
        verdict = _verdict(read.text, span, particles, places)
        if verdict is not _Verdict.RIGHT:
            yield _hit(read, span, certain=verdict is _Verdict.FAULT)


def _hit(read: WordingText, span: Span, *, certain: bool) -> Hit:
    text = read.text[span.start : span.end]
    values = {"text": text, "once": text[: len(text) // 2], "around": _around(read, span)}
    return Hit(span, values, certain=certain, name="doubled")


def _verdict(text: str, span: Span, particles: str, places: str) -> _Verdict:
    """What the words around say of a doubling."""
    middle = (span.start + span.end) // 2
    found = words_around(text, span)
    first = next(word for word in found if word.span.start < middle <= word.span.end)
    second = next(word for word in found if word.span.start <= middle < word.span.end)
    if first == second:
        return _Verdict.RIGHT if first.known else _Verdict.UNSURE
    longer_before, longer_after = first.span.start < span.start, second.span.end > span.end
    if span.end - span.start > _PAIR:
        return _Verdict.RIGHT if longer_after else _Verdict.FAULT
    if longer_before and longer_after:
        return _Verdict.RIGHT
    character = text[span.start]
    counted = longer_after and _MEASURE.search(text, span.start - 1, span.start)
    spared = longer_after and character in particles
    placed = character in places and (longer_after or (longer_before and _names_place(first.text)))
    return _Verdict.RIGHT if counted or spared or placed else _Verdict.FAULT


def _names_place(word: str) -> bool:
    """全县, 临溪区; but 社区 and 街区 are no places of their own."""
    return word[0] in "全我本该各" or len(word) > _PAIR


def _around(read: WordingText, span: Span) -> str:
    own = read.paragraphs[read.paragraph_at(span.start)]
    return read.text[max(own.start, span.start - _AROUND) : min(own.end, span.end + _AROUND)].strip()
