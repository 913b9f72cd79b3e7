"""One version of a report: what must be known of it when the next one comes, though the file may be gone by then. Data, and JSON."""

import json
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from typing import Any

from shenyue.findings import Finding, ItemState, LedgerState, Operand, Place, Severity
from shenyue.model import Paragraph, Span
from shenyue.report import FormTable, Report
from shenyue.review import Review


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph of prose."""

    number: int
    """1-based ordinal among the blocks of the document, as in `Place.paragraph`."""
    start: int
    """Offset in the document's text."""
    text: str
    heading: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a form table."""

    label: str
    """For people: 表三“本年新收政府信息公开申请数量”行“自然人”列."""
    raw: str
    """As printed, without blanks around it."""
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Judged:
    """What became of a rule."""

    state: LedgerState
    reason: str
    unchecked: tuple[str, ...] = ()
    """Names of the duties that could not be checked."""


@dataclass(frozen=True, slots=True)
class Version:
    """One version of a report, as it was reviewed."""

    sha256: str
    name: str
    """File name without folders."""
    title: str
    unit: str
    year: int | None
    pack: str
    pack_version: str
    findings: tuple[Finding, ...]
    rules: Mapping[str, Judged]
    """By rule id, every rule of the pack."""
    passages: tuple[Passage, ...]
    """In the order of the text."""
    cells: Mapping[str, Cell]
    """By `table.row.column`."""
    waived: tuple[str, ...] = ()
    """Keys of the findings that waivers and the baseline let pass."""


def version_of(review: Review) -> Version:
    """What a comparison needs of a review."""
    report, source = review.report, review.report.document.source
    rules = {
        entry.rule: Judged(
            entry.state,
            entry.reason,
            tuple(item.name for item in entry.items if item.state is ItemState.UNCHECKED),
        )
        for entry in review.ledger
    }
    return Version(
        source.sha256,
        report.document.name,
        report.title,
        report.unit,
        report.year,
        review.pack.id,
        review.pack.version,
        review.findings,
        rules,
        tuple(_passages(report)),
        {key: cell for table in report.tables.values() for key, cell in _cells(table)},
        tuple(waived.finding.key for waived in review.waived),
    )


def _passages(report: Report) -> Iterator[Passage]:
    headings = [
        heading.span
        for section in report.sections
        for heading in (*((section.heading,) if section.heading else ()), *section.headings)
    ]
    starts = {span.start for span in headings}
    for number, block in enumerate(report.document.blocks, 1):
        if isinstance(block, Paragraph):
            text = report.document.quote(block.span)
            if text.strip():
                yield Passage(number, block.span.start, text, _begins(block.span, starts))


def _begins(span: Span, starts: set[int]) -> bool:
    return any(span.start <= start < span.end for start in starts)


def _cells(table: FormTable) -> Iterator[tuple[str, Cell]]:
    rows = {line.key: line.prescribed for line in table.rows}
    columns = {line.key: line.prescribed for line in table.columns}
    for (row, column), figure in table.figures.items():
        label = f"{table.title}“{rows.get(row, row)}”行“{columns.get(column, column)}”列"
        span = figure.span
        cell = Cell(label, figure.raw.strip(), span.start if span else None, span.end if span else None)
        yield f"{table.key}.{row}.{column}", cell


def to_json(version: Version) -> str:
    """As it is kept: which cells a finding speaks of is not, nothing is compared by it."""
    kept = asdict(version)
    for finding in kept["findings"]:
        del finding["cells"]
    return json.dumps(kept, ensure_ascii=False, separators=(",", ":"))


def from_json(text: str) -> Version:
    """What was kept.

    Raises:
        ValueError, KeyError, TypeError: it is something else.
    """
    kept = json.loads(text)
    kept["findings"] = tuple(map(_finding, kept["findings"]))
    kept["rules"] = {
        rule: Judged(LedgerState(one["state"]), one["reason"], tuple(one["unchecked"]))
        for rule, one in kept["rules"].items()
    }
    kept["passages"] = tuple(Passage(**one) for one in kept["passages"])
    kept["cells"] = {key: Cell(**one) for key, one in kept["cells"].items()}
    kept["waived"] = tuple(kept["waived"])
    return Version(**kept)


def _finding(kept: dict[str, Any]) -> Finding:
    operands = tuple(
        Operand(one["name"], one["value"], Span(**one["span"]) if one["span"] else None)
        for one in kept["operands"]
    )
    return Finding(
        **kept
        | {
            "severity": Severity(kept["severity"]),
            "place": Place(**kept["place"]),
            "operands": operands,
            "basis": tuple(kept["basis"]),
        }
    )
