"""核对台账: what became of every rule, so that silence means checked and clean."""

from collections.abc import Iterable, Sequence

from shenyue.findings import (
    Hit,
    ItemState,
    LedgerEntry,
    LedgerItem,
    LedgerState,
    NotApplicable,
    Outcome,
    Passed,
    Unchecked,
)
from shenyue.report import Report
from shenyue.rules import Rule


def entry_of(rule: str, outcomes: Sequence[Outcome]) -> LedgerEntry:
    """The entry of a rule whose check ran to its end."""
    judged = [outcome for outcome in outcomes if not isinstance(outcome, NotApplicable)]
    if outcomes and not judged:
        reasons = (outcome.reason for outcome in outcomes if isinstance(outcome, NotApplicable))
        return LedgerEntry(rule, LedgerState.NOT_APPLICABLE, reason=_joined(reasons))
    items = tuple(_item(outcome) for outcome in judged)
    open_ = [outcome.reason for outcome in judged if isinstance(outcome, Unchecked)]
    return LedgerEntry(rule, _state(len(open_), len(items)), items, _joined(open_))


def standing_aside(rule: Rule, report: Report) -> LedgerEntry | None:
    """The entry of a rule that does not even begin: disabled, or not made for such a report; None where it applies."""
    if rule.disabled:
        return LedgerEntry(rule.id, LedgerState.DISABLED, reason=rule.disabled)
    if rule.forms and report.form is None:
        return LedgerEntry(rule.id, LedgerState.COULD_NOT_CHECK, reason="看不出报告年份，不能确定适用的表式")
    if rule.forms and report.form and report.form.version not in rule.forms:
        reason = f"只适用于{'、'.join(sorted(rule.forms))}年表式，本报告适用{report.form.version}年表式"
        return LedgerEntry(rule.id, LedgerState.NOT_APPLICABLE, reason=reason)
    if rule.kinds and report.kind is None:
        return LedgerEntry(rule.id, LedgerState.COULD_NOT_CHECK, reason="看不出单位类别，不能确定是否适用")
    if rule.kinds and report.kind not in rule.kinds:
        return LedgerEntry(rule.id, LedgerState.NOT_APPLICABLE, reason="不适用于这类单位")
    return None


def crashed(rule: str, error: Exception) -> LedgerEntry:
    """The entry of a rule whose check broke down."""
    reason = f"程序内部错误：{type(error).__name__}：{error}"
    return LedgerEntry(rule, LedgerState.COULD_NOT_CHECK, reason=reason)


def _state(unchecked: int, duties: int) -> LedgerState:
    if not unchecked:
        return LedgerState.CHECKED
    return LedgerState.COULD_NOT_CHECK if unchecked == duties else LedgerState.PARTLY_CHECKED


def _item(outcome: Hit | Passed | Unchecked) -> LedgerItem:
    if isinstance(outcome, Hit):
        name = outcome.name or outcome.missing or (str(outcome.cell) if outcome.cell else "")
        return LedgerItem(name, ItemState.FAILED, outcome.operands)
    if isinstance(outcome, Passed):
        return LedgerItem(outcome.name, ItemState.PASSED, outcome.operands, outcome.note)
    return LedgerItem(outcome.name, ItemState.UNCHECKED, note=outcome.reason)


def _joined(reasons: Iterable[str]) -> str:
    return "；".join(dict.fromkeys(reason for reason in reasons if reason))
