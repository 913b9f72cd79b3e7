"""What is asked beside the review: orders that belong to the screen, what the levels mean, when a report is due."""

from dataclasses import replace

from shenyue.chat.answers.rules import rule_info
from shenyue.chat.lexicon import lexicon
from shenyue.chat.meant import on_screen
from shenyue.chat.phrases import SEVERITIES, rule_citation
from shenyue.chat.questions import Question
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.patterns import compiled

_CANCEL = "现在没有要取消的（要撤销上一次处理，说“撤销”）。"
_DRAFTS = (
    "这里只知道手里这一稿查出的问题。两稿的对照在“对照”画面上：在审阅界面按 r 或者输入“对照”，"
    "选这个单位同一年度的另一稿，就列出新出现的、已改好的和还在的问题；也可以用命令 shenyue compare。"
)
_QUEUE = "一次看一份报告。排队的报告在“换报告”清单里：在审阅界面按 o 或者输入“换报告”，选要看的一份，或者打开另一份。"
_PASSED = "合不合格要由您定：查不出问题，只是现用的规则没有发现，不等于合格；没能核对的见“哪些没有检查”。"
_LEVELS = (
    "级别由规则定：必须改正——明文规定或算术关系被破坏；建议改正——审核人员一般会要求改；提示——值得看一眼。"
    "拿不准的不报“必须改正”。"
)
_SOFTEN = (
    "规则的级别不在这里改。在审阅界面转到{rule}的一条问题，按 h 或者输入“改为提示”，以后只作提示，写进您的规则包，按 U 撤销；"
    "改成别的级别，在规则包里写 [override.{id}] 的 severity。"
)
_DISABLE = "规则不在这里停用。在审阅界面转到{rule}的一条问题，按 l 或者输入“停用规则”，写明理由，写进您的规则包，按 U 撤销。"
_DUE = "D603"
_OF_THIS = compiled(r"规则|级|这条")


def cancelled(question: Question, situation: Situation) -> Reply | None:
    """取消 where nothing waits."""
    return _said("cancel", question, situation, Intent.SMALLTALK, _CANCEL, "撤销", "下一条")


def drafts(question: Question, situation: Situation) -> Reply | None:
    """有没有新出现的问题: that the comparison has a screen of its own."""
    return _said("drafts", question, situation, Intent.HELP, _DRAFTS, "总结一下")


def queue(question: Question, situation: Situation) -> Reply | None:
    """下一份: where the other reports are."""
    return _said("queue", question, situation, Intent.HELP, _QUEUE, "总结一下")


def passed(question: Question, situation: Situation) -> Reply | None:
    """没有发现问题是不是就合格了."""
    found = len(situation.review.findings)
    now = f"这份报告查出 {found} 条问题。" if found else "这份报告没有查出问题。"
    return _said("passed", question, situation, Intent.UNANSWERABLE, now + _PASSED, "哪些没有检查")


def _said(
    words: str, question: Question, situation: Situation, intent: Intent, text: str, *offers: str
) -> Reply | None:
    if not lexicon().apart[words].search(question.said):
        return None
    return Reply(intent, text, situation, offers=offers)


def levels(question: Question, situation: Situation) -> Reply | None:
    """什么是必须改正: how the levels are defined, and which the finding on the screen has."""
    if not lexicon().apart["levels"].search(question.said):
        return None
    current = on_screen(situation)
    if current is None:
        return Reply(Intent.RULE_INFO, _LEVELS, situation)
    rule = situation.review.pack.rule(current.rule)
    own = f"\n这一条（{current.rule} {current.title}）是“{SEVERITIES[current.severity]}”。"
    return Reply(
        Intent.RULE_INFO,
        _LEVELS + own,
        situation,
        (rule_citation(rule, situation.review.report),),
        offers=("依据是什么",),
    )


def adjusting(question: Question, situation: Situation) -> Reply | None:
    """把S106改成提示, 停用S106: by which key that is done."""
    apart, slots, current = lexicon().apart, question.slots, on_screen(situation)
    off, level = apart["off_order"].search(question.said), apart["level_order"].search(question.said)
    alone = level is not None and not question.said[: level.start()]
    own = current.rule if current and (alone or _OF_THIS.search(question.said)) else ""
    rule = next(iter(slots.rules), own)
    if not rule or not (off or level):
        return None
    text = (_DISABLE if off else _SOFTEN).format(rule=f" {rule} ", id=rule)
    return Reply(Intent.HELP, text, situation, offers=(f"{rule} 是什么规则",))


def when_due(question: Question, situation: Situation) -> Reply | None:
    """年报应当什么时候公布: what the rule of the term says."""
    apart = lexicon().apart
    if not apart["when_due"].search(question.said) or apart["not_when_due"].search(question.said):
        return None
    if all(one.id != _DUE for one in situation.review.pack.rules):
        return None
    asked = replace(question, intent=Intent.RULE_INFO, slots=replace(question.slots, rules=(_DUE,)))
    return rule_info(asked, situation)
