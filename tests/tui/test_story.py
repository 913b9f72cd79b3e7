"""A reviewer's whole morning, by keys alone."""

import json
import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, ask, press, review_screen, run, seen
from textual.pilot import Pilot

from shenyue.decisions import Verdict
from shenyue.tui.app import ShenyueApp
from shenyue.tui.widgets.report import ReportView

QUESTIONS = {
    "为什么": "三是",
    "这条依据是什么": "不重不漏",
    "应该怎么改": "请",
    "今年收到多少件申请": "9",
    "明天天气怎么样": "无法回答",
}
"""What is asked, and what the answer must hold."""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


def test_a_review_from_opening_to_export(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        keys = [finding.key for finding in screen.situation.review.findings]
        await press(pilot, "n", "n", "k", "p")
        assert screen.situation.current == keys[0]
        await press(pilot, "a", "a")
        await press(pilot, "x", *"ok", "enter")
        await press(pilot, "c", *"memo", "enter")
        assert screen.situation.review.decisions[keys[3]].note == "memo"
        await press(pilot, "z")
        assert keys[3] not in screen.situation.review.decisions
        await press(pilot, "f", "down", "enter")
        assert screen.situation.filter_name == "只看必须改正"
        assert len(screen.situation.shown) == 3
        await press(pilot, "i")
        for question, answer in QUESTIONS.items():
            assert answer in await ask(app, pilot, question)
        await press(pilot, "escape", "escape", "n", "n", "n", "u", "u", "u")
        assert "已处理 6/6" in seen(app)
        await press(pilot, "enter", "end", "enter")
        exported = json.loads(report.with_name("street-2023-faulty-审核意见.json").read_text("utf-8"))
        assert [one["verdict"] for one in exported["items"]] == ["确认", "确认"]
        assert exported["decided"] == "确认2处、不成立1处、待核实3处"
        await press(pilot, "q")
        assert app.return_code == 0

    run(story, report)


def test_a_review_without_any_letter_key(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        keys = [finding.key for finding in screen.situation.review.findings]
        await press(pilot, "down", "down", "up", "up", "f2", "f2")
        await press(pilot, "f3", "down", "enter")
        assert screen.situation.review.decisions[keys[2]].verdict is Verdict.REJECTED
        await press(pilot, "f5", *"属实", "enter", "f6")
        assert keys[3] not in screen.situation.review.decisions
        await press(pilot, "f7", "down", "enter", "escape")
        assert screen.situation.filter_name == ""
        await press(pilot, *"下一条", "enter")
        await press(pilot, *"确认", "enter")
        assert "一" in await ask(app, pilot, "为什么")
        await press(pilot, "escape", "f4", "f4", "f4")
        assert len(screen.situation.review.decisions) == 6
        await press(pilot, "enter", "enter")
        assert report.with_name("street-2023-faulty-审核意见.docx").exists()
        await press(pilot, "f9", "enter")
        assert app.screen is screen

    run(story, report, size=(80, 24))


def test_many_findings_answered_at_once_after_a_count(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "n", "n", "s", "a")
        assert "选中了 2 条" in seen(app)
        await press(pilot, "escape")
        assert not screen.situation.review.decisions
        await press(pilot, "a", "enter")
        assert [one.verdict for one in screen.situation.review.decisions.values()] == [Verdict.CONFIRMED] * 2
        await press(pilot, "z")
        assert not screen.situation.review.decisions

    run(story, report)


def test_a_citation_leads_to_its_finding(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        first = screen.situation.current
        await press(pilot, "n", "n", "right", "right", "enter")
        assert screen.situation.current == first
        assert screen.pane == "middle"
        await press(pilot, "right", "down", "enter")
        assert screen.situation.current == screen.situation.review.findings[1].key

    run(story, report)


def test_chinese_typed_anywhere_goes_to_the_input_line_whole(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "down")
        answer = await ask(app, pilot, "为什么")
        assert "› 为什么" in answer
        assert "T" in answer or "N" in answer

    run(story, report)


def test_a_hidden_report_is_shown_at_the_spot(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "down", "down", "down", "down", "enter")
        shown = seen(app)
        assert "一、本年新收政府信息公开申请" in shown
        await press(pilot, "f8", *"适老化", "enter")
        assert "适老化" in seen(app)

    run(story, report, size=(80, 24))


def test_the_same_search_again_goes_to_the_next_place(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        view = review_screen(app).query_one(ReportView)
        await press(pilot, "slash", *"公开", "enter")
        first = view.scroll_offset.y
        for _ in range(9):
            await press(pilot, "f8", "enter")
        assert view.scroll_offset.y > first

    run(story, report)


def test_search_goes_through_findings_and_report(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "slash", *"公共图书馆", "enter")
        assert screen.pane == "middle"
        await press(pilot, "escape", "slash", *"三是", "enter")
        assert screen.situation.filter_name == "含“三是”"

    run(story, report)


def test_several_files_are_a_queue_and_a_broken_one_stops_nothing(report: Path, tmp_path: Path) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"PK\x03\x04 nothing")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        await app.workers.wait_for_complete()
        await press(pilot, "o")
        shown = seen(app)
        assert "已处理 1/6" in shown
        assert "坏.docx" in shown

    run(story, report, broken)


def test_leaving_asks_while_answers_are_not_exported(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "q")
        assert "还没有导出" in seen(app)
        await press(pilot, "escape")
        assert app.return_code is None or app.is_running

    run(story, report)


def test_own_keys(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        await press(pilot, "a")
        assert not screen.situation.review.decisions
        await press(pilot, "v")
        assert len(screen.situation.review.decisions) == 1
        await press(pilot, "f2")
        assert len(screen.situation.review.decisions) == 2

    run(story, report, keys={"confirm": "v"})


def test_without_a_file_a_picker_with_recent_reviews(report: Path) -> None:
    async def first(app: ShenyueApp, pilot: Pilot[int]) -> None:
        del app, pilot

    async def second(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await pilot.pause()
        assert report.name in seen(app).replace(" ", "")

    run(first, report)
    run(second)


def test_without_colours_the_quote_stands_in_brackets(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(app: ShenyueApp, _pilot: Pilot[int]) -> None:
        assert "【三是】" in seen(app)

    monkeypatch.setenv("NO_COLOR", "1")
    run(story, report)


def test_the_whole_table_shows_the_groups_of_its_rows(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "n", "n", "n", "n", "t")
        shown = seen(app)
        group, row = shown.index("（三）不予公开"), shown.index("1.属于国家秘密")
        assert group < row
        assert shown.count("（三）不予公开") == 1

    run(story, report, size=(200, 90))
