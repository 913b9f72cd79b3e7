"""Documents and form tables made by hand, in as many layouts as reports have."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from shenyue.form import CellKey, FormTableLayout
from shenyue.loaders.laying import Laying
from shenyue.model import Cell, Document, Source, Span
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.samples import shipped_forms

FORMS = shipped_forms()
OLD, NEW = FORMS
TITLE = "云州市桂花桥街道办事处{year}年政府信息公开工作年度报告"


@dataclass(frozen=True, slots=True)
class Box:
    """A cell of a grid."""

    text: str
    row: int
    column: int
    rows: int = 1
    columns: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table to be laid out; the first `head` rows are its head."""

    boxes: tuple[Box, ...]
    head: int = 0
    known: bool = True
    """False: an export, which lists the cells of a row and gives those merged down as empty ones."""

    @property
    def height(self) -> int:
        return max((box.row + box.rows for box in self.boxes), default=0)

    @property
    def width(self) -> int:
        return max((box.column + box.columns for box in self.boxes), default=0)

    def changed(self, change: Callable[[Box], Box]) -> "Grid":
        return replace(self, boxes=tuple(change(box) for box in self.boxes))

    def rows(self, start: int, end: int) -> "Grid":
        """The rows of a stretch; what is merged across its edges is cut there, its text kept in the first piece only."""
        kept = []
        for box in self.boxes:
            first, last = max(box.row, start), min(box.row + box.rows, end)
            if first < last:
                text = box.text if box.row >= start else ""
                kept.append(replace(box, text=text, row=first - start, rows=last - first))
        return replace(self, boxes=tuple(kept), head=max(0, min(self.head, end) - start))

    def without_row(self, row: int) -> "Grid":
        """A row taken out; cells merged over it shrink, keeping their text."""
        kept = []
        for box in self.boxes:
            if box.row == row and box.rows == 1:
                continue
            over = box.row <= row < box.row + box.rows
            moved = box.row - (box.row > row)
            kept.append(replace(box, row=moved, rows=box.rows - over))
        return replace(self, boxes=tuple(kept))

    def above(self, other: "Grid") -> "Grid":
        """This grid with another below it in one table."""
        below = tuple(replace(box, row=box.row + self.height) for box in other.boxes)
        return replace(self, boxes=(*self.boxes, *below))

    def exported(self) -> "Grid":
        return replace(self, known=False)

    def turned(self) -> "Grid":
        boxes = (Box(box.text, box.column, box.row, box.columns, box.rows) for box in self.boxes)
        return Grid(tuple(sorted(boxes, key=lambda box: (box.row, box.column))), 0, self.known)


Line = str | Grid


def document(*lines: Line) -> Document:
    """Paragraphs and tables in order."""
    laying = Laying()
    for node, line in enumerate(lines):
        laying.separate()
        start = laying.position
        if isinstance(line, str):
            laying.put(line, node)
            laying.paragraph(start)
        else:
            cells = _put(laying, line, node)
            laying.table(start, cells, grid_known=line.known)
    return laying.document("样本.txt", Source("样本.txt", "txt", ""))


def text_document(text: str) -> Document:
    """A document of paragraphs, one a line."""
    return document(*text.strip("\n").split("\n"))


def _put(laying: Laying, grid: Grid, node: int) -> list[Cell]:
    cells = []
    for row in range(grid.height):
        boxes = _row(grid, row)
        for ordinal, box in enumerate(boxes):
            if ordinal or row:
                laying.separate("\t" if ordinal else "\n")
            start = laying.position
            laying.put(box.text, node)
            span = Span(start, laying.position)
            if grid.known:
                cells.append(Cell(span, box.row, box.column, box.rows, box.columns))
            else:
                cells.append(Cell(span, row, ordinal))
    return cells


def _row(grid: Grid, row: int) -> list[Box]:
    if grid.known:
        return sorted((box for box in grid.boxes if box.row == row), key=lambda box: box.column)
    over = [box for box in grid.boxes if box.row <= row < box.row + box.rows]
    shown = [box if box.row == row else replace(box, text="") for box in over]
    return sorted(shown, key=lambda box: box.column)


Figures = Mapping[CellKey, str]


def layout(key: str, form: object = NEW) -> FormTableLayout:
    assert form in FORMS
    return (NEW if form is NEW else OLD).layout(key)


def plain(key: str, figures: Figures, form: object = NEW) -> Grid:
    """A block of table two: head, column labels, rows."""
    lines = layout(key, form)
    width = len(lines.columns) + 1
    boxes = [Box(lines.head, 0, 0, 1, width), Box("信息内容", 1, 0)]
    boxes += [Box(column.label, 1, at) for at, column in enumerate(lines.columns, 1)]
    for at, row in enumerate(lines.rows, 2):
        boxes.append(Box(row.label, at, 0))
        boxes += [Box(figures[row.key, column.key], at, n) for n, column in enumerate(lines.columns, 1)]
    return Grid(tuple(boxes), 2)


def applications(figures: Figures, form: object = NEW) -> Grid:
    """Table three as prescribed."""
    lines = layout("applications", form)
    boxes = [
        Box("（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）", 0, 0, 3, 3),
        Box("申请人情况", 0, 3, 1, 7),
        Box("自然人", 1, 3, 2),
        Box("法人或其他组织", 1, 4, 1, 5),
        Box("总计", 1, 9, 2),
        *(Box(column.label, 2, 3 + at) for at, column in enumerate(lines.columns) if 0 < at < 6),
    ]
    for at, row in enumerate(lines.rows, 3):
        boxes += _labels(lines, at - 3, at)
        boxes += [Box(figures[row.key, column.key], at, 3 + n) for n, column in enumerate(lines.columns)]
    return Grid(tuple(boxes), 3)


def _labels(lines: FormTableLayout, index: int, at: int) -> list[Box]:
    row = lines.rows[index]
    boxes = []
    for depth, label in enumerate(row.under):
        alike = [other for other in lines.rows if other.under[: depth + 1] == row.under[: depth + 1]]
        if alike[0] is row:
            boxes.append(Box(label, at, depth, len(alike)))
    depth = len(row.under)
    return [*boxes, Box(row.label, at, depth, 1, 3 - depth)]


def disputes(figures: Figures) -> Grid:
    """Table four as prescribed: three blocks of five columns."""
    lines = NEW.layout("disputes")
    boxes = [
        Box("行政复议", 0, 0, 1, 5),
        Box("行政诉讼", 0, 5, 1, 10),
        Box("未经复议直接起诉", 1, 5, 1, 5),
        Box("复议后起诉", 1, 10, 1, 5),
    ]
    for block, row in enumerate(lines.rows):
        for at, column in enumerate(lines.columns):
            place = 5 * block + at
            boxes.append(Box(column.label, 2 if block else 1, place, 1 if block else 2))
            boxes.append(Box(figures[row.key, column.key], 3, place))
    return Grid(tuple(boxes), 3)


def one_row_a_block(figures: Figures) -> Grid:
    """Table four with the blocks one below the other."""
    lines = NEW.layout("disputes")
    boxes = [Box("类别", 0, 0, 1, 2)]
    boxes += [Box(column.label, 0, at) for at, column in enumerate(lines.columns, 2)]
    boxes += [Box("行政复议", 1, 0, 1, 2), Box("行政诉讼", 2, 0, 2)]
    boxes += [Box("未经复议直接起诉", 2, 1), Box("复议后起诉", 3, 1)]
    for at, row in enumerate(lines.rows, 1):
        boxes += [Box(figures[row.key, column.key], at, n) for n, column in enumerate(lines.columns, 2)]
    return Grid(tuple(boxes), 1)


def report(*tables: Line, year: int = 2023) -> Report:
    """A report of tables alone."""
    return recognise(document(TITLE.format(year=year), *tables), FORMS)


def numbered(key: str, form: object = NEW) -> dict[CellKey, str]:
    """A different number for every cell, so that a mix-up shows."""
    lines = layout(key, form)
    pairs = [(row.key, column.key) for row in lines.rows for column in lines.columns]
    return {pair: str(number) for number, pair in enumerate(pairs, 11)}


def read(report: Report, key: str) -> dict[CellKey, str]:
    """The figures found, as digits, or how else the cell reads."""
    figures = report.tables[key].figures if key in report.tables else {}
    return {
        cell: figure.reading.value if figure.value is None else str(figure.value)
        for cell, figure in figures.items()
    }


def spans_right(report: Report) -> bool:
    """Whether every figure's span gives the figure's own characters."""
    return all(
        report.document.quote(figure.span) == figure.raw
        for table in report.tables.values()
        for figure in table.figures.values()
        if figure.span is not None and figure.raw
    )


def no_wrong_figure(found: Mapping[CellKey, str], right: Mapping[CellKey, str]) -> bool:
    """Whether every figure is the right one, or in doubt, or said to be missing."""
    return all(value in {right[cell], "unsure", "missing"} for cell, value in found.items())


def rows_of(grid: Grid) -> Sequence[int]:
    return range(grid.head, grid.height)
