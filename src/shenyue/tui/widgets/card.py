"""The finding on the screen in full: what is wrong, how it was counted, how to mend it, on what basis, what was decided."""

from collections.abc import Iterator

from textual.containers import VerticalScroll

from shenyue.chat.replies import Situation
from shenyue.findings import Finding
from shenyue.output.as_text import place_text
from shenyue.output.style import MARKS, NAMES
from shenyue.tui import desk
from shenyue.tui.widgets.prose import Mark, Prose


class Card(VerticalScroll):
    """One finding."""

    BORDER_TITLE = "这一条"

    def __init__(self) -> None:
        super().__init__(id="card")
        self._prose = Prose("")

    def compose(self) -> Iterator[Prose]:
        """One text."""
        yield self._prose

    def show(self, situation: Situation) -> None:
        """Show the current finding, or that there is none."""
        finding = desk.current(situation)
        if finding is None:
            self._prose.say("没有发现问题。" if not situation.review.findings else "没有选中的问题。")
            return
        text, marks = card_text(situation, finding)
        self._prose.say(text, marks)
        self.scroll_home(animate=False)


def card_text(situation: Situation, finding: Finding) -> tuple[str, tuple[Mark, ...]]:
    """The card as lines, with the names of its fields marked."""
    lines, marks, length = [], [], 0
    for name, text in _fields(situation, finding):
        line = f"{name}　{text}" if name else text
        marks.append(
            Mark(length, length + (len(name) or len(line)), "bold $text-primary" if name else "bold")
        )
        lines.append(line)
        length += len(line) + 1
    return "\n".join(lines), tuple(marks)


def _fields(situation: Situation, finding: Finding) -> Iterator[tuple[str, str]]:
    number, total = desk.number(situation, finding.key), len(situation.review.findings)
    yield "", f"{MARKS[finding.severity]} 第 {number}/{total} 条　{NAMES[finding.severity]}　{finding.rule}"
    decision = situation.review.decisions.get(finding.key)
    if decision:
        note = f"：{decision.note}" if decision.note else ""
        yield "处理", decision.verdict.chinese + note
    yield "问题", finding.message
    yield "位置", place_text(finding)
    if finding.formula:
        yield "核算", finding.formula
    if finding.suggestion:
        yield "建议", finding.suggestion
    for basis in finding.basis:
        yield "依据", basis
