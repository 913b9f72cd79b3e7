"""Two versions of a report side by side. Data, and the one function that makes it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shenyue.compare.matching import around, matched
from shenyue.compare.texts import Edit, Pair, paired
from shenyue.compare.version import Cell, Judged, Passage, Version
from shenyue.decisions import Decision, Verdict
from shenyue.findings import Finding, LedgerState


class Fate(StrEnum):
    """What became of a finding."""

    MENDED = "mended"
    REMAINS = "remains"
    NEW = "new"
    UNSURE = "unsure"
    """Not found again, but its rule could not be checked this time: that is no mending."""

    @property
    def chinese(self) -> str:
        """As the screens say it."""
        return {"mended": "已改正", "remains": "仍存在", "new": "新出现", "unsure": "无法确认"}[self.value]


@dataclass(frozen=True, slots=True)
class Compared:
    """A finding and what became of it."""

    fate: Fate
    old: Finding | None
    new: Finding | None
    note: str = ""
    """In Chinese: what changed in it, why it is not sure, why it was not found before; empty where there is nothing to say."""
    same_evidence: bool = False
    """Whether quote and operands are what they were."""
    same_words: bool = False
    """Whether the clause around it is, too: the key is the same."""

    @property
    def finding(self) -> Finding:
        """The finding as it is now, else as it was."""
        found = self.new or self.old
        assert found is not None  # noqa: S101 - one of the two is always there
        return found


@dataclass(frozen=True, slots=True)
class CellChange:
    """A figure of a form table that is another."""

    key: str
    label: str
    old: str
    new: str
    asked: bool
    """Whether a finding of the first version spoke of it."""


@dataclass(frozen=True, slots=True)
class TextChange:
    """A paragraph that was changed, put in or taken out."""

    old: Passage | None
    new: Passage | None
    edits: tuple[Edit, ...]
    asked: bool
    """Whether a finding of the first version stood in it."""


@dataclass(frozen=True, slots=True)
class Lost:
    """A rule that was checked in the first version and could not be, wholly, in the second."""

    rule: str
    reason: str


@dataclass(frozen=True, slots=True)
class Comparison:
    """All of it."""

    old: Version
    new: Version
    findings: tuple[Compared, ...]
    """In the order of the new text; those that are gone stand at the end, in the order of the old."""
    cells: tuple[CellChange, ...]
    texts: tuple[TextChange, ...]
    lost: tuple[Lost, ...]

    def of(self, fate: Fate) -> tuple[Compared, ...]:
        """The findings with a fate."""
        return tuple(one for one in self.findings if one.fate is fate)

    def carried(self, decisions: Mapping[str, Decision]) -> dict[str, Decision]:
        """Of the answers to the first version, by key, those that hold for the second, by its keys.

        They hold where the evidence is the same; 不成立 only where the words around it are, too: else it must be judged anew.
        """
        kept = {}
        for one in self.of(Fate.REMAINS):
            decision = decisions.get(one.old.key) if one.old else None
            rejected = decision is not None and decision.verdict is Verdict.REJECTED
            if decision and one.new and one.same_evidence and (one.same_words or not rejected):
                kept[one.new.key] = decision
        return kept


def compare(old: Version, new: Version) -> Comparison:
    """Hold two versions of a report side by side."""
    pairs = paired(old.passages, new.passages)
    same = matched(old, new)
    return Comparison(
        old,
        new,
        (*_present(old, new, same), *_gone(old, new, same)),
        tuple(_cells(old, new)),
        tuple(_texts(old, pairs)),
        tuple(_lost(old, new)),
    )


def _present(old: Version, new: Version, same: Mapping[str, str]) -> Iterator[Compared]:
    before = {same[one.key]: one for one in old.findings if one.key in same}
    for finding in new.findings:
        earlier = before.get(finding.key)
        if earlier is None:
            yield Compared(Fate.NEW, None, finding, _why_not_before(old, new, finding))
        else:
            note = _changed_evidence(earlier, finding)
            yield Compared(Fate.REMAINS, earlier, finding, note, not note, earlier.key == finding.key)


def _gone(old: Version, new: Version, same: Mapping[str, str]) -> Iterator[Compared]:
    for finding in old.findings:
        if finding.key not in same:
            why = _why_unsure(new, finding, around(old, finding))
            yield Compared(Fate.UNSURE if why else Fate.MENDED, finding, None, why)


def _changed_evidence(old: Finding, new: Finding) -> str:
    if old.quote != new.quote:
        return f"原文由“{old.quote}”改为“{new.quote}”"
    before = {one.name: one.value for one in old.operands}
    after = {one.name: one.value for one in new.operands}
    changed = [
        f"{name} {before.get(name, '无')} → {after.get(name, '无')}"
        for name in dict.fromkeys((*before, *after))
        if before.get(name) != after.get(name)
    ]
    return f"数字有变：{'，'.join(changed)}" if changed else ""


def _why_not_before(old: Version, new: Version, finding: Finding) -> str:
    """Why a finding was not there before, where the report's own change is not the reason."""
    judged = old.rules.get(finding.rule)
    if finding.key in old.waived:
        return "上次按例外放过，没有列为问题"
    if judged is None:
        return "上次的规则包没有这条规则"
    if judged.state is LedgerState.DISABLED:
        return "上次停用了这条规则"
    if judged.state is LedgerState.COULD_NOT_CHECK:
        return "上次没能核对这一项"
    words = around(new, finding)
    if (
        words
        and any(words in passage.text for passage in old.passages)
        and old.pack_version != new.pack_version
    ):
        return "原稿已有这段文字，是规则更新后查出的"
    return ""


def _why_unsure(new: Version, finding: Finding, words: str) -> str:
    """Why a finding that is not there any more must not be called mended; empty where it is."""
    judged = new.rules.get(finding.rule)
    if finding.key in new.waived:
        return "这次按例外放过，没有再列为问题"
    if judged is None:
        return "这次的规则包没有这条规则"
    if judged.state is LedgerState.CHECKED:
        return ""
    if judged.state is not LedgerState.PARTLY_CHECKED:
        told = {LedgerState.DISABLED: "停用了这条规则", LedgerState.NOT_APPLICABLE: "这条规则不适用"}
        return f"这次{told.get(judged.state, '没能核对这一项')}" + (
            f"（{judged.reason}）" if judged.reason else ""
        )
    still = _left_unchecked(judged, finding) or (words and any(words in one.text for one in new.passages))
    return f"这次没能核对全（{judged.reason}）" if still else ""


def _left_unchecked(judged: Judged, finding: Finding) -> bool:
    place = finding.place
    own = {place.row, place.column, place.table, f"{place.table}.{place.row or ''}.{place.column or ''}"}
    return bool(own.intersection(judged.unchecked))


def _cells(old: Version, new: Version) -> Iterator[CellChange]:
    for key in dict.fromkeys((*old.cells, *new.cells)):
        before, after = old.cells.get(key), new.cells.get(key)
        was, is_ = before.raw if before else "", after.raw if after else ""
        if was != is_:
            known = after or before
            label = known.label if known else key
            yield CellChange(key, label, was, is_, asked=_spoken_of(old.findings, key, before))


def _spoken_of(findings: Sequence[Finding], key: str, cell: Cell | None) -> bool:
    """Whether a finding is about a cell: its own, its row's, or one that it adds up."""
    for finding in findings:
        place = finding.place
        if place.table and f"{place.table}.{place.row or ''}.{place.column or ''}" == key:
            return True
        spans = [(one.span.start, one.span.end) for one in finding.operands if one.span]
        if cell and (cell.start, cell.end) in spans:
            return True
    return False


def _texts(old: Version, pairs: Sequence[Pair]) -> Iterator[TextChange]:
    spoken_of = {finding.place.paragraph for finding in old.findings}
    for pair in pairs:
        if pair.old is None or pair.new is None or pair.edits:
            asked = pair.old is not None and pair.old.number in spoken_of
            yield TextChange(pair.old, pair.new, pair.edits, asked)


def _lost(old: Version, new: Version) -> Iterator[Lost]:
    clear = (LedgerState.CHECKED, LedgerState.NOT_APPLICABLE)
    short = (LedgerState.PARTLY_CHECKED, LedgerState.COULD_NOT_CHECK)
    for rule, judged in new.rules.items():
        before = old.rules.get(rule)
        if judged.state in short and before is not None and before.state in clear:
            yield Lost(rule, judged.reason)
