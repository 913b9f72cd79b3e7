"""One way of naming a place: on the screens, in the memo and in the text of the command line."""

import shutil
from pathlib import Path

import pytest
from app_by_hand import FAULTY, press, review_screen, run, seen
from textual.pilot import Pilot

from shenyue.findings import Finding
from shenyue.memo.places import place_words
from shenyue.output.spot import place_text, span_words, spot
from shenyue.review import Order, Review, open_review
from shenyue.tui.app import ShenyueApp


@pytest.fixture(scope="module")
def review() -> Review:
    return open_review(FAULTY, Order())


def finding_of(review: Review, rule: str) -> Finding:
    return next(one for one in review.findings if one.rule == rule)


def test_paragraphs_of_word_are_counted_alike_everywhere(review: Review) -> None:
    finding = finding_of(review, "N211")

    assert place_text(review.report, finding).endswith(" › 第 16 段")
    assert place_words(review.report, finding).endswith("，第16段")


def test_a_cell_is_named_by_row_and_column(review: Review) -> None:
    finding = finding_of(review, "T313")
    cell = "表三“（七）总计”行“总计”栏"

    assert place_text(review.report, finding).endswith(cell)
    assert place_words(review.report, finding).endswith(cell)
    assert finding.operands[0].span
    assert span_words(review.report, finding.operands[0].span).startswith("表三“")
    assert spot(review.report, finding.operands[0].span.start) == "表三"


def test_texts_are_counted_by_lines(tmp_path: Path) -> None:
    path = tmp_path / "年报.txt"
    path.write_text("某街道2023年政府信息公开工作年度报告\n\n一、总体情况\n正文。\n", "utf-8")
    report = open_review(path, Order()).report

    assert spot(report, report.document.text.index("正文")) == "第 4 行"


def test_the_report_tells_the_place_and_the_basis_that_governs(tmp_path: Path) -> None:
    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        screen = review_screen(app)
        assert "第 16 段" in str(screen.query_one("#report").border_subtitle)
        await press(pilot, "n", "n", "b")
        assert "〔2021〕30号" in seen(app)
        assert "〔2019〕60号" not in seen(app)

    run(story, Path(shutil.copy(FAULTY, tmp_path)))
