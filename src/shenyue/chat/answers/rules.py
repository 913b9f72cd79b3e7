"""The rules themselves, and what was not checked."""

from collections.abc import Sequence
from dataclasses import replace

from shenyue.chat.meant import meant
from shenyue.chat.phrases import LEDGER_STATES, SEVERITIES, bases, citations, rule_citation
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.findings import ItemState, LedgerEntry, LedgerState
from shenyue.model import Span
from shenyue.review import Review
from shenyue.rules import Rule

_MOST = 8
_GROUPS = (
    ("S", "结构"), ("N", "序号"), ("T", "统计表"), ("X", "正文与表"), ("L", "文字和标点"), ("D", "日期和单位"), ("C", "内容"),
)  # fmt: skip


def rule_info(question: Question, situation: Situation) -> Reply:
    """What a rule looks for, on what it rests, and what became of it here; without a name, the pack."""
    review = situation.review
    rules = _rules(question, situation)
    if not rules:
        return _pack(situation)
    texts = [_told(review, rule) for rule in rules[:_MOST]]
    if len(rules) > _MOST:
        texts.append("另有：" + "、".join(f"{rule.id} {rule.title}" for rule in rules[_MOST:]))
    named = {rule.id for rule in rules}
    cites = (
        *(rule_citation(rule, review.report) for rule in rules),
        *citations(one for one in review.findings if one.rule in named),
    )
    first = next((one.key for one in review.findings if one.rule in named), "")
    now = replace(situation, current=situation.current or first)
    return Reply(Intent.RULE_INFO, "\n\n".join(texts), now, cites, offers=("依据是什么", "哪些没有检查"))


def _rules(question: Question, situation: Situation) -> Sequence[Rule]:
    slots, review = question.slots, situation.review
    prefixes = tuple(prefix for topic in slots.topics for prefix in topic.rules)
    prefixes += (slots.prefix,) if slots.prefix else ()
    named = [rule for rule in review.pack.rules if rule.id in slots.rules]
    named = named or [
        rule
        for rule in review.pack.rules
        if rule.id in slots.called or (prefixes and rule.id.startswith(prefixes))
    ]
    if not named and "word.this" in question.features:
        own = {one.rule for one in meant(question, situation)}
        named = [rule for rule in review.pack.rules if rule.id in own]
    return named


def _told(review: Review, rule: Rule) -> str:
    entry = next((one for one in review.ledger if one.rule == rule.id), None)
    lines = [f"{rule.id} {rule.title}（{SEVERITIES[rule.severity]}）", rule.why.strip()]
    lines += [f"依据：{one}" for one in bases(rule, review.report)]
    if entry is not None:
        counts = f"通过 {entry.count(ItemState.PASSED)} 项、未通过 {entry.count(ItemState.FAILED)} 项"
        reason = f"（{entry.reason}）" if entry.reason else ""
        told = counts if entry.items else ""
        lines.append(f"本报告：{LEDGER_STATES[entry.state]}{'，' if told else ''}{told}{reason}")
    return "\n".join(line for line in lines if line)


def _pack(situation: Situation) -> Reply:
    review = situation.review
    rules = [rule for rule in review.pack.rules if not rule.disabled]
    lines = [
        f"规则包：{review.pack.name}（{review.pack.id} {review.pack.version}），共 {len(rules)} 条规则。{review.choice.reason}。"
    ]
    for letter, name in _GROUPS:
        group = [rule for rule in rules if rule.id.startswith(letter)]
        if group:
            lines.append(
                f"{name}（{len(group)} 条）：" + "、".join(f"{rule.id} {rule.title}" for rule in group)
            )
    cites = tuple(rule_citation(rule, review.report) for rule in rules)
    return Reply(
        Intent.RULE_INFO, "\n".join(lines), situation, cites, offers=("T311 是什么规则", "哪些没有检查")
    )


def not_checked(question: Question, situation: Situation) -> Reply:
    """What could not be checked, what does not apply and why, and what of the file was not read."""
    review = situation.review
    asked = {*question.slots.rules, *question.slots.called}
    told = [one for one in review.ledger if one.rule in asked]
    open_ = [
        one
        for one in review.ledger
        if one.state is LedgerState.COULD_NOT_CHECK or one.count(ItemState.UNCHECKED)
    ]
    aside = [one for one in review.ledger if one.state in {LedgerState.NOT_APPLICABLE, LedgerState.DISABLED}]
    lines = [f"{_line(review, one)}" for one in told]
    lines += ["未能核对：", *(_line(review, one) for one in open_)] if open_ else ["没有未能核对的规则。"]
    lines += ["不适用或停用：", *(_line(review, one) for one in aside)] if aside else []
    lines += _unread(review)
    checked = len(review.ledger) - len(open_) - len(aside)
    lines.append(f"其余 {checked} 条规则已全部核对。")
    cites = tuple(rule_citation(review.pack.rule(one.rule), review.report) for one in (*told, *open_, *aside))
    cites += tuple(
        Citation(span=Span(one.at, one.at)) for one in review.report.document.unread if one.at is not None
    )
    return Reply(Intent.NOT_CHECKED, "\n".join(lines), situation, cites)


def _line(review: Review, entry: LedgerEntry) -> str:
    reasons = dict.fromkeys(
        item.note for item in entry.items if item.state is ItemState.UNCHECKED and item.note
    )
    reason = (
        "；".join(reasons)
        or entry.reason
        or f"通过 {entry.count(ItemState.PASSED)} 项、未通过 {entry.count(ItemState.FAILED)} 项"
    )
    state = LEDGER_STATES[entry.state]
    told = reason if reason.startswith(state) else f"{state}，{reason}"
    return f"　{entry.rule} {review.pack.rule(entry.rule).title}：{told}"


def _unread(review: Review) -> list[str]:
    unread = review.report.document.unread
    if not unread:
        return ["文件内容已全部读入。"]
    return ["没有读入的内容：", *(f"　{one.what}（{one.place}）：{one.reason}" for one in unread)]
