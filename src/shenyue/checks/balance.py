"""Whether the cells of a form table add up: rows, columns and blocks, whatever two lists of lines a rule names."""

from collections.abc import Iterator
from typing import Literal

from shenyue.checks.equations import Equation, Term, Verdict, Weighing, notes, shown, weighings
from shenyue.checks.naming import layout_of, line_name, quotable, table_name
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import FormTable, Report

BALANCE_VALUES = frozenset(
    {"table", "row", "column", "left", "right", "diff", "relation", "left_terms", "right_terms"}
)
_FEW = 7
"""Terms that a formula shows even where they are 0."""


def balance(
    report: Report,
    *,
    table: str,
    along: Literal["rows", "columns"],
    left: tuple[str, ...],
    right: tuple[str, ...],
    sum_column: str = "",
    sum_of: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """Hold left against right in every row (`along = "rows"`: they name columns) or column ("columns": rows or groups).

    The first of `right` is the total. A blank cell of `sum_column` counts as the row's own cells of `sum_of`.
    """
    equation = Equation(table, along, left, right, sum_column, sum_of)
    found = report.tables.get(table)
    if found is None:
        yield _absent(report, table)
    elif equation.needs_prescribed_form(report, found):
        yield Unchecked(table, f"{table_name(report, table)}采用{found.form}年表式，无法按本年表式的项目核对")
    else:
        yield from (_outcome(report, found, weighing) for weighing in weighings(report, equation))


def _absent(report: Report, key: str) -> Outcome:
    layout = layout_of(report, key)
    if report.form is not None and layout is None:
        return NotApplicable(f"{report.form.version}年表式没有这张表")
    return Unchecked(key, f"没有读到{table_name(report, key)}" if layout else "没有读到这张表")


def _outcome(report: Report, table: FormTable, weighing: Weighing) -> Outcome:
    name = weighing.line.key
    if weighing.verdict is Verdict.BALANCED:
        return Passed(name, tuple(one.operand for one in weighing.terms), notes(weighing.terms))
    if weighing.verdict is Verdict.BROKEN:
        return _hit(report, table, weighing)
    return Unchecked(name, weighing.reason, weighing.right[0].span)


def _hit(report: Report, table: FormTable, weighing: Weighing) -> Hit:
    first, label = weighing.right[0], quotable(line_name(report, table, weighing.line))
    rows = weighing.equation.along == "rows"
    return Hit(
        first.span,
        values={
            "table": table_name(report, table.key),
            "row": label if rows else quotable(first.name),
            "column": quotable(first.name) if rows else label,
            "left": shown(weighing.left_sum),
            "right": shown(weighing.right_sum),
            "diff": shown(weighing.difference),
            "relation": "少" if weighing.right_sum < weighing.left_sum else "多",
            "left_terms": _listed(weighing.left, "＋"),
            "right_terms": _listed(weighing.right, "＋"),
        },
        operands=tuple(one.operand for one in weighing.terms),
        formula=_formula(weighing),
        name=weighing.line.key,
        cell=weighing.place,
    )


def _formula(weighing: Weighing) -> str:
    """自然人 12 + 商业企业 0 = 12 ≠ 总计 13，差 1."""
    right_sum = f" = {shown(weighing.right_sum)}" if len(weighing.right) > 1 else ""
    return (
        f"{_listed(weighing.left, ' + ')} = {shown(weighing.left_sum)} ≠ "
        f"{_listed(weighing.right, ' + ')}{right_sum}，差 {shown(weighing.difference)}"
    )


def _listed(terms: tuple[Term, ...], plus: str) -> str:
    """The terms with their figures; of many, only those that are not 0."""
    listed = terms if len(terms) <= _FEW else tuple(one for one in terms if one.value)
    rest = (f"其余{len(terms) - len(listed)}项 0",) if len(listed) < len(terms) else ()
    return plus.join((*(f"{one.name} {shown(one.value)}" for one in listed), *rest))
