"""Going through the findings: next, previous, jump, filter, count."""

from dataclasses import replace

from shenyue.chat.meant import at_ordinal, excludes, meant, of_all, on_screen, selected, shown, state_of
from shenyue.chat.phrases import (
    SEVERITIES,
    STATES,
    citation,
    citations,
    listed,
    part_name,
    place_name,
    quote,
)
from shenyue.chat.questions import Question, understand
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.checks.naming import table_name
from shenyue.findings import Finding, Severity
from shenyue.model import Span
from shenyue.review import number_of

_TABLE_TWO = frozenset({"regulations", "permits", "enforcement", "fees"})
"""What is named with 表二: all of it."""
_ASK_MORE = ("为什么", "依据是什么", "怎么改", "确认", "不成立", "下一条")


def step(question: Question, situation: Situation, forward: bool) -> Reply:
    """下一条 and 上一条, of a severity or topic where one is named."""
    intent = Intent.NEXT if forward else Intent.PREVIOUS
    found = shown(situation)
    if not found:
        return Reply(
            intent,
            "没有可看的问题：这份报告没有查出问题，或者筛选后一条不剩。",
            situation,
            offers=("看全部",),
        )
    wanted = {one.key for one in selected(question, situation, found)} or {one.key for one in found}
    keys = [one.key for one in found]
    here = keys.index(situation.current) if situation.current in keys else (-1 if forward else len(keys))
    ahead = [
        at
        for at in (range(here + 1, len(keys)) if forward else range(here - 1, -1, -1))
        if keys[at] in wanted
    ]
    if not ahead:
        return _at_the_end(intent, situation, forward=forward)
    return _gone_to(intent, situation, found[ahead[min(question.slots.steps, len(ahead)) - 1]])


def _at_the_end(intent: Intent, situation: Situation, *, forward: bool) -> Reply:
    current = on_screen(situation)
    text = "后面没有问题了，这是最后一条。" if forward else "前面没有问题了，这是第一条。"
    left = sum(state_of(situation.review, one) == "undecided" for one in shown(situation))
    if forward:
        text += f"还有 {left} 条没有处理。" if left else "全部处理完了，可以导出审核意见。"
    offers = ("还没处理的有哪些", "总结一下") if left else ("导出审核意见", "总结一下")
    return Reply(intent, text, situation, citations([current] if current else []), offers=offers)


def _gone_to(intent: Intent, situation: Situation, finding: Finding) -> Reply:
    review = situation.review
    lines = [
        (
            f"第 {number_of(review, finding.key)} 条（共 {len(review.findings)} 条）"
            f"　{SEVERITIES[finding.severity]}　{finding.rule} {finding.title}"
        ),
        f"位置：{place_name(situation.review, finding)}"
        + (f"　原文：{quote(finding.quote)}" if finding.quote else ""),
        finding.message,
    ]
    if finding.key in review.decisions:
        decision = review.decisions[finding.key]
        lines.append(
            f"处理意见：{decision.verdict.chinese}" + (f"（{decision.note}）" if decision.note else "")
        )
    now = replace(situation, current=finding.key)
    return Reply(intent, "\n".join(lines), now, (citation(finding),), offers=_ASK_MORE)


def jump(question: Question, situation: Situation) -> Reply:
    """To a number in the list, to a rule's finding, to a part or a table."""
    slots = question.slots
    if slots.ordinal is not None and (found := at_ordinal(situation, slots.ordinal)):
        return _gone_to(Intent.JUMP, situation, found)
    named = meant(question, situation) if not (slots.sections or slots.tables) else selected(
        question, situation, situation.review.findings
    )  # fmt: skip
    place = _place(question, situation)
    if named:
        reply = _gone_to(Intent.JUMP, situation, named[0])
        text = (
            reply.text if place is None or len(named) == 1 else _first_of(question, situation, named, reply)
        )
        return replace(reply, text=text, cites=(*(place or ()), *reply.cites))
    if place:
        return Reply(Intent.JUMP, "已转到该处，这里没有查出问题。", situation, place, offers=("下一条",))
    return Reply(Intent.JUMP, "没有这样的问题可以转到。", situation, offers=("看全部", "报告有哪几部分"))


def _first_of(question: Question, situation: Situation, named: tuple[Finding, ...], shown_now: Reply) -> str:
    """The first finding of a part or a table, and which there are besides."""
    rest = listed(situation.review, named[1:])
    return f"{condition(question, situation)}有 {len(named)} 条问题，先看第一条：\n{shown_now.text}\n其余：\n{rest}"


def beyond(question: Question, situation: Situation) -> Reply | None:
    """That the list is shorter than the number that was said; None where the list has it, or no number was said."""
    slots = question.slots
    asked = slots.numbers.numbers or (() if slots.ordinal is None else (slots.ordinal,))
    ordinal = next((one for one in asked if at_ordinal(situation, one) is None), None)
    if ordinal is None:
        return None
    listed_now = f"{situation.filter_name or '这份报告'}共 {len(shown(situation))} 条问题"
    text = f"{listed_now}，没有{'倒数' if ordinal < 0 else ''}第 {abs(ordinal)} 条。"
    offers = ("看全部",) if situation.filter_name else ("第一条", "最后一条")
    return Reply(question.intent, text, situation, offers=offers)


def _place(question: Question, situation: Situation) -> tuple[Citation, ...] | None:
    """The parts and tables that are named, as places."""
    report, slots = situation.review.report, question.slots
    spans = [
        section.heading.span if section.heading else Span(section.span.start, section.span.start)
        for number in slots.sections
        for section in report.parts(number)
    ]
    spans += [report.tables[key].span for key in slots.tables if key in report.tables]
    return tuple(Citation(span=span) for span in spans) or None


def narrow(question: Question, situation: Situation) -> Reply:
    """只看…, and back to all."""
    if "word.clear" in question.features:
        now = replace(situation, shown=(), filter_name="")
        return Reply(Intent.FILTER, _counted("已取消筛选，显示全部", now, situation.review.findings), now,
                     citations(situation.review.findings))  # fmt: skip
    if condition(question, situation) == "全部" and Intent.COUNT in situation.asked[-1:]:
        question = understand(situation, situation.last, Intent.COUNT)
    found = selected(question, situation, situation.review.findings)
    name = condition(question, situation)
    if not found:
        return Reply(Intent.FILTER, f"没有{name}的问题，列表不变。", situation, offers=("看全部",))
    keys = tuple(one.key for one in found)
    current = situation.current if situation.current in keys else keys[0]
    every = name == "全部"
    now = replace(situation, shown=keys, filter_name="" if every else f"只看{name}", current=current)
    return Reply(
        Intent.FILTER,
        _counted(name if every else f"只看{name}", now, found),
        now,
        citations(found),
        offers=() if every else ("取消筛选",),
    )


def _counted(what: str, situation: Situation, findings: tuple[Finding, ...]) -> str:
    return f"{what}：{len(findings)} 条。\n{listed(situation.review, findings)}".rstrip()


def count(question: Question, situation: Situation) -> Reply:
    """How many there are of what is named, by severity."""
    review = situation.review
    found = selected(question, situation, review.findings)
    name = condition(question, situation)
    left = sum(state_of(review, one) == "undecided" for one in review.findings)
    by_severity = "、".join(
        f"{SEVERITIES[severity]} {number} 条"
        for severity in Severity
        if (number := sum(one.severity is severity for one in found))
    )
    text = _number(name, len(found), "" if len(question.slots.severities) == 1 else by_severity)
    done = len(review.findings) - left
    if done:
        text += f"\n{len(review.findings)} 条里处理了 {done} 条，还剩 {left} 条。"
    elif found:
        text += "\n都还没有处理。"
    if found and (question.slots.tables or question.slots.sections or of_all(question)):
        text += f"\n{listed(review, found)}"
    return Reply(Intent.COUNT, text, situation, citations(found), offers=("只看错误", "还没处理的有哪些"))


def _number(name: str, number: int, by_severity: str) -> str:
    if not number:
        return f"没有{'' if name == '全部' else name + '的'}问题。"
    what = "一共" if name == "全部" else f"{name}的问题有"
    return f"{what} {number} 条{'：' if by_severity else ''}{by_severity}。"


def condition(question: Question, situation: Situation) -> str:
    """In words what is named: 表三、必须改正; 全部 where nothing is."""
    slots = question.slots
    names = [part_name(number) for number in slots.sections]
    whole = set(slots.tables) >= _TABLE_TWO
    names += ["表二"] if whole else []
    names += [
        table_name(situation.review.report, key) for key in slots.tables if not whole or key not in _TABLE_TWO
    ]
    names += [*slots.rules, *([f"{slots.prefix} 类"] if slots.prefix else [])]
    names += [topic.name for topic in slots.topics]
    hidden = "除外" if excludes(question) else ""
    names += [SEVERITIES[Severity(key)] + hidden for key in slots.severities]
    names += [STATES[key] for key in slots.states]
    if not names:
        names = list(slots.called)
    return "、".join(dict.fromkeys(names)) or "全部"
