"""The markers of lists in running text: 一是…二是…, 一要, 首先…其次…最后, 第一，…, 其一，…, ①, 1. and （1）, as spans with value and style.

A marker inside a clause may be no marker (统一是, 5、6月). Where it stands decides: after a stop it is one, after a comma or within
a clause it depends on the style, and for 一是 a closed list and, where that is silent, segmentation decide.
"""

from collections.abc import Callable, Iterator, Mapping
from enum import StrEnum
from typing import NamedTuple

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.patterns import compiled


class MarkerStyle(StrEnum):
    """Families of markers, named by their first."""

    IS = "一是"
    MUST = "一要"
    THEN = "一则"
    NTH = "第一"
    STEP = "第一步"
    AMONG = "其一"
    FIRSTLY = "首先"
    CIRCLED = "①"
    ARABIC = "1."
    ARABIC_BRACKETED = "（1）"
    ARABIC_HALF_BRACKETED = "1）"
    CHINESE_BRACKETED = "（一）"


class Marker(NamedTuple):
    """One marker."""

    start: int
    """Offset in the text that was searched."""
    end: int
    text: str
    """As printed: 三是, （2）."""
    value: int
    """首先 is 1, 其次 2, 再次 3, 最后 LAST."""
    style: MarkerStyle
    sure: bool
    """False where it may be no marker: it is one only where it fits the list."""


LAST = 99
"""The value of 最后: later than any other."""


class _Place(StrEnum):
    """What stands before a candidate."""

    SENTENCE = "sentence"
    """A stop, a semicolon, a colon, or the beginning."""
    CLAUSE = "clause"
    """A comma, an opening bracket or quote, or a blank."""
    INSIDE = "inside"


class _Verdict(StrEnum):
    SURE = "sure"
    WEAK = "weak"
    ASK = "ask"
    NONE = "none"


_SENTENCE = frozenset("。；;：:！!？?…\n")
_BLANKS = frozenset(" \t\u3000\xa0")
_CLAUSE = frozenset('，,、“‘"（(')
_NUMBER = r"[一二三四五六七八九十]{1,3}"
_BEFORE_TEXT = r"(?=\s*[\p{Han}“《])"
_BEFORE_CLAUSE = r"(?=\s*(?:[\p{Han}“《]|\d+\s*\p{Han}))"
"""Behind a bracket a number may begin: （一）1件答复……"""
_PROVISION = r"(?![项款条目类章节、])"
_FOLLOWED = r"(?=[，,、：:是])"
_ADVERBS = {"首先": 1, "其次": 2, "再次": 3, "最后": LAST}
_PATTERNS: tuple[tuple[MarkerStyle, regex.Pattern[str], Mapping[_Place, _Verdict]], ...] = tuple(
    (style, compiled(pattern), dict(zip(_Place, map(_Verdict, verdicts.split()), strict=True)))
    for style, pattern, verdicts in (
        # 一是一、二是二 is an idiom, 一是否 a question
        (MarkerStyle.IS, rf"(?P<n>{_NUMBER})是(?!否|(?P=n)(?:[、，,。是”]|$))", "sure sure ask"),
        (MarkerStyle.MUST, rf"(?P<n>{_NUMBER})要(?![求素件点务闻义塞领员职旨])", "sure sure none"),
        (MarkerStyle.THEN, rf"(?P<n>{_NUMBER})[则来](?!自)", "weak weak none"),
        (MarkerStyle.NTH, rf"第(?P<n>{_NUMBER})[，,：:]", "sure weak none"),
        (MarkerStyle.NTH, rf"第(?P<n>{_NUMBER})、(?!第|{_NUMBER}[季月类级批]|\d)", "weak weak none"),
        (MarkerStyle.STEP, rf"第(?P<n>{_NUMBER})步[，,：:]", "sure weak none"),
        (MarkerStyle.AMONG, rf"其(?P<n>{_NUMBER}){_FOLLOWED}", "sure sure none"),
        (MarkerStyle.FIRSTLY, r"(?P<n>首先|其次)", "sure sure none"),
        (MarkerStyle.FIRSTLY, r"(?P<n>再次|最后)(?=[，,])", "sure sure none"),
        (MarkerStyle.CIRCLED, r"(?<![见图表注式])(?P<n>[①-⑳])", "sure sure sure"),
        (MarkerStyle.ARABIC, rf"(?<!\d)(?P<n>\d{{1,2}})[.．、](?![\d.．]){_BEFORE_TEXT}", "sure weak none"),
        (
            MarkerStyle.ARABIC_BRACKETED,
            rf"[（(](?P<n>\d{{1,2}})[）)]{_PROVISION}{_BEFORE_CLAUSE}",
            "sure weak weak",
        ),
        (
            MarkerStyle.ARABIC_HALF_BRACKETED,
            rf"(?<![\d（(])(?P<n>\d{{1,2}})[）)]{_BEFORE_TEXT}",
            "sure weak none",
        ),
        (
            MarkerStyle.CHINESE_BRACKETED,
            rf"(?<!第)[（(](?P<n>{_NUMBER})[）)]{_PROVISION}{_BEFORE_CLAUSE}",
            "sure weak weak",
        ),
    )
)


def find_markers(text: str, starts_word: Callable[[str, int], bool]) -> tuple[Marker, ...]:
    """The markers of one paragraph, in order.

    `starts_word(text, offset)` is asked only about a 一是 that follows other words; it says whether a word begins there.
    """
    found = [marker for style in _PATTERNS for marker in _of_style(text, *style, starts_word)]
    return tuple(sorted(found, key=lambda marker: marker.start))


def _of_style(
    text: str,
    style: MarkerStyle,
    pattern: regex.Pattern[str],
    verdicts: Mapping[_Place, _Verdict],
    starts_word: Callable[[str, int], bool],
) -> Iterator[Marker]:
    for match in pattern.finditer(text):
        verdict = verdicts[_place(text, match.start())]
        if verdict is _Verdict.ASK:
            verdict = _Verdict.WEAK if starts_word(text, match.start()) else _Verdict.NONE
        value = _ADVERBS.get(match["n"]) or read_integer(match["n"])
        if verdict is not _Verdict.NONE and value:
            printed = match[0].rstrip("，,：:、") if style is MarkerStyle.NTH else match[0]
            end = match.start() + len(printed)
            yield Marker(match.start(), end, printed, value, style, verdict is _Verdict.SURE)


def _place(text: str, offset: int) -> _Place:
    end = offset
    while end and text[end - 1] in _BLANKS:
        end -= 1
    if not end or text[end - 1] in _SENTENCE:
        return _Place.SENTENCE
    if text[end - 1] in _CLAUSE or end < offset:
        return _Place.CLAUSE
    return _Place.INSIDE
