"""What the app and the commands hold in hand: a review comes back as it was left, and what changes is on disk before it is shown."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

import platformdirs

from shenyue import __version__
from shenyue.compare import Version, compare, version_of
from shenyue.decisions import Decision
from shenyue.errors import UnusableStore, WrongUsage
from shenyue.review import Review
from shenyue.settings import read_settings
from shenyue.store.chain import Entry, Record, answers, steps
from shenyue.store.clock import minute
from shenyue.store.kept import Kept, Store, Subject
from shenyue.store.opening import is_there

_UNDOABLE = 50
"""Steps that can be taken back after a review was opened again."""


@dataclass(frozen=True, slots=True)
class Resumed:
    """A review as it was left."""

    review: Review
    earlier: tuple[Review, ...] = ()
    """The review before each step that can still be undone, the latest last."""
    note: str = ""
    """What the reviewer must know of it, in Chinese: when it was left, answers without a finding, a broken chain; mostly empty."""


@dataclass(frozen=True, slots=True)
class Done:
    """What holds once a change is on disk."""

    review: Review
    others: Mapping[str, Decision | None]
    """What other windows decided since, by finding key; it is in the review, too."""
    note: str = ""
    """That they did, in Chinese; empty where nobody did."""


@dataclass(frozen=True, slots=True)
class Earlier:
    """An earlier version of the same report."""

    version: Version
    decisions: Mapping[str, Decision]
    """The answers to it, by its findings' keys."""
    path: str = ""
    """Where the file was last seen."""
    opened: str = ""
    """When it was last opened or decided in, ISO 8601."""


class Keeper:
    """One store and the hand that writes in it."""

    def __init__(self, store: Store, reviewer: str = "", against: Earlier | None = None) -> None:
        """`against`: the version to compare with, in place of the one that is found."""
        self._store = store
        self._against = against
        self._reviewer = reviewer or login_name()
        self._met: set[str] = set()
        """The files opened by this hand: what it left a moment ago is no news to the reviewer."""

    def resume(self, review: Review) -> Resumed:
        """The review with the answers kept for the same file.

        Raises:
            UnusableStore: they cannot be read or are not what was written, or that it was opened cannot be noted.
        """
        before = self._store.review(_sha256(review))
        with self._store.writing():
            kept = self._store.seen(_subject(review), _now())
            self._store.put_version(kept, version_of(review))
            entries = _proved(self._store, kept)
        known = {finding.key for finding in review.findings}
        lost = answers(entries).keys() - known
        told = _note(None if _sha256(review) in self._met else before, lost)
        self._met.add(_sha256(review))
        earlier = tuple(_with(review, state, kept.head) for state in steps(entries)[-_UNDOABLE:])
        return Resumed(_with(review, answers(entries), kept.head), earlier, told)

    def keep(self, before: Review, after: Review) -> Done:
        """Write down what differs between two states of a review, in one transaction, and what others wrote meanwhile.

        Raises:
            UnusableStore: it is not on disk; `before` still holds.
        """
        with self._store.writing():
            kept = self._store.review(_sha256(after)) or self._store.seen(_subject(after), _now())
            entries = _proved(self._store, kept)
            seen = self._store.number_of(kept, before.head)
            since = entries[seen or 0 :]
            known = seen is not None
            theirs = {entry.record.finding: entry.record.decision for entry in since} if known else {}
            base = before.decisions if known else answers(since)
            mine = {key: self._own(kept, key, decision) for key, decision in _changed(after, base).items()}
            merged = _with(after, _applied(_applied(base, theirs), mine), kept.head)
            added = self._store.append(kept, self._records(after, mine), len(merged.decisions))
        done = replace(merged, head=added[-1].hash) if added else merged
        return Done(done, theirs, _of_others(since) if theirs else "")

    def earlier(self, review: Review) -> Earlier | None:
        """What is kept of another file of the same unit and year, the one last opened; None where there is none.

        Raises:
            UnusableStore: its answers cannot be read or are not what was written.
        """
        report = review.report
        if self._against is not None:
            return self._against if self._against.version.sha256 != _sha256(review) else None
        if not report.unit or report.year is None:
            return None
        for kept in self._store.reviews(unit=report.unit, year=report.year):
            found = _as_earlier(self._store, kept) if kept.subject.report != _sha256(review) else None
            if found is not None:
                return found
        return None

    def carry(self, review: Review, earlier: Earlier) -> Done:
        """Let the answers to an earlier version hold where the evidence is the same and nothing was answered yet."""
        at = _now()
        carried = compare(earlier.version, version_of(review)).carried(earlier.decisions)
        again = {key: replace(decision, at=at) for key, decision in carried.items()}
        return self.keep(review, replace(review, decisions={**again, **review.decisions}))

    def recent(self, most: int) -> tuple[str, ...]:
        """Paths of the reports last opened, the latest first."""
        return tuple(kept.subject.path for kept in self._store.reviews(most=most))

    def _records(self, review: Review, changed: Mapping[str, Decision | None]) -> list[Record]:
        rules = {finding.key: finding.rule for finding in review.findings}
        pack, at = review.pack, _now()
        return [
            Record(self._reviewer, at, key, rules[key], decision, pack.id, pack.version, __version__)
            for key, decision in changed.items()
        ]

    def _own(self, kept: Kept, key: str, decision: Decision | None) -> Decision | None:
        """A new answer bears the reviewer's name; one that an undo brings back keeps that which it had."""
        if decision is None:
            return None
        given = self._store.entries(kept, finding=key)
        if any(entry.record.decision == decision for entry in given):
            return decision
        return replace(decision, by=self._reviewer, note=_storable(decision.note))


def _note(before: Kept | None, lost: "set[str]") -> str:
    told = []
    if before is not None and before.decided:
        told.append(f"接着上次的进度：已处理 {before.decided} 条，上次是 {minute(before.opened)}。")
    if lost:
        told.append(f"有 {len(lost)} 条处理意见所对的问题这次没有列出（规则或例外有变化），记录仍保留。")
    return "".join(told)


def keeper(path: Path | None = None, reviewer: str = "", against: Earlier | None = None) -> Keeper:
    """The keeper of a store; of the usual one, and under the name in the settings, where none is given.

    Raises:
        UnusableStore: it cannot be opened.
        WrongUsage: the settings cannot be read.
    """
    settings = read_settings()
    return Keeper(Store(path or store_path()), reviewer or settings.reviewer or "", against)


def store_path() -> Path:
    """Where the usual store lies: SHENYUE_STORE, else the settings, else the user's data folder."""
    named = os.environ.get("SHENYUE_STORE") or read_settings().store
    if named:
        return Path(named).expanduser()
    return platformdirs.user_data_path("shenyue", appauthor=False) / "reviews.sqlite"


def recalled(review: Review, path: Path | None = None) -> Review:
    """The review with the answers kept in a store, the usual one where none is named; nothing is written.

    Raises:
        WrongUsage: the store named is not there.
        UnusableStore: it cannot be read, or its records of this review are not what was written.
    """
    where = path or store_path()
    if not is_there(where):
        if path is not None:
            what = "是空文件，不是审阅记录" if path.exists() else "不存在"
            raise WrongUsage(f"--store 指定的“{path}”{what}，请检查路径。")
        return review
    store = Store(where)
    kept = store.review(_sha256(review))
    return _with(review, answers(_proved(store, kept)), kept.head) if kept else review


def kept_version(number: int, path: Path | None = None) -> Earlier | None:
    """What is kept under a number of the list; None where there is no such review, or no store.

    Raises:
        UnusableStore: the store cannot be read, or the records are not what was written.
    """
    where = path or store_path()
    store = Store(where) if is_there(where) else None
    kept = next((one for one in store.reviews() if one.id == number), None) if store else None
    return _as_earlier(store, kept) if store and kept else None


def _as_earlier(store: Store, kept: Kept) -> Earlier | None:
    version = store.version(kept)
    held = answers(_proved(store, kept))
    return Earlier(version, held, kept.subject.path, kept.opened) if version else None


def login_name() -> str:
    """Who is logged in; empty where the system does not say."""
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def _proved(store: Store, kept: Kept) -> tuple[Entry, ...]:
    """The log of a review, once its chain holds: what is not what was written counts for nothing."""
    broken = store.first_break(kept)
    if broken is None:
        return store.entries(kept)
    raise UnusableStore(
        f"审阅记录 {store.path} 中“{kept.subject.title}”的处理记录校验不通过：{broken.sentence}。请用备份换下它，或用 shenyue reviews delete {kept.id} 删去后重新审阅。"
    )


def _with(review: Review, held: Mapping[str, Decision], head: str) -> Review:
    """The review with those of the answers that have a finding in it."""
    ordered = {finding.key: held[finding.key] for finding in review.findings if finding.key in held}
    return replace(review, decisions=ordered, head=head)


def _changed(after: Review, base: Mapping[str, Decision]) -> dict[str, Decision | None]:
    keys = [
        finding.key for finding in after.findings if after.decisions.get(finding.key) != base.get(finding.key)
    ]
    return {key: after.decisions.get(key) for key in keys}


def _applied(held: Mapping[str, Decision], changes: Mapping[str, Decision | None]) -> dict[str, Decision]:
    both = {**held, **changes}
    return {key: decision for key, decision in both.items() if decision is not None}


def _of_others(entries: tuple[Entry, ...]) -> str:
    who = "、".join(dict.fromkeys(entry.record.by for entry in entries if entry.record.by))
    count = len({entry.record.finding for entry in entries})
    return f"这份报告同时在另一处审阅{f'（{who}）' if who else ''}，那里的 {count} 条处理意见已并入。"


def _subject(review: Review) -> Subject:
    report = review.report
    path = str(review.path.absolute())
    return Subject(_sha256(review), path, report.title, report.unit, report.year, len(review.findings))


def _sha256(review: Review) -> str:
    return review.report.document.source.sha256


def _storable(text: str) -> str:
    """Without half characters, which no file can hold."""
    return text.encode("utf-8", "replace").decode()


def _now() -> str:
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
