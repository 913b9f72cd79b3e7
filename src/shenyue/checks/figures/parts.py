"""Parts against their total within the prose (X402): 其中, 包括, 分别为, and outcomes that add up to what was done."""

from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

import regex

from shenyue.checks.equations import shown
from shenyue.checks.figures.cell_sums import single_cells
from shenyue.checks.figures.comparing import FigureState, compare
from shenyue.checks.figures.counted import CountedSentence, counted_sentences
from shenyue.chinese.amounts import Amount
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.statements import CellSum, ProseFigure

LISTED_PARTS_VALUES = frozenset({"total", "sum", "diff", "unit", "parts", "relation"})
_INTRODUCES = compiled(
    r"其中|(?<=[，,；;：:（(])\s*(?:包括|包含|分别为|分别是|分为)|(?<=[件条次篇个项份期场名人宗])\s*[：:]"
)
_OPEN = compiled(r"等(?!级|候|待)|主要|部分(?!公开)|重点|其余|剩余|另|除|不含|以及其他|不等|为主|居多|多为")
_OVERLAPS = compiled(r"同步|重复|交叉|多渠道|兼|同时(?:在|于|通过)|一式|既")
_PIECE = compiled(
    r"(?:[^，,；;、件条次篇个项份期场名人宗]|[件条次篇个项份期场名人宗](?!和|与|及|以及))+[件条次篇个项份期场名人宗]?"
)
"""What stands between commas, or before 和 behind a unit."""
_CHANGE = compiled(r"(?:增加|减少|增长|下降|多|少|增|减)了?$")
_OTHER_YEAR = compiled(r"上一?年|去年|同期|(?:19|20)\d\d年")
_SEPARATOR = compiled(r"[；;]")
_FEW = 2
_OUTCOMES = "outcomes"


class _List(NamedTuple):
    sentence: CountedSentence
    owner: CountedSentence
    """The sentence of the total: the same, or the one before."""
    total: Amount
    parts: tuple[Amount, ...]
    body: str
    """The words from the total to the end of the list."""
    first_group: int
    """How many parts stand before the first semicolon."""
    others: Decimal
    """What the list counts in other units: 图文30篇、访谈5次."""


def listed_parts(report: Report, *, nearly: int) -> Iterator[Outcome]:
    """Add up the parts of every list; `nearly`: percent of the total that parts of 其中 must reach to be taken for all of it."""
    lists = [found for sentence in counted_sentences(report) for found in _lists(sentence)]
    outcomes = [*_outcome_lists(report)]
    if not lists and not outcomes:
        yield NotApplicable("正文没有“其中……”“包括……”一类的分项列举")
        return
    confirmed = _confirmed(report)
    for found in lists:
        yield from _judge(found, nearly, confirmed)
    for total, parts in outcomes:
        yield from _judge_outcomes(report, total, parts)


def _lists(sentence: CountedSentence) -> Iterator[_List]:
    outside = sentence.outside_brackets()
    introductions = list(_INTRODUCES.finditer(sentence.text))
    for number, match in enumerate(introductions):
        end = introductions[number + 1].start() if number + 1 < len(introductions) else len(sentence.text)
        owner, total = _total(sentence, outside, match)
        if total is None:
            continue
        bracket = sentence.bracket_around(match.start())
        amounts = sentence.amounts if bracket else outside
        end = min(end, bracket.end) if bracket else end
        parts = _parts(sentence.text, amounts, match.end(), end, total.unit)
        last = parts[-1].end if parts else match.end()
        stop = _SEPARATOR.search(sentence.text, match.end())
        first = sum(1 for part in parts if stop is None or part.start < stop.start())
        following = compiled(r"[^，。；]*").match(sentence.text[last:])
        body = sentence.text[match.end() : last] + (following[0] if following else "")
        others = [
            one.value
            for one in amounts
            if match.end() <= one.start < end and one.unit not in {total.unit, "%", "百分点", ""}
        ]
        yield _List(sentence, owner, total, parts, body, first, sum(others, Decimal(0)))


def _total(
    sentence: CountedSentence, amounts: tuple[Amount, ...], match: regex.Match[str]
) -> tuple[CountedSentence, Amount | None]:
    """The last count before the list; of a sentence that begins with 其中, the last of the sentence before."""
    before = [one for one in amounts if one.end <= match.start() and one.unit not in {"%", "百分点", ""}]
    if before:
        between = sentence.text[before[-1].end : match.start()]
        near = len(compiled(r"[，,；;]").findall(between)) <= 1 and not _is_change(sentence, before[-1])
        return sentence, before[-1] if near else None
    if sentence.text[: match.start()].strip() or sentence.earlier is None:
        return sentence, None
    earlier = [one for one in sentence.earlier.outside_brackets() if one.unit not in {"%", "百分点", ""}]
    told = bool(earlier) and not _is_change(sentence.earlier, earlier[-1])
    return sentence.earlier, earlier[-1] if told else None


def _is_change(sentence: CountedSentence, amount: Amount) -> bool:
    """增加68件: no quantity that has parts."""
    return _CHANGE.search(sentence.text[: amount.start]) is not None


def _parts(text: str, amounts: tuple[Amount, ...], start: int, end: int, unit: str) -> tuple[Amount, ...]:
    """The counts of the same thing, up to the first clause that has none."""
    found: list[Amount] = []
    for clause in _PIECE.finditer(text[start:end]):
        left, right = start + clause.start(), start + clause.end()
        own = [one for one in amounts if left <= one.start < right]
        if own and _OTHER_YEAR.search(clause[0]):
            continue
        same = [one for one in own if one.unit == unit]
        if not same and not own and found and clause[0].strip("。 ") and not _is_list_word(clause[0]):
            break
        found.extend(same[:1])
    return tuple(found)


def _is_list_word(clause: str) -> bool:
    """A class without its own number: 政策、法规类12条."""
    return len(clause.strip()) <= 6  # noqa: PLR2004 - characters of a bare noun


def _confirmed(report: Report) -> frozenset[Span]:
    """The numbers that a table has as they are."""
    return frozenset(one.amount for one in report.figures if compare(report, one).state is FigureState.EQUAL)


def _judge(found: _List, nearly: int, confirmed: frozenset[Span]) -> Iterator[Outcome]:
    exact = not (found.total.approximate or found.total.each) and not any(
        part.approximate or part.each for part in found.parts
    )
    if len(found.parts) < _FEW or not exact or not found.total.value:
        return
    sums = [
        sum((part.value for part in found.parts[:count]), Decimal(0))
        for count in range(1, len(found.parts) + 1)
    ]
    operands = tuple(
        Operand(
            found.sentence.text[_left(found, number) : part.end].strip("，,；;、和及 "),
            shown(part.value),
            found.sentence.span(part),
        )
        for number, part in enumerate(found.parts)
    )
    if sums_up(found, sums[1:]):
        yield Passed("parts", operands)
        return
    if sums[-1] + found.others == found.total.value:
        yield Passed("parts", operands)
        return
    reached = sums[max(found.first_group, 1) - 1]
    told = {found.owner.span(found.total), *(found.sentence.span(part) for part in found.parts)}
    if _is_silent(found, reached, nearly) or (told <= confirmed and reached < found.total.value):
        return
    yield _hit(found.owner.span(found.total), found.total, reached, operands[: max(found.first_group, 1)])


def sums_up(found: _List, sums: list[Decimal]) -> bool:
    """Whether the parts make up the total, or another count before the list that may be meant."""
    return any(value in sums for value in _counts_before(found))


def _counts_before(found: _List) -> Iterator[Decimal]:
    """The counts of the same unit that the list may be the parts of: of a sentence that begins with 其中, any of the paragraph before."""
    if found.owner is found.sentence:
        amounts = [one for one in found.owner.amounts if one.start <= found.total.start]
    else:
        amounts = [one for sentence in found.owner.with_earlier() for one in sentence.amounts]
    return (one.value for one in amounts if one.unit == found.total.unit)


def _is_silent(found: _List, reached: Decimal, nearly: int) -> bool:
    """Partial and overlapping lists, and such as leave too much out to be meant as complete."""
    if _OVERLAPS.search(found.sentence.text) or found.first_group == 1:
        return True
    if reached > found.total.value:
        return any(value > reached for value in _counts_before(found))
    return _OPEN.search(found.body) is not None or reached * 100 < found.total.value * nearly


def _left(found: _List, number: int) -> int:
    if number:
        return found.parts[number - 1].end
    text = found.sentence.text[: found.parts[0].start]
    return max((match.end() for match in _INTRODUCES.finditer(text)), default=0)


def _hit(span: Span, total: Amount, reached: Decimal, operands: tuple[Operand, ...]) -> Hit:
    return _unequal(span, total.value, total.unit, reached, operands)


def _unequal(span: Span, total: Decimal, unit: str, reached: Decimal, operands: tuple[Operand, ...]) -> Hit:
    plus = " + ".join(operand.value for operand in operands)
    formula = f"{plus} = {shown(reached)} ≠ {shown(total)}，差 {shown(abs(reached - total))}"
    values = {
        "total": shown(total),
        "sum": shown(reached),
        "diff": shown(abs(reached - total)),
        "unit": unit,
        "parts": plus,
        "relation": "多出" if reached > total else "少",
    }
    return Hit(span, values, operands, formula=formula, name="parts")


# -- outcomes of applications, linked to the table


def _outcome_lists(report: Report) -> Iterator[tuple[ProseFigure, tuple[ProseFigure, ...]]]:
    """Figures of one paragraph that together make up all outcomes, with the figure of what was done."""
    groups = report.form.groups if report.form else {}
    outcomes = set(groups.get(_OUTCOMES, ()))
    for block in report.document.paragraphs():
        own = [one for one in report.figures if one.span in block.span and _counts_cases(one)]
        totals = [one for one in own if one.cells and one.cells.rows == ("total",)]
        parts = [one for one in own if one.cells and _rows(report, one.cells) < outcomes]
        rows = [row for one in parts if one.cells for row in _rows(report, one.cells)]
        if len(totals) == 1 and len(parts) > _FEW and len(set(rows)) == len(rows):
            left = outcomes - set(rows)
            if not any(_filled(report, row) for row in left):
                yield totals[0], tuple(parts)


def _counts_cases(figure: ProseFigure) -> bool:
    cells = figure.cells
    return (
        cells is not None
        and (cells.table, cells.columns) == ("applications", ("total",))
        and not figure.approximate
    )


def _rows(report: Report, cells: CellSum) -> set[str]:
    return {row for row, _ in single_cells(report, cells)}


def _filled(report: Report, row: str) -> bool:
    table = report.tables.get("applications")
    return table is None or any(table[row, column.key].value for column in table.columns)


def _judge_outcomes(report: Report, total: ProseFigure, parts: tuple[ProseFigure, ...]) -> Iterator[Outcome]:
    operands = tuple(Operand(report.document.quote(one.span), shown(one.value), one.span) for one in parts)
    reached = sum((one.value for one in parts), Decimal(0))
    if reached == total.value:
        yield Passed("outcomes", operands)
    elif not _told_already(report, total):
        yield _unequal(total.amount, total.value, "件", reached, operands)


def _told_already(report: Report, total: ProseFigure) -> bool:
    """Whether the list stands behind its total with 其中, and is judged as such."""
    text = report.document.quote(Span(total.span.end, total.sentence.end))
    return compiled(r"[，,]?\s*其中").match(text) is not None
