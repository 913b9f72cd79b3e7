"""Which words decide a finding, which ask first, and what several findings are called."""

from dataclasses import replace

import pytest
from talk_by_hand import decisions, in_app, talk

from shenyue.chat.replies import Intent
from shenyue.decisions import Verdict


def in_the_app(*lines: str) -> dict[int, tuple[str, str]]:
    """Verdict and note by number."""
    done = decisions(talk(*lines, situation=in_app()))
    return {number: (one.verdict.value, one.note) for number, one in done.items()}


@pytest.mark.parametrize(
    "text", ["是", "对", "对的", "不对", "这条不用改吧", "这条成立吧", "不算错吧", "就按这个提"]
)
def test_an_answer_to_no_question_is_asked_back(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert not decisions(reply)
    assert reply.text.startswith("要把第 1 条记为“")
    assert "是" in reply.offers


@pytest.mark.parametrize("text", ["没问题", "好", "好的", "嗯", "行吧", "没毛病", "ok"])
def test_a_bare_assent_at_rest_decides_nothing(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert not decisions(reply)
    assert "您好" not in reply.text


@pytest.mark.parametrize(
    "text", ["确认吗", "这条确认吗？", "确认？", "不成立吗", "这条要确认吧？", "都待核实吗"]
)
def test_a_question_never_decides(text: str) -> None:
    assert not in_the_app(text)
    assert not in_the_app("对", text)


def test_a_yes_answers_what_was_asked() -> None:
    assert in_the_app("对", "是") == {1: ("confirmed", "")}
    assert not in_the_app("对", "不是")
    assert in_the_app("不对", "是", "单位另有规定") == {1: ("rejected", "单位另有规定")}


@pytest.mark.parametrize("text", ["确认", "确认吧", "这条确认", "采纳", "属实，予以确认", "/确认", "queren"])
def test_a_verdict_by_its_name_decides_at_once(text: str) -> None:
    assert in_the_app(text) == {1: ("confirmed", "")}


@pytest.mark.parametrize("order", ["不成立", "忽略", "这条驳回", "误报", "/不成立"])
def test_a_rejection_waits_for_its_reason(order: str) -> None:
    reply = talk(order, situation=in_app())
    assert "为什么不成立" in reply.text
    assert not decisions(reply)
    assert in_the_app(order, "街道另有说明") == {1: ("rejected", "街道另有说明")}
    assert in_the_app(order, "原因是与第二条重复") == {1: ("rejected", "与第二条重复")}


@pytest.mark.parametrize(
    "text",
    ["是", "好的", "确认", "不成立", "没有理由", "取消", "为什么", "下一条", "怎么改？", "第三条", "/下一条"],
)
def test_what_is_no_reason_is_not_kept_as_one(text: str) -> None:
    assert not in_the_app("不成立", text)


def test_a_reason_given_at_once_is_kept() -> None:
    assert in_the_app("不成立，原因是街道有说明") == {1: ("rejected", "街道有说明")}
    assert in_the_app("第2条不成立，写法没有错") == {2: ("rejected", "写法没有错")}


@pytest.mark.parametrize("between", ["为什么", "下一条", "是吗", "表三平吗"])
def test_a_question_left_open_lapses_and_that_is_said_once(between: str) -> None:
    reply = talk("全部确认", between, situation=in_app())
    assert "刚才要把 13 条记为“确认”，没有回答“是”，没有记下" in reply.text
    after = talk("全部确认", between, "是", situation=in_app())
    assert "刚才" not in after.text
    assert not decisions(after)


def test_a_question_lapses_where_the_reviewer_moves_on_by_key() -> None:
    asked = talk("对", situation=in_app()).situation
    moved = replace(asked, current=asked.review.findings[1].key)
    assert not decisions(talk("是", situation=moved))


def test_an_open_question_is_dropped_by_undo() -> None:
    reply = talk("全部确认", "撤销", situation=in_app())
    assert reply.intent is Intent.UNDO
    assert not decisions(reply)
    assert reply.situation.pending is None


@pytest.mark.parametrize(
    ("text", "numbers", "verdict"),
    [
        ("第1条和第3条都待核实", [1, 3], Verdict.TO_VERIFY),
        ("确认第二条和第三条", [2, 3], Verdict.CONFIRMED),
        ("确认1到3条", [1, 2, 3], Verdict.CONFIRMED),
        ("1-3条待核实", [1, 2, 3], Verdict.TO_VERIFY),
        ("第1条到第3条都确认", [1, 2, 3], Verdict.CONFIRMED),
        ("第1、3、5条确认", [1, 3, 5], Verdict.CONFIRMED),
        ("第一条第二条都确认", [1, 2], Verdict.CONFIRMED),
        ("除了第一条都确认", list(range(2, 14)), Verdict.CONFIRMED),
        ("除第2条和第4条以外全部待核实", [1, 3, *range(5, 14)], Verdict.TO_VERIFY),
        ("前三条都确认", [1, 2, 3], Verdict.CONFIRMED),
        ("最后两条待核实", [12, 13], Verdict.TO_VERIFY),
    ],
)
def test_all_that_are_numbered_are_decided(text: str, numbers: list[int], verdict: Verdict) -> None:
    asked = talk(text, situation=in_app())
    assert f"要把下面 {len(numbers)} 条都标为“{verdict.chinese}”吗" in asked.text
    assert not decisions(asked)
    done = decisions(talk(text, "是", situation=in_app()))
    assert list(done) == numbers
    assert {one.verdict for one in done.values()} == {verdict}


def test_several_are_rejected_with_one_reason() -> None:
    text = "把第一条和第二条标为不成立"
    assert not in_the_app(text, "是")
    assert in_the_app(text, "是", "街道另有说明") == dict.fromkeys((1, 2), ("rejected", "街道另有说明"))
    assert list(in_the_app(text + "，原因是街道另有说明", "是")) == [1, 2]


@pytest.mark.parametrize("text", ["第一条和第99条都确认", "确认3到20条"])
def test_a_number_beyond_the_list_decides_none(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert "没有第" in reply.text
    assert reply.situation.pending is None


@pytest.mark.parametrize("text", ["第一条确认，第三条待核实", "第一条确认，其他都待核实"])
def test_two_orders_in_one_sentence_are_not_guessed_at(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert "分开说" in reply.text
    assert not decisions(reply)


@pytest.mark.parametrize(
    "text", ["别确认第二条", "第二条先别确认", "别忽略这条", "不要把第二条标为不成立", "暂不确认"]
)
def test_what_is_forbidden_is_not_done_and_that_is_said(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert reply.intent is Intent.DECIDE
    assert "没有作任何处理" in reply.text
    assert not decisions(reply)
    assert reply.situation.current == in_app().current


def test_the_reason_of_a_rejection_is_no_note_on_a_confirmation() -> None:
    assert in_the_app("不成立，原因是街道有说明", "确认") == {1: ("confirmed", "")}
    assert in_the_app("备注：等回复", "确认") == {1: ("confirmed", "等回复")}


def test_undo_of_a_batch_names_how_many() -> None:
    assert talk("全部确认", "是", "撤销", situation=in_app()).text.startswith("已撤销对 13 条的处理")
