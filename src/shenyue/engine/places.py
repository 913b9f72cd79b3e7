"""Where a finding stands, in every way a reader may look for it."""

from bisect import bisect_right

from shenyue.findings import Hit, Place
from shenyue.model import Heading
from shenyue.report import Report

_NUMERALS = ("", "一", "二", "三", "四", "五", "六")
_OVERVIEW = 1


def place_of(report: Report, hit: Hit) -> Place:
    """The place of a hit; what is missing has only the part in which it should stand."""
    cell = hit.cell
    offset = hit.span.start if hit.span else None
    return Place(
        section=_NUMERALS[_part(report, hit)],
        heading=_heading(report, offset) if offset is not None else "",
        paragraph=_paragraph(report, offset) if offset is not None else None,
        line=report.document.line_at(offset) if offset is not None else None,
        page=None,
        table=cell.table if cell else None,
        row=(cell.row or None) if cell else None,
        column=(cell.column or None) if cell else None,
        start=offset,
        end=hit.span.end if hit.span else None,
    )


def _part(report: Report, hit: Hit) -> int:
    if hit.span is not None:
        return report.section_at(hit.span.start).part or 0
    what, _, name = hit.missing.partition(".")
    number = name.partition(".")[0]
    if what == "part" and number.isdigit() and int(number) < len(_NUMERALS):
        return int(number)
    if what == "aspect":
        return _OVERVIEW
    return _part_of_table(report, hit.cell.table if hit.cell else name)


def _part_of_table(report: Report, key: str) -> int:
    layouts = report.form.tables if report.form else ()
    return next((layout.part for layout in layouts if layout.key == key), 0)


def _heading(report: Report, offset: int) -> str:
    """The nearest heading above, or that which the offset stands in, as printed."""
    section = report.section_at(offset)
    own = (section.heading,) if section.heading else ()
    above = [heading for heading in (*own, *section.headings) if heading.span.start <= offset]
    return report.document.quote(_last(above).span).strip() if above else ""


def _last(headings: list[Heading]) -> Heading:
    return max(headings, key=lambda heading: heading.span.start)


def _paragraph(report: Report, offset: int) -> int | None:
    """1-based ordinal of the block that holds an offset."""
    return bisect_right(report.document.blocks, offset, key=lambda block: block.span.start) or None
