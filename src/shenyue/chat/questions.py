"""From what was typed to what is asked: an intent and what it is about.

Words become features, features and syllables become marks, and the marks are weighed (weighing.py). In doubt the question is unanswerable:
the assistant never guesses.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import regex

from shenyue.chat.following import completed
from shenyue.chat.lexicon import lexicon
from shenyue.chat.replies import Intent, Situation
from shenyue.chat.searching import search_words, stated_sentences
from shenyue.chat.slots import Slots, folded, slots_of, strange_runs, without_names
from shenyue.chat.subjects import subjects
from shenyue.chat.vocabulary import vocabulary
from shenyue.chat.weighing import ever_heard, heaviest, marks
from shenyue.patterns import compiled

_CLAUSE = compiled(r"[，,。.；;！!？?\s~～…—]+|(?<=.)、")
_VERDICTS = ("verify", "reject", "confirm")
_ASKS = compiled(
    r"(?<![好行可以])(?:吗|么)$|是不是|算不算|为什么|^(?!.*(?:这|该|本|是)).*(?:确认|成立|核实|采纳|驳回|忽略)的$"
)
_YEAR = compiled(r"((?:19|20)\d\d)年")
_LONG = 4
"""Characters that make a question strange as a whole."""
_SHORT = 4
LONGEST = 2000
"""Characters of a question; what is longer is a text pasted in by mistake."""
_MUMBLED = compiled(r"(\S)\1{2,}\W*")
"""One character over and over: a key that stuck, unless the lexicon knows it (哈哈哈)."""
_LINKED = str.maketrans("、,", "和和")
_WORDS = ("word.", "core.", "only.")
_MASK = "□"
_PLACE = "◇"
_OWN_WORDS = "△"
"""What is looked for or remarked: any words at all."""
_SEARCHING = ("search_strong", "search")
_REMARK = compiled(
    r"(?<=(?:备注|批注|注明|标注|附注|记一笔|一句|一下|记下(?:来)?|改成|改为|换成|留言|留个言|写上|写)(?:：|:|，|,| )).{2,}$|(?<=(?:原因|理由|因为|由于)(?:是|：|:)?).{2,}$"
)
_FAR = "far_"
"""Word classes of what no report tells."""
_BY_WORD_ALONE = {
    Intent.UNDO: frozenset({"word.undo", "core.undo", "only.undo"}),
    Intent.NOTE: frozenset({"word.note"}),
}
"""What changes the review is done where a word says so, however heavy the rest."""
_OF_MANY = "word.far_whole"
_OF_THIS_REPORT = (Intent.SUMMARY, Intent.COUNT, Intent.FILTER)
"""What can be told of one report alone, and not of a whole city's."""
_BESIDE_CELLS = frozenset({"not_checked", "left", "undo", "fix", "next", "previous", "basis", "basis_strong"})
"""Word classes that are not read inside the name of a cell: 下一年结转 is no next."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked."""

    text: str
    """As typed."""
    said: str
    """Folded, see `slots.folded`."""
    intent: Intent
    slots: Slots
    clauses: tuple[str, ...]
    features: frozenset[str]


def understand(situation: Situation, text: str, asked: Intent | None = None) -> Question:
    """The question that a text asks in a situation; its intent, where a command told it."""
    if asked is None and len(text) > LONGEST:
        return Question(text, text, Intent.UNANSWERABLE, Slots(), (), frozenset())
    said = folded(text)
    slots = slots_of(situation.review, said)
    clauses = tuple(clause for clause in _CLAUSE.split(_linked(said, slots)) if clause)
    features = frozenset(_features(situation, said, slots, clauses))
    senseless = _mumbled(said, slots) or _never_heard(said, slots, features)
    intent = asked or (Intent.UNANSWERABLE if senseless else None)
    intent = intent or completed(situation, said, slots, features)
    if intent is None:
        intent = heaviest(marks(nameless(said, slots), features), _barred(features))
    return Question(text, said, intent, slots, clauses, features)


def _barred(features: frozenset[str]) -> tuple[Intent, ...]:
    """What the words do not allow."""
    lacking = tuple(one for one, words in _BY_WORD_ALONE.items() if features.isdisjoint(words))
    return (*lacking, *_OF_THIS_REPORT) if _OF_MANY in features else lacking


def _mumbled(said: str, slots: Slots) -> bool:
    """Whether nothing but one character is said; a number is an ordinal."""
    return slots.ordinal is None and bool(_MUMBLED.fullmatch(said)) and not any(core_names(said, slots))


def _never_heard(said: str, slots: Slots, features: frozenset[str]) -> bool:
    """Whether nothing is named, no word is known, and no two syllables were ever said together: 阿斯顿发."""
    known = any(feature.startswith(_WORDS) for feature in features)
    return len(said) > 1 and not known and not any(_slot_features(slots)) and not ever_heard(said)


def nameless(said: str, slots: Slots) -> str:
    """The text with a sign for every cell, every word looked for and every remark, and without the other names."""
    said = _own_words_masked(_masked(said, slots)).replace(slots.unit or " ", "")
    if slots.pack_words:
        said = said.replace(slots.pack_words, _PLACE)
    for pattern in (*subjects().packs.values(), subjects().places):
        said = pattern.sub(_PLACE, said)
    return without_names(regex.sub(f"{_MASK}+", _MASK, said), slots)


def _masked(said: str, slots: Slots) -> str:
    for start, end in slots.cells.words:
        said = said[:start] + _MASK * (end - start) + said[end:]
    return said


def _own_words_masked(said: str) -> str:
    said = _REMARK.sub(_OWN_WORDS, said)
    searches = any(lexicon().words[name].search(said) for name in _SEARCHING)
    wanted = search_words(said) if searches else ""
    return said.replace(wanted, _OWN_WORDS) if wanted else said


def _features(situation: Situation, said: str, slots: Slots, clauses: tuple[str, ...]) -> Iterator[str]:
    yield from _word_features(said, slots)
    yield from _core_features(slots, clauses)
    yield from _slot_features(slots)
    yield from _screen_features(situation, said, slots)
    yield from _strangeness(situation, said, slots)
    yield from _written_features(situation, said, slots)
    if _verdict_before_note(said, slots, clauses):
        yield "verdict_first"
    if _other_year(situation, said):
        yield "outside"
    if len(said) <= _SHORT:
        yield "short"


def _screen_features(situation: Situation, said: str, slots: Slots) -> Iterator[str]:
    if situation.current:
        yield "finding"
    if _elsewhere(situation, slots):
        yield "elsewhere"
    if situation.current or situation.selected or _aimed(slots) or lexicon().words["unbalanced"].search(said):
        yield "aimed"
    if situation.asked:
        yield f"was.{situation.asked[-1]}"


def _written_features(situation: Situation, said: str, slots: Slots) -> Iterator[str]:
    """Whether what may be looked for stands in the report."""
    wanted, report = search_words(said), situation.review.report
    if slots.quoted or wanted:
        yield "searchable"
    if len(wanted) > 1 and wanted in report.document.text:
        yield "written"
    if any(stated_sentences(report, wanted)):
        yield "stated"


def _word_features(said: str, slots: Slots) -> Iterator[str]:
    masked = _masked(said, slots)
    about = _own_words_masked(masked)
    for name, pattern in lexicon().words.items():
        far = name.startswith(_FAR)
        if pattern.search(about if far else masked if name in _BESIDE_CELLS else said):
            yield f"word.{name}"
            if far:
                yield "outside"


def _verdict_before_note(said: str, slots: Slots, clauses: tuple[str, ...]) -> bool:
    note, verdict = lexicon().words["note"].search(said), verdict_at(clauses, slots)
    if verdict is None:
        return False
    return note is None or _linked(said, slots).index(clauses[verdict[0]]) < note.start()


def _linked(said: str, slots: Slots) -> str:
    """The text with no end of a clause inside 第1、3、5条."""
    start, end = slots.numbers.words
    return said[:start] + said[start:end].translate(_LINKED) + said[end:]


def _other_year(situation: Situation, said: str) -> bool:
    """Whether a figure of another year is asked for, which this report does not have."""
    year = situation.review.report.year
    return any(match[1] != str(year) for match in _YEAR.finditer(said))


def _elsewhere(situation: Situation, slots: Slots) -> bool:
    """Whether rules are named, and not that of the finding on the screen."""
    named = {*slots.rules, *slots.called}
    own = {one.rule for one in situation.review.findings if one.key == situation.current}
    found = {one.rule for one in situation.review.findings} & named
    return bool(found) and not found & own


def _aimed(slots: Slots) -> bool:
    """Whether a finding or a rule is named in any way."""
    named = (
        slots.rules,
        slots.called,
        slots.topics,
        slots.tables,
        slots.sections,
        slots.ordinal,
        slots.numbers.numbers,
    )
    return any(named)


def _core_features(slots: Slots, clauses: tuple[str, ...]) -> Iterator[str]:
    cores = [set(core_names(clause, slots)) for clause in clauses]
    for names in cores:
        yield from (f"core.{name}" for name in names)
    if cores:
        yield from (f"only.{name}" for name in set.intersection(*cores))
    if verdict_at(clauses, slots) is not None:
        yield "verdict"


def _slot_features(slots: Slots) -> Iterator[str]:
    named = {
        "rule": slots.rules or slots.prefix,
        "subject": slots.called,
        "ordinal": slots.ordinal is not None or slots.numbers.numbers,
        "section": slots.sections,
        "table": slots.tables,
        "cell": slots.cells.cells,
        "severity": slots.severities,
        "state": slots.states,
        "topic": slots.topics,
        "quoted": slots.quoted,
        "format": slots.formats,
        "target": slots.target,
        "pack": slots.packs,
        "place": slots.place,
    }
    yield from (name for name, value in named.items() if value)


def _strangeness(situation: Situation, said: str, slots: Slots) -> Iterator[str]:
    known = vocabulary(situation.review)
    content = tuple(strange_runs(said, slots))
    if content:
        yield "content"
    runs = [run for run in content if run not in known]
    if runs:
        yield "strange"
    else:
        yield "bare"
    if sum(map(len, runs)) >= _LONG:
        yield "strange_long"


def core_names(clause: str, slots: Slots) -> Iterator[str]:
    """The core classes that a clause is wholly made of, once names and fillers are taken away."""
    own = {clause, _stripped(clause)}
    about = {*own, _stripped(without_names(clause, slots))}
    for name, pattern in lexicon().core.items():
        if any(pattern.fullmatch(one) for one in (about if name in _VERDICTS else own) if one):
            yield name


def _stripped(clause: str) -> str:
    filler = lexicon().filler
    before = ""
    while clause and clause != before:
        before = clause
        clause = filler.sub("", clause).strip()
    return clause or before


def verdict_at(clauses: Sequence[str], slots: Slots) -> tuple[int, str] | None:
    """The clause that decides, and how; None where a question comes first or none decides."""
    for number, clause in enumerate(clauses):
        names = set() if _ASKS.search(clause) else set(core_names(clause, slots))
        found = next((name for name in _VERDICTS if name in names), None)
        if found and "smalltalk" not in names:
            return number, found
        if lexicon().words["question"].search(clause):
            return None
    return None
