"""Labels in a form table that belong to no prescribed line: a line that seems to be missing may be there under one of them."""

from collections.abc import Iterator, Mapping
from difflib import SequenceMatcher
from typing import NamedTuple

from shenyue.checks.naming import fold, layout_of
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import FormTable, FoundLine, LineState, Report

_HEADS = frozenset({"信息内容", "申请人情况", "项目"})
_CORNER = "勾稽关系"
_ALIKE = 0.5
"""Likeness (of 1) from which a label is taken for a changed one wherever it stands."""
_FIGURE = compiled(r"[\d.,，+\-/—\s]*")


class Strays(NamedTuple):
    """The labels of a form table that are no prescribed ones, by what they probably stand for."""

    of_lines: Mapping[str, Span]
    """For a row or column that was not found, by `address`."""
    of_groups: Mapping[str, Span]
    """For a merged label (（四）无法提供) that the table does not print as prescribed."""


def address(table: FormTable, line: FoundLine) -> str:
    """`row.KEY` or `column.KEY`: some rows and columns share their key."""
    return f"{'row' if line in table.rows else 'column'}.{line.key}"


def strays_in(report: Report, table: FormTable) -> Strays:
    """Each stray label with the line or merged label that it is likest to, a line's place counting first."""
    strays = tuple(_strays(report, table))
    lines = _matched(report, strays, _gaps(table))
    left = tuple(span for span in strays if span not in lines.values())
    groups = {
        label: (label, Span(table.span.start, table.span.end)) for label in _absent_groups(report, table)
    }
    return Strays(lines, _matched(report, left, groups))


def _matched(
    report: Report, strays: tuple[Span, ...], wanted: Mapping[str, tuple[str, Span]]
) -> Mapping[str, Span]:
    """For each wanted label, with the stretch in which it would stand, at most one stray, the likest first."""
    pairs = [
        (stray in place, _likeness(flat(report, stray), label), key, stray)
        for key, (label, place) in wanted.items()
        for stray in strays
    ]
    matched: dict[str, Span] = {}
    for in_place, likeness, key, stray in sorted(pairs, key=lambda pair: pair[:2], reverse=True):
        fits = likeness >= _ALIKE or (in_place and key.startswith(("row.", "column.")))
        if fits and key not in matched and stray not in matched.values():
            matched[key] = stray
    return matched


def _likeness(label: str, other: str) -> float:
    return SequenceMatcher(None, fold(label), fold(other), autojunk=False).ratio()


def _gaps(table: FormTable) -> Mapping[str, tuple[str, Span]]:
    """The lines that were not found, each with the stretch between its neighbours."""
    return {
        address(table, line): (line.prescribed, _gap(table, lines, line))
        for lines in (table.rows, table.columns)
        for line in lines
        if line.state in {LineState.MISSING, LineState.UNSURE}
    }


def _gap(table: FormTable, lines: tuple[FoundLine, ...], line: FoundLine) -> Span:
    at = lines.index(line)
    before = [one.span.end for one in lines[:at] if one.span]
    after = [one.span.start for one in lines[at + 1 :] if one.span]
    return Span(before[-1] if before else table.span.start, after[0] if after else table.span.end)


def _absent_groups(report: Report, table: FormTable) -> Iterator[str]:
    """Merged labels of the form that no cell of the table holds."""
    layout = layout_of(report, table.key)
    lines = (*layout.rows, *layout.columns) if layout else ()
    printed = fold(report.document.quote(table.span))
    for label in dict.fromkeys(label for line in lines for label in line.under):
        if fold(label) not in printed:
            yield label


def flat(report: Report, span: Span) -> str:
    """A label as printed, on one line."""
    return " ".join(report.document.quote(span).split())


def _strays(report: Report, table: FormTable) -> Iterator[Span]:
    known = _known_labels(report, table)
    taken = [line.span for line in (*table.rows, *table.columns) if line.span]
    taken += [figure.span for figure in table.figures.values() if figure.span]
    for one in report.document.tables():
        for cell in one.cells:
            if cell.span not in table.span or cell.tables:
                continue
            text = fold(report.document.quote(cell.span))
            if _FIGURE.fullmatch(text):
                continue
            if (
                text not in known
                and _CORNER not in text
                and not any(cell.span.overlaps(span) for span in taken)
            ):
                yield cell.span


def _known_labels(report: Report, table: FormTable) -> frozenset[str]:
    layout = layout_of(report, table.key)
    lines = (*layout.rows, *layout.columns) if layout else ()
    labels = [text for line in lines for text in (line.label, *line.under)]
    return _HEADS | {fold(text) for text in (*labels, layout.head if layout else "", table.title)}
