"""The equations of the form, reckoned anew after an edit: which rules are due on what is then printed. Own arithmetic, not the program's."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from shenyue.report import Form
from tools.corpora.figures import COLUMNS

Printed = Mapping[str, str]
"""Raw text by address."""
_ALL = (*COLUMNS, "total")
_RESULTS = ("upheld", "corrected", "other", "pending")


def broken(form: Form, cells: Printed) -> frozenset[str]:
    """The rules T311–T314 that what is printed breaks; equations with text for a figure, or with an empty total, count as sound."""
    return frozenset(rule for rule, left, right in _equations(form, cells) if _unequal(left, right))


def _equations(form: Form, cells: Printed) -> Iterator[tuple[str, list[str], list[str]]]:
    def row(table: str, name: str, columns: tuple[str, ...]) -> list[str]:
        return [cells.get(f"{table}.{name}.{column}", "0") for column in columns]

    layout = form.layout("applications")
    outcomes = form.groups["outcomes"]
    for line in layout.rows:
        yield "T311", row("applications", line.key, COLUMNS), row("applications", line.key, ("total",))
    for column in _ALL:
        done = [cells.get(f"applications.{name}.{column}", "0") for name in outcomes]
        yield "T312", done, row("applications", "total", (column,))
        received = [cells.get(f"applications.{name}.{column}", "0") for name in ("new", "carried_in")]
        ended = [cells.get(f"applications.{name}.{column}", "0") for name in ("total", "carried_out")]
        yield "T313", received, ended
    for name in ("review", "suit_direct", "suit_after_review"):
        yield "T314", row("disputes", name, _RESULTS), row("disputes", name, ("total",))


def _unequal(left: list[str], right: list[str]) -> bool:
    if "" in right:
        return False
    try:
        return _total(left) != _total(right)
    except InvalidOperation:
        return False


def _total(cells: list[str]) -> Decimal:
    return sum((Decimal(cell.strip() or "0") for cell in cells), Decimal(0))
