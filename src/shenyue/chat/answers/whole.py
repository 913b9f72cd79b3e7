"""The review as a whole: what was read and found, the memo, the rule pack."""

from shenyue.chat.meant import state_of
from shenyue.chat.phrases import SEVERITIES, STATES, citations, listed, part_name
from shenyue.chat.questions import Question
from shenyue.chat.replies import Intent, Reply, Situation, Wish
from shenyue.findings import ItemState, LedgerState, Severity
from shenyue.report import Kind
from shenyue.review import Review

FORMATS = ("docx", "xlsx", "md", "html", "txt", "json")
"""What an export may be; whoever runs the conversation knows which of them it writes."""
_OFFERED = 3
"""Packs to switch to, as buttons."""
_KINDS = {
    Kind.STREET: "街道",
    Kind.TOWN: "乡镇",
    Kind.DEPARTMENT: "部门",
    Kind.OFFICE: "政府办公厅（室）",
    Kind.COUNTY: "县级政府",
    Kind.CITY: "市级政府",
    Kind.PROVINCE: "省级政府",
    Kind.MINISTRY: "国务院部门",
}


def opening_text(review: Review) -> str:
    """What was read and found, what could not be checked, and what to do next."""
    return "\n".join((*_read(review), _found(review), *_open(review), _next(review)))


def _read(review: Review) -> list[str]:
    report = review.report
    kind = f"（{_KINDS[report.kind]}）" if report.kind else ""
    year = f"{report.year}年度" if report.year else "年度没有认出"
    form = f"适用 {report.form.version} 年表式" if report.form else "表式没有认出"
    parts = [part_name(number) for number in range(1, 7) if not report.parts(number)]
    missing = f"，没有找到{'、'.join(parts)}" if parts else "，六个部分齐全"
    return [
        f"已读完《{report.title or report.document.name}》。单位：{report.unit or '没有认出'}{kind}；{year}，{form}{missing}。",
        f"规则包：{review.pack.name}（{review.pack.id} {review.pack.version}）。{review.choice.reason}。",
    ]


def _found(review: Review) -> str:
    if not review.findings:
        return "没有查出问题。"
    counts = "、".join(f"{SEVERITIES[one]} {review.count(one)} 条" for one in Severity if review.count(one))
    return f"查出 {len(review.findings)} 条问题：{counts}。"


def _open(review: Review) -> list[str]:
    """What silence must not hide."""
    open_ = [
        one.rule
        for one in review.ledger
        if one.state is LedgerState.COULD_NOT_CHECK or one.count(ItemState.UNCHECKED)
    ]
    lines = (
        [f"有 {len(open_)} 条规则未能核对或者没有核全：{'、'.join(open_)}。问“哪些没有检查”看原因。"]
        if open_
        else []
    )
    aside = [one.rule for one in review.ledger if one.state is LedgerState.NOT_APPLICABLE]
    lines += [f"不适用的规则 {len(aside)} 条：{'、'.join(aside)}。"] if aside else []
    unread = review.report.document.unread
    lines += [f"文件里有 {len(unread)} 处内容没有读入。"] if unread else []
    return lines or ["规则已全部核对，文件内容已全部读入。"]


def _next(review: Review) -> str:
    if review.findings:
        return "可以输入“下一条”逐条看，“只看错误”先看必须改正的，或者直接提问。"
    return "可以输入“哪些没有检查”看核对范围，或者“导出审核意见”。"


def summary(_question: Question, situation: Situation) -> Reply:
    """The opening again, with how far the reviewer is and what is gravest."""
    review = situation.review
    done = {
        name: sum(state_of(review, one) == state for one in review.findings) for state, name in STATES.items()
    }
    progress = "、".join(f"{name} {number} 条" for name, number in done.items() if number)
    gravest = [one for one in review.findings if one.severity is Severity.ERROR] or list(review.findings)
    lines = [*_read(review), _found(review), *([f"处理进度：{progress}。"] if progress else [])]
    lines += ["最要紧的：", listed(review, gravest)] if gravest else []
    lines += _open(review)
    offers = ("还没处理的有哪些", "导出审核意见")
    return Reply(Intent.SUMMARY, "\n".join(lines), situation, citations(review.findings), offers=offers)


def export(question: Question, situation: Situation) -> Reply:
    """A wish: files are written by whoever runs the conversation."""
    slots, review = question.slots, situation.review
    asked = slots.formats[0] if slots.formats else ""
    value = "original" if slots.target else asked
    if asked and asked not in FORMATS:
        text = f"没有 {asked} 这种导出格式，可用的有：{'、'.join(FORMATS)}。"
        return Reply(Intent.EXPORT, text, situation, offers=("导出 Word 审核意见", "导出 Excel 清单"))
    left = sum(state_of(review, one) == "undecided" for one in review.findings)
    what = "带批注的原文件" if slots.target else "审核意见" + (f"（{asked}）" if asked else "")
    text = f"导出{what}。" + (f"还有 {left} 条没有处理，导出后仍可继续。" if left else "")
    return Reply(Intent.EXPORT, text, situation, wish=Wish("export", value))


def switch_pack(question: Question, situation: Situation) -> Reply:
    """A wish for another pack; which there are, where none or no such was named."""
    slots, review = question.slots, situation.review
    asked = next(iter(slots.packs), "")
    named = [one for one in slots.packs if one != review.pack.id] or list(slots.packs)
    others = {key: name for key, name in review.choice.packs.items() if key != review.pack.id}
    if slots.place or not asked:
        absent = f"没有“{slots.place}”的规则包。" if slots.place else ""
        text = (
            f"{absent}现用规则包：{review.pack.name}（{review.pack.id}）。{review.choice.reason}。\n"
            f"可以换成：{'、'.join(f'{name}（{pack_id}）' for pack_id, name in others.items())}。"
        )
        offers = tuple(f"换成{name}规则" for name in list(others.values())[:_OFFERED])
        return Reply(Intent.SWITCH_PACK, text, situation, offers=offers)
    chosen = named[-1]
    if chosen == review.pack.id:
        return Reply(Intent.SWITCH_PACK, f"现在用的就是{review.pack.name}规则包（{chosen}）。", situation)
    text = f"换成规则包 {chosen}，重新审查这份报告；已作的处理意见会按同一问题保留。"
    return Reply(Intent.SWITCH_PACK, text, situation, wish=Wish("switch_pack", chosen))
