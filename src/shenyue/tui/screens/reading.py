"""Shown whole, scrolled and left: help, the tables, the summary of a review."""

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.screen import ModalScreen
from textual.widget import Widget

from shenyue.tui.keys import KEYS, keymap, sign
from shenyue.tui.plain import plain
from shenyue.tui.widgets.drawn_table import DrawnTable
from shenyue.tui.widgets.prose import Mark, Prose


class Reading(ModalScreen[None]):
    """Something to read; Esc or Enter leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f1,f10", "leave", "返回", id="reading-back")
    ]

    def __init__(
        self, title: str, widgets: Sequence[Widget], at: tuple[DrawnTable, int] | None = None
    ) -> None:
        super().__init__()
        self._title, self._widgets, self._at = title, widgets, at

    def compose(self) -> ComposeResult:
        """The widgets below each other."""
        with VerticalScroll(classes="reading") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "↑↓ 翻看　Esc 返回"
            yield from self._widgets

    def on_mount(self) -> None:
        """Bring the cell in question into view."""
        self.call_after_refresh(self._bring)

    def _bring(self) -> None:
        if self._at:
            table, cell = self._at
            box = self.query_one(".reading")
            box.scroll_to(
                y=table.virtual_region.y + table.line_of(cell) - box.size.height // 3, animate=False
            )

    def action_leave(self) -> None:
        """Back to the main screen."""
        self.dismiss()


def help_screen(wanted: dict[str, str]) -> Reading:
    """Every key, from the one table, with the user's own."""
    keys = keymap(wanted)
    lines = [f"{'　'.join(sign(key) for key in keys[one.id].split(','))}" for one in KEYS]
    widgets = [
        Prose(
            "拼音输入法开着时字母键会被吃掉：请用后面所列的功能键、方向键，或在输入行里打出名称（确认、下一条、不成立……）再按回车。",
            classes="assistant",
        ),
    ]
    for one, line in zip(KEYS, lines, strict=True):
        text = f"{one.name}　{line}　{one.help}"
        widgets.append(
            Prose(
                text,
                (
                    Mark(0, len(one.name), "bold $text-primary"),
                    Mark(len(one.name) + 1, len(one.name) + 1 + len(line), "bold"),
                ),
            )
        )
    return Reading("帮助：全部按键", widgets)
