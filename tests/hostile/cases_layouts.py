"""The form tables in the variety of real publications, and every figure that their reader finds in them."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from form_grids import (
    Box,
    Grid,
    applications,
    count,
    expected_applications,
    expected_disputes,
    in_order,
    to_html,
)
from grid_changes import (
    fused,
    reworded,
    shifted_row,
    split,
    swapped,
    unmerged,
    with_column,
    with_row,
    without_column,
    without_row,
)
from hostile_case import ABSENT, UNSURE, Expected, HostileCase
from made_report import EXPECTED, TITLE, page, word

Figures = Mapping[str, Expected]
THREE = expected_applications()
FOUR = expected_disputes()
WIDE_DIGITS = str.maketrans("0123456789", "０１２３４５６７８９")


def on_page(
    name: str,
    three: list[Grid],
    figures: Figures | None = None,
    write: Callable[[str], str] = str,
) -> HostileCase:
    """A page whose table three is changed."""
    return HostileCase(
        f"layout_{name}",
        ".html",
        lambda: page(three=[to_html(grid, write) for grid in three]),
        figures={**EXPECTED, **(figures or {})},
        form="2021",
    )


def in_word(name: str, three: list[Grid], figures: Figures | None = None) -> HostileCase:
    """The same as a Word file."""
    return HostileCase(
        f"layout_{name}_docx",
        ".docx",
        lambda: word(three=three),
        figures={**EXPECTED, **(figures or {})},
        form="2021",
    )


def row_of(key: str, value: Callable[[str], Expected]) -> dict[str, Expected]:
    """Other expectations for one row of table three, made from the printed figure."""
    return {name: value(figure) for name, figure in THREE.items() if name.split(".")[1] == key}


def column_of(key: str, value: Callable[[str], Expected]) -> dict[str, Expected]:
    """The same for a column."""
    return {name: value(figure) for name, figure in THREE.items() if name.endswith(f".{key}")}


def or_doubt(figure: str) -> str:
    """The figure, or doubt; never another."""
    return f"{figure}?"


def where(texts: dict[str, str]) -> Callable[[str], str]:
    """A change of some whole texts."""
    return lambda text: texts.get(text, text)


def printed(figure: Callable[[str, str], str]) -> Grid:
    """Table three with figures printed another way."""
    return applications(figure)


def one_to_the_left(box: Box) -> Box:
    """The heads one column to the left of their figures: the corner is narrower than the labels below it."""
    if box.row >= 3:
        return box
    return replace(box, columns=box.columns - 1) if box.column == 0 else replace(box, column=box.column - 1)


FORM = applications()
PIECES = split(FORM, 12, 3)
LATER = split(PIECES[1], 14, 3)
WHOLE = (
    HostileCase(
        "layout_as_prescribed",
        ".html",
        page,
        figures=EXPECTED,
        form="2021",
        title=TITLE.format(year=2023),
        year=2023,
    ),
    HostileCase(
        "layout_as_prescribed_docx",
        ".docx",
        word,
        figures=EXPECTED,
        form="2021",
        title=TITLE.format(year=2023),
        year=2023,
    ),
)
SPLIT = (
    on_page("split_with_heads_again", [PIECES[0], *LATER]),
    in_word("split_with_heads_again", [PIECES[0], *LATER]),
    on_page("split_without_heads", list(split(FORM, 15))),
    in_word("split_without_heads", list(split(FORM, 15))),
    on_page("split_between_heads_and_figures", list(split(FORM, 3)), None),
    on_page("split_with_group_said_again", list(split(FORM, 11, 3, again=True))),
    on_page("split_before_the_last_row", list(split(FORM, 27))),
)
LABELS = (
    on_page("labels_fused", [fused(FORM, 3, 3)]),
    in_word("labels_fused", [fused(FORM, 3, 3)]),
    on_page("labels_said_in_every_row", [unmerged(FORM, 3, 1)]),
    on_page(
        "labels_with_blanks",
        [
            reworded(
                FORM,
                where(
                    {
                        "商业企业": "商业 企业",
                        "总计": "总　　计",
                        "自然人": "自&nbsp;然&nbsp;人",
                        "（一）予以公开": "（一） 予以公开 ",
                        "2.重复申请": "2. 重复申请",
                    }
                ),
            )
        ],
    ),
    on_page(
        "labels_broken_into_lines",
        [
            reworded(
                FORM,
                where(
                    {
                        "商业企业": "商业<br>企业",
                        "法律服务机构": "<p>法律服务</p><p>机构</p>",
                        "8.属于行政查询事项": "8.属于行政<br/>查询事项",
                    }
                ),
            )
        ],
    ),
    on_page(
        "labels_with_other_marks",
        [
            reworded(
                FORM,
                lambda text: (
                    text.replace("1.", "1、").replace("2.", "2．").replace("（", "(").replace("）", ")")
                ),
            )
        ],
    ),
    on_page(
        "labels_without_numbers",
        [reworded(FORM, lambda text: text[2:] if text[:1].isdigit() and text[1:2] == "." else text)],
    ),
    on_page("group_column_lost", [without_column(FORM, 1)]),
    on_page(
        "heads_in_one_row",
        [without_row(without_row(FORM, 0), 0)],
    ),
    on_page("corner_above_the_heads", [in_order([Box("", 0, 0, 3, 3), *FORM[1:]])]),
)
FIGURES = (
    on_page("full_width_digits", [printed(lambda row, column: count(row, column).translate(WIDE_DIGITS))]),
    on_page(
        "thousand_separators",
        [
            printed(
                lambda row, column: {"112": "1,112", "125": "1，125"}.get(
                    count(row, column), count(row, column)
                )
            )
        ],
        {"applications.new.natural_person": "1112", "applications.new.total": "1125"},
    ),
    on_page(
        "blank_cells",
        [printed(lambda row, column: "" if count(row, column) == "0" else count(row, column))],
        {name: None for name, figure in THREE.items() if figure == "0"},
    ),
    on_page(
        "strokes_for_nothing",
        [printed(lambda row, column: {"0": "-"}.get(count(row, column), count(row, column)))],
        {name: None for name, figure in THREE.items() if figure == "0"},
    ),
    on_page("cells_with_odd_blanks", [FORM], write=lambda text: f"<p>&nbsp;{text}\u3000</p>"),
    on_page(
        "figures_with_unit",
        [printed(lambda row, column: count(row, column) + ("件" if row == "new" else ""))],
    ),
    on_page(
        "figures_split_by_markup", [FORM], write=lambda text: "".join(f"<span>{mark}</span>" for mark in text)
    ),
)
MISSHAPEN = (
    on_page("row_missing", [without_row(FORM, 17)], row_of("unavailable_unclear", lambda _: ABSENT)),
    in_word("row_missing", [without_row(FORM, 17)], row_of("unavailable_unclear", lambda _: ABSENT)),
    on_page("total_column_lost", [without_column(FORM, 9)], column_of("total", lambda _: ABSENT)),
    on_page(
        "row_a_cell_short",
        [tuple(box for box in FORM if (box.row, box.column) != (5, 9))],
        row_of("granted", or_doubt) | {"applications.granted.total": UNSURE},
    ),
    on_page("row_shifted_right", [shifted_row(FORM, 5, 3)], row_of("granted", or_doubt)),
    on_page(
        "heads_shifted_left",
        [in_order(tuple(map(one_to_the_left, FORM)))],
        {name: or_doubt(figure) for name, figure in THREE.items()},
    ),
    on_page("remark_row", [with_row(FORM, 28, Box("备注：数据由党政办汇总。", 0, 0, 1, 10))]),
    on_page(
        "row_of_ones_own",
        [
            with_row(
                FORM, 4, Box("其中：网上提交", 0, 0, 1, 3), *(Box(str(90 + n), 0, 3 + n) for n in range(7))
            )
        ],
    ),
    on_page("rows_swapped", [swapped(FORM, 8, 9)]),
    on_page(
        "blank_column_between",
        [with_column(FORM, 6)],
        {name: or_doubt(figure) for name, figure in THREE.items()},
    ),
    on_page("caption_row_on_top", [with_row(FORM, 0, Box("申请办理情况统计表", 0, 0, 1, 10))]),
)
CASES = WHOLE + SPLIT + LABELS + FIGURES + MISSHAPEN
