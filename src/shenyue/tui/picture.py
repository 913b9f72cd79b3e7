"""A screen as SVG, for documents: the app opened, some keys pressed, the picture taken."""

from collections.abc import Sequence
from html import unescape
from pathlib import Path
from typing import Any

import regex
from rich.cells import cell_len
from textual.app import App
from textual.pilot import Pilot

from shenyue.tui.screens.waiting import Loading
from shenyue.tui.widgets.conversation import Conversation

_TEXT = regex.compile(r'textLength="(?<length>[\d.]+)"(?<rest>[^>]*)>(?<text>[^<]+)<')
_PAUSE = 0.05
"""Seconds between two looks whether the report is there."""


class Photographer:
    """Presses the keys, writes the picture, and leaves; Textual calls it once the app runs."""

    def __init__(self, target: Path, keys: Sequence[str] = ()) -> None:
        self._target, self._keys = target, keys

    async def __call__(self, pilot: Pilot[Any]) -> None:
        """Take it as soon as nothing is being read or answered."""
        app = pilot.app
        await pilot.pause(_PAUSE)
        while isinstance(app.screen, Loading) or not all(
            one.blocks for one in app.screen.query(Conversation)
        ):
            await pilot.pause(_PAUSE)
        for key in ("", *self._keys):
            await pilot.press(*filter(None, [key]))
            await app.workers.wait_for_complete()
            await pilot.pause()
        self._target.write_text(picture(app), "utf-8")
        app.exit(0)


def picture(app: App[Any]) -> str:
    """The screen as SVG, the same whenever it shows the same."""
    drawn = regex.sub(r"terminal-\d+", "terminal-0", app.export_screenshot(title="审阅"))
    return _TEXT.sub(_as_wide_as_its_cells, drawn) + "\n"


def _as_wide_as_its_cells(match: regex.Match[str]) -> str:
    """Rich takes every character for one cell; Chinese ones would be squeezed to half their width."""
    text = unescape(match["text"])
    length = float(match["length"]) / len(text) * cell_len(text)
    return f'textLength="{length:g}"{match["rest"]}>{match["text"]}<'
