"""Random figures in random layouts: exact where nothing is lost, never another figure where something is."""

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from laid_out import (
    FORMS,
    NEW,
    Box,
    Grid,
    applications,
    disputes,
    layout,
    no_wrong_figure,
    one_row_a_block,
    plain,
    read,
    report,
)

from shenyue.form import CellKey, Form

NUMBERS = st.one_of(st.integers(0, 12), st.integers(0, 10**7))
SEED = st.integers(0, 2**32 - 1)
# Damage is the same at every run: four blows at once may leave a table that reads well and says something else.
OFTEN = settings(max_examples=120, deadline=None)


def printed(number: int, way: int) -> str:
    """A number as units print it."""
    ways = (
        str(number),
        f" {number} ",
        f"\u3000{number}\xa0",
        f"{number:,}",
        f"{number:,}".replace(",", "，"),
        f"{number:,}".replace(",", " "),
        str(number).translate(str.maketrans("0123456789", "０１２３４５６７８９")),
    )
    return ways[way % len(ways)]


@st.composite
def filled(draw: st.DrawFn, key: str, form: Form) -> tuple[dict[CellKey, str], dict[CellKey, str]]:
    """Figures as printed and as they must be read; some cells blank."""
    cells = [(row.key, column.key) for row in layout(key, form).rows for column in layout(key, form).columns]
    numbers = {cell: draw(st.none() | NUMBERS) for cell in cells}
    shown = {
        cell: "" if number is None else printed(number, draw(st.integers(0, 6)))
        for cell, number in numbers.items()
    }
    return shown, {cell: "blank" if number is None else str(number) for cell, number in numbers.items()}


def unmerged(grid: Grid) -> Grid:
    """Merged row labels said again in every row."""
    boxes: list[Box] = []
    for box in grid.boxes:
        if box.row < grid.head or box.rows == 1:
            boxes.append(box)
        else:
            boxes += [replace(box, row=box.row + below, rows=1) for below in range(box.rows)]
    return replace(grid, boxes=tuple(boxes))


def pieces(draw: st.DrawFn, grid: Grid) -> list[Grid]:
    """The table whole or split over pages, its head repeated or not."""
    cuts = sorted(draw(st.sets(st.integers(grid.head + 1, grid.height - 1), max_size=3)))
    edges = [0, *cuts, grid.height]
    found = [grid.rows(start, end) for start, end in pairwise(edges)]
    again = draw(st.booleans())
    head = grid.rows(0, grid.head)
    return [found[0], *(head.above(piece) if again else piece for piece in found[1:])]


@OFTEN
@given(st.data())
def test_table_three_comes_back(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    shown, right = data.draw(filled("applications", form))
    grid = applications(shown, form)
    if data.draw(st.booleans()):
        grid = unmerged(grid)
    parts = data.draw(st.composite(pieces)(grid))
    known = data.draw(st.booleans())
    found = report(*(replace(part, known=known) for part in parts), year=form.years[0])
    assert read(found, "applications") == right


@OFTEN
@given(st.data())
def test_table_four_comes_back(data: st.DataObject) -> None:
    shown, right = data.draw(filled("disputes", NEW))
    make = data.draw(st.sampled_from((disputes, one_row_a_block)))
    grid = make(shown)
    if data.draw(st.booleans()):
        grid = grid.turned()
    found = report(replace(grid, known=data.draw(st.booleans())))
    assert read(found, "disputes") == right


@OFTEN
@given(st.data())
def test_table_two_comes_back(data: st.DataObject) -> None:
    form = data.draw(st.sampled_from(FORMS))
    keys = [table.key for table in form.tables if table.part == 2]
    figures = {key: data.draw(filled(key, form)) for key in keys}
    grids = [plain(key, figures[key][0], form) for key in data.draw(st.permutations(keys))]
    if data.draw(st.booleans()):
        grids = [grid.rows(1, grid.height) for grid in grids]
    if data.draw(st.booleans()):
        whole = grids[0]
        for grid in grids[1:]:
            whole = whole.above(grid)
        grids = [whole]
    known = data.draw(st.booleans())
    found = report(*(replace(grid, known=known) for grid in grids), year=form.years[0])
    assert {key: read(found, key) for key in keys} == {key: right for key, (_, right) in figures.items()}


@st.composite
def damaged(draw: st.DrawFn, grid: Grid) -> Grid:
    """A form that lost or gained cells, rows, labels.

    Cells move at most once, and one is widened alone: a head and a row that each lost one, or a head that was made to fit again,
    look like a smaller table that is whole.
    """
    stays = ["unlabelled", "row gone", "gone"] if grid.known else ["unlabelled", "row gone"]
    if grid.known and draw(st.integers(0, 5)) == 0:
        kinds = ["wider"]
    else:
        first = draw(st.sampled_from(["moved", "one more", "gone", "unlabelled", "row gone"]))
        kinds = [first, *draw(st.lists(st.sampled_from(stays), max_size=3))]
    boxes = list(grid.boxes)
    for kind in kinds:
        boxes = DAMAGE[kind](boxes, boxes[draw(st.integers(0, len(boxes) - 1))])
    return replace(grid, boxes=tuple(sorted(boxes, key=lambda box: (box.row, box.column))))


def gone(boxes: list[Box], hit: Box) -> list[Box]:
    return [box for box in boxes if box is not hit]


def moved(boxes: list[Box], hit: Box) -> list[Box]:
    def after(box: Box) -> bool:
        return box.row == hit.row and box.column > hit.column

    return [
        replace(box, column=box.column - hit.columns) if after(box) else box
        for box in boxes
        if box is not hit
    ]


def one_more(boxes: list[Box], hit: Box) -> list[Box]:
    return [*boxes, Box("888", hit.row, max(box.column + box.columns for box in boxes))]


def unlabelled(boxes: list[Box], hit: Box) -> list[Box]:
    return boxes if hit.text.isdigit() else [*gone(boxes, hit), replace(hit, text="")]


def wider(boxes: list[Box], hit: Box) -> list[Box]:
    return [*gone(boxes, hit), replace(hit, columns=hit.columns + 1)]


def row_gone(boxes: list[Box], hit: Box) -> list[Box]:
    return [box for box in boxes if box.row != hit.row or box.rows > 1] or boxes


DAMAGE: dict[str, Callable[[list[Box], Box], list[Box]]] = {
    "gone": gone,
    "moved": moved,
    "one more": one_more,
    "unlabelled": unlabelled,
    "wider": wider,
    "row gone": row_gone,
}


@settings(OFTEN, derandomize=True)
@given(st.data())
def test_damage_gives_doubt_but_no_other_figure(data: st.DataObject) -> None:
    key, grid, right = data.draw(st.sampled_from(WHOLE))
    left = data.draw(damaged(replace(grid, known=data.draw(st.booleans()))))
    assume(any(box.text.isdigit() for box in left.boxes if box.row >= grid.head))
    found = report(left)
    assert no_wrong_figure(read(found, key), right)


def _numbered(key: str) -> dict[CellKey, str]:
    cells = [(row.key, column.key) for row in NEW.layout(key).rows for column in NEW.layout(key).columns]
    return {cell: str(number) for number, cell in enumerate(cells, 1001)}


WHOLE = tuple(
    (key, make(_numbered(key)), _numbered(key))
    for key, make in (
        ("applications", applications),
        ("disputes", disputes),
        ("disputes", one_row_a_block),
        ("regulations", lambda figures: plain("regulations", figures)),
        ("enforcement", lambda figures: plain("enforcement", figures)),
    )
)
