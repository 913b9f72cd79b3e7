"""The contract `shenyue.review/1`: reviews as JSON (shared design, Contracts that stay stable)."""

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict
from decimal import Decimal

from shenyue.checks.equations import shown
from shenyue.checks.figures.comparing import compare
from shenyue.decisions import Decision
from shenyue.findings import Finding, ItemState, LedgerEntry, LedgerItem, Operand, Severity
from shenyue.output.failure import Failure
from shenyue.report import FormTable, Report
from shenyue.review import Review
from shenyue.statements import ProseFigure
from shenyue.waivers import Notice, Waived

SCHEMA = "shenyue.review/1"

Json = dict[str, object]


def fragment(review: Review) -> str:
    """One report of the document, a key of it a line: to indent all of it takes as long as half a review."""
    lines = (f'"{key}": {json.dumps(value, ensure_ascii=False)}' for key, value in _report(review).items())
    return "{" + ",\n".join(lines) + "}"


def join(
    fragments: Iterable[str], failures: Sequence[Failure], notices: Sequence[Notice] = ()
) -> Iterator[str]:
    """The whole document, written as the reports come; `failures` and `notices` are read last."""
    yield f'{{"schema": "{SCHEMA}",\n"reports": ['
    for number, report in enumerate(fragments):
        yield (",\n" if number else "\n") + report
    broken = [{"path": failure.path, "error": failure.sentence} for failure in failures]
    told = [{"file": str(one.file), "line": one.line, "text": one.sentence} for one in notices]
    yield f'],\n"failures": {json.dumps(broken, ensure_ascii=False, indent=1)},\n'
    yield f'"notices": {json.dumps(told, ensure_ascii=False, indent=1)}}}\n'


def _report(review: Review) -> Json:
    report, source = review.report, review.report.document.source
    return {
        "path": str(review.path),
        "format": source.format,
        "sha256": source.sha256,
        "title": report.title,
        "unit": report.unit,
        "year": report.year,
        "form": report.form.version if report.form else None,
        "pack": {"id": review.pack.id, "version": review.pack.version, "chosen_by": review.choice.chosen_by},
        "summary": {severity.value: review.count(severity) for severity in Severity},
        "tables": {key: table_values(table) for key, table in report.tables.items()},
        "ledger": [_entry(entry) for entry in review.ledger],
        "figures": [_figure(report, figure) for figure in report.figures if figure.cells is not None],
        "findings": [_finding(finding, review.decisions.get(finding.key)) for finding in review.findings],
        "waived": [_waived(one, review.decisions.get(one.finding.key)) for one in review.waived],
        "unread": [
            {"what": unread.what, "reason": unread.reason, "place": unread.place}
            for unread in report.document.unread
        ],
    }


def table_values(table: FormTable) -> dict[str, dict[str, int | float | None]]:
    """The figures of a table by row and column; None where blank."""
    rows: dict[str, dict[str, int | float | None]] = {}
    for (row, column), figure in table.figures.items():
        rows.setdefault(row, {})[column] = _number(figure.value)
    return rows


def _figure(report: Report, figure: ProseFigure) -> Json:
    """A figure of the prose with the cells that it speaks of; of several readings, the one that it equals."""
    comparison = compare(report, figure)
    cells = comparison.summed.cells if comparison.summed else figure.cells
    return {
        "quote": report.document.quote(figure.span),
        "value": shown(figure.value),
        "table": cells.table if cells else None,
        "rows": list(cells.rows) if cells else [],
        "columns": list(cells.columns) if cells else [],
        "state": comparison.state.value,
        "start": figure.span.start,
        "end": figure.span.end,
    }


def _number(value: Decimal | None) -> int | float | None:
    if value is None:
        return None
    return int(value) if value == value.to_integral_value() else float(value)


def _entry(entry: LedgerEntry) -> Json:
    return {
        "rule": entry.rule,
        "state": entry.state.value,
        "passed": entry.count(ItemState.PASSED),
        "failed": entry.count(ItemState.FAILED),
        "unchecked": entry.count(ItemState.UNCHECKED),
        "reason": entry.reason,
        "items": [_item(item) for item in entry.items],
    }


def _item(item: LedgerItem) -> Json:
    operands = [_operand(operand) for operand in item.operands]
    return {"name": item.name, "state": item.state.value, "operands": operands, "note": item.note}


def _operand(operand: Operand) -> Json:
    span = operand.span
    return {
        "name": operand.name,
        "value": operand.value,
        "start": span.start if span else None,
        "end": span.end if span else None,
    }


def _waived(waived: Waived, decision: Decision | None) -> Json:
    """A finding that is let pass: as any other, with the reason."""
    expires = waived.expires.isoformat() if waived.expires else None
    why = {"source": waived.source, "reason": waived.reason, "person": waived.person, "expires": expires}
    return _finding(waived.finding, decision) | {"waiver": why}


def _finding(finding: Finding, decision: Decision | None) -> Json:
    place = finding.place
    return {
        "key": finding.key,
        "rule": finding.rule,
        "title": finding.title,
        "severity": finding.severity.value,
        "message": finding.message,
        "quote": finding.quote,
        "place": {name: getattr(place, name) for name in place.__slots__},
        "operands": [_operand(operand) for operand in finding.operands],
        "suggestion": finding.suggestion,
        "basis": list(finding.basis),
        "decision": asdict(decision) if decision else None,
    }
