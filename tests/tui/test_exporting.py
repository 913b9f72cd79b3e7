"""The dialog that exports: what is chosen is what is written, no other hand's work is written over."""

import json
import shutil
from functools import cache
from pathlib import Path

import docx
import pytest
from app_by_hand import FAULTY, press, review_screen, run, said, seen
from textual.pilot import Pilot

from shenyue.store.keeping import Keeper
from shenyue.store.kept import Store
from shenyue.tui.app import ShenyueApp
from shenyue.tui.exporting import KINDS
from shenyue.tui.screens.dialogs import Choice
from shenyue.tui.screens.exporting import ExportDialog


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return Path(shutil.copy(FAULTY, tmp_path))


def test_the_text_is_in_view_and_follows_the_choice(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "a", "m")
        assert "【已确认的 2 处】" in seen(app)
        assert "1. 列举序号重复（必须改正）" in seen(app)
        await press(pilot, "right")
        assert "【除不成立以外的全部 6 处】" in seen(app)
        await press(pilot, "left", "left")
        assert "【未处理和待核实的 4 处】" in seen(app)
        await press(pilot, "end", "enter")
        document = json.loads(report.with_name("street-2023-faulty-审核意见.json").read_text("utf-8"))
        assert (document["include"], len(document["items"])) == ("open", 4)

    run(story, report)


def test_the_text_can_be_copied(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "m", "y")
        assert app.clipboard.startswith("关于北京市西城区柳荫坊街道办事处2023年")
        assert "经审核确认的问题共1处" in app.clipboard
        assert len(app.clipboard) < 2_000
        await press(pilot, "escape")
        assert app.screen is review_screen(app)
        assert list(report.parent.iterdir()) == [report]

    run(story, report)


def test_every_kind_is_written_beside_the_report(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a")
        for at in range(len(KINDS)):
            await press(pilot, "m", *["down"] * at, "enter")
        assert said(app).count("已导出已确认的 1 处") == len(KINDS)

    run(story, report)
    written = {one.name: one.stat().st_size for one in report.parent.iterdir() if one != report}
    assert {name.removeprefix("street-2023-faulty-") for name in written} == {
        "批注.docx",
        *(f"审核意见.{kind}" for kind in KINDS if kind != "original"),
    }
    assert all(size > 300 for size in written.values())


def test_another_folder_is_remembered(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "意见"
    folder.mkdir()

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "m", "tab", "end", *"/意见", "enter")
        assert (folder / "street-2023-faulty-审核意见.docx").exists()
        await press(pilot, "m")
        assert str(folder) in app.screen.query_one("Input").value  # type: ignore[attr-defined]

    run(story, report)


def test_a_file_of_another_hand_stays_and_the_copy_comes_first(report: Path) -> None:
    there = report.with_name("street-2023-faulty-审核意见.docx")
    there.write_text("旧", "utf-8")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "m")
        assert "已有同名文件" in seen(app).replace(" ", "")
        await press(pilot, "enter")
        assert "已有同名文件" in seen(app)
        await press(pilot, "escape", "m", "enter", "end", "enter")
        assert sorted(report.parent.iterdir()) == sorted([report, there])
        await press(pilot, "m", "enter", "enter")
        assert there.read_text("utf-8") == "旧"
        assert docx.Document(str(there.with_stem(f"{there.stem}-2"))).paragraphs
        await press(pilot, "m", "enter", "enter")
        assert not there.with_stem(f"{there.stem}-3").exists()
        there.with_stem(f"{there.stem}-2").write_text("改", "utf-8")
        await press(pilot, "m", "enter", "enter")
        assert there.with_stem(f"{there.stem}-2").read_text("utf-8") == "改"
        assert there.with_stem(f"{there.stem}-3").exists()
        await press(pilot, "m", "enter", "down", "enter")
        assert docx.Document(str(there)).paragraphs

    run(story, report)


def test_what_this_session_wrote_is_written_anew_unless_it_was_changed_since(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        for at in range(len(KINDS)):
            await press(pilot, "m", *["down"] * at, "enter")
        written = set(report.parent.iterdir()) - {report}
        await press(pilot, "a")
        for at in range(len(KINDS)):
            await press(pilot, "m", *["down"] * at, "enter")
            assert app.screen is review_screen(app)
        assert set(report.parent.iterdir()) - {report} == written
        for one in written:
            one.write_bytes(one.read_bytes() + b"\n")
        for at in range(len(KINDS)):
            await press(pilot, "m", *["down"] * at, "enter")
            assert isinstance(app.screen, Choice)
            await press(pilot, "enter")
        assert len(set(report.parent.iterdir()) - {report}) == 2 * len(written)
        assert all(one.read_bytes().endswith(b"\n") for one in written)

    run(story, report)


def test_a_folder_that_is_not_there(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "m", "tab", "end", *"/没有", "enter")
        (told,) = app._notifications
        assert "没有这个文件夹" in told.message
        assert list(report.parent.iterdir()) == [report]

    run(story, report)


ASKED = {"导出备忘录": "docx", "导出 Excel 清单": "xlsx", "导出 txt": "txt", "导出带批注的原文件": "original"}


def test_the_conversation_leads_to_the_same(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        for words, kind in ASKED.items():
            await press(pilot, "i", *words, "enter")
            await app.workers.wait_for_complete()
            await pilot.pause(0.2)
            dialog = app.screen
            assert isinstance(dialog, ExportDialog)
            assert dialog._chosen().kind == kind
            await press(pilot, "escape", "escape")

    run(story, report)


def test_a_login_name_signs_nothing_and_the_dialog_says_how_to_be_named(
    report: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "root")

    async def unnamed(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "m")
        shown = seen(app)
        assert "署名：留空" in shown
        assert "--reviewer" in shown
        assert "root" not in shown.partition("经审核确认的问题")[2]
        await press(pilot, "end", "enter")

    async def named(app: ShenyueApp, pilot: Pilot[int]) -> None:
        await press(pilot, "a", "m")
        assert "署名：留空" not in seen(app)
        await press(pilot, "end", "up", "up", "enter", "enter")

    records = report.with_name("记录.sqlite"), report.with_name("另一份.sqlite")
    run(unnamed, report, keeper=cache(lambda: Keeper(Store(records[0]), "root")))
    run(named, report, keeper=cache(lambda: Keeper(Store(records[1]), "王某")))
    written = json.loads(report.with_name("street-2023-faulty-审核意见.json").read_text("utf-8"))
    assert written["reviewer"] == ""
