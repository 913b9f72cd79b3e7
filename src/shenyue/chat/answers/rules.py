"""The rules themselves, and what was not checked."""

from collections.abc import Sequence
from dataclasses import replace

from shenyue.chat.meant import meant
from shenyue.chat.phrases import SEVERITIES, bases, citations, ledger_told, rule_citation
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.findings import ItemState, LedgerEntry, LedgerState
from shenyue.model import Span
from shenyue.review import Review
from shenyue.rules import Rule

_MOST = 2
"""Rules told in full; of more only what became of them."""
_GROUPS = (
    ("S", "结构"), ("N", "序号"), ("T", "统计表"), ("X", "正文与表"), ("L", "文字和标点"), ("D", "日期和单位"), ("C", "内容"), ("", "本地"),
)  # fmt: skip


def rule_info(question: Question, situation: Situation) -> Reply:
    """What a rule looks for, on what it rests, and what became of it here; without a name, the pack."""
    review = situation.review
    rules = _rules(question, situation)
    if not rules:
        return _pack(situation)
    texts = [_told(review, rule) for rule in rules]
    if len(rules) > _MOST:
        lines = [
            f"{rule.id} {rule.title}（{SEVERITIES[rule.severity]}）：{_outcome(review, rule)}"
            for rule in rules
        ]
        texts = ["\n".join((f"有 {len(rules)} 条规则：", *lines))]
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
    lines = [f"{rule.id} {rule.title}（{SEVERITIES[rule.severity]}）", rule.why.strip()]
    lines += [f"依据：{one}" for one in bases(rule, review.report)]
    return "\n".join(line for line in (*lines, f"这份报告：{_outcome(review, rule)}") if line)


def _outcome(review: Review, rule: Rule) -> str:
    """What became of a rule here."""
    entry = next((one for one in review.ledger if one.rule == rule.id), None)
    return ledger_told(entry) if entry else "没有记录"


def _pack(situation: Situation) -> Reply:
    review = situation.review
    rules = [rule for rule in review.pack.rules if not rule.disabled]
    lines = [
        f"规则包：{review.pack.name}（{review.pack.id} {review.pack.version}），共 {len(rules)} 条规则。{review.choice.reason}。"
    ]
    known = {letter for letter, _ in _GROUPS}
    for letter, name in _GROUPS:
        group = [
            rule for rule in rules if letter == (letters if (letters := _letters(rule)) in known else "")
        ]
        if group:
            lines.append(
                f"{name}（{len(group)} 条）：" + "、".join(f"{rule.id} {rule.title}" for rule in group)
            )
    cites = tuple(rule_citation(rule, review.report) for rule in rules)
    return Reply(
        Intent.RULE_INFO, "\n".join(lines), situation, cites, offers=("T311 是什么规则", "哪些没有检查")
    )


def _letters(rule: Rule) -> str:
    """X of X401, BJ of BJ801."""
    return rule.id.rstrip("0123456789")


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
    if told:
        lines = [_line(review, one).strip() for one in told]
        lines += ["其他没有核对的规则，问“哪些没有检查”。"]
        cites = tuple(rule_citation(review.pack.rule(one.rule), review.report) for one in told)
        return Reply(Intent.NOT_CHECKED, "\n".join(lines), situation, cites, offers=("哪些没有检查",))
    lines = ["没能核对的：", *(_line(review, one) for one in open_)] if open_ else ["没有核对不了的规则。"]
    lines += ["不适用或停用：", *(_line(review, one) for one in aside)] if aside else []
    lines += _unread(review)
    checked = len(review.ledger) - len(open_) - len(aside)
    lines.append(f"其余 {checked} 条规则已全部核对。")
    cites = tuple(rule_citation(review.pack.rule(one.rule), review.report) for one in (*open_, *aside))
    cites += tuple(
        Citation(span=Span(one.at, one.at)) for one in review.report.document.unread if one.at is not None
    )
    return Reply(Intent.NOT_CHECKED, "\n".join(lines), situation, cites)


def _line(review: Review, entry: LedgerEntry) -> str:
    return f"　{entry.rule} {review.pack.rule(entry.rule).title}：{ledger_told(entry)}"


def _unread(review: Review) -> list[str]:
    unread = review.report.document.unread
    if not unread:
        return ["文件内容已全部读入。"]
    return ["没有读入的内容：", *(f"　{one.what}（{one.place}）：{one.reason}" for one in unread)]
