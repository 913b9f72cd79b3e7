"""D601–D605 on reports made by hand: what is wrong, and what only looks so."""

from typing import Any

import pytest

from shenyue.engine import Checked
from shenyue.examples import check_sample
from shenyue.findings import LedgerState
from shenyue.rules import read_pack
from shenyue.samples import changed

PACK = read_pack("national")


def checked(changes: dict[str, Any]) -> Checked:
    return check_sample(changed(changes), PACK)


def found(rule: str, changes: dict[str, Any]) -> list[tuple[str, str]]:
    return [(one.severity.value, one.quote) for one in checked(changes).findings if one.rule == rule]


def state(rule: str, changes: dict[str, Any]) -> LedgerState:
    return next(entry.state for entry in checked(changes).ledger if entry.rule == rule)


def test_a_year_in_the_head_of_a_table_is_an_error() -> None:
    assert found("D601", {"labels": {"regulations.*.made": "本年(2022)制发件数"}}) == [("error", "2022")]


def test_a_year_in_the_head_that_is_right_is_silent() -> None:
    assert found("D601", {"labels": {"regulations.*.made": "本年(2023)制发件数"}}) == []


def test_a_title_that_stands_alone_is_the_one_shown() -> None:
    assert found("D601", {"title": "{unit}\n2022年政府信息公开工作年度报告"}) == [("error", "2022年")]


@pytest.mark.parametrize(
    "sentence",
    [
        "2022年，全体干部认真做好政府信息公开工作。",
        "2022年度共收到申请15件。",
        "2024年，我们完成了平台改版。",
        "2019年推送信息300条。",
        "落实《2022年政务公开工作要点》。",
    ],
)
def test_another_year_of_the_text_is_a_question(sentence: str) -> None:
    ((severity, quote),) = found("D601", {"insert": {"part1": sentence}})
    assert severity == "warning"
    assert quote in sentence


@pytest.mark.parametrize(
    "sentence",
    [
        "公开2022年度部门决算和2024年度部门预算。",
        "其中决算数据为2022年度。",
        "上年度的年报即2022年度报告已于网站归档。",
        "因2022年度申请引发行政复议1件。",
        "较2022年增加12条，同比增长5%。",
        "2022年公开信息280条，2023年公开信息310条。",
        "落实“十四五”规划（2021—2025年）。",
        "依据2019年修订的《条例》和国办公开办函〔2021〕30号编制。",
        "微信公众号于2018年开通。",
        "自2020年以来累计公开信息900条。",
        "2024年1月10日，召开总结会。",
        "2024年将继续完善目录。",
        "落实《“十四五”公共服务规划（2021—2025年）》和《2022年度报告》。",
        "针对2022年度考核反馈的问题逐项整改。",
    ],
)
def test_another_year_that_belongs_there_is_silent(sentence: str) -> None:
    assert found("D601", {"insert": {"part1": sentence}}) == []


def test_next_years_plan_in_part_five_is_right() -> None:
    assert (
        found("D601", {"insert": {"part5": "2024年完善社区信息公开栏，落实《2024年政务公开工作要点》。"}})
        == []
    )


@pytest.mark.parametrize(
    ("sentence", "severity"),
    [
        ("统计期限为2023年1月1日至12月30日。", "error"),
        ("统计期限为2023年1月1日至11月31日。", "error"),
        ("统计期限为2022年12月1日至2023年11月30日。", "error"),
        ("统计期限自2023年1月1日起。", "warning"),
        ("数据截至2023年11月30日。", "warning"),
        ("欢迎监督。", "info"),
    ],
)
def test_a_period_that_is_wrong_or_missing(sentence: str, severity: str) -> None:
    changes = {"replace": {"preface": f"根据《条例》第五十条编制本报告。{sentence}"}}
    assert [one for one, _ in found("D602", changes)] == [severity]


@pytest.mark.parametrize(
    ("base", "signature", "late"),
    [
        ("department-2023", "2024年1月31日", False),
        ("department-2023", "2024年2月1日", True),
        ("department-2023", "2024年1月", False),
        ("department-2023", "2024年2月", True),
        ("county-2023", "2024年3月31日", False),
        ("county-2023", "2024年4月1日", True),
    ],
)
def test_the_deadline_is_that_of_the_kind_of_unit(base: str, signature: str, late: bool) -> None:
    assert bool(found("D603", {"base": base, "replace": {"signature": signature}})) is late


def test_the_deadline_of_streets_is_not_set() -> None:
    assert state("D603", {"replace": {"signature": "2024年6月1日"}}) is LedgerState.NOT_APPLICABLE


def test_an_undated_report_is_not_called_in_time() -> None:
    changes = {"base": "department-2023", "replace": {"signature": ""}}
    assert state("D603", changes) is LedgerState.COULD_NOT_CHECK
    assert state("D605", changes) is LedgerState.COULD_NOT_CHECK


@pytest.mark.parametrize(
    ("changes", "quote"),
    [
        (
            {"replace": {"signature": "云州市柳叶区桂花桥街道办事处\n2024年1月18日"}},
            "云州市柳叶区桂花桥街道办事处",
        ),
        ({"insert": {"part1": "2023年民政部政府信息公开工作稳步推进。"}}, "民政部"),
        ({"insert": {"part1": "（三）组织推动全省政府信息公开工作。"}}, "全省"),
        ({"insert": {"part1": "本局还设立了查阅点。"}}, "本局"),
    ],
)
def test_another_unit_is_named(changes: dict[str, Any], quote: str) -> None:
    assert found("D604", changes) == [("warning", quote)]


@pytest.mark.parametrize(
    "sentence",
    [
        "区民政局、区教育局和柳叶巷街道共同公开救助信息。",
        "在区教育局指导下开展培训。",
        "全省政府信息公开工作培训会在我市召开。",
        "基本局限于网站公开的做法得到改变。",
    ],
)
def test_another_unit_that_belongs_there_is_silent(sentence: str) -> None:
    assert found("D604", {"insert": {"part1": sentence}}) == []


@pytest.mark.parametrize(
    "sentence", ["该办法自2024年5月1日起施行。", "2024年6月底前完成改版。", "计划于2024年3月开展培训。"]
)
def test_what_lies_ahead_is_not_later_than_the_report(sentence: str) -> None:
    assert found("D605", {"insert": {"part1": sentence}}) == []


def test_an_event_after_the_signature_is_a_question() -> None:
    assert found("D605", {"insert": {"part1": "截至2024年3月底，共公开信息20条。"}}) == [
        ("warning", "2024年3月")
    ]
