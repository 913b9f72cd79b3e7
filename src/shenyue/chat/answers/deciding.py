"""Answers that change the review: decisions on one finding or many, notes, undo."""

from dataclasses import replace

from shenyue.chat.answers.recording import Hand, applied
from shenyue.chat.answers.waiting import LEAD, asked_whether, settled
from shenyue.chat.lexicon import lexicon
from shenyue.chat.meant import meant, numbered, on_screen, selected, shown, state_of
from shenyue.chat.orders import asks, forbids, names_its_verdict, torn
from shenyue.chat.phrases import citations, listed
from shenyue.chat.questions import Question, core_names, verdict_at
from shenyue.chat.replies import Intent, Pending, Reply, Situation
from shenyue.chat.slots import numbered_words
from shenyue.chat.subjects import named, subjects
from shenyue.chinese.numerals import read_integer
from shenyue.decisions import Verdict
from shenyue.findings import Finding
from shenyue.patterns import compiled

_VERDICTS = {"confirm": Verdict.CONFIRMED, "reject": Verdict.REJECTED, "verify": Verdict.TO_VERIFY}
_REASON = compiled(
    r"(?:原因|理由|说明|备注|批注|依据)(?:是|为|写|就是)?[:：,，]?\s*(?P<note>.+)$|(?:因为|由于)(?P<note>.+)$|[，,。;；:：]\s*(?P<note>[^，,]+.*)$"
)
_THESE = compiled(r"[这那](?P<n>[0-9二三四五六七八九十两]+)(?:条|个|处|项)")
_MORE = compiled(r"(?:再|补|加|添)(?:写|加|上|补|添)*一(?:句|条|笔|段)")
"""What adds to a remark, where others take its place."""
_NOTE = compiled(
    r"^.*?(?:备注(?:里|中|上)?(?:改成|改为|换成|加一句|补一句)|(?:再|补|加|写)(?:加|上)?一(?:句|笔)|(?:底下|下面|后面|旁边)(?:写上|注上|写一句|注一句)|备注|批注|注明|标注|旁注|附注|注释|批语|笔记|便签|留言|说明|备忘|记录|记)(?:一下|下来|下|上|一笔|一句|个|着|为|道|如下|到这条|在这条|这条)*"
    r"(?:内容)?(?:是|写)?[:：,，\s]*(?P<note>.+)$"
)


def decide(question: Question, situation: Situation, hand: Hand) -> Reply:
    """确认, 不成立, 待核实: at once for one finding where the verdict is named; after a question for several, and for 对 and 没问题."""
    targets = _targets(question, situation)
    refusal = _not_decided(question)
    if refusal:
        offers = ("确认", "不成立", "待核实")
        return Reply(Intent.DECIDE, refusal, situation, citations(targets[:1]), offers=offers)
    found = _open_ones(targets, question, situation)
    at = verdict_at(question.clauses, question.slots)
    verdict = _verdict(question, at[1] if at else "")
    if verdict is None:
        text = "没听准要怎么处理：输入“确认”“不成立”或者“待核实”。"
        return Reply(
            Intent.DECIDE, text, situation, citations(found[:1]), offers=("确认", "不成立", "待核实")
        )
    if not found:
        text = "请先选一条问题，或者说明是哪些，例如“第2条确认”“标点问题全部不成立”。"
        return Reply(Intent.DECIDE, text, situation, offers=("下一条", "看全部"))
    if len(found) != _number_said(question, len(found)):
        text = f"是哪几条？您说的条数和现在列出的 {len(found)} 条对不上，请说编号，例如“第1条和第3条确认”。"
        return Reply(Intent.DECIDE, text, situation, citations(found))
    pending = Pending(tuple(one.key for one in found), verdict, _reason(question, at[0] if at else 0))
    plain = names_its_verdict(question.clauses, question.slots) and not asks(question.said)
    if len(found) > 1 or not plain:
        return asked_whether(found, pending, situation)
    return settled(found, pending, situation, hand)


def _number_said(question: Question, otherwise: int) -> int:
    """The 2 of 这两条都确认."""
    match = _THESE.search(question.said)
    return (read_integer(match["n"]) if match else None) or otherwise


def _not_decided(question: Question) -> str:
    """Why nothing is decided whatever the verdict; empty where something may be."""
    if forbids(question.clauses, question.slots):
        return "好的，没有作任何处理。"
    if len(_numbered_verdicts(question)) > 1:
        return "一句话里有几种处理，没有记下：请分开说，例如先说“第1条确认”，再说“第2条待核实”。"
    return ""


def _numbered_verdicts(question: Question) -> list[str]:
    """The clauses that each decide findings of their own: 第一条确认，其他都不成立."""
    every = lexicon().words["all_scope"]
    return [
        clause
        for clause in question.clauses
        if (numbered_words(clause) or every.search(clause)) and verdict_at([clause], question.slots)
    ]


def _open_ones(found: tuple[Finding, ...], question: Question, situation: Situation) -> tuple[Finding, ...]:
    """Of several those that are not decided yet, unless the decided are named or none else is left: 全部忽略 undoes no 确认."""
    if len(found) == 1 or question.slots.states:
        return found
    return tuple(one for one in found if state_of(situation.review, one) == "undecided") or found


def _verdict(question: Question, told: str) -> Verdict | None:
    """The verdict of a clause that is one, else the only one that is named; None where it is not clear which is meant: nothing is decided then."""
    if told:
        return None if torn(question.clauses, question.slots) else _VERDICTS[told]
    names = named(subjects().verdicts, question.said)
    if "不" in question.said and names != ("rejected",):
        return None
    return Verdict(names[0]) if len(names) == 1 else None


def _targets(question: Question, situation: Situation) -> tuple[Finding, ...]:
    slots = question.slots
    if slots.ordinal is not None or slots.numbers.numbers:
        return numbered(slots, situation)
    every = lexicon().words["all_scope"].search(question.said) is not None
    conditions = (
        slots.topics,
        slots.severities,
        slots.tables,
        slots.sections,
        slots.rules,
        slots.prefix,
        slots.called,
    )
    if any(conditions) and (every or slots.rules or not situation.current):
        return _in_scope(question, situation)
    if situation.selected:
        return tuple(one for one in situation.review.findings if one.key in situation.selected)
    current = on_screen(situation)
    if lexicon().words["alike"].search(question.said) and current:
        return tuple(one for one in situation.review.findings if one.rule == current.rule)
    if every and not lexicon().words["this_one"].search(question.said):
        return _left(question, situation)
    return (current,) if current else ()


def _in_scope(question: Question, situation: Situation) -> tuple[Finding, ...]:
    found = selected(question, situation, situation.review.findings)
    current = on_screen(situation)
    if question.slots.rules and current in found and not lexicon().words["all_scope"].search(question.said):
        return (current,)
    return found or meant(question, situation)


def _left(question: Question, situation: Situation) -> tuple[Finding, ...]:
    """What the filter shows; of it the undecided where 剩下的 are meant."""
    found = shown(situation)
    if (
        "word.left" in question.features
        or "undecided" in question.slots.states
        or "剩" in question.said
        or "余" in question.said
    ):
        found = tuple(one for one in found if state_of(situation.review, one) == "undecided")
    return found


def _reason(question: Question, clause: int) -> str:
    """The words after the verdict that are no order of their own."""
    match = _REASON.search(question.text)
    note = LEAD.sub("", (match["note"] or "").strip(' 。“”"')) if match else ""
    if not note or set(core_names(note, question.slots)) & {
        "next",
        "previous",
        "confirm",
        "reject",
        "verify",
        "smalltalk",
    }:
        return ""
    first = next((one for one in question.clauses if one), "")
    return note if clause == 0 or not question.said.endswith(first) else ""


def note(question: Question, situation: Situation, hand: Hand) -> Reply:
    """A remark on a finding; without a verdict the finding is 待核实."""
    match = _NOTE.match(question.text.strip())
    words = match["note"].strip(' 。“”"') if match else ""
    found = meant(question, situation)[:1]
    if not found:
        return Reply(Intent.NOTE, "请先选一条问题，再写备注。", situation, offers=("下一条",))
    if not words:
        text = "要写什么？例如“备注：已电话告知，待报送台账”。"
        return Reply(Intent.NOTE, text, situation, citations(found), offers=("备注：",))
    old = situation.review.decisions.get(found[0].key)
    if old and old.note and _MORE.search(question.said):
        words = f"{old.note}；{words}"
    done = applied(found, old.verdict if old else Verdict.TO_VERIFY, words, situation, hand)
    state = "处理意见不变。" if old else "没有处理意见的，先记为待核实。"
    text = f"已给第 {1 + situation.review.findings.index(found[0])} 条写上备注：{words}\n{state}"
    return replace(done, intent=Intent.NOTE, text=text)


def undo(_question: Question, situation: Situation) -> Reply:
    """The review before the last decision."""
    if not situation.undo:
        return Reply(Intent.UNDO, "没有可以撤销的处理意见。", situation)
    before, now = situation.undo[-1], situation.review
    changed = [one for one in now.findings if before.decisions.get(one.key) != now.decisions.get(one.key)]
    text = f"已撤销对 {len(changed)} 条的处理：\n{listed(before, changed)}"
    after = replace(situation, review=before, undo=situation.undo[:-1])
    return Reply(Intent.UNDO, text, after, citations(changed), offers=("下一条",))
