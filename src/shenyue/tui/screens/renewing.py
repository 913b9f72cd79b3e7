"""What the app does when rules change while it is open; all that is heavy is imported in the thread that looks."""

from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from shenyue.tui.plain import shown
from shenyue.tui.queue import State, renewed

if TYPE_CHECKING:
    from shenyue.tui.intake import Intake
    from shenyue.tui.keeping import Past
    from shenyue.tui.messages import Completed, Rereviewed
    from shenyue.tui.watching import Watch

_GROUP = "rules"
_TOLD = 3
"""Mistakes that are told at once."""


def look(app: "Intake") -> None:
    """Look at the rule files in a thread, unless one is still looking."""
    if app.rules_watch is not None and all(worker.group != _GROUP for worker in app.workers):
        app.run_worker(partial(_look, app, app.rules_watch), thread=True, group=_GROUP)


def _look(app: "Intake", watch: "Watch") -> None:
    ready = [one for one in app.queue.entries.values() if one.state is State.READY]
    for news in watch.news((one.path, one.district) for one in ready):
        app.post_message(news)


def rereviewed(app: "Intake", message: "Rereviewed") -> None:
    """A report was judged anew: on the screen or not, the reviewer stays where they are in it."""
    from shenyue.tui.screens.review import ReviewScreen  # noqa: PLC0415 - loaded by then, but not before the first frame

    screens = [one for one in app.screen_stack if isinstance(one, ReviewScreen)]
    shown_now = next((one for one in screens if one.situation.review.path == message.path), None)
    if shown_now is not None:
        app.queue = app.queue.but(message.path, situation=shown_now.situation)
    app.queue = renewed(app.queue, message.path, message.review)
    situation = app.queue.entries[message.path].situation
    if shown_now is not None and situation is not None:
        shown_now.rereviewed(situation)


def with_changes(app: "Intake", message: "Completed") -> "Past":
    """What the reviewer must know of a report, with what another rule pack has changed where they asked for one."""
    from shenyue.tui.desk import difference  # noqa: PLC0415 - as above

    before, past = app.queue.entries[message.path].before, message.past
    if before is None or past.lost:
        return past
    return replace(past, note=difference(before, message.situation.review) + past.note)


def tell_broken(app: "Intake", sentences: str) -> None:
    """What is wrong with the rules, and that the last ones that were whole stay in force."""
    lines = sentences.splitlines()
    more = [f"……共 {len(lines)} 处。"] if len(lines) > _TOLD else []
    told = "\n".join(["规则包改得有误，仍用原来的规则：", *lines[:_TOLD], *more])
    app.notify(shown(told), severity="error", timeout=15, markup=False)
