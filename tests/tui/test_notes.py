"""Notes and reasons are kept apart, dialogs say which finding they are about, and a screen without the list says where one is."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, press, review_screen, run, said, seen
from textual.pilot import Pilot

from shenyue.decisions import Verdict
from shenyue.tui import desk
from shenyue.tui.app import ShenyueApp


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


def test_a_note_on_what_is_undecided_says_what_becomes_of_it(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        key = screen.situation.current
        await press(pilot, "c")
        assert "第 1 条 N2" in seen(app)
        assert "这一条还没有处理" in seen(app)
        await press(pilot, "enter")
        assert key not in screen.situation.review.decisions
        await press(pilot, "c", *"ok", "enter")
        assert "原来没有处理，随批注记为“待核实”" in said(app)
        assert screen.situation.review.decisions[key].verdict is Verdict.TO_VERIFY
        await press(pilot, "c")
        assert "这一条还没有处理" not in seen(app)

    run(story, report)


def test_a_reason_is_no_note_and_a_note_is_no_reason(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        key = screen.situation.current
        await press(pilot, "x")
        assert "第 1 条 N2" in seen(app)
        await press(pilot, *"why", "enter", "p", "c")
        assert "：不成立的理由" in seen(app)
        await press(pilot, *["backspace"] * 3, "enter")
        assert screen.situation.review.decisions[key].note == "why"
        await press(pilot, "a")
        assert screen.situation.review.decisions[key].note == ""
        await press(pilot, "p", "c", *"memo", "enter", "u", "p", "x")
        assert screen.situation.review.decisions[key].note == "memo"
        assert "原有批注“memo”，会由理由代替" in seen(app)
        await press(pilot, *"no", "enter", "z")
        assert screen.situation.review.decisions[key].note == "memo"

    run(story, report)


def test_many_answered_at_once_keep_their_notes(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        first, second, *_ = (one.key for one in screen.situation.review.findings)
        await press(pilot, "c", *"memo", "enter", "space", "n", "space", "a", "enter")
        notes = {key: one.note for key, one in screen.situation.review.decisions.items()}
        assert notes == {first: "memo", second: ""}
        await press(pilot, "p", "space", "n", "space", "x", "enter")
        assert "选中的 2 条：为什么不成立" in seen(app)

    run(story, report)


def test_a_screen_without_the_list_names_the_finding_in_passing(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        names = [desk.named(screen.situation, one.key) for one in screen.situation.review.findings]

        def told() -> list[str]:
            return [one.message for one in app._notifications]

        await press(pilot, "n")
        assert not told()
        await press(pilot, "enter", "n")
        assert told() == [names[2]]
        await press(pilot, "a")
        assert told() == [f"{names[2]}：确认。现在看{names[3]}。"]
        await press(pilot, "u")
        assert told() == [f"{names[3]}：待核实。现在看{names[4]}。"]
        await press(pilot, "z")
        assert told() == [f"已撤销对{names[3]}的处理。"]

    run(story, report, size=(80, 24))
