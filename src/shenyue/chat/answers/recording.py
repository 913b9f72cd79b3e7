"""A decision put into the review, and what is said of it."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from shenyue.chat.meant import state_of
from shenyue.chat.phrases import citations, one_line
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.decisions import Decision, Verdict
from shenyue.findings import Finding
from shenyue.review import decided


@dataclass(frozen=True, slots=True)
class Hand:
    """Who decides, and when: ISO 8601."""

    by: str
    at: str


def _note_on(decision: Decision | None) -> str:
    """The note that stays; the reason why something did not hold is none."""
    return decision.note if decision and decision.verdict is not Verdict.REJECTED else ""


def applied(found: Sequence[Finding], verdict: Verdict, note: str, situation: Situation, hand: Hand) -> Reply:
    """The findings decided; how many are left."""
    review = situation.review
    for one in found:
        old = review.decisions.get(one.key)
        kept = note or _note_on(old)
        review = decided(review, one.key, Decision(verdict, kept, hand.by, hand.at))
    now = replace(situation, review=review, undo=(*situation.undo, situation.review), pending=None)
    left = sum(state_of(review, one) == "undecided" for one in review.findings)
    what = one_line(review, found[0]) if len(found) == 1 else f"{len(found)} 条问题"
    text = f"已标为“{verdict.chinese}”：{what}" + (f"\n说明：{note}" if note else "")
    text += f"\n还有 {left} 条没有处理。" if left else "\n全部处理完了，可以导出审核意见。"
    return Reply(
        Intent.DECIDE, text, now, citations(found), offers=("下一条", "撤销") if left else ("导出审核意见",)
    )
