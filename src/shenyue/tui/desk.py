"""What a key does to where the reviewer stands: situation in, situation out, nothing of the screen."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from shenyue.chat.replies import Situation
from shenyue.decisions import Decision, Verdict
from shenyue.findings import Finding, Severity
from shenyue.output.style import NAMES
from shenyue.review import Review, decided, number_of

Decisions = Mapping[str, Decision]
"""Answers by finding key."""


@dataclass(frozen=True, slots=True)
class Filter:
    """A choice of findings that can be looked at alone."""

    name: str
    """In Chinese; empty for all."""
    keys: tuple[str, ...]


def begun(review: Review) -> Situation:
    """At the finding that comes first in the text."""
    situation = Situation(review, shown=tuple(finding.key for finding in review.findings))
    return replace(situation, current=situation.shown[0] if situation.shown else "")


def grown(before: Situation, whole: Situation) -> Situation:
    """The whole review, at the place to which the reviewer has gone while the last rules were applied."""
    if before.filter_name:
        whole = replace(whole, shown=before.shown, filter_name=before.filter_name)
    return whole if before.current == begun(before.review).current else replace(whole, current=before.current)


def carried(before: Situation, review: Review, laid_by: Decisions) -> tuple[Situation, Decisions]:
    """Where the reviewer stands once the rules changed, and the answers to findings that the rules give no more.

    `laid_by`: such answers of earlier times; they come back with their findings.
    """
    keys = {finding.key for finding in review.findings}

    def of(decisions: Decisions) -> dict[str, Decision]:
        return {key: answer for key, answer in {**laid_by, **decisions}.items() if key in keys}

    now = replace(review, decisions=of(before.review.decisions), head=before.review.head)
    situation = replace(begun(now), current=_nearest(before, keys))
    situation = replace(
        situation, undo=tuple(replace(now, decisions=of(one.decisions)) for one in before.undo)
    )
    same = (one for one in filters(situation) if one.name == before.filter_name)
    rest = {**laid_by, **before.review.decisions}
    return under(situation, next(same, filters(situation)[0])), {
        key: answer for key, answer in rest.items() if key not in keys
    }


def _nearest(before: Situation, keys: set[str]) -> str:
    """The finding that was current, else the next one that is left, else the last; empty where none is."""
    order = [finding.key for finding in before.review.findings]
    at = order.index(before.current) if before.current in order else 0
    left = [key for key in order[at:] + order[:at][::-1] if key in keys]
    return next(iter(left), next(iter(keys), ""))


def difference(before: Review, review: Review) -> str:
    """What has changed, rules or what is let pass, and what that did, in a sentence; empty where nothing did."""
    passed = {source: (_let_pass(before, source), _let_pass(review, source)) for source in _SOURCES}
    changed = [f"{_SOURCES[source]}有变化" for source, (then, now) in passed.items() if then != now]
    if before.pack.id != review.pack.id and review.choice.chosen_by == "option":
        changed.insert(0, f"规则包已换成{review.pack.name}（{review.pack.id}）")
    elif before.pack != review.pack:
        changed.insert(0, f"规则已更新（{review.pack.id} {review.pack.version}）")
    if not changed and before.findings == review.findings:
        return ""
    old, new = ({one.key: one.rule for one in each.findings} for each in (before, review))
    counts = [f"问题共 {len(new)} 条"]
    if old.keys() != new.keys():
        counts.append(f"新增 {_counted(new, old)}，减少 {_counted(old, new)}")
    elif before.pack.id != review.pack.id:
        counts.append("没有增减")
    counts += [
        f"{_SOURCES[source]}放过 {len(now)} 条" for source, (then, now) in passed.items() if then or now
    ]
    return f"{'，'.join(changed) or '已重新核对'}：{'，'.join(counts)}。"


def _counted(these: Mapping[str, str], others: Mapping[str, str]) -> str:
    """How many of these the others have not, and of which rules."""
    rules = [rule for key, rule in these.items() if key not in others]
    named = list(dict.fromkeys(rules))
    more = "等" if len(named) > _NAMED else ""
    return f"{len(rules)} 条" + (f"（{'、'.join(named[:_NAMED])}{more}）" if rules else "")


_NAMED = 6
"""Rules named of those that came or went."""
_SOURCES = {"baseline": "基线", "waiver": "放过清单"}


def _let_pass(review: Review, source: str) -> frozenset[str]:
    return frozenset(one.finding.key for one in review.waived if one.source == source)


def visible_findings(situation: Situation) -> tuple[Finding, ...]:
    """The findings under the filter, in the order of the text."""
    if not situation.filter_name:
        return situation.review.findings
    shown = set(situation.shown)
    return tuple(finding for finding in situation.review.findings if finding.key in shown)


def current(situation: Situation) -> Finding | None:
    """The finding on the screen."""
    return next((one for one in situation.review.findings if one.key == situation.current), None)


def named(situation: Situation, key: str) -> str:
    """第 5 条 N211 列举序号重复: a finding in a few words; empty where there is none."""
    finding = next((one for one in situation.review.findings if one.key == key), None)
    return f"第 {number_of(situation.review, key)} 条 {finding.rule} {finding.title}" if finding else ""


def note_on(review: Review, key: str) -> str:
    """The note on a finding; the reason why it does not hold is none, though it is kept at the same place."""
    before = review.decisions.get(key)
    return before.note if before and before.verdict is not Verdict.REJECTED else ""


def answer(situation: Situation, keys: Iterable[str], verdict: Verdict, reason: str = "") -> Situation:
    """The findings answered, as one step that one undo takes back; without a reason each keeps the note on it."""
    notes = {key: reason or note_on(situation.review, key) for key in keys}
    return _recorded(situation, verdict, notes)


def annotate(situation: Situation, key: str, note: str) -> Situation:
    """A note beside the verdict that stands; without one the finding becomes 待核实, for a note is kept with a verdict only."""
    before = situation.review.decisions.get(key)
    return _recorded(situation, before.verdict if before else Verdict.TO_VERIFY, {key: note})


def _recorded(situation: Situation, verdict: Verdict, notes: Mapping[str, str]) -> Situation:
    review, at = situation.review, datetime.now(UTC).astimezone().isoformat(timespec="seconds")
    for key, note in notes.items():
        review = decided(review, key, Decision(verdict, note, "", at))
    return replace(situation, review=review, undo=(*situation.undo, situation.review))


def undone(situation: Situation) -> tuple[Situation, tuple[str, ...]]:
    """The step before the last, and the keys of the findings that changed; unchanged and empty where there is none."""
    if not situation.undo:
        return situation, ()
    review, *_ = situation.undo[-1:]
    now, then = situation.review.decisions, review.decisions
    changed = tuple(key for key in {**now, **then} if now.get(key) != then.get(key))
    current = next(iter(changed), situation.current)
    return replace(situation, review=review, undo=situation.undo[:-1], current=current), changed


def done(review: Review) -> int:
    """How many findings are answered."""
    return sum(finding.key in review.decisions for finding in review.findings)


def next_open(situation: Situation, order: tuple[str, ...]) -> str:
    """The finding without an answer that comes next in an order of keys, round the end; empty where all are answered."""
    start = order.index(situation.current) + 1 if situation.current in order else 0
    turned = order[start:] + order[:start]
    return next((key for key in turned if key not in situation.review.decisions), "")


def filters(situation: Situation) -> tuple[Filter, ...]:
    """What can be looked at alone, leaving out what would be empty."""
    found, review = situation.review.findings, situation.review
    choices = [Filter("", tuple(one.key for one in found))]
    choices += [
        _where(f"只看{NAMES[severity]}", found, [one.severity is severity for one in found])
        for severity in Severity
    ]
    answered = [one.key in review.decisions for one in found]
    choices.append(_where("只看未处理", found, [not one for one in answered]))
    choices.append(_where("只看已处理", found, answered))
    choices.append(_where("只看表格", found, [one.place.table is not None for one in found]))
    choices += [
        _where(f"只看 {rule}", found, [one.rule == rule for one in found])
        for rule in dict.fromkeys(one.rule for one in found)
    ]
    return tuple(choice for choice in choices if choice.keys or not choice.name)


def _where(name: str, found: tuple[Finding, ...], kept: list[bool]) -> Filter:
    return Filter(name, tuple(one.key for one, keep in zip(found, kept, strict=True) if keep))


def containing(situation: Situation, words: str) -> Filter:
    """The findings that speak of some words."""
    found = situation.review.findings
    return _where(
        f"含“{words}”",
        found,
        [
            any(words.lower() in text.lower() for text in (one.rule, one.title, one.message, one.quote))
            for one in found
        ],
    )


def under(situation: Situation, choice: Filter) -> Situation:
    """Only the chosen findings; the current one stays where it is among them."""
    at = situation.current if situation.current in choice.keys else next(iter(choice.keys), "")
    return replace(situation, shown=choice.keys, filter_name=choice.name, current=at)
