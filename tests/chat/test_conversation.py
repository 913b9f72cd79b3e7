"""The conversation over several turns: what an answer leans on, changes, and leaves alone."""

from dataclasses import replace
from pathlib import Path

import pytest
from talk_by_hand import in_app, talk
from tools.chat.scene import scene
from tools.chat.scoring import cited

from shenyue.chat.conversation import opening, respond
from shenyue.chat.replies import Intent, Situation
from shenyue.decisions import Verdict
from shenyue.review import Order, open_review


def test_the_opening_says_what_was_read_found_and_not_checked() -> None:
    reply = opening(scene())
    for said in ("街道", "2023年度", "2021 年的表式", "beijing/xicheng", "查出 13 条问题", "哪些没有检查"):
        assert said in reply.text
    assert len(reply.cites) == len(scene().findings)


def test_a_figure_comes_with_its_cell_and_the_doubt_about_it() -> None:
    reply = talk("今年收到多少件申请")
    assert reply.text.startswith("11 件：表三")
    assert "T311" in reply.text
    assert {"cell:applications.new.total", "T311"} <= cited(reply.cites)


@pytest.mark.parametrize("text", ["收费金额是多少", "规章制发几件"])
def test_a_blank_cell_is_told_as_blank(text: str) -> None:
    reply = talk(text)
    assert "空白" in reply.text
    assert "0 件" not in reply.text
    assert "0 万元" not in reply.text


@pytest.mark.parametrize("text", ["公众号有多少粉丝", "去年收到多少件申请", "街道主任是谁", "帮我写一份报告"])
def test_what_the_review_does_not_tell_is_not_answered(text: str) -> None:
    reply = talk(text)
    assert reply.intent is Intent.UNANSWERABLE
    assert reply.text.startswith("无法回答：")
    assert "可以问" in reply.text
    assert not reply.cites


@pytest.mark.parametrize("before", ["今年收到多少件申请", "下一条", "为什么", "总结一下", "T311 是什么规则"])
@pytest.mark.parametrize("text", ["去年呢", "那别的街道呢", "那前年的呢"])
def test_a_follow_up_out_of_reach_is_not_answered(before: str, text: str) -> None:
    assert talk("下一条", before, text).intent is Intent.UNANSWERABLE
    assert talk("下一条", "确认", text).intent is Intent.UNANSWERABLE


def test_a_follow_up_leans_on_the_turn_before() -> None:
    assert "cell:applications.new.natural_person" in cited(talk("今年收到多少件申请", "那自然人呢").cites)
    assert "T311" in cited(talk("T311 是什么规则", "依据呢").cites)
    assert talk("错误有几个", "哪几个").text.startswith("只看必须改正")


def test_several_are_decided_only_after_a_yes() -> None:
    asked = talk("把提示全部忽略")
    assert not asked.situation.review.decisions
    assert asked.situation.pending
    assert not talk("把提示全部忽略", "取消").situation.review.decisions
    done = talk("把提示全部忽略", "是", "街道另有说明").situation.review
    assert {(one.verdict, one.note) for one in done.decisions.values()} == {
        (Verdict.REJECTED, "街道另有说明")
    }


def test_all_at_once_leaves_what_is_decided_alone() -> None:
    review = talk("下一条", "确认", "所有错误都不成立", "是").situation.review
    first = review.findings[0].key
    assert review.decisions[first].verdict is Verdict.CONFIRMED


def test_a_reason_is_kept_without_its_lead() -> None:
    review = talk("下一条", "不成立，原因是街道另有说明").situation.review
    assert [one.note for one in review.decisions.values()] == ["街道另有说明"]


def test_a_remark_is_added_to_or_replaced() -> None:
    review = talk("下一条", "备注：等回复", "再加一句 周五前").situation.review
    assert [one.note for one in review.decisions.values()] == ["等回复；周五前"]


def test_nothing_is_undone_without_a_word_of_undoing() -> None:
    reply = talk("下一条", "确认", "表三呢")
    assert reply.intent is not Intent.UNDO
    assert reply.situation.review.decisions


def test_nothing_is_decided_without_a_verdict() -> None:
    now = Situation(scene(), current=scene().findings[0].key)
    reply = respond(replace(now, asked=(Intent.EXPLAIN,)), "/确认", by="审核员")
    assert reply.situation.review.decisions
    for text in ("确认收货后怎么退款", "我的意见他们采纳了吗", "哪些还没确认"):
        assert not respond(now, text, by="审核员").situation.review.decisions


def test_the_end_is_told() -> None:
    reply = talk("全部确认", "是", "总结一下")
    assert "全部处理完了：已确认 13 条" in reply.text
    assert "导出审核意见" in reply.offers


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize("text", ["问" * 6, "问" * 20_000, "啊啊啊啊", "aaaaaa", "表三为什么不平" * 3000])
def test_a_stuck_key_or_a_text_pasted_in_asks_nothing(text: str, now: Situation | None) -> None:
    reply = talk(text, situation=now)
    assert reply.intent is Intent.UNANSWERABLE
    assert not reply.cites
    assert len(reply.text) < 200


def test_a_laugh_is_no_stuck_key() -> None:
    assert talk("哈哈哈哈").intent is Intent.SMALLTALK


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize("text", ["第99条为什么", "第99条依据是什么", "第99条怎么改", "第99条确认", "第99条"])
def test_a_number_beyond_the_list_is_told(text: str, now: Situation | None) -> None:
    reply = talk(text, situation=now)
    assert "共 13 条问题，没有第 99 条" in reply.text
    assert not reply.situation.review.decisions


def test_a_number_beyond_the_filter_names_the_filter() -> None:
    assert "只看必须改正共 4 条问题，没有第 9 条" in talk("只看错误", "第9条为什么").text


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize("before", [("只看错误",), ("只看错误", "下一条"), ("只看错误", "确认")])
@pytest.mark.parametrize("text", ["全部", "看全部", "/全部"])
def test_all_lifts_the_filter(text: str, before: tuple[str, ...], now: Situation | None) -> None:
    reply = talk(*before, text, situation=now)
    assert reply.intent is Intent.FILTER
    assert not reply.situation.filter_name
    assert len(reply.cites) == len(scene().findings)


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
def test_a_decision_is_changed_to_another(now: Situation | None) -> None:
    review = talk("第2条确认", "把第2条改成不成立，单位没有发生", situation=now).situation.review
    decision = review.decisions[review.findings[1].key]
    assert (decision.verdict, decision.note) == (Verdict.REJECTED, "单位没有发生")
    assert len(review.decisions) == 1


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("有没有被复议纠正", "cell:disputes.review.corrected"),
        ("有没有被复议的", "cell:disputes.review.total"),
        ("桂花桥街道有没有被复议纠正", "cell:disputes.review.corrected"),
        ("临溪区桂花桥街道办事处有没有被复议的", "cell:disputes.review.total"),
    ],
)
def test_whether_there_were_disputes_is_a_figure(text: str, cell: str, now: Situation | None) -> None:
    reply = talk(text, situation=now)
    assert reply.intent is Intent.REPORT_FIGURE
    assert cell in cited(reply.cites)


def test_the_figures_of_another_unit_are_not_told() -> None:
    assert talk("松林街道有没有被复议纠正").intent is Intent.UNANSWERABLE


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
def test_a_figure_that_is_doubted_is_held_against_the_table(now: Situation | None) -> None:
    reply = talk("12件对吗", situation=now)
    assert reply.intent is Intent.COMPARE_TEXT_TABLE
    assert "12件" in reply.text
    assert "X401" in cited(reply.cites)
    assert "其中没有 77 这个数" in talk("77件对吗", situation=now).text


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize(("text", "rules"), [("表四有问题吗", ["C704"]), ("表三有问题吗", ["T311", "T313"])])
def test_the_findings_of_a_table_are_named(text: str, rules: list[str], now: Situation | None) -> None:
    reply = talk(text, situation=now)
    assert all(rule in reply.text for rule in rules)
    assert set(rules) <= cited(reply.cites)


def test_a_table_without_findings_is_said_to_have_none(root: Path) -> None:
    review = open_review(root / "corpora" / "reports" / "street-2023-faulty.docx", Order())
    assert talk("表四有问题吗", situation=Situation(review)).text == "没有表四的问题。"
