"""The reports of one session and what became of each."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.tui.messages import Wanted

if TYPE_CHECKING:
    from shenyue.chat.replies import Situation
    from shenyue.review import Review
    from shenyue.tui.app import ShenyueApp


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
    sentence: str = ""
    """Why it could not be read."""
    exported: "Review | None" = None
    """The review as it was last exported."""
    district: str | None = None
    """A rule pack asked for in the conversation."""

    @property
    def unsaved(self) -> int:
        """How many answers would be lost on leaving."""
        if self.situation is None or self.situation.review is self.exported:
            return 0
        return len(self.situation.review.decisions)


def ready(entry: Entry, review: "Review") -> Entry:
    """The report was read; the reviewer begins at its first finding."""
    from shenyue.tui.desk import begun  # noqa: PLC0415 - heavy, and by now loaded

    situation = begun(review)
    return replace(entry, state=State.READY, situation=situation)


def refused(entry: Entry, sentence: str) -> Entry:
    """The report could not be read."""
    return replace(entry, state=State.REFUSED, sentence=sentence)


def line(entry: Entry) -> str:
    """The report in one line, with its progress."""
    if entry.situation is None:
        return f"{entry.path.name}　{entry.sentence or entry.state.value}"
    review = entry.situation.review
    return f"{entry.path.name}　已处理 {len(review.decisions)}/{len(review.findings)}"


def ask_for_report(app: "ShenyueApp") -> None:
    """Choose a report of the session, or another."""
    from shenyue.tui.screens.dialogs import Choice  # noqa: PLC0415 - not needed for the first frame
    from shenyue.tui.screens.waiting import Picker  # noqa: PLC0415

    entries = list(app.entries.values())

    def taken(answer: int | None) -> None:
        if answer is not None and answer < len(entries):
            app.post_message(Wanted(entries[answer].path))
        elif answer is not None:
            app.switch_screen(Picker(app.remembered.recent))

    app.push_screen(Choice("换报告", [*map(line, entries), "打开另一份报告……"]), taken)


def ask_before_leaving(app: "ShenyueApp") -> None:
    """Leave at once where nothing would be lost."""
    from shenyue.tui.screens.dialogs import yes_no  # noqa: PLC0415 - as above

    count = sum(entry.unsaved for entry in app.entries.values())

    def sure(answer: int | None) -> None:
        if answer == 0:
            app.exit(0)

    if count == 0:
        app.exit(0)
    else:
        app.push_screen(yes_no(f"有 {count} 条处理意见还没有导出，退出后不保留。", "不导出，退出"), sure)
