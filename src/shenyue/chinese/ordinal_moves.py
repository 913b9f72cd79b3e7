"""One open list and what its next number may be: every way to read it, each with its cost.

A fault costs about 100; the differences decide between readings with as many faults.
"""

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

FAULT = 100
_EXPLAINED = 1
_RESTART = 102
_GOES_BACK = 105
_MISTYPED = 120
_STRAY = 125


class Flaw(StrEnum):
    """What can be wrong with an ordinal."""

    REPEATED = "repeated"
    SKIPPED = "skipped"
    """Numbers before it are missing; the very first numbers where `Fault.last` is None."""
    BACK = "back"
    """Out of order: it goes back, restarts, or fits nowhere."""
    SINGLE = "single"
    """The only item of its list."""


class Frame(NamedTuple):
    """An open list."""

    number: int
    expected: int = 1
    value: int | None = None
    last: int | None = None
    several: bool = False
    gap: tuple[int, ...] = ()
    gap_at: int | None = None
    """The index at which the gap was charged, until something fills it."""
    filling: bool = False
    sealed: bool = False
    """What lies below is over."""


class Move(NamedTuple):
    """One way to read the next number."""

    cost: int
    frame: Frame
    flaw: Flaw | None = None
    missing: tuple[int, ...] = ()
    instead: int | None = None
    """The index of a SKIPPED that this move explains better."""


def moves(frame: Frame, at: int, value: int | None) -> Iterator[Move]:
    """What the next number of one list may be."""
    after = frame._replace(value=value, last=at, several=frame.last is not None, filling=False)
    if value is None:
        yield Move(0, after._replace(expected=frame.expected + 1))
        yield Move(1, after)
    elif value == frame.expected:
        yield Move(0, after._replace(expected=value + 1))
    elif value > frame.expected:
        gap = tuple(range(frame.expected, value))
        yield Move(FAULT, after._replace(expected=value + 1, gap=gap, gap_at=at), Flaw.SKIPPED, gap)
    elif value in frame.gap:
        yield _filled(frame, after, value)
    elif value == frame.value:
        yield from _repeated(frame, after)
    if value is not None and value != frame.expected:
        if value < frame.expected:
            cost = _RESTART if value == 1 else _GOES_BACK
            yield Move(cost, after._replace(expected=value + 1, gap=(), gap_at=None), Flaw.BACK)
        yield Move(_MISTYPED, after._replace(expected=frame.expected + 1), Flaw.BACK)
        yield Move(_STRAY, after, Flaw.BACK)


def _filled(frame: Frame, after: Frame, value: int) -> Move:
    """A number that was missing comes late: it is out of order, and nothing was skipped."""
    gap = tuple(number for number in frame.gap if number != value)
    after = after._replace(gap=gap, gap_at=None, filling=True)
    if frame.gap_at is not None:
        return Move(_EXPLAINED, after, Flaw.BACK, instead=frame.gap_at)
    return Move(0, after) if frame.filling else Move(FAULT, after, Flaw.BACK)


def _repeated(frame: Frame, after: Frame) -> Iterator[Move]:
    if frame.gap_at == frame.last and len(frame.gap) == 1:
        # 一 二 四 四: the first 四 stands in the place of 三, so nothing is missing
        closed = after._replace(gap=(), gap_at=None)
        yield Move(_EXPLAINED, closed, Flaw.REPEATED, instead=frame.gap_at)
    yield Move(FAULT, after, Flaw.REPEATED)
    yield Move(FAULT, after._replace(expected=frame.expected + 1), Flaw.REPEATED)
