"""Figures that differ from their cells but may well speak of something narrower or of others' cases: never an error.

A report that states a quantity rightly in one place and another number in the same words elsewhere mostly breaks the quantity down (by
body, by channel), or tells of cases that it decided for others.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import accumulate

from shenyue.chinese.amounts import find_amounts
from shenyue.model import Span
from shenyue.report import Report
from shenyue.statements import CellSum, ProseFigure

PARTS = "同一句对同一项目写有几个数，可能是其中的各部分"
ELSEWHERE = "同一项目在别处写的数与表一致，此处可能只是其中一部分"
FOLLOWING = "所在的句子说的可能是另外的案件"
EXAMPLE = "“有……件”说的可能只是其中几件"
NO_CASES = "计量单位不是“件”，说的可能不是申请或者案件"
_FEW = 3
"""Figures that together may be a breakdown."""
_FOLLOWING = 4
_NO_COUNT = frozenset({"%", "百分点", "元"})
_UNITS = frozenset("份篇条项个次部人")
_WHOLE = frozenset({"共有", "仅有", "只有", "总有", "计有"})
_COUNTED_IN_CASES = frozenset({"applications", "disputes"})


def doubts_of(
    report: Report, equal: frozenset[CellSum], different: Mapping[ProseFigure, Decimal]
) -> dict[ProseFigure, str]:
    """Why each of the figures that differ may rightly differ, in Chinese; those without a doubt are not in it.

    `equal`: sums that some figure states rightly; `different`: the figures that differ, and by how much each is below its cells.
    """
    doubts: dict[ProseFigure, str] = {}
    for sentence in _by_sentence(different).values():
        narrower = _of_narrower_total(report, sentence)
        for figure in sentence:
            reason = _own(report, figure, sentence, equal, below=different[figure] > 0)
            if not reason and (narrower or _completed(report, figure, different[figure])):
                reason = PARTS
            if not reason and any(other.cells and other in doubts for other in sentence):
                reason = FOLLOWING
            if reason:
                doubts[figure] = reason
    return doubts


def _by_sentence(figures: Mapping[ProseFigure, Decimal]) -> Mapping[Span, list[ProseFigure]]:
    sentences: dict[Span, list[ProseFigure]] = defaultdict(list)
    for figure in sorted(figures, key=lambda one: one.amount.start):
        sentences[figure.sentence].append(figure)
    return sentences


def _of_narrower_total(report: Report, sentence: list[ProseFigure]) -> bool:
    """Whether the figures that differ add up to another number before them: 办公厅办结262件，予以公开88件…其他处理11件."""
    if len(sentence) < _FEW:
        return False
    counts, first = _counts(report, sentence[0]), sentence[0].amount.start
    total = sum((one.value for one in sentence), Decimal(0))
    return any(value == total and at < first for at, value in counts)


def _completed(report: Report, figure: ProseFigure, missing: Decimal) -> bool:
    """Whether the numbers right behind it, which speak of no other cell, make up what it lacks: 部门作出许可176902件，街道5544件."""
    if missing <= 0:
        return False
    told = {one.amount.start for one in report.figures if one.cells and one.cells != figure.cells}
    behind = [value for at, value in _counts(report, figure) if at > figure.amount.start and at not in told]
    return missing in accumulate(behind[:_FOLLOWING])


def _counts(report: Report, figure: ProseFigure) -> list[tuple[int, Decimal]]:
    """The counts of its sentence: where in the document, and how many."""
    amounts = find_amounts(report.document.quote(figure.sentence))
    return [(figure.sentence.start + one.start, one.value) for one in amounts if one.unit not in _NO_COUNT]


def _own(
    report: Report,
    figure: ProseFigure,
    sentence: list[ProseFigure],
    equal: frozenset[CellSum],
    *,
    below: bool,
) -> str:
    if len(set(_values(figure, sentence))) > 1:
        return PARTS
    if figure.cells in equal and below:
        return ELSEWHERE
    before = report.document.text[max(0, figure.amount.start - 2) : figure.amount.start]
    if below and before.endswith("有") and before not in _WHOLE:
        return EXAMPLE
    table = figure.cells.table if figure.cells else ""
    unit = report.document.quote(figure.amount)[-1:]
    return NO_CASES if table in _COUNTED_IN_CASES and unit in _UNITS else ""


def _values(figure: ProseFigure, sentence: list[ProseFigure]) -> Iterator[object]:
    return (other.value for other in sentence if other.cells == figure.cells)
