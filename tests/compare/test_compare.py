"""The corrected version against the first."""

from collections.abc import Callable
from dataclasses import replace
from itertools import islice
from pathlib import Path

import pytest

from shenyue.compare import Comparison, Version, compare, version_of
from shenyue.compare.comparison import Fate
from shenyue.compare.version import Judged, from_json, to_json
from shenyue.decisions import Decision, Verdict
from shenyue.findings import LedgerState
from shenyue.review import Order, open_review

FIRST = "04-street-2022-faults.txt"
"""Of the field corpus: N211 二是 twice, X401 16 against 15, L503 代表代表, S106 an aspect that is missing."""
RULES = Order(select=("N2", "X4", "L5", "S1", "T3"))
Change = Callable[[str], str]
Compare = Callable[..., Comparison]


@pytest.fixture
def versions(root: Path, tmp_path: Path) -> Compare:
    """The first version changed in some way, held against the second, changed further."""
    text = (root / "corpora" / "field" / FIRST).read_text("utf-8")

    def compared(
        *changes: tuple[str, str], before: tuple[tuple[str, str], ...] = (), **orders: Order
    ) -> Comparison:
        old, new = changed(text, before), changed(changed(text, before), changes)
        return compare(
            version(old, "原稿", orders.get("old", RULES)), version(new, "修改稿", orders.get("new", RULES))
        )

    def version(content: str, name: str, order: Order) -> Version:
        path = tmp_path / f"{name}.txt"
        path.write_text(content, "utf-8")
        return version_of(open_review(path, order))

    return compared


def changed(text: str, changes: tuple[tuple[str, str], ...]) -> str:
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return text


def rules(comparison: Comparison, fate: Fate) -> list[str]:
    return sorted(one.finding.rule for one in comparison.of(fate))


MENDED = (("二是将征集到", "三是将征集到"), ("申请16件", "申请15件"), ("代表代表", "代表"))


def answers(comparison: Comparison, verdict: Verdict = Verdict.CONFIRMED) -> dict[str, Decision]:
    return {one.key: Decision(verdict, f"批注{one.rule}", "张三", "") for one in comparison.old.findings}


def test_three_mended_one_left_one_new(versions: Compare) -> None:
    found = versions(*MENDED, ("推送信息610篇", "推送推送信息610篇"))

    assert rules(found, Fate.MENDED) == ["L503", "N211", "X401"]
    assert rules(found, Fate.REMAINS) == ["S106"]
    assert rules(found, Fate.NEW) == ["L503"]
    assert rules(found, Fate.UNSURE) == []
    (left,) = found.of(Fate.REMAINS)
    assert left.new
    assert found.carried(answers(found)) == {
        left.new.key: Decision(Verdict.CONFIRMED, "批注S106", "张三", "")
    }


def test_what_was_not_asked_for_is_shown(versions: Compare) -> None:
    found = versions(
        *MENDED, ("信息610篇", "信息650篇"), ("（四）监督保障", "（四）监督与保障"), ("培训2次。", "培训2次。另有一次演练。")
    )  # fmt: skip

    asked = [change for change in found.texts if change.asked]
    unasked = [change for change in found.texts if not change.asked]
    assert len(asked) == 2
    assert [[(edit.old, edit.new) for edit in change.edits] for change in unasked] == [
        [("610", "650")], [("", "与")], [("", "另有一次演练。")],
    ]  # fmt: skip
    assert unasked[0].edits[0].of_figures
    assert not unasked[1].edits[0].of_figures
    assert [change.new.heading for change in unasked if change.new] == [False, True, False]


def test_blanks_are_no_change(versions: Compare) -> None:
    found = versions(("组织培训2次。", "组织培训 2 次。  "), ("（四）监督保障", "（四） 监督保障"))
    assert (found.texts, found.of(Fate.NEW), found.of(Fate.MENDED)) == ((), (), ())


def test_paragraphs_put_in_and_taken_out(versions: Compare) -> None:
    found = versions(
        (
            "街道微信公众号“柳堤发布”推送信息610篇，阅读量超过50万次。社区便民服务站设政府信息查阅点9个。\n",
            "",
        ),
        (
            "二、主动公开政府信息情况\n",
            "（五）其他\n全年没有其他需要说明的情况，特此说明。\n二、主动公开政府信息情况\n",
        ),
    )

    told = [(bool(change.old), bool(change.new)) for change in found.texts]
    assert sorted(told) == [(False, True), (False, True), (True, False)]


def test_a_figure_of_a_table_and_the_fault_that_came_with_it(versions: Compare) -> None:
    row = "一、本年新收政府信息公开申请数量\t14\t1\t{}\t0\t0\t0\t15"
    found = versions((row.format(0), row.format(2)))

    (cell,) = found.cells
    assert (cell.key, cell.old, cell.new, cell.asked) == ("applications.new.research", "0", "2", False)
    assert cell.label == "表三“一、本年新收政府信息公开申请数量”行“科研机构”列"
    assert "T311" in rules(found, Fate.NEW)


def test_a_figure_that_a_finding_adds_up_was_asked_for(versions: Compare) -> None:
    row = "一、本年新收政府信息公开申请数量\t14\t{}\t0\t0\t0\t0\t15"
    found = versions((row.format(3), row.format(1)), before=((row.format(1), row.format(3)),))

    assert [(cell.old, cell.new, cell.asked) for cell in found.cells] == [("3", "1", True)]
    assert "T311" in rules(found, Fate.MENDED)


def test_a_fault_mended_wrongly_is_still_there_and_must_be_judged_anew(versions: Compare) -> None:
    found = versions(("申请16件", "申请17件"))

    (one,) = [one for one in found.of(Fate.REMAINS) if one.finding.rule == "X401"]
    assert one.old
    assert one.new
    assert one.old.key != one.new.key, "the key holds the clause"
    assert one.note == "原文由“收到政府信息公开申请16件”改为“收到政府信息公开申请17件”"
    assert one.new.key not in found.carried(answers(found))


def test_an_operand_that_changed_reopens(versions: Compare) -> None:
    row = "一、本年新收政府信息公开申请数量\t{}\t1\t0\t0\t0\t0\t15"
    found = versions((row.format(13), row.format(12)), before=((row.format(14), row.format(13)),))

    (one,) = [one for one in found.of(Fate.REMAINS) if one.finding.rule == "T311"]
    assert "自然人 13 → 12" in one.note
    assert one.new
    assert one.new.key not in found.carried(answers(found))


def test_other_words_around_the_same_evidence_reopen_only_what_was_rejected(versions: Compare) -> None:
    found = versions(("邀请居民代表代表列席街道办公会3次", "邀请居民代表代表列席街道办公会议3次"))

    (one,) = [one for one in found.of(Fate.REMAINS) if one.finding.rule == "L503"]
    assert one.new
    assert one.same_evidence
    assert not one.same_words
    assert one.new.key in found.carried(answers(found))
    assert one.new.key not in found.carried(answers(found, Verdict.REJECTED))


def test_another_fault_of_the_same_rule_elsewhere_is_another_fault(versions: Compare) -> None:
    found = versions(("代表代表", "代表"), ("组织培训2次", "组织培训培训2次"))

    assert "L503" in rules(found, Fate.MENDED)
    assert rules(found, Fate.NEW) == ["L503"]


def test_two_slips_of_one_rule_in_one_sentence_are_two_faults(versions: Compare) -> None:
    once, twice = "听取一次汇报，组织培训2次", "听取一次汇报汇报，组织培训2次"
    found = versions((twice, "听取一次汇报，组织培训培训2次"), before=((once, twice),))

    assert "L503" in rules(found, Fate.MENDED)
    assert rules(found, Fate.NEW) == ["L503"]


@pytest.mark.parametrize(
    "sentence",
    [
        "四是8月起开展“走进街道听民声”活动，请居民代表代表旁听街道办公会5次",
        "四是自8月起组织“走进街道”系列活动，邀请辖区居民代表代表列席办公会议3次",
    ],
)
def test_a_sentence_written_anew_with_the_old_slip(versions: Compare, sentence: str) -> None:
    found = versions(("四是8月起开展“走进街道听民声”活动，邀请居民代表代表列席街道办公会3次", sentence))

    assert "L503" in rules(found, Fate.REMAINS)
    assert "L503" not in rules(found, Fate.NEW)


def test_a_figure_mended_wrongly_in_a_sentence_written_anew(versions: Compare) -> None:
    found = versions(
        ("2022年，柳堤街道收到政府信息公开申请16件，均按期答复", "2022年，街道办事处共收到政府信息公开申请17件，全部答复")
    )  # fmt: skip

    assert "X401" in rules(found, Fate.REMAINS)
    assert "X401" not in rules(found, Fate.NEW)


def test_the_same_spot_under_another_rule_is_another_fault(versions: Compare) -> None:
    found = versions()
    renamed = replace(found.new.findings[0], rule="L599", key="0" * 12)
    new = replace(found.new, findings=(renamed, *found.new.findings[1:]))

    assert rules(compare(found.old, new), Fate.NEW) == ["L599"]


def test_a_fault_of_another_rule_at_the_same_spot_is_another_fault(versions: Compare) -> None:
    found = versions(("收到政府信息公开申请16件", "收到收到政府信息公开申请15件"))

    assert "X401" in rules(found, Fate.MENDED)
    assert rules(found, Fate.NEW) == ["L503"]


STATES = {
    "checked": (Judged(LedgerState.CHECKED, ""), Fate.MENDED),
    "disabled": (Judged(LedgerState.DISABLED, "本区不用"), Fate.UNSURE),
    "not for it": (Judged(LedgerState.NOT_APPLICABLE, "没有表三"), Fate.UNSURE),
    "could not": (Judged(LedgerState.COULD_NOT_CHECK, "表三读不出"), Fate.UNSURE),
    "not that row": (Judged(LedgerState.PARTLY_CHECKED, "总计栏空白", ("new",)), Fate.UNSURE),
    "not another row": (Judged(LedgerState.PARTLY_CHECKED, "总计栏空白", ("granted",)), Fate.MENDED),
}


@pytest.mark.parametrize("name", STATES)
def test_gone_is_mended_only_where_the_rule_looked(versions: Compare, name: str) -> None:
    row = "一、本年新收政府信息公开申请数量\t14\t{}\t0\t0\t0\t0\t15"
    found = versions((row.format(3), row.format(1)), before=((row.format(1), row.format(3)),))
    judged, fate = STATES[name]
    new = replace(found.new, rules={**found.new.rules, "T311": judged})

    (one,) = [one for one in compare(found.old, new).findings if one.finding.rule == "T311"]

    assert one.fate is fate
    assert (judged.reason in one.note) if fate is Fate.UNSURE else not one.note


def test_what_could_not_be_checked_is_not_called_mended(versions: Compare) -> None:
    without = versions(*MENDED, new=Order(select=("N2", "L5", "S1", "T3")))
    assert rules(without, Fate.UNSURE) == ["X401"]
    assert without.of(Fate.UNSURE)[0].note == "这次的规则包没有这条规则"


def test_a_table_that_is_gone_does_not_mend_its_faults(versions: Compare, root: Path) -> None:
    row = "一、本年新收政府信息公开申请数量\t14\t{}\t0\t0\t0\t0\t15"
    text = (root / "corpora" / "field" / FIRST).read_text("utf-8").replace(row.format(1), row.format(3))
    table = text[text.index("（本列数据的勾稽关系为") : text.index("四、政府信息公开行政复议、行政诉讼情况")]
    found = versions((table, "本年度情况见附件。\n"), before=((row.format(1), row.format(3)),))

    assert "T311" in rules(found, Fate.UNSURE)
    assert "T311" not in rules(found, Fate.MENDED)
    assert "T301" in rules(found, Fate.NEW)
    assert "T311" in {lost.rule for lost in found.lost} | {one.finding.rule for one in found.of(Fate.UNSURE)}


def test_a_rule_that_is_new_says_so(versions: Compare) -> None:
    found = versions(old=Order(select=("N2", "L5", "S1", "T3")))

    (one,) = found.of(Fate.NEW)
    assert (one.finding.rule, one.note) == ("X401", "上次的规则包没有这条规则")


def test_what_is_let_pass_is_neither_mended_nor_new(versions: Compare) -> None:
    found = versions()
    (one,) = [one for one in found.new.findings if one.rule == "L503"]
    without = tuple(other for other in found.new.findings if other is not one)
    passing = replace(found.new, findings=without, waived=(one.key,))

    assert rules(compare(found.old, passing), Fate.UNSURE) == ["L503"]
    assert compare(passing, found.new).of(Fate.NEW)[0].note
    assert rules(compare(found.old, replace(passing, waived=())), Fate.MENDED) == ["L503"]


def test_nothing_changed(versions: Compare) -> None:
    found = versions()

    assert {one.fate for one in found.findings} == {Fate.REMAINS}
    assert (found.cells, found.texts, found.lost) == ((), (), ())
    assert len(found.carried(answers(found, Verdict.REJECTED))) == len(found.findings)


def test_a_version_comes_back_from_its_json_as_it_was(root: Path) -> None:
    reports = sorted((root / "corpora" / "reports").glob("faulty-*"))
    for path in islice(reports, 0, None, 3):
        version = version_of(open_review(path, Order()))
        assert from_json(to_json(version)) == version
        same = compare(version, replace(version, name="另一份"))
        assert all(one.fate is Fate.REMAINS and one.same_evidence for one in same.findings)
        assert (same.cells, same.texts, same.lost) == ((), (), ())


def test_the_same_report_in_another_format_is_no_other_version(root: Path) -> None:
    """Formats lay a table's text out differently; figures, headings and findings are the same."""
    clean = root / "corpora" / "field"
    review = open_review(clean / FIRST, RULES)
    found = compare(version_of(review), version_of(review))
    assert not found.cells
