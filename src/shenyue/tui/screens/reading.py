"""Shown whole, scrolled and left: help, the tables, the basis of a finding."""

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import ModalScreen

from shenyue.tui.blocks import Block, Mark, Prose
from shenyue.tui.keys import KEYS, keymap, sign
from shenyue.tui.plain import plain
from shenyue.tui.widgets.page import Page


class Reading(ModalScreen[None]):
    """Something to read; Esc or Enter leaves it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,enter,q,f1,f10", "leave", "返回", id="reading-back")
    ]

    def __init__(self, title: str, blocks: Sequence[Block], at: tuple[int, int] = (0, 0)) -> None:
        super().__init__()
        self._title, self._page, self._at = title, Page(blocks, classes="reading"), at

    def compose(self) -> ComposeResult:
        """One page."""
        self._page.border_title = plain(self._title)
        self._page.border_subtitle = "↑↓ 翻看　Esc 返回"
        yield self._page

    def on_mount(self) -> None:
        """Bring the place in question into view."""
        self._page.bring(*self._at)

    def action_leave(self) -> None:
        """Back to the main screen."""
        self.dismiss()


def help_screen(wanted: Mapping[str, str]) -> Reading:
    """Every key, from the one table, with the user's own."""
    keys = keymap(wanted)
    blocks = [
        Prose(
            "拼音输入法开着时字母键会被吃掉：请用后面所列的功能键、方向键，或在输入行里打出名称（确认、下一条、不成立……）再按回车。"
        )
    ]
    for one in KEYS:
        signs = "　".join(sign(key) for key in keys[one.id].split(","))
        names = (
            Mark(0, len(one.name), "field"),
            Mark(len(one.name) + 1, len(one.name) + 1 + len(signs), "strong"),
        )
        blocks.append(Prose(f"{one.name}　{signs}　{one.help}", marks=names, gap=0))
    return Reading("帮助：全部按键", blocks)
