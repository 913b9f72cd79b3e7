"""What the assistant asks before it decides, and what is answered to that: 是, 取消, a reason."""

from collections.abc import Collection, Sequence
from dataclasses import replace

from shenyue.chat.answers.recording import Hand, applied
from shenyue.chat.lexicon import lexicon
from shenyue.chat.orders import asks
from shenyue.chat.phrases import citations, listed
from shenyue.chat.questions import Question, core_names
from shenyue.chat.replies import Intent, Pending, Reply, Situation
from shenyue.chat.slots import Slots, without_names
from shenyue.decisions import Verdict
from shenyue.findings import Finding
from shenyue.patterns import compiled
from shenyue.review import Review, number_of

LEAD = compiled(r"^(?:原因|理由|说明|备注|因为|由于)(?:就?是|为)?[:：,，]?\s*")
"""Before a reason."""
REASONS = ("原文没有错误，属误报", "单位已有说明，可以接受")
"""Offered, so that none need be typed."""
_NO_ANSWER = frozenset(
    {"next", "previous", "confirm", "verify", "undo", "smalltalk", "help", "summary", "list_sections", "export", "explain", "evidence", "basis", "suggest_fix"}
)  # fmt: skip
"""Orders and questions of their own; no reason for anything."""
_AGAIN = compiled(r"(?:这条)?(?:不成立|忽略|驳回|否[决掉]|排除|剔除|作废|打回)(?:吧|了)?")
"""The order once more, without a reason."""
_NO_REASON = compiled(r"(?:没有?|无|不用|不写|不需要|不必)(?:写|填|什么|需)*(?:原因|理由|说明)?")


def asked_whether(found: Sequence[Finding], pending: Pending, situation: Situation) -> Reply:
    """The findings that would be decided, which waits for 是."""
    verdict = pending.verdict.chinese
    if len(found) == 1:
        text = f"要把第 {number_of(situation.review, found[0].key)} 条记为“{verdict}”吗？回答“是”确定，“取消”放弃。\n"
    else:
        text = f"要把下面 {len(found)} 条都标为“{verdict}”吗？输入“是”确定，“取消”放弃。\n"
    now = replace(situation, pending=replace(pending, current=situation.current))
    text += listed(situation.review, found)
    return Reply(Intent.DECIDE, text, now, citations(found), offers=("是", "取消"))


def asked_why(found: Sequence[Finding], pending: Pending, situation: Situation) -> Reply:
    """不成立 waits for its reason."""
    text = f"{_which(situation.review, pending)}为什么不成立？请写一句理由，写了才记下；“取消”放弃。"
    now = replace(situation, pending=replace(pending, reason=True, current=situation.current))
    return Reply(Intent.DECIDE, text, now, citations(found), offers=(*REASONS, "取消"))


def settled(found: Sequence[Finding], pending: Pending, situation: Situation, hand: Hand) -> Reply:
    """The decision made, or its reason asked for first."""
    if pending.verdict is Verdict.REJECTED and not pending.note:
        return asked_why(found, pending, situation)
    return applied(found, pending.verdict, pending.note, situation, hand)


def answered(pending: Pending, question: Question, situation: Situation, hand: Hand) -> Reply | None:
    """The answer to what was asked; None where something else is said, which drops it."""
    if situation.current != pending.current or asks(question.said):
        return None
    if question.intent is Intent.UNDO:
        return Reply(Intent.UNDO, "这一步还没有执行，已放弃。", situation)
    found = [one for one in situation.review.findings if one.key in pending.keys]
    names = set(core_names(next(iter(question.clauses), ""), Slots()))
    reason = _reason_in(question, names, awaited=pending.reason)
    if reason and (pending.reason or pending.verdict is Verdict.REJECTED):
        return applied(found, pending.verdict, reason, situation, hand)
    if ("yes" in names and "next" not in names) or (pending.reason and _AGAIN.fullmatch(question.said)):
        return settled(found, pending, situation, hand)
    if "no" in names or (pending.reason and _NO_REASON.fullmatch(question.said)):
        why = "没有写理由" if pending.reason else "好的"
        return Reply(Intent.DECIDE, f"{why}，{_which(situation.review, pending)}没有改动。", situation)
    return None


def lapsed(reply: Reply, pending: Pending) -> Reply:
    """The answer to something else, which says that nothing came of what was asked before."""
    again = reply.situation.pending
    if again and (again.keys, again.verdict) == (pending.keys, pending.verdict):
        return reply
    what = "没有写理由" if pending.reason else "没有回答“是”"
    count = len(pending.keys)
    text = f"（刚才要把 {count} 条记为“{pending.verdict.chinese}”，{what}，没有记下。）"
    return replace(reply, text=f"{reply.text}\n{text}")


def _which(review: Review, pending: Pending) -> str:
    if len(pending.keys) > 1:
        return f"这 {len(pending.keys)} 条"
    return next(f"第 {number_of(review, one.key)} 条" for one in review.findings if one.key in pending.keys)


def _reason_in(question: Question, names: Collection[str], *, awaited: bool) -> str:
    """The reason that is given: any statement where one is awaited, else what says that it is one."""
    said = question.text.strip(' 。“”"')
    words = LEAD.sub("", said)
    if not words or _NO_REASON.fullmatch(words):
        return ""
    if words != said:
        return words
    return said if awaited and not _of_its_own(question, names) else ""


def _of_its_own(question: Question, names: Collection[str]) -> bool:
    """Whether something is asked or ordered that is no reason."""
    orders = lexicon().orders
    return (
        question.intent is Intent.NOTE
        or bool({"yes", "no", *_NO_ANSWER}.intersection(names))
        or any(orders[name].search(question.said) for name in ("wonders", "elsewhere"))
        or _AGAIN.fullmatch(question.said) is not None
        or not without_names(question.said, question.slots).strip()
    )
