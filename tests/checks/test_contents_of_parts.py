"""C702, C703, C705 and C706 on reports made by hand, by the rules as shipped; S106 and C702–C704 on the published report."""

from pathlib import Path

import pytest
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.engine import check
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.rules import RulePack, read_pack


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def outcomes(pack: RulePack, rule_id: str, marked: str) -> list[Outcome]:
    rule = pack.rule(rule_id)
    return list(CHECKS[rule.kind].run(report(marked), **rule.parameters))


def hits(pack: RulePack, rule_id: str, marked: str) -> list[Hit]:
    return [one for one in outcomes(pack, rule_id, marked) if isinstance(one, Hit)]


def five(text: str) -> str:
    return f"#5 五、存在的主要问题及改进情况\n{text}"


@pytest.mark.parametrize(
    "text",
    [
        "存在的问题：一是解读形式单一；二是更新不及时。改进措施：一是丰富解读形式；二是按月更新。",
        "##（一）存在问题\n解读形式单一。\n##（二）改进措施\n多做图文解读。",
        "工作中解读还不够多，今后将增加图文解读。",
        "一是解读不多，下一步将增加解读。二是更新不及时，下一步按月更新。",
        "存在以下不足，需在今后工作中改进：一是解读不多。针对上述问题，将增加解读。",
        "1.宣传不足。改进措施：加大宣传力度。\n2.人手偏少。改进措施：增加人手。",
    ],
)
def test_problems_with_measures(pack: RulePack, text: str) -> None:
    assert hits(pack, "C702", five(text)) == []


@pytest.mark.parametrize(
    ("text", "lacking"),
    [
        ("一是解读形式单一；二是信息更新不及时。", "改进情况或者措施"),
        ("下一步，将组织培训，规范流程，丰富解读形式。", "存在的主要问题"),
        ("上一年度的问题已经整改。", "存在的主要问题和改进情况或者措施"),
        ("无。", "存在的主要问题和改进情况或者措施"),
        ("针对上年指出的问题，已经整改。今后将继续加强培训，提高业务水平。", "存在的主要问题"),
    ],
)
def test_one_of_both_is_lacking(pack: RulePack, text: str, lacking: str) -> None:
    assert [(one.values["lacking"], one.variant) for one in hits(pack, "C702", five(text))] == [(lacking, "")]


def test_measures_fewer_than_problems_or_off_the_point(pack: RulePack) -> None:
    fewer = five("存在问题：一是解读少；二是宣传少；三是培训少。改进措施：一是多解读、多宣传；二是抓培训。")
    untaken = five("存在问题：一是解读不多；二是档案数字化程度低。改进措施：一是增加解读；二是开展廉政教育。")

    assert [one.variant for one in hits(pack, "C702", fewer)] == ["fewer"]
    (hit,) = hits(pack, "C702", untaken)
    assert (hit.variant, hit.values["texts"]) == ("untaken", "“档案数字化程度低”")


def test_a_picture_leaves_part_five_unchecked(pack: RulePack) -> None:
    marked = five("一是解读形式单一。\n[图]")

    for rule in ("C702", "C703"):
        assert [type(one) for one in outcomes(pack, rule, marked)] == [Unchecked]


def test_last_years_problems_are_spoken_of_anywhere(pack: RulePack) -> None:
    here = five("上年度反映的问题均已整改。")
    there = "#1 一、总体情况\n针对2022年查摆的不足完成整改。\n" + five("解读少，将增加。")
    carried = five("上年结转申请2件。解读少，将增加。")

    assert hits(pack, "C703", here) == hits(pack, "C703", there) == []
    assert [one.missing for one in hits(pack, "C703", carried)] == ["last_year"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("2023年，按照国办公开办函〔2021〕30号和第二十条要求，落实“三审三校”，12月31日前完成。", True),
        ("2023年，深入学习二十大精神，拨打12345热线即可咨询，三审三校从严从实。", True),
        ("全年公开57条。", False),
        ("全年发布四十余条。", False),
        ("全年未收到公开申请。", False),
        ("公开率达到100%。", False),
        ("[表]\n详见上表。", False),
    ],
)
def test_an_overview_without_a_figure(pack: RulePack, text: str, *, found: bool) -> None:
    assert bool(hits(pack, "C705", f"#1 一、总体情况\n{text}")) is found


def test_subjects_that_a_government_must_report(pack: RulePack) -> None:
    some = "#1 一、总体情况\n公开工作纳入年度考核，群众满意度提高。"

    (hit,) = hits(pack, "C706", some)
    assert hit.values == {"subjects": "责任追究"}
    assert [one.name for one in outcomes(pack, "C706", some) if isinstance(one, Passed)] == [
        "assessment",
        "public",
    ]


def test_the_published_report_gives_what_the_catalogue_says(pack: RulePack, shared_reports: Path) -> None:
    made = recognise(load(shared_reports / "dashilan-2023.txt"), pack.forms)
    own = {"S106", "S107", "S108", "S109", "N206", "N207", "N208", "C702", "C703", "C704", "C705", "C706"}
    found = [(one.rule, one.severity.value) for one in check(made, pack).findings if one.rule in own]

    assert sorted(found) == [("C702", "info"), ("C703", "info"), ("C704", "info"), ("S106", "info")]
