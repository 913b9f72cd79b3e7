"""S106 and S108 on reports made by hand, by the rules as shipped."""

import pytest
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report
from shenyue.rules import RulePack, read_pack

REST = "#2 二、主动公开政府信息情况\n[表]\n#3 三、收到和处理政府信息公开申请情况\n[表]"
FIVE = (
    "##（一）主动公开\n公开146条。\n##（二）依申请公开\n未收到。\n##（三）政府信息管理\n逐件登记。\n"
    "##（四）平台建设\n维护栏目。\n##（五）监督保障\n办讲座。\n"
)


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def outcomes(pack: RulePack, rule_id: str, made: Report) -> list[Outcome]:
    rule = pack.rule(rule_id)
    return list(CHECKS[rule.kind].run(made, **rule.parameters))


def missing(pack: RulePack, overview: str) -> list[tuple[str, str]]:
    made = report(f"#1 一、总体情况\n{overview}\n{REST}")
    hits = [one for one in outcomes(pack, "S106", made) if isinstance(one, Hit)]
    return [(one.missing, one.variant) for one in hits]


@pytest.mark.parametrize(
    "overview",
    [
        FIVE,
        "##（一）做好主动公开和依申请公开|。全年公开9条，未收到申请。\n##（二）管好信息|，明确公开属性，建好公开栏。\n开展培训2次。",
        "一是主动公开信息9条；二是规范办理申请；三是加强信息管理；四是建好网站平台；五是强化监督。",
        "五、监督：办讲座。四、平台：维护栏目。主动公开9条，申请公开3件，公文拟制时认定公开属性，运维新媒体，业务培训2次。",
    ],
    ids=["headings", "merged", "list", "unmarked"],
)
def test_five_aspects_in_whatever_shape(pack: RulePack, overview: str) -> None:
    assert missing(pack, overview) == []


def test_each_missing_aspect_is_a_finding_and_weak_words_are_quoted(pack: RulePack) -> None:
    made = report(f"#1 一、总体情况\n主动公开9条，依申请公开3件，经保密审查后在网站发布。培训2次。\n{REST}")
    hits = [one for one in outcomes(pack, "S106", made) if isinstance(one, Hit)]

    assert [(one.missing, one.variant) for one in hits] == [
        ("aspect.management", "weak"),
        ("aspect.platforms", "weak"),
    ]
    assert hits[0].values["words"] == "“保密审查”"
    assert missing(pack, "##（一）组织领导\n##（二）制度建设\n已经成立领导小组。") == [
        ("aspect.disclosure", ""),
        ("aspect.applications", ""),
        ("aspect.management", ""),
        ("aspect.platforms", ""),
    ]


def test_a_picture_leaves_what_is_not_found_unchecked(pack: RulePack) -> None:
    made = report(f"#1 一、总体情况\n主动公开9条。\n[图]\n{REST}")
    found = outcomes(pack, "S106", made)

    assert [type(one) for one in found] == [Passed, Unchecked, Unchecked, Unchecked, Unchecked]


def test_no_overview_or_an_empty_one_is_told_by_other_rules(pack: RulePack) -> None:
    for made in (report(REST), report(f"#1 一、总体情况\n{REST}")):
        (only,) = outcomes(pack, "S106", made)
        assert isinstance(only, NotApplicable)


RAISED = (
    "#1 一、总体情况\n#- 二、主动公开\n9条。\n#- 三、申请办理\n未收到依申请公开。\n#- 四、政府信息管理\n登记。\n"
    "#- 五、平台建设\n维护。\n#- 六、监督保障\n讲座。\n#2 二、主动公开政府信息情况\n[表]\n#3 三、收到和处理政府信息公开申请情况\n[表]"
)


def test_raised_aspects_are_one_finding_and_count_as_overview(pack: RulePack) -> None:
    made = report(RAISED)
    hits = {
        rule: [
            made.document.quote(one.span)
            for one in outcomes(pack, rule, made)
            if isinstance(one, Hit) and one.span
        ]
        for rule in ("S106", "S108", "S105", "N201", "N202", "N203")
    }

    assert hits == {"S106": [], "S108": ["二、主动公开"], "S105": [], "N201": [], "N202": [], "N203": []}


def test_what_may_be_a_missing_part_or_an_older_title_is_not_raised(pack: RulePack) -> None:
    instead = report(
        "#1 一、总体情况\n内容。\n#- 二、信息发布\n9条。\n#3 三、收到和处理政府信息公开申请情况\n[表]"
    )
    after = report("#1 一、总体情况\n内容。\n#2 二、主动公开政府信息情况\n[表]\n#- 三、附件\n无。")

    for made in (instead, after):
        assert not [one for one in outcomes(pack, "S108", made) if isinstance(one, Hit)]
