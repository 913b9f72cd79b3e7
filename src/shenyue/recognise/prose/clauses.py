"""A paragraph as sentences, sentences as clauses: the stretches within which a number belongs to its verb and noun."""

from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import regex

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled

_SENTENCE = compiled(r"[。！？!?\n]")
_BRACKET = compiled(r"[（(]([^（）()]*)[）)]")
_LONGEST = 2000
"""Characters of a sentence; the longest of real reports have a thousand."""
_STOP = compiled(r"[，；：;:]|,(?!\d{3})")


class Clause(NamedTuple):
    """A stretch between stops; of one that a bracket interrupts, the second half knows the first."""

    start: int
    end: int
    amounts: tuple[Amount, ...]
    """Those that count cases, documents or money, and shares."""
    bracketed: bool = False
    head: int | None = None
    """Where the words before an interrupting bracket begin."""
    new_group: bool = False
    """A semicolon or colon stands before it."""


class Sentence(NamedTuple):
    """From one full stop to the next."""

    start: int
    end: int
    clauses: tuple[Clause, ...]


def sentences(text: str, amounts: tuple[Amount, ...]) -> Iterator[Sentence]:
    """The sentences of a paragraph that are not blank."""
    start = 0
    for end in _ends(text):
        if text[start:end].strip():
            yield Sentence(start, end, tuple(_clauses(text, start, end, _starting_in(amounts, start, end))))
        start = end


def _ends(text: str) -> Iterator[int]:
    """Where sentences end; one without an end in sight is parted at a stop, since every clause looks at all of its sentence."""
    start = 0
    for end in [*(match.end() for match in _SENTENCE.finditer(text)), len(text)]:
        while end - start > _LONGEST:
            stop = _STOP.search(text, start + _LONGEST, end)
            if stop is None:
                break
            start = stop.end()
            yield start
        yield end
        start = end


def _starting_in(amounts: tuple[Amount, ...], start: int, end: int) -> tuple[Amount, ...]:
    first = bisect_left(amounts, start, key=lambda amount: amount.start)
    return amounts[first : bisect_left(amounts, end, lo=first, key=lambda amount: amount.start)]


def _clauses(text: str, start: int, end: int, amounts: tuple[Amount, ...]) -> Iterator[Clause]:
    at, head = start, None
    for bracket in _BRACKET.finditer(text, start, end):
        if not _stands_apart(bracket, amounts):
            continue
        yield from _between(text, at, bracket.start(), amounts, head)
        head = None if _counted_before(bracket, amounts) else _last_stop(text, at, bracket.start())
        yield from _between(text, bracket.start(1), bracket.end(1), amounts, None, bracketed=True)
        at = bracket.end()
    yield from _between(text, at, end, amounts, head)


def _stands_apart(bracket: regex.Match[str], amounts: tuple[Amount, ...]) -> bool:
    """Whether what the bracket holds is a statement of its own, and no part of the clause around it."""
    holds = any(bracket.start() < amount.start < bracket.end() for amount in amounts)
    return holds or _STOP.search(bracket[1]) is not None or _counted_before(bracket, amounts)


def _counted_before(bracket: regex.Match[str], amounts: tuple[Amount, ...]) -> bool:
    """Whether it explains the number that it stands right behind: 直接起诉2件（均获维持）."""
    return any(amount.end == bracket.start() for amount in amounts)


def _last_stop(text: str, start: int, end: int) -> int:
    stops = [match.end() for match in _STOP.finditer(text, start, end)]
    return stops[-1] if stops else start


def _between(
    text: str, start: int, end: int, amounts: tuple[Amount, ...], head: int | None, *, bracketed: bool = False
) -> Iterator[Clause]:
    at, new_group = start, False
    for match in [*_STOP.finditer(text, start, end), None]:
        stop = match.start() if match else end
        if match and _is_no_stop(match, amounts):
            continue  # a separator of thousands, or a label before its number: 结转下年：0件
        if text[at:stop].strip("） )。"):
            own = _starting_in(amounts, at, stop)
            yield Clause(at, stop, own, bracketed, head if at == start else None, new_group)
        if match:
            at, new_group = match.end(), match[0] in "；：;:"


def _is_no_stop(match: regex.Match[str], amounts: tuple[Amount, ...]) -> bool:
    return any(
        amount.start <= match.start() < amount.end or (match[0] in "：:" and amount.start == match.end())
        for amount in amounts
    )
