"""This year's figures against last year's report: what was carried over (X411), what is in force (X412)."""

from collections.abc import Iterator

from shenyue.checks.equations import Term, read_term, shown
from shenyue.checks.naming import line, line_name, table_name
from shenyue.chinese.unit_names import same_unit
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, TablePlace, Unchecked
from shenyue.report import FormTable, Report

CARRIED_OVER_VALUES = frozenset({"column", "value", "prior", "diff", "relation"})
IN_FORCE_VALUES = frozenset({"row", "value", "expected", "prior", "made", "repealed", "diff"})
NO_PRIOR = "没有上年报告"


def no_prior(report: Report) -> NotApplicable | None:
    """Why nothing can be held against last year's report; None where it can."""
    prior = report.prior
    if prior is None:
        return NotApplicable(report.prior_note or NO_PRIOR)
    if report.year is not None and prior.year is not None and prior.year != report.year - 1:
        return NotApplicable(f"所给的对照报告是{prior.year}年度的，不是{report.year - 1}年度的")
    return None


def carried_over(report: Report, *, table: str, row: str, prior_row: str) -> Iterator[Outcome]:
    """In every column, `row` of this year's table is what `prior_row` of last year's was. A blank cell is unknown."""
    absent = no_prior(report)
    if absent or report.prior is None:
        yield absent or NotApplicable(NO_PRIOR)
        return
    here, there = report.tables.get(table), report.prior.tables.get(table)
    if here is None or there is None:
        whose = "本年报告" if here is None else "上年报告"
        yield Unchecked(table, f"{whose}中没有读到{table_name(report, table)}")
        return
    for column in here.columns:
        yield _carried(report, (here, row), (there, prior_row), column.key)


def _carried(
    report: Report, mine: tuple[FormTable, str], last: tuple[FormTable, str], column: str
) -> Outcome:
    prior = report.prior or report
    if all(one.key != column for one in last[0].columns):
        return Unchecked(column, "上年报告的表中没有这一栏")
    own = read_term(report, mine[0], (mine[1], column), "columns")
    other = read_term(prior, last[0], (last[1], column), "columns")
    doubt = _doubt(own, "本年报告") or _doubt(other, "上年报告")
    if doubt:
        return Unchecked(column, doubt, own.span)
    operands = (own.operand, Operand(f"上年报告“{other.name}”", shown(other.value), None))
    if own.value == other.value:
        return Passed(column, operands, report.prior_note)
    difference = shown(abs(own.value - other.value))
    values = {
        "column": line_name(report, mine[0], line(mine[0].columns, column)),
        "value": shown(own.value),
        "prior": shown(other.value),
        "diff": difference,
        "relation": "多" if own.value > other.value else "少",
    }
    return Hit(
        own.span,
        values,
        operands,
        f"{own.name} {shown(own.value)} ≠ 上年报告{other.name} {shown(other.value)}，差 {difference}",
        certain=_one_unit(report),
        name=column,
        cell=TablePlace(mine[0].key, mine[1], column),
    )


def _one_unit(report: Report) -> bool:
    """Whether last year's report bears the same unit's name, in whatever short form."""
    return report.prior is not None and same_unit(report.unit, report.prior.unit)


def _doubt(term: Term, whose: str) -> str:
    if term.doubt:
        return f"{whose}：{term.doubt}"
    return "" if term.printed else f"{whose}的“{term.name}”空白，不能确定数量"


def in_force(report: Report, *, table: str, made: str, repealed: str, standing: str) -> Iterator[Outcome]:
    """In every row, the column `standing` is last year's, plus `made`, less `repealed`. A blank cell is unknown."""
    absent = no_prior(report)
    if absent or report.prior is None:
        yield absent or NotApplicable(NO_PRIOR)
        return
    here, there = report.tables.get(table), report.prior.tables.get(table)
    if there is not None and all(one.key != standing for one in there.columns):
        yield NotApplicable("上年报告采用的表式没有“现行有效件数”一栏")
    elif here is not None and all(one.key != standing for one in here.columns):
        yield NotApplicable("本年报告采用的表式没有“现行有效件数”一栏")
    elif here is None or there is None:
        whose = "本年报告" if here is None else "上年报告"
        yield Unchecked(table, f"{whose}中没有读到{table_name(report, table)}")
    else:
        for row in here.rows:
            yield _standing(report, here, there, row.key, (standing, made, repealed))


def _standing(
    report: Report, here: FormTable, there: FormTable, row: str, columns: tuple[str, str, str]
) -> Outcome:
    own, made, repealed = (read_term(report, here, (row, column), "rows") for column in columns)
    prior = read_term(report.prior or report, there, (row, columns[0]), "rows")
    doubt = next(
        (
            one
            for one in (
                *(_doubt(term, "本年报告") for term in (own, made, repealed)),
                _doubt(prior, "上年报告"),
            )
            if one
        ),
        "",
    )
    if doubt:
        return Unchecked(row, doubt, own.span)
    expected = prior.value + made.value - repealed.value
    operands = (
        Operand(f"上年报告“{prior.name}”", shown(prior.value), None),
        *(one.operand for one in (made, repealed, own)),
    )
    if own.value == expected:
        return Passed(row, operands, report.prior_note)
    difference = shown(abs(own.value - expected))
    values = {
        "row": line_name(report, here, line(here.rows, row)),
        "value": shown(own.value),
        "expected": shown(expected),
        "prior": shown(prior.value),
        "made": shown(made.value),
        "repealed": shown(repealed.value),
        "diff": difference,
    }
    return Hit(
        own.span,
        values,
        operands,
        f"上年{prior.name} {shown(prior.value)} + {made.name} {shown(made.value)} − {repealed.name} {shown(repealed.value)}"
        f" = {shown(expected)} ≠ {own.name} {shown(own.value)}，差 {difference}",
        certain=_one_unit(report),
        name=row,
        cell=TablePlace(here.key, row, columns[0]),
    )
