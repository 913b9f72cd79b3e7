"""Commands that begin with /, and what Tab completes."""

from dataclasses import dataclass

from shenyue.chat.phrases import part_name
from shenyue.chat.replies import Intent, Situation
from shenyue.review import number_of

_MOST = 30


@dataclass(frozen=True, slots=True)
class Command:
    """One command: what it stands for in plain words, and what it asks."""

    name: str
    words: str
    """{} is where what follows the command goes."""
    intent: Intent
    does: str
    bare: str = ""
    """The words where nothing follows; `words` without the {} where empty."""


COMMANDS = (
    Command("/下一条", "下一条", Intent.NEXT, "看下一条问题"),
    Command("/上一条", "上一条", Intent.PREVIOUS, "看上一条问题"),
    Command("/跳到", "第{}条", Intent.JUMP, "跳到第几条：/跳到 3", "第一条"),
    Command("/只看错误", "只看必须改正", Intent.FILTER, "只列必须改正的"),
    Command("/未处理", "还没处理的有哪些", Intent.FILTER, "只列还没处理的"),
    Command("/全部", "看全部", Intent.FILTER, "取消筛选"),
    Command("/为什么", "为什么", Intent.EXPLAIN, "这条错在哪里"),
    Command("/证据", "证据", Intent.EVIDENCE, "哪几个数、哪句话"),
    Command("/依据", "依据是什么", Intent.BASIS, "哪个文件规定的"),
    Command("/怎么改", "应该怎么改", Intent.SUGGEST_FIX, "改正建议"),
    Command("/确认", "确认，{}", Intent.DECIDE, "这条成立；后面可以写说明", "确认"),
    Command("/不成立", "不成立，{}", Intent.DECIDE, "这条不算；后面写理由", "不成立"),
    Command("/待核实", "待核实，{}", Intent.DECIDE, "先放着；后面可以写说明", "待核实"),
    Command("/备注", "备注：{}", Intent.NOTE, "给这条写备注", "备注"),
    Command("/撤销", "撤销", Intent.UNDO, "撤销上一次处理"),
    Command("/查找", "搜索“{}”", Intent.SEARCH_TEXT, "在报告里找词：/查找 公众号", "搜索"),
    Command("/核对", "正文和表格对得上吗", Intent.COMPARE_TEXT_TABLE, "正文的数与表格逐个比"),
    Command("/目录", "报告有哪几部分", Intent.LIST_SECTIONS, "报告的部分和表格"),
    Command("/没检查", "哪些没有检查", Intent.NOT_CHECKED, "没有核对的规则和原因"),
    Command("/规则", "{}是什么规则", Intent.RULE_INFO, "规则查什么：/规则 T311", "有哪些规则"),
    Command("/规则包", "换成{}规则包", Intent.SWITCH_PACK, "换一套规则：/规则包 西城", "有哪些规则包可以换"),
    Command("/总结", "总结一下", Intent.SUMMARY, "整体情况和进度"),
    Command("/导出", "导出{}审核意见", Intent.EXPORT, "导出审核意见：/导出 word"),
    Command("/帮助", "帮助", Intent.HELP, "能问什么、能作什么"),
)
"""The one table: help, completion and what a command means are drawn from it."""


def spoken(text: str) -> tuple[str, Intent | None]:
    """The plain words and the intent of a command; any other text as it is, without one. An unknown command asks for help."""
    said = text.strip()
    if not said.startswith("/"):
        return text, None
    name, _, rest = said.partition(" ")
    command = next((one for one in COMMANDS if one.name == name), None)
    command = command or next((one for one in COMMANDS if one.name.startswith(name)), None)
    if command is None:
        return text, Intent.HELP
    if rest.strip():
        return command.words.format(rest.strip()) + ("" if "{}" in command.words else rest), command.intent
    return command.bare or command.words.format(""), command.intent


def completions(situation: Situation, text: str) -> tuple[str, ...]:
    """Whole lines that begin as the text does: commands, then findings by number or rule, parts, tables."""
    if not text.strip():
        return ()
    found = [
        one
        for one in (*(command.name for command in COMMANDS), *_subjects(situation))
        if one.lower().startswith(text.lower()) and one != text
    ]
    return tuple(dict.fromkeys(found))[:_MOST]


def _subjects(situation: Situation) -> list[str]:
    review = situation.review
    lines = [f"第{number_of(review, one.key)}条" for one in review.findings]
    lines += [f"{one.rule} {one.title}" for one in review.findings]
    lines += [f"{rule.id} 是什么规则" for rule in review.pack.rules]
    report = review.report
    for section in report.sections:
        if section.heading:
            title = " ".join(report.document.quote(section.heading.title).split())
            label = " ".join(report.document.quote(section.heading.span).split())
            lines += [f"{part_name(section.part)} {title}", label, title]
    return lines + [table.title for table in report.tables.values()]
