"""What a memo says of a review: which findings, where, how concluded, and everything that was not looked at."""

from dataclasses import replace
from pathlib import Path

import pytest
from memos_by_hand import AT, DAY, ROOT, answered, memo, undecided

from shenyue.decisions import Decision, Include, Verdict
from shenyue.findings import Severity
from shenyue.memo import Circumstances, Memo, memo_of
from shenyue.memo.conclusion import CONCLUSIONS, Outcome, outcome_of
from shenyue.model import Unread
from shenyue.review import Review, decided
from shenyue.rules.model import Letterhead

CLEAN = ROOT / "corpora" / "reports" / "clean-12-county-2024.docx"


def mixed() -> Review:
    """One confirmed, one rejected, one to be verified, the rest not answered."""
    review = undecided()
    for finding, verdict in zip(review.findings, Verdict, strict=False):
        review = decided(review, finding.key, Decision(verdict, f"注{verdict.value}", "王某", AT))
    return review


def accounts(of: Memo) -> dict[str, str]:
    return {
        one.name: "\n".join(f"{entry.name}：{entry.text}" for entry in one.entries) + one.none
        for one in of.annex
    }


def test_only_confirmed_findings_unless_asked() -> None:
    review = mixed()
    verdicts = {include: [item.verdict for item in memo(include, review).items] for include in Include}

    assert verdicts[Include.CONFIRMED] == ["确认"]
    assert sorted(verdicts[Include.OPEN]) == ["待核实", "未处理", "未处理", "未处理"]
    assert sorted(verdicts[Include.ALL]) == ["待核实", "未处理", "未处理", "未处理", "确认"]


def test_what_is_left_out_is_said() -> None:
    written = memo(Include.CONFIRMED, mixed())

    assert written.lead == "经审核确认的问题共1处：必须改正1处。另有待核实1处、未处理3处，没有列入。"
    assert written.decided == "确认1处、不成立1处、待核实1处、未处理3处"
    assert written.items[0].note == "注confirmed"


def test_nothing_confirmed_is_said_plainly() -> None:
    written = memo(Include.CONFIRMED, undecided())

    assert written.items == ()
    assert written.none == "没有经审核确认的问题。核对共提示6处：未处理6处，没有列入。"


def test_findings_stand_in_the_order_of_the_report_under_its_parts() -> None:
    written = memo()

    assert [item.number for item in written.items] == [1, 2, 3, 4, 5, 6]
    assert [item.rule for item in written.items] == ["N211", "N204", "T303", "T303", "T311", "T313"]
    assert [group.label + group.name for group in written.groups] == [
        "（一）第一部分“总体情况”",
        "（二）第二部分“主动公开政府信息情况”",
        "（三）第三部分“收到和处理政府信息公开申请情况”",
    ]


def test_places_are_words() -> None:
    places = [item.place for item in memo().items]

    assert places[0] == "第一部分“总体情况”，（五）监督保障扎实有力，第16段"
    assert places[1] == "第二部分“主动公开政府信息情况”，第17段"
    assert places[2] == "第二部分“主动公开政府信息情况”，表二第二十条第（一）项"
    assert places[4].endswith("，表三“一、本年新收政府信息公开申请数量”行“总计”栏")


@pytest.mark.parametrize(
    ("name", "rule", "place"),
    [
        ("faulty-01-S101-town-2022.docx", "D602", "全文"),
        ("faulty-01-S101-town-2022.docx", "S101", "第四部分“政府信息公开行政复议、行政诉讼情况”"),
        ("faulty-01-S101-town-2022.docx", "S109", "前言，第3段"),
        ("faulty-07-S107-city-2024.docx", "S107", "报告标题，第1段"),
        ("faulty-08-N201-street-2021.txt", "N201", "第三部分“收到和处理政府信息公开申请情况”，第34行"),
        ("faulty-16-T302-street-2020.html", "T302", "第三部分“收到和处理政府信息公开申请情况”，表三“5.要求行政机关确认或重新出具已获取信息”行"),
    ],
)  # fmt: skip
def test_places_without_a_heading_or_a_cell(name: str, rule: str, place: str) -> None:
    review = answered(path=ROOT / "corpora" / "reports" / name)

    assert place in [item.place for item in memo(review=review).items if item.rule == rule]


def test_a_sum_comes_with_every_term_and_its_cell() -> None:
    item = memo().items[4]

    assert item.formula.startswith("自然人 8 + 商业企业 0")
    assert [one.value for one in item.operands] == ["8", "0", "0", "0", "0", "0", "9"]
    assert item.operands[0].place == "表三“一、本年新收政府信息公开申请数量”行“自然人”栏"


def test_a_quote_stands_in_its_sentence() -> None:
    first = memo().items[0]

    assert first.quote == "三是"
    assert first.passage == "…【三是】公开采购信息；…"


# Conclusions.


def _answered_as(*verdicts: Verdict | None, severity: Severity = Severity.ERROR) -> Review:
    review = undecided()
    findings = tuple(replace(one, severity=severity) for one in review.findings[: len(verdicts)])
    review = replace(review, checked=replace(review.checked, findings=findings), decisions={})
    for finding, verdict in zip(findings, verdicts, strict=True):
        if verdict:
            review = decided(review, finding.key, Decision(verdict, "", "", AT))
    return review


def with_picture(review: Review) -> Review:
    """The review of a file in which a picture was not read."""
    unread = (Unread("图片", "图片中的文字无法读取", "第12段"),)
    document = replace(review.report.document, unread=unread)
    return replace(review, report=replace(review.report, document=document))


@pytest.mark.parametrize(
    ("review", "outcome"),
    [
        (_answered_as(Verdict.CONFIRMED, None), Outcome.MEND),
        (_answered_as(Verdict.CONFIRMED, Verdict.REJECTED, severity=Severity.WARNING), Outcome.POLISH),
        (_answered_as(Verdict.REJECTED, None), Outcome.PENDING),
        (_answered_as(Verdict.TO_VERIFY), Outcome.PENDING),
        (_answered_as(Verdict.REJECTED), Outcome.CLEAN),
        (_answered_as(), Outcome.CLEAN),
        (with_picture(_answered_as()), Outcome.PARTIAL),
    ],
)
def test_the_conclusion_follows_the_answers(review: Review, outcome: Outcome) -> None:
    assert outcome_of(review) is outcome
    assert memo(review=review).conclusion == CONCLUSIONS[outcome]


def test_conclusion_office_and_addressee_by_the_pack_and_by_the_reviewer() -> None:
    letterhead = Letterhead("某区政府办公室", "{unit}政务公开科", {"mend": "请改。"})
    review = answered()
    review = replace(review, pack=replace(review.pack, letterhead=letterhead))

    by_pack = memo(review=review)
    assert (by_pack.office, by_pack.conclusion) == ("某区政府办公室", "请改。")
    assert by_pack.addressee == "北京市西城区柳荫坊街道办事处政务公开科"
    assert memo_of(review, Circumstances(DAY, conclusion="退回。")).conclusion == "退回。"


def test_the_reviewer_is_whoever_answered() -> None:
    assert memo_of(answered(), Circumstances(DAY)).reviewer == "王某"


# The annex.


def test_the_annex_says_what_was_clean_and_what_was_not_looked_at() -> None:
    told = accounts(memo(review=with_picture(answered())))

    assert "缺少规定的部分（6项）" in told["已核对，未发现下列问题"]
    assert "列举序号重复" not in told["已核对，未发现下列问题"]
    assert told["未能核对的事项"] == "没有，适用的事项都已核对。"
    assert told["文件中没有读入的内容"] == "图片（第12段）：图片中的文字无法读取"
    assert "晚于法定期限：" in told["不适用或者停用的事项"]


def test_every_rule_of_the_ledger_is_accounted_for() -> None:
    for path in sorted((ROOT / "corpora" / "reports").glob("faulty-1*")):
        review = answered(path=path)
        written = memo(review=review)
        told = "\n".join(accounts(written).values()) + "".join(item.title for item in written.items)
        missing = [entry.rule for entry in review.ledger if review.pack.rule(entry.rule).title not in told]
        assert missing == [], path.name


def test_a_memo_proves_what_it_was_made_from() -> None:
    written = memo(review=replace(answered(), head="ab" * 32))
    facts = {fact.name: fact.text for fact in written.facts}

    assert facts["文件校验值（SHA-256）"] == answered().report.document.source.sha256
    assert facts["处理记录链头"] == "ab" * 32
    assert "beijing/xicheng" in facts["规则包"]


def test_a_clean_report(root: Path) -> None:
    del root
    review = undecided(CLEAN)
    written = memo(review=replace(review, checked=replace(review.checked, findings=())))

    assert written.none == "没有发现需要修改的问题。"
    assert written.items == ()
