"""Follow-ups that lean on the turn before: 那第三条呢, 自然人呢, 为什么."""

from shenyue.chat.replies import Intent, Situation
from shenyue.chat.slots import Slots
from shenyue.patterns import compiled

_LEANING = compiled(
    r"^(?:那么?|还有|另外|再|换成?)?.{0,16}呢[?？]?$|^(?:那么?|还有)(?!什么|哪|几).{1,14}[?？]?$"
)
_WHICH = compiled(r"^(?:都|分别|具体|那)*(?:是|有)?(?:哪|什么|啥)(?:几|些)?(?:条|个|处|项)?[?？]?$")
_OF_A_FINDING = frozenset({Intent.EXPLAIN, Intent.EVIDENCE, Intent.BASIS, Intent.SUGGEST_FIX})
_TOLD_ALONE = frozenset(
    {
        "word.why",
        "word.fix",
        "word.basis",
        "word.evidence_strong",
        "word.explain_strong",
        "verdict",
        "outside",
    }
)
_ELSEWHERE = frozenset({"word.far_years", "word.far_last_year", "word.far_units"})
_NAMED = frozenset({"cell", "rule", "subject", "ordinal", "table", "section", "quoted", "pack", "place"})
"""Something of the review; 去年呢 and 别的街道呢 name nothing of it."""
_BY_NAME = (
    (("cell",), frozenset({Intent.REPORT_FIGURE, Intent.COMPARE_TEXT_TABLE}), Intent.REPORT_FIGURE),
    (("severity", "state", "topic", "table", "section"), frozenset({Intent.COUNT, Intent.FILTER}), None),
    (("ordinal", "rule", "subject"), _OF_A_FINDING, None),
    (("rule", "subject"), frozenset({Intent.RULE_INFO, Intent.NOT_CHECKED}), None),
    (("searchable",), frozenset({Intent.SEARCH_TEXT}), Intent.SEARCH_TEXT),
)  # fmt: skip


def completed(situation: Situation, said: str, slots: Slots, features: frozenset[str]) -> Intent | None:
    """The intent of an elliptic question: that of the turn before, about what is named now; None where it stands alone."""
    if not situation.asked:
        return None
    before = situation.asked[-1]
    if before is Intent.COUNT and _WHICH.search(said):
        return Intent.FILTER
    return _leaning(before, slots, features) if _LEANING.match(said) else None


def _leaning(before: Intent, slots: Slots, features: frozenset[str]) -> Intent | None:
    if features & _ELSEWHERE and features.isdisjoint(_NAMED):
        return Intent.UNANSWERABLE
    if features & _TOLD_ALONE:
        return None
    if slots.ordinal is not None and before not in _OF_A_FINDING:
        return Intent.JUMP
    for names, intents, intent in _BY_NAME:
        if before in intents and features.intersection(names):
            return intent or before
    return None
