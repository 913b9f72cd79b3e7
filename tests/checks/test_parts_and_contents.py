"""S101–S105, L505 and C701 on reports made by hand, by the rules as shipped."""

import pytest
from prose_by_hand import TITLES, WHOLE, report

from shenyue.checks import CHECKS
from shenyue.findings import Hit, NotApplicable, Outcome, Unchecked
from shenyue.report import Report
from shenyue.rules import RulePack, read_pack


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def outcomes(pack: RulePack, rule_id: str, made: Report) -> list[Outcome]:
    rule = pack.rule(rule_id)
    return list(CHECKS[rule.kind].run(made, **rule.parameters))


def hits(pack: RulePack, rule_id: str, made: Report) -> list[Hit]:
    return [one for one in outcomes(pack, rule_id, made) if isinstance(one, Hit)]


def quotes(pack: RulePack, rule_id: str, made: Report) -> list[str]:
    return [made.document.quote(one.span) for one in hits(pack, rule_id, made) if one.span]


def parts(*numbers: int, by: str = "") -> str:
    return "\n".join(f"#{number}{by} 一、{TITLES[number - 1]}\n有内容。" for number in numbers)


def test_a_whole_report_has_nothing_wrong(pack: RulePack) -> None:
    for rule in ("S101", "S102", "S103", "S104", "S105", "L505"):
        assert hits(pack, rule, report(WHOLE)) == []


def test_a_missing_part_is_named(pack: RulePack) -> None:
    (hit,) = hits(pack, "S101", report(parts(1, 2, 3, 4, 6)))

    assert (hit.missing, hit.span, hit.certain) == ("part.5", None, True)
    assert hit.values == {"number": "五", "title": "存在的主要问题及改进情况"}


def test_a_part_found_by_number_or_content_is_not_missing(pack: RulePack) -> None:
    assert (
        hits(pack, "S101", report(parts(1, 2, 3) + "\n" + parts(4, by="?") + "\n" + parts(5, 6, by="!")))
        == []
    )


def test_a_picture_where_the_part_would_stand_leaves_it_unchecked(pack: RulePack) -> None:
    made = report(parts(1, 2, 3, 4) + "\n[图]\n" + parts(6))
    elsewhere = report("#1 一、总体情况\n[图]\n" + parts(2, 3, 4, 6))

    assert [one.name for one in outcomes(pack, "S101", made) if isinstance(one, Unchecked)] == ["part.5"]
    assert [hit.missing for hit in hits(pack, "S101", elsewhere)] == ["part.5"]


def test_an_unknown_heading_in_its_place_makes_it_doubtful(pack: RulePack) -> None:
    made = report(parts(1, 2, 3, 4) + "\n#- 七、工作展望\n内容。\n" + parts(6))

    assert [(hit.missing, hit.certain) for hit in hits(pack, "S101", made)] == [("part.5", False)]


def test_a_text_without_any_part_is_unchecked(pack: RulePack) -> None:
    assert {type(one) for one in outcomes(pack, "S101", report("只有正文。"))} == {Unchecked}
    assert {type(one) for one in outcomes(pack, "S102", report("只有正文。"))} == {NotApplicable}


@pytest.mark.parametrize(
    ("order", "displaced"),
    [
        ((1, 2, 3, 4, 5, 6), []),
        ((1, 3, 2, 4, 5, 6), ["part.2"]),
        ((1, 3, 4, 2, 5, 6), ["part.2"]),
        ((5, 1, 2, 3, 4, 6), ["part.5"]),
        ((6, 1, 2, 3, 4, 5), ["part.6"]),
        ((1, 2, 3, 5, 4, 5, 6), []),
    ],
)
def test_as_few_parts_as_possible_are_out_of_order(
    pack: RulePack, order: tuple[int, ...], displaced: list[str]
) -> None:
    assert [hit.name for hit in hits(pack, "S102", report(parts(*order)))] == displaced


def test_titles_are_compared_without_blanks_and_marks_at_the_end(pack: RulePack) -> None:
    made = report("#1 一、 总 体 情 况。\n#4 四、政府信息公开行政复议、行政诉讼情况：\n#5! 五、下一步打算")

    assert quotes(pack, "S103", made) == ["下一步打算"]
    assert [hit.variant for hit in hits(pack, "S103", report("#1 一、概述", version="2019"))] == ["form_2019"]


def test_a_part_that_occurs_twice(pack: RulePack) -> None:
    made = report(parts(1, 2, 3, 4, 5, 6, 6))
    doubtful = report(parts(1, 2, 3) + "\n" + parts(3, by="!") + "\n" + parts(4, 5, 6))

    assert [(hit.name, hit.certain) for hit in hits(pack, "S104", made)] == [("part.6", True)]
    assert [(hit.name, hit.certain) for hit in hits(pack, "S104", doubtful)] == [("part.3", False)]


@pytest.mark.parametrize(
    "content",
    [
        "",
        "　　",
        "——",
        "。",
        "云州市临溪区桂花桥街道办事处\n2024年1月20日",
        "##（一）存在的问题\n##（二）改进情况",
    ],
)
def test_a_part_without_content(pack: RulePack, content: str) -> None:
    assert quotes(pack, "S105", report(f"#6 六、其他需要报告的事项\n{content}")) == ["其他需要报告的事项"]


@pytest.mark.parametrize("content", ["无", "无。", "[表]", "（文字描述）", "##（一）收费情况。|未收取。"])
def test_what_counts_as_content(pack: RulePack, content: str) -> None:
    assert hits(pack, "S105", report(f"#6 六、其他需要报告的事项\n{content}")) == []
    assert hits(pack, "S105", report("#6 六、其他需要报告的事项：|无")) == []


def test_one_of_two_copies_with_content_is_enough(pack: RulePack) -> None:
    twice = "#2 二、主动公开政府信息情况\n#2 二、主动公开政府信息情况\n"

    assert hits(pack, "S105", report(twice + "[表]")) == []
    assert len(hits(pack, "S105", report(twice))) == 1


def test_a_picture_may_be_the_content(pack: RulePack) -> None:
    made = report("#6 六、其他需要报告的事项\n[图]")

    assert [type(one) for one in outcomes(pack, "S105", made)] == [Unchecked]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("全年公开信息XX条。", "XX"),
        ("全年培训××次。", "××"),
        ("由某某负责，截至20××年底。", "××"),
        ("下一步改进措施：待补充。", "待补充"),
        ("（文字描述）", "（文字描述）"),
        ("根据《XX市政府信息公开规定》办理。", "XX"),
        ("对照国办公开办函〔20  〕号自查。", "〔20  〕"),
        ("根据〔2021〕　　号文件。", "　　号"),
        ("字数不超过1000字。", "字数不超过1000字"),
        ("（请填写收取情况，没有则填“无”）", "（请填写收取情况，没有则填“无”）"),
        ("公开信息____条。", "____"),
        ("联系**局。", "**"),
        ("见错误！未找到引用源。", "错误！未找到引用源。"),
        ("2024年  月  日", "  月  日"),
    ],
)
def test_placeholders(pack: RulePack, text: str, quote: str) -> None:
    assert quotes(pack, "L505", report("#1 一、总体情况\n" + text)) == [quote]


@pytest.mark.parametrize(
    "text",
    [
        "统一样式为“XX村公开栏”。",
        "推进“双随机、一公开”。",
        "网址http://www.xx.gov.cn/XX/1.html，邮箱XX@xx.gov.cn。",
        "展板5×8米，型号XX-100。",
        "待补充材料的申请均已告知，制度有待完善。",
        "电话138****1234，身份证号1101**********0011。",
        "案例中的张某某、李某已隐名。",
        "国办公开办函〔2021〕30号，2024年1月5日。",
        "围绕“1+2+3+N”体系，《条例》（以下简称《条例》）。",
    ],
)
def test_what_is_no_placeholder(pack: RulePack, text: str) -> None:
    assert quotes(pack, "L505", report("#1 一、总体情况\n" + text)) == []


def test_equal_placeholders_are_one_finding_with_ten_places_at_most(pack: RulePack) -> None:
    (hit,) = hits(pack, "L505", report("#1 一、总体情况\n" + "\n".join(["公开XX条。"] * 12)))

    assert hit.values["count"] == "12"
    assert hit.values["places"] == "第2、3、4、5、6、7、8、9、10、11行等"


def test_a_mark_of_extraction_is_a_variant(pack: RulePack) -> None:
    (hit,) = hits(pack, "L505", report("#1 一、总体情况\n[bookmark: _GoBack]2023年，工作有序。"))

    assert (hit.variant, hit.values["text"]) == ("residue", "[bookmark: _GoBack]")


def test_a_pattern_that_takes_too_long_is_said() -> None:
    made = report("#1 一、总体情况\n" + "a" * 60)
    run = CHECKS["placeholders"].run(made, patterns=("(a|aa)+$x",), residue=())

    assert [type(one) for one in run] == [Unchecked]


SIX = "#6 六、其他需要报告的事项\n"


@pytest.mark.parametrize(
    ("marked", "variant"),
    [
        (SIX + "无。", ""),
        ("#1 一、总体情况\n向1名申请人发出收费通知。\n" + SIX + "无。", "spoken_of"),
        ("#1 一、总体情况\n根据《政府信息公开信息处理费管理办法》修订指南。\n" + SIX + "无。", ""),
    ],
)
def test_fees_that_part_six_does_not_report(pack: RulePack, marked: str, variant: str) -> None:
    assert [hit.variant for hit in hits(pack, "C701", report(marked))] == [variant]


@pytest.mark.parametrize(
    "marked",
    [
        SIX + "全年未收取信息处理费。",
        SIX + "无。收取信息处理费的情况为0件、0元。",
        SIX + "##（一）收费情况\n无。",
        "#1 一、总体情况\n全年未收取信息处理费。\n" + SIX + "无。",
        "#1 一、总体情况\n无。",
    ],
)
def test_fees_reported(pack: RulePack, marked: str) -> None:
    assert hits(pack, "C701", report(marked)) == []
