"""Reading a run of ordinals with the fewest faults: what is repeated, skipped, out of order, or a list of one.

A run may hold lists inside lists and lists after lists, so a single pass from left to right cannot tell a restart from a fault.
Every reading of the run has a cost; the cheapest is found by Dijkstra's search, whose first result is the fault-free reading
wherever there is one. One slip of the pen costs one fault: after a mistyped 三 the following 四 is in its right place again.
"""

import heapq
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import count
from typing import NamedTuple

from shenyue.chinese.ordinal_moves import FAULT, Flaw, Frame, moves

__all__ = ["Fault", "Flaw", "Lists", "Ordinal", "read_lists", "read_siblings"]


class Ordinal(NamedTuple):
    """One number of a run, with what its surroundings say."""

    value: int | None
    """None for an item without a number: it takes a place, or none."""
    weak: bool = False
    """May be no ordinal at all: it is read as one only where it fits."""
    opens: bool = False
    """A lead-in (：) stands before it, so that a 1 begins a new list."""
    apart: bool = False
    """The lead-in is a sentence of its own: the lists before are over."""
    paragraph: int = 0
    leads: bool = False
    """It stands at the beginning of its paragraph."""
    heads: bool = False
    """It is the first of its paragraph."""


class Fault(NamedTuple):
    """One fault, shown at one ordinal."""

    flaw: Flaw
    at: int
    """Index of the ordinal."""
    last: int | None
    """Index of the ordinal before it in its list; None for the first."""
    missing: tuple[int, ...] = ()
    doubtful: bool = False
    """It would fit another list of the run."""


class Lists(NamedTuple):
    """A run as read."""

    members: tuple[tuple[int, ...], ...]
    """The indices of each list, by its first."""
    faults: tuple[Fault, ...]


class _Path(NamedTuple):
    """How far a reading got."""

    stack: tuple[Frame, ...]
    faults: tuple[Fault, ...] = ()
    places: tuple[int | None, ...] = ()
    lists: int = 0
    closed: bool = False


# Beside the costs of moves within a list.
_SINGLE = 95
_HEADLESS = 98
_RESTART_WITHOUT_LEAD = 10
_NOT_AN_ORDINAL = 50
_LIMIT = 20_000
"""Readings tried before a run is given up."""
_LONGEST = 500
"""Ordinals of a run; no list in a report is as long."""


def read_siblings(values: Sequence[int | None]) -> Lists | None:
    """One run without lists inside it, such as sibling headings, which should be 1, 2, 3 and so on.

    None where it is so confused that no reading was found in reasonable time.
    """
    return _search(_Run(tuple(Ordinal(value) for value in values), nested=False))


def read_lists(ordinals: Sequence[Ordinal]) -> Lists | None:
    """A run in which lists may hold and follow one another; None as above."""
    return _search(_Run(tuple(ordinals), nested=True))


class _Run(NamedTuple):
    ordinals: tuple[Ordinal, ...]
    nested: bool

    def start(self) -> _Path:
        return _Path(()) if self.nested else _Path((Frame(0),), lists=1)


@lru_cache(maxsize=256)
def _search(run: _Run) -> Lists | None:
    """Every rule on lists asks for the same runs."""
    if len(run.ordinals) > _LONGEST:
        return None
    order = count()
    queue = [(0, next(order), run.start())]
    done: set[tuple[int, tuple[Frame, ...]]] = set()
    for _ in range(_LIMIT):
        cost, _, path = heapq.heappop(queue)
        if path.closed:
            return _lists(path)
        at = len(path.places)
        if (at, path.stack) in done:
            continue
        done.add((at, path.stack))
        for more, following in _steps(run, path, at):
            heapq.heappush(queue, (cost + more, next(order), following))
    return None


def _lists(path: _Path) -> Lists:
    numbers = dict.fromkeys(place for place in path.places if place is not None)
    members = tuple(
        tuple(at for at, place in enumerate(path.places) if place == number) for number in numbers
    )
    return Lists(members, tuple(sorted(path.faults, key=lambda fault: fault.at)))


def _steps(run: _Run, path: _Path, at: int) -> Iterator[tuple[int, _Path]]:
    """Every way to read the ordinal at that index; past the last, to close what is open."""
    if at == len(run.ordinals):
        faults = _singles(path.stack) if run.nested else ()
        yield _SINGLE * len(faults), path._replace(faults=path.faults + faults, closed=True)
        return
    ordinal = run.ordinals[at]
    if path.stack:
        yield from _goes_on(run, path, at)
    if run.nested:
        yield from _begins(run, path, at)
        yield from _resumes(run, path, at)
    if ordinal.weak:
        yield _NOT_AN_ORDINAL, path._replace(places=(*path.places, None))


def _goes_on(run: _Run, path: _Path, at: int) -> Iterator[tuple[int, _Path]]:
    ordinal, frame = run.ordinals[at], path.stack[-1]
    doubtful = any(
        lower.expected == ordinal.value and _together(run, lower, ordinal) for lower in path.stack[:-1]
    )
    for move in moves(frame, at, ordinal.value):
        if move.flaw and ordinal.weak:
            continue
        if move.flaw and run.nested and ordinal.value == 1 and ordinal.opens:
            continue
        faults = path.faults
        if move.instead is not None:
            faults = tuple(fault for fault in faults if fault.at != move.instead)
        if move.flaw:
            faults = (*faults, Fault(move.flaw, at, frame.last, move.missing, doubtful))
        stack = (*path.stack[:-1], move.frame)
        yield move.cost, _Path(stack, faults, (*path.places, frame.number), path.lists)


def _begins(run: _Run, path: _Path, at: int) -> Iterator[tuple[int, _Path]]:
    """The ordinal as the first of a new list."""
    ordinal = run.ordinals[at]
    value = ordinal.value
    if value is None:
        return
    number = path.lists
    frame = Frame(number, value + 1, value, at, sealed=ordinal.apart)
    places = (*path.places, number)
    if value == 1:
        cost = 0 if ordinal.opens or not path.stack else _RESTART_WITHOUT_LEAD
        yield cost, _Path((*path.stack, frame), path.faults, places, number + 1)
    elif not ordinal.weak and (not path.stack or _is_apart(run, path.stack[-1], ordinal)):
        gap = tuple(range(1, value))
        fault = Fault(Flaw.SKIPPED, at, None, gap)
        frame = frame._replace(gap=gap, gap_at=at)
        cost = _HEADLESS if path.stack else FAULT
        yield cost, _Path((*path.stack, frame), (*path.faults, fault), places, number + 1)


def _is_apart(run: _Run, frame: Frame, ordinal: Ordinal) -> bool:
    """A paragraph with a list of its own, not the next item of a list with an item a paragraph."""
    led = frame.last is not None and run.ordinals[frame.last].leads
    return ordinal.heads and not (led and ordinal.leads)


def _resumes(run: _Run, path: _Path, at: int) -> Iterator[tuple[int, _Path]]:
    """The ordinal as the next of an outer list, the inner ones being over."""
    ordinal = run.ordinals[at]
    for depth in range(len(path.stack) - 1, 0, -1):
        if path.stack[depth].sealed:
            return
        frame = path.stack[depth - 1]
        if frame.expected != ordinal.value or not _may_resume(run, frame, ordinal):
            continue
        singles = _singles(path.stack[depth:])
        after = frame._replace(
            expected=frame.expected + 1, value=ordinal.value, last=at, several=True, filling=False
        )
        stack = (*path.stack[: depth - 1], after)
        places = (*path.places, frame.number)
        yield _SINGLE * len(singles), _Path(stack, path.faults + singles, places, path.lists)


def _together(run: _Run, frame: Frame, ordinal: Ordinal) -> bool:
    return frame.last is not None and run.ordinals[frame.last].paragraph == ordinal.paragraph


def _may_resume(run: _Run, frame: Frame, ordinal: Ordinal) -> bool:
    """Items of one list stand in one paragraph, or each at the beginning of its own."""
    led = frame.last is not None and run.ordinals[frame.last].leads
    return _together(run, frame, ordinal) or (led and ordinal.leads)


def _singles(frames: tuple[Frame, ...]) -> tuple[Fault, ...]:
    return tuple(
        Fault(Flaw.SINGLE, frame.last, None)
        for frame in frames
        if not frame.several and frame.value == 1 and frame.last is not None
    )
