"""Cells that are blank have no characters: they are marked as cells, every one of them, and evidence leads to each."""

from pathlib import Path

import docx
import pytest
from app_by_hand import FAULTY, press, review_screen, run, seen
from textual.pilot import Pilot

from shenyue.compare import version_of
from shenyue.compare.version import from_json, to_json
from shenyue.review import Order, open_review
from shenyue.tui.app import ShenyueApp
from shenyue.tui.blocks import QUOTE
from shenyue.tui.screens.stepping import go_to
from shenyue.tui.widgets.report import ReportView


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """The sample with every 0 of its tables left out."""
    document = docx.Document(str(FAULTY))
    for table in document.tables:
        for cell in table._cells:
            if cell.text.strip() == "0":
                cell.text = ""
    document.save(str(tmp_path / "空白.docx"))
    return tmp_path / "空白.docx"


def test_every_blank_cell_is_marked_and_offered(report: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        blank = [one for one in screen.situation.review.findings if one.rule == "T303"]
        assert blank
        for finding in blank:
            go_to(screen, finding.key)
            await pilot.pause()
            drawn = screen.query_one(ReportView).marks
            marks = {mark.start for block in drawn.values() for mark in block if mark.style == QUOTE}
            assert f"有{len(marks)}个单元格空白" in finding.message
        await press(pilot, "e")
        assert "栏　空白" in seen(app)
        await press(pilot, "down", "enter")
        styles = {mark.style for block in screen.query_one(ReportView).marks.values() for mark in block}
        assert QUOTE in styles
        await press(pilot, "t")

    run(story, report)


def test_versions_are_kept_as_before(report: Path) -> None:
    version = version_of(open_review(report, Order()))

    assert '"cells":[' not in to_json(version)
    assert {one.key for one in from_json(to_json(version)).findings} == {one.key for one in version.findings}
