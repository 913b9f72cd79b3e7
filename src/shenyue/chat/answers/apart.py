"""What is answered by its words alone, before the weights are asked: each takes its own kind of question and leaves the rest."""

from collections.abc import Callable

from shenyue.chat.answers.asides import adjusting, cancelled, drafts, levels, passed, queue, when_due
from shenyue.chat.answers.halves import in_halves
from shenyue.chat.answers.places import at_place, part_written
from shenyue.chat.answers.stating import signed, written
from shenyue.chat.answers.whether import decided, in_order
from shenyue.chat.questions import Question
from shenyue.chat.replies import Reply, Situation

_WAYS: tuple[Callable[[Question, Situation], Reply | None], ...] = (
    cancelled, queue, drafts, passed, adjusting, levels, when_due, signed, in_order, decided, at_place, part_written, in_halves, written,
)  # fmt: skip


def answered_apart(question: Question, situation: Situation) -> Reply | None:
    """The first answer of these; None where it is none of their questions."""
    return next((reply for way in _WAYS if (reply := way(question, situation))), None)
