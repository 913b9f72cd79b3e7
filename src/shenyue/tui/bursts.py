"""What arrives from the keyboard at rest: a sentence goes to the line to write in whole, lone keys act as keys."""

from functools import partial
from typing import ClassVar

from textual import events
from textual.app import App
from textual.widgets import Input

HOLD = 0.01
"""Seconds: what an input method, speech or an unmarked paste sends follows faster upon itself, no finger does."""


class TakesWriting:
    """A screen with a line to write in, which what is written reaches wherever the focus is."""

    LINE: ClassVar[str] = "Input"
    """Where the line is."""
    LETTERS_ACT: ClassVar[bool] = True
    """Whether letters and digits are keys while the line has not the focus."""


class WrittenLine(Input):
    """A line to write in that keeps every line of what is pasted, joined by blanks."""

    def on_paste(self, event: events.Paste) -> None:
        """Textual's own handler follows and puts it in."""
        lines = (line.strip() for line in event.text.splitlines())
        event.text = " ".join(line for line in lines if line)


class Bursts(App[int]):
    """An app that looks at keys in their order of arrival, before any widget has them.

    A widget moves the focus only after the keys that are already under way. So it is moved here.
    """

    held: tuple[events.Key | events.Paste, ...] = ()
    """What has arrived and is not yet known to be a sentence or keys."""

    async def on_event(self, event: events.Event) -> None:
        """Keys and pastes are held until it is known whose they are, all else is as ever."""
        if isinstance(event, events.Key | events.Paste) and not event.is_forwarded:
            self.held += (event,)
            await self._judge(event)
        else:
            await super().on_event(event)

    async def _judge(self, last: events.Key | events.Paste, *, alone: bool = False) -> None:
        """Pass on what is held, to the line where a sentence is among it; `alone`: nothing has followed the last."""
        if not self.held or self.held[-1] is not last:
            return
        screen = self.screen
        if isinstance(screen, TakesWriting) and not isinstance(self.focused, Input):
            lines = screen.query(screen.LINE)  # none: it is only just coming up
            sentence = any(_is_sentence(one, screen.LETTERS_ACT) for one in self.held)
            if not lines or (_is_letter(last) and not sentence and not alone):
                self.set_timer(HOLD, partial(self._judge, last, alone=True))
                return
            if sentence:
                screen.set_focus(lines.first(), scroll_visible=False)
        held, self.held = self.held, ()
        for one in held:
            await super().on_event(one)


def _is_letter(event: events.Key | events.Paste) -> bool:
    return isinstance(event, events.Key) and event.is_printable


def _is_sentence(event: events.Key | events.Paste, letters_act: bool) -> bool:
    """Whether it can be nothing but writing."""
    if isinstance(event, events.Key):
        return event.is_printable and not (letters_act and (event.character or "").isascii())
    return True
