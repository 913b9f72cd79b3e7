"""What is asked after all, where the words themselves leave no doubt, however the weights read them."""

from dataclasses import replace

from shenyue.chat.lexicon import lexicon
from shenyue.chat.meant import of_all, of_balance
from shenyue.chat.orders import ordered
from shenyue.chat.questions import Question, nameless
from shenyue.chat.replies import Intent
from shenyue.chat.slots import Slots
from shenyue.patterns import compiled

_OF_ONE = frozenset({Intent.EXPLAIN, Intent.EVIDENCE, Intent.BASIS, Intent.JUMP, Intent.UNANSWERABLE})
"""What a question about the whole report may be taken for."""
_STEPS = frozenset({Intent.NEXT, Intent.PREVIOUS})
_STEPPING = frozenset({"ordinal", *(f"{kind}.{one}" for kind in ("word", "core") for one in _STEPS)})
_BESIDE_A_CELL = compiled(
    r"□|政府信息公开|信息公开|这份|报告|[这我]们?街道|街道|单位|今年|本年度?|全年|请问|一共|总共|[共了的有是呢吗]|多少|几|[件起份宗]|[?？]"
)
"""What is said with the name of a cell when nothing but its number is asked for."""


def reread(question: Question) -> Question:
    """The question with the intent that it must have."""
    if ordered(question):
        return replace(question, intent=Intent.DECIDE)
    if question.intent in _OF_ONE and of_all(question):
        return replace(question, intent=Intent.COUNT, slots=Slots())
    return replace(question, intent=_intent(question))


def _intent(question: Question) -> Intent:
    intent = question.intent
    if lexicon().orders["save"].fullmatch(question.said):
        return Intent.EXPORT
    if intent in _STEPS and _goes_nowhere(question):
        return Intent.UNANSWERABLE
    if intent is Intent.COMPARE_TEXT_TABLE and of_balance(question):
        return Intent.EXPLAIN
    if intent is Intent.UNANSWERABLE and _of_a_cell(question):
        return Intent.REPORT_FIGURE
    return intent


def _goes_nowhere(question: Question) -> bool:
    """Whether nothing that is said goes on or back: 清空 and 退出 are no 下一条."""
    return question.features.isdisjoint(_STEPPING) and not lexicon().orders["steps"].search(question.said)


def _of_a_cell(question: Question) -> bool:
    """Whether the number of a cell is asked for, and nothing else is said."""
    slots = question.slots
    asked = "word.many" in question.features and "outside" not in question.features
    return bool(slots.cells.cells) and asked and not _BESIDE_A_CELL.sub("", nameless(question.said, slots))
