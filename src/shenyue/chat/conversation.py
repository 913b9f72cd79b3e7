"""The conversation: a situation and what is typed in, a reply and the new situation out. No screen is known here."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from getpass import getuser

from shenyue.chat.answers.deciding import Hand, applied, decide, note, undo
from shenyue.chat.answers.explaining import basis, evidence, explain, suggest_fix
from shenyue.chat.answers.figures import compare_text_table, report_figure
from shenyue.chat.answers.findings import beyond, count, jump, narrow, step
from shenyue.chat.answers.rules import not_checked, rule_info
from shenyue.chat.answers.talk import help_, smalltalk, unanswerable
from shenyue.chat.answers.text import list_sections, search_text
from shenyue.chat.answers.whole import export, opening_text, summary, switch_pack
from shenyue.chat.commands import completions, spoken
from shenyue.chat.phrases import citations
from shenyue.chat.questions import Question, core_names, understand
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.chat.slots import Slots, folded
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
    reply = _to_pending(situation, text, hand) or _to_question(situation, text, hand, asked)
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


def _to_pending(situation: Situation, text: str, hand: Hand) -> Reply | None:
    """The answer where several findings wait for 是; None where something else is asked, which drops them."""
    pending = situation.pending
    if pending is None:
        return None
    names = {
        name for clause in folded(text).split(",")[:1] for name in core_names(clause.strip("。.! "), Slots())
    }
    if "no" in names and "yes" not in names:
        text = f"好的，{len(pending.keys)} 条都没有改动。"
        return Reply(Intent.DECIDE, text, replace(situation, pending=None))
    if "yes" in names:
        found = [one for one in situation.review.findings if one.key in pending.keys]
        return applied(found, pending.verdict, pending.note, situation, hand)
    return None


def _to_question(situation: Situation, text: str, hand: Hand, asked: Intent | None) -> Reply:
    question = understand(situation, text, asked)
    if question.intent in _AT_A_FINDING and (reply := beyond(question, situation)):
        return reply
    if question.intent in _CHANGING:
        return _CHANGING[question.intent](question, replace(situation, pending=None), hand)
    if question.intent is Intent.UNDO:
        return undo(question, situation)
    return _TELLING[question.intent](question, replace(situation, pending=None))


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
    Intent.UNANSWERABLE: unanswerable,
}
