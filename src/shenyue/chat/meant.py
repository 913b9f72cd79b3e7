"""Which findings a question means: those it names, else the one on the screen."""

from collections.abc import Iterable

from shenyue.chat.lexicon import lexicon
from shenyue.chat.questions import Question
from shenyue.chat.replies import Situation
from shenyue.chat.slots import Slots
from shenyue.findings import Finding
from shenyue.review import Review

_NUMERALS = ("", "一", "二", "三", "四", "五", "六")
_SUMS = ("T311", "T312", "T313", "T314", "X4")


def on_screen(situation: Situation) -> Finding | None:
    """The current finding."""
    return next((one for one in situation.review.findings if one.key == situation.current), None)


def shown(situation: Situation) -> tuple[Finding, ...]:
    """The findings under the present filter, in order."""
    review = situation.review
    if not situation.shown:
        return review.findings
    return tuple(one for one in review.findings if one.key in set(situation.shown))


def at_ordinal(situation: Situation, ordinal: int) -> Finding | None:
    """The finding of that number in the list on the screen, from the end where negative."""
    found = shown(situation)
    index = ordinal - 1 if ordinal > 0 else len(found) + ordinal
    return found[index] if 0 <= index < len(found) else None


def numbered(slots: Slots, situation: Situation) -> tuple[Finding, ...]:
    """The findings of the numbers that are named in the list on the screen, or all but those."""
    wanted = slots.numbers.numbers or (() if slots.ordinal is None else (slots.ordinal,))
    found = [one for number in wanted if (one := at_ordinal(situation, number))]
    if slots.numbers.all_but:
        return tuple(one for one in shown(situation) if one not in found)
    return tuple(found)


def meant(question: Question, situation: Situation) -> tuple[Finding, ...]:
    """The findings asked about; empty where none is named and none is on the screen."""
    slots = question.slots
    if slots.ordinal is not None or slots.numbers.numbers:
        return numbered(slots, situation)
    current = on_screen(situation)
    named = _named(question, situation)
    if named and current and _by_topic_alone(slots) and not _plural(question):
        named = (current,)
    if named:
        return (current,) if current in named and not _plural(question) and not slots.tables else named
    if slots.rules or ((slots.tables or slots.sections) and not within(situation.review, slots)):
        return ()
    chosen = tuple(one for one in situation.review.findings if one.key in situation.selected)
    return chosen or ((current,) if current else ())


def of_all(question: Question) -> bool:
    """Whether it is asked of the whole report what is wrong: 哪些地方填错了, 有没有问题."""
    return lexicon().scopes["of_all"].search(question.said) is not None


def of_balance(question: Question) -> bool:
    """Whether it is asked of tables, and of nothing else, whether their sums are right: 表三平吗, 表三对不对."""
    slots = question.slots
    asked = "word.unbalanced" in question.features or lexicon().scopes["balance"].search(question.said)
    return bool(slots.tables and asked) and not (slots.cells.cells or "word.text_side" in question.features)


def _by_topic_alone(slots: Slots) -> bool:
    """Whether only a kind of findings is named, which is often said of the one on the screen: 改文字还是改表."""
    return not (slots.rules or slots.prefix or slots.called or slots.tables or slots.sections)


def _named(question: Question, situation: Situation) -> tuple[Finding, ...]:
    """By rule, by what the rule is called, by table or part, by topic: the first of these that names any."""
    slots, review = question.slots, situation.review
    if slots.rules or slots.prefix:
        return tuple(one for one in review.findings if _of_rules(one, slots))
    places = within(review, slots)
    ways = (
        tuple(one for one in places if one.rule in slots.called),
        _unbalanced(question, places) if slots.tables or slots.sections else (),
        tuple(one for one in places if any(one.rule.startswith(topic.rules) for topic in slots.topics)),
        places if slots.tables or slots.sections else (),
    )
    return next((found for found in ways if found), ())


def _unbalanced(question: Question, places: tuple[Finding, ...]) -> tuple[Finding, ...]:
    if "word.unbalanced" not in question.features:
        return ()
    return tuple(one for one in places if one.rule.startswith(_SUMS))


def _plural(question: Question) -> bool:
    return lexicon().words["all_scope"].search(question.said) is not None


def _of_rules(finding: Finding, slots: Slots) -> bool:
    return finding.rule in slots.rules or (bool(slots.prefix) and finding.rule.startswith(slots.prefix))


def within(review: Review, slots: Slots) -> tuple[Finding, ...]:
    """The findings in the tables and parts that are named; all where none is."""
    if not slots.tables and not slots.sections:
        return review.findings
    parts = {_NUMERALS[number] for number in slots.sections}
    return tuple(
        one for one in review.findings if one.place.table in slots.tables or one.place.section in parts
    )


def selected(question: Question, situation: Situation, findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Those of the findings that fit every condition named: rules, severities, states, topics, tables, parts."""
    slots, review = question.slots, situation.review
    inside = {one.key for one in within(review, slots)}
    prefixes = tuple(prefix for topic in slots.topics for prefix in topic.rules)
    alone = not (slots.topics or slots.severities or slots.states)
    found = [one for one in findings if one.key in inside]
    if slots.rules or slots.prefix:
        found = [one for one in found if _of_rules(one, slots)]
    elif prefixes:
        found = [one for one in found if one.rule.startswith(prefixes)]
    elif slots.called and alone:
        found = [one for one in found if one.rule in slots.called]
    if slots.severities:
        found = [one for one in found if (one.severity in slots.severities) is not excludes(question)]
    if slots.states:
        found = [one for one in found if state_of(review, one) in slots.states]
    return tuple(found)


def excludes(question: Question) -> bool:
    """Whether what is named shall be hidden: 提示先不看."""
    return lexicon().words["hide"].search(question.said) is not None


def state_of(review: Review, finding: Finding) -> str:
    """confirmed, rejected, to_verify, or undecided."""
    decision = review.decisions.get(finding.key)
    return decision.verdict.value if decision else "undecided"
