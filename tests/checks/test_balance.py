"""Sums of table cells: what is printed must add up, what is blank may hold the difference (standing clause d)."""

from collections.abc import Mapping

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tables_by_hand import OUTCOMES, PEOPLE, report, with_line, without_tables

from shenyue.checks.balance import balance
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.form import CellKey
from shenyue.report import LineState, Report

Cells = Mapping[CellKey, str | int]
ROWS = ("new", "old", *OUTCOMES, "done", "open")


def balanced(people: Mapping[str, tuple[int, int, int, int]]) -> dict[CellKey, str | int]:
    """A table in which everything adds up: for each applicant (granted, denied, carried in, carried out)."""
    cells: dict[CellKey, int] = {}
    for person, (granted, denied, old, left_over) in people.items():
        done = granted + denied
        extra = max(old - done - left_over, 0)
        figures = (done + left_over + extra - old, old, granted, denied, done, left_over + extra)
        cells |= {(row, person): figure for row, figure in zip(ROWS, figures, strict=True)}
    for row in ROWS:
        cells[row, "sum"] = sum(cells[row, person] for person in PEOPLE)
    return dict(cells)


def rows(of: Report) -> list[Outcome]:
    return list(balance(of, table="cases", along="rows", left=PEOPLE, right=("sum",)))


def outcomes(of: Report) -> list[Outcome]:
    return list(
        balance(
            of,
            table="cases",
            along="columns",
            left=("outcomes",),
            right=("done",),
            sum_column="sum",
            sum_of=PEOPLE,
        )
    )


def carry(of: Report) -> list[Outcome]:
    return list(
        balance(
            of,
            table="cases",
            along="columns",
            left=("new", "old"),
            right=("done", "open"),
            sum_column="sum",
            sum_of=PEOPLE,
        )
    )


def every(of: Report) -> list[Outcome]:
    return [*rows(of), *outcomes(of), *carry(of)]


counts = st.integers(0, 500)
tables = st.fixed_dictionaries({person: st.tuples(counts, counts, counts, counts) for person in PEOPLE}).map(
    balanced
)


@given(tables)
def test_a_balanced_table_passes_everywhere(cells: Cells) -> None:
    assert all(isinstance(outcome, Passed) for outcome in every(report(cells)))


@given(tables, st.sampled_from(ROWS), st.sampled_from((*PEOPLE, "sum")), st.integers(1, 50))
def test_one_wrong_cell_is_always_found(cells: Cells, row: str, column: str, by: int) -> None:
    wrong = {**cells, (row, column): int(cells[row, column]) + by}

    assert any(isinstance(outcome, Hit) for outcome in every(report(wrong)))


@given(tables, st.sets(st.tuples(st.sampled_from(ROWS), st.sampled_from((*PEOPLE, "sum"))), max_size=12))
def test_blanks_never_make_a_finding(cells: Cells, blanks: set[CellKey]) -> None:
    of = report({key: "" if key in blanks else value for key, value in cells.items()})

    assert not any(isinstance(outcome, Hit) for outcome in every(of))


SMALL = balanced({"person": (3, 2, 1, 4), "company": (0, 0, 0, 0)})


def test_a_finding_shows_each_term_with_its_cell() -> None:
    of = report({**SMALL, ("new", "sum"): 9})

    (hit,) = (outcome for outcome in rows(of) if isinstance(outcome, Hit))
    assert hit.formula == "自然人 8 + 商业企业 0 = 8 ≠ 总计 9，差 1"
    assert [(operand.name, operand.value) for operand in hit.operands] == [
        ("自然人", "8"),
        ("商业企业", "0"),
        ("总计", "9"),
    ]
    assert hit.span is not None
    assert of.document.quote(hit.span) == "9"
    assert str(hit.cell) == "cases.new.sum"


def test_a_blank_operand_counts_as_nothing_and_says_so() -> None:
    of = report({**SMALL, ("new", "company"): ""})

    assert {outcome.note for outcome in rows(of) if isinstance(outcome, Passed)} == {"", "空白格按0计"}


def test_a_blank_total_cannot_be_checked() -> None:
    of = report({**SMALL, ("new", "sum"): ""})

    (unchecked,) = (outcome for outcome in rows(of) if isinstance(outcome, Unchecked))
    assert unchecked.reason == "总计栏空白"


def test_printed_operands_above_the_total_are_wrong_even_with_blanks() -> None:
    of = report({**SMALL, ("new", "company"): "", ("new", "sum"): 7})

    assert [outcome.name for outcome in rows(of) if isinstance(outcome, Hit)] == ["new"]


def test_a_blank_operand_may_hold_what_is_missing() -> None:
    of = report({**SMALL, ("new", "company"): "", ("new", "sum"): 9})

    (unchecked,) = (outcome for outcome in rows(of) if isinstance(outcome, Unchecked))
    assert "差额可能在空白格内" in unchecked.reason


def test_the_column_of_totals_uses_the_row_where_its_cell_is_blank() -> None:
    blank = {(row, "sum"): "" for row in OUTCOMES}

    assert all(isinstance(outcome, Passed) for outcome in outcomes(report({**SMALL, **blank})))


@pytest.mark.parametrize("raw", ["约8", "?", "八"])
def test_what_is_no_exact_figure_cannot_be_added(raw: str) -> None:
    of = report({**SMALL, ("new", "person"): raw + ("件" if raw.startswith("约") else "")})

    assert not any(isinstance(outcome, Hit) for outcome in rows(of))
    assert any(isinstance(outcome, Unchecked) for outcome in rows(of))


def test_a_stroke_counts_as_nothing() -> None:
    of = report({**SMALL, ("new", "company"): "-"})

    assert all(isinstance(outcome, Passed) for outcome in rows(of))


@pytest.mark.parametrize("state", [LineState.MISSING, LineState.UNSURE])
def test_a_line_that_is_not_sure_is_not_judged(state: LineState) -> None:
    of = with_line(report({**SMALL, ("denied", "person"): 99}), "denied", state)

    assert not any(isinstance(outcome, Hit) for outcome in outcomes(of))


def test_a_report_without_the_table_is_not_judged() -> None:
    (outcome,) = rows(without_tables(report(SMALL)))
    assert isinstance(outcome, Unchecked)
