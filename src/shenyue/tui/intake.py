"""The reports of a session on their way to the screen: read in threads one after another, taken in, shown, kept in mind."""

import gc
from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from textual.screen import Screen

from shenyue.tui.bursts import Bursts
from shenyue.tui.messages import (
    Completed,
    Opened,
    Refused,
    Rereviewed,
    RulesBroken,
    Saved,
    Wanted,
    Worked,
)
from shenyue.tui.plain import shown
from shenyue.tui.queue import Entry, State, laid_aside, queue_of, taken_in
from shenyue.tui.remembered import keep, recall, with_recent
from shenyue.tui.screens import renewing
from shenyue.tui.screens.waiting import Loading, Picker

if TYPE_CHECKING:
    from shenyue.review import Order
    from shenyue.tui.keeping import Keeper
    from shenyue.tui.screens.review import ReviewScreen
    from shenyue.tui.talk import Talk
    from shenyue.tui.watching import Watch


class Intake(Bursts):
    """An app with a queue of reports."""

    def __init__(
        self,
        files: Iterable[Path],
        order: "Callable[[], Order]",
        *,
        keys: Mapping[str, str] | None = None,
        talk: "Talk | None" = None,
        keeper: "Keeper | None" = None,
    ) -> None:
        super().__init__()
        self.order = order
        self._talk = talk
        self.keeper = keeper
        self.wanted_keys = keys or {}
        self.remembered = recall()
        self.queue = queue_of(files)
        self._reviewing: ReviewScreen | None = None
        self.rules_watch: Watch | None = None
        """Over the rule files, from the first report on."""
        self.written: dict[Path, str] = {}
        """What this session exported: digests by path."""

    # Reading: one report at a time.

    def read_next(self) -> None:
        """Read what is to be read now, if anything."""
        entry = self.queue.to_read()
        if entry is not None:
            self.queue = self.queue.but(entry.path, state=State.READING)
            self.run_worker(partial(self._read, entry), thread=True, group="reading")

    def _read(self, entry: Entry) -> None:
        gc.disable()  # hundreds of modules and patterns are loaded now, and none of it is litter
        from shenyue.tui.opening import opened, watch_over  # noqa: PLC0415 - the first frame must not wait for loaders and rules

        if self.rules_watch is None:
            self.rules_watch = watch_over(self.order)
        if self.rules_watch is not None:
            self.rules_watch.meet(entry.path)
        for message in opened(entry.path, self.order, entry.district, self.keeper):
            self.post_message(message)

    def on_opened(self, message: Opened) -> None:
        """A report is ready; show it where it is awaited."""
        self.queue = taken_in(self.queue, message.path, message.situation)
        self.remember(recent=with_recent(self.remembered.recent, message.path))
        if message.path == self.queue.awaited:
            self._show(message.path).call_after_refresh(message.seen.set)
        else:
            message.seen.set()

    def on_completed(self, message: Completed) -> None:
        """All rules have been applied to a report, and earlier answers were taken up."""
        past = renewing.with_changes(self, message)
        queue = taken_in(self.queue, message.path, message.situation)
        self.queue = queue.but(message.path, state=State.READY, past=past, before=None)
        situation = self.queue.entries[message.path].situation
        if situation and self._reviewing and self._reviewing.situation.review.path == message.path:
            self._reviewing.complete(situation, past)
            self._told(message.path)
        self.read_next()

    def on_rereviewed(self, message: Rereviewed) -> None:
        """The rules changed: the report on the screen stays where it is."""
        renewing.rereviewed(self, message)

    def on_rules_broken(self, message: RulesBroken) -> None:
        """The rules that hold stay in force."""
        renewing.tell_broken(self, message.sentences)

    def on_refused(self, message: Refused) -> None:
        """A report could not be read; say why and let another be chosen."""
        self.queue = self.queue.but(message.path, state=State.REFUSED, refusal=message.reason)
        if message.path == self.queue.awaited:
            self.queue = replace(self.queue, awaited=None)
            typed = str(message.path)
            self._turn_to(Picker(self.remembered.recent, shown(str(message.reason)), typed=typed))
        else:
            self.notify(shown(str(message.reason)), severity="error", markup=False)
        self.read_next()

    def on_wanted(self, message: Wanted) -> None:
        """Show a report of the queue, or read another, or the same under another rule pack."""
        path = self.queue.known(message.path)
        entry = self.queue.entries.get(path)
        self.queue = replace(self.queue, awaited=path)
        if entry and entry.situation and message.district is None:
            self._show(path)
            return
        if entry is None or entry.state in (State.READY, State.REFUSED):
            self.queue = laid_aside(self.queue, path, message.district)
        self._turn_to(Loading(path))
        self.read_next()

    def on_worked(self, message: Worked) -> None:
        """Keep what was decided, for when the reviewer comes back to this report."""
        self.queue = self.queue.but(message.path, situation=message.situation)

    def on_saved(self, message: Saved) -> None:
        """What was exported need not be asked about when leaving."""
        self.queue = self.queue.but(message.path, exported=message.review)
        self.written[message.file.resolve()] = message.digest
        self.remember(folder=str(message.file.parent))

    def remember(self, **changes: object) -> None:
        """Keep for the next start."""
        self.remembered = replace(self.remembered, **changes)  # type: ignore[arg-type] # its own fields
        keep(self.remembered)

    def _show(self, path: Path) -> "ReviewScreen":
        from shenyue.tui.screens.review import ReviewScreen  # noqa: PLC0415 - as above

        entry, folder = self.queue.entries[path], self.remembered.folder
        if entry.situation is None:
            raise KeyError(path)
        screen = ReviewScreen(entry.situation, self._talk, folder=folder, keys=self.wanted_keys)
        screen.keeper, screen.past = self.keeper, entry.past or screen.past
        self._reviewing = screen
        self._turn_to(screen)
        self._told(path)
        return screen

    def _told(self, path: Path) -> None:
        """What the store knew is said once."""
        past = self.queue.entries[path].past
        self.queue = self.queue.but(path, past=past and replace(past, said=True))

    def _turn_to(self, screen: Screen[None]) -> None:
        while len(self.screen_stack) > 2:  # noqa: PLR2004 - Textual's own screen and ours
            self.pop_screen()
        self.switch_screen(screen)
