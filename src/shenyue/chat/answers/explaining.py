"""About one finding: why, how reckoned, on what it rests, how to mend it."""

from collections.abc import Callable
from dataclasses import replace

from shenyue.chat.answers.findings import condition
from shenyue.chat.meant import meant, of_balance, within
from shenyue.chat.phrases import (
    SEVERITIES,
    bases,
    citations,
    ledger_told,
    listed,
    place_name,
    quote,
    rule_citation,
)
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.chat.searching import sentence_at
from shenyue.findings import Finding, LedgerState, TablePlace
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.rules import Rule

_MOST = 4
"""Findings in one answer."""

_SUMS = {"applications": ("T311", "T312", "T313"), "disputes": ("T314",)}
"""Rules of sums, by table."""
_SENTENCE = compiled(r"[^。]+。?")
_SENTENCES = 2
"""Of the reason of a rule; all of it stands in the answer to 是什么规则."""

_Telling = Callable[[Situation, Finding], str]


def explain(question: Question, situation: Situation) -> Reply:
    """What is wrong and why that matters; of the sums of a table also what became of each rule."""
    if of_balance(question) and (rules := _sums(question)):
        return _of_sums(rules, question, situation)
    return _about(Intent.EXPLAIN, question, situation, _why)


def evidence(question: Question, situation: Situation) -> Reply:
    """The figures with their cells, the sentence with its place."""
    return _about(Intent.EVIDENCE, question, situation, _evidence)


def basis(question: Question, situation: Situation) -> Reply:
    """The provisions, with their rank."""
    return _about(Intent.BASIS, question, situation, _basis)


def suggest_fix(question: Question, situation: Situation) -> Reply:
    """What the pack suggests."""
    return _about(Intent.SUGGEST_FIX, question, situation, _fix)


def _about(intent: Intent, question: Question, situation: Situation, telling: _Telling) -> Reply:
    found = meant(question, situation)
    if not found:
        return _of_rules(intent, question, situation)
    texts = [
        f"{one.rule} {one.title}（{place_name(situation.review, one)}）\n{telling(situation, one)}"
        for one in found[:_MOST]
    ]
    if len(found) > _MOST:
        texts.append(f"同样的还有 {len(found) - _MOST} 条。")
    now = replace(situation, current=found[0].key)
    cites = (
        *citations(found),
        *(cite for one in found[:_MOST] for cite in _operands(one, situation.review.report)),
    )
    others = ("为什么", "怎么算出来的", "依据是什么", "应该怎么改")
    return Reply(intent, "\n\n".join(texts), now, cites, offers=others)


def _operands(finding: Finding, report: Report) -> tuple[Citation, ...]:
    """Every term with its cell, where it stands in a form table."""
    spans = [one.span for one in finding.operands if one.span]
    cells = {
        figure.span: TablePlace(table.key, *cell)
        for table in report.tables.values()
        for cell, figure in table.figures.items()
        if figure.span in spans
    }
    return tuple(Citation(finding.rule, finding.key, span=span, cell=cells.get(span)) for span in spans)


def _of_rules(intent: Intent, question: Question, situation: Situation) -> Reply:
    """What the rules named say, where the report has no finding of them."""
    review, slots = situation.review, question.slots
    rules = [rule for rule in review.pack.rules if rule.id in (*slots.rules, *slots.called)][:_MOST]
    if not rules and (slots.tables or slots.sections):
        return _of_places(intent, question, situation)
    if not rules:
        text = "请先选一条问题（例如“第一条”“下一条”），或者说出规则编号、表格、部分，例如“表三为什么不平”。"
        return Reply(intent, text, situation, offers=("下一条", "表三为什么不平", "一共几个问题"))
    texts = [
        f"{rule.id} {rule.title}：{_without_finding(situation, rule)}\n{_of_rule(intent, rule, situation)}"
        for rule in rules
    ]
    return Reply(
        intent, "\n\n".join(texts), situation, tuple(rule_citation(rule, review.report) for rule in rules)
    )


def _without_finding(situation: Situation, rule: Rule) -> str:
    """Why there is nothing to tell: found clean, or not looked at."""
    entry = next((one for one in situation.review.ledger if one.rule == rule.id), None)
    if entry is None or entry.state is LedgerState.CHECKED:
        return "查过了，这份报告没有这方面的问题。"
    return f"这份报告没有报这一条（{ledger_told(entry)}）。"


def _of_places(intent: Intent, question: Question, situation: Situation) -> Reply:
    """That the tables and parts named are without a finding, and which sums of the tables were checked."""
    review = situation.review
    entries = [one for one in review.ledger if one.rule in _sums(question)]
    lines = [f"{condition(question, situation)}没有查出问题。"]
    lines += [f"{one.rule} {review.pack.rule(one.rule).title}：{ledger_told(one)}" for one in entries]
    cites = tuple(rule_citation(review.pack.rule(one.rule), review.report) for one in entries)
    return Reply(intent, "\n".join(lines), situation, cites, offers=("哪些没有检查", "一共几个问题"))


def _sums(question: Question) -> set[str]:
    return {rule for table in question.slots.tables for rule in _SUMS.get(table, ())}


def _of_sums(rules: set[str], question: Question, situation: Situation) -> Reply:
    """The findings of the sums of the tables named, what became of the other rules of them, and what else is found there."""
    review, inside = situation.review, within(situation.review, question.slots)
    found = [one for one in inside if one.rule in rules]
    others = [one for one in inside if one not in found]
    texts = [
        f"{one.rule} {one.title}（{place_name(situation.review, one)}）\n{_why(situation, one)}"
        for one in found
    ]
    rest = [one for one in review.ledger if one.rule in rules - {finding.rule for finding in found}]
    lines = [f"{one.rule} {review.pack.rule(one.rule).title}：{ledger_told(one)}" for one in rest]
    if others:
        lines += [f"{condition(question, situation)}另有 {len(others)} 条问题：", listed(review, others)]
    cites = (
        *citations(found),
        *(cite for one in found for cite in _operands(one, review.report)),
        *(rule_citation(review.pack.rule(one.rule), review.report) for one in rest),
        *citations(others),
    )
    current = found[0].key if found else situation.current
    text = "\n\n".join([*texts, *(["\n".join(lines)] if lines else [])])
    return Reply(
        Intent.EXPLAIN,
        text,
        replace(situation, current=current),
        cites,
        offers=("怎么算出来的", "哪些没有检查"),
    )


def _of_rule(intent: Intent, rule: Rule, situation: Situation) -> str:
    if intent is Intent.BASIS:
        return "\n".join(f"依据：{one}" for one in bases(rule, situation.review.report))
    return rule.suggestion if intent is Intent.SUGGEST_FIX else _shortly(rule)


def _shortly(rule: Rule) -> str:
    return "".join(_SENTENCE.findall(rule.why)[:_SENTENCES]).strip()


def _why(situation: Situation, finding: Finding) -> str:
    rule = situation.review.pack.rule(finding.rule)
    lines = [finding.message, _shortly(rule)]
    return "\n".join(filter(None, (*lines, f"级别：{SEVERITIES[finding.severity]}。")))


def _evidence(situation: Situation, finding: Finding) -> str:
    lines = [f"核算：{finding.formula}"] if finding.formula else [finding.message]
    if not finding.formula:
        lines += [f"　{one.name}：{one.value}" for one in finding.operands]
    if finding.place.start is not None and finding.place.end is not None and not finding.place.table:
        report = situation.review.report
        sentence = sentence_at(report, Span(finding.place.start, finding.place.end))
        lines.append(f"原文：“{' '.join(report.document.quote(sentence).split())}”")
    elif finding.quote and not finding.formula:
        lines.append(f"原文：{quote(finding.quote)}")
    lines.append(
        f"位置：{place_name(situation.review, finding)}"
        + (f"，{finding.place.heading}" if finding.place.heading else "")
    )
    return "\n".join(lines)


def _basis(situation: Situation, finding: Finding) -> str:
    rule = situation.review.pack.rule(finding.rule)
    lines = [f"依据：{one}" for one in bases(rule, situation.review.report)]
    return "\n".join(lines) or "规则包没有为这条规则写明依据。"


def _fix(_situation: Situation, finding: Finding) -> str:
    return f"{finding.suggestion or '规则包没有给出修改建议。'}\n{finding.message}"
