"""Whether the prescribed tables are there, in the form of the report's year, with their rows, columns and labels."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from shenyue.checks.naming import layout_name, layout_of, line_name, quotable, table_name, whole_name
from shenyue.checks.reported_year import years_of
from shenyue.checks.strays import Strays, address, flat, strays_in
from shenyue.checks.traces import traces_of
from shenyue.checks.unfound import not_found
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, TablePlace, Unchecked
from shenyue.form import Form, FormTableLayout
from shenyue.model import Span
from shenyue.report import FormTable, FoundLine, LineState, Report

MISSING_TABLE_VALUES = frozenset({"table", "part", "version"})
TABLE_LINES_VALUES = frozenset({"table", "line", "prescribed", "found"})
TABLE_LINES_VARIANTS = frozenset({"missing", "extra"})
TABLE_VERSION_VALUES = frozenset({"table", "blocks", "found", "version", "year"})
_PARTS = "〇一二三四五六"


def missing_table(report: Report) -> Iterator[Outcome]:
    """Hold the tables found against those that the form of the report's year prescribes; one finding for a whole 表二."""
    if report.form is None:
        yield Unchecked("tables", "无法确定报告年度，不能确定应有哪些表格")
        return
    for part, layouts in groupby(report.form.tables, key=lambda layout: layout.part):
        yield from _part_tables(report, report.form, part, tuple(layouts))


def _part_tables(
    report: Report, form: Form, part: int, layouts: tuple[FormTableLayout, ...]
) -> Iterator[Outcome]:
    absent = tuple(layout for layout in layouts if layout.key not in report.tables)
    present = tuple(report.tables[layout.key] for layout in layouts if layout not in absent)
    yield from (Passed(table.key) for table in present)
    if not absent:
        return
    reason = traces_of(report, part, absent)
    if not reason and any(table.form != form.version for table in present):
        reason = f"该部分的表格采用{present[0].form}年表式，应先改用{form.version}年表式"
    if reason:
        yield from (Unchecked(layout.key, reason) for layout in absent)
    elif len(absent) > 1 and not present:
        yield _missing(f"table.part{part}", whole_name(absent[0]), part, form)
    else:
        yield from (_missing(f"table.{layout.key}", layout_name(layout), part, form) for layout in absent)


def _missing(anchor: str, name: str, part: int, form: Form) -> Hit:
    values = {"table": name, "part": _PARTS[part], "version": form.version}
    return Hit(None, values, name=anchor.removeprefix("table."), missing=anchor)


def table_lines(report: Report) -> Iterator[Outcome]:
    """Hold the rows, columns and labels of each table against its form; a table of another version is not judged here."""
    if not report.tables:
        yield Unchecked("tables", "没有读到表格")
    for table in report.tables.values():
        if report.form is not None and table.form != report.form.version:
            yield Unchecked(
                table.key, f"采用{table.form}年表式，应先改用{report.form.version}年表式", table.span
            )
            continue
        outcomes = tuple(_lines(report, table))
        yield from outcomes or (Passed(table.key),)


def _lines(report: Report, table: FormTable) -> Iterator[Outcome]:
    strays = strays_in(report, table)
    for line in (*table.rows, *table.columns):
        yield from _line(report, table, line, strays)
    name = table_name(report, table.key)
    for label, span in strays.of_groups.items():
        values = {
            "table": name,
            "line": "处合并栏目",
            "prescribed": quotable(label),
            "found": flat(report, span),
        }
        yield Hit(span, values, name=table.key, cell=TablePlace(table.key))
    explained = {*strays.of_lines.values(), *strays.of_groups.values()}
    for span in table.extra:
        if span not in explained:
            values = {"table": name, "line": "", "prescribed": "", "found": flat(report, span)}
            yield Hit(span, values, variant="extra", name=table.key, cell=TablePlace(table.key))


def _line(report: Report, table: FormTable, line: FoundLine, strays: Strays) -> Iterator[Outcome]:
    is_row = line in table.rows
    place = TablePlace(table.key, row=line.key) if is_row else TablePlace(table.key, column=line.key)
    values = {
        "table": table_name(report, table.key),
        "line": "行" if is_row else "栏",
        "prescribed": quotable(line_name(report, table, line)),
        "found": quotable(line.found),
    }
    hit = Hit(line.span, values, name=f"{table.key}.{line.key}", cell=place)
    if line.state is LineState.RELABELLED:
        yield hit
    elif line.state is not LineState.FOUND:
        yield not_found(report, table, line, replace(hit, span=strays.of_lines.get(address(table, line))))


def table_version(report: Report) -> Iterator[Outcome]:
    """Hold the form that each table follows against the form of the report's year; one finding a table, not a block."""
    if report.form is None or report.year is None:
        yield NotApplicable("无法确定报告年度")
        return
    meant = years_of(report).title_alone
    if meant is not None and not report.form.years[0] <= meant <= report.form.years[1]:
        yield Unchecked("tables", f"标题年份疑有误，其他各处为{meant}年，无法确定应当用哪一年的表式")
        return
    if not report.tables:
        yield Unchecked("tables", "没有读到表格")
    by_part = sorted(report.tables.values(), key=lambda table: _part_of(report, table))
    for _, group in groupby(by_part, key=lambda table: _part_of(report, table)):
        tables = tuple(group)
        other = tuple(table for table in tables if table.form != report.form.version)
        yield from (Passed(table.key) for table in tables if table not in other)
        if other:
            yield _version_hit(report, report.form, other)


def _part_of(report: Report, table: FormTable) -> int:
    layout = layout_of(report, table.key)
    if layout is not None:
        return layout.part
    section = report.section_at(table.span.start)
    return section.part or 0


def _version_hit(report: Report, form: Form, tables: tuple[FormTable, ...]) -> Hit:
    first = tables[0]
    names = tuple(dict.fromkeys(table_name(report, table.key) for table in tables))
    values = {
        "table": first.title.partition("（")[0],
        "blocks": "、".join(names),
        "found": first.form,
        "version": form.version,
        "year": str(report.year),
    }
    return Hit(_telling(report, first), values, name=first.key, cell=TablePlace(first.key))


def _telling(report: Report, table: FormTable) -> Span:
    """A label of the table that the prescribed form does not have; else its first one."""
    layout = layout_of(report, table.key)
    prescribed = {line.key: line.label for line in (*layout.rows, *layout.columns)} if layout else {}
    lines = (*table.columns, *table.rows)
    spans = [(prescribed.get(line.key) == line.prescribed, line.span) for line in lines if line.span]
    return min(spans, key=lambda one: one[0], default=(True, table.span))[1]
