"""A text that is no annual report is called so, where the reviewer looks first; a report in which little was recognised is not."""

from pathlib import Path

import pytest
from app_by_hand import FAULTY, run, said, seen
from textual.pilot import Pilot

from shenyue.output.unlike import is_unlike
from shenyue.review import Order, open_review
from shenyue.tui.app import ShenyueApp

MINUTES = """会议纪要

时间：上午九点
地点：二楼会议室

与会人员讨论了采购办公用品的事项。会议决定由办公室负责询价，下周报送结果。

散会。
"""


@pytest.fixture
def minutes(tmp_path: Path) -> Path:
    path = tmp_path / "纪要.txt"
    path.write_text(MINUTES, "utf-8")
    return path


@pytest.mark.parametrize("size", [(140, 45), (80, 24)])
def test_what_is_no_report_is_called_so(minutes: Path, size: tuple[int, int]) -> None:
    async def story(app: ShenyueApp, _pilot: Pilot[int]) -> None:
        assert "不像年度报告" in seen(app)
        assert "这看来不是" in seen(app)
        assert said(app).startswith("文件看完了。这看来不是政府信息公开工作年度报告：")
        assert "请确认选对了文件。" in said(app)

    run(story, minutes, size=size)


def test_little_recognised_is_not_nothing(tmp_path: Path) -> None:
    titled = tmp_path / "某街道.txt"
    titled.write_text("北京市西城区柳荫坊街道办事处2023年政府信息公开工作年度报告\n\n正文。\n", "utf-8")

    assert not is_unlike(open_review(FAULTY, Order()).report)
    assert not is_unlike(open_review(titled, Order()).report)
