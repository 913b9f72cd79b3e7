"""Between the screens and the store: a report comes back as it was left, and what is decided is on disk before it is shown."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Protocol

from shenyue.chat.replies import Situation
from shenyue.errors import ShenyueError
from shenyue.review import Review
from shenyue.tui.desk import begun, next_open

if TYPE_CHECKING:
    from shenyue.store.keeping import Done, Earlier, Resumed


class Keeping(Protocol):
    """What the app needs of the store; `shenyue.store.keeping.Keeper` is it. Each raises ShenyueError where the store fails."""

    def resume(self, review: Review) -> "Resumed":
        """The review as it was left."""

    def keep(self, before: Review, after: Review) -> "Done":
        """Write down what differs."""

    def earlier(self, review: Review) -> "Earlier | None":
        """Another version of the same report."""

    def carry(self, review: Review, earlier: "Earlier") -> "Done":
        """Let the answers to that version hold where the evidence is the same."""


Keeper = Callable[[], Keeping]
"""Opens the store when first called; called again where it failed, for the disk may be back."""


@dataclass(frozen=True, slots=True)
class Past:
    """What the store knew when a report was opened."""

    note: str = ""
    """What the reviewer must know, in Chinese; empty where nothing."""
    lost: bool = False
    """Whether answers cannot be kept; `note` says why."""
    earlier: "Earlier | None" = None
    """Another version of the same report."""
    said: bool = False
    """Whether the reviewer was told."""


def taken_up(review: Review, keeper: Keeper | None) -> tuple[Situation, Past]:
    """Where the reviewer was in a report: at the first finding without an answer, with what can still be undone."""
    if keeper is None:
        return begun(review), Past()
    try:
        hand = keeper()
        resumed = hand.resume(review)
    except ShenyueError as reason:
        return begun(review), Past(f"{reason}现在只能查看，处理意见保存不了。", lost=True)
    earlier, note = _earlier(hand, review)
    situation = replace(begun(resumed.review), undo=resumed.earlier)
    first = next_open(replace(situation, current=""), situation.shown)
    return replace(situation, current=first or situation.current), Past(resumed.note + note, earlier=earlier)


def _earlier(hand: Keeping, review: Review) -> "tuple[Earlier | None, str]":
    """Another version, or why it is not compared with; it stops no work on this one."""
    try:
        return hand.earlier(review), ""
    except ShenyueError as reason:
        return None, f"没有与上一稿对照：{reason}"


def kept(before: Situation, after: Situation, keeper: Keeper | None) -> tuple[Situation, str]:
    """The situation that holds once it is on disk, with what others decided meanwhile, and the sentence that says so.

    Raises:
        ShenyueError: it is not on disk; `before` still holds.
    """
    if keeper is None or before.review.decisions == after.review.decisions:
        return after, ""
    done = keeper().keep(before.review, after.review)
    return with_others(replace(after, review=done.review), done), done.note


def with_others(situation: Situation, done: "Done") -> Situation:
    """The situation in which undo takes nothing back that others decided."""

    def over(review: Review) -> Review:
        both = {**review.decisions, **done.others}
        return replace(review, decisions={key: one for key, one in both.items() if one is not None})

    return replace(situation, undo=tuple(map(over, situation.undo))) if done.others else situation
