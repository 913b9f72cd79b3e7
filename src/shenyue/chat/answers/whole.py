"""The review as a whole: what was read and found, the memo, the rule pack."""

from shenyue.chat.lexicon import lexicon
from shenyue.chat.meant import state_of
from shenyue.chat.phrases import SEVERITIES, STATES, citations, listed, part_name
from shenyue.chat.questions import Question
from shenyue.chat.replies import Intent, Reply, Situation, Wish
from shenyue.findings import ItemState, LedgerState, Severity
from shenyue.output.unlike import NO_REPORT, is_unlike
from shenyue.report import Kind
from shenyue.review import Review

FORMATS = ("docx", "xlsx", "md", "html", "txt", "json")
"""What an export may be; whoever runs the conversation knows which of them it writes."""
_SAVED = "不用另外保存：在审阅界面里，每一条处理意见一作出就已经存好，下次打开接着来。要写成文件，说“导出审核意见”。"
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
    pack = f"用的是{review.pack.name}规则包（{review.pack.id}）：{review.choice.reason}。"
    if is_unlike(report):
        return [f"文件看完了。{NO_REPORT}", pack]
    kind = f"（{_KINDS[report.kind]}）" if report.kind else ""
    name = (
        f"{report.unit}{kind}"
        if report.unit
        else f"《{report.title or report.document.name}》（单位没有认出）"
    )
    year = f"{report.year}年度" if report.year else "年度没有认出的"
    form = f"按 {report.form.version} 年的表式审" if report.form else "表式没有认出"
    parts = [part_name(number) for number in range(1, 7) if not report.parts(number)]
    missing = f"没有找到{'、'.join(parts)}" if parts else "六个部分都在"
    return [
        f"报告看完了：{name}{year}报告，{form}，{missing}。",
        pack,
    ]


def _found(review: Review) -> str:
    if not review.findings:
        return "没有查出问题。"
    counts = "、".join(f"{SEVERITIES[one]} {review.count(one)} 条" for one in Severity if review.count(one))
    return f"查出 {len(review.findings)} 条问题：{counts}。"


def _open(review: Review) -> list[str]:
    """What silence must not hide."""
    open_ = [
        f"{one.rule} {review.pack.rule(one.rule).title}"
        for one in review.ledger
        if one.state is LedgerState.COULD_NOT_CHECK or one.count(ItemState.UNCHECKED)
    ]
    lines = [f"有 {len(open_)} 条规则没能核对或者没核全：{'、'.join(open_)}。"] if open_ else []
    aside = sum(one.state in {LedgerState.NOT_APPLICABLE, LedgerState.DISABLED} for one in review.ledger)
    lines += [f"{'另' if open_ else ''}有 {aside} 条规则不适用这份报告。"] if aside else []
    unread = review.report.document.unread
    lines += [f"文件里有 {len(unread)} 处内容没有读进来。"] if unread else []
    if lines:
        lines[-1] += "问“哪些没有检查”看原因。"
    return [*(lines or ["规则都核对过了，文件内容也都读进来了。"]), *_waived(review)]


def _waived(review: Review) -> list[str]:
    rules = "、".join(dict.fromkeys(one.finding.rule for one in review.waived))
    return [f"另有 {len(review.waived)} 处按放过清单或者基线不计（{rules}）。"] if review.waived else []


def _next(review: Review) -> str:
    if review.findings:
        return "说“下一条”就逐条看，“只看错误”先看必须改正的，也可以直接问。"
    return "可以问“哪些没有检查”看核对到什么程度，或者“导出审核意见”。"


def summary(_question: Question, situation: Situation) -> Reply:
    """What was found, how far the reviewer is, what is gravest of the rest, what could not be checked."""
    review = situation.review
    left = [one for one in review.findings if state_of(review, one) == "undecided"]
    gravest = [one for one in left if one.severity is Severity.ERROR] or left
    lines = [_read(review)[0], _found(review), *_progress(review, len(left))]
    if gravest:
        head = "还没处理的里面，必须改正的有：" if gravest != left else "还没处理的有："
        lines += [head, listed(review, gravest)]
    lines += _open(review)
    offers = ("还没处理的有哪些", "导出审核意见") if left else ("导出审核意见", "哪些没有检查")
    return Reply(Intent.SUMMARY, "\n".join(lines), situation, citations(review.findings), offers=offers)


def _progress(review: Review, left: int) -> list[str]:
    if not review.findings:
        return []
    done = {
        name: number
        for state, name in STATES.items()
        if state != "undecided" and (number := sum(state_of(review, one) == state for one in review.findings))
    }
    told = "、".join(f"{name} {number} 条" for name, number in done.items())
    if not left:
        return [f"全部处理完了：{told}。可以导出审核意见。"]
    return [
        f"处理了 {len(review.findings) - left} 条（{told}），还剩 {left} 条。" if told else "都还没有处理。"
    ]


def export(question: Question, situation: Situation) -> Reply:
    """A wish: files are written by whoever runs the conversation. Nothing need be saved."""
    if lexicon().orders["save"].fullmatch(question.said):
        return Reply(Intent.EXPORT, _SAVED, situation, offers=("导出审核意见", "总结一下"))
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
