"""Blocks of the document as HTML: headings by their level, paragraphs, tables with their merged cells."""

from collections.abc import Sequence

from shenyue.annotate.page.marking import Placed, marked
from shenyue.model import Block, Cell, Document, Span, Table
from shenyue.report import Report

_DEEPEST = 6


def levels(report: Report) -> dict[Span, int]:
    """HTML heading levels: 1 for the report's title, which may be several paragraphs; none where text runs on after a heading."""
    found = {
        heading.span: min(heading.level + 1, _DEEPEST)
        for section in report.sections
        for heading in ((section.heading,) if section.heading else ()) + section.headings
        if not heading.run_in
    }
    title = report.identity.title
    return found | ({title.span: 1} if title else {})


def drawn(document: Document, block: Block, notes: Sequence[Placed], level: int | None) -> str:
    """One block; `level` is that of the heading it is, None for prose."""
    if isinstance(block, Table):
        return _table(document, block, notes)
    tag = f"h{level}" if level else "p"
    return f"<{tag}>{marked(document, block.span, notes)}</{tag}>"


def _table(document: Document, table: Table, notes: Sequence[Placed]) -> str:
    rows = "".join(
        f"<tr>{''.join(_cell(document, cell, notes) for cell in row)}</tr>" for row in table.rows()
    )
    return f"<table>{rows}</table>"


def _cell(document: Document, cell: Cell, notes: Sequence[Placed]) -> str:
    across = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    down = f' rowspan="{cell.row_span}"' if cell.row_span > 1 else ""
    return f"<td{across}{down}>{_inner(document, cell, notes)}</td>"


def _inner(document: Document, cell: Cell, notes: Sequence[Placed]) -> str:
    """The text of a cell, with the tables nested in it where they stand."""
    pieces: list[str] = []
    done = cell.span.start
    for table in cell.tables:
        pieces += (
            marked(document, Span(done, table.span.start), notes) if done < table.span.start else "",
            _table(document, table, notes),
        )
        done = table.span.end
    if done < cell.span.end or not cell.tables:
        pieces.append(marked(document, Span(done, cell.span.end), notes))
    return "".join(pieces)
