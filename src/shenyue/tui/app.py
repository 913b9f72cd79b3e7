"""The terminal app: how it begins, and what every screen can ask for. Reports come in by `intake`; all else is the screens'."""

import os
from collections.abc import Iterable
from functools import partial
from pathlib import Path

from textual.app import SystemCommand
from textual.command import CommandPalette
from textual.notifications import SeverityLevel
from textual.screen import Screen

from shenyue.tui.intake import Intake
from shenyue.tui.keys import KEYS, keymap
from shenyue.tui.screens import renewing
from shenyue.tui.screens.leaving import ask_before_leaving, ask_for_report
from shenyue.tui.screens.waiting import Loading, Picker
from shenyue.tui.widgets.toast import keep_toasts_whole


class ShenyueApp(Intake):
    """审阅 in the terminal."""

    TITLE = "审阅"
    CSS_PATH = Path(__file__).with_name("app.tcss")
    ENABLE_COMMAND_PALETTE = True

    def on_mount(self) -> None:
        """Answer at once; the work is done in a thread."""
        keep_toasts_whole()
        self.theme = "textual-light" if self.remembered.light else "textual-dark"
        keys = keymap(self.wanted_keys)
        self.set_keymap({own: keys[own] for own in self.wanted_keys})
        awaited = self.queue.awaited
        self.push_screen(Loading(awaited) if awaited else Picker(self.remembered.recent))
        self.read_next()
        self.set_interval(1, partial(renewing.look, self))

    def _fatal_error(self) -> None:
        """A fault of the program's own: one sentence on a clean terminal. Textual has no public place to say so."""
        if "SHENYUE_DEBUG" in os.environ:
            super()._fatal_error()
        else:
            name = type(self._exception).__name__
            self.panic(
                f"界面内部出错（{name}），已退出；记下的处理意见都在。请把报告和刚才的操作告诉维护人员。"
            )

    def notify(
        self,
        message: str,
        *,
        title: str = "",
        severity: SeverityLevel = "information",
        timeout: float | None = None,
        markup: bool = True,
    ) -> None:
        """Tell it in place of what was told before: the same twice, or one more step, needs no second toast. Errors stand their time."""
        for one in list(self._notifications):
            if one.message == message or one.severity == severity == "information":
                self._unnotify(one)
        super().notify(message, title=title, severity=severity, timeout=timeout, markup=markup)

    # What every screen can ask for.

    def action_turn_theme(self) -> None:
        """Dark or light, remembered."""
        self.remember(light=not self.remembered.light)
        self.theme = "textual-light" if self.remembered.light else "textual-dark"

    def action_queue(self) -> None:
        """The reports of this session, and the way to another."""
        ask_for_report(self)

    def action_leave(self) -> None:
        """Quit; ask first where answers were not exported."""
        ask_before_leaving(self)

    def action_command_palette(self) -> None:
        """The palette, in Chinese."""
        self.push_screen(CommandPalette(placeholder="输入要做的事，如：过滤、导出、帮助"))

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """The command palette: the same table as the keys."""
        for key in KEYS if hasattr(screen, "action_do") else ():
            yield SystemCommand(key.name, key.help, partial(screen.run_action, key.action))
