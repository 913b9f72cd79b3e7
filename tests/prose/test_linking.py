"""Sentences of other kinds than the labelled ones: what is linked, how surely, and what must be left alone."""

from functools import cache

import pytest

from shenyue.recognise import recognise
from shenyue.recognise.prose.lexicon import Lexicon
from shenyue.report import Report
from shenyue.rules import read_pack
from shenyue.samples import changed, document, shipped_forms


@cache
def _lexicon() -> Lexicon:
    return read_pack("national").lexicon


def _report(text: str, **changes: object) -> Report:
    sample = changed({"base": "street-2023", "replace": {"part1": text}, **changes})
    return recognise(document(sample), shipped_forms(), lexicon=_lexicon())


def _linked(text: str) -> list[tuple[str, str, bool]]:
    report = _report(text)
    return [
        (report.document.quote(one.span), "+".join(one.cells.rows), one.certain)
        for one in report.figures
        if one.cells
    ]


@pytest.mark.parametrize(
    "text",
    [
        "法律援助窗口受理法律援助申请50件，办结48件。",
        "受理低保申请30件，办结30件。",
        "全年受理各类案件300件，办结280件，结转20件。",
        "各社区共收到申请50件，办结48件。",
        "12345热线受理群众诉求1200件，办结1180件。",
        "全年办理行政复议案件20件，维持15件，撤销3件。",
        "受理行政许可申请120件，办结118件。",
        "上半年收到政府信息公开申请6件。",
        "2022年收到政府信息公开申请20件，办结18件。",
        "申请量比上年增加5件。",
        "自2019年以来累计收到政府信息公开申请500件。",
        "第三方对4个栏目开展评估。",
        "收到涉及征地拆迁的政府信息公开申请5件。",
        "通过信函收到政府信息公开申请5件，当面3件。",
        "转发行政规范性文件6件，公报刊登规范性文件等12件。",
    ],
)
def test_figures_of_other_things_are_left_alone(text: str) -> None:
    assert _linked(text) == []


def test_what_the_sentence_is_about_holds_for_the_clauses_that_follow() -> None:
    text = "全年共收到政府信息公开申请12件，上年结转3件；办结13件，其中部分公开1件，结转下年2件。"
    assert _linked(text) == [
        ("共收到政府信息公开申请12件", "new", True),
        ("上年结转3件", "carried_in", True),
        ("办结13件", "total", True),
        ("部分公开1件", "partly_granted", True),
        ("结转下年2件", "carried_out", True),
    ]


def test_received_with_what_was_carried_in_is_their_sum() -> None:
    text = "全年受理政府信息公开申请15件（含上年结转3件），均已登记。"
    assert _linked(text)[0] == ("受理政府信息公开申请15件", "new+carried_in", True)


def test_a_reason_narrows_the_outcome_and_several_reasons_do_not() -> None:
    text = "依申请公开中，因属于内部事务信息，不予公开1件；因信息不存在等原因，无法提供4件。"
    assert [rows for _, rows, _ in _linked(text)] == ["denied_internal", "unavailable"]


def test_respectively_gives_each_thing_its_number() -> None:
    text = "政府信息公开行政复议、行政诉讼分别为1件、0件。"
    assert [rows for _, rows, _ in _linked(text)] == ["review", "suit_direct+suit_after_review"]


def test_an_approximate_number_is_never_certain() -> None:
    text = "全年共收到政府信息公开申请10余件。"
    assert [certain for _, _, certain in _linked(text)] == [False]


def test_a_denial_is_a_figure_of_nought() -> None:
    report = _report("全年未收到政府信息公开申请，无行政复议、行政诉讼。")
    assert [(one.denied, int(one.value)) for one in report.figures if one.cells] == [(True, 0), (True, 0)]


def test_what_is_said_of_some_is_no_claim_about_all() -> None:
    report = _report("到期应答复的政府信息公开申请全部按期办结。\n除结转下年度的2件外，其余申请全部办结。")
    assert report.claims == ()


def _cells(text: str) -> list[tuple[str, str]]:
    report = _report(text)
    return [("+".join(one.cells.rows), "+".join(one.cells.columns)) for one in report.figures if one.cells]


def test_the_reasons_of_a_refusal_are_known_by_their_short_names() -> None:
    text = "不予公开10件，其中：国家秘密类1件，法律法规禁止类2件，第三方权益类3件，执法案卷类4件。"
    rows = ["denied", "denied_state_secret", "denied_law", "denied_third_party", "denied_enforcement_file"]
    assert [row for row, _ in _cells("（二）依申请公开\n" + text)] == rows


def test_others_in_a_list_are_told_by_what_stands_before_them() -> None:
    head = "（二）依申请公开\n"
    assert _cells(head + "申请人中，自然人5件、企业2件、其他1件。")[-1] == ("new", "other")
    assert _cells(head + "其他处理3件，含逾期不补正2件、其他1件。")[-1] == ("other", "total")
    assert _cells(head + "申请内容涉及征地拆迁5件、学校招生2件、其他1件。") == []


def test_an_outcome_of_one_kind_of_applicants_is_theirs_and_never_certain() -> None:
    report = _report("（二）依申请公开\n企业申请获予以公开的16件，对自然人不予公开5件。")
    linked = [(one.cells.rows, one.cells.columns, one.certain) for one in report.figures if one.cells]
    assert linked == [(("granted",), ("company",), False), (("denied",), ("natural_person",), False)]


def test_examples_before_a_kind_are_no_part_of_it() -> None:
    text = "（二）依申请公开\n不予公开的申请中，涉及商业秘密、个人隐私等第三方权益12件。"
    assert _cells(text) == [("denied_third_party", "total")]


def test_what_is_said_of_one_kind_of_suits_is_of_that_kind() -> None:
    text = "因政府信息公开被提起行政诉讼：径行起诉3件，维持2件、待判1件；不服复议决定起诉2件，维持1件，其他结果1件。"
    assert [row for row, _ in _cells(text)] == ["suit_direct"] * 3 + ["suit_after_review"] * 3


def test_words_behind_a_number_are_not_those_of_the_next() -> None:
    text = "以政府信息公开为由的行政复议4件中，2件维持、1件被纠正、1件仍在审理。"
    assert [column for _, column in _cells(text)] == ["total", "upheld", "corrected", "pending"]


@pytest.mark.parametrize(
    "text",
    [
        "市政府本级接收申请874件，六个县区共接收3590件，市直部门接收1848件。",
        "县政府办公室受理12件，各乡镇受理30件，县直各单位受理66件。",
        "按办理科室划分，城建科承办88宗，社区建设科承办37宗，其他科室承办24宗。",
        "行政许可方面，受理申请1300件，办结1200件。",
        "全年行政处罚立案320件。",
        "被申请人全年减免行政事业性收费20万元。",
    ],
)
def test_what_others_received_or_did_is_not_the_total(text: str) -> None:
    assert _cells(text) == []


def test_all_bodies_together_are_the_whole() -> None:
    assert _cells("全县各级行政机关共受理政府信息公开申请293件，其中县政府部门213件，乡镇政府80件。") == [
        ("new", "total")
    ]


def test_a_denial_of_one_kind_of_applicants_is_theirs() -> None:
    head = "（二）依申请公开\n"
    assert _cells(head + "科研机构未提出申请。") == [("new", "research")]
    assert _cells(head + "科研机构和社会公益组织均未提出申请。") == []


def test_what_was_concluded_is_not_all_that_was_received() -> None:
    report = _report("收到政府信息公开行政复议7件。全年审结政府信息公开行政复议案件6件。")
    assert [(one.cells.columns, one.certain) for one in report.figures if one.cells] == [
        (("total",), True),
        (("upheld", "corrected", "other"), False),
    ]


def test_what_a_bracket_says_of_all_is_of_the_number_before_it() -> None:
    report = _report(
        "（二）依申请公开\n收到申请12件。不予公开9件，含执法案卷6件（均由自然人提出）、内部事务3件。"
    )
    shared = next(one for one in report.figures if one.meaning == "shared")
    assert shared.cells is not None
    assert (shared.cells.rows, shared.cells.columns) == (("denied_enforcement_file",), ("natural_person",))
    assert (int(shared.value), shared.certain, len(report.claims)) == (6, False, 0)


def test_what_is_said_of_all_of_an_unknown_number_is_no_claim() -> None:
    report = _report("（二）依申请公开\n收到申请12件，征地类5件（均由自然人提出）。")
    assert (len([one for one in report.figures if one.cells]), report.claims) == (1, ())


def test_a_claim_behind_one_kind_of_suits_is_of_that_kind() -> None:
    text = "因政府信息公开被提起行政诉讼3件，其中直接起诉2件（均获维持）、复议后起诉1件。"
    assert [row for row, _ in _cells(text)][1:] == ["suit_direct", "suit_after_review"]
    assert [one.whole.rows for one in _report(text).claims] == [("suit_direct",)]


def test_an_applicant_named_earlier_does_not_colour_what_follows() -> None:
    text = "（二）依申请公开\n予以公开19件（向自然人公开14件、向企业公开5件），部分公开11件，不予公开16件。"
    assert _cells(text) == [
        ("granted", "total"),
        ("granted", "natural_person"),
        ("granted", "company"),
        ("partly_granted", "total"),
        ("denied", "total"),
    ]


def test_a_bracket_about_last_year_ends_with_the_bracket() -> None:
    text = "收到政府信息公开申请122件（上一年度受理113件），其中自然人112件。"
    assert _cells(text) == [("new", "total"), ("new", "natural_person")]


@pytest.mark.parametrize(
    "text",
    [
        "公示处罚案件37件。",
        "公开行政许可58件。",
        "全市现行有效规范性文件247件，其中市政府及市政府办公室制发62件。",
        "市政府受理行政复议案件54件，维持35件。上述案件不在第四部分表内统计。",
    ],
)
def test_publications_and_what_one_body_did_are_left_alone(text: str) -> None:
    assert not [cells for cells in _cells(text) if cells[1] != "in_force"]


def test_a_single_one_denied_and_a_denial_behind_are_noughts() -> None:
    text = "（二）依申请公开\n不予处理9件，重复申请的9件，索要公开出版物的一件没有。"
    report = _report(text + "\n因政府信息公开被提起行政诉讼3件，经复议再起诉的情况没有发生。")
    noughts = [(one.cells.rows, int(one.value)) for one in report.figures if one.cells and one.denied]
    assert noughts == [(("unprocessed_publication",), 0), (("suit_after_review",), 0)]


def test_a_line_with_a_colon_introduces_the_paragraphs_below() -> None:
    text = "（二）依申请公开\n从办理结果看：\n1.依法公开的有152件。"
    assert _cells(text)[-1:] == [("granted", "total")]


def test_the_one_reason_of_all_that_was_counted_is_linked_and_never_certain() -> None:
    report = _report("（二）依申请公开\n不予公开5件，均属过程性信息。")
    linked = [(one.cells.rows, int(one.value), one.certain) for one in report.figures if one.cells]
    assert linked == [(("denied",), 5, True), (("denied_process",), 5, False)]


def test_a_year_that_is_compared_with_is_not_what_the_sentence_is_about() -> None:
    text = "新收政府信息公开申请1350件，较2022年增长12.5%；办结1344件，予以公开386件。"
    assert [row for row, _ in _cells(text)] == ["new", "total", "granted"]


def test_the_sum_of_some_reasons_may_be_that_of_the_whole_group() -> None:
    report = _report("（二）依申请公开\n不予处理的情形中，信访举报性质的16件，重复申请7件，两项合计23件。")
    summed = next(one for one in report.figures if one.meaning == "sum")
    assert [one.rows for one in summed.also] == [("unprocessed",)]


def test_two_of_them_together_are_the_last_two() -> None:
    text = "（二）依申请公开\n办结的90件中，予以公开30件、部分公开10件，两类合计40件。"
    assert _cells(text)[-1] == ("granted+partly_granted", "total")


def test_what_is_nil_may_be_named_in_the_clause_before() -> None:
    text = "政府信息公开方面，无论行政复议还是行政诉讼，本年度均为零。"
    assert [row for row, _ in _cells(text)] == ["review+suit_direct+suit_after_review"]


def test_suits_told_apart_in_a_bracket_leave_the_topic_alone() -> None:
    text = "因政府信息公开发生行政诉讼9件（未经复议6件、经复议3件），维持5件。"
    assert [row for row, _ in _cells(text)][:3] == [
        "suit_direct+suit_after_review",
        "suit_direct",
        "suit_after_review",
    ]


def test_short_names_are_ours_only_among_refusals() -> None:
    head = "（二）依申请公开\n"
    assert _cells(head + "不予公开7件：国家秘密1件、个人隐私4件、案卷2件。")[2:] == [
        ("denied_third_party", "total"),
        ("denied_enforcement_file", "total"),
    ]
    assert _cells(head + "整理案卷19件。") == []


def test_withdrawn_applications_are_not_those_received() -> None:
    text = "（二）依申请公开\n申请人撤回申请2件，逾期不补正视为放弃4件，按其他处理。"
    assert _cells(text) == [("other_no_correction", "total")]


def test_words_of_reasons_outside_refusals_are_left_alone() -> None:
    text = "编印政府公报6份。印发内部文件12件。删除敏感信息12件。审查发现不宜公开文件12件。"
    assert _cells(text) == []
    assert _cells("（四）平台建设\n" + text) == []
