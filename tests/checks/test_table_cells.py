"""Blank cells and cells that are no plain count."""

import pytest
from tables_by_hand import PEOPLE, report, with_line, without_tables

from shenyue.checks.cells import blank_cells, cell_readings
from shenyue.checks.equations import Equation
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.form import CellKey
from shenyue.report import LineState, Report

ROWS = ("new", "old", "granted", "denied", "done", "open")
COLUMNS = (*PEOPLE, "sum")
ZEROS: dict[CellKey, str | int] = {(row, column): 0 for row in ROWS for column in COLUMNS}
SUM = Equation("cases", "rows", PEOPLE, ("sum",))


def readings(of: Report, *, decimals: tuple[str, ...] = (), negatives: tuple[str, ...] = ()) -> list[Outcome]:
    return list(cell_readings(of, decimals=decimals, negatives=negatives))


def the_hit(outcomes: list[Outcome]) -> Hit:
    (hit,) = (outcome for outcome in outcomes if isinstance(outcome, Hit))
    return hit


def test_blanks_of_a_table_are_one_finding_and_named_by_row() -> None:
    of = report({**ZEROS, ("new", "person"): "", ("new", "company"): "　", ("open", "sum"): ""})

    hit = the_hit(list(blank_cells(of, equations=(SUM,))))
    assert hit.values["count"] == "3"
    assert hit.values["cells"] == "“一、新收”行的自然人、商业企业；“四、结转”行的总计"
    assert str(hit.cell) == "cases.."
    assert hit.span is not None
    assert of.document.quote(hit.span) == "一、新收"


def test_no_more_than_ten_blanks_are_named() -> None:
    hit = the_hit(list(blank_cells(report({}))))
    assert hit.values["count"] == "18"
    assert hit.values["cells"].endswith("等")
    assert sum(hit.values["cells"].count(name) for name in ("自然人", "商业企业", "总计")) == 10


def test_a_blank_that_may_hold_a_difference_is_told() -> None:
    of = report({**ZEROS, ("new", "person"): "", ("new", "sum"): 4})

    hit = the_hit(list(blank_cells(of, equations=(SUM,))))
    assert hit.variant == "difference"
    assert hit.values["difference"] == "“一、新收”一行空白格按0计时，与“总计”核对相差4"


def test_cells_of_a_missing_row_are_not_blank() -> None:
    of = with_line(
        report({key: raw for key, raw in ZEROS.items() if key[0] != "old"}), "old", LineState.MISSING
    )

    assert list(blank_cells(of)) == [Passed("cases")]


def test_what_was_not_read_is_said() -> None:
    of = without_tables(report(ZEROS))
    assert [type(outcome) for outcome in (*blank_cells(of), *readings(of))] == [Unchecked, Unchecked]


@pytest.mark.parametrize(
    ("raw", "variant"),
    [
        ("八", ""),
        ("-1", "negative"),
        ("1.5", "decimal"),
        ("约8件", "approximate"),
        ("8元", "noted"),
        ("/", "nothing"),
    ],
)
def test_what_is_no_plain_count_is_shown_at_its_cell(raw: str, variant: str) -> None:
    of = report({**ZEROS, ("old", "company"): raw})

    hit = the_hit(readings(of))
    assert (hit.variant, hit.certain) == (variant, True)
    assert hit.span is not None
    assert of.document.quote(hit.span) == raw
    assert str(hit.cell) == "cases.old.company"


def test_a_broken_number_is_asked_about() -> None:
    assert not the_hit(readings(report({**ZEROS, ("old", "company"): "?"}))).certain


def test_decimals_and_negatives_are_right_where_the_rule_says_so() -> None:
    of = report({**ZEROS, ("old", "company"): "-8", ("new", "person"): "0.5"})

    assert readings(of, decimals=("cases",), negatives=("cases.company",)) == [Passed("cases")]
    assert len([one for one in readings(of, negatives=("cases.person",)) if isinstance(one, Hit)]) == 2


def test_many_marks_for_nothing_are_one_finding() -> None:
    three = report({**ZEROS, **{("new", column): "/" for column in COLUMNS}})
    four = report({**ZEROS, **{("new", column): "/" for column in COLUMNS}, ("old", "sum"): "-"})

    assert [one.variant for one in readings(three) if isinstance(one, Hit)] == ["nothing"] * 3
    assert (the_hit(readings(four)).variant, the_hit(readings(four)).values["count"]) == ("several", "4")
