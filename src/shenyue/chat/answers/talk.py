"""What is said beside the review: help, a kind word, and that something cannot be answered."""

from shenyue.chat.commands import COMMANDS
from shenyue.chat.questions import LONGEST, Question
from shenyue.chat.replies import Intent, Reply, Situation
from shenyue.patterns import compiled

CAN_BE_ASKED = (
    "可以问：某条问题为什么、怎么算出来的、依据是什么、怎么改；表里的数（“今年收到多少件申请”）；"
    "正文和表格对得上吗；哪里提到某个词；某条规则查什么；哪些没有检查。"
)
_HELP = """可以直接打字问，比如：
看问题：下一条、上一条、第3条、去表三、只看错误、还没处理的、错误有几个
问这一条：为什么、怎么算出来的、依据是什么、应该怎么改
问报告：今年收到多少件申请、正文和表格对得上吗、哪里提到公众号、哪些没有检查
作处理：确认、不成立，原因是…、待核实、第1条和第3条确认、除了第一条都确认、备注：…、标点问题全部忽略、撤销
收尾：总结一下、导出审核意见、换成西城区规则
也可以用命令（按 Tab 补全）：
{commands}
屏幕上的按键按 ? 看。"""
_OFFERS = ("下一条", "总结一下", "帮助")


def help_(question: Question, situation: Situation) -> Reply:
    """What can be typed."""
    width = max(len(command.name) for command in COMMANDS)
    table = "\n".join(f"{command.name:　<{width}}　{command.does}" for command in COMMANDS)
    said = question.text.strip()
    unknown = f"没有“{said}”这个命令。\n" if said.startswith("/") else ""
    text = unknown + _HELP.format(commands=table)
    return Reply(Intent.HELP, text, situation, offers=("下一条", "只看错误", "总结一下"))


def smalltalk(question: Question, situation: Situation) -> Reply:
    """A short word back, and where we stand."""
    left = len(situation.review.findings) - len(situation.review.decisions)
    word = next((answer for words, answer in _WORDS if words.search(question.said)), "好的。")
    return Reply(
        Intent.SMALLTALK, f"{word}还有 {left} 条问题没有处理。" if left else word, situation, offers=_OFFERS
    )


_WORDS = (
    (compiled(r"谢|辛苦|thank"), "不客气。"),
    (compiled(r"再见|拜拜|bye|下班|收工|晚安"), "再见，处理意见已经记在审阅里。"),
    (compiled(r"是谁|叫什么|机器|\bai\b"), "我是审阅助手，只根据这份报告、规则和台账回答，不联网，也不猜。"),
    (compiled(r"[你您]好|[早午晚]上?好|^早(?:安|啊|呀)?\W*$|^还?在(?:不在|吗|么)?\W*$|^(?:hi|hello|hey|嗨|嘿|哈喽)"), "您好。"),
)  # fmt: skip


_WHY_NOT = (
    (("far_years", "far_last_year", "far_other_report"), "手里只有这份报告，别的年份、别的版本的情况这里没有"),
    (("far_grades",), "合不合格、能不能通过要由您定，我只列出查到的问题"),
    (("far_units",), "手里只有这一份报告，别的单位的情况看不到"),
    (("far_people", "far_contact", "far_names"), "我没能从报告和规则里找出具体的人、名称和联系方式"),
    (("far_law_text", "far_define"), "我只知道规则引用了哪条规定，没有法规原文，也不解释业务办理"),
    (("far_rewriting", "far_writing", "far_acts"), "我只审阅，不代写，也不改报告原文"),
    (("far_blame", "far_causes", "far_truth", "far_wonder"), "报告里看得出哪里不对，看不出是谁、为什么填成这样，也看不出实际是多少"),
    (("far_shares", "far_counts", "far_heads", "far_media", "far_month", "far_facts", "far_cases_asked"), "我没能从正文里找出这个数或者这件事"),
)  # fmt: skip
"""Why the review does not tell, by word class; the first that fits."""
_TOO_LONG = f"这段话超过 {LONGEST} 个字，请把要问的写成一句"
_UNKNOWN = "不明白“{}”要做什么，什么都没有改动"
_NOTHING = "我没能从这份报告、规则和核对结果里找出答案，也不作猜测"


def unanswerable(question: Question, situation: Situation) -> Reply:
    """Plainly that the review does not tell; nothing is cited."""
    reason = next(
        (why for names, why in _WHY_NOT if any(f"word.{one}" in question.features for one in names)), _NOTHING
    )
    if (
        reason == _NOTHING
        and {"short", "strange"} <= question.features
        and "word.question" not in question.features
    ):
        reason = _UNKNOWN.format(question.text.strip())
    reason = _TOO_LONG if len(question.text) > LONGEST else reason
    text = f"无法回答：{reason}。\n{CAN_BE_ASKED}"
    return Reply(Intent.UNANSWERABLE, text, situation, offers=("帮助", "总结一下", "为什么"))
