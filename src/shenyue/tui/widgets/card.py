"""The finding on the screen in full: what is wrong, where it stands, how it was counted, how to mend it, on what basis."""

from collections.abc import Iterator

from shenyue.chat.replies import Situation
from shenyue.findings import Finding
from shenyue.model import Span
from shenyue.output.excerpt import excerpt
from shenyue.output.spot import place_text
from shenyue.output.style import MARKS, NAMES
from shenyue.output.unlike import NO_REPORT, is_unlike
from shenyue.report import Report
from shenyue.review import number_of
from shenyue.tui import desk
from shenyue.tui.blocks import QUOTE, Block, Mark, Prose
from shenyue.tui.widgets.page import Page


class Card(Page):
    """One finding."""

    BORDER_TITLE = "这一条"

    def __init__(self) -> None:
        super().__init__(id="card")
        self._shown: tuple[object, ...] = ()

    def present(self, situation: Situation) -> None:
        """Show the current finding, or that there is none; only where it is another or was answered."""
        finding = desk.current(situation)
        shown = (finding, situation.review.decisions.get(situation.current))
        if not self.blocks or shown != self._shown:
            self._shown = shown
            self.show(card_blocks(situation, finding, bracketed=self.app.no_color))


def card_blocks(situation: Situation, finding: Finding | None, *, bracketed: bool = False) -> Iterator[Block]:
    """The card, a paragraph a field; `bracketed`: the quote stands in 【】, for where there are no colours."""
    if is_unlike(situation.review.report):
        yield Prose(NO_REPORT, "warning")
    if finding is None:
        yield Prose("没有选中的问题。" if situation.review.findings else "没有发现问题。")
        return
    number, total = number_of(situation.review, finding.key), len(situation.review.findings)
    head = f"{MARKS[finding.severity]} 第 {number}/{total} 条　{NAMES[finding.severity]}　{finding.rule}"
    yield Prose(head, "strong", marks=(Mark(0, len(head), finding.severity.value),), gap=0)
    for name, text in _fields(situation, finding):
        yield _field(name, text)
        if name == "问题" and finding.place.start is not None and finding.place.end is not None:
            yield _quote(situation, finding, Span(finding.place.start, finding.place.end), bracketed)


def card_text(situation: Situation, finding: Finding) -> str:
    """The same as lines."""
    return "\n".join(block.text for block in card_blocks(situation, finding) if isinstance(block, Prose))


def _fields(situation: Situation, finding: Finding) -> Iterator[tuple[str, str]]:
    decision = situation.review.decisions.get(finding.key)
    if decision:
        note = f"：{decision.note}" if decision.note else ""
        yield "处理", decision.verdict.chinese + note
    yield "问题", finding.message
    yield "位置", place_text(situation.review.report, finding)
    if finding.formula:
        yield "核算", finding.formula
    if finding.suggestion:
        yield "建议", finding.suggestion
    for basis in finding.basis:
        yield "依据", basis


def _field(name: str, text: str, *marks: Mark) -> Prose:
    return Prose(f"{name}　{text}", marks=(Mark(0, len(name), "field"), *marks), gap=0)


def _quote(situation: Situation, finding: Finding, span: Span, bracketed: bool) -> Prose:
    """The quote in its sentence or cell, marked as in the report."""
    shown = excerpt(situation.review.report.document, span)
    quote = shown.quote if shown.quote.strip() else "（空白）"
    if bracketed:
        quote = f"【{quote}】"
    before = _cell(situation.review.report, finding) + shown.before
    begin = len("原文　") + len(before)
    return _field("原文", before + quote + shown.after, Mark(begin, begin + len(quote), QUOTE))


def _cell(report: Report, finding: Finding) -> str:
    """The row and the column of a cell, as the form prescribes them; empty for what is no cell."""
    table = report.tables.get(finding.place.table or "")
    if table is None:
        return ""
    row = next((one.prescribed for one in table.rows if one.key == finding.place.row), "")
    column = next((one.prescribed for one in table.columns if one.key == finding.place.column), "")
    place = "".join(f"“{name}”{kind}" for name, kind in ((row, "行"), (column, "栏")) if name)
    return f"{place}：" if place else ""
