"""A stretch of text cut into the words of the lexicon; what it does not know stays uncovered and makes a meaning doubtful."""

from bisect import bisect_left
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

import regex

from shenyue.chinese.dates import Moment, find_moments, find_periods
from shenyue.chinese.widths import narrow
from shenyue.patterns import compiled

THIS_YEAR, LAST_YEAR, NEXT_YEAR, PART_YEAR = "this_year", "last_year", "next_year", "part_year"
OTHER_YEAR = "other_year"
FOREIGN, OTHERS, OWN = "foreign", "others", "own"
_LOOSE_APPLICATIONS = frozenset({"申请", "申请件", "申请事项", "申请书", "申请案件"})
_OTHER_APPLICATIONS = frozenset({"foreign", "permit", "fee", "penalty", "coercion"})
"""Nouns right before 申请 that make it an application for something else."""
_CASE = "案件"
_CASES = frozenset({"review", "suit", "pending", "unfinished", "permit", "penalty", "coercion"})
"""Words behind which 案件 is no noun of its own: 复议后起诉案件, 未审结案件."""
_LAST_MONTH = 12
_LAST_DAY = 31


class Token(NamedTuple):
    """A word of the lexicon, a date, or the unit's own name."""

    start: int
    end: int
    text: str
    classes: frozenset[str]


class Vocabulary(NamedTuple):
    """The lexicon's words, and what this report adds: its year and its unit."""

    words: Mapping[str, frozenset[str]]
    year: int | None
    unit: str

    def cut(self, text: str) -> tuple[Token, ...]:
        """The known words of a text, in order, the longest at each place."""
        folded = narrow(text)
        titles = (Token(*match.span(), match[0], frozenset()) for match in _TITLE.finditer(folded))
        dates = {token.start: token for token in (*self._dates(folded), *titles)}
        return tuple(self._revised(folded, [*self._tokens(folded, dates)]))

    def _tokens(self, text: str, dates: Mapping[int, Token]) -> Iterator[Token]:
        pattern = _pattern(tuple(self.words))
        starts = sorted(dates)
        at = 0
        while True:
            word = self._next_word(pattern, text, at)
            start = next(iter(starts[bisect_left(starts, at) :]), None)
            if start is not None and (word is None or start <= word.start):
                word = dates[start]
            if word is None:
                return
            yield word
            at = word.end

    def _next_word(self, pattern: regex.Pattern[str], text: str, at: int) -> Token | None:
        """The first known word from an offset on, the longest there; the unit's name is no part of the pattern, which all reports share."""
        match = pattern.search(text, at)
        own = text.find(self.unit, at) if self.unit else -1
        if own >= 0 and (match is None or (own, -len(self.unit)) < (match.start(), -len(match[0]))):
            return Token(own, own + len(self.unit), self.unit, frozenset({OWN}))
        return Token(*match.span(), match[0], self.words[match[0]]) if match else None

    def _dates(self, text: str) -> Iterator[Token]:
        periods = find_periods(text)
        for period in periods:
            whole = (period.first.month or 1, period.last.month or _LAST_MONTH) == (1, _LAST_MONTH)
            classes = self._year_class(period.first.year) if whole else frozenset({PART_YEAR})
            yield Token(period.start, period.end, text[period.start : period.end], classes)
        for moment in find_moments(text):
            if not any(period.start <= moment.start < period.end for period in periods):
                classes = self._moment(moment)
                if _COMPARED.search(text[: moment.start][-1:]):
                    classes |= {"compare"}
                yield Token(moment.start, moment.end, text[moment.start : moment.end], classes)

    def _moment(self, moment: Moment) -> frozenset[str]:
        if moment.month is None:
            return self._year_class(moment.year)
        if (moment.month, moment.day) == (_LAST_MONTH, _LAST_DAY):
            return self._year_class(moment.year) | {"year_end"}
        return self._year_class(moment.year) | {PART_YEAR}

    def _year_class(self, year: int | None) -> frozenset[str]:
        if year is None or self.year is None:
            return frozenset()
        relation = {0: THIS_YEAR, 1: NEXT_YEAR, -1: LAST_YEAR}.get(year - self.year, OTHER_YEAR)
        return frozenset({relation})

    def _revised(self, text: str, tokens: list[Token]) -> Iterator[Token]:
        """低保申请 is no 申请 of ours, and 区教育局受理 no deed of ours."""
        before, previous = 0, frozenset[str]()
        for token in tokens:
            gap = text[before : token.start]
            if token.text == "街道" and gap and _within(gap.strip(_AROUND) + token.text, self.unit):
                yield Token(before, token.end, text[before : token.end], frozenset({OWN}))
            else:
                if _is_organisation(gap):
                    whose = OWN if _within(gap.strip(_AROUND), self.unit) else OTHERS
                    yield Token(before, token.start, gap, frozenset({whose}))
                yield _noun(token, gap, previous)
            before, previous = token.end, token.classes


def _noun(token: Token, gap: str, previous: frozenset[str]) -> Token:
    """低保申请 as a noun of another matter, and 复议后起诉案件 without a noun of its own."""
    loose = token.text in _LOOSE_APPLICATIONS and (
        compiled(r"\p{Han}{2}$").search(gap) or (not gap and previous & _OTHER_APPLICATIONS)
    )
    if loose:
        return token._replace(classes=frozenset({FOREIGN}))
    if token.text == _CASE and not gap and previous & _CASES:
        return token._replace(classes=frozenset())
    return token


_COMPARED = compiled(r"[较比]$")
"""较2022年增长: the sentence goes on about its own year."""
_LETTER = compiled(r"[\p{L}\p{N}]")
_TITLE = compiled(r"《[^》\n]{0,200}+》")
"""The name of a document, whose words say nothing of numbers."""
_AROUND = "的、，和与由对"
_ORGANISATION = compiled(
    r"(?:\p{Han}(?:局|委|厅|科|处|队|所|中心|镇|乡|院|公司|单位|部门|支队|街道|办公室|委员会|村|社区)|(?<!\p{Han})(?:部门|街道|乡镇|镇街))[的共对向]?$"
)


def _is_organisation(gap: str) -> bool:
    return _ORGANISATION.search(gap) is not None


def _within(short: str, name: str) -> bool:
    """Whether the short name's characters stand in the name in that order: 市政府办公厅 in 上海市人民政府办公厅."""
    characters = iter(name)
    return bool(name) and all(character in characters for character in short)


@lru_cache(maxsize=8)
def _pattern(words: tuple[str, ...]) -> regex.Pattern[str]:
    """The longest word at each place; those with the same first character in one branch, so that few are tried."""
    branches: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        branches.setdefault(word[0], []).append(regex.escape(word[1:]))
    first = "".join(regex.escape(character) for character in branches)
    listed = "|".join(f"{regex.escape(one)}(?:{'|'.join(rest)})" for one, rest in branches.items())
    return compiled(f"(?=[{first}])(?:{listed})")


def of_other_matters(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """行政许可方面，受理申请50件: a plain 申请 after a noun of another matter, in a sentence that names none of ours before it."""
    other = False
    words: list[Token] = []
    for token in tokens:
        ours = "application" in token.classes
        loose = ours and token.text in _LOOSE_APPLICATIONS
        words.append(token._replace(classes=frozenset({FOREIGN})) if loose and other else token)
        other = (other or bool(token.classes & _OTHER_APPLICATIONS)) and (loose or not ours)
    return tuple(words)


def of_disputes(tokens: tuple[Token, ...]) -> tuple[Token, ...]:
    """新收案件12件: in the part about reviews and suits 案件 is no other matter."""
    return tuple(token._replace(classes=frozenset()) if token.text == _CASE else token for token in tokens)


def within(tokens: tuple[Token, ...], start: int, end: int) -> tuple[Token, ...]:
    """Those of sorted words that begin in a stretch."""
    first = bisect_left(tokens, start, key=lambda token: token.start)
    return tokens[first : bisect_left(tokens, end, lo=first, key=lambda token: token.start)]


def uncovered(text: str, start: int, end: int, tokens: tuple[Token, ...]) -> str:
    """The Chinese characters, letters and digits between two offsets that no token covers."""
    covered = {
        at
        for token in tokens
        if token.end > start and token.start < end
        for at in range(token.start, token.end)
    }
    return "".join(text[at] for at in range(start, end) if at not in covered and _LETTER.match(text, at))
