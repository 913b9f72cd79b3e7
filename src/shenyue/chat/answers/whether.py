"""Whether something is in order, asked by its name rather than by a rule: 标题对不对, 有没有错别字, 单位名称对吗; and what is decided already."""

from shenyue.chat.lexicon import lexicon
from shenyue.chat.meant import state_of
from shenyue.chat.phrases import STATES, citations, ledger_told, listed, rule_citation
from shenyue.chat.questions import Question
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.chat.subjects import named, subjects
from shenyue.findings import LedgerState


def in_order(question: Question, situation: Situation) -> Reply | None:
    """The findings of the rules that look at it; where there are none, that it was looked at and what could not be."""
    matter = next((one for one in subjects().matters if one.words.search(question.said)), None)
    if matter is None:
        return None
    review = situation.review
    entries = [one for one in review.ledger if one.rule.startswith(matter.rules)]
    found = [one for one in review.findings if one.rule.startswith(matter.rules)]
    checked = [one for one in entries if one.state in {LedgerState.CHECKED, LedgerState.PARTLY_CHECKED}]
    open_ = [one for one in entries if one.state not in {LedgerState.CHECKED, LedgerState.NOT_APPLICABLE}]
    lines = [f"{matter.name}有 {len(found)} 条问题：", listed(review, found)] if found else []
    if not found and checked:
        rules = "、".join(f"{one.rule} {review.pack.rule(one.rule).title}" for one in checked)
        lines.append(f"{matter.name}查过，没有发现问题。查的是：{rules}。")
    lines += [f"{one.rule} {review.pack.rule(one.rule).title}：{ledger_told(one)}" for one in open_]
    cites = citations(found) or tuple(
        rule_citation(review.pack.rule(one.rule), review.report) for one in entries
    )
    return Reply(Intent.COUNT, "\n".join(lines), situation, cites, offers=("哪些没有检查",))


def decided(question: Question, situation: Situation) -> Reply | None:
    """哪些已经处理了, 采纳了几条意见: from the decisions."""
    apart, review = lexicon().apart, situation.review
    if not (apart["decided"].search(question.said) or apart["accepted"].search(question.said)):
        return None
    asked = named(subjects().verdicts, question.said) or tuple(one for one in STATES if one != "undecided")
    found = [one for one in review.findings if state_of(review, one) in asked]
    left = sum(state_of(review, one) == "undecided" for one in review.findings)
    what = "、".join(STATES[one] for one in asked) if len(asked) == 1 else "处理了"
    head = f"{what} {len(found)} 条" if found else f"没有{what}的"
    text = f"{head}，还剩 {left} 条没有处理。" + (f"\n{listed(review, found)}" if found else "")
    if left == len(review.findings):
        text = f"都还没有处理，一共 {left} 条。" if left else "这份报告没有查出问题，没有要处理的。"
    return Reply(Intent.COUNT, text, situation, citations(found), offers=("还没处理的有哪些",))
