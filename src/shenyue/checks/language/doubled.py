"""A character or word written twice by mistake: 资金资金, 的的, 我县县 (L503).

Closed lists decide most candidates; words (jieba) are asked only where the lists are silent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto

import regex

from shenyue.checks.language.expressions import TOO_SLOW, TooSlow, any_of, compiled, complaint, search
from shenyue.checks.language.wording_text import WordingText, wording_text
from shenyue.chinese.segmentation import is_word, words
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.report import Report
from shenyue.shipped import shipped

DOUBLED_VALUES = frozenset({"text", "once", "around"})
_PHRASE = regex.compile(r"(\p{Han}{2,12})\1")
_CHARACTER = regex.compile(r"(\p{Han})\1")
_NUMERALS = frozenset("〇零一二三四五六七八九十百千万两廿")
_EACH = frozenset("一逐每")
"""一件一件, 逐条逐条: said twice on purpose."""
_MEASURE = regex.compile(r"[\d〇零一二三四五六七八九十百千万几数多余]\Z")
_MARKS = "\n，。；：、！？（）《》“”,.;:()"
_REACH = 20
_AROUND = 12


class _Verdict(Enum):
    RIGHT = auto()
    FAULT = auto()
    UNSURE = auto()


@dataclass(frozen=True, slots=True)
class _Token:
    text: str
    start: int
    end: int


def doubled(
    report: Report,
    *,
    sure: tuple[str, ...] = (),
    innocent: tuple[str, ...] = (),
    nouns: tuple[str, ...] = (),
    particles: str = "",
) -> Iterator[Outcome]:
    """No word or character stands twice in a row where once is meant.

    `sure`: expressions of doublings that are faults whatever the words around, the doubling itself a group named `mark`. `innocent`:
    stretches in which a doubling is right: 人人, 公开开展. `nouns`: words that may end one name and begin the next: 人民政府政府网站.
    `particles`: characters that, as a word of their own, may meet a word that begins or ends with them: 在在线.
    """
    read = wording_text(report)
    try:
        told = [one.span for one in search([compiled(source) for source in sure], read.text)]
    except TooSlow:
        yield Unchecked("sure", TOO_SLOW)
        return
    found = sorted({*_phrases(read.text, nouns), *_characters(read.text)} - {*told})
    kept = [Span(*match.span()) for match in any_of(innocent).finditer(read.text)] if found else []
    faults = [_hit(read, span, certain=True) for span in told]
    faults += _judged(read, [span for span in found if not any(span in one for one in kept)], particles)
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
        if word not in nouns and word[0] not in _EACH and not _NUMERALS.issuperset(word):
            yield Span(*match.span())


def _characters(text: str) -> Iterator[Span]:
    for match in _CHARACTER.finditer(text):
        if match[1] not in _NUMERALS:
            yield Span(*match.span())


def _judged(read: WordingText, candidates: list[Span], particles: str) -> Iterator[Hit]:
    for span in candidates:
        verdict = _verdict(read.text, span, particles)
        if verdict is not _Verdict.RIGHT:
            yield _hit(read, span, certain=verdict is _Verdict.FAULT)


def _hit(read: WordingText, span: Span, *, certain: bool) -> Hit:
    text = read.text[span.start : span.end]
    values = {"text": text, "once": text[: len(text) // 2], "around": _around(read, span)}
    return Hit(span, values, certain=certain, name="doubled")


def _verdict(text: str, span: Span, particles: str) -> _Verdict:
    """What the words around say of a doubling."""
    lexicon = shipped("corpora", "lexicon", "words.txt")
    begin, end = _clause(text, span)
    middle = (span.start + span.end) // 2 - begin
    first, second = _tokens_at(words(text[begin:end], lexicon), middle)
    if first == second:
        return _Verdict.RIGHT if is_word(first.text, lexicon) else _Verdict.UNSURE
    length = middle - (span.start - begin)
    if first.end > middle:
        return _Verdict.RIGHT if is_word(first.text, lexicon) else _Verdict.UNSURE
    left, right = len(first.text) > length, len(second.text) > length
    if length > 1:
        return _Verdict.RIGHT if right else _Verdict.FAULT
    if left and right:
        return _Verdict.RIGHT
    counted = right and _MEASURE.search(text, begin, span.start)
    spared = (left or right) and text[span.start] in particles
    return _Verdict.RIGHT if counted or spared else _Verdict.FAULT


def _clause(text: str, span: Span) -> tuple[int, int]:
    """The run of characters without marks that holds a span, not far around."""
    before = text[max(0, span.start - _REACH) : span.start]
    after = text[span.end : span.end + _REACH]
    begin = span.start - len(before) + max((before.rfind(mark) for mark in _MARKS), default=-1) + 1
    ends = [at for mark in _MARKS if (at := after.find(mark)) >= 0]
    return begin, span.end + min(ends, default=len(after))


def _tokens_at(tokens: tuple[str, ...], middle: int) -> tuple[_Token, _Token]:
    """The words that hold the characters before and after an offset."""
    at = 0
    placed: list[_Token] = []
    for text in tokens:
        placed.append(_Token(text, at, at + len(text)))
        at += len(text)
    first = next(token for token in placed if token.start < middle <= token.end)
    second = next(token for token in placed if token.start <= middle < token.end)
    return first, second


def _around(read: WordingText, span: Span) -> str:
    own = read.paragraphs[read.paragraph_at(span.start)]
    return read.text[max(own.start, span.start - _AROUND) : min(own.end, span.end + _AROUND)].strip()
