"""What a question is about: rules, severities, tables, parts, cells, named in a reviewer's words (subjects.toml)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from shenyue.chat.lexicon import Pattern, either, read
from shenyue.form import FormTableLayout
from shenyue.report import Report
from shenyue.statements import CellSum

_TOLD_BY_COLUMN = frozenset({"applications", "disputes"})
"""Tables whose columns are named without a row: 自然人多少件, 维持几件."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A kind of findings, such as 标点."""

    name: str
    words: Pattern
    rules: tuple[str, ...]
    """Beginnings of rule ids."""


@dataclass(frozen=True, slots=True)
class _Lines:
    """Words for rows or columns of a form table."""

    table: str
    keys: tuple[str, ...]
    words: Pattern


@dataclass(frozen=True, slots=True)
class Subjects:
    """Everything that can be named, as patterns by key."""

    severities: Mapping[str, Pattern]
    states: Mapping[str, Pattern]
    verdicts: Mapping[str, Pattern]
    tables: Mapping[str, Pattern]
    sections: Mapping[str, Pattern]
    packs: Mapping[str, Pattern]
    formats: Mapping[str, Pattern]
    targets: Mapping[str, Pattern]
    places: Pattern
    topics: tuple[Topic, ...]
    matters: tuple[Topic, ...]
    """Asked whether they are in order: 标题对不对."""
    rules: tuple[tuple[tuple[str, ...], Pattern], ...]
    rows: tuple[_Lines, ...]
    columns: tuple[_Lines, ...]


@cache
def subjects() -> Subjects:
    """The shipped names."""
    content = read("subjects")

    def patterns(name: str) -> dict[str, Pattern]:
        return {key: either(words) for key, words in content[name].items()}

    def lines(name: str) -> tuple[_Lines, ...]:
        return tuple(
            _Lines(one["table"], tuple(one[f"{name}s"]), either(one["words"])) for one in content[name]
        )

    def topics(name: str) -> tuple[Topic, ...]:
        return tuple(Topic(one["name"], either(one["words"]), tuple(one["rules"])) for one in content[name])

    return Subjects(
        severities=patterns("severities"),
        states=patterns("states"),
        verdicts=patterns("verdicts"),
        tables=patterns("tables"),
        sections=patterns("sections"),
        packs=patterns("packs"),
        formats=patterns("formats"),
        targets=patterns("targets"),
        places=either(content["places"]["words"]),
        topics=topics("topic"),
        matters=topics("matter"),
        rules=tuple((tuple(one["ids"]), either(one["words"])) for one in content["rule"]),
        rows=lines("row"),
        columns=lines("column"),
    )


def named(patterns: Mapping[str, Pattern], text: str) -> tuple[str, ...]:
    """The keys whose words the text has, in the order of the text."""
    found = ((match.start(), key) for key, pattern in patterns.items() if (match := pattern.search(text)))
    return tuple(key for _, key in sorted(found, key=lambda one: one[0]))


@dataclass(frozen=True, slots=True)
class AskedCells:
    """Cells that a question names, and the words that name them."""

    cells: tuple[CellSum, ...]
    words: tuple[tuple[int, int], ...]
    """Where in the text."""
    column_only: bool = False


def asked_cells(report: Report, text: str) -> AskedCells:
    """The cells of the report's form that a text names: every row named, with the columns named for its table."""
    rows = _longest(_matches(subjects().rows, text))
    columns = _longest(_matches(subjects().columns, text))
    columns = [one for one in columns if not _inside(one, rows)]
    sums = tuple(
        dict.fromkeys(one for _, _, row in rows if (one := _sum(report, row, [c for _, _, c in columns])))
    )
    columns = [one for one in columns if sums or one[2].table in _TOLD_BY_COLUMN]
    if not sums:
        sums = tuple(one for _, _, column in columns[:1] if (one := _column_alone(report, column)))
        rows = columns[:1] if sums else []
    used = [one for one in columns if any(one[2].table == cells.table for cells in sums)]
    return AskedCells(sums, tuple((start, end) for start, end, _ in (*rows, *used)), rows == used)


_Match = tuple[int, int, _Lines]


def _matches(lines: tuple[_Lines, ...], text: str) -> Iterator[_Match]:
    for one in lines:
        for match in one.words.finditer(text):
            if match.end() > match.start():
                yield match.start(), match.end(), one


def _longest(matches: Iterator[_Match]) -> list[_Match]:
    """Matches that do not overlap, the longer before the shorter; in the order of the text."""
    kept: list[_Match] = []
    for match in sorted(matches, key=lambda one: one[0] - one[1]):
        if all(match[1] <= other[0] or other[1] <= match[0] for other in kept):
            kept.append(match)
    return sorted(kept, key=lambda one: one[0])


def _inside(match: _Match, others: list[_Match]) -> bool:
    return any(other[0] <= match[0] and match[1] <= other[1] for other in others)


def _sum(report: Report, row: _Lines, columns: list[_Lines]) -> CellSum | None:
    layout = _layout(report, row.table)
    if layout is None:
        return None
    known = {one.key for one in layout.columns}
    asked = [key for one in columns if one.table == row.table for key in one.keys if key in known]
    default = ["total"] if "total" in known else [one.key for one in layout.columns]
    return CellSum(row.table, row.keys, tuple(dict.fromkeys(asked or default)))


def _column_alone(report: Report, column: _Lines) -> CellSum | None:
    """A column without a row: of applications what came in, of other tables every row."""
    layout = _layout(report, column.table)
    if layout is None:
        return None
    rows = ("new",) if column.table == "applications" else tuple(one.key for one in layout.rows)
    known = {one.key for one in layout.columns}
    keys = tuple(key for key in column.keys if key in known)
    return CellSum(column.table, rows, keys) if keys else None


def _layout(report: Report, table: str) -> FormTableLayout | None:
    form = report.form
    return next((one for one in form.tables if one.key == table), None) if form else None
