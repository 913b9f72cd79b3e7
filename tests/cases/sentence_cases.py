"""The shared sentences, each set into a clean report of ours as its README says."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from shenyue.samples import Sample, changed

_BASES = {
    "department": "department-2023",
    "county": "county-2023",
    "office": "office-2019",
    "town": "town-2021",
}
_STARTING = "office-2019"
"""The sample whose prose names only figures of the 2019 form."""
_NEW_FORM = 2021


@dataclass(frozen=True, slots=True)
class SentenceCase:
    """A sentence, where it stands, and the rules of which one should flag it; none for an innocent one."""

    id: str
    text: str
    flagged_by: tuple[str, ...]
    set: Mapping[str, Any]

    def clean(self) -> Sample:
        """The report before the sentence is set into it."""
        old = self.set.get("form") == "2019" or self.set.get("year", _NEW_FORM) < _NEW_FORM
        base = _STARTING if old else _BASES.get(self.set.get("kind", ""), "street-2023")
        changes = {key: self.set[key] for key in ("kind", "year", "form", "unit") if key in self.set}
        sample = changed({"base": base, **changes})
        raw = self.set["into"] == "table"
        return (
            sample if raw else replace(sample, figures=_figures(sample.figures, self.set.get("tables", {})))
        )

    def with_sentence(self) -> Sample:
        """The report with the sentence in its place."""
        return _placed(self.clean(), self.set["into"], self.text)


def read_cases(path: Path) -> Iterator[SentenceCase]:
    """Every case of the file."""
    for line in path.read_text("utf-8").splitlines():
        case = json.loads(line)
        yield SentenceCase(case["id"], case["text"], tuple(case["flagged_by"]), case["set"])


def _figures(figures: Mapping[str, Decimal], cells: Mapping[str, int]) -> dict[str, Decimal]:
    """The sample's figures with those that the case asks for; the rest of the tables named is 0."""
    tables = {cell.split(".")[0] for cell in cells}
    kept = {cell: figure for cell, figure in figures.items() if cell.split(".")[0] not in tables}
    return kept | {_single(cell): Decimal(figure) for cell, figure in cells.items() if not _computed(cell)}


def _single(cell: str) -> str:
    """The cell that brings about a total: all applicants are natural persons, all outcomes 予以公开."""
    table, row, column = cell.split(".")
    if table != "applications" or column != "total":
        return cell
    return f"applications.{'granted' if row == 'total' else row}.natural_person"


def _computed(cell: str) -> bool:
    return cell.startswith("applications.carried_out") or (
        cell.startswith("disputes") and cell.endswith("total")
    )


def _placed(sample: Sample, into: str, text: str) -> Sample:
    if into == "title":
        return _titled(sample, text)
    if into == "table":
        return _rowed(sample, text)
    paragraphs = tuple(text.split("\n"))
    if into == "preface":
        return replace(sample, preface=(*sample.preface, *paragraphs))
    number = int(into.removesuffix("!")[-1])
    parts = list(sample.parts)
    place = next(i for i, part in enumerate(parts) if part.number == number)
    part = parts[place]
    if into.startswith("heading"):
        parts[place] = replace(part, heading=text)
    elif into.endswith("!"):
        heading, body = (
            (paragraphs[0], paragraphs[1:]) if paragraphs[0][0] in "一1" else (part.heading, paragraphs)
        )
        parts[place] = replace(part, heading=heading, paragraphs=body)
    else:
        parts[place] = replace(part, paragraphs=(*part.paragraphs, *paragraphs))
    return replace(sample, parts=tuple(parts))


def _titled(sample: Sample, text: str) -> Sample:
    lines = text.replace("\u3000", "\n").split("\n")
    title = tuple(line for line in lines if line.endswith("报告"))
    dates = tuple(line for line in lines if line not in title)
    return replace(sample, title=title, preface=(*dates, *sample.preface), signature=())


def _rowed(sample: Sample, text: str) -> Sample:
    first, *cells = text.split("｜")
    if first == "行政许可":
        columns = ("last_year", "change", "decisions")
        raw = {f"permits.permits.{column}": cell for column, cell in zip(columns, cells, strict=True)}
        return replace(sample, cells={**sample.cells, **raw})
    columns = ("made", "repealed", "in_force")
    labels = {f"regulations.*.{column}": cell for column, cell in zip(columns, cells, strict=True)}
    return replace(sample, labels={**sample.labels, **labels})
