"""Commands that begin with /, and what Tab completes."""

from shenyue.chat.phrases import ordinal_of
from shenyue.chat.replies import Situation

COMMANDS = {
    "/下一条": "下一条",
    "/上一条": "上一条",
    "/确认": "确认",
    "/不成立": "不成立",
    "/待核实": "待核实",
    "/备注": "备注：",
    "/撤销": "撤销",
    "/为什么": "为什么",
    "/证据": "证据",
    "/依据": "依据是什么",
    "/怎么改": "应该怎么改",
    "/只看错误": "只看必须改正",
    "/未处理": "还没处理的有哪些",
    "/全部": "看全部",
    "/总结": "总结一下",
    "/没检查": "哪些没有检查",
    "/目录": "报告有哪几部分",
    "/查找": "搜索",
    "/核对": "正文和表格对得上吗",
    "/导出": "导出审核意见",
    "/规则包": "有哪些规则包",
    "/帮助": "帮助",
}
"""What each stands for in plain words."""
_MOST = 12


def spoken(text: str) -> str:
    """The plain words of a command, with what follows it; other text as it is."""
    if not text.lstrip().startswith("/"):
        return text
    command, _, rest = text.strip().partition(" ")
    plain = COMMANDS.get(command) or next(
        (words for name, words in COMMANDS.items() if name.startswith(command)), ""
    )
    if not plain:
        return text
    if command == "/导出" and rest:
        return f"导出{rest}审核意见"
    if command == "/查找":
        return f"搜索“{rest.strip()}”"
    return f"{plain}，{rest}" if rest and not plain.endswith("：") else plain + rest


def completions(situation: Situation, text: str) -> tuple[str, ...]:
    """Whole lines that begin as the text does: commands, then findings by number or rule, parts, tables."""
    if not text.strip():
        return ()
    found = [
        one
        for one in (*COMMANDS, *_subjects(situation))
        if one.lower().startswith(text.lower()) and one != text
    ]
    return tuple(dict.fromkeys(found))[:_MOST]


def _subjects(situation: Situation) -> list[str]:
    review = situation.review
    lines = [f"第{ordinal_of(review, one)}条" for one in review.findings]
    lines += [f"{one.rule} {one.title}" for one in review.findings]
    lines += [f"{rule.id} 是什么规则" for rule in review.pack.rules]
    report = review.report
    lines += [
        " ".join(report.document.quote(one.heading.title).split()) for one in report.sections if one.heading
    ]
    return lines + [table.title for table in report.tables.values()]
