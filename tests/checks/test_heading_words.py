"""N206, N207 and N208 on reports made by hand, by the rules as shipped."""

import pytest
from prose_by_hand import WHOLE, report

from shenyue.checks import CHECKS
from shenyue.findings import Hit
from shenyue.rules import RulePack, read_pack


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def hits(pack: RulePack, rule_id: str, marked: str, *, extracted: bool = False) -> list[tuple[str, str]]:
    made = report(marked, extracted=extracted)
    rule = pack.rule(rule_id)
    found = [one for one in CHECKS[rule.kind].run(made, **rule.parameters) if isinstance(one, Hit)]
    return [(made.document.quote(one.span) if one.span else "", one.variant) for one in found]


@pytest.mark.parametrize(
    ("headings", "expected"),
    [
        ("##（一）甲\n文。\n##（二）、乙\n文。", [("（二）、", "")]),
        ("##1.甲\n文。\n##2、乙\n文。\n##3.丙\n文。", [("2、", "")]),
        ("##1、甲\n文。\n##2、乙\n文。", []),
        ("##（一） 甲\n文。\n##(二)　乙\n文。", []),
        ("##（一）甲|。正文。\n##（二）乙|：正文。", []),
    ],
)
def test_marks_after_numbers(pack: RulePack, headings: str, expected: list[tuple[str, str]]) -> None:
    assert hits(pack, "N206", f"#1 一、总体情况\n{headings}") == expected


def test_marks_of_a_run_are_one_finding(pack: RulePack) -> None:
    assert hits(pack, "N206", "#1 一.总体情况\n文。\n#2 二.主动公开政府信息情况\n[表]") == [("一.", "")]


def test_a_whole_report_has_lost_nothing(pack: RulePack) -> None:
    for rule in ("N206", "N207", "N208"):
        assert hits(pack, rule, WHOLE) == []


def test_a_lost_number_and_a_lost_heading(pack: RulePack) -> None:
    lost = WHOLE.replace("#4 四、", "#4 ")
    headless = WHOLE.replace("#4 四、政府信息公开行政复议、行政诉讼情况", "#4? ")

    assert hits(pack, "N207", lost) == [("政府信息公开行政复议、行政诉讼情况", "")]
    assert hits(pack, "N207", lost, extracted=True) == [("政府信息公开行政复议、行政诉讼情况", "extracted")]
    assert hits(pack, "N207", headless) == [("本部分有内容。", "heading")]


def test_a_line_that_explains_a_gap_has_lost_its_number(pack: RulePack) -> None:
    gap = "#1 一、总体情况\n##（一）甲情况\n文。\n乙情况\n文。\n##（三）丙情况\n文。"
    end = "#1 一、总体情况\n##（一）甲情况\n文。\n##（二）乙情况\n文。\n丙情况\n文。"
    none = "#1 一、总体情况\n##（一）甲情况\n文。\n附图如下\n##（二）乙情况\n文。"

    for marked, line in ((gap, "乙情况"), (end, "丙情况")):
        assert hits(pack, "N207", marked) == [(line, "")]
        assert hits(pack, "N202", marked) == []
    assert hits(pack, "N207", none) == []


def test_text_that_stands_without_its_heading(pack: RulePack) -> None:
    rest = "##（三）信息管理\n文。\n##（四）平台建设\n文。\n##（五）监督保障\n文。"
    stands = f"#1 一、总体情况\n##（一）主动公开\n全年公开九条。\n依申请公开方面，安排专人受理。全年没有收到。\n{rest}"
    gone = f"#1 一、总体情况\n##（一）主动公开\n全年公开九条。\n{rest}"

    assert hits(pack, "N202", stands) == []
    assert hits(pack, "N202", gone) == [("（三）", "")]
    assert hits(pack, "N207", gone) == []


def headings(*titles: str) -> str:
    lines = (f"##（{'一二三四五'[at]}）{title}\n文。" for at, title in enumerate(titles))
    return "#1 一、总体情况\n" + "\n".join(lines)


@pytest.mark.parametrize(
    ("titles", "expected"),
    [
        (("加强主动公开", "规范依申请公开", "强化信息管理", "平台建设情况"), [("平台建设情况", "")]),
        (("主动公开情况", "依申请公开情况", "信息管理情况", "平台建设"), [("平台建设", "ending")]),
        (("主要问题", "我们将加以改进"), [("我们将加以改进", "sentence")]),
        (("加强主动公开", "规范依申请公开", "强化信息管理", "精细维护平台"), []),
        (("主动公开", "依申请公开", "信息管理", "平台建设", "监督保障"), []),
        (("主动公开情况", "加强信息管理"), []),
    ],
)
def test_forms_of_sibling_headings(
    pack: RulePack, titles: tuple[str, ...], expected: list[tuple[str, str]]
) -> None:
    assert hits(pack, "N208", headings(*titles)) == expected
