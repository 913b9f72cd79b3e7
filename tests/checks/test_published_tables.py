"""The tables of the two published reports give what a reviewer found in them, and nothing else."""

from collections import Counter
from pathlib import Path

import pytest

from shenyue.findings import ItemState, Severity
from shenyue.review import Order, Review, open_review

TABLE_RULES = Order(select=("T",))


@pytest.fixture(scope="module")
def street(shared_reports: Path) -> Review:
    return open_review(shared_reports / "dashilan-2023.txt", TABLE_RULES)


@pytest.fixture(scope="module")
def office(shared_reports: Path) -> Review:
    return open_review(shared_reports / "shanghai-office-2019.html", TABLE_RULES)


def passed(review: Review) -> dict[str, tuple[int, int, int]]:
    return {
        entry.rule: (
            entry.count(ItemState.PASSED),
            entry.count(ItemState.FAILED),
            entry.count(ItemState.UNCHECKED),
        )
        for entry in review.ledger
    }


def test_the_street_has_blank_cells_in_four_blocks(street: Review) -> None:
    found = [(finding.rule, finding.place.table, finding.severity) for finding in street.findings]
    assert found == [
        ("T303", table, Severity.WARNING) for table in ("regulations", "permits", "enforcement", "fees")
    ]


def test_every_sum_of_the_street_is_checked_and_clean(street: Review) -> None:
    counts = passed(street)
    assert [counts[rule] for rule in ("T311", "T312", "T313", "T314")] == [
        (25, 0, 0),
        (7, 0, 0),
        (7, 0, 0),
        (3, 0, 0),
    ]


def test_every_cell_of_table_three_is_read(street: Review) -> None:
    figures = street.report.tables["applications"].figures
    assert len(figures) == 25 * 7
    assert all(figure.value is not None for figure in figures.values())


def test_the_office_has_no_wrong_sum(office: Review) -> None:
    assert Counter((finding.rule, finding.severity.value) for finding in office.findings) == {
        ("T303", "warning"): 2,
        ("T304", "info"): 1,
    }


def test_blank_totals_of_the_office_are_told_not_judged(office: Review) -> None:
    counts = passed(office)
    assert all(counts[rule][1] == 0 for rule in ("T311", "T312", "T313", "T314"))
    assert counts["T311"][2] > 0


@pytest.mark.parametrize(
    "name", ["dashilan-2023.docx", "dashilan-2023.html", "dashilan-2023-gb2312.html", "dashilan-2023-gbk.txt"]
)
def test_every_format_gives_the_same_figures_and_keys(
    shared_reports: Path, street: Review, name: str
) -> None:
    other = open_review(shared_reports / "formats" / name, TABLE_RULES)

    assert [finding.key for finding in other.findings] == [finding.key for finding in street.findings]
    for key, table in street.report.tables.items():
        figures = {cell: figure.value for cell, figure in other.report.tables[key].figures.items()}
        assert figures == {cell: figure.value for cell, figure in table.figures.items()}
