"""Markdown with pipe tables, whose cells cannot merge."""

from collections.abc import Sequence

from shenyue.samples import PrintedCell
from tools.corpora.pages import Line, Page, Role, grid

_MARKS = {Role.TITLE: "# ", Role.HEADING: "## ", Role.SUBHEADING: "### "}


def md(page: Page) -> bytes:
    """Headings with # marks, paragraphs parted by blank lines."""
    blocks = [
        _MARKS.get(block.role, "") + block.text if isinstance(block, Line) else _table(block.cells)
        for block in page.blocks
    ]
    return ("\n\n".join(blocks) + "\n").encode()


def _table(cells: Sequence[PrintedCell]) -> str:
    rows = [[_escaped(cell.text) if corner else "" for cell, corner in row] for row in grid(cells)]
    rule = "|" + " --- |" * len(rows[0])
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    return "\n".join([lines[0], rule, *lines[1:]])


def _escaped(text: str) -> str:
    return "".join(text.split("\n")).replace("|", "\\|")
