"""S107 and S109 on titles and prefaces put into a report made by hand."""

from dataclasses import replace

import pytest
from prose_by_hand import WHOLE, report

from shenyue.checks import CHECKS
from shenyue.findings import Hit, NotApplicable, Unchecked
from shenyue.model import Span
from shenyue.report import Report, Title
from shenyue.rules import RulePack, read_pack

LISTED = "由总体情况，主动公开政府信息情况，收到和处理政府信息公开申请情况，政府信息公开行政复议、行政诉讼情况，存在的主要问题及改进情况，其他需要报告的事项"


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def titled(text: str, year: int = 2023) -> Report:
    made = report(f"{text}\n{WHOLE}")
    title = Title(text.replace("\n", ""), Span(0, len(text)))
    return replace(made, identity=replace(made.identity, title=title, unit="桂花桥街道办事处", year=year))


def title_problems(pack: RulePack, text: str) -> list[tuple[str, str]]:
    rule = pack.rule("S107")
    found = CHECKS[rule.kind].run(titled(text), **rule.parameters)
    return [(one.values["problems"], one.variant) for one in found if isinstance(one, Hit)]


@pytest.mark.parametrize(
    "text",
    [
        "桂花桥街道办事处2023年政府信息公开工作年度报告",
        "2023年桂花桥街道办事处\n政府信息公开工作年度报告",
        "桂花桥街道办事处\n2023 年政府信息公开\n工作年度报告",
        "桂花桥街道办事处二〇二三年政府信息公开工作年度报告",
        "桂花桥街道办事处２０２３年政府信息公开工作年度报告",
    ],
)
def test_standard_titles(pack: RulePack, text: str) -> None:
    assert title_problems(pack, text) == []


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("桂花桥街道办事处2023年政府信息公开年度报告", "缺“工作”二字"),
        ("桂花桥街道办事处2023年政府信息公开工作报告", "“工作报告”应为“工作年度报告”"),
        ("桂花桥街道办事处2023年政府信息公开工作年报", "“年报”应写全称“年度报告”"),
        ("桂花桥街道办事处2023年政府信息公开工作年度年度报告", "“年度”重复"),
        ("2023年政府信息公开工作年度报告", "没有写单位全称"),
        ("桂花桥街道办事处政府信息公开工作年度报告", "没有写年份"),
        ("桂花桥街道办事处2023政府信息公开工作年度报告", "年份之后缺“年”字"),
        ("桂花桥街道办事处2023年政务公开工作年度报告", "没有用“政府信息公开工作年度报告”"),
    ],
)
def test_titles_with_something_wrong(pack: RulePack, text: str, problem: str) -> None:
    assert title_problems(pack, text) == [(problem, "")]


def test_the_form_of_the_year_alone_is_a_variant(pack: RulePack) -> None:
    for text in (
        "桂花桥街道办事处政府信息公开工作年度报告（2023年）",
        "桂花桥街道办事处2023年度政府信息公开工作年度报告",
    ):
        assert [variant for _, variant in title_problems(pack, text)] == ["year_form"]


def test_no_title_and_old_reports() -> None:
    run = CHECKS["report_title"].run

    assert [type(one) for one in run(report(WHOLE))] == [Unchecked]
    assert [type(one) for one in run(titled("桂花桥街道2016年政府信息公开年度报告", 2016))] == [NotApplicable]


def preface_problems(pack: RulePack, preface: str) -> list[str]:
    rule = pack.rule("S109")
    made = replace(report(f"{preface}\n{WHOLE}"), form=pack.form_for(2023))
    found = CHECKS[rule.kind].run(made, **rule.parameters)
    return [one.values["problems"] for one in found if isinstance(one, Hit)]


@pytest.mark.parametrize(
    "preface",
    [
        "根据条例编制本报告。",
        f"本报告{LISTED}六个部分组成。",
        f"本报告{LISTED.replace('，', '、')}等六部分组成，电子版可从网站下载。",
        "本报告共六个部分。",
        f"本报告{LISTED.replace('复议、行政', '复议和行政')}等6部分组成。",
    ],
)
def test_prefaces_that_agree(pack: RulePack, preface: str) -> None:
    assert preface_problems(pack, preface) == []


@pytest.mark.parametrize(
    ("preface", "problem"),
    [
        ("本报告共五部分。", "写明“五部分”，报告实有6个部分"),
        (f"本报告{LISTED.replace('总体情况，', '')}六个部分组成。", "列出的是5个"),
        (f"本报告{LISTED.replace('总体情况', '概述')}六个部分组成。", "概述”不是规定的部分标题"),
        ("全文包括总体情况、公开内容、存在问题改进措施四个部分。", "“公开内容”"),
    ],
)
def test_prefaces_that_do_not(pack: RulePack, preface: str, problem: str) -> None:
    (found,) = preface_problems(pack, preface)

    assert problem in found
