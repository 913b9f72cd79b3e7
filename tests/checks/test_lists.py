"""N211–N214 on reports made by hand, by the rules as shipped."""

import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.checks.enumerations import list_ordinals
from shenyue.chinese.ordinals import write_ordinal
from shenyue.findings import Hit, NotApplicable, Passed, Unchecked
from shenyue.report import Report

RULES = {"repeated": "N211", "skipped": "N212", "disordered": "N213", "single": "N214"}
WRITERS = {
    "一是": lambda n: write_ordinal(n, "chineseCounting") + "是",
    "一要": lambda n: write_ordinal(n, "chineseCounting") + "要",
    "其一，": lambda n: "其" + write_ordinal(n, "chineseCounting") + "，",
    "第一，": lambda n: "第" + write_ordinal(n, "chineseCounting") + "，",
    "①": lambda n: write_ordinal(n, "decimalEnclosedCircle"),
    "1.": lambda n: f"{n}.",
    "（1）": lambda n: f"（{n}）",
    "1）": lambda n: f"{n}）",
}


def hits(made: Report) -> list[tuple[str, str, bool]]:
    """Rule, quote and certainty of every hit, in text order."""
    found = [
        (outcome.span, RULES[fault], outcome.certain)
        for fault in RULES
        for outcome in CHECKS["list_ordinals"].run(made, fault=fault)
        if isinstance(outcome, Hit)
    ]
    return [
        (rule, made.document.quote(span), certain)
        for span, rule, certain in sorted(found)
        if span is not None
    ]


def in_part(*lines: str) -> Report:
    return report("#1 一、总体情况\n" + "\n".join(lines))


def one(rule: str, quote: str, *, certain: bool = True) -> list[tuple[str, str, bool]]:
    return [(rule, quote, certain)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是甲；二是乙；三是丙；三是丁；四是戊。", one("N211", "三是")),
        ("一是甲；二是乙；二是丙；四是丁。", one("N211", "二是")),
        ("一是甲；三是乙。", one("N212", "三是")),
        ("1.甲乙；2.丙丁；4.戊己。", one("N212", "4.")),
        ("我们将抓培训；二是抓审核；三是抓解读。", one("N213", "二是")),
        ("一是甲；三是乙；二是丙；四是丁。", one("N213", "二是")),
        ("主要做法：一是更新目录。", one("N214", "一是")),
        ("改进措施：（1）配备人员。", one("N214", "（1）", certain=False)),
        ("一是突出重点：①救助，②补偿，②卫生；二是突出过程。", one("N211", "②")),
        ("一是甲；（二）乙；四是丙。", one("N212", "四是", certain=False)),
        ("首先，登记；其次，审查；首先，答复；最后，归档。", one("N211", "首先", certain=False)),
        ("其次，承办科室提出意见；最后，领导签发。", one("N213", "其次", certain=False)),
        ("首先，登记；其次，审查；其次，答复。", one("N211", "其次", certain=False)),
    ],
)
def test_one_fault_in_one_paragraph(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert hits(in_part(text)) == expected


@pytest.mark.parametrize(
    "text",
    [
        "问题：一是认识不够，二是力量不足。措施：一是加强教育，二是充实力量。",
        "一是定目录；二是定责任，具体为：一是采集，二是审核；三是定考核。",
        "一是公开制度，二是公开流程；在公开结果中，一是公开受理数，二是公开满意率。",
        "首先，登记；其次，审查；最后，归档。",
        "办理中首先考虑申请人的需要。",
        "第一时间发布信息，第一责任人现场办公，第二季度自查。",
        "第二十条第（一）项、第（五）项所列信息已公开。",
        "公示栏统一是蓝底白字，问题之一是更新慢，万一是故障须报告。",
        "唯一是直接受理的一项，星期一是接待日，排在第三是因为查询较多。",
        "栏目由三变二是为了减少交叉，十有八九是咨询类来电。",
        "表一是按功能分类，表二是按经济分类。",
        "主要表现在一是内容不全，二是更新不快。",
        "包括（1）目录，（2）清单。",
        "一是一、二是二，据实公开。",
        "浓度PM2.5下降，6.2级地震，1.5米线。",
        "有关要求见前文（二）。",
        "附件：1.政府信息公开统计表",
    ],
)
def test_what_is_right(text: str) -> None:
    assert hits(in_part(text)) == []


def test_items_may_stand_in_paragraphs_of_their_own() -> None:
    assert hits(in_part("一是抓制度。", "具体如下。", "二是抓队伍。", "三是抓平台。")) == []
    assert hits(in_part("1.力量不足。", "2.渠道不足。", "4.数据不足。")) == one("N212", "4.", certain=False)
    assert hits(in_part("加强领导。", "二是加强培训。", "四是加强检查。")) == [
        ("N213", "二是", False),
        ("N212", "四是", False),
    ]


def test_an_inner_list_in_its_own_paragraph_does_not_end_the_outer_one() -> None:
    made = in_part("一是抓制度。", "二是抓队伍：", "一是选配骨干，二是组织轮训。", "三是抓平台。")

    assert hits(made) == []


def test_a_second_list_of_the_section_does_not_excuse_a_gap() -> None:
    made = in_part("一是公开规划，二是公开预算。", "一是选配骨干；三是组织轮训。")

    assert hits(made) == one("N212", "三是")


def test_lists_restart_under_every_heading() -> None:
    made = report(
        "#1 一、总体情况\n##（一）主动公开。|一是目录，二是时限。\n##（二）依申请公开\n1.登记。\n2.答复。\n##（三）管理\n1.清理。\n2.归档。"
    )

    assert hits(made) == []


def test_a_list_may_begin_with_the_number_of_a_run_in_heading() -> None:
    repeated = report("#1 一、总体情况\n##（1）完善制度。|（2）充实力量。（2）改进方式。（3）严格考核。")
    right = report("#1 一、总体情况\n##（三）建平台。|更新及时。（四）强保障。按期培训，见上文（一）。")

    assert hits(repeated) == one("N211", "（2）")
    assert hits(right) == []


def test_numbers_that_headings_use_are_left_to_the_headings() -> None:
    made = report(
        "#1 一、总体情况\n##（一）主动公开\n甲。\n（二）坚持先审后发，加强信息管理，做到逐条审核。\n##（三）平台\n乙。"
    )

    assert hits(made) == []


def test_an_export_may_have_changed_a_number_at_the_beginning_of_a_paragraph() -> None:
    inside = report("#1 一、总体情况\n1.甲乙。2.丙丁。4.戊己。", extracted=True)
    leading = report("#1 一、总体情况\n2.甲乙。3.丙丁。", extracted=True)

    assert hits(inside) == one("N212", "4.")
    assert hits(leading) == one("N213", "2.", certain=False)


def test_the_ledger_names_each_list() -> None:
    outcomes = list(list_ordinals(in_part("一是甲，二是乙。措施：①丙，②丁。"), fault="repeated"))

    assert [outcome.note for outcome in outcomes if isinstance(outcome, Passed)] == ["一是、二是", "①、②"]
    assert [type(one) for one in list_ordinals(in_part("没有列举。"), fault="single")] == [NotApplicable]


def test_a_hopeless_run_is_said_to_be_unchecked() -> None:
    text = "；".join(f"{(index * 37) % 91 + 5}.内容" for index in range(90))

    outcomes = list(list_ordinals(in_part(text), fault="disordered"))

    assert any(isinstance(outcome, Unchecked | Hit) for outcome in outcomes)


def test_words_of_a_district_are_no_ordinals() -> None:
    made = in_part("群里说初心一是不变的。")

    assert not [
        one for one in list_ordinals(made, fault="single", not_ordinals=("初心一",)) if isinstance(one, Hit)
    ]


def test_segmentation_is_not_loaded_where_the_surroundings_decide() -> None:
    loaded = {"jieba", "rjieba"} & set(sys.modules)
    hits(in_part("一是甲；二是乙。统一是丙。"))

    assert {"jieba", "rjieba"} & set(sys.modules) == loaded


styles = st.sampled_from(sorted(WRITERS))
lengths = st.integers(min_value=3, max_value=15)


def written(style: str, values: list[int], *, separate: bool = False) -> Report:
    items = [f"{WRITERS[style](value)}做好有关工作" for value in values]
    return in_part(*(item + "。" for item in items)) if separate else in_part("：" + "；".join(items) + "。")


@settings(deadline=None)
@given(styles, st.integers(min_value=2, max_value=15), st.booleans())
def test_a_right_list_of_any_style_and_length_is_never_a_finding(
    style: str, length: int, separate: bool
) -> None:
    assert hits(written(style, list(range(1, length + 1)), separate=separate)) == []


@settings(deadline=None)
@given(styles, lengths, st.booleans(), st.data())
def test_one_item_gone_twice_or_swapped_is_exactly_one_finding(
    style: str, length: int, separate: bool, data: st.DataObject
) -> None:
    values = list(range(1, length + 1))
    at = data.draw(st.integers(min_value=0, max_value=length - 2))
    gone = [value for value in values if value != at + 1]
    twice = sorted([*values, at + 1])
    swapped = [*values[:at], at + 2, at + 1, *values[at + 2 :]]

    assert [rule for rule, *_ in hits(written(style, gone, separate=separate))] == ["N212" if at else "N213"]
    assert [rule for rule, *_ in hits(written(style, twice, separate=separate))] == ["N211"]
    assert [rule for rule, *_ in hits(written(style, swapped, separate=separate))] == ["N213"]
