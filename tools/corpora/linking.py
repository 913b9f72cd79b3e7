"""The figures of blind reports beside the cells that they speak of: `python -m tools.corpora.linking [figures3 …] [--misses]`."""

import json
import sys
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from shenyue.form import Form
from shenyue.report import Report
from shenyue.review import Order, open_review
from shenyue.statements import CellSum, ProseFigure

CORPORA = Path(__file__).resolve().parent.parent.parent / "corpora"
Case = Mapping[str, Any]
Cells = frozenset[tuple[str, str, str]]


@dataclass(frozen=True, slots=True)
class Linked:
    """One figure of the prose, as labelled and as read."""

    case: Case
    verdict: str
    """right, unlinked, wrong (other cells), loose (linked though it speaks of no cell), left (rightly not linked)."""
    said: str = ""
    """What it was linked to."""


def judged(folder: Path) -> Iterator[Linked]:
    """Every case of the corpus."""
    cases = [json.loads(line) for line in (folder / "cases.jsonl").read_text("utf-8").splitlines()]
    reports = {
        name: open_review(folder / name, Order(district="national")).report
        for name in sorted({case["report"] for case in cases})
    }
    for case in cases:
        yield _judged(case, reports[case["report"]])


def _judged(case: Case, report: Report) -> Linked:
    text = report.document.text
    start = text.index(case["quote"])
    end = start + len(case["quote"])
    inside = [
        one
        for one in report.figures
        if one.cells and start <= one.amount.start and one.amount.end <= end and _same_value(case, one)
    ]
    if not inside:
        return Linked(case, "unlinked" if case["table"] else "left")
    figure = inside[0]
    assert figure.cells is not None and report.form is not None  # noqa: S101, PT018 - for the type checker
    said = f"{figure.cells.table} {'+'.join(figure.cells.rows)} {'+'.join(figure.cells.columns)}"
    if not case["table"]:
        return Linked(case, "loose", said)
    fair = [_of_case(one, report.form) for one in (case, *case.get("also", ()))]
    read = [_of_sum(one, report.form) for one in (figure.cells, *figure.also)]
    return Linked(case, "right" if set(fair) & set(read) else "wrong", said)


def _same_value(case: Case, figure: ProseFigure) -> bool:
    """In the unit of the table or as printed."""
    value = Decimal(str(case["value"]).replace(",", ""))
    return value in (figure.value, figure.value * 10_000, figure.value / 10_000)


def _of_case(case: Case, form: Form) -> Cells:
    return _cells(case["table"], case["rows"], case["columns"], form)


def _of_sum(cells: CellSum, form: Form) -> Cells:
    return _cells(cells.table, cells.rows, cells.columns, form)


def _cells(table: str, rows: Any, columns: Any, form: Form) -> Cells:
    every = [one for row in rows for one in form.groups.get(row, (row,))]
    return frozenset((table, row, column) for row in every for column in columns)


def main() -> int:
    """Print the counts, and with --misses what is not as labelled."""
    names = [word for word in sys.argv[1:] if word != "--misses"] or ["figures2"]
    for name in names:
        found = list(judged(CORPORA / name))
        counts = Counter(one.verdict for one in found)
        of_cells = sum(bool(one.case["table"]) for one in found)
        print(
            f"{name}: {counts['right']}/{of_cells} linked rightly, {counts['unlinked']} not linked, {counts['wrong']} to other cells; "
            f"{counts['loose']} of {len(found) - of_cells} that speak of no cell were linked"
        )
        if "--misses" in sys.argv:
            _print_misses(found)
    return 0


def _print_misses(found: list[Linked]) -> None:
    for one in found:
        if one.verdict not in {"right", "left"}:
            wanted = (one.case.get("table"), one.case.get("rows"), one.case.get("columns"))
            print(f"{one.verdict}: {one.case['report']} {one.case['quote']} → {wanted} read as: {one.said}")


if __name__ == "__main__":
    sys.exit(main())
