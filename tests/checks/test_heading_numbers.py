"""N201–N205 on reports made by hand."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.chinese.ordinals import write_ordinal
from shenyue.findings import Hit, NotApplicable, Passed
from shenyue.report import Report

FAULTS = {"repeated": "N201", "skipped": "N202", "back": "N203"}


def hits(made: Report) -> list[tuple[str, str]]:
    """Rule and quote, N201–N205, in text order."""
    outcomes = [
        (rule, outcome)
        for fault, rule in FAULTS.items()
        for outcome in CHECKS["heading_numbers"].run(made, fault=fault)
    ]
    outcomes += [("N204", outcome) for outcome in CHECKS["heading_styles"].run(made)]
    outcomes += [("N205", outcome) for outcome in CHECKS["heading_levels"].run(made)]
    found = [(one.span, rule) for rule, one in outcomes if isinstance(one, Hit)]
    return [(rule, made.document.quote(span)) for span, rule in sorted(found) if span is not None]


def parts(*labels: str) -> Report:
    lines = (f"#{number} {label}第{number}部分\n内容。" for number, label in enumerate(labels, 1))
    return report("\n".join(lines))


def below(*labels: str) -> Report:
    return report("#1 一、总体情况\n" + "\n".join(f"##{label}小标题\n内容较多的一句话。" for label in labels))


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("一、 二、 三、 四、 五、 六、", []),
        ("一、 二、 二、 四、 五、 六、", [("N201", "二、")]),
        ("一、 二、 三、 四、 五、 五、", [("N201", "五、")]),
        ("一、 二、 四、 五、 六、 七、", [("N202", "四、")]),
        ("一、 二、 三、 五、 四、 六、", [("N203", "四、")]),
        ("一、 二、 三、 一、 二、 三、", [("N203", "一、")]),
        ("一、 2、 3、 四、 五、 六、", [("N204", "2、")]),
        ("一、 二、 三、 3、 五、 六、", [("N201", "3、"), ("N204", "3、")]),
        ("1. 2. 3. 4. 5. 6.", [("N205", "1.")]),
        ("一、 二、 三、  五、 六、", []),
        ("二、 三、 四、", [("N202", "二、")]),
        (" 二、 三、", []),
    ],
)
def test_parts(labels: str, expected: list[tuple[str, str]]) -> None:
    assert hits(parts(*labels.split(" "))) == expected


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("（一） （二） （三）", []),
        ("（一） （二） （二） （四）", [("N201", "（二）")]),
        ("（一） （三）", [("N202", "（三）")]),
        ("（一） （二） （三） （一） （五）", [("N203", "（一）")]),
        ("（一） 2. （三）", [("N204", "2.")]),
        ("1. 2. 3.", [("N205", "1.")]),
        ("（1） （2） （3） （4）", [("N205", "（1）")]),
        ("① ② ③", []),
        ("1） 2）", []),
        ("一、 二、 三、", [("N205", "一、")]),
    ],
)
def test_below_a_part(labels: str, expected: list[tuple[str, str]]) -> None:
    assert hits(below(*labels.split(" "))) == expected


def test_numbers_restart_under_a_new_parent_and_go_down_level_by_level() -> None:
    made = report(
        """
#1 一、总体情况
##（一）甲
###1.子
####（1）丑
####（2）寅
###2.卯
##（二）乙
###1.辰
#2 二、主动公开
##（一）丙
##（二）丁
"""
    )

    assert hits(made) == []


def test_a_number_of_several_levels_counts_afresh_under_the_next() -> None:
    made = report("#1 一、总体情况\n## 1.1 甲\n## 1.2 乙\n## 2.1 丙\n## 2.3 丁")

    assert hits(made) == [("N202", "2.3")]


def test_a_skipped_level_is_one_finding_for_the_run() -> None:
    made = report("#1 一、总体情况\n##（一）甲\n###（1）子\n###（2）丑\n##（二）乙\n###1.寅")

    assert hits(made) == [("N205", "（1）")]


def test_items_whose_text_runs_on_may_be_no_headings() -> None:
    made = report("#1 一、总体情况\n## 1.机构信息。|公布分工。\n## 2.财政信息。|公布预算。")

    assert [one.certain for one in CHECKS["heading_levels"].run(made) if isinstance(one, Hit)] == [False]


def test_a_part_in_another_style_does_not_make_its_sub_headings_wrong() -> None:
    made = report("#1 一、总体情况\n##（一）甲\n#2 2、主动公开\n##（一）乙\n##（二）丙\n#3 三、申请")

    assert hits(made) == [("N204", "2、")]


def test_a_heading_that_lost_its_number_leaves_no_gap() -> None:
    assert hits(report("#1 一、总体情况\n##（一）甲\n内容。\n依申请公开情况\n内容。\n##（三）丙")) == []
    assert hits(report("#1 一、总体\n#2?\n内容。\n#3 三、申请")) == []


def test_a_labelled_sentence_that_was_not_taken_for_a_heading_leaves_no_gap() -> None:
    made = report(
        "#1 一、总体情况\n##（一）甲\n内容。\n（二）坚持先审后发，做到逐条审核，责任到人。\n##（三）丙"
    )

    assert hits(made) == []


def test_a_topic_among_the_parts_is_told_by_another_rule() -> None:
    made = report("#1 一、总体情况\n#- 二、平台建设情况\n#2 二、主动公开\n#3 三、申请")
    shifted = report("#1 一、总体情况\n#- 二、平台建设情况\n#2 三、主动公开\n#3 四、申请")
    begun_anew = report("#1 一、总体情况\n#- 一、平台建设情况\n##（二）监督\n#2 二、主动公开\n#3 三、申请")
    below_another = report("#1 一、总体情况\n#5 二、问题\n#- 一、不足\n#- 二、改进\n#6 三、其他")

    assert hits(made) == hits(shifted) == hits(begun_anew) == []
    assert hits(below_another) == [("N203", "一、")]


def test_what_an_export_may_have_changed_is_a_variant() -> None:
    made = report("#1 一、总体情况\n##（1）甲\n##（3）乙\n#2 2、主动公开\n#3 三、申请", extracted=True)
    outcomes = [
        *CHECKS["heading_numbers"].run(made, fault="skipped"),
        *CHECKS["heading_styles"].run(made),
        *CHECKS["heading_levels"].run(made),
    ]

    found = [one for one in outcomes if isinstance(one, Hit)]
    assert [one.variant for one in found] == ["extracted"] * 3
    assert found[0].values["missing"] == "“（2）”"
    assert found[1].values["labels"] == "2、"


def test_the_ledger_names_each_run() -> None:
    made = report("#1 一、总体情况\n##（一）甲\n##（二）乙\n#2 二、主动公开")
    outcomes = list(CHECKS["heading_numbers"].run(made, fault="repeated"))

    assert outcomes == [
        Passed("parts", note="一、 二、"),
        Passed("part.1.1", note="（一） （二）"),
    ]
    assert [type(one) for one in CHECKS["heading_levels"].run(report("只有正文。"))] == [NotApplicable]


styles: dict[str, Callable[[int], str]] = {
    "（一）": lambda number: f"（{write_ordinal(number, 'chineseCounting')}）",
    "①": lambda number: write_ordinal(number, "decimalEnclosedCircle"),
}


@given(st.sampled_from(sorted(styles)), st.integers(min_value=1, max_value=15))
def test_right_headings_are_never_a_finding(style: str, length: int) -> None:
    assert hits(below(*(styles[style](number) for number in range(1, length + 1)))) == []


@given(st.sampled_from(sorted(styles)), st.integers(min_value=3, max_value=15), st.data())
def test_one_slip_is_exactly_one_finding(style: str, length: int, data: st.DataObject) -> None:
    at = data.draw(st.integers(min_value=1, max_value=length - 2))
    numbers = list(range(1, length + 1))
    changed = {
        "N201": [*numbers[:at], numbers[at - 1], *numbers[at + 1 :]],
        "N202": [*numbers[:at], *(number + 1 for number in numbers[at:])],
        "N203": [*numbers[:at], numbers[at + 1], numbers[at], *numbers[at + 2 :]],
    }
    for rule, values in changed.items():
        assert [found for found, _ in hits(below(*(styles[style](value) for value in values)))] == [rule]
