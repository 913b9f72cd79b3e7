"""核对台账 in words: silence means "checked and clean", so what was not looked at is said aloud."""

from collections.abc import Iterator

from shenyue.findings import ItemState, LedgerEntry, LedgerState
from shenyue.output.layout import columns, wrap
from shenyue.output.literal import visible
from shenyue.output.style import Style
from shenyue.review import Review

STATES = {
    LedgerState.CHECKED: "已核对",
    LedgerState.PARTLY_CHECKED: "部分核对",
    LedgerState.NOT_APPLICABLE: "不适用",
    LedgerState.COULD_NOT_CHECK: "未能核对",
    LedgerState.DISABLED: "已停用",
}
"""What became of a rule, in words."""


def ledger_lines(review: Review, style: Style, *, full: bool) -> Iterator[str]:
    """The summary, then what could not be checked; full: every rule."""
    yield style.bold("核对台账")
    yield "    " + ledger_summary(review)
    for entry in review.ledger:
        if entry.count(ItemState.UNCHECKED) or entry.state is LedgerState.COULD_NOT_CHECK:
            yield from _hanging(
                f"    未能核对 {entry.rule} {_title(review, entry)}：{visible(unchecked_reasons(entry))}",
                style,
            )
    if full:
        yield ""
        yield from _table(review)


def ledger_counts(review: Review) -> tuple[int, int, int]:
    """How many duties passed, failed, could not be checked."""
    passed, failed, unchecked = (
        sum(entry.count(state) for entry in review.ledger)
        for state in (ItemState.PASSED, ItemState.FAILED, ItemState.UNCHECKED)
    )
    unchecked += sum(
        entry.state is LedgerState.COULD_NOT_CHECK and not entry.items for entry in review.ledger
    )
    return passed, failed, unchecked


def ledger_summary(review: Review) -> str:
    """How many duties were checked, do not apply, could not be checked."""
    passed, failed, unchecked = ledger_counts(review)
    applied = [
        entry
        for entry in review.ledger
        if entry.state not in (LedgerState.NOT_APPLICABLE, LedgerState.DISABLED)
    ]
    idle = [entry for entry in review.ledger if entry not in applied]
    text = f"{len(review.ledger)} 条规则：核对 {passed + failed} 项，其中通过 {passed} 项、未通过 {failed} 项；未能核对 {unchecked} 项"
    if idle:
        text += f"；不适用或停用 {len(idle)} 条（" + "、".join(entry.rule for entry in idle) + "）"
    return text + "。"


def unchecked_reasons(entry: LedgerEntry) -> str:
    """Why duties of a rule could not be checked, each reason once with how many it holds back."""
    reasons: dict[str, int] = {}
    for item in entry.items:
        if item.state is ItemState.UNCHECKED:
            reasons[item.note] = reasons.get(item.note, 0) + 1
    if not reasons:
        return entry.reason
    return "；".join(f"{reason}（{count} 项）" for reason, count in reasons.items())


def _title(review: Review, entry: LedgerEntry) -> str:
    return review.pack.rule(entry.rule).title


def _table(review: Review) -> list[str]:
    rows: list[tuple[str, ...]] = [("规则", "名称", "结果", "通过", "未通过", "未能核对", "说明")]
    for entry in review.ledger:
        counts = [
            str(entry.count(state)) for state in (ItemState.PASSED, ItemState.FAILED, ItemState.UNCHECKED)
        ]
        rows.append((entry.rule, _title(review, entry), STATES[entry.state], *counts, visible(entry.reason)))
    return [f"    {line}" for line in columns(rows, (False, False, False, True, True, True, False))]


def unread_lines(review: Review, style: Style) -> Iterator[str]:
    """What of the file was not read."""
    unread = review.report.document.unread
    if unread:
        yield ""
        yield style.bold("未读内容")
    for part in unread:
        yield from _hanging(
            f"    {visible(part.what)}（{visible(part.place)}）：{visible(part.reason)}", style
        )


def _hanging(text: str, style: Style) -> Iterator[str]:
    first, *rest = wrap(text, style.width - 4)
    yield first
    for line in rest:
        yield "      " + line
