"""How a report comes in: typed, pasted, dragged or chosen; the same file is one report whatever it is called."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, opened, press, review_screen, run, seen
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input, OptionList

from shenyue.tui.app import ShenyueApp
from shenyue.tui.paths import completed, path_of
from shenyue.tui.queue import line, queue_of
from shenyue.tui.screens.review import ReviewScreen
from shenyue.tui.screens.waiting import Picker


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


async def remembered(app: ShenyueApp, _pilot: Pilot[int]) -> None:
    """A first session, so that there is a recent report."""
    assert app.remembered.recent


def field(app: ShenyueApp) -> str:
    return app.screen.query_one(Input).value


def test_what_is_typed_or_pasted_is_a_path_though_the_list_has_the_keys(report: Path) -> None:
    async def typed(app: ShenyueApp, pilot: Pilot[int]) -> None:
        assert isinstance(app.screen.focused, OptionList)
        await press(pilot, "a", "slash")
        assert field(app) == "a/"

    async def pasted(app: ShenyueApp, pilot: Pilot[int]) -> None:
        app.screen.post_message(events.Paste("rest"))
        await pilot.pause()
        app.screen.focused.post_message(events.Paste(f"'{report}'\n"))  # type: ignore[union-attr]
        await pilot.pause()
        assert field(app) == f"'{report}'"
        await press(pilot, "enter")
        await opened(app, pilot)
        assert review_screen(app).situation.review.path == report

    run(remembered, report)
    run(typed)
    run(pasted)


def test_a_path_that_leads_nowhere_stays_to_be_mended(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        wrong = str(report.with_name("street-2032"))
        await press(pilot, *wrong, "enter")
        assert "请改正路径" in seen(app)
        assert field(app) == wrong
        await press(pilot, *["backspace"] * 2, *"23", "tab")
        assert field(app) == str(report)
        await press(pilot, "enter")
        await opened(app, pilot)

    run(story)


def test_a_file_that_is_no_report_stays_to_be_mended(report: Path) -> None:
    broken = report.with_name("坏.docx")
    broken.write_bytes(b"PK\x03\x04 nothing")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, *str(broken), "enter")
        await app.workers.wait_for_complete()
        await pilot.pause(0.2)
        assert isinstance(app.screen, Picker)
        assert field(app) == str(broken)
        assert isinstance(app.screen.focused, Input)

    run(story)


def test_tab_goes_as_far_as_is_clear_and_shows_what_may_follow(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("年报一.docx", "年报二.docx", ".年报藏.docx"):
        (tmp_path / name).touch()
    (tmp_path / "往年").mkdir()
    monkeypatch.chdir(tmp_path)

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "年", "tab")
        assert field(app) == "年报"
        assert "年报一.docx" in seen(app)
        await press(pilot, "三", "tab")
        assert field(app) == "年报三"

    run(story)
    assert completed("往") == ("往年/", ("往年/",))
    assert completed(f"{tmp_path}/年") == (f"{tmp_path}/年报", ("年报一.docx", "年报二.docx"))
    assert completed("") == ("", ("年报一.docx", "年报二.docx", "往年/"))
    assert completed("没有/这里") == ("没有/这里", ())


def test_paths_as_terminals_write_them(tmp_path: Path) -> None:
    report = tmp_path / "年 报.docx"
    report.touch()
    for typed in (f"'{report}'", f' "{report}" ', str(report).replace(" ", "\\ "), report.as_uri()):
        assert path_of(typed) == report


def test_one_file_under_three_paths_is_one_report(report: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(report.parent)
    link = report.with_name("链接.docx")
    link.symlink_to(report)

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        first = review_screen(app).situation
        assert list(app.queue.entries) == [Path(report.name)]
        await press(pilot, "o", "end", "enter")
        assert isinstance(app.screen, Picker)
        assert len(app.remembered.recent) == 1
        await press(pilot, "enter")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReviewScreen)
        assert review_screen(app).situation is first
        await press(pilot, "o", "end", "enter", "escape")
        await pilot.pause(0.2)
        assert isinstance(app.screen, ReviewScreen)

    run(story, Path(report.name), report, link)


def test_two_files_of_one_name_show_their_folders(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "另稿"
    folder.mkdir()
    other = Path(shutil.copy(report, folder))

    queue = queue_of([report, other, report.with_name("又一份.docx")])

    assert [line(queue, one) for one in queue.entries.values()] == [
        f"{report.name}（{tmp_path}）　等候",
        f"{report.name}（{folder}）　等候",
        "又一份.docx　等候",
    ]
