"""The terminal app: which screen is on, the queue of reports, threads that read them. All else is the screens'."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.app import App, SystemCommand
from textual.command import CommandPalette
from textual.screen import Screen

from shenyue.tui.keys import KEYS, keymap
from shenyue.tui.messages import Opened, Refused, Saved, Wanted, Worked
from shenyue.tui.plain import shown
from shenyue.tui.queue import Entry, State, ready, refused
from shenyue.tui.remembered import keep, recall, with_recent
from shenyue.tui.screens.waiting import Loading, Picker

if TYPE_CHECKING:
    from shenyue.review import Order
    from shenyue.tui.talk import Talk


class ShenyueApp(App[int]):
    """审阅 in the terminal."""

    TITLE = "审阅"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True

    def __init__(
        self,
        files: Iterable[Path],
        order: "Callable[[], Order]",
        *,
        keys: dict[str, str] | None = None,
        talk: "Talk | None" = None,
        screenshot: Path | None = None,
    ) -> None:
        super().__init__()
        self._order = order
        self._talk = talk
        self._shot = screenshot
        self.wanted_keys = keys or {}
        self.remembered = recall()
        self.entries = {path: Entry(path) for path in files}
        self._awaited: Path | None = next(iter(self.entries), None)

    def on_mount(self) -> None:
        """Answer at once; the work is done in a thread."""
        self.theme = "textual-light" if self.remembered.light else "textual-dark"
        self.set_keymap(keymap(self.wanted_keys))
        if self._awaited is None:
            self.push_screen(Picker(self.remembered.recent))
        else:
            self.push_screen(Loading(self._awaited))
            self._read_next()

    # Reading: one report at a time, the awaited one first.

    def _read_next(self) -> None:
        if any(entry.state is State.READING for entry in self.entries.values()):
            return
        waiting = [path for path, entry in self.entries.items() if entry.state is State.WAITING]
        if waiting:
            path = self._awaited if self._awaited in waiting else waiting[0]
            self.entries[path] = replace(self.entries[path], state=State.READING)
            district = self.entries[path].district
            self.run_worker(lambda: self._read(path, district), thread=True, group="reading")

    def _read(self, path: Path, district: str | None) -> None:
        from shenyue.tui.opening import opened  # noqa: PLC0415 - the first frame must not wait for loaders and rules

        self.post_message(opened(path, self._order, district))

    def on_opened(self, message: Opened) -> None:
        """A report is ready; show it where it is awaited."""
        self.entries[message.path] = ready(self.entries[message.path], message.review)
        self.remembered = with_recent(self.remembered, message.path)
        keep(self.remembered)
        if message.path == self._awaited:
            self._show(message.path)
        self._read_next()

    def on_refused(self, message: Refused) -> None:
        """A report could not be read; say why and let another be chosen."""
        self.entries[message.path] = refused(self.entries[message.path], message.sentence)
        if message.path == self._awaited:
            self._awaited = None
            self._turn_to(Picker(self.remembered.recent, shown(message.sentence)))
        else:
            self.notify(shown(message.sentence), severity="error", markup=False)
        self._read_next()

    def on_wanted(self, message: Wanted) -> None:
        """Show a report of the queue, or read another, or the same under another rule pack."""
        entry = self.entries.get(message.path)
        self._awaited = message.path
        if entry and entry.state is State.READY and message.district is None:
            self._show(message.path)
            return
        if entry is None or entry.state in (State.READY, State.REFUSED):
            self.entries[message.path] = Entry(message.path, district=message.district)
        self._turn_to(Loading(message.path))
        self._read_next()

    def on_worked(self, message: Worked) -> None:
        """Keep what was decided, for when the reviewer comes back to this report."""
        self.entries[message.path] = replace(self.entries[message.path], situation=message.situation)

    def on_saved(self, message: Saved) -> None:
        """What was exported need not be asked about when leaving."""
        self.entries[message.path] = replace(self.entries[message.path], exported=message.review)
        self.remembered = replace(self.remembered, folder=message.folder)
        keep(self.remembered)

    def _show(self, path: Path) -> None:
        from shenyue.tui.screens.review import ReviewScreen  # noqa: PLC0415 - as above

        situation = self.entries[path].situation
        if situation is not None:
            self._turn_to(ReviewScreen(situation, self._talk, folder=self.remembered.folder))
            if self._shot:
                self.set_timer(1.0, self._shoot)

    def _turn_to(self, screen: Screen[None]) -> None:
        while len(self.screen_stack) > 2:  # noqa: PLR2004 - Textual's own screen and ours
            self.pop_screen()
        self.switch_screen(screen)

    def _shoot(self) -> None:
        if self._shot:
            self._shot.write_text(self.export_screenshot(title="审阅"), "utf-8")
            self.exit(0)

    # What every screen can ask for.

    def action_turn_theme(self) -> None:
        """Dark or light, remembered."""
        self.remembered = replace(self.remembered, light=not self.remembered.light)
        self.theme = "textual-light" if self.remembered.light else "textual-dark"
        keep(self.remembered)

    def action_queue(self) -> None:
        """The reports of this session, and the way to another."""
        from shenyue.tui.queue import ask_for_report  # noqa: PLC0415 - as above

        ask_for_report(self)

    def action_leave(self) -> None:
        """Quit; ask first where answers were not exported."""
        from shenyue.tui.queue import ask_before_leaving  # noqa: PLC0415 - as above

        ask_before_leaving(self)

    def action_command_palette(self) -> None:
        """The palette, in Chinese."""
        self.push_screen(CommandPalette(placeholder="输入要做的事，如：过滤、导出、帮助"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: the same table as the keys."""
        for key in KEYS:
            method = getattr(screen, f"action_{key.action}", None)
            if method is not None:
                yield SystemCommand(key.name, key.help, method)
