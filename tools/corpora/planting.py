"""One labelled fault planted in a clean report that suits it."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

import regex

from tools.corpora.arithmetic import UnknownQuantity
from tools.corpora.composing import NoSuchReport, Wish, compose
from tools.corpora.consequences import CONSEQUENCES
from tools.corpora.drafts import Draft
from tools.corpora.equations import broken
from tools.corpora.facts import clean_cells
from tools.corpora.phrases import filled, free_counts
from tools.corpora.priors import with_prior
from tools.corpora.table_edits import NoFault, edited
from tools.corpora.text_edits import (
    inserted,
    ordered,
    relabelled_parts,
    relabelled_topics,
    removed,
    replaced,
    reworded,
    with_content,
)
from tools.corpora.wishes import MOVED, wish_of
from tools.corpora.wordings import wording_file

_ATTEMPTS = 60
_EQUATIONS = frozenset(("T311", "T312", "T313", "T314"))
_PROSE_AGAINST_TABLE = frozenset(("X401", "X402", "X403", "X404", "X405", "X406"))
_RULE = r"([A-Z]\d{3})"
_INSTEAD = regex.compile(
    rf"{_RULE} may (?:be the finding|fire) instead|; (?:S105 or|or) {_RULE}|\(or {_RULE} if"
)
_CELL = regex.compile(r"@cell (\w+)\.(\w+)\.(\w+)")
_ALSO_CHANGE = regex.compile(r"(heading|subheading) (\d): (.*)=>(.*)")


@dataclass(frozen=True, slots=True)
class Planted:
    """A report with a fault, and where the fault is."""

    draft: Draft
    rules: tuple[str, ...]
    """The rule; behind it others that the fault's note names as just as right."""
    quote: str
    """The characters that a finding should cover; empty where something is missing or a whole paragraph is meant."""
    cell: tuple[str, str, str] | None
    """Table, row and column, where the fault is one of a cell."""
    lines: tuple[str, ...]
    """The lines that the fault put there."""
    tables: tuple[str, ...]
    """The tables that it touched."""
    severity: str
    """Where it is not the default of the rule."""
    part: int
    """The part that was removed; 0 where none was."""
    also: frozenset[str]
    """Rules that may rightly speak as well."""
    elsewhere: tuple[str, ...]
    """Lines at which a finding is as right: of two that disagree, either may be shown."""
    exchanged: bool
    """Two numbers were exchanged: a finding anywhere between them is right."""
    note: str

    @property
    def rule(self) -> str:
        """The rule whose fault this is."""
        return self.rules[0]


@cache
def faults() -> tuple[Mapping[str, Any], ...]:
    """All faults, in the order of the file."""
    return tuple(wording_file("faults")["fault"])


def plant(number: int, seed: str, kind: str = "") -> Planted:
    """The fault of that number in a report of its own, of a kind where one is named and the fault does not say itself.

    Raises NoSuchReport where none of the reports drawn suits it.
    """
    fault = faults()[number]
    wish = wish_of(fault)
    if kind and not wish.kinds:
        wish = replace(wish, kinds=(kind,))
    why = ""
    for attempt in range(_ATTEMPTS):
        try:
            draft = compose(f"{seed}/{number}/{attempt}", wish)
            return _planted(draft, fault, random.Random(f"{seed}/{number}/{attempt}/counts"))  # noqa: S311 - no secret
        except (NoFault, NoSuchReport, UnknownQuantity) as cause:
            why = str(cause)
    raise NoSuchReport(f"fault {number} ({fault['rule']}): {why}")


def planted_together(numbers: Sequence[int], seed: str, wish: Wish) -> tuple[Planted, ...]:
    """Several faults in one report; each with the finished report. Raises NoFault where one does not suit it."""
    draft = clean = compose(seed, wish)
    found: list[Planted] = []
    for number in numbers:
        found.append(_planted(draft, faults()[number], random.Random(f"{seed}/{number}")))  # noqa: S311 - no secret
        draft = found[-1].draft
    also = frozenset(rule for each in found for rule in each.also)
    return tuple(replace(each, draft=replace(draft, facts=clean.facts), also=also) for each in found)


def _planted(clean: Draft, fault: Mapping[str, Any], draw: random.Random) -> Planted:
    texts = "\n".join(
        (fault.get("insert", {}).get("text", ""), fault.get("replace", {}).get("text", ""), fault["quote"])
    )
    counts = free_counts(draw, texts, clean.facts, fault.get("with", ""))
    facts = {**clean.facts, **counts}
    draft, lines = _edited_text(clean, fault, facts)
    if "table" in fault:
        draft = _edited_tables(draft, fault, facts)
    if "prior" in fault or "prior_text" in fault or fault["rule"] in {"X411", "X412"}:
        draft = with_prior(draft, clean, fault)
    _confirm(clean, draft, fault)
    cell = _CELL.fullmatch(fault["quote"])
    return Planted(
        draft=draft,
        rules=_rules(fault),
        quote="" if cell else filled(fault["quote"], facts),
        cell=(cell[1], cell[2], cell[3]) if cell else None,
        lines=tuple(lines),
        tables=_tables(fault),
        severity=fault.get("expect_severity", "error" if _drops_a_line(fault) else ""),
        part=int(fault["remove"][-1]) if fault.get("remove", "").startswith(("part", "heading")) else 0,
        also=_also(draft, fault),
        elsewhere=(*draft.title, *draft.preface) if fault["rule"] == "D601" and "replace" in fault else (),
        exchanged=fault["rule"] == "N203" and "also_change" in fault,
        note=fault["note"],
    )


def _drops_a_line(fault: Mapping[str, Any]) -> bool:
    """A missing row or column is an error, T302's other faults are warnings."""
    return fault["rule"] == "T302" and str(fault["table"][0]).startswith("drop")


_AS_RIGHT = {"L512": ("D604",)}
"""Another unit's name left in is told once, as L512 or as D604: the shared cases d034 and d035 take either."""


def _rules(fault: Mapping[str, Any]) -> tuple[str, ...]:
    named = [rule for match in _INSTEAD.finditer(fault["note"]) for rule in match.groups() if rule]
    expected = fault.get("expect", "").split(" or ") if "expect" in fault else []
    return tuple(dict.fromkeys((fault["rule"], *named, *expected, *_AS_RIGHT.get(fault["rule"], ()))))


def _edited_text(draft: Draft, fault: Mapping[str, Any], facts: Mapping[str, Any]) -> tuple[Draft, list[str]]:
    lines: list[str] = []
    if "remove" in fault:
        draft, lines = _removed(draft, fault)
    if "order" in fault:
        draft = ordered(draft, fault["order"])
    for key in ("replace", "insert"):
        if key in fault:
            draft, more = _put(draft, key, fault, facts)
            lines += more
    for change in fault.get("also_change", ()):
        draft, line = _also_changed(draft, change)
        lines.append(line)
    if "also_insert" in fault:
        target, _, text = fault["also_insert"].partition(": ")
        draft = inserted(draft, target, [filled(text, facts)])
    if fault.get("renumber") or ("order" in fault and not fault.get("keep_labels")):
        topics = fault.get("remove", "").startswith("aspect")
        draft = relabelled_topics(draft) if topics else relabelled_parts(draft, lines)
    return draft, lines


def _removed(draft: Draft, fault: Mapping[str, Any]) -> tuple[Draft, list[str]]:
    target = fault["remove"]
    content = draft.part(5).paragraphs
    headings = [part.heading for part in draft.parts if target == f"content{part.number}"]
    draft = removed(draft, target, fault)
    if MOVED in fault["note"]:
        draft = inserted(draft, "part1", ["（六）存在问题和改进措施", *content])
    return draft, headings


def _put(
    draft: Draft, key: str, fault: Mapping[str, Any], facts: Mapping[str, Any]
) -> tuple[Draft, list[str]]:
    edit = fault[key]
    target = edit["target"]
    if "text" not in edit:
        draft, line = reworded(draft, target, edit["from"], filled(edit["to"], facts), fault.get("nth", 0))
        return draft, [line]
    lines = filled(edit["text"], facts).split("\n")
    if key == "insert":
        return inserted(draft, target, lines), lines
    headings = [part.heading for part in draft.parts if target == f"content{part.number}"]
    draft = replaced(draft, target, lines)
    if target == "heading6" and "removed too" in fault["note"]:
        draft = with_content(draft, 6, ())
    if target.startswith("content") and lines[-1].endswith("日"):
        draft = replace(draft, signature=())
    return draft, [*headings, *lines]


def _also_changed(draft: Draft, change: str) -> tuple[Draft, str]:
    match = _ALSO_CHANGE.fullmatch(change)
    if match is None:
        raise ValueError(change)
    target = f"heading{match[2]}" if match[1] == "heading" else "subheading"
    return reworded(draft, target, match[3], match[4], int(match[2]))


def _edited_tables(draft: Draft, fault: Mapping[str, Any], facts: Mapping[str, Any]) -> Draft:
    if "values were 0" in fault["note"]:
        touched = [edit.removeprefix("blank ") for edit in fault["table"]]
        if any(draft.facts.get(address) for address in touched):
            raise NoFault(fault["note"])
    draft = edited(draft, [filled(edit, facts) for edit in fault["table"]])
    return _spoken_for(draft)


_IN_PLACE_OF_TABLES = {
    2: "详见附件。",
    3: "{year}年的政府信息公开申请均依法办理。",
    4: "行政复议和行政诉讼案件均依法办理。",
}


def _spoken_for(draft: Draft) -> Draft:
    """Where the only content of a part went with its table, a sentence stands instead (else S105 would be due as well)."""
    for number, sentence in _IN_PLACE_OF_TABLES.items():
        keys = {table.key for table in draft.form.tables if table.part == number}
        part = draft.part(number)
        if keys <= set(draft.removed) and not part.paragraphs:
            none = number == 4 and not draft.facts["reviews"] and not draft.facts["suits"]  # noqa: PLR2004 - part four
            text = "本年度未发生行政复议、行政诉讼。" if none else filled(sentence, draft.facts)
            draft = draft.with_part(replace(part, paragraphs=(text,)))
    return draft


def _confirm(clean: Draft, draft: Draft, fault: Mapping[str, Any]) -> None:
    """NoFault where the edit leaves the equation whole that it should break, or says what is true anyway."""
    rule = fault["rule"]
    if rule in _EQUATIONS and (rule, fault["quote"].removeprefix("@cell ")) not in due(draft):
        raise NoFault(f"{rule} still holds there")
    if rule == "X411" and not any(_carried(clean, draft, column) for column in _COLUMNS):
        raise NoFault("last year agrees")


_COLUMNS = ("natural_person", "company", "research", "charity", "legal_service", "other", "total")


def _carried(clean: Draft, draft: Draft, column: str) -> bool:
    prior = draft.prior
    if prior is None:
        raise NoFault("no report of last year")
    here = draft.cells.get(
        f"applications.carried_in.{column}", clean.facts[f"applications.carried_in.{column}"]
    )
    there = prior.cells.get(
        f"applications.carried_out.{column}", prior.facts[f"applications.carried_out.{column}"]
    )
    return str(here) != str(there)


def due(draft: Draft) -> frozenset[tuple[str, str]]:
    """The rules T311–T314 that are broken as printed, with the cells of the broken equations."""
    cells = {address: str(figure) for address, figure in clean_cells(draft.form, draft.figures).items()}
    return broken(draft.form, {**cells, **draft.cells})


def _tables(fault: Mapping[str, Any]) -> tuple[str, ...]:
    edits: Sequence[str] = fault.get("table", ())
    keys = ("regulations", "permits", "enforcement", "fees", "procurement", "applications", "disputes")
    return tuple(key for key in keys if any(regex.search(rf"\b{key}\b", edit) for edit in edits))


def _also(draft: Draft, fault: Mapping[str, Any]) -> frozenset[str]:
    """What may rightly speak as well: what the fault names, what its edits bring with them."""
    found = {*fault.get("also", ()), *draft.allowed}
    if "table" in fault:
        found |= {each for each, _ in due(draft)} | _PROSE_AGAINST_TABLE
        found |= {"T303"} if any(edit.startswith("blank") for edit in fault["table"]) else set()
    if fault["rule"] in _PROSE_AGAINST_TABLE:
        found |= _PROSE_AGAINST_TABLE
    target = fault.get("remove") or fault.get("replace", {}).get("target", "")
    found |= CONSEQUENCES.get(target, frozenset())
    if draft.prior:
        found |= {"X411", "X412"}
    return frozenset(found)
