"""Which lines below a part are headings, and on which level."""

import pytest
from laid_out import FORMS, text_document

from shenyue.loaders.laying import Laying
from shenyue.model import Source
from shenyue.recognise import recognise
from shenyue.report import Report

FRAME = "云州市财政局2023年政府信息公开工作年度报告\n一、总体情况\n{}\n二、主动公开政府信息情况\n见表。"


def found(body: str) -> list[str]:
    """The headings below part one, each with its level, run-in ones with a +."""
    report = _report(body)
    return [
        f"{heading.level} {report.document.quote(heading.span)}{'+' if heading.run_in else ''}"
        for heading in report.sections[1].headings
    ]


def _report(body: str) -> Report:
    return recognise(text_document(FRAME.format(body)), FORMS)


CASES = {
    "short lines": (
        "（一）主动公开情况\n内容。\n（二）依申请公开情况\n内容。",
        ["2 （一）主动公开情况", "2 （二）依申请公开情况"],
    ),
    "with comma": ("（1） 加强组织领导，做好监督保障\n内容。", ["2 （1） 加强组织领导，做好监督保障"]),
    "run in": (
        "（一）主动公开情况。全年公开57条。\n（二）依申请公开情况：收到7件，已办结。",
        ["2 （一）主动公开情况+", "2 （二）依申请公开情况+"],
    ),
    "run in after blank": (
        "（一）主动公开情况　全年通过网站和公众号公开信息57条，群众满意。",
        ["2 （一）主动公开情况+"],
    ),
    "run in with comma": (
        "（一）坚持以公开为常态，深入推进主动公开。全年公开57条。\n（二）坚持便民，规范依申请公开。未收到申请。\n（三）坚持先审后发，加强信息管理。",
        [
            "2 （一）坚持以公开为常态，深入推进主动公开+",
            "2 （二）坚持便民，规范依申请公开+",
            "2 （三）坚持先审后发，加强信息管理。",
        ],
    ),
    "closed": (
        "（一）存在的问题。\n一是宣传不足。\n（二）改进措施：\n1.加强培训，提高素质。\n2.加强宣传，扩大影响。\n3.完善制度，强化监督。",
        ["2 （一）存在的问题。", "2 （二）改进措施："],
    ),
    "list of sentences": (
        "1.加强培训，组织各科室学习条例，全年培训两次，参训人员八十余人次。\n2.加强宣传，提高知晓率。\n3.完善制度。",
        [],
    ),
    "list with semicolons": ("（一）加强领导；\n（二）完善制度；\n（三）强化监督。", []),
    "items below headings": (
        "（一）强化领导\n1.调整领导小组，明确分工。\n2.细化任务清单，责任到人。\n（二）强化培训\n1.组织集中学习，交流经验。",
        ["2 （一）强化领导", "2 （二）强化培训"],
    ),
    "long one among headings": (
        "（一）主动公开。全年公开57条。\n（二）依申请公开工作在区政府办公室的指导下有序开展并按期办结，没有超期。\n（三）信息管理。严格审核。",
        [
            "2 （一）主动公开+",
            "2 （二）依申请公开工作在区政府办公室的指导下有序开展并按期办结，没有超期。",
            "2 （三）信息管理+",
        ],
    ),
    "figures are no headings": (
        "1.5万件。\n2023年，工作平稳。\n一是公开；二是解读。\n第二十条第（一）项",
        [],
    ),
    "sentence with a figure": (
        "（一）全年公开信息57条。其中网站20条。\n（二）2023年，收到申请3件。均已办结。",
        [],
    ),
    "levels": (
        "（一）主动公开\n1.网站建设\n（1）栏目\n内容\n2.新媒体\n（二）依申请公开\n1.渠道\n内容",
        ["2 （一）主动公开", "3 1.网站建设", "4 （1）栏目", "3 2.新媒体", "2 （二）依申请公开", "3 1.渠道"],
    ),
    "arabic first": ("1.主动公开\n内容\n2.依申请公开\n内容", ["2 1.主动公开", "2 2.依申请公开"]),
    "style changes among siblings": (
        "（一）主动公开\n内容\n2、依申请公开\n内容\n（三）信息管理",
        ["2 （一）主动公开", "2 2、依申请公开", "2 （三）信息管理"],
    ),
    "number repeated": (
        "（一）主动公开\n（二）依申请公开\n（二）信息管理",
        ["2 （一）主动公开", "2 （二）依申请公开", "2 （二）信息管理"],
    ),
    "new style begins deeper": (
        "（一）主动公开\n1、网站\n（二）依申请公开",
        ["2 （一）主动公开", "3 1、网站", "2 （二）依申请公开"],
    ),
    "unlabelled": ("主动公开\n内容。\n依申请公开\n内容。", []),
    "part's own style below": (
        "1、主动公开。全年发布四十条目。\n2、依申请公开。未收到。",
        ["2 1、主动公开+", "2 2、依申请公开+"],
    ),
    "address and time": ("网址：http://www.example.cn\n8:30开始办公", []),
}


@pytest.mark.parametrize("case", CASES)
def test_headings(case: str) -> None:
    body, expected = CASES[case]
    assert found(body) == expected


def test_title_is_without_label_and_closing_mark() -> None:
    report = _report("（一） 存在的问题。\n内容不少。")
    (heading,) = report.sections[1].headings
    assert report.document.quote(heading.title) == "存在的问题"
    assert report.document.quote(heading.span) == "（一） 存在的问题。"
    assert not heading.run_in


def test_line_break_in_a_heading_paragraph() -> None:
    """A soft line break parts heading and text in one paragraph, as in a Word file."""
    laying = Laying()
    for node, paragraph in enumerate(
        ("一、总体情况", "（一）主动公开\n全年公开信息57条。", "二、主动公开政府信息情况")
    ):
        laying.separate()
        start = laying.position
        laying.put(paragraph, node)
        laying.paragraph(start)
    document = laying.document("样本.docx", Source("样本.docx", "docx", ""))
    (heading,) = recognise(document, FORMS).sections[0].headings
    assert document.quote(heading.span) == "（一）主动公开"
    assert heading.run_in
