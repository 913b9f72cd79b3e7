"""The log of a review as a hash chain: what an entry says, how it is hashed, what follows from all of them. No file is known here."""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from itertools import groupby

from shenyue.decisions import Decision


@dataclass(frozen=True, slots=True)
class Record:
    """What an entry says."""

    by: str
    """Who entered it; whose answer it is, the decision says: an undo may bring back another's."""
    at: str
    """When it was entered, ISO 8601 with time zone, to the second."""
    finding: str
    """A finding's key."""
    rule: str
    decision: Decision | None
    """What holds of the finding from here on; None takes the answer back."""
    pack: str
    pack_version: str
    program: str
    """The version of this program."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A record in its place."""

    number: int
    """1-based within the review."""
    step: int
    """Number of the first entry that was made in the same moment: one undo takes them back together."""
    record: Record
    previous: str
    """Hash of the entry before; of the first, the sha256 of the report's file: a chain belongs to one report."""
    hash: str


@dataclass(frozen=True, slots=True)
class Break:
    """The first place where a log is not what was written."""

    number: int
    """Of the entry."""
    sentence: str
    """In Chinese."""


def hash_of(number: int, step: int, record: Record, previous: str) -> str:
    """sha256 in hex of the canonical JSON (sorted keys, no blanks, ASCII) of everything that an entry says."""
    decision = record.decision
    said = {
        "number": number,
        "step": step,
        "previous": previous,
        **{name: getattr(record, name) for name in record.__slots__ if name != "decision"},
        "decision": {name: str(getattr(decision, name)) for name in decision.__slots__} if decision else None,
    }
    return sha256(json.dumps(said, sort_keys=True, separators=(",", ":")).encode()).hexdigest()


def continued(length: int, head: str, records: Iterable[Record]) -> Iterator[Entry]:
    """The entries that records become, as one step, at the end of a chain of some length."""
    previous = head
    for number, record in enumerate(records, length + 1):
        entry = Entry(number, length + 1, record, previous, hash_of(number, length + 1, record, previous))
        yield entry
        previous = entry.hash


def answers(entries: Iterable[Entry], before: Mapping[str, Decision] | None = None) -> Mapping[str, Decision]:
    """The answers that hold after the last entry, by finding key; `before`: those that held before the first."""
    held = dict(before or {})
    for entry in entries:
        held.pop(entry.record.finding, None)
        if entry.record.decision is not None:
            held[entry.record.finding] = entry.record.decision
    return held


def first_break(report: str, entries: Iterable[Entry], length: int, head: str) -> Break | None:
    """The first entry that was altered, moved or lost; None where the chain holds. `length` and `head`: as noted beside it."""
    number, previous = 0, report
    for entry in entries:
        number += 1
        if entry.number != number:
            return Break(number, f"第 {number} 条记录缺失")
        if entry.previous != previous or entry.hash != hash_of(number, entry.step, entry.record, previous):
            return Break(number, f"第 {number} 条记录与校验值不符，写入之后被改动过")
        previous = entry.hash
    if number < length:
        return Break(number + 1, f"第 {number + 1} 条记录缺失")
    if number > length or head != previous:
        return Break(number, f"第 {number} 条记录与登记的链头不符")
    return None


def steps(entries: Iterable[Entry]) -> tuple[Mapping[str, Decision], ...]:
    """The answers as they were before each step that still stands, the latest last: what undo goes back to.

    A step that restored what was before takes the step before it away.
    """
    stack: list[Mapping[str, Decision]] = [{}]
    for _, step in groupby(entries, key=lambda entry: entry.step):
        state = answers(step, stack[-1])
        if len(stack) > 1 and stack[-2] == state:
            stack.pop()
        elif stack[-1] != state:
            stack.append(state)
    return tuple(stack[:-1])
