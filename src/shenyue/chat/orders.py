"""Whether words decide a finding by themselves: 确认 and 忽略 do, 对 and 没问题 answer a question, 别确认 forbids."""

from collections.abc import Sequence

from shenyue.chat.lexicon import lexicon
from shenyue.chat.questions import Question, core_names, verdict_at
from shenyue.chat.slots import Slots


def names_its_verdict(clauses: Sequence[str], slots: Slots) -> bool:
    """Whether the clause that decides names the verdict, and neither asks nor supposes it: 这条成立吧."""
    at = verdict_at(clauses, slots)
    if at is None:
        return False
    orders, clause = lexicon().orders, clauses[at[0]]
    return orders[at[1]].search(clause) is not None and not orders["supposes"].search(clause)


def asks(said: str) -> bool:
    """Whether it is a question in any case: 确认吗, 不用改吧？."""
    return lexicon().orders["asks"].search(said) is not None


def forbids(clauses: Sequence[str], slots: Slots) -> bool:
    """Whether a decision is forbidden: 别确认第二条; what follows a decision is its reason."""
    at = verdict_at(clauses, slots)
    before = clauses if at is None else clauses[: at[0] + 1]
    return any(lexicon().orders["forbids"].search(clause) for clause in before)


def torn(clauses: Sequence[str], slots: Slots) -> bool:
    """Whether what decides may be an assent as well as a denial: 没问题."""
    at = verdict_at(clauses, slots)
    return at is not None and {"yes", "reject"} <= set(core_names(clauses[at[0]], slots))


def ordered(question: Question) -> bool:
    """Whether it can be nothing but a decision: findings by number with a verdict by name, or a decision forbidden."""
    slots, clauses = question.slots, question.clauses
    if asks(question.said):
        return False
    numbered = slots.ordinal is not None or slots.numbers.numbers
    return forbids(clauses, slots) or (bool(numbered) and names_its_verdict(clauses, slots))
