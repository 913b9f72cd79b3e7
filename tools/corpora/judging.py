"""Whether a finding is the planted fault: of its rule, and at its place."""

from collections.abc import Iterator
from dataclasses import dataclass

import regex

from shenyue.findings import Finding
from shenyue.model import Span
from shenyue.report import Report
from tools.corpora.drafts import NUMERALS
from tools.corpora.planting import Planted

_THE_LATER_ONE = frozenset(("N201", "N203", "N211"))
"""Rules whose fault is the later of two like things."""
_PARAGRAPH = "L507"
"""Whose quote is empty because it means the whole paragraph."""
_BLANK = regex.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Searched:
    """A text without its blanks: formats differ in nothing else."""

    text: str
    places: tuple[int, ...]
    """The offset of each character in the document."""

    def occurrences(self, wanted: str, first: int = 0, end: int | None = None) -> Iterator[tuple[int, int]]:
        """Where a wording stands, as positions in `text`."""
        compact = _BLANK.sub("", wanted)
        at = self.text.find(compact, first, end) if compact else -1
        while at >= 0:
            yield at, at + len(compact)
            at = self.text.find(compact, at + 1, end)

    def span(self, first: int, end: int) -> Span:
        """Positions in `text` as a span of the document."""
        return Span(self.places[first], self.places[end - 1] + 1)


def searched(text: str) -> Searched:
    """A text made ready."""
    places = tuple(offset for offset, character in enumerate(text) if not character.isspace())
    return Searched("".join(text[offset] for offset in places), places)


def is_planted(finding: Finding, planted: Planted, report: Report) -> bool:
    """Whether a finding is the planted fault itself."""
    if finding.rule not in planted.rules:
        return False
    if planted.cell is not None:
        return _at_cell(finding, planted.cell, report)
    if planted.rule == "S101" and planted.part:
        return finding.place.section == NUMERALS[planted.part]
    return _at_table(finding, planted) and _at_quote(finding, planted, report)


def _at_table(finding: Finding, planted: Planted) -> bool:
    """Whether it is one of the tables that the fault touched, where the rule is one of tables."""
    tables = (None, *planted.tables)
    return not planted.tables or not finding.rule.startswith("T3") or finding.place.table in tables


def _at_quote(finding: Finding, planted: Planted, report: Report) -> bool:
    """Whether it stands at the quote; a rule named as just as right may speak of something missing instead."""
    if not planted.quote and planted.rule != _PARAGRAPH:
        return True
    if _span(finding) is None and finding.rule != planted.rule:
        return True
    return _covers(finding, places_of(planted, report))


def places_of(planted: Planted, report: Report) -> tuple[Span, ...]:
    """Where a finding may stand: the quote within the lines that the fault put there, else wherever the quote stands.

    Where two numbers were exchanged, they go back somewhere between the two.
    """
    text = searched(report.document.text)
    quotes = [planted.quote] if planted.quote and not planted.exchanged else list(planted.lines)
    within = [
        text.span(*found)
        for line in dict.fromkeys(planted.lines)
        for first, end in text.occurrences(line)
        for quote in quotes
        for found in text.occurrences(quote, first, end)
    ]
    within += [text.span(*found) for line in planted.elsewhere for found in text.occurrences(line)]
    found = sorted(within or [text.span(*each) for quote in quotes for each in text.occurrences(quote)])
    if planted.exchanged and found:
        return (Span(found[0].start, found[-1].end),)
    return tuple(found[-1:] if planted.rule in _THE_LATER_ONE else found)


def _covers(finding: Finding, spans: tuple[Span, ...]) -> bool:
    own = _span(finding)
    return own is not None and any(own.overlaps(span) for span in spans)


def _span(finding: Finding) -> Span | None:
    start, end = finding.place.start, finding.place.end
    return None if start is None or end is None else Span(start, max(end, start + 1))


def _at_cell(finding: Finding, cell: tuple[str, str, str], report: Report) -> bool:
    """The very cell, or an equation that has it as a term."""
    table, row, column = cell
    place = finding.place
    if (place.table, place.row, place.column) == cell:
        return True
    found = report.tables.get(table)
    figure = found.figures.get((row, column)) if found else None
    if figure is None or figure.span is None:
        return False
    spans = [_span(finding), *(operand.span for operand in finding.operands)]
    return any(span is not None and (span == figure.span or span.overlaps(figure.span)) for span in spans)
