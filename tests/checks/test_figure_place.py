"""Figures out of place: 规章 of who makes none, fees off the scale, decisions reckoned from last year's."""

import pytest
from tables_by_hand import layout, report

from shenyue.checks.fees import amounts_in
from shenyue.checks.placement import figure_place
from shenyue.findings import Hit, Outcome, Unchecked
from shenyue.form import FormTableLayout, Line
from shenyue.report import Kind, Report

REGULATIONS = FormTableLayout(
    "regulations",
    "表二（一）",
    2,
    (Line("rules", "规章"), Line("normative", "行政规范性文件")),
    (Line("made", "本年制发件数"), Line("in_force", "现行有效件数")),
    "第二十条第（一）项",
)
NO_RULES = (Kind.STREET, Kind.TOWN, Kind.COUNTY, Kind.DEPARTMENT)


def judged(of: Report) -> list[Outcome]:
    return list(figure_place(of, without_rules=NO_RULES, fee_step=10, derived=()))


def with_rules(kind: Kind | None, unit: str = "临溪区桂花桥街道") -> Report:
    cells = {
        ("rules", "made"): 0,
        ("rules", "in_force"): 2,
        ("normative", "made"): 1,
        ("normative", "in_force"): 5,
    }
    return report(cells, layouts=(REGULATIONS, layout()), kind=kind, unit=unit)


@pytest.mark.parametrize("kind", NO_RULES)
def test_who_makes_no_rules_reports_none(kind: Kind) -> None:
    (hit,) = (one for one in judged(with_rules(kind)) if isinstance(one, Hit))
    assert (hit.values["columns"], str(hit.cell)) == ("现行有效件数 2", "regulations.rules.in_force")


@pytest.mark.parametrize("kind", [Kind.OFFICE, Kind.CITY, Kind.PROVINCE, Kind.MINISTRY])
def test_who_makes_rules_may_report_them(kind: Kind) -> None:
    assert not any(isinstance(one, Hit | Unchecked) for one in judged(with_rules(kind)))


@pytest.mark.parametrize(("kind", "unit"), [(None, "某单位"), (Kind.DEPARTMENT, "民用航标管理总局")])
def test_who_may_be_a_ministry_is_not_judged(kind: Kind | None, unit: str) -> None:
    assert any(isinstance(one, Unchecked) for one in judged(with_rules(kind, unit)))
    assert not any(isinstance(one, Hit) for one in judged(with_rules(kind, unit)))


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("全年收取信息处理费45元。", ["45"]),
        ("发出收费通知1件，应收105元，实收105元。", ["105", "105"]),
        ("共收取125元信息处理费。", ["125"]),
        ("收取信息处理费０元。", ["0"]),
        ("收取信息处理费1,230元，另有行政事业性收费13.5元。", ["1230"]),
        ("信息处理费0.12万元。", ["1200.00"]),
        ("收取信息处理费一百二十元。", ["120"]),
        ("按每件100元的标准收取信息处理费300元。", ["300"]),
        ("收取信息处理费约45元。", []),
        ("行政事业性收费12.3456万元。", []),
        ("宣传经费45元。", []),
        ("本年度未收取信息处理费。全年培训费用45元。", []),
    ],
)
def test_amounts_of_the_fee_are_told_from_other_money(text: str, amounts: list[str]) -> None:
    assert [str(amount.yuan) for amount in amounts_in(text, 0)] == amounts
