"""What the article's elements are there for: tables that only lay out the page, rows that are prose, hidden text that is the report."""

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from lxml.etree import _Element

from shenyue.loaders.html.furniture import is_furniture
from shenyue.loaders.html.page import Page
from shenyue.loaders.html.tags import CELLS

_GRID = 3
"""Rows with as many cells make a table of figures, whatever else it holds."""
_PROSE = 40
"""Characters of a sentence that alone fills a row."""
_SHORT = 150
"""Characters; navigation inside an article is no longer."""


class Shape(NamedTuple):
    """Judgements on elements of one page; `titles` are the steps at which its part titles stand, in order."""

    page: Page
    titles: tuple[int, ...]

    def lays_out(self, table: _Element) -> bool:
        """Whether a table is only there for the look: its cells are blocks of the page."""
        if table.get("role") in ("presentation", "none"):
            return True
        rows = [_cells(row) for row in table.iter("tr") if _table_of(row) is table]
        if max(map(len, rows), default=len(_cells(table))) <= 1:
            return True
        nested = next((inner for inner in table.iter("table") if inner is not table), None)
        if nested is None or sum(len(row) >= _GRID for row in rows) >= _GRID:
            return False
        return table.get("border") in (None, "", "0") or self.has_title(table)

    def is_prose(self, cell: _Element) -> bool:
        """Whether a cell that fills its row alone is a part title or a sentence, no label or figure."""
        row = cell.getparent()
        if row is None or len(_cells(row)) != 1:
            return False
        if self.has_title(cell):
            return True
        text = "".join(_strings(cell)).strip()
        return len(text) >= _PROSE and text.endswith("。")

    def has_title(self, element: _Element) -> bool:
        """Whether a part title stands in an element."""
        steps = self.page.range_of(element)
        return bisect_left(self.titles, steps.start) < bisect_left(self.titles, steps.stop)

    def is_aside(self, element: _Element) -> bool:
        """Whether an element inside the article is navigation, buttons and the like."""
        if not is_furniture(element) or self.has_title(element):
            return False
        text = "".join(_strings(element)).strip()
        return len(text) <= _SHORT and "报告" not in text


def _cells(row: _Element) -> list[_Element]:
    return [child for child in row if child.tag in CELLS]


def _table_of(element: _Element) -> _Element | None:
    return next(element.iterancestors("table"), None)


def _strings(element: _Element) -> Iterable[str]:
    return (str(text) for text in element.itertext())
