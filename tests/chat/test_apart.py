"""What is answered by its words alone: orders of the screen, places, levels, halves of a question, and what the prose states."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from talk_by_hand import in_app, talk
from tools.chat.scene import scene
from tools.chat.scoring import cited

from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.engine import check
from shenyue.examples import report_of
from shenyue.review import Order, Review, open_review
from shenyue.samples import changed

_PROSE = {
    "base": "street-2023",
    "reword": {
        "全年推送信息312条。": "微信粉丝2.3万人，全年推送信息312条。全年发布解读83篇，举办新闻发布会4场。公示低保家庭512户。",
        "规范登记、审核、答复流程。": "规范登记、审核、答复流程。其中网络提交7件、当面提交3件。",
    },
    "replace": {
        "part5": "（一）存在的主要问题\n政策解读形式较为单一。\n（二）改进措施\n下一步将丰富解读形式。",
        "part6": "本年度发出收费通知3件，总金额1200元。",
    },
}


def of_prose(text: str) -> Reply:
    """Asked of a report whose prose states figures that no table has."""
    pack = scene().pack
    report = replace(report_of(changed(_PROSE), pack), prior=None)
    review = Review(Path("报告.docx"), report, pack, scene().choice, check(report, pack))
    return talk(text, situation=Situation(review))


@pytest.mark.parametrize("now", [None, in_app()], ids=["ask", "app"])
@pytest.mark.parametrize("text", ["取消", "算了", "不是"])
def test_nothing_is_cancelled_at_rest(text: str, now: Situation | None) -> None:
    reply = talk(text, situation=now)
    assert "现在没有要取消的" in reply.text
    assert reply.situation.pending is None


def test_a_question_that_waits_is_still_cancelled() -> None:
    assert "没有改动" in talk("把提示全部忽略", "取消").text


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("解读了多少篇", "解读83篇"),
        ("收费通知发了几件", "收费通知3件"),
        ("网络提交多少件", "网络提交7件"),
        ("新闻发布会开了几场", "新闻发布会4场"),
        ("微信粉丝多少", "粉丝2.3万人"),
        ("低保有多少户", "低保家庭512户"),
        ("推送了多少条", "推送信息312条"),
        ("社会监督员有几个", "社会监督员5名"),
    ],
)
def test_a_figure_of_the_prose_is_quoted_with_its_place(text: str, stated: str) -> None:
    reply = of_prose(text)
    assert reply.intent is Intent.REPORT_FIGURE
    assert stated in reply.text
    assert "段：“" in reply.text
    assert reply.cites


@pytest.mark.parametrize(
    "text",
    [
        "去年开了几场新闻发布会",
        "2022年解读了多少篇",
        "12月解读了多少篇",
        "全市开了几场新闻发布会",
        "低保为什么只有512户",
        "低保有多少人",
        "直播几场",
        "条例一共多少条",
        "处罚一共罚了多少钱",
        "结转的是哪几件案",
        "申请里男的几个",
        "许可被拒的有几件",
        "实际收到的申请是多少",
    ],
)
def test_what_the_prose_does_not_state_stays_unanswered(text: str) -> None:
    reply = of_prose(text)
    assert reply.intent is Intent.UNANSWERABLE
    assert "没有写" not in reply.text
    assert not reply.cites


def test_whether_something_is_written() -> None:
    for text in ("改进措施写了没有", "写没写改进措施", "写了改进措施吗", "有没有写改进措施"):
        assert "（二）改进措施" in of_prose(text).text
    assert "C702" in cited(talk("写没写改进措施").cites)
    assert "没有找到写有“改进措施”" in talk("改进措施写了没有").text


@pytest.mark.parametrize("text", ["落款是哪天", "报告日期", "报告有没有落款", "落款单位是谁"])
def test_who_signed_and_when(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert "落款日期：2024年1月18日" in reply.text
    assert "落款单位：" in reply.text


def test_a_part_is_quoted() -> None:
    assert "无其他需要报告的事项" in talk("第六部分写了什么", situation=in_app()).text
    assert "表三" in talk("第三部分写了什么", situation=in_app()).text


@pytest.mark.parametrize("rule", ["XC801", "BJ801", "bj802"])
def test_rules_of_two_letters_are_known(rule: str) -> None:
    for text in (f"{rule}是什么", f"{rule}为什么没核对"):
        assert rule.upper() in cited(talk(text, situation=in_app()).cites)


def test_the_groups_of_the_catalogue_add_up() -> None:
    lines = talk("有哪些规则").text.split("\n")
    rules = [one for one in scene().pack.rules if not one.disabled]
    assert sum(int(number) for line in lines[1:] for number in re.findall(r"（(\d+) 条）：", line)) == len(
        rules
    )
    assert "XC801" in next(line for line in lines if line.startswith("本地（2 条）"))


def test_a_rule_without_a_finding_is_not_taken_for_the_one_on_the_screen() -> None:
    assert talk("T312为什么", situation=in_app()).text.startswith("T312")


@pytest.mark.parametrize(
    ("text", "intent"),
    [("到第9段", Intent.JUMP), ("第9段有什么问题", Intent.COUNT), ("第9段写了什么", Intent.SEARCH_TEXT)],
)
def test_a_paragraph_is_gone_to_with_its_findings(text: str, intent: Intent) -> None:
    reply = talk(text, situation=in_app())
    assert reply.intent is intent
    assert "畅通当面、信函" in reply.text
    assert {"X401", "L504", "L501"} <= cited(reply.cites)
    moved = reply.situation.current != in_app().current
    assert moved is (intent is Intent.JUMP)


def test_a_paragraph_without_findings_or_beyond_the_end_is_told() -> None:
    assert "这里没有查出问题" in talk("第16段有什么问题", situation=in_app()).text
    assert "没有第 999 段" in talk("到第999段", situation=in_app()).text
    assert "按段数" in talk("到第414行", situation=in_app()).text


def test_a_line_is_gone_to_where_lines_are_counted(root: Path) -> None:
    review = open_review(root / "corpora" / "reports" / "clean-10-office-2021.txt", Order())
    reply = talk("第2行写了什么", situation=Situation(review))
    assert review.report.document.text.split("\n")[1].strip()[:10] in reply.text


@pytest.mark.parametrize(
    ("text", "cells"),
    [
        ("一共收到多少件申请，其中自然人几件", {"applications.new.total", "applications.new.natural_person"}),
        ("复议一共多少件，纠正了多少", {"disputes.review.total", "disputes.review.corrected"}),
        ("收到几件申请，结转几件", {"applications.new.total", "applications.carried_out.total"}),
    ],
)
def test_both_halves_are_answered(text: str, cells: set[str]) -> None:
    reply = talk(text, situation=in_app())
    assert {f"cell:{one}" for one in cells} <= cited(reply.cites)


@pytest.mark.parametrize("text", ["标题对不对", "标题有问题吗", "单位名称对吗"])
def test_what_was_looked_at_and_found_in_order_is_said_so(text: str) -> None:
    assert "查过，没有发现问题" in talk(text, situation=in_app()).text


def test_misspellings_are_listed() -> None:
    assert "L504" in cited(talk("有没有错别字", situation=in_app()).cites)


def test_what_is_decided_already() -> None:
    assert "都还没有处理" in talk("哪些已经处理了", situation=in_app()).text
    assert "处理了 1 条，还剩 12 条" in talk("确认", "哪些已经处理了", situation=in_app()).text
    assert "已确认 1 条" in talk("确认", "采纳了几条意见", situation=in_app()).text


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("把S106改成提示", "按 h 或者输入“改为提示”"),
        ("把这条改成提示", "N211"),
        ("改为提示", "N211"),
        ("停用S106", "按 l 或者输入“停用规则”"),
        ("没有发现问题是不是就合格了", "要由您定"),
        ("年报应当什么时候公布", "每年3月31日前"),
        ("为什么是建议改正不是必须改正", "明文规定或算术关系被破坏"),
        ("什么是必须改正", "明文规定或算术关系被破坏"),
        ("有没有新出现的问题", "按 r 或者输入“对照”"),
        ("有没有新问题", "按 r 或者输入“对照”"),
        ("改好了几条", "按 r 或者输入“对照”"),
        ("上一稿的问题改了吗", "按 r 或者输入“对照”"),
        ("下一份", "按 o"),
        ("上一份", "按 o"),
        ("打开第三份", "按 o"),
    ],
)
def test_what_belongs_to_the_screen_or_the_rules_is_told(text: str, said: str) -> None:
    reply = talk(text, situation=in_app())
    assert said in reply.text
    assert reply.situation.current == in_app().current
    assert not reply.situation.review.decisions
