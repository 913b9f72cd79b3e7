"""Every screen and state as SVG, at two sizes, light and dark; rewritten by `make golden` only."""

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from app_by_hand import FAULTY, press, run
from textual.pilot import Pilot
from textual.widgets import ProgressBar

from shenyue.tui.app import ShenyueApp
from shenyue.tui.picture import picture
from shenyue.tui.screens.waiting import Loading, Picker

if TYPE_CHECKING:
    from textual.screen import Screen

FOLDER = Path(__file__).parent / "snapshots"
STATES: dict[str, tuple[str, ...]] = {
    "begin": (),
    "table": ("n", "n", "n", "n", "enter"),
    "decided": ("a", "x", "down", "enter", "u"),
    "asked": (*"为什么不平", "enter"),
    "reason": ("x",),
    "filter": ("f",),
    "evidence": ("n", "n", "n", "n", "e"),
    "help": ("question_mark",),
    "summary": ("w",),
    "tables": ("n", "n", "n", "n", "t"),
    "note": ("c",),
    "basis": ("b",),
    "sections": ("g",),
    "search": ("slash",),
    "searched": ("slash", *"公开", "enter", "enter"),
    "grouped": ("f", "end", "enter", "n"),
    "filtered": ("f", "down", "enter", "n"),
    "many": ("n", "n", "space", "n", "space", "a"),
    "queue": ("o",),
    "cited": ("right", "right", "down"),
}
SIZES = pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
LIGHTS = pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])


@LIGHTS
@SIZES
@pytest.mark.parametrize("state", STATES)
def test_golden(
    state: str, size: tuple[int, int], light: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Path(shutil.copy(FAULTY, tmp_path))
    monkeypatch.chdir(tmp_path)

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        if light:
            await press(pilot, "d")
        await press(pilot, *STATES[state])
        await app.workers.wait_for_complete()
        await _compared(app, pilot, _name(state, size, light=light))

    run(story, Path(report.name), size=size)


@LIGHTS
@SIZES
@pytest.mark.parametrize("state", ["picker", "trouble", "loading"])
def test_golden_without_a_report(state: str, size: tuple[int, int], light: bool) -> None:
    recent = ("/公文/2023/某街道2023年年报.docx", "/公文/2023/某局2023年年报.docx")
    screens: dict[str, Screen[None]] = {
        "picker": Picker(recent),
        "trouble": Picker(recent, "“年报.docx”不是 Word 文件，请另选一份。"),
        "loading": Loading(Path("某街道2023年年报.docx")),
    }

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        if light:
            app.action_turn_theme()
        await app.push_screen(screens[state])
        await pilot.pause(0.1)
        for bar in app.screen.query(ProgressBar):
            bar.update(total=100, progress=40)
        await _compared(app, pilot, _name(state, size, light=light))

    run(story, size=size)


def _name(state: str, size: tuple[int, int], *, light: bool) -> str:
    return f"{state}-{size[0]}x{size[1]}-{'light' if light else 'dark'}.svg"


async def _compared(app: ShenyueApp, pilot: Pilot[int], name: str) -> None:
    """Held against the picture kept."""
    await pilot.pause(0.2)
    drawn, kept = picture(app), FOLDER / name
    if os.environ.get("SHENYUE_GOLDEN") == "write":
        kept.write_text(drawn, "utf-8")
    assert kept.read_text("utf-8") == drawn
