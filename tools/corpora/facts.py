"""What the placeholders of a report stand for: the very figures of its tables, its years and its names."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from shenyue.form import Form
from shenyue.samples.figures import computed_figures
from tools.corpora.figures import Figures
from tools.corpora.units import Unit

_CASE_ROWS = {
    "new": ("new",),
    "carried_in": ("carried_in",),
    "handled": ("total",),
    "carried_out": ("carried_out",),
    "granted": ("granted",),
    "partly": ("partly_granted",),
    "denied": ("denied",),
    "unavailable": ("unavailable",),
    "unprocessed": ("unprocessed",),
    "other": ("other_handling",),
}
_CELLS = {
    "2021": {
        "rules_made": "regulations.rules.made",
        "normative_made": "regulations.normative.made",
        "normative_repealed": "regulations.normative.repealed",
        "normative_in_force": "regulations.normative.in_force",
        "fees": "fees.fees.amount",
    },
    "2019": {
        "rules_made": "regulations.rules.newly_made",
        "normative_made": "regulations.normative.newly_made",
    },
}
_BOTH = {
    "permits": "permits.permits.decisions",
    "penalties": "enforcement.penalties.decisions",
    "coercion": "enforcement.coercion.decisions",
}
ORGANISATIONS = ("company", "research", "charity", "legal_service", "other")


def facts_of(unit: Unit, short: str, year: int, form: Form, figures: Figures) -> Mapping[str, Any]:
    """The placeholders by name and the cells by address; a quantity that the form does not ask for is not in it."""
    cells = clean_cells(form, figures)
    words = {
        "unit": unit.name,
        "short": short,
        "place": unit.place,
        "site": unit.site,
        "account": unit.account,
        "year": str(year),
        "last_year": str(year - 1),
        "next_year": str(year + 1),
    }
    return {**cells, **_cases(form, cells), **_disputes(cells), **_named(form, cells), **words}


def clean_cells(form: Form, figures: Figures) -> dict[str, Decimal]:
    """The figure of every cell of a form by address."""
    return {
        f"{table}.{row}.{column}": figure
        for table, found in computed_figures(form, figures).items()
        for (row, column), figure in found.items()
    }


def _cases(form: Form, cells: Mapping[str, Decimal]) -> dict[str, Decimal]:
    def total(rows: tuple[str, ...], columns: tuple[str, ...]) -> Decimal:
        members = [row for name in rows for row in form.groups.get(name, (name,))]
        return sum(
            (cells[f"applications.{row}.{column}"] for row in members for column in columns), Decimal(0)
        )

    found = {name: total(rows, ("total",)) for name, rows in _CASE_ROWS.items()}
    found["natural"] = total(("new",), ("natural_person",))
    found["organisations"] = total(("new",), ORGANISATIONS)
    return found


def _disputes(cells: Mapping[str, Decimal]) -> dict[str, Decimal]:
    def both(column: str) -> Decimal:
        return cells[f"disputes.suit_direct.{column}"] + cells[f"disputes.suit_after_review.{column}"]

    return {
        "reviews": cells["disputes.review.total"],
        "review_upheld": cells["disputes.review.upheld"],
        "review_corrected": cells["disputes.review.corrected"],
        "suits": both("total"),
        "suit_upheld": both("upheld"),
    }


def _named(form: Form, cells: Mapping[str, Decimal]) -> dict[str, Decimal]:
    return {name: cells[address] for name, address in (_CELLS[form.version] | _BOTH).items()}
