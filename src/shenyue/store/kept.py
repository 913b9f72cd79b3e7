"""The reviews in one file: what is asked of it and what is written to it."""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import RLock
from weakref import finalize
from zlib import compress, decompress, error

from shenyue.compare.version import Version, from_json, to_json
from shenyue.decisions import Decision, Verdict
from shenyue.store.chain import Break, Entry, Record, continued, first_break
from shenyue.store.opening import connect, told, transaction


@dataclass(frozen=True, slots=True)
class Subject:
    """What is reviewed, as it was when last opened."""

    report: str
    """sha256 of the report's file: the same file elsewhere is the same review."""
    path: str
    title: str
    unit: str
    year: int | None
    findings: int
    """How many there are."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A review in the store."""

    id: int
    subject: Subject
    decided: int
    """How many findings are answered."""
    begun: str
    opened: str
    """When last opened or decided in, ISO 8601."""
    entries: int
    head: str
    """Hash of the last entry; the report's sha256 where there is none yet."""


class Store:
    """A store that is open; may be used from any thread. Every method may raise UnusableStore."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._connection = connect(path)
        self._lock = RLock()
        self.close = finalize(self, self._connection.close)
        """Let go of the file; done by itself when nobody has the store any more."""

    @contextmanager
    def writing(self) -> Iterator[None]:
        """One transaction: what is read in it is still so when it is written."""
        with self._lock, told(self.path), transaction(self._connection):
            yield

    # Reading.

    def reviews(
        self, *, unit: str | None = None, year: int | None = None, most: int = -1
    ) -> tuple[Kept, ...]:
        """The reviews, the latest opened first; `unit`: of exactly this name."""
        chosen = "WHERE (?1 IS NULL OR unit = ?1) AND (?2 IS NULL OR year = ?2)"
        if unit is not None and year is not None:
            chosen = "WHERE unit = ?1 AND year = ?2"
        rows = self._rows(f"{_REVIEW} {chosen} ORDER BY opened DESC, id DESC LIMIT ?3", (unit, year, most))
        return tuple(map(_kept, rows))

    def review(self, report: str) -> Kept | None:
        """The review of a report by the sha256 of its file."""
        return next(map(_kept, self._rows(f"{_REVIEW} WHERE report = ?", (report,))), None)

    def entries(self, review: Kept, *, after: int = 0, finding: str | None = None) -> tuple[Entry, ...]:
        """The log of a review, from behind an entry's number on, of one finding or of all.

        Raises:
            ValueError: an entry was tampered with beyond reading.
        """
        return tuple(map(_entry, self._entries(review, after, finding)))

    def number_of(self, review: Kept, head: str) -> int | None:
        """The number of the entry with a hash; 0 for the beginning of the chain; None where it is no hash of this log."""
        if head == review.subject.report:
            return 0
        rows = self._rows("SELECT number FROM entry WHERE review = ? AND hash = ?", (review.id, head))
        return next((int(str(number)) for (number,) in rows), None)

    def version(self, review: Kept) -> Version | None:
        """The report as it was when last opened; None where it was never kept, or cannot be read any more."""
        rows = self._rows("SELECT content FROM version WHERE review = ?", (review.id,))
        try:
            return next((from_json(decompress(content).decode()) for (content,) in rows), None)  # type: ignore[arg-type]
        except (error, ValueError, KeyError, TypeError):
            return None

    def first_break(self, review: Kept) -> Break | None:
        """Where a log is not what was written; None where its chain holds."""
        readable: list[Entry] = []
        for row in self._entries(review):
            try:
                readable.append(_entry(row))
            except ValueError:
                sentence = f"第 {len(readable) + 1} 条记录被改动过，已读不出处理意见"
                length = len(readable)
                before = first_break(review.subject.report, readable, length, _head(review, readable))
                return before or Break(length + 1, sentence)
        return first_break(review.subject.report, readable, review.entries, review.head)

    def damage(self) -> str:
        """What SQLite finds wrong with the file as a whole; empty where nothing."""
        (found,) = self._rows("PRAGMA quick_check(1)", ())[0]
        return "" if found == "ok" else str(found)

    # Writing; each only within `writing`.

    def seen(self, subject: Subject, at: str) -> Kept:
        """Note that a report was opened; its review begins where there is none."""
        self._write(_SEEN, (*(getattr(subject, name) for name in subject.__slots__), at))
        found = self.review(subject.report)
        assert found is not None  # noqa: S101 - written one line above, in the same transaction
        return found

    def put_version(self, review: Kept, version: Version) -> None:
        """Keep what a later version of the report is compared with."""
        content = compress(to_json(version).encode("utf-8", "replace"))
        self._write("INSERT OR REPLACE INTO version VALUES (?, ?)", (review.id, content))

    def append(self, review: Kept, records: Sequence[Record], decided: int) -> tuple[Entry, ...]:
        """Put records at the end of a log; `review` must have been read within the same transaction."""
        entries = tuple(continued(review.entries, review.head, records))
        self.insert(review, entries, decided)
        return entries

    def insert(self, review: Kept, entries: Sequence[Entry], decided: int) -> None:
        """Put entries that are hashed already at the end of a log."""
        for entry in entries:
            self._write(_INSERT, (review.id, *_row(entry)))
        if entries:
            last = entries[-1]
            self._write(
                "UPDATE review SET entries = ?, head = ?, decided = ?, opened = MAX(opened, ?) WHERE id = ?",
                (last.number, last.hash, decided, last.record.at, review.id),
            )

    def delete(self, review: Kept) -> None:
        """Take a review out with its whole log."""
        self._write("DELETE FROM review WHERE id = ?", (review.id,))
        self._write("DELETE FROM entry WHERE review = ?", (review.id,))

    def _entries(self, review: Kept, after: int = 0, finding: str | None = None) -> list[tuple[object, ...]]:
        return self._rows(_ENTRIES, (review.id, after, finding))

    def _rows(self, query: str, values: Iterable[object]) -> list[tuple[object, ...]]:
        with self._lock, told(self.path):
            return self._connection.execute(query, tuple(values)).fetchall()

    def _write(self, statement: str, values: Iterable[object]) -> None:
        self._connection.execute(statement, tuple(values))


_REVIEW = (
    "SELECT id, report, path, title, unit, year, findings, decided, begun, opened, entries, head FROM review"
)
_SEEN = """
INSERT INTO review (report, path, title, unit, year, findings, begun, opened) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?7)
ON CONFLICT (report) DO UPDATE SET path = ?2, title = ?3, unit = ?4, year = ?5, findings = ?6, opened = ?7
"""
_ENTRIES = """
SELECT number, step, "by", at, finding, rule, verdict, note, decided_by, decided_at, pack, pack_version, program, previous, hash
FROM entry WHERE review = ?1 AND number > ?2 AND (?3 IS NULL OR finding = ?3) ORDER BY number
"""
_INSERT = """
INSERT INTO entry (
    review, number, step, "by", at, finding, rule, verdict, note, decided_by, decided_at, pack, pack_version, program, previous, hash
) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
"""


def _kept(row: Sequence[object]) -> Kept:
    id_, report, *described, decided, begun, opened, entries, head = row
    subject = Subject(report, *described)  # type: ignore[arg-type]
    return Kept(id_, subject, decided, begun, opened, entries, head or report)  # type: ignore[arg-type]


def _entry(row: Sequence[object]) -> Entry:
    number, step, by, at, finding, rule, verdict, note, decided_by, decided_at, *rest = row
    pack, pack_version, program, previous, hash_ = rest
    decision = None
    if verdict is not None:
        decision = Decision(Verdict(verdict), note, decided_by, decided_at)  # type: ignore[arg-type]
    elif (note, decided_by, decided_at) != (None, None, None):
        raise ValueError(number)
    record = Record(by, at, finding, rule, decision, pack, pack_version, program)  # type: ignore[arg-type]
    return Entry(number, step, record, previous, hash_)  # type: ignore[arg-type]


def _row(entry: Entry) -> tuple[object, ...]:
    record, decision = entry.record, entry.record.decision
    answer = (decision.verdict.value, decision.note, decision.by, decision.at) if decision else (None,) * 4
    return (
        *(entry.number, entry.step),
        *(record.by, record.at, record.finding, record.rule),
        *answer,
        *(record.pack, record.pack_version, record.program),
        *(entry.previous, entry.hash),
    )


def _head(review: Kept, entries: Sequence[Entry]) -> str:
    return entries[-1].hash if entries else review.subject.report
