"""A draft as it is printed: blocks with the role that a writer needs to know, tables as grids."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from shenyue.samples import PrintedCell, PrintedTable, printed
from tools.corpora.drafts import Draft


class Role(StrEnum):
    """What a line is to a typesetter."""

    TITLE = "title"
    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    SIGNATURE = "signature"


@dataclass(frozen=True, slots=True)
class Line:
    """A line of prose."""

    role: Role
    text: str


Block = Line | PrintedTable


@dataclass(frozen=True, slots=True)
class Page:
    """A report before it is a file."""

    title: str
    """As one line."""
    unit: str
    site: str
    published: str
    blocks: tuple[Block, ...]


def page_of(draft: Draft) -> Page:
    """The printed draft; raises BrokenSample where it describes no report."""
    return Page(
        title="".join(draft.title),
        unit=draft.unit.name,
        site=draft.unit.site.strip("“”"),
        published=draft.published,
        blocks=tuple(_blocks(draft)),
    )


def _blocks(draft: Draft) -> Iterator[Block]:
    blocks = printed(draft.sample(), draft.form)
    first_of_end = len(blocks) - len(draft.signature)
    headings = {part.heading for part in draft.parts}
    subheadings = {topic.lines[0] for topic in draft.topics if topic.heading and not topic.run_in}
    for number, block in enumerate(blocks):
        if isinstance(block, PrintedTable):
            yield block
        elif number < len(draft.title):
            yield Line(Role.TITLE, block.text)
        elif number >= first_of_end:
            yield Line(Role.SIGNATURE, block.text)
        elif block.text in headings:
            yield Line(Role.HEADING, block.text)
        else:
            yield Line(Role.SUBHEADING if block.text in subheadings else Role.TEXT, block.text)


Owner = tuple[PrintedCell, bool]
"""The cell that covers a place of the grid, and whether the place is its upper left corner."""


def grid(cells: Sequence[PrintedCell]) -> list[list[Owner]]:
    """The places of a table, each with the cell that covers it."""
    height = max(cell.row + cell.row_span for cell in cells)
    width = max(cell.column + cell.column_span for cell in cells)
    owners = {
        (row, column): cell
        for cell in cells
        for row in range(cell.row, cell.row + cell.row_span)
        for column in range(cell.column, cell.column + cell.column_span)
    }
    return [
        [
            (owners[row, column], (owners[row, column].row, owners[row, column].column) == (row, column))
            for column in range(width)
        ]
        for row in range(height)
    ]
