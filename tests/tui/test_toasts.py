"""What is told in passing: whole, once, and no more than one of it."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, press, review_screen, run, seen
from textual.pilot import Pilot

from shenyue.tui.app import ShenyueApp


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


def told(app: ShenyueApp) -> list[str]:
    return [one.message for one in app._notifications]


@pytest.mark.parametrize("width", [120, 133, 140, 141, 157])
def test_no_character_is_lost_where_a_toast_lies_over_the_edge_of_a_pane(report: Path, width: int) -> None:
    words = "选中一条，按处理键一并处理，放开它就不再选中了。"

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        for lead in ("", "x"):
            review_screen(app).notify(lead + words, markup=False)
            await pilot.pause(0.1)
            assert lead + words in seen(app)
            await press(pilot, "n")
            assert lead + words in seen(app)

    run(story, report, size=(width, 45))


def test_the_same_is_not_told_twice_and_errors_stay(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "p", "p", "p")
        assert told(app) == ["已经是第一条。"]
        await press(pilot, "s")
        assert told(app) == ["选中 1 条，按处理键一并处理，Esc 放开。"]
        app.notify("磁盘已满。", severity="error")
        await pilot.pause()
        app.notify("磁盘已满。", severity="error")
        await press(pilot, "s")
        assert told(app) == ["磁盘已满。", "已不再选中。"]

    run(story, report)
