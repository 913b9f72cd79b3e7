"""The equations of the form, reckoned anew after an edit: which rules are due on what is then printed. Own arithmetic, not the program's."""

from collections.abc import Iterator, Mapping
from decimal import Decimal, InvalidOperation

from shenyue.form import Form
from tools.corpora.figures import COLUMNS

Printed = Mapping[str, str]
"""Raw text by address."""
_ALL = (*COLUMNS, "total")
_RESULTS = ("upheld", "corrected", "other", "pending")


def broken(form: Form, cells: Printed) -> frozenset[tuple[str, str]]:
    """Rule (T311–T314) and address of every cell in an equation that what is printed breaks.

    Equations with text for a figure, or with an empty total, count as sound.
    """
    return frozenset(
        (rule, address)
        for rule, left, right in _equations(form)
        if _unequal([cells.get(each, "0") for each in left], [cells.get(each, "0") for each in right])
        for address in (*left, *right)
    )


def _equations(form: Form) -> Iterator[tuple[str, list[str], list[str]]]:
    """Rule, and the addresses on either side."""
    for line in form.layout("applications").rows:
        row = f"applications.{line.key}"
        yield "T311", [f"{row}.{column}" for column in COLUMNS], [f"{row}.total"]
    for column in _ALL:
        outcomes = [f"applications.{name}.{column}" for name in form.groups["outcomes"]]
        done, left = f"applications.total.{column}", f"applications.carried_out.{column}"
        yield "T312", outcomes, [done]
        yield "T313", [f"applications.{name}.{column}" for name in ("new", "carried_in")], [done, left]
    for name in ("review", "suit_direct", "suit_after_review"):
        yield "T314", [f"disputes.{name}.{result}" for result in _RESULTS], [f"disputes.{name}.total"]


def _unequal(left: list[str], right: list[str]) -> bool:
    if "" in right:
        return False
    try:
        return _total(left) != _total(right)
    except InvalidOperation:
        return False


def _total(cells: list[str]) -> Decimal:
    return sum((Decimal(cell.strip() or "0") for cell in cells), Decimal(0))
