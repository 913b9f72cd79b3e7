"""Tables two and four in the variety of real publications, and the form of 2019."""

from cases_layouts import where
from form_grids import (
    DISPUTES,
    EXPECTED_TWO_2019,
    OUTCOMES_2019,
    RESULTS,
    Box,
    Grid,
    applications,
    count_2019,
    disputes,
    expected_applications,
    expected_disputes,
    listed,
    stacked,
    table_two,
    table_two_2019,
    to_html,
)
from grid_changes import (
    reworded,
    split,
    turned,
    without_row,
)
from hostile_case import HostileCase
from made_report import EXPECTED, page, word

TWO = (
    HostileCase(
        "layout_two_as_four_tables",
        ".html",
        lambda: page(two=[to_html(grid) for grid in table_two()]),
        figures=EXPECTED,
    ),
    HostileCase(
        "layout_two_as_four_tables_docx", ".docx", lambda: word(two=list(table_two())), figures=EXPECTED
    ),
    HostileCase(
        "layout_two_split_inside_a_block",
        ".html",
        lambda: page(two=[to_html(grid) for grid in split(stacked(*table_two()), 3)]),
        figures=EXPECTED,
    ),
    HostileCase(
        "layout_two_with_a_missing_word",
        ".html",
        lambda: page(two=[to_html(reworded(stacked(*table_two()), where({"行政规范性文件": "规范性文件"})))]),
        figures=EXPECTED,
    ),
    HostileCase(
        "layout_two_without_block_heads",
        ".html",
        lambda: page(two=[to_html(without_row(grid, 0)) for grid in table_two()]),
        figures=EXPECTED,
    ),
)


def of_four(name: str, grids: tuple[Grid, ...]) -> HostileCase:
    """A page whose table four is changed."""
    return HostileCase(
        f"layout_four_{name}", ".html", lambda: page(four=[to_html(grid) for grid in grids]), figures=EXPECTED
    )


UPRIGHT = listed(
    ("", "行政复议", "未经复议直接起诉", "复议后起诉"),
    *((label, *(str(values[n]) for _, values in DISPUTES)) for n, (_, label) in enumerate(RESULTS)),
)
NAMES = ("行政复议", "行政诉讼（未经复议直接起诉）", "行政诉讼（复议后起诉）")
LYING = listed(
    ("", *(label for _, label in RESULTS)),
    *((name, *map(str, values)) for name, (_, values) in zip(NAMES, DISPUTES, strict=True)),
)
DISPUTE_LAYOUTS = tuple(
    of_four(name, grids)
    for name, grids in {
        "turned_with_labels": (UPRIGHT,),
        "one_row_a_block": (LYING,),
        "turned_wholly": (turned(disputes()),),
        "reviews_apart_from_suits": (
            tuple(box for box in disputes() if box.column < 5),
            tuple(
                Box(box.text, box.row, box.column - 5, box.rows, box.columns)
                for box in disputes()
                if box.column >= 5
            ),
        ),
        "split_below_the_heads": split(disputes(), 3),
    }.items()
)
OLD_THREE = applications(count_2019, OUTCOMES_2019)
EXPECTED_2019 = EXPECTED_TWO_2019 | expected_applications(count_2019, OUTCOMES_2019) | expected_disputes()


def of_2019(name: str, year: int) -> HostileCase:
    """The form of 2019 in a report for a year."""
    return HostileCase(
        f"layout_{name}",
        ".html",
        lambda: page([to_html(stacked(*table_two_2019()))], [to_html(OLD_THREE)], None, year),
        figures=EXPECTED_2019
        if year < 2021
        else {name: value for name, value in EXPECTED_2019.items() if not name.startswith("disputes")},
        form="2019" if year >= 2021 else "",
        year=year,
    )


OLD = (of_2019("form_2019_in_2019", 2019), of_2019("form_2019_in_2023", 2023))
CASES = TWO + DISPUTE_LAYOUTS + OLD
