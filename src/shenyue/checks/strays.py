"""Labels in a form table that belong to no prescribed line: a line that seems to be missing may be there under one of them."""

from collections.abc import Iterator
from dataclasses import replace

import regex

from shenyue.checks.naming import fold, layout_of
from shenyue.findings import Hit, Outcome, Unchecked
from shenyue.model import Span
from shenyue.report import FormTable, FoundLine, LineState, Report

_HEADS = frozenset({"信息内容", "申请人情况", "项目"})
_CORNER = "勾稽关系"
_FIGURE = regex.compile(r"[\d.,，+\-/—\s]*")


def not_found(report: Report, table: FormTable, line: FoundLine, missing: Hit) -> Outcome:
    """What to say of a line that was not found, given the hit for a missing one: never missing where a stray label may be it."""
    stray = _stray_label(report, table, line)
    if stray is not None:
        values = {**missing.values, "found": flat(report, stray)}
        return replace(missing, span=stray, values=values, certain=False)
    if line.state is LineState.UNSURE:
        return Unchecked(missing.name, f"无法确认表中哪一处是“{line.prescribed}”", line.span)
    if report.unread_in(table.span):
        return Unchecked(missing.name, "表格内有未能读取的内容", table.span)
    return missing


def flat(report: Report, span: Span) -> str:
    """A label as printed, on one line."""
    return " ".join(report.document.quote(span).split())


def _stray_label(report: Report, table: FormTable, line: FoundLine) -> Span | None:
    """A label that may be the line's: where it would stand, else anywhere in the table."""
    strays = tuple(_strays(report, table))
    before, after = _neighbours(table.rows if line in table.rows else table.columns, line)
    in_place = (span for span in strays if before <= span.start and (after is None or span.end <= after))
    return next(in_place, None) or next(iter(strays), None)


def _strays(report: Report, table: FormTable) -> Iterator[Span]:
    known = _known_labels(report, table)
    taken = [line.span for line in (*table.rows, *table.columns) if line.span]
    taken += [figure.span for figure in table.figures.values() if figure.span]
    for one in report.document.tables():
        for cell in one.cells:
            text = fold(report.document.quote(cell.span))
            if cell.span not in table.span or cell.tables or _FIGURE.fullmatch(text):
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


def _neighbours(lines: tuple[FoundLine, ...], line: FoundLine) -> tuple[int, int | None]:
    """The end of the label before and the start of the label after."""
    at = lines.index(line)
    before = [one.span.end for one in lines[:at] if one.span]
    after = [one.span.start for one in lines[at + 1 :] if one.span]
    return (before[-1] if before else 0), (after[0] if after else None)
