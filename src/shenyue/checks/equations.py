"""Sums of table cells and what blanks mean to them: a blank counts as 0, but may hold what is missing (standing clause d)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Literal, NamedTuple

from shenyue.checks.naming import line, line_name, quotable
from shenyue.findings import Operand, TablePlace
from shenyue.form import CellKey
from shenyue.model import Span
from shenyue.report import Figure, FormTable, FoundLine, LineState, Reading, Report

BLANK_NOTE = "空白格按0计"
NOTHING_NOTE = "“-”“/”“无”等按0计"
STAND_IN_NOTE = "总计栏空白的，按本行各栏之和计"


class Term(NamedTuple):
    """One cell of an equation."""

    key: str
    """Of the row or column that tells it from the others."""
    name: str
    """Its label as the form prints it."""
    value: Decimal
    """As counted."""
    span: Span | None
    printed: bool = True
    """Whether anything is printed: False for a blank cell."""
    open: bool = False
    """Whether more may belong here than was counted: a blank cell, or a sum of cells with a blank among them."""
    doubt: str = ""
    """Why it cannot be counted, in Chinese; empty where it can."""
    notes: tuple[str, ...] = ()
    """How it was counted, where that needs saying."""

    @property
    def operand(self) -> Operand:
        """The term as a finding shows it."""
        return Operand(self.name, shown(self.value), self.span)


def shown(value: Decimal) -> str:
    """A figure as printed: 12, 0.5."""
    return f"{value.normalize():f}"


def total(terms: Iterable[Term]) -> Decimal:
    """Their sum."""
    return sum((term.value for term in terms), Decimal(0))


def read_term(report: Report, table: FormTable, cell: CellKey, along: str) -> Term:
    """The cell as a term of an equation along rows (told by its column) or columns (told by its row)."""
    row, column = line(table.rows, cell[0]), line(table.columns, cell[1])
    own = column if along == "rows" else row
    name = line_name(report, table, own)
    figure = table.figures.get(cell, Figure(None, None, "", Reading.MISSING))
    for found in (row, column):
        if found.state is LineState.MISSING:
            return _doubtful(own.key, name, None, f"表中缺少“{quotable(found.prescribed)}”")
        if found.state is LineState.UNSURE:
            return _doubtful(
                own.key, name, figure.span, f"无法确认表中哪一处是“{quotable(found.prescribed)}”"
            )
    return _counted(own.key, name, figure)


def _doubtful(key: str, name: str, span: Span | None, doubt: str) -> Term:
    return Term(key, name, Decimal(0), span, doubt=doubt)


def _counted(key: str, name: str, figure: Figure) -> Term:
    if figure.reading is Reading.MISSING:
        return _doubtful(key, name, None, f"表中没有“{quotable(name)}”这一格")
    if figure.reading is Reading.UNSURE:
        return _doubtful(key, name, figure.span, f"无法确认“{quotable(name)}”一格填写的内容")
    if figure.reading is Reading.BLANK:
        return Term(key, name, Decimal(0), figure.span, printed=False, open=True, notes=(BLANK_NOTE,))
    if figure.reading is Reading.NOTHING:
        return Term(key, name, Decimal(0), figure.span, notes=(NOTHING_NOTE,))
    if figure.value is None or figure.reading in {Reading.APPROXIMATE, Reading.TEXT}:
        raw = " ".join(figure.raw.split())
        return _doubtful(key, name, figure.span, f"“{quotable(name)}”填写为“{raw}”，不是确切的数字")
    return Term(key, name, figure.value, figure.span)


def _stand_in(blank: Term, parts: tuple[Term, ...]) -> Term:
    """The sum of the row's own cells in place of a blank cell of 总计; the blank itself where they are blank, too."""
    if not any(part.printed or part.doubt for part in parts):
        return blank
    doubts = (part.doubt for part in parts if part.doubt)
    return Term(
        blank.key,
        blank.name,
        total(parts),
        blank.span,
        open=any(part.open for part in parts),
        doubt=next(doubts, ""),
        notes=(STAND_IN_NOTE, *(note for part in parts for note in part.notes)),
    )


def notes(terms: Iterable[Term]) -> str:
    """The notes of all terms, each once."""
    return "；".join(dict.fromkeys(note for one in terms for note in one.notes))


@dataclass(frozen=True, slots=True)
class Equation:
    """Two lists of lines that must come to the same in every row or column of a table."""

    table: str
    along: Literal["rows", "columns"]
    """rows: the lists name columns; columns: they name rows or groups of the form."""
    left: tuple[str, ...]
    right: tuple[str, ...]
    """The first of them is the total that a finding points at."""
    sum_column: str = ""
    """A column whose blank cells count as the row's own cells of `sum_of`."""
    sum_of: tuple[str, ...] = ()

    def needs_prescribed_form(self, report: Report, table: FormTable) -> bool:
        """Whether it names groups that the table, following another form, may not have."""
        if report.form is None or table.form == report.form.version:
            return False
        return any(name in report.form.groups for name in (*self.left, *self.right))


class Verdict(StrEnum):
    """What came of an equation in one row or column."""

    BALANCED = "balanced"
    BROKEN = "broken"
    OPEN = "open"
    """It does not add up, but what is missing may belong in a blank cell."""
    UNCOUNTABLE = "uncountable"


class Weighing(NamedTuple):
    """An equation in one row or column."""

    equation: Equation
    line: FoundLine
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    verdict: Verdict
    reason: str
    """In Chinese, where the verdict is open or uncountable."""

    @property
    def terms(self) -> tuple[Term, ...]:
        """Both sides."""
        return (*self.left, *self.right)

    @property
    def left_sum(self) -> Decimal:
        """As counted, blanks as 0."""
        return total(self.left)

    @property
    def right_sum(self) -> Decimal:
        """As counted, blanks as 0."""
        return total(self.right)

    @property
    def difference(self) -> Decimal:
        """Between the sides, unsigned."""
        return abs(self.left_sum - self.right_sum)

    @property
    def place(self) -> TablePlace:
        """Of the total."""
        first = self.right[0]
        row, column = (
            (self.line.key, first.key) if self.equation.along == "rows" else (first.key, self.line.key)
        )
        return TablePlace(self.equation.table, row, column)


def weighings(report: Report, equation: Equation) -> Iterator[Weighing]:
    """The equation in every row or column of its table; none where the report has no such table."""
    table = report.tables.get(equation.table)
    if table is None:
        return
    groups = report.form.groups if report.form else {}
    sides = tuple(
        tuple(key for name in names for key in groups.get(name, (name,)))
        for names in (equation.left, equation.right)
    )
    for line_ in table.rows if equation.along == "rows" else table.columns:
        left, right = (
            tuple(_term(report, table, equation, line_.key, key) for key in side) for side in sides
        )
        verdict, reason = _verdict(table, equation, left, right)
        yield Weighing(equation, line_, left, right, verdict, reason)


def _term(report: Report, table: FormTable, equation: Equation, line_key: str, key: str) -> Term:
    row, column = (line_key, key) if equation.along == "rows" else (key, line_key)
    own = read_term(report, table, (row, column), equation.along)
    if own.printed or equation.along == "rows" or column != equation.sum_column:
        return own
    return _stand_in(own, tuple(read_term(report, table, (row, part), "rows") for part in equation.sum_of))


def _verdict(
    table: FormTable, equation: Equation, left: tuple[Term, ...], right: tuple[Term, ...]
) -> tuple[Verdict, str]:
    doubt = next((one.doubt for one in (*left, *right) if one.doubt), "") or _blank_total(right[0], equation)
    if doubt:
        return Verdict.UNCOUNTABLE, doubt
    difference = total(left) - total(right)
    if not difference:
        return Verdict.BALANCED, ""
    if any(one.open for one in (left if difference < 0 else right)):
        return Verdict.OPEN, f"空白格按0计时两边相差{shown(abs(difference))}，差额可能在空白格内"
    if STAND_IN_NOTE in right[0].notes:
        return Verdict.UNCOUNTABLE, f"“{right[0].name}”的总计栏空白"
    if table.extra:
        return Verdict.UNCOUNTABLE, "表中另有表式以外的行或列，无法确定是否应计入"
    return Verdict.BROKEN, ""


def _blank_total(first: Term, equation: Equation) -> str:
    if first.printed:
        return ""
    return f"{first.name}栏空白" if equation.along == "rows" else f"“{first.name}”空白"
