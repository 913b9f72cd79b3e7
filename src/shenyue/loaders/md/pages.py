"""HTML tables inside Markdown, read tag by tag, since only so every character keeps its line and place."""

from dataclasses import dataclass, field
from html import unescape

import regex

from shenyue.loaders.html.grid import Grid, OpenCell
from shenyue.loaders.laying import Laying
from shenyue.loaders.md.inline import ENTITY, TAG
from shenyue.loaders.md.lines import MdLine
from shenyue.model import Paragraph, Span
from shenyue.patterns import compiled

_TOKEN = compiled(
    rf"(?P<comment><!--.*?(?:-->|$))|(?P<html>{TAG.pattern})|(?P<entity>{ENTITY.pattern})", regex.IGNORECASE
)
_SPANS = compiled(r"\b(?P<name>rowspan|colspan)\s*=\s*[\"']?\s*(?P<value>\d{1,6})", regex.IGNORECASE)
_CELLS = frozenset(("td", "th"))
_BREAKS = frozenset(("br", "p", "div", "li", "h1", "h2", "h3", "h4", "h5", "h6"))


@dataclass(slots=True)
class PageTables:
    """The tables of neighbouring lines being laid."""

    laying: Laying
    pictures: int = 0
    _grid: Grid = field(default_factory=Grid)
    _cell: OpenCell | None = None
    _depth: int = 0
    _loose: int = -1
    """Where text outside any cell begins; -1 where there is none."""
    _broken: bool = False
    """Whether the next text begins a line of its cell."""

    def read(self, lines: list[MdLine]) -> None:
        """Lay the lines down."""
        for line in lines:
            at = line.start
            for token in _TOKEN.finditer(line.text, line.start):
                self._text(line, at, token.start())
                at = token.end()
                if token["html"]:
                    self._tag(token)
                elif token["entity"]:
                    self._put(unescape(token[0]), line, token.start(), generated=True)
            self._text(line, at, len(line.text))
            self._broken = self._broken or self._depth > 0
        self._end_table()

    def _text(self, line: MdLine, start: int, end: int) -> None:
        content = line.text[start:end]
        if content.strip():
            start += len(content) - len(content.lstrip()) if self._broken or not self._begun() else 0
            self._put(line.text[start:end].rstrip("\r\n"), line, start)

    def _begun(self) -> bool:
        begin = self._cell.start if self._cell else self._loose
        return 0 <= begin < self.laying.position

    def _put(self, characters: str, line: MdLine, offset: int, *, generated: bool = False) -> None:
        if self._cell is None and self._loose < 0:
            self._separate("\n")
            self._loose = self.laying.position
        elif self._broken and self._begun():
            self.laying.separate()
        self._broken = False
        self.laying.put(characters, line.number, offset, generated=generated)

    def _tag(self, token: regex.Match[str]) -> None:
        tag, closes = token["tag"].lower(), bool(token["closes"])
        if tag == "img":
            self.pictures += 1
        elif tag in _BREAKS:
            self._broken = True
        elif tag == "table":
            self._table(closes=closes)
        elif self._depth == 1 and (tag == "tr" or tag in _CELLS):
            self._end_cell()
            if tag == "tr" and not closes:
                self._grid.begin_row()
            elif tag in _CELLS and not closes:
                self._open_cell(token["attributes"])

    def _table(self, *, closes: bool) -> None:
        self._broken = True
        if not closes:
            self._end_loose()
        self._depth = max(0, self._depth + (-1 if closes else 1))
        if not self._depth:
            self._end_table()

    def _open_cell(self, attributes: str) -> None:
        self._end_loose()
        self._separate("\t" if self._grid.row_has_cell else "\n")
        spans = {match["name"].lower(): match["value"] for match in _SPANS.finditer(attributes)}
        self._cell = self._grid.begin_cell(spans, self.laying.position)
        self._broken = False

    def _end_cell(self) -> None:
        if self._cell is not None:
            self._cell.end = self.laying.position
        self._cell = None
        self._end_loose()

    def _end_loose(self) -> None:
        if self._loose >= 0:
            if self._grid.cells:
                self._add_stray_cell()
            else:
                self.laying.blocks.append(Paragraph(Span(self._loose, self.laying.position)))
        self._loose = -1

    def _add_stray_cell(self) -> None:
        """Text between the cells of a table: a row of its own."""
        self._grid.begin_row()
        self._grid.begin_cell(None, self._loose).end = self.laying.position

    def _end_table(self) -> None:
        self._end_cell()
        if self._grid.cells:
            self.laying.blocks.append(self._grid.table(self.laying.position))
        self._grid = Grid()

    def _separate(self, separator: str) -> None:
        if self.laying.since(max(0, self.laying.position - 1)) != "\n" or separator != "\n":
            self.laying.separate(separator)


def tables_of(lines: list[MdLine], laying: Laying) -> int:
    """Lay the HTML tables of neighbouring lines down; how many pictures they hold."""
    tables = PageTables(laying)
    tables.read(lines)
    return tables.pictures
