"""Hits become findings in text order, and every rule of the pack stands in the ledger."""

from collections.abc import Callable, Iterator
from dataclasses import replace

import pytest
from reports_by_hand import made, pack, report, rule, span_of

from shenyue.checks import CHECKS, CheckKind
from shenyue.engine import Checked, check
from shenyue.findings import (
    Hit,
    ItemState,
    LedgerState,
    NotApplicable,
    Outcome,
    Passed,
    Severity,
    TablePlace,
    Unchecked,
)
from shenyue.report import Kind, Report
from shenyue.rules import Basis, Rank, Rule

Check = Callable[..., Checked]


@pytest.fixture
def checked(monkeypatch: pytest.MonkeyPatch) -> Check:
    """Check a report by one rule whose check yields the outcomes given."""

    def run(
        *outcomes: Outcome, of: Report | None = None, by: Rule | None = None, crash: Exception | None = None
    ) -> Checked:
        monkeypatch.setitem(CHECKS, "made", made(*outcomes, crash=crash))
        return check(of or report(), pack(by or rule()))

    return run


def only_state(checked: Checked) -> LedgerState:
    return checked.ledger[0].state


def test_a_hit_becomes_a_finding_with_its_place(checked: Check) -> None:
    (finding,) = checked(Hit(span_of(report(), "解读"), name="x")).findings
    assert finding.message == "有误：解读"
    assert (finding.place.section, finding.place.heading) == ("一", "（一）主动公开")
    assert (finding.place.paragraph, finding.place.line) == (5, 5)
    assert report().document.text[finding.place.start : finding.place.end] == "解读"
    assert finding.basis == ("《条例》（第711号）第五十条",)
    assert (finding.place.table, finding.place.page) == (None, None)


def test_before_the_first_part_the_section_is_empty(checked: Check) -> None:
    (finding,) = checked(Hit(span_of(report(), "前言"))).findings
    assert (finding.place.section, finding.place.heading) == ("", "")


def test_what_is_missing_stands_last_with_the_part_it_belongs_to(checked: Check) -> None:
    found = checked(
        Hit(None, missing="part.4"), Hit(None, missing="table.disputes"), Hit(None, missing="aspect.management"),
        Hit(None, cell=TablePlace("applications", "new", "total")), Hit(span_of(report(), "解读")),
    ).findings  # fmt: skip
    assert [finding.place.section for finding in found] == ["一", "四", "四", "一", "三"]
    assert found[0].place.start is not None
    assert (found[1].place.start, found[1].quote) == (None, "")
    assert (found[4].place.table, found[4].place.row, found[4].place.column) == (
        "applications",
        "new",
        "total",
    )


def test_variants_and_doubt_change_severity_and_words(checked: Check) -> None:
    span = span_of(report(), "解读")
    assert checked(Hit(span, variant="mild")).findings[0].severity is Severity.WARNING
    unsure = checked(Hit(span, variant="mild", certain=False)).findings[0]
    assert (unsure.severity, unsure.message) == (Severity.INFO, "拿不准：解读")


def test_doubt_without_an_unsure_variant_is_never_an_error(checked: Check) -> None:
    found = checked(Hit(span_of(report(), "解读"), certain=False), by=rule(variants={})).findings
    assert found[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("outcomes", "state", "reason"),
    [
        ((), LedgerState.CHECKED, ""),
        ((Passed("new"),), LedgerState.CHECKED, ""),
        ((Hit(None, missing="part.5"), Passed("part.1")), LedgerState.CHECKED, ""),
        ((Passed("new"), Unchecked("total", "空白")), LedgerState.PARTLY_CHECKED, "空白"),
        ((Unchecked("a", "空白"), Unchecked("b", "空白")), LedgerState.COULD_NOT_CHECK, "空白"),
        ((NotApplicable("没有上年报告"),), LedgerState.NOT_APPLICABLE, "没有上年报告"),
    ],
)
def test_ledger_states(
    checked: Check, outcomes: tuple[Outcome, ...], state: LedgerState, reason: str
) -> None:
    entry = checked(*outcomes).ledger[0]
    assert (entry.state, entry.reason) == (state, reason)


def test_ledger_items_count_duties(checked: Check) -> None:
    entry = checked(
        Hit(None, missing="part.5"), Passed("part.1", note="空白格按0计"), Unchecked("part.2", "图片")
    ).ledger[0]
    assert [entry.count(state) for state in ItemState] == [1, 1, 1]
    assert [(item.name, item.note) for item in entry.items] == [
        ("part.5", ""),
        ("part.1", "空白格按0计"),
        ("part.2", "图片"),
    ]


def test_rules_that_do_not_apply_say_why(checked: Check) -> None:
    hit = Hit(span_of(report(), "解读"))
    other_form = checked(hit, by=rule(forms=frozenset({"2019"})))
    assert only_state(other_form) is LedgerState.NOT_APPLICABLE
    assert "2019年表式" in other_form.ledger[0].reason
    assert other_form.findings == ()
    assert only_state(checked(hit, by=rule(kinds=frozenset({Kind.COUNTY})))) is LedgerState.NOT_APPLICABLE
    unknown_kind = checked(hit, of=report(kind=None), by=rule(kinds=frozenset({Kind.COUNTY})))
    assert only_state(unknown_kind) is LedgerState.COULD_NOT_CHECK
    unknown_year = checked(hit, of=report(year=None), by=rule(forms=frozenset({"2021"})))
    assert only_state(unknown_year) is LedgerState.COULD_NOT_CHECK


def test_a_disabled_rule_is_silent_with_its_reason(checked: Check) -> None:
    result = checked(Hit(span_of(report(), "解读")), by=rule(disabled="本区另有规定"))
    assert (result.findings, only_state(result)) == ((), LedgerState.DISABLED)
    assert result.ledger[0].reason == "本区另有规定"


def test_a_crash_is_told_and_stops_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "made", made(Hit(span_of(report(), "解读"))))
    monkeypatch.setitem(CHECKS, "bad", made(Passed("a"), crash=ZeroDivisionError("除以零")))
    result = check(report(), pack(rule("A900", "bad"), rule("B900")))
    assert [entry.state for entry in result.ledger] == [LedgerState.COULD_NOT_CHECK, LedgerState.CHECKED]
    assert result.ledger[0].reason == "程序内部错误：ZeroDivisionError：除以零"
    assert [finding.rule for finding in result.findings] == ["B900"]
    assert set(result.seconds) == {"A900", "B900"}


def test_a_message_without_its_value_is_a_crash_of_that_rule_only(checked: Check) -> None:
    result = checked(Hit(span_of(report(), "解读")), by=rule(message="{absent}"))
    assert only_state(result) is LedgerState.COULD_NOT_CHECK
    assert result.findings == ()


def test_braces_in_the_report_are_just_text(checked: Check) -> None:
    odd = report("标题\n一、总体情况\n有{quote}和{}。\n")
    (finding,) = checked(Hit(span_of(odd, "{quote}和{}")), of=odd).findings
    assert finding.message == "有误：{quote}和{}"


def test_findings_stand_in_text_order_across_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(CHECKS, "late", made(Hit(span_of(report(), "无内容")), Hit(None, missing="part.6")))
    monkeypatch.setitem(CHECKS, "early", made(Hit(span_of(report(), "前言"))))
    result = check(report(), pack(rule("A900", "late"), rule("B900", "early")))
    assert [finding.quote for finding in result.findings] == ["前言", "无内容", ""]


def test_parameters_reach_the_check(monkeypatch: pytest.MonkeyPatch) -> None:
    given: list[tuple[str, ...]] = []

    def run(_: Report, *, words: tuple[str, ...]) -> Iterator[Outcome]:
        given.append(words)
        yield Passed("x")

    monkeypatch.setitem(CHECKS, "made", CheckKind(run, frozenset()))
    check(report(), pack(rule(parameters={"words": ("甲",)})))
    assert given == [("甲",)]


def test_a_basis_made_for_another_form_is_not_cited(checked: Check) -> None:
    old = Basis(Rank.STATE_COUNCIL, "有关事项的通知", "国办公开办函〔2019〕60号", forms=frozenset({"2019"}))
    new = Basis(Rank.STATE_COUNCIL, "年度报告格式", "国办公开办函〔2021〕30号", forms=frozenset({"2021"}))

    (finding,) = checked(Hit(span_of(report(), "解读")), by=replace(rule(), basis=(old, new))).findings

    assert finding.basis == (str(new),)
