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
