"""The walk through the article: what each element does to the text."""

from collections.abc import Callable
from dataclasses import dataclass, field

from lxml.etree import _Element

from shenyue.loaders.html.composing import Composing
from shenyue.loaders.html.lists import OpenList, open_list
from shenyue.loaders.html.page import Page
from shenyue.loaders.html.shape import Shape
from shenyue.loaders.html.tags import (
    BLOCKS,
    CELLS,
    HEADINGS,
    MEDIA,
    ROW_GROUPS,
    SKIPPED,
    is_hidden,
    is_ornament,
    is_preformatted,
)

_LONG_HIDDEN = 100
"""Characters; so much hidden text may be a part of the report that the page unfolds."""


@dataclass(slots=True)
class Reading:
    """Where the walk stands."""

    page: Page
    shape: Shape
    composing: Composing
    hidden: int = 0
    """How many elements were left out because the page does not show them."""
    _tables: list[bool] = field(default_factory=list)
    """The tables open, innermost last; False for those that only lay out the page."""
    _lists: list[OpenList] = field(default_factory=list)
    _preformatted: list[_Element] = field(default_factory=list)

    def read(self, root: _Element) -> None:
        """Lay an element of the page down, without what stands behind it."""
        steps, closed = self.page.steps, self.page.closed
        walk = self.page.range_of(root)
        index, last = walk.start, walk.stop - 1
        while index < last:
            opens, element, tag, text, node = steps[index]
            if not opens:
                self._close(element, tag)
            elif self._passes_over(element, tag, style := (element.get("style") or "").lower()):
                index = closed[element]
                *_, text, node = steps[index]
            else:
                self._open(element, tag, style)
            if text and index < last:
                self._text(text, node)
            index += 1
        self._close(root, str(root.tag))
        self.composing.end_line()

    def _passes_over(self, element: _Element, tag: str, style: str) -> bool:
        """Whether an element is not read; says so where it may hold content."""
        if tag in SKIPPED:
            return True
        if is_hidden(element, style):
            return self._passes_over_hidden(element)
        if tag in MEDIA:
            if not is_ornament(element):
                self.composing.unread(MEDIA[tag], "其中的内容无法作为文字读取")
            return True
        if tag in BLOCKS and self.shape.is_aside(element):
            self.composing.buttons += 1
            return True
        return False

    def _passes_over_hidden(self, element: _Element) -> bool:
        """Hidden text is left out, unless it is the report itself, which a script shows."""
        if self.shape.has_title(element):
            return False
        text = "".join(str(text) for text in element.itertext()).strip()
        if len(text) >= _LONG_HIDDEN:
            self.composing.unread("隐藏的文字", "网页默认不显示，可能是折叠起来的正文，请对照网页核实")
        elif text:
            self.hidden += 1
        return True

    def _text(self, text: str, node: int) -> None:
        if not self._preformatted:
            self.composing.line.add(text, node)
            return
        offset = 0
        for row, line in enumerate(text.split("\n")):
            if row:
                self.composing.end_line()
            self.composing.line.add_verbatim(line.removesuffix("\r"), node, offset)
            offset += len(line) + 1

    def _open(self, element: _Element, tag: str, style: str) -> None:
        if is_preformatted(tag, style):
            self._preformatted.append(element)
        if tag in BLOCKS:
            self.composing.end_line()
            opening = _OPENING.get(tag)
            if opening is not None:
                opening(self, element)

    def _close(self, element: _Element, tag: str) -> None:
        if self._preformatted and self._preformatted[-1] is element:
            self._preformatted.pop()
        if tag in BLOCKS:
            self.composing.end_line()
            closing = _CLOSING.get(tag)
            if closing is not None:
                closing(self, element)

    @property
    def _in_grid(self) -> bool:
        return bool(self._tables) and self._tables[-1]

    def open_heading(self, element: _Element) -> None:
        """What is laid now is a heading."""
        self.composing.outline = HEADINGS[element.tag]

    def close_heading(self, _: _Element) -> None:
        """What is laid now is no heading."""
        self.composing.outline = None

    def open_list(self, element: _Element) -> None:
        """A list begins."""
        self._lists.append(open_list(element))

    def close_list(self, _: _Element) -> None:
        """The innermost list ends."""
        if self._lists:
            self._lists.pop()

    def open_item(self, element: _Element) -> None:
        """An item of a list begins."""
        self.composing.label = self._lists[-1].label(element) if self._lists else None

    def close_item(self, _: _Element) -> None:
        """The item ends, whether its number was used or not."""
        self.composing.label = None

    def open_table(self, element: _Element) -> None:
        """A table begins."""
        grid = not self.shape.lays_out(element)
        self._tables.append(grid)
        if grid:
            self.composing.open_table()

    def close_table(self, _: _Element) -> None:
        """The innermost table ends."""
        if self._tables and self._tables.pop():
            self.composing.close_table()

    def open_row(self, _: _Element) -> None:
        """A row begins."""
        if self._in_grid:
            self.composing.open_row()

    def open_cell(self, element: _Element) -> None:
        """A cell begins."""
        if self._in_grid and not (self.shape.is_prose(element) and self.composing.open_prose()):
            self.composing.open_cell(element)

    def close_cell(self, _: _Element) -> None:
        """A cell ends."""
        if self._in_grid:
            self.composing.close_cell()

    def close_group(self, _: _Element) -> None:
        """A row group ends."""
        if self._in_grid:
            self.composing.tables[-1].grid.end_group()


_Act = Callable[[Reading, _Element], None]
_OPENING: dict[str, _Act] = {
    **dict.fromkeys(HEADINGS, Reading.open_heading),
    **dict.fromkeys(CELLS, Reading.open_cell),
    "ol": Reading.open_list,
    "ul": Reading.open_list,
    "li": Reading.open_item,
    "table": Reading.open_table,
    "tr": Reading.open_row,
}
_CLOSING: dict[str, _Act] = {
    **dict.fromkeys(HEADINGS, Reading.close_heading),
    **dict.fromkeys(CELLS, Reading.close_cell),
    **dict.fromkeys(ROW_GROUPS, Reading.close_group),
    "ol": Reading.close_list,
    "ul": Reading.close_list,
    "li": Reading.close_item,
    "table": Reading.close_table,
}
