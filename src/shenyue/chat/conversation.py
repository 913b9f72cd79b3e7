"""The conversation: a situation and what is typed in, a reply and the new situation out. No screen is known here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from getpass import getuser

from shenyue.chat.answers.apart import answered_apart
from shenyue.chat.answers.deciding import decide, note, undo
from shenyue.chat.answers.explaining import basis, evidence, explain, suggest_fix
from shenyue.chat.answers.figures import compare_text_table, report_figure
from shenyue.chat.answers.findings import beyond, count, jump, narrow, step
from shenyue.chat.answers.recording import Hand
from shenyue.chat.answers.rules import not_checked, rule_info
from shenyue.chat.answers.stating import stated
from shenyue.chat.answers.talk import help_, smalltalk, unanswerable
from shenyue.chat.answers.text import list_sections, search_text
from shenyue.chat.answers.waiting import answered, lapsed
from shenyue.chat.answers.whole import export, opening_text, summary, switch_pack
from shenyue.chat.commands import completions, spoken
from shenyue.chat.phrases import citations
from shenyue.chat.questions import Question, understand
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.chat.rereading import reread
from shenyue.review import Review

_REMEMBERED = 20
"""Turns kept: enough for any follow-up."""
Clock = Callable[[], datetime]


def _now() -> datetime:
    return datetime.now().astimezone()


def opening(review: Review) -> Reply:
    """What the assistant says first: what it read and found, what it could not check, what to do next."""
    offers = ("下一条", "只看错误", "总结一下") if review.findings else ("哪些没有检查", "导出审核意见")
    return Reply(
        Intent.SUMMARY, opening_text(review), Situation(review), citations(review.findings), offers=offers
    )


def warm(review: Review) -> None:
    """Read the lexicon and the weights ahead, in a thread of the caller's, so that the first answer is as quick as any."""
    understand(Situation(review), "为什么")


def respond(situation: Situation, text: str, *, by: str | None = None, clock: Clock = _now) -> Reply:
    """The answer to what was typed; decisions bear `by` (the login name where None) and the clock's time."""
    hand = Hand(_user() if by is None else by, clock().isoformat(timespec="seconds"))
    text, asked = spoken(text)
    pending, situation = situation.pending, replace(situation, pending=None)
    question = understand(situation, text, asked)
    question = reread(question) if asked is None else question
    reply = answered(pending, question, situation, hand) if pending and not asked else None
    if reply is None:
        reply = (answered_apart(question, situation) if asked is None else None) or _to_question(
            question, situation, hand
        )
        reply = lapsed(reply, pending) if pending else reply
    now = reply.situation
    turns = (*now.asked, reply.intent)[-_REMEMBERED:]
    return replace(reply, situation=replace(now, asked=turns, last=text))


def complete(situation: Situation, text: str) -> tuple[str, ...]:
    """What Tab may make of what is typed so far: commands, findings, parts."""
    return completions(situation, text)


def _user() -> str:
    try:
        return getuser()
    except (KeyError, OSError):
        return ""


def _to_question(question: Question, situation: Situation, hand: Hand) -> Reply:
    if question.intent is Intent.COUNT and _of_the_prose(question) and (reply := stated(question, situation)):
        return reply
    if question.intent in _AT_A_FINDING and (reply := beyond(question, situation)):
        return reply
    if question.intent in _CHANGING:
        return _CHANGING[question.intent](question, situation, hand)
    return _TELLING[question.intent](question, situation)


def _of_the_prose(question: Question) -> bool:
    """Whether what is counted is no finding: 推送了多少条."""
    slots = question.slots
    named = (slots.severities, slots.states, slots.topics, slots.rules, slots.called, slots.prefix)
    return not any(named) and "word.finding_thing" not in question.features


_AT_A_FINDING = frozenset(
    {
        Intent.JUMP,
        Intent.EXPLAIN,
        Intent.EVIDENCE,
        Intent.BASIS,
        Intent.SUGGEST_FIX,
        Intent.DECIDE,
        Intent.NOTE,
    }
)
_CHANGING: dict[Intent, Callable[[Question, Situation, Hand], Reply]] = {
    Intent.DECIDE: decide,
    Intent.NOTE: note,
}
_TELLING: dict[Intent, Callable[[Question, Situation], Reply]] = {
    Intent.UNDO: undo,
    Intent.NEXT: lambda question, situation: step(question, situation, forward=True),
    Intent.PREVIOUS: lambda question, situation: step(question, situation, forward=False),
    Intent.JUMP: jump,
    Intent.FILTER: narrow,
    Intent.COUNT: count,
    Intent.EXPLAIN: explain,
    Intent.EVIDENCE: evidence,
    Intent.BASIS: basis,
    Intent.SUGGEST_FIX: suggest_fix,
    Intent.REPORT_FIGURE: report_figure,
    Intent.COMPARE_TEXT_TABLE: compare_text_table,
    Intent.SEARCH_TEXT: search_text,
    Intent.RULE_INFO: rule_info,
    Intent.NOT_CHECKED: not_checked,
    Intent.SUMMARY: summary,
    Intent.EXPORT: export,
    Intent.SWITCH_PACK: switch_pack,
    Intent.LIST_SECTIONS: list_sections,
    Intent.HELP: help_,
    Intent.SMALLTALK: smalltalk,
    Intent.UNANSWERABLE: lambda question, situation: (
        stated(question, situation) or unanswerable(question, situation)
    ),
}
