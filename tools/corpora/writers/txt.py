"""Plain text: as a person pastes it, and as an extractor writes a Word file out."""

from collections.abc import Callable, Sequence

from shenyue.samples import PrintedCell
from tools.corpora.pages import Line, Page, Role, grid


def typed_txt(page: Page) -> bytes:
    """As Word pastes it: a row of a table a line, its cells parted by tabs; a cell merged to the right stands once."""
    return _typed(page, lambda cell, column: cell.column == column)


def grid_txt(page: Page) -> bytes:
    """As a spreadsheet pastes it: every place of the grid has its tab, those that a merged cell covers are empty."""
    return _typed(page, lambda _cell, _column: True)


def _typed(page: Page, stands: Callable[[PrintedCell, int], bool]) -> bytes:
    lines: list[str] = []
    for block in page.blocks:
        lines += [block.text] if isinstance(block, Line) else _typed_rows(block.cells, stands)
    return _encoded(lines)


def _typed_rows(cells: Sequence[PrintedCell], stands: Callable[[PrintedCell, int], bool]) -> list[str]:
    rows = (
        [
            _one_line(cell.text) if corner else ""
            for column, (cell, corner) in enumerate(row)
            if stands(cell, column)
        ]
        for row in grid(cells)
    )
    return ["\t".join(row) for row in rows]


def extracted_txt(page: Page) -> bytes:
    """A cell a line behind a tab, rows parted by blank lines, and the bookmark that Word leaves at the last edit."""
    lines: list[str] = [""]
    marked = False
    for block in page.blocks:
        if not isinstance(block, Line):
            lines += ["", *_extracted_rows(block.cells), ""]
            continue
        mark = "" if marked or block.role is not Role.TEXT else "[bookmark: _GoBack]"
        marked = marked or bool(mark)
        lines.append(mark + block.text)
    return _encoded(lines)


def _extracted_rows(cells: Sequence[PrintedCell]) -> list[str]:
    """A cell merged downwards is an empty one in the rows below; one merged to the right stands once."""
    lines: list[str] = []
    for number, row in enumerate(grid(cells)):
        for column, (cell, corner) in enumerate(row):
            if cell.column == column:
                lines.append("\t" + (_padded(_one_line(cell.text), number + column) if corner else ""))
        lines.append("")
    return lines


def _padded(text: str, place: int) -> str:
    """Figures stand beside the blanks that typists centre them with."""
    if text.isdigit():
        return ("\xa0" + text, text, text + "\xa0")[place % 3]
    return text or "\u3000"


def _one_line(text: str) -> str:
    return "".join(text.split("\n"))


def _encoded(lines: Sequence[str]) -> bytes:
    return ("\n".join(lines) + "\n").encode()
