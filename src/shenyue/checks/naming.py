"""What tables, rows, columns and cells are called in messages: as the form prints them."""

import unicodedata
from functools import lru_cache

from shenyue.form import CellKey, FormTableLayout
from shenyue.patterns import compiled
from shenyue.report import FormTable, FoundLine, Report

_ORDINAL = compiled(r"^(?:[（(][一二三四五六七八九十\d]+[）)]|[一二三四五六七八九十\d]+[、.．])")
_INNER_QUOTES = str.maketrans("“”", "‘’")
_LONGEST_LABEL = 100
LISTED = 10
"""How many places one finding names at most (standing clause c)."""


def fold(text: str) -> str:
    """A label without blanks, widths and line ends."""
    return _fold_label(text) if len(text) <= _LONGEST_LABEL else _fold_label.__wrapped__(text)


@lru_cache(maxsize=2048)
def _fold_label(text: str) -> str:
    """Kept, since every rule on tables folds the same labels."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def plain(text: str) -> str:
    """A label without its ordinal: 属于国家秘密 for 1.属于国家秘密."""
    return _ORDINAL.sub("", text, count=1)


def layout_of(report: Report, key: str) -> FormTableLayout | None:
    """How the prescribed form lays the table out; None where it has none such or is unknown."""
    if report.form is None:
        return None
    return next((layout for layout in report.form.tables if layout.key == key), None)


def whole_name(layout: FormTableLayout) -> str:
    """The table as a whole, also of a block: 表二."""
    return layout.title.partition("（")[0]


def layout_name(layout: FormTableLayout) -> str:
    """表三, or a block of table two: 表二第二十条第（五）项."""
    return f"{whole_name(layout)}{layout.head}" if layout.head else layout.title


def table_name(report: Report, key: str) -> str:
    """As `layout_name`; the table's own title where the prescribed form has no such table."""
    layout = layout_of(report, key)
    if layout is not None:
        return layout_name(layout)
    return report.tables[key].title if key in report.tables else key


def quotable(label: str) -> str:
    """A label fit to stand between “ and ”: 3.危及‘三安全一稳定’."""
    return label.translate(_INNER_QUOTES)


def line_name(report: Report, table: FormTable, line: FoundLine) -> str:
    """The prescribed label of a row or column; a bare 其他 with the group that it stands in."""
    layout = layout_of(report, table.key)
    if layout is None or plain(fold(line.prescribed)) != "其他":
        return line.prescribed
    prescribed = (*layout.rows, *layout.columns)
    groups = (one.under for one in prescribed if one.label == line.prescribed and one.under)
    return f"{next(groups, ('',))[-1]}—{line.prescribed}".lstrip("—")


def cell_name(report: Report, table: FormTable, cell: CellKey) -> str:
    """“行政处罚”行“处理决定数量”栏."""
    row = quotable(line_name(report, table, line(table.rows, cell[0])))
    column = quotable(line_name(report, table, line(table.columns, cell[1])))
    return f"“{row}”行“{column}”栏"


def line(lines: tuple[FoundLine, ...], key: str) -> FoundLine:
    """The line of that key; KeyError where the table's layout has none such."""
    for found in lines:
        if found.key == key:
            return found
    raise KeyError(key)
