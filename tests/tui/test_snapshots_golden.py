"""Every screen and state as SVG, at two sizes, light and dark; rewritten by `make golden` only."""

import os
import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, press, run
from textual.pilot import Pilot

from shenyue.tui.app import ShenyueApp
from shenyue.tui.picture import picture

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
}


@pytest.mark.parametrize("light", [False, True], ids=["dark", "light"])
@pytest.mark.parametrize("size", [(80, 24), (140, 45)], ids=["80x24", "140x45"])
@pytest.mark.parametrize("state", STATES)
def test_golden(
    state: str, size: tuple[int, int], light: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = Path(shutil.copy(FAULTY, tmp_path))
    monkeypatch.chdir(tmp_path)
    kept = FOLDER / f"{state}-{size[0]}x{size[1]}-{'light' if light else 'dark'}.svg"

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        if light:
            await press(pilot, "d")
        await press(pilot, *STATES[state])
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        drawn = picture(app)
        if os.environ.get("SHENYUE_GOLDEN") == "write":
            kept.write_text(drawn, "utf-8")
        assert kept.read_text("utf-8") == drawn

    run(story, Path(report.name), size=size)
