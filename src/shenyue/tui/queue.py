"""The reports of one session and what became of each: state in, state out, nothing of the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shenyue.errors import ShenyueError, UnusableStore
from shenyue.tui.paths import real

if TYPE_CHECKING:
    from shenyue.chat.replies import Situation
    from shenyue.decisions import Decision
    from shenyue.review import Review
    from shenyue.tui.keeping import Past


class State(StrEnum):
    """How far a report is; the value is what the screen says."""

    WAITING = "等候"
    READING = "正在读取"
    READY = "可审阅"
    REFUSED = "未能读取"


@dataclass(frozen=True, slots=True)
class Entry:
    """One report of the queue."""

    path: Path
    state: State = State.WAITING
    situation: "Situation | None" = None
    """Where the reviewer stands in it; None until it was read."""
    past: "Past | None" = None
    """What the store knew of it; None until all rules were applied."""
    refusal: ShenyueError | None = None
    """Why it could not be read."""
    exported: "Review | None" = None
    """The review as it was last exported."""
    district: str | None = None
    """A rule pack asked for in the conversation."""
    laid_by: "Mapping[str, Decision]" = field(default_factory=dict)
    """Answers to findings that the rules now in force do not give."""
    before: "Review | None" = None
    """As it was under the rule pack that was left; None once its reader knows what has changed."""

    @property
    def unsaved(self) -> int:
        """How many answers would be lost on leaving."""
        if self.situation is None or self.situation.review is self.exported or self.situation.review.head:
            return 0
        return len(self.situation.review.decisions)

    @property
    def trouble(self) -> ShenyueError | None:
        """Why it cannot be worked on; None where it can."""
        lost = UnusableStore(self.past.note) if self.past and self.past.lost else None
        return self.refusal or lost


@dataclass(frozen=True, slots=True)
class Queue:
    """The reports, and the one that the reviewer wants to see."""

    entries: Mapping[Path, Entry]
    """In the order in which they were named."""
    awaited: Path | None = None

    def but(self, path: Path, **changes: Any) -> "Queue":
        """With something else about one report, which joins the queue where it is new."""
        entry = replace(self.entries.get(path, Entry(path)), **changes)
        return replace(self, entries={**self.entries, path: entry})

    def known(self, path: Path) -> Path:
        """The path under which a file stands in the queue already; as given where it does not."""
        return next((one for one in self.entries if real(one) == real(path)), path)

    def to_read(self) -> Entry | None:
        """What to read now, the awaited one first; None while one is being read, or where none waits."""
        waiting = [entry for entry in self.entries.values() if entry.state is State.WAITING]
        if not waiting or any(entry.state is State.READING for entry in self.entries.values()):
            return None
        return next((entry for entry in waiting if entry.path == self.awaited), waiting[0])

    def position(self, path: Path) -> tuple[int, int]:
        """The how manieth of how many."""
        return list(self.entries).index(path) + 1, len(self.entries)

    @property
    def unsaved(self) -> int:
        """How many answers would be lost on leaving."""
        return sum(entry.unsaved for entry in self.entries.values())


def queue_of(paths: Iterable[Path]) -> Queue:
    """All waiting, the first one awaited; a file named twice stands there once."""
    queue = Queue({})
    for path in paths:
        queue = queue.but(queue.known(path))
    entries = queue.entries
    return Queue(entries, next(iter(entries), None))


def laid_aside(queue: Queue, path: Path, district: str | None) -> Queue:
    """A report waits to be read, perhaps once more under another pack: the answers to it wait with it."""
    entry = queue.entries.get(path, Entry(path))
    answers = entry.situation.review.decisions if entry.situation else {}
    laid_by = {**entry.laid_by, **answers}
    before = entry.situation.review if entry.situation else entry.before
    return queue.but(
        path, state=State.WAITING, situation=None, district=district, laid_by=laid_by, before=before
    )


def taken_in(queue: Queue, path: Path, situation: "Situation") -> Queue:
    """A report was read: where the store does not keep them, the answers that were laid aside hold again."""
    from shenyue.tui.desk import carried  # noqa: PLC0415 - the first frame must not wait for what it brings

    entry = queue.entries[path]
    if situation.review.head:
        return queue.but(path, situation=situation, laid_by={})
    situation, laid_by = carried(entry.situation or situation, situation.review, entry.laid_by)
    return queue.but(path, situation=situation, laid_by=laid_by)


def renewed(queue: Queue, path: Path, review: "Review") -> Queue:
    """The rules changed while a report was open: the reviewer stays where they are, and every answer stays."""
    from shenyue.tui.desk import carried  # noqa: PLC0415 - as above

    entry = queue.entries[path]
    if entry.situation is None:
        return queue
    situation, laid_by = carried(entry.situation, review, entry.laid_by)
    return queue.but(path, situation=situation, laid_by=laid_by)


def line(queue: Queue, entry: Entry) -> str:
    """The report in one line, with its progress; its folder too where another has the same name."""
    alike = sum(other.name == entry.path.name for other in queue.entries) > 1
    name = f"{entry.path.name}（{entry.path.absolute().parent}）" if alike else entry.path.name
    if entry.situation is None:
        return f"{name}　{entry.refusal or entry.state.value}"
    review = entry.situation.review
    return f"{name}　已处理 {len(review.decisions)}/{len(review.findings)}"
