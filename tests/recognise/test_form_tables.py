"""Form tables in the layouts of real reports: the same figures, or doubt, never another figure."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from laid_out import (
    FORMS,
    NEW,
    OLD,
    TITLE,
    Box,
    Grid,
    applications,
    disputes,
    document,
    layout,
    no_wrong_figure,
    numbered,
    one_row_a_block,
    plain,
    read,
    report,
    spans_right,
)

from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.report import FormTable, LineState, Reading

if TYPE_CHECKING:
    from collections.abc import Callable

THREE = numbered("applications")
FOUR = numbered("disputes")
GRID = applications(THREE)
BLOCKS = ("regulations", "permits", "enforcement", "fees")
BOTH = pytest.mark.parametrize("known", [True, False], ids=["grid", "export"])


def as_file(grid: Grid, known: bool) -> Grid:
    return grid if known else grid.exported()


def states(table: FormTable) -> dict[str, LineState]:
    return {
        line.key: line.state for line in (*table.rows, *table.columns) if line.state is not LineState.FOUND
    }


@BOTH
def test_table_three_as_prescribed(known: bool) -> None:
    found = report(as_file(GRID, known))
    assert read(found, "applications") == THREE
    assert found.tables["applications"].form == "2021"
    assert not states(found.tables["applications"])
    assert not found.tables["applications"].extra
    assert spans_right(found)


@BOTH
def test_table_four_as_prescribed(known: bool) -> None:
    found = report(as_file(disputes(FOUR), known))
    assert read(found, "disputes") == FOUR
    assert not states(found.tables["disputes"])


@BOTH
def test_table_two_in_one_table(known: bool) -> None:
    figures = {key: numbered(key) for key in BLOCKS}
    grids = [plain(key, figures[key]) for key in BLOCKS]
    whole = grids[0].above(grids[1]).above(grids[2]).above(grids[3])
    found = report(as_file(whole, known))
    assert {key: read(found, key) for key in BLOCKS} == figures


@BOTH
def test_table_two_in_four_tables_without_heads(known: bool) -> None:
    figures = {key: numbered(key) for key in BLOCKS}
    grids = (plain(key, figures[key]) for key in BLOCKS)
    found = report(*(as_file(grid.rows(1, grid.height), known) for grid in grids))
    assert {key: read(found, key) for key in BLOCKS} == figures


@BOTH
@pytest.mark.parametrize("cut", range(3, 28, 2))
def test_split_over_pages_without_head(cut: int, known: bool) -> None:
    pieces = GRID.rows(0, cut), GRID.rows(cut, 28)
    found = report(as_file(pieces[0], known), "（续表）", as_file(pieces[1], known))
    assert read(found, "applications") == THREE


@BOTH
@pytest.mark.parametrize("cut", [4, 9, 20, 27])
def test_split_over_pages_with_head_again(cut: int, known: bool) -> None:
    again = GRID.rows(0, 3).above(GRID.rows(cut, 28))
    found = report(as_file(GRID.rows(0, cut), known), as_file(again, known))
    assert read(found, "applications") == THREE


@BOTH
def test_head_again_inside_one_table(known: bool) -> None:
    whole = GRID.rows(0, 12).above(GRID.rows(0, 3)).above(GRID.rows(12, 28))
    assert read(report(as_file(whole, known)), "applications") == THREE


@BOTH
@pytest.mark.parametrize("row", [0, 1, 2, 9, 13, 24])
def test_row_dropped(row: int, known: bool) -> None:
    """The first of a group takes the group's label with it where the file gives it no other cell."""
    key = layout("applications").rows[row].key
    found = report(as_file(GRID.without_row(row + 3), known))
    figures = read(found, "applications")
    assert {cell for cell, value in figures.items() if value == "missing"} == {
        (key, column.key) for column in layout("applications").columns
    }
    assert all(value == THREE[cell] for cell, value in figures.items() if cell[0] != key)
    assert states(found.tables["applications"]) == {key: LineState.MISSING}


@BOTH
@pytest.mark.parametrize("column", range(3, 10))
def test_column_dropped(column: int, known: bool) -> None:
    """Every cell of a column gone, its label too."""
    boxes = []
    for box in GRID.boxes:
        over = box.column <= column < box.column + box.columns
        if over and box.columns == 1:
            continue
        boxes.append(replace(box, column=box.column - (box.column > column), columns=box.columns - over))
    found = report(as_file(Grid(tuple(boxes), 3), known))
    key = layout("applications").columns[column - 3].key
    figures = read(found, "applications")
    assert all(figures[cell] == ("missing" if cell[1] == key else THREE[cell]) for cell in THREE)
    assert states(found.tables["applications"]) == {key: LineState.MISSING}


@BOTH
@pytest.mark.parametrize("column", range(3, 10))
def test_one_cell_dropped(column: int, known: bool) -> None:
    """A row with six cells: which is gone cannot be told, for later cells have moved."""
    kept = [box for box in GRID.boxes if (box.row, box.column) != (3, column)]
    moved = (
        replace(box, column=box.column - 1) if box.row == 3 and box.column > column else box for box in kept
    )
    found = report(as_file(Grid(tuple(moved), 3), known))
    figures = read(found, "applications")
    assert {figures["new", line.key] for line in layout("applications").columns} == {"unsure"}
    assert all(figures[cell] == THREE[cell] for cell in THREE if cell[0] != "new")


@BOTH
def test_cell_too_many(known: bool) -> None:
    wider = Grid((*GRID.boxes, Box("99", 5, 10)), 3)
    figures = read(report(as_file(wider, known)), "applications")
    assert no_wrong_figure(figures, THREE)
    assert all(figures[cell] == THREE[cell] for cell in THREE if cell[0] != "granted")


def test_shifted_by_a_hidden_column() -> None:
    shifted = GRID.changed(
        lambda box: replace(box, column=box.column + 1) if box.row >= 3 and box.column >= 3 else box
    )
    assert read(report(shifted), "applications") == THREE


def test_merged_cells_of_uneven_width() -> None:
    """A label over one grid column, its figures over two, as a page with blocks side by side has them."""
    figures = numbered("enforcement", OLD)
    grid = plain("enforcement", figures, OLD)

    def widened(box: Box) -> Box:
        label = {1: (1, 1), 2: (2, 2), 3: (4, 1)}
        value = {1: (1, 2), 2: (3, 1), 3: (4, 1)}
        if not box.column:
            return box
        column, columns = (label if box.row < 2 else value)[box.column]
        return replace(box, column=column, columns=columns)

    found = report(grid.changed(widened), year=2019)
    assert read(found, "enforcement") == figures


def test_figure_merged_over_two_columns_is_doubtful() -> None:
    def merged(box: Box) -> Box:
        return replace(box, columns=2) if (box.row, box.column) == (3, 4) else box

    kept = Grid(tuple(merged(box) for box in GRID.boxes if (box.row, box.column) != (3, 5)), 3)
    figures = read(report(kept), "applications")
    assert figures["new", "company"] == figures["new", "research"] == "unsure"
    assert figures["new", "charity"] == THREE["new", "charity"]


def test_blank_cell_merged_over_rows_is_blank_in_each() -> None:
    blank = {cell: "" if cell[1] == "research" else value for cell, value in THREE.items()}
    grid = applications(blank)
    boxes = []
    for box in grid.boxes:
        if box.row >= 3 and box.column == 5:
            if box.row == 3:
                boxes.append(replace(box, rows=25))
            continue
        boxes.append(box)
    figures = read(report(Grid(tuple(boxes), 3)), "applications")
    assert all(figures[cell] == (value or "blank") for cell, value in blank.items())


@BOTH
def test_labels_fused_into_one_cell(known: bool) -> None:
    boxes = []
    for box in GRID.boxes:
        if box.row < 3 or box.column >= 3:
            boxes.append(box)
            continue
        row = layout("applications").rows[box.row - 3]
        if box.text == row.label:
            first = all(other.under != row.under for other in layout("applications").rows[: box.row - 3])
            text = "".join((*row.under[1:], row.label)) if first else row.label
            boxes.append(Box(text, box.row, 0, 1, 3))
    assert read(report(as_file(Grid(tuple(boxes), 3), known)), "applications") == THREE


@pytest.mark.parametrize("change", ["lines", "blanks", "marks", "widths"])
def test_labels_printed_otherwise(change: str) -> None:
    changes: dict[str, Callable[[str], str]] = {
        "lines": lambda text: "\n".join(text[at : at + 2] for at in range(0, len(text), 2)),
        "blanks": "\u3000".join,
        "marks": lambda text: text.translate(str.maketrans(".、（）“”", '、．()""')),
        "widths": lambda text: text.translate(str.maketrans("12345678.", "１２３４５６７８．")),
    }
    labels = {box for box in GRID.boxes if not box.text.isdigit()}
    found = report(
        GRID.changed(lambda box: replace(box, text=changes[change](box.text)) if box in labels else box)
    )
    assert read(found, "applications") == THREE
    assert not states(found.tables["applications"])


def reworded(old: str, new: str) -> Grid:
    return GRID.changed(lambda box: replace(box, text=new) if box.text == old else box)


@BOTH
@pytest.mark.parametrize(
    ("old", "new", "key"),
    [
        (
            "5.要求行政机关确认或重新出具已获取信息",
            "5.要求行政机关确认或重新出具己获取信息",
            "unprocessed_reconfirm",
        ),
        ("2.重复申请", "重复申请", "unprocessed_repeat"),
        ("1.属于国家秘密", "1.涉及国家秘密的", "denied_state_secret"),
        ("商业企业", "商业性企业", "company"),
        ("四、结转下年度继续办理", "四、结转下年", "carried_out"),
        ("（七）总计", "（六）总计", "total"),
    ],
)
def test_label_worded_otherwise(old: str, new: str, key: str, known: bool) -> None:
    found = report(as_file(reworded(old, new), known))
    figures = read(found, "applications")
    assert no_wrong_figure(figures, THREE)
    if key != "company":
        assert figures == THREE
        assert states(found.tables["applications"]) == {key: LineState.RELABELLED}


@BOTH
def test_label_like_no_other_leaves_the_row_in_doubt(known: bool) -> None:
    found = report(as_file(reworded("2.重复申请", "2.涉企咨询"), known))
    figures = read(found, "applications")
    assert {value for cell, value in figures.items() if cell[0] == "unprocessed_repeat"} == {"unsure"}
    assert states(found.tables["applications"]) == {"unprocessed_repeat": LineState.UNSURE}
    assert [found.document.quote(span) for span in found.tables["applications"].extra] == ["2.涉企咨询"]


@BOTH
def test_row_too_many(known: bool) -> None:
    extra = Grid(
        (Box("", 0, 0), Box("", 0, 1), Box("4.自设情形", 0, 2), *(Box("7", 0, at) for at in range(3, 10)))
    )
    whole = GRID.rows(0, 26).above(extra).above(GRID.rows(26, 28))
    found = report(as_file(whole, known))
    assert read(found, "applications") == THREE
    assert [found.document.quote(span) for span in found.tables["applications"].extra] == ["4.自设情形"]


def test_column_too_many() -> None:
    wider = (Box("备注", 1, 10, 2), *(Box("见附件", row, 10) for row in range(3, 28)))
    found = report(Grid((*GRID.boxes, *wider), 3))
    assert read(found, "applications") == THREE
    assert [found.document.quote(span) for span in found.tables["applications"].extra] == ["备注"]


@BOTH
def test_row_twice_with_other_figures_is_doubtful(known: bool) -> None:
    other = GRID.rows(3, 4).changed(lambda box: replace(box, text="5") if box.text.isdigit() else box)
    figures = read(report(as_file(GRID.above(other), known)), "applications")
    assert {value for cell, value in figures.items() if cell[0] == "new"} == {"unsure"}


def test_second_copy_of_a_table_changes_nothing() -> None:
    found = report(GRID, GRID)
    assert read(found, "applications") == THREE
    assert len(found.tables["applications"].extra) == 1


@BOTH
def test_turned_over(known: bool) -> None:
    figures = numbered("regulations")
    grid = plain("regulations", figures)
    found = report(as_file(grid.rows(1, 4).turned(), known))
    assert read(found, "regulations") == figures


def test_table_three_turned_over() -> None:
    assert read(report(GRID.turned()), "applications") == THREE


@BOTH
def test_table_four_one_row_a_block(known: bool) -> None:
    assert read(report(as_file(one_row_a_block(FOUR), known)), "disputes") == FOUR


@BOTH
def test_table_four_stacked(known: bool) -> None:
    assert read(report(as_file(disputes(FOUR).turned(), known)), "disputes") == FOUR


@BOTH
def test_table_four_reviews_apart_from_suits(known: bool) -> None:
    whole = disputes(FOUR)
    reviews = Grid(tuple(box for box in whole.boxes if box.column < 5), 3)
    suits = Grid(tuple(replace(box, column=box.column - 5) for box in whole.boxes if box.column >= 5), 3)
    assert (
        read(report(as_file(reviews, known), "行政诉讼情况如下", as_file(suits, known)), "disputes") == FOUR
    )


@BOTH
def test_table_four_short_of_a_label_is_doubtful(known: bool) -> None:
    kept = tuple(box for box in disputes(FOUR).boxes if (box.row, box.column) != (2, 7))
    assert no_wrong_figure(read(report(as_file(Grid(kept, 3), known)), "disputes"), FOUR)


@BOTH
def test_table_four_with_a_blank_row_and_words_for_nothing(known: bool) -> None:
    words = {cell: "无" if number % 2 else str(number) for number, cell in enumerate(FOUR)}
    whole = disputes(words)
    blank = Grid(tuple(Box("", 0, at) for at in range(15)))
    table = whole.rows(0, 3).above(blank).above(whole.rows(3, 4))
    found = read(report(as_file(table, known)), "disputes")
    assert found == {cell: "nothing" if word == "无" else word for cell, word in words.items()}


@BOTH
def test_form_of_2019(known: bool) -> None:
    figures = {layout.key: numbered(layout.key, OLD) for layout in OLD.tables if layout.part == 2}
    tables = [as_file(plain(key, values, OLD), known) for key, values in figures.items()]
    three = numbered("applications", OLD)
    for year in (2020, 2023):
        found = report(*tables, as_file(applications(three, OLD), known), year=year)
        assert {key: read(found, key) for key in figures} == figures
        assert read(found, "applications") == three
        assert {table.form for table in found.tables.values()} == {"2019"}
        assert found.form is (OLD if year == 2020 else NEW)


def test_form_of_2021_in_a_report_for_2020() -> None:
    found = report(GRID, plain("fees", numbered("fees")), year=2020)
    assert {table.form for table in found.tables.values()} == {"2021"}
    assert read(found, "applications") == THREE


def test_form_prescribed_where_rows_are_missing() -> None:
    """Three rows gone do not make an old form of a new one: it has no line that only the old one has."""
    grid = GRID
    for _ in range(3):
        grid = grid.without_row(23)
    found = report(grid)
    assert found.tables["applications"].form == "2021"
    assert {line.key for line in found.tables["applications"].rows if line.state is LineState.MISSING} == {
        "other_no_correction",
        "other_no_payment",
        "other",
    }


def test_wording_of_the_other_form() -> None:
    changed = plain("regulations", numbered("regulations")).changed(
        lambda box: replace(box, text="规范性文件") if box.text == "行政规范性文件" else box
    )
    found = report(changed)
    assert states(found.tables["regulations"]) == {"normative": LineState.RELABELLED}
    assert read(found, "regulations") == numbered("regulations")


def test_other_tables_are_none() -> None:
    statistics = Grid(
        tuple(
            Box(text, row, column)
            for row, texts in enumerate(
                (("事项", "数量"), ("行政许可", "120"), ("行政处罚", "35"), ("总计", "155"))
            )
            for column, text in enumerate(texts)
        )
    )
    assert not report(statistics).tables


def test_other_table_does_not_disturb() -> None:
    statistics = Grid(
        tuple(
            Box(text, row, column)
            for row, texts in enumerate((("行政处罚", "35"), ("行政强制", "2")))
            for column, text in enumerate(texts)
        )
    )
    figures = numbered("enforcement")
    for tables in ((statistics, plain("enforcement", figures)), (plain("enforcement", figures), statistics)):
        assert no_wrong_figure(read(report(*tables), "enforcement"), figures)
    assert read(report(statistics, plain("enforcement", figures)), "enforcement") == figures


def test_missing_blank_and_doubtful_cells_differ() -> None:
    figures = {**numbered("regulations"), ("rules", "made"): " \u3000", ("rules", "repealed"): "1 2"}
    grid = plain("regulations", figures).without_row(3)
    table = report(grid).tables["regulations"]
    assert table["rules", "made"].reading is Reading.BLANK
    assert table["rules", "made"].span is not None
    assert table["rules", "repealed"].reading is Reading.UNSURE
    assert table["rules", "repealed"].value is None
    assert table["normative", "made"].reading is Reading.MISSING
    assert table["normative", "made"].span is None


def test_without_year_the_tables_tell_the_form() -> None:
    found = recognise(
        document(
            "桂花桥街道办事处政府信息公开工作年度报告", applications(numbered("applications", OLD), OLD)
        ),
        (NEW, OLD),
    )
    assert found.year is None
    assert found.form is OLD


@pytest.mark.parametrize("value", ["61208\t\t", "\t\t61208", "61208"])
def test_merged_columns_written_out_as_blank_cells(tmp_path: Path, value: str) -> None:
    path = tmp_path / "report.txt"
    blank = "\t\t"
    path.write_text(
        f"{TITLE.format(year=2023)}\n二、主动公开政府信息情况\n"
        f"第二十条第（一）项{blank}\t\n信息内容\t本年制发件数\t本年废止件数\t现行有效件数\n规章\t0\t0\t0\n行政规范性文件\t9\t12\t57\n"
        f"第二十条第（五）项{blank}\t\n信息内容\t本年处理决定数量{blank}\n行政许可\t{value}\n",
        "utf-8",
    )

    table = recognise(load(path), FORMS).tables["permits"]

    assert table["permits", "decisions"].value == 61208
