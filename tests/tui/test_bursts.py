"""What arrives at once, without a pause between the characters, is not torn apart, wherever the focus is."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, burst, paste, press, review_screen, run, said
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from shenyue.decisions import Verdict
from shenyue.tui.app import ShenyueApp
from shenyue.tui.screens.dialogs import AskText
from shenyue.tui.screens.exporting import ExportDialog
from shenyue.tui.screens.waiting import Picker
from shenyue.tui.widgets.conversation import Ask

SENTENCES = (
    "第1条和第4条都确认",
    "T303查什么",
    "2023年收到几件",
    "a 确认 x 不成立 z",
    "nna第3条，U 和 q？",
    "查什么T303",
)


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


def line(app: ShenyueApp) -> str:
    return review_screen(app).query_one(Ask).value


@pytest.mark.parametrize("pane", ["left", "middle", "right"])
def test_a_sentence_at_rest_goes_to_the_input_line_whole_and_does_nothing(report: Path, pane: str) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        for sentence in SENTENCES:
            screen.show_pane(pane)
            await pilot.pause()
            before = (screen.situation, said(app))
            await burst(app, pilot, sentence)
            assert (line(app), screen.pane, app.screen) == (sentence, pane, screen)
            assert (screen.situation, said(app)) == before
            screen.query_one(Ask).value = ""

    run(story, report)


def test_a_sentence_and_enter_at_once_is_asked(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await burst(app, pilot, "第1条和第4条都确认\r")
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert "› 第1条和第4条都确认" in said(app)
        assert not review_screen(app).situation.review.decisions

    run(story, report)


def test_keys_at_once_are_keys_in_their_order(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        keys = [finding.key for finding in screen.situation.review.findings]
        await burst(app, pilot, "nna")
        assert {key: one.verdict for key, one in screen.situation.review.decisions.items()} == {
            keys[2]: Verdict.CONFIRMED
        }
        await burst(app, pilot, "23")
        assert (screen.pane, line(app)) == ("right", "")

    run(story, report)


@pytest.mark.parametrize("pane", ["left", "middle", "right"])
def test_a_paste_at_rest_goes_to_the_input_line_as_one_line(report: Path, pane: str) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        review_screen(app).show_pane(pane)
        await pilot.pause()
        await paste(app, pilot, "第1条确认\r\n\r\n  abc 第2条\n")
        assert line(app) == "第1条确认 abc 第2条"
        await paste(app, pilot, "，\nx")
        assert line(app) == "第1条确认 abc 第2条， x"
        assert not review_screen(app).situation.review.decisions

    run(story, report)


@pytest.mark.parametrize("key", ["x", "c", "slash"])
def test_what_is_written_in_a_dialog_reaches_its_line_from_anywhere(report: Path, key: str) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, key)
        assert isinstance(app.screen, AskText)
        field = app.screen.query_one(Input)
        await burst(app, pilot, "表1")
        await press(pilot, "down")
        await burst(app, pilot, "x2第3格")
        assert field.value == "表1x2第3格"
        await press(pilot, "down")
        await paste(app, pilot, "甲\n乙")
        assert field.value == "表1x2第3格甲 乙"

    run(story, report)


def test_what_is_written_while_a_dialog_comes_up_reaches_its_line(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = AskText("批注", "")
        app.push_screen(screen)
        await burst(app, pilot, "a1第2条")
        assert screen.query_one(Input).value == "a1第2条"

    run(story, report)


def test_a_folder_pasted_into_the_export_dialog_is_the_folder(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "m")
        assert isinstance(app.screen, ExportDialog)
        await paste(app, pilot, "/存放/2023年\n")
        assert app.screen.query_one(Input).value == "/存放/2023年"

    run(story, report)


def test_a_path_at_once_reaches_the_picker_whole(report: Path) -> None:
    async def remembered(app: ShenyueApp, _pilot: Pilot[int]) -> None:
        assert app.remembered.recent

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert isinstance(app.screen, Picker)
        app.screen.query_one(OptionList).focus()
        await pilot.pause()
        await burst(app, pilot, "/报告 2023/a1.docx")
        assert app.screen.query_one(Input).value == "/报告 2023/a1.docx"

    run(remembered, report)
    run(story)
