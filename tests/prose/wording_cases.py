"""The labelled sentences of corpora/wordings/figures.toml, each set into a report whose figures fit it, and what was linked."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from hashlib import sha256
from pathlib import Path
from typing import Any

import tomli

from shenyue.form import Form
from shenyue.recognise import recognise
from shenyue.recognise.prose import Lexicon, read_prose
from shenyue.report import Report
from shenyue.samples import changed, document, shipped_forms
from shenyue.samples.figures import computed_figures
from shenyue.statements import CellSum, ProseFigure

ORGANISATIONS = ("company", "research", "charity", "legal_service", "other")
_FULL = {
    "applications.new.natural_person": 233,
    "applications.new.company": 31,
    "applications.new.legal_service": 6,
    "applications.carried_in.natural_person": 17,
    "applications.granted.natural_person": 61,
    "applications.granted.company": 10,
    "applications.partly_granted.natural_person": 23,
    "applications.denied_third_party.natural_person": 5,
    "applications.denied_internal.natural_person": 7,
    "applications.denied_process.natural_person": 4,
    "applications.denied_enforcement_file.natural_person": 8,
    "applications.denied_inquiry.natural_person": 9,
    "applications.denied_safety.natural_person": 2,
    "applications.unavailable_not_held.natural_person": 26,
    "applications.unavailable_needs_making.natural_person": 14,
    "applications.unavailable_unclear.natural_person": 12,
    "applications.unprocessed_petition.natural_person": 11,
    "applications.unprocessed_repeat.natural_person": 13,
    "applications.unprocessed_publication.natural_person": 3,
    "applications.unprocessed_excessive.natural_person": 1,
    "applications.other_no_correction.natural_person": 15,
    "applications.other.natural_person": 4,
    "disputes.review.upheld": 18,
    "disputes.review.corrected": 19,
    "disputes.suit_direct.upheld": 20,
    "disputes.suit_direct.pending": 2,
    "disputes.suit_after_review.upheld": 21,
    "disputes.suit_after_review.other": 3,
    "regulations.rules.made": 16,
    "regulations.rules.in_force": 129,
    "regulations.normative.made": 41,
    "regulations.normative.repealed": 42,
    "regulations.normative.in_force": 143,
    "permits.permits.decisions": 5201,
    "enforcement.penalties.decisions": 5302,
    "enforcement.coercion.decisions": 5403,
    "fees.fees.amount": 12.5,
}
"""Every quantity different, so that a link to the wrong cell shows."""
CELLS: Mapping[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "new": ("applications", ("new",), ("total",)),
    "carried_in": ("applications", ("carried_in",), ("total",)),
    "handled": ("applications", ("total",), ("total",)),
    "carried_out": ("applications", ("carried_out",), ("total",)),
    "granted": ("applications", ("granted",), ("total",)),
    "partly": ("applications", ("partly_granted",), ("total",)),
    "denied": ("applications", ("denied",), ("total",)),
    "unavailable": ("applications", ("unavailable",), ("total",)),
    "unprocessed": ("applications", ("unprocessed",), ("total",)),
    "other": ("applications", ("other_handling",), ("total",)),
    "natural": ("applications", ("new",), ("natural_person",)),
    "organisations": ("applications", ("new",), ORGANISATIONS),
    "reviews": ("disputes", ("review",), ("total",)),
    "review_upheld": ("disputes", ("review",), ("upheld",)),
    "review_corrected": ("disputes", ("review",), ("corrected",)),
    "suits": ("disputes", ("suit_direct", "suit_after_review"), ("total",)),
    "suit_upheld": ("disputes", ("suit_direct", "suit_after_review"), ("upheld",)),
    "rules_made": ("regulations", ("rules",), ("made",)),
    "normative_made": ("regulations", ("normative",), ("made",)),
    "normative_repealed": ("regulations", ("normative",), ("repealed",)),
    "normative_in_force": ("regulations", ("normative",), ("in_force",)),
    "permits": ("permits", ("permits",), ("decisions",)),
    "penalties": ("enforcement", ("penalties",), ("decisions",)),
    "coercion": ("enforcement", ("coercion",), ("decisions",)),
    "fees": ("fees", ("fees",), ("amount",)),
}
_WORDS = {
    "short": "区教育局",
    "unit": "云州市临溪区教育局",
    "year": "2023",
    "last_year": "2022",
    "next_year": "2024",
}
_FIXED = re.compile(r"^(\w+) = ([\d.]+)$")

Cells = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class WordingCase:
    """One sentence with its numbers filled in."""

    key: str
    wording: str
    text: str
    report: Report
    expected: tuple[tuple[Decimal, Cells], ...]
    """Every number or denial, with its cells."""

    @property
    def half(self) -> int:
        """0 for the half that the lexicon was tuned on, 1 for the half that was only measured."""
        return sha256(self.wording.encode()).digest()[0] % 2


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was linked of a sentence."""

    case: WordingCase
    missed: int
    wrong: tuple[ProseFigure, ...]


def cases(root: Path, lexicon: Lexicon) -> Iterator[WordingCase]:
    """Every sentence of the file, in order."""
    groups = tomli.loads((root / "corpora/wordings/figures.toml").read_text(encoding="utf-8"))["figure"]
    for group in groups:
        for entry in group["texts"]:
            yield _case(group, entry if isinstance(entry, dict) else {"text": entry}, lexicon)


def judged(case: WordingCase) -> Outcome:
    """Hold what was linked against what the sentence says."""
    found = [figure for figure in case.report.figures if figure.cells and _stands_in(case, figure)]
    linked = [(figure.value, _resolved(case.report, figure)) for figure in found]
    said = _also_said(case)
    missed = [
        (value, cells)
        for value, cells in case.expected
        if (value, cells) not in linked and not any(value == one and other in said for one, other in linked)
    ]
    right = {cells for _, cells in case.expected} | _also_said(case)
    wrong = tuple(figure for figure, (_, cells) in zip(found, linked, strict=True) if cells not in right)
    return Outcome(case, len(missed), wrong)


def _also_said(case: WordingCase) -> set[Cells]:
    """Cells that the sentences of a group speak of besides those that they are filed under: 收到并办结12件, 均为维持."""
    names = {
        "new_handled_equal": ("new", "handled", "carried_out"),
        "reviews_all_upheld": ("reviews", "review_upheld", "review_corrected"),
    }
    return {expanded(case.report.form, CellSum(*CELLS[name])) for name in names.get(case.key, ())}


def _stands_in(case: WordingCase, figure: ProseFigure) -> bool:
    start = case.report.document.text.index(case.text)
    return start <= figure.span.start and figure.span.end <= start + len(case.text)


def _resolved(report: Report, figure: ProseFigure) -> Cells:
    """Of several sums that it may mean, the one that it equals."""
    assert figure.cells
    for cells in (figure.cells, *figure.also):
        if sum_of(report, cells) == figure.value:
            return expanded(report.form, cells)
    return expanded(report.form, figure.cells)


def sum_of(report: Report, cells: CellSum) -> Decimal:
    """The cells added up, blanks as 0."""
    table = report.tables[cells.table]
    return sum(
        (table[row, column].value or Decimal(0) for _, row, column in expanded(report.form, cells)),
        Decimal(0),
    )


def expanded(form: Form | None, cells: CellSum) -> Cells:
    """The single cells."""
    groups = form.groups if form else {}
    rows = [key for row in cells.rows for key in groups.get(row, (row,))]
    return frozenset((cells.table, row, column) for row in rows for column in cells.columns)


def _case(group: Mapping[str, Any], entry: Mapping[str, Any], lexicon: Lexicon) -> WordingCase:
    figures = _figures(group)
    kind = "city" if group["table"] == "regulations" and "rules" in group["rows"] else "department"
    changes: dict[str, Any] = {
        "base": "department-2023",
        "unit": _WORDS["unit"],
        "short": _WORDS["short"],
        "figures": figures,
        "replace": {"part1": "…", "part4": "…", "part6": "无。"},
    }
    if kind == "city":
        changes["kind"] = kind
    form = next(form for form in shipped_forms() if form.version == "2021")
    values = _values(form, figures)
    text, expected = _filled(group, entry, values, form)
    part = "part4" if group["table"] == "disputes" else "part1"
    changes["replace"][part] = text
    sample = changed(changes)
    report = read_prose(recognise(document(sample), shipped_forms()), lexicon)
    return WordingCase(group["key"], entry["text"], text, report, expected)


def _figures(group: Mapping[str, Any]) -> dict[str, Any]:
    """Figures of which the group's condition holds."""
    when = group["when"]
    figures = dict(_FULL) | {key: 0 for key in _department() if key not in _FULL}
    fixed = _FIXED.match(when)
    if fixed:
        return figures | _fixed(fixed[1], Decimal(fixed[2]))
    if "carried_in = 0" in when or group["key"] in {"carried_out_zero", "new_handled_equal"}:
        figures |= {"applications.carried_in.natural_person": 0, "applications.new.natural_person": 218}
        figures |= {"applications.new.company": 10, "applications.new.legal_service": 0}
    if when.startswith("zero") and group["key"] != "carried_out_zero":
        figures |= _zeroed(group, figures)
    if group["key"] == "reviews_all_upheld":
        figures["disputes.review.corrected"] = 0
    return figures


def _department() -> Iterator[str]:
    sample = changed({"base": "department-2023"})
    yield from sample.figures


def _fixed(name: str, value: Decimal) -> dict[str, Any]:
    nothing = {key: 0 for key in _FULL if key.startswith("applications.")}
    if name == "new":
        return nothing | {"applications.new.natural_person": value}
    if name == "carried_out":
        return nothing | {
            "applications.new.natural_person": value + 50,
            "applications.granted.natural_person": 50,
        }
    if name == "handled":
        return nothing | {
            "applications.new.natural_person": value + 50,
            "applications.granted.natural_person": value,
        }
    if name == "reviews":
        return {"disputes.review.upheld": value, "disputes.review.corrected": 0}
    return {"penalties": {"enforcement.penalties.decisions": value}, "fees": {"fees.fees.amount": value}}[
        name
    ]


def _zeroed(group: Mapping[str, Any], figures: Mapping[str, Any]) -> dict[str, Any]:
    rows = set(group["rows"])
    if rows == {"new"}:
        return {key: 0 for key in figures if key.startswith("applications.")}
    if rows & {"review", "suit_direct"}:
        return {key: 0 for key in figures if key.startswith("disputes.") and key.split(".")[1] in rows}
    if rows == {"granted"}:
        moved = {key: 0 for key in figures if key.startswith("applications.granted.")}
        return moved | {
            "applications.partly_granted.natural_person": 84,
            "applications.partly_granted.company": 10,
        }
    return {
        key: 0
        for key in figures
        if key.split(".")[:2] == [group["table"], group["rows"][0]]
        and group["columns"][0] in {key.split(".")[2], "total"}
    }


def _values(form: Form, figures: Mapping[str, Any]) -> dict[str, Decimal]:
    given = {address: Decimal(str(value)) for address, value in figures.items()}
    tables = computed_figures(form, given)
    return {
        name: sum(
            (tables[table][row, column] for _, row, column in expanded(form, CellSum(table, rows, columns))),
            Decimal(0),
        )
        for name, (table, rows, columns) in CELLS.items()
    } | {
        f"{table}.{row}.{column}": value
        for table, cells in tables.items()
        for (row, column), value in cells.items()
    }


def _filled(
    group: Mapping[str, Any], entry: Mapping[str, Any], values: Mapping[str, Decimal], form: Form
) -> tuple[str, tuple[tuple[Decimal, Cells], ...]]:
    expected: list[tuple[Decimal, Cells]] = []
    own = [CellSum(group["table"], tuple(row.split("+")), _columns(group)) for row in group["rows"]]

    def fill(match: re.Match[str]) -> str:
        name = match[1]
        if name in _WORDS:
            return _WORDS[name]
        if name in CELLS:
            cells = expanded(form, CellSum(*CELLS[name]))
            value = values[name]
        elif name in entry.get("cells", {}):
            table, row, column = entry["cells"][name].split(".")
            cells, value = frozenset({(table, row, column)}), values[entry["cells"][name]]
        else:
            cells, value = expanded(form, own[0]), values["new"] + values["carried_in"]
        expected.append((value, cells))
        return f"{value.normalize():f}"

    text = re.sub(r"\{(\w+)\}", fill, entry["text"])
    if not expected:
        cells = frozenset(cell for one in own for cell in expanded(form, one))
        fixed = _FIXED.match(group["when"])
        expected.append((Decimal(fixed[2]) if fixed else Decimal(0), cells))
    return text, tuple(expected)


def _columns(group: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(
        key
        for column in group["columns"]
        for key in (ORGANISATIONS if column == "organisations" else (column,))
    )
