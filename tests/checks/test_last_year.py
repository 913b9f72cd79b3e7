"""X411, X412, X414: this year's report beside last year's."""

from typing import Any

import pytest

from shenyue.checks.repetition import narrative_repeated
from shenyue.engine import Checked
from shenyue.examples import check_sample, report_of
from shenyue.findings import Hit, ItemState, LedgerEntry, LedgerState
from shenyue.rules import read_pack
from shenyue.samples import changed

PACK = read_pack("national")


def checked(changes: dict[str, Any]) -> Checked:
    return check_sample(changed(changes), PACK)


def found(rule: str, changes: dict[str, Any]) -> list[tuple[str, str | None]]:
    return [(one.severity.value, one.place.column) for one in checked(changes).findings if one.rule == rule]


def entry(rule: str, changes: dict[str, Any]) -> LedgerEntry:
    return next(one for one in checked(changes).ledger if one.rule == rule)


@pytest.mark.parametrize("rule", ["X411", "X412", "X414"])
def test_without_last_years_report_the_rules_stand_aside(rule: str) -> None:
    found_ = entry(rule, {})
    assert (found_.state, found_.reason) == (LedgerState.NOT_APPLICABLE, "没有上年报告")


def test_another_years_report_is_not_compared() -> None:
    found_ = entry("X411", {"prior": {"year": 2021}})
    assert found_.state is LedgerState.NOT_APPLICABLE
    assert "2021年度" in found_.reason


def test_every_column_is_compared() -> None:
    found_ = entry("X411", {"prior": {}})
    assert [item.state for item in found_.items] == [ItemState.PASSED] * 7


@pytest.mark.parametrize(
    "column", ["natural_person", "company", "research", "charity", "legal_service", "other", "total"]
)
def test_a_difference_in_any_column_is_an_error(column: str) -> None:
    changes = {"prior": {"tables": {f"applications.carried_out.{column}": "9"}}}
    assert found("X411", changes) == [("error", column)]


def test_a_blank_is_unknown() -> None:
    changes = {"tables": {"applications.carried_in.natural_person": ""}, "prior": {}}
    assert found("X411", changes) == []
    assert entry("X411", changes).state is LedgerState.PARTLY_CHECKED


def test_another_units_name_makes_a_difference_a_question() -> None:
    prior = {"unit": "云州市临溪区柳叶巷街道办事处", "tables": {"applications.carried_out.total": "9"}}
    assert found("X411", {"prior": prior}) == [("warning", "total")]


def test_last_years_in_force_and_this_years_changes_must_come_to_it() -> None:
    prior = {"tables": {"regulations.normative.in_force": "4"}}
    now = {"regulations.normative.made": "2", "regulations.normative.repealed": "1"}
    assert found("X412", {"tables": {**now, "regulations.normative.in_force": "5"}, "prior": prior}) == []
    assert found("X412", {"tables": {**now, "regulations.normative.in_force": "6"}, "prior": prior}) == [
        ("warning", "in_force")
    ]


def test_the_trial_form_has_no_column_to_compare() -> None:
    found_ = entry("X412", {"year": 2021, "prior": {"year": 2020, "form": "2019"}})
    assert found_.state is LedgerState.NOT_APPLICABLE
    assert "现行有效件数" in found_.reason


COPIED = {"base": "street-2023", "year": 2022, "figures": {"applications.new.natural_person": 12}}


def test_sentences_that_differ_in_years_and_figures_are_shown_side_by_side() -> None:
    (one,) = [one for one in checked({"prior": COPIED}).findings if one.rule == "X414"]
    assert one.message.count("本年“") == one.message.count("／上年“") == 3
    assert "100%" in one.message


def test_the_limit_is_the_rules() -> None:
    report = report_of(changed({"prior": COPIED}), PACK)
    assert any(isinstance(one, Hit) for one in narrative_repeated(report, limit=0.99, prescribed=()))
    assert not any(isinstance(one, Hit) for one in narrative_repeated(report, limit=1.0, prescribed=()))


def test_prescribed_wording_does_not_count() -> None:
    report = report_of(changed({"prior": COPIED}), PACK)
    (one,) = narrative_repeated(report, limit=0.5, prescribed=(r"\p{Han}",))
    assert not isinstance(one, Hit)
