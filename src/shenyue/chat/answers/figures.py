"""Figures of the form tables, and the prose held against them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from shenyue.chat.answers.stating import stated
from shenyue.chat.answers.talk import unanswerable
from shenyue.chat.phrases import cell_citation, cell_place, citations, one_line, quote, rule_citation
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.chat.searching import search_words, stated_sentences
from shenyue.checks.equations import shown
from shenyue.checks.figures.cell_sums import add_up, single_cells, sum_name
from shenyue.checks.figures.comparing import Comparison, FigureState, compare
from shenyue.checks.naming import cell_name, table_name
from shenyue.chinese.numerals import read_integer
from shenyue.findings import Finding, Severity
from shenyue.form import CellKey
from shenyue.output.spot import counts_lines, spot
from shenyue.patterns import compiled
from shenyue.report import Figure, FormTable, Reading, Report
from shenyue.review import Review
from shenyue.statements import CellSum

_UNITS = {"fees": "万元"}
_COMPARED = "X401"
_AMOUNT = compiled(r"([0-9〇零一二三四五六七八九十百两]+)(?:件|宗|份|起)")
_STATES = {FigureState.EQUAL: "一致", FigureState.DIFFERS: "不一致", FigureState.UNSURE: "不能确定"}


def report_figure(question: Question, situation: Situation) -> Reply:
    """The cells that are named, one by one and added up; else the sentence that states a number of what is named."""
    report = situation.review.report
    sums = question.slots.cells.cells
    if situation.cell and not sums:
        sums = (CellSum(situation.cell.table, (situation.cell.row,), (situation.cell.column,)),)
    if not sums:
        return _stated(question, situation)
    texts = [_told(report, one) for one in sums]
    doubted = _doubted(situation.review, sums)
    texts += [f"这个数有疑问：{one_line(situation.review, one)}" for one in doubted]
    cites = (*(cite for one in sums for cite in _cells(report, one)), *citations(doubted))
    return Reply(Intent.REPORT_FIGURE, "\n".join(texts), situation, cites, offers=("正文和表格对得上吗",))


def _doubted(review: Review, sums: Sequence[CellSum]) -> list[Finding]:
    """The findings at the very cells that are asked for."""
    asked = {(one.table, *cell) for one in sums for cell in single_cells(review.report, one)}
    return [
        one
        for one in review.findings
        if (one.place.table, one.place.row, one.place.column) in asked and one.severity is not Severity.INFO
    ]


def _cells(report: Report, asked: CellSum) -> Iterator[Citation]:
    table = report.tables.get(asked.table)
    if table is not None:
        yield from (
            cell_citation(table, cell) for cell in single_cells(report, asked) if cell in table.figures
        )


def _told(report: Report, asked: CellSum) -> str:
    table = report.tables.get(asked.table)
    if table is None:
        return f"报告里没有读到{table_name(report, asked.table)}，这个数无从回答。"
    cells = [cell for cell in single_cells(report, asked) if cell in table.figures]
    total = add_up(report, asked)
    if len(cells) > 1 and len(asked.columns) == 1 and total is not None:
        doubt = f"（{total.doubt}，此数未必完整）" if total.doubt else "（空白格按0计）" if total.open else ""
        name = sum_name(report, asked)
        return (
            f"{name}合计 {shown(total.value)} {_unit(asked.table)}{doubt}：{_parts(report, table, cells)}。"
        )
    return "\n".join(
        f"{_value(table[cell], asked.table)}：{cell_place(report, table, cell)}{_line_of(report, table[cell])}。"
        for cell in cells
    )


def _line_of(report: Report, figure: Figure) -> str:
    """（第36行） where the reader counts lines; elsewhere the cell's name is all there is to find it by."""
    return f"（{spot(report, figure.span.start, gap='')}）" if figure.span and counts_lines(report) else ""


def _parts(report: Report, table: FormTable, cells: Sequence[CellKey]) -> str:
    """Every cell that says more than 0, then how many say 0."""
    nothing = [one for one in cells if table[one].value == 0]
    told = [
        f"{cell_name(report, table, one)} {_value(table[one], table.key)}"
        for one in cells
        if one not in nothing
    ]
    rest = f"{'其余 ' if told else ''}{len(nothing)} 格{'都' if len(nothing) > 1 else ''}是 0"
    return "，".join([*told, *([rest] if nothing else [])])


def _unit(table: str) -> str:
    return _UNITS.get(table, "件")


def _value(figure: Figure, table: str) -> str:
    if figure.reading is Reading.BLANK:
        return "空白，没有填数"
    if figure.reading is Reading.MISSING:
        return "表中没有这一格"
    if figure.reading is Reading.UNSURE:
        return "看不出填的是什么"
    if figure.reading is Reading.NUMBER and figure.value is not None:
        return f"{shown(figure.value)} {_unit(table)}"
    return f"填写为{quote(figure.raw)}"


def _stated(question: Question, situation: Situation) -> Reply:
    """A figure of the prose that no table has."""
    report = situation.review.report
    spans = tuple(stated_sentences(report, search_words(question.said)))
    if not spans:
        return stated(question, situation) or unanswerable(question, situation)
    lines = [f"{spot(report, span.start, gap='')}：“{report.document.quote(span).strip()}”" for span in spans]
    text = "统计表里没有这一项，正文这样写：\n" + "\n".join(lines)
    return Reply(Intent.REPORT_FIGURE, text, situation, tuple(Citation(span=span) for span in spans))


def compare_text_table(question: Question, situation: Situation) -> Reply:
    """Every figure of the prose beside its cells; only those that are named where any is."""
    review = situation.review
    report = review.report
    compared = [compare(report, one) for one in report.figures if one.cells is not None and not one.denied]
    asked = {cell for one in question.slots.cells.cells for cell in single_cells(report, one)}
    amounts = _amounts(question.said)
    of_cells = [one for one in compared if asked & _cells_of(report, one)]
    of_amount = [one for one in of_cells or compared if amounts & _values(one)]
    chosen = of_amount or of_cells or compared
    found = [one for one in review.findings if one.rule.startswith("X4")]
    rule = next((one for one in review.pack.rules if one.id == _COMPARED), None)
    cites = (*citations(found), *((rule_citation(rule, report),) if rule and not found else ()))
    cites += tuple(Citation(span=one.figure.span) for one in chosen)
    cites += tuple(cite for one in question.slots.cells.cells for cite in _cells(report, one))
    if not compared:
        text = "正文没有写出能与统计表对应的数字，无从比对。"
    else:
        missing = amounts and not of_amount
        none = [f"其中没有 {'、'.join(map(shown, sorted(amounts)))} 这个数。"] if missing else []
        text = "\n".join((_outcome(compared), *none, *(_line(report, one) for one in chosen)))
    now = replace(situation, current=situation.current or (found[0].key if found else ""))
    return Reply(Intent.COMPARE_TEXT_TABLE, text, now, cites, offers=("为什么", "应该怎么改"))


def _amounts(said: str) -> set[Decimal]:
    """The figures that a question names: 12 of 12件对吗."""
    numbers = (read_integer(match[1]) for match in _AMOUNT.finditer(said))
    return {Decimal(number) for number in numbers if number is not None}


def _values(compared: Comparison) -> set[Decimal]:
    """What the prose says, and what the cells say."""
    return {compared.figure.value, *((compared.summed.value,) if compared.summed else ())}


def _cells_of(report: Report, compared: Comparison) -> set[tuple[str, str]]:
    return set(single_cells(report, compared.figure.cells)) if compared.figure.cells else set()


def _outcome(compared: list[Comparison]) -> str:
    counts = {state: sum(one.state is state for one in compared) for state in FigureState}
    told = "、".join(f"{_STATES[state]} {number} 处" for state, number in counts.items() if number)
    return f"正文共有 {len(compared)} 个数字能与统计表对应：{told}。"


def _line(report: Report, one: Comparison) -> str:
    quoted = quote(report.document.quote(one.figure.span))
    if one.summed is None:
        return f"{_STATES[one.state]}：正文{quoted}；{one.reason}"
    value = _difference(one.figure.value, one.summed.value)
    reason = f"；{one.reason}" if one.reason else ""
    return f"{_STATES[one.state]}：正文{quoted}，{sum_name(report, one.summed.cells)} {shown(one.summed.value)} {_unit(one.summed.cells.table)}{value}{reason}"


def _difference(text: Decimal, cells: Decimal) -> str:
    return f"，相差 {shown(abs(text - cells))}" if text != cells else ""
