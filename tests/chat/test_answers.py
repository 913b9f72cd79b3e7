"""What is answered: tables, cells, parts, and words that are no orders."""

from pathlib import Path

import pytest
from talk_by_hand import in_app, talk
from tools.chat.scoring import cited

from shenyue.chat.replies import Intent, Situation
from shenyue.engine import check
from shenyue.examples import report_of
from shenyue.review import Review
from shenyue.rules import Choice, read_pack
from shenyue.samples import changed


def without_total() -> Review:
    """A report that leaves a total of table three blank."""
    pack = read_pack("national", ())
    changes = {
        "base": "street-2023",
        "tables": {"applications.new.total": ""},
    }
    report = report_of(changed(changes), pack)
    return Review(Path("报告.docx"), report, pack, Choice(pack.id, "default", ""), check(report, pack))


@pytest.mark.parametrize("text", ["表三平吗", "表三对不对", "表三为什么不平"])
def test_whether_a_table_is_right_is_told_rule_by_rule(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert reply.intent is Intent.EXPLAIN
    assert all(f"{rule} " in reply.text for rule in ("T311", "T312", "T313"))
    assert "T312 表三办理结果各项之和与（七）总计不一致：已核对" in reply.text
    assert {"T311", "T312", "T313"} <= cited(reply.cites)


@pytest.mark.parametrize("text", ["表三平吗", "表三对不对", "表三为什么不平"])
def test_sums_that_could_not_be_checked_are_said_to_be_so(text: str) -> None:
    told = talk(text, situation=Situation(without_total())).text
    assert all(f"\n{rule} " in f"\n{told}" for rule in ("T311", "T312", "T313"))
    assert "T311 表三横行合计与总计不一致：部分核对，总计栏空白" in told
    assert "表三另有 1 条问题" in told


@pytest.mark.parametrize("text", ["哪些地方填错了", "有没有问题", "报告有没有问题", "有什么问题"])
def test_what_is_wrong_is_asked_of_the_whole_report(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert "13 条" in reply.text
    assert len(reply.cites) == 13


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("收费多少钱", "cell:fees.fees.amount"),
        ("收费一共多少钱", "cell:fees.fees.amount"),
        ("政府信息公开办结了多少件", "cell:applications.total.total"),
    ],
)
def test_a_figure_that_has_a_cell_is_told(text: str, cell: str) -> None:
    reply = talk(text, situation=in_app())
    assert reply.intent is Intent.REPORT_FIGURE
    assert cell in cited(reply.cites)


@pytest.mark.parametrize("text", ["跳到第三部分", "到第三部分"])
def test_a_part_is_gone_to_with_all_its_findings(text: str) -> None:
    for before in ((), (text,)):
        reply = talk(*before, text, situation=in_app())
        assert "第三部分有 2 条问题" in reply.text
        assert {"T311", "T313"} <= set(reply.text.split())
        assert "section:三" in cited(reply.cites)


@pytest.mark.parametrize("text", ["清空", "退出", "关闭", "设置", "保存", "刷新"])
def test_an_unknown_order_goes_nowhere(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert reply.situation.current == in_app().current
    assert reply.intent is not Intent.NEXT


@pytest.mark.parametrize("text", ["保存", "保存一下", "存盘", "保存了吗"])
def test_nothing_need_be_saved(text: str) -> None:
    reply = talk(text, situation=in_app())
    assert "一作出就已经存好" in reply.text
    assert reply.wish is None
    assert talk("保存成word", situation=in_app()).wish
