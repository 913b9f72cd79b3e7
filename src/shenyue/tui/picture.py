"""A screen as SVG, for documents: the app opened, some keys pressed, the picture taken."""

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import TYPE_CHECKING, Any

import regex
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

from shenyue.patterns import compiled
from shenyue.tui.bursts import HOLD
from shenyue.tui.intake import Intake
from shenyue.tui.screens.waiting import Loading
from shenyue.tui.widgets.conversation import Conversation

if TYPE_CHECKING:
    from shenyue.errors import ShenyueError

_TEXT = compiled(r'textLength="(?<length>[\d.]+)"(?<rest>[^>]*)>(?<text>[^<]+)<')
_PAUSE = 0.05
"""Seconds between two looks whether the report is there."""


class Photographer:
    """Presses the keys, writes the picture, and leaves; Textual calls it once the app runs."""

    def __init__(self, target: Path, keys: Sequence[str] = ()) -> None:
        self._target, self._keys = target, keys
        self.trouble: ShenyueError | None = None
        """Why there is no picture of what was asked for."""

    async def __call__(self, pilot: Pilot[Any]) -> None:
        """Take it as soon as nothing is being read or answered."""
        app = pilot.app
        assert isinstance(app, Intake)  # noqa: S101 - no other app is photographed
        await pilot.pause(_PAUSE)
        while app.return_code is None and not _ready(app):
            await pilot.pause(_PAUSE)
        if app.return_code is not None:  # it crashed, and has said so
            return
        self.trouble = next(filter(None, (one.trouble for one in app.queue.entries.values())), None)
        if self.trouble is None:
            await self._take(pilot)
        app.exit(0)

    async def _take(self, pilot: Pilot[Any]) -> None:
        app = pilot.app
        assert isinstance(app, Intake)  # noqa: S101 - as above
        for key in ("", *self._keys):
            await pilot.press(*filter(None, [key]))
            while app.held:
                await pilot.pause(HOLD)
            await app.workers.wait_for_complete()
            await pilot.pause()
        self._target.write_text(picture(app), "utf-8")


def _ready(app: Intake) -> bool:
    conversations = app.screen.query(Conversation)
    return not isinstance(app.screen, Loading) and all(one.blocks for one in conversations)


def picture(app: App[Any]) -> str:
    """The screen as SVG, the same whenever it shows the same."""
    drawn = compiled(r"terminal-\d+").sub("terminal-0", app.export_screenshot(title="审阅"))
    return _TEXT.sub(_as_wide_as_its_cells, drawn) + "\n"


def _as_wide_as_its_cells(match: regex.Match[str]) -> str:
    """Rich takes every character for one cell; Chinese ones would be squeezed to half their width."""
    text = unescape(match["text"])
    length = float(match["length"]) / len(text) * cell_len(text)
    return f'textLength="{length:g}"{match["rest"]}>{match["text"]}<'
