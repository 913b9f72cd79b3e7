"""Whether a table that was not recognised may be there all the same: a picture, a table of unknown make, its labels as text."""

from collections.abc import Iterator

from shenyue.checks.naming import fold
from shenyue.form import FormTableLayout
from shenyue.model import Paragraph, Span
from shenyue.patterns import compiled
from shenyue.report import Report

_COLUMNS = compiled(r"\t|\n| {2,}|[|｜]")
"""What parts the cells of a table that was read as prose."""
_TELLING = 2
"""Labels of one table standing as text that make it probable that the table is there."""


def traces_of(report: Report, part: int, layouts: tuple[FormTableLayout, ...]) -> str:
    """Why these tables cannot be called missing (standing clause b), in Chinese; empty where they can."""
    places = tuple(section.span for section in report.parts(part)) or (Span(0, len(report.document.text)),)
    if any(report.unread_in(place) for place in places) or _unread_somewhere(report):
        return "该部分有未能读取的内容（如图片、嵌入对象），表格可能在其中"
    labels = {fold(line.label) for layout in layouts for line in (*layout.rows, *layout.columns)}
    texts = [fold(text) for text in _unrecognised(report)]
    if len(labels & set(texts)) >= _TELLING:
        return "文中有这张表的栏目文字，但未能识别为表格"
    if any(
        report.document.text[table.start : table.end].strip() for table in _unknown_tables(report, places)
    ):
        return "该部分有未能识别的表格，请人工核对"
    return ""


def _unread_somewhere(report: Report) -> bool:
    return any(unread.content and unread.at is None for unread in report.document.unread)


def _unrecognised(report: Report) -> Iterator[str]:
    """Paragraphs, by what looks like cells, and cells outside the recognised tables."""
    known = [table.span for table in report.tables.values()]
    for block in report.document.blocks:
        spans = (block.span,) if isinstance(block, Paragraph) else tuple(cell.span for cell in block.cells)
        for span in spans:
            if not any(span.overlaps(one) for one in known):
                yield from _COLUMNS.split(report.document.quote(span))


def _unknown_tables(report: Report, places: tuple[Span, ...]) -> Iterator[Span]:
    """Tables in those places of which nothing was recognised."""
    known = [table.span for table in report.tables.values()]
    for table in report.document.tables():
        inside = any(table.span.overlaps(place) for place in places)
        if inside and not any(table.span.overlaps(one) for one in known):
            yield table.span
