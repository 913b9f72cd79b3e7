"""The key of a finding outlives formats, edits elsewhere, and renumbering."""

import hashlib

import pytest
from reports_by_hand import report, span_of

from shenyue.engine import finding_key
from shenyue.engine.keys import anchor_of, finding_keys
from shenyue.findings import Hit, TablePlace


def anchor(quote: str, text: str, nth: int = 1) -> str:
    of = report(text)
    return anchor_of(of, Hit(span_of(of, quote, nth)))


def part_one(line: str) -> str:
    return f"标题\n一、总体情况\n{line}\n"


def test_a_key_is_twelve_hex_digits_of_rule_and_anchor() -> None:
    key = finding_key("T311", "applications.new.total")
    assert key == hashlib.sha256(b"T311|applications.new.total").hexdigest()[:12]


def test_equal_anchors_are_numbered_in_text_order() -> None:
    keys = finding_keys("L501", ["a", "b", "a", "a"])
    assert keys == tuple(finding_key("L501", anchor) for anchor in ("a", "b", "a|2", "a|3"))


@pytest.mark.parametrize(
    ("hit", "expected"),
    [
        (Hit(None, cell=TablePlace("applications", "new", "total")), "applications.new.total"),
        (Hit(None, cell=TablePlace("fees")), "fees.."),
        (Hit(None, missing="aspect.management"), "aspect.management"),
    ],
)
def test_cells_and_what_is_missing_name_themselves(hit: Hit, expected: str) -> None:
    assert anchor_of(report(), hit) == expected


@pytest.mark.parametrize(
    ("quote", "line", "expected"),
    [
        ("三是", "一是公开；三是推进重点领域。其他。", "part1|三是推进重点领域"),
        ("三是", "一是公开;三是推进重点领域!其他。", "part1|三是推进重点领域"),
        ("公开", "（一） 主动公开 情况", "part1|主动公开情况"),
        ("（一）", "（一）主动公开情况。全年公开5条。", "part1|主动公开情况"),
        ("2．", "2．主动公开情况", "part1|主动公开情况"),
        ("二，", "二，主动公开情况", "part1|主动公开情况"),
        ("全年", "1.全年公开５条（以下简称“条”）。", "part1|全年公开5条(以下简称“条”)"),
        ("，，", "第一句，，第二句。", "part1|第一句"),
        ("，", "，第二句。", "part1|,"),
        ("3.5", "增长3.5%。", "part1|增长3.5%"),
    ],
)
def test_prose_hangs_on_its_clause(quote: str, line: str, expected: str) -> None:
    assert anchor(quote, part_one(line)) == expected


def test_a_clause_counts_forty_characters() -> None:
    assert anchor("长", part_one("长" * 60)) == "part1|" + "长" * 40


def test_before_the_first_part_is_part_zero() -> None:
    assert anchor("标题", part_one("文。")) == "part0|标题"


def test_renumbering_rewidening_and_edits_elsewhere_leave_the_key() -> None:
    before = anchor("三是", part_one("（1） 一是公开；三是推进 平台（网站）建设。"))
    after = anchor(
        "三是", part_one("新添一段。\n二、一是公开；三是推进平台(网站)建设。").replace("二、", "1. ")
    )
    assert before == after
