"""Table figures drawn at random, balanced by construction: only what is free is drawn, the rest follows from the form."""

import random
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from tools.corpora.units import Unit

Figures = dict[str, Decimal]
"""By address `table.row.column`."""

COLUMNS = ("natural_person", "company", "research", "charity", "legal_service", "other")
OUTCOMES: Mapping[str, float] = {
    "granted": 40,
    "partly_granted": 8,
    "denied_state_secret": 0.5,
    "denied_law": 1,
    "denied_safety": 1,
    "denied_third_party": 3,
    "denied_internal": 4,
    "denied_process": 4,
    "denied_enforcement_file": 2,
    "denied_inquiry": 2,
    "unavailable_not_held": 18,
    "unavailable_needs_making": 4,
    "unavailable_unclear": 2,
    "unprocessed_petition": 5,
    "unprocessed_repeat": 2,
    "unprocessed_publication": 1,
    "unprocessed_excessive": 1,
    "unprocessed_reconfirm": 1,
    "other_no_correction": 2,
    "other_no_payment": 0.3,
    "other": 2,
}
"""How often a case ends so, out of about a hundred."""
_NOT_2019 = ("other_no_correction", "other_no_payment")
_REVIEWS = {"upheld": 60, "corrected": 15, "other": 10, "pending": 15}
_SUITS = {"upheld": 70, "other": 15, "pending": 15}
"""No corrected ones: the wordings have no sentence that owns up to a lost suit, and silence on it is a fault (C704)."""
_CASES = {
    "street": (0, 14),
    "town": (0, 10),
    "department": (0, 60),
    "office": (2, 90),
    "county": (10, 160),
    "city": (80, 900),
    "province": (200, 1600),
    "ministry": (60, 1300),
}
"""New cases in a year."""
_SMALL = frozenset({"street", "town", "department"})
_NONE = 0.35
"""Share of small units without a single case."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the figures must be, where something depends on it; the rest is drawn."""

    values: Mapping[str, Decimal] = field(default_factory=dict)
    """By placeholder: new, carried_in, carried_out, handled, reviews, penalties, fees."""
    carried_out: Mapping[str, int] | None = None
    """By column: what the report of the year after carries in."""
    in_force: Mapping[str, Decimal] = field(default_factory=dict)
    """By row of regulations."""


def draw_figures(draw: random.Random, unit: Unit, form: str, given: Given) -> Figures:
    """Figures of every table of a form; what is 0 or follows from others is left out."""
    figures = _applications(draw, unit.kind, form, given)
    decided = any(figures.values())
    figures |= _disputes(draw, unit.kind, given, decided=decided)
    figures |= _table_two_2019(draw, unit) if form == "2019" else _table_two(draw, unit, given)
    if "penalties" in given.values:
        figures["enforcement.penalties.decisions"] = given.values["penalties"]
    return {address: figure for address, figure in figures.items() if figure}


def _applications(draw: random.Random, kind: str, form: str, given: Given) -> Figures:
    new, carried_in, carried_out = _counts(draw, kind, given)
    received = _by_column(draw, new)
    continued = _by_column(draw, carried_in)
    left = (
        dict(given.carried_out)
        if given.carried_out is not None
        else _left(draw, received + continued, carried_out)
    )
    for column, count in left.items():
        received[column] += max(0, count - received[column] - continued[column])
    figures: Figures = {}
    for column in COLUMNS:
        figures[f"applications.new.{column}"] = Decimal(received[column])
        figures[f"applications.carried_in.{column}"] = Decimal(continued[column])
        pool = received[column] + continued[column] - left.get(column, 0)
        for outcome, count in _outcomes(draw, form, pool).items():
            figures[f"applications.{outcome}.{column}"] = Decimal(count)
    _at_most_one_unpaid(figures)
    return figures


def _at_most_one_unpaid(figures: Figures) -> None:
    """Part six can own up to one notice that was not paid; further ones ended otherwise."""
    unpaid = [f"applications.other_no_payment.{column}" for column in COLUMNS]
    for number, address in enumerate(address for address in unpaid if figures.get(address)):
        excess = figures[address] - (0 if number else 1)
        figures[address] -= excess
        other = address.replace("other_no_payment", "other")
        figures[other] = figures.get(other, Decimal(0)) + excess


def _counts(draw: random.Random, kind: str, given: Given) -> tuple[int, int, int]:
    """New, carried in, carried out."""
    low, high = _CASES[kind]
    empty = kind in _SMALL and draw.random() < _NONE
    new = 0 if empty else draw.randint(low, draw.randint(max(low, 1), high))
    most = max(3, new // 12)
    carried_in = 0 if empty or draw.random() < 0.55 else draw.randint(1, most)  # noqa: PLR2004 - a share
    carried_out = 0 if draw.random() < 0.55 else min(draw.randint(1, most), new)  # noqa: PLR2004 - a share
    new = int(given.values.get("new", new))
    carried_in = int(given.values.get("carried_in", carried_in))
    carried_out = int(given.values.get("carried_out", min(carried_out, new)))
    if "handled" in given.values:
        new = max(0, int(given.values["handled"]) + carried_out - carried_in)
    return new, carried_in, carried_out


def _by_column(draw: random.Random, count: int) -> Counter[str]:
    if count < 3 or draw.random() < 0.3:  # noqa: PLR2004 - few cases, mostly by people
        return Counter({"natural_person": count})
    return Counter(draw.choices(COLUMNS, weights=(80, 13, 1, 1, 3, 2), k=count))


def _left(draw: random.Random, pool: Counter[str], count: int) -> dict[str, int]:
    taken = Counter(draw.sample(sorted(pool.elements()), min(count, pool.total())))
    return dict(taken)


def _outcomes(draw: random.Random, form: str, count: int) -> Counter[str]:
    weights = {key: weight for key, weight in OUTCOMES.items() if form != "2019" or key not in _NOT_2019}
    return Counter(draw.choices(tuple(weights), weights=tuple(weights.values()), k=count))


def _disputes(draw: random.Random, kind: str, given: Given, *, decided: bool) -> Figures:
    most = 3 if kind in _SMALL else max(4, _CASES[kind][1] // 12)
    drawn = draw.randint(0, most) if decided and draw.random() < 0.5 else 0  # noqa: PLR2004 - a share
    reviews = int(given.values.get("reviews", drawn))
    figures = _decided(draw, "review", _REVIEWS, reviews)
    for row in ("suit_direct", "suit_after_review"):
        suits = draw.randint(0, max(1, most // 2)) if decided and draw.random() < 0.35 else 0  # noqa: PLR2004 - a share
        figures |= _decided(draw, row, _SUITS, suits)
    return figures


def _decided(draw: random.Random, row: str, weights: Mapping[str, int], count: int) -> Figures:
    counts = Counter(draw.choices(tuple(weights), weights=tuple(weights.values()), k=count))
    return {f"disputes.{row}.{result}": Decimal(number) for result, number in counts.items()}


def _table_two(draw: random.Random, unit: Unit, given: Given) -> Figures:
    figures: Figures = {}
    for row, in_force in (("rules", _rules(draw, unit)), ("normative", _normative(draw, unit.kind))):
        made, repealed, force = in_force
        last = given.in_force.get(row)
        force = int(last) if last is not None else force + made
        figures[f"regulations.{row}.made"] = Decimal(min(made, force))
        figures[f"regulations.{row}.repealed"] = Decimal(repealed)
        figures[f"regulations.{row}.in_force"] = Decimal(force)
    figures |= _decisions(draw, unit.kind)
    figures["fees.fees.amount"] = given.values.get("fees", _amount(draw, unit.kind))
    return figures


def _rules(draw: random.Random, unit: Unit) -> tuple[int, int, int]:
    """Made, repealed, in force before: only who may make rules has any."""
    speaks_for = unit.kind in {"city", "province", "ministry"} or (
        unit.kind == "office" and unit.name.startswith(("江陵省", "临川市", "滨江市", "海棠市"))
    )
    if not speaks_for:
        return 0, 0, 0
    return draw.randint(0, 5), draw.randint(0, 2), draw.randint(8, 60)


def _normative(draw: random.Random, kind: str) -> tuple[int, int, int]:
    if kind in {"street", "town"} and draw.random() < 0.7:  # noqa: PLR2004 - a share
        return 0, 0, 0
    most = 4 if kind in _SMALL else 24
    return draw.randint(0, most), draw.randint(0, most // 2), draw.randint(most, most * 8)


def _decisions(draw: random.Random, kind: str) -> Figures:
    most = {"street": 900, "town": 300, "department": 3000, "office": 0}.get(kind, 90000)
    rows = ("permits.permits", "enforcement.penalties", "enforcement.coercion")
    return {
        f"{row}.decisions": Decimal(draw.randint(1, most) if most and draw.random() < 0.5 else 0)  # noqa: PLR2004 - a share
        for row in rows
    }


def _amount(draw: random.Random, kind: str) -> Decimal:
    """万元."""
    if kind in {"street", "town", "office"} or draw.random() < 0.4:  # noqa: PLR2004 - a share
        return Decimal(0)
    return Decimal(draw.randint(1, 5_000_000)).scaleb(-draw.randint(1, 4))


def _table_two_2019(draw: random.Random, unit: Unit) -> Figures:
    figures: Figures = {}
    for row, (made, _, before) in (("rules", _rules(draw, unit)), ("normative", _normative(draw, unit.kind))):
        figures[f"regulations.{row}.newly_made"] = Decimal(made)
        figures[f"regulations.{row}.newly_public"] = Decimal(made)
        figures[f"regulations.{row}.total_public"] = Decimal(made + before)
    figures |= _decisions(draw, unit.kind)
    for row in (
        "permits.permits",
        "permits.other_services",
        "enforcement.penalties",
        "enforcement.coercion",
        "fees.fees",
    ):
        figures |= _projects(draw, row, figures.get(f"{row}.decisions", Decimal(0)))
    figures["procurement.procurement.items"] = Decimal(draw.randint(0, 30))
    if figures["procurement.procurement.items"]:
        figures["procurement.procurement.amount"] = Decimal(draw.randint(100, 900_000)).scaleb(-2)
    return figures


def _projects(draw: random.Random, row: str, decisions: Decimal) -> Figures:
    """Projects last year and their change, which decisions have nothing to do with; never so that one might think so."""
    last = draw.randint(0, 40)
    change = draw.randint(-min(last, 6), 6)
    if change and last + change == decisions:
        change = 0
    return {f"{row}.last_year": Decimal(last), f"{row}.change": Decimal(change)}
