"""核对情况, the memo's annex: what was checked and clean, and everything that was not, each with its reason.

A further kind of account is a further function in `_ACCOUNTS`.
"""

from collections.abc import Callable, Iterator

from shenyue.chinese.ordinals import write_ordinal
from shenyue.findings import ItemState, LedgerEntry, LedgerState
from shenyue.memo.model import Account, Entry
from shenyue.memo.places import place_words
from shenyue.memo.wording import final
from shenyue.output.ledger_text import unchecked_reasons
from shenyue.output.rule_pages import SUBJECTS
from shenyue.review import Review

_ASIDE = {LedgerState.NOT_APPLICABLE: "", LedgerState.DISABLED: "（停用）"}


def accounts(review: Review) -> tuple[Account, ...]:
    """The sections of the annex that follow the facts, numbered from 二、; none is left out, so that silence says nothing."""
    return tuple(
        Account(f"{write_ordinal(number, 'chineseCounting')}、", name, entries, "" if entries else none)
        for number, (name, none, entries) in enumerate(
            ((name, none, tuple(entries(review))) for name, none, entries in _ACCOUNTS), start=2
        )
    )


def _clean(review: Review) -> Iterator[Entry]:
    """The rules that found nothing, by what they are about."""
    clean = [
        entry
        for entry in review.ledger
        if entry.state is LedgerState.CHECKED and not entry.count(ItemState.FAILED)
    ]
    for letter, subject in SUBJECTS.items():
        named = [_counted(review, entry) for entry in clean if entry.rule.startswith(letter)]
        if named:
            yield Entry(subject.partition("：")[0], "、".join(named) + "。")
    others = [_counted(review, entry) for entry in clean if entry.rule[0] not in SUBJECTS]
    if others:
        yield Entry("其他", "、".join(others) + "。")


def _counted(review: Review, entry: LedgerEntry) -> str:
    passed = entry.count(ItemState.PASSED)
    return _title(review, entry) + (f"（{passed}项）" if passed > 1 else "")


def _unchecked(review: Review) -> Iterator[Entry]:
    for entry in review.ledger:
        if entry.state is LedgerState.COULD_NOT_CHECK or entry.count(ItemState.UNCHECKED):
            done = entry.count(ItemState.PASSED) + entry.count(ItemState.FAILED)
            rest = f"（其余{done}项已核对）" if done else ""
            yield Entry(_title(review, entry), final(unchecked_reasons(entry)) + rest)


def _unread(review: Review) -> Iterator[Entry]:
    for unread in review.report.document.unread:
        place = f"（{final(unread.place)}）" if unread.place else ""
        yield Entry(final(unread.what) + place, final(unread.reason))


def _aside(review: Review) -> Iterator[Entry]:
    for entry in review.ledger:
        if entry.state in _ASIDE:
            yield Entry(_title(review, entry) + _ASIDE[entry.state], final(entry.reason))


def _waived(review: Review) -> Iterator[Entry]:
    for one in review.waived:
        where = place_words(review.report, one.finding)
        by = f"（{final(one.person)}，至{one.expires}）" if one.expires else ""
        yield Entry(
            f"{final(one.finding.title)}（{where}）",
            f"{final(one.finding.message)}放过理由：{final(one.reason)}{by}",
        )


def _title(review: Review, entry: LedgerEntry) -> str:
    return final(review.pack.rule(entry.rule).title)


_ACCOUNTS: tuple[tuple[str, str, Callable[[Review], Iterator[Entry]]], ...] = (
    ("已核对，未发现下列问题", "没有。", _clean),
    ("未能核对的事项", "没有，适用的事项都已核对。", _unchecked),
    ("文件中没有读入的内容", "没有，文件内容已全部读入。", _unread),
    ("不适用或者停用的事项", "没有。", _aside),
    ("按放过清单或者基线不计的问题", "没有。", _waived),
)
