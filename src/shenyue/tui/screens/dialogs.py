"""Dialogs: each asks one thing and returns the answer, None where the reviewer turned away."""

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Input, OptionList

from shenyue.tui.blocks import Prose
from shenyue.tui.bursts import TakesWriting, WrittenLine
from shenyue.tui.plain import plain
from shenyue.tui.widgets.page import Page

_BACK: list[BindingType] = [Binding("escape", "turn_away", "返回", id="dialog-back")]


class Choice(ModalScreen[int]):
    """One of several, by arrows and Enter or the mouse; returns its ordinal."""

    BINDINGS = _BACK

    def __init__(self, title: str, options: Sequence[str], before: str = "", at: int = 0) -> None:
        super().__init__()
        self._title, self._options, self._before, self._at = title, options, before, at

    def compose(self) -> ComposeResult:
        """Title, what must be known before choosing, the options."""
        with Vertical(classes="dialog") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = "↑↓ 选择　回车 确定　Esc 返回"
            if self._before:
                yield Page([Prose(self._before, gap=0)], classes="before")
            yield OptionList(*(plain(option) for option in self._options), compact=True)

    def on_mount(self) -> None:
        """Ready for the arrows."""
        options = self.query_one(OptionList)
        options.highlighted = self._at if self._options else None
        options.focus()

    @on(OptionList.OptionSelected)
    def take(self, event: OptionList.OptionSelected) -> None:
        """Return it."""
        event.stop()
        self.dismiss(event.option_index)

    def action_turn_away(self) -> None:
        """Return nothing."""
        self.dismiss(None)


class AskText(TakesWriting, ModalScreen[str]):
    """A line of text; where there are ready answers, arrows and Enter pick one."""

    LETTERS_ACT = False
    AUTO_FOCUS = "Input"

    BINDINGS: ClassVar[list[BindingType]] = [*_BACK, Binding("down", "ready", "现成的", show=False)]

    def __init__(
        self, title: str, hint: str, ready: Sequence[str] = (), value: str = "", before: str = ""
    ) -> None:
        super().__init__()
        self._before = before
        self._title, self._hint, self._ready, self._value = title, hint, ready, value

    def compose(self) -> ComposeResult:
        """What must be known before writing, the line, then the ready answers."""
        with Vertical(classes="dialog") as box:
            box.border_title = plain(self._title)
            box.border_subtitle = ("↓ 选现成的　" if self._ready else "") + "回车 确定　Esc 返回"
            if self._before:
                yield Page([Prose(self._before, gap=0)], classes="before")
            with_cursor = WrittenLine(self._value, placeholder=self._hint, compact=True)
            with_cursor.cursor_blink = False
            yield with_cursor
            if self._ready:
                yield OptionList(*(plain(option) for option in self._ready), compact=True)

    @on(Input.Blurred)
    def left(self, event: Input.Blurred) -> None:
        """What was written stays when more is written later."""
        event.input.select_on_focus = False

    def action_ready(self) -> None:
        """Go to the ready answers."""
        if self._ready:
            self.query_one(OptionList).focus()

    @on(Input.Submitted)
    def written(self, event: Input.Submitted) -> None:
        """Return what was written."""
        event.stop()
        self.dismiss(event.value.strip())

    @on(OptionList.OptionSelected)
    def picked(self, event: OptionList.OptionSelected) -> None:
        """Return the ready answer."""
        event.stop()
        self.dismiss(self._ready[event.option_index])

    def action_turn_away(self) -> None:
        """Return nothing."""
        self.dismiss(None)


def yes_no(question: str, yes: str, no: str = "返回") -> Choice:
    """A question; 0 means yes."""
    return Choice("请确认", (yes, no), before=question)
