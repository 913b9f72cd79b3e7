"""问题: the list of findings, grouped and counted; draws only the lines that are seen."""

from dataclasses import dataclass

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from shenyue.chat.replies import Situation
from shenyue.decisions import Verdict
from shenyue.findings import Finding
from shenyue.output.style import MARKS
from shenyue.tui import desk
from shenyue.tui.grouping import Grouping, Row, rows
from shenyue.tui.plain import plain, shown
from shenyue.tui.wrapping import wrapped

VERDICT_SIGNS = {Verdict.CONFIRMED: "✓", Verdict.REJECTED: "○", Verdict.TO_VERIFY: "?"}


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    text: str
    first: bool


class FindingsList(ScrollView, can_focus=True):
    """The findings under the filter."""

    BORDER_TITLE = "问题"
    COMPONENT_CLASSES = {"group", "error", "warning", "info", "done", "cursor", "chosen"}  # noqa: RUF012 - Textual reads it so

    class Chosen(Message):
        """A finding was pointed at."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(id="findings")
        self.grouping = Grouping.SECTION
        self._rows: tuple[Row, ...] = ()
        self._lines: list[_Line] = []
        self._situation: Situation | None = None
        self._chosen: frozenset[str] = frozenset()
        self._filter_name = ""

    @property
    def order(self) -> tuple[str, ...]:
        """Keys of the findings from top to bottom."""
        return tuple(row.finding.key for row in self._rows if row.finding)

    def show(self, situation: Situation, chosen: frozenset[str]) -> None:
        """Draw a situation; lines are laid out anew only where the rows changed."""
        fresh = rows(desk.visible_findings(situation), self.grouping)
        self._situation, self._chosen = situation, chosen
        if fresh != self._rows:
            self._rows = fresh
            self._lay_out()
        if self._filter_name != situation.filter_name:
            self._filter_name = situation.filter_name
            self.border_subtitle = plain(situation.filter_name)
        self.refresh()
        self._bring_current()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        del event
        self._lay_out()
        self._bring_current()

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width, 12)
        self._lines = []
        for number, row in enumerate(self._rows):
            lead = self._lead(row)
            room = width - cell_len(lead) - (4 if row.finding else 0)
            for at, (start, end) in enumerate(wrapped(shown(row.text), room)):
                head = lead if at == 0 else " " * cell_len(lead)
                self._lines.append(_Line(number, head + shown(row.text)[start:end], at == 0))
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def _lead(self, row: Row) -> str:
        if row.finding is None or self._situation is None:
            return "▾ "
        number = desk.number(self._situation, row.finding.key)
        return f"  {MARKS[row.finding.severity]}{number:>3} {row.finding.rule} "

    def _bring_current(self) -> None:
        if self._situation is None:
            return
        found = [at for at, line in enumerate(self._lines) if self._key(line) == self._situation.current]
        if found:
            self.scroll_to_region(
                Region(0, max(found[0] - 1, 0), 1, len(found) + 2), animate=False, force=True
            )

    def _key(self, line: _Line) -> str:
        finding = self._rows[line.row].finding
        return finding.key if finding else ""

    def render_line(self, y: int) -> Strip:
        """One line of the list."""
        at, width = y + self.scroll_offset.y, self.scrollable_content_region.width
        if at >= len(self._lines) or self._situation is None:
            return Strip.blank(width, self.rich_style)
        line = self._lines[at]
        finding = self._rows[line.row].finding
        style = self._style(finding)
        text, tail = line.text, self._sign(finding) if line.first else ""
        gap = " " * max(width - cell_len(text) - cell_len(tail), 0)
        return Strip([Segment(text + gap + tail, style)]).crop_extend(0, width, style)

    def _sign(self, finding: Finding | None) -> str:
        if finding is None or self._situation is None:
            return ""
        decision = self._situation.review.decisions.get(finding.key)
        noted = "✎" if decision and decision.note else ""
        chosen = "●" if finding.key in self._chosen else ""
        return f" {chosen}{noted}{VERDICT_SIGNS[decision.verdict] if decision else ' '} "

    def _style(self, finding: Finding | None) -> Style:
        if finding is None or self._situation is None:
            return self.get_component_rich_style("group")
        name = "done" if finding.key in self._situation.review.decisions else finding.severity.value
        style = self.get_component_rich_style(name)
        if finding.key in self._chosen:
            style += self.get_component_rich_style("chosen", partial=True)
        if finding.key == self._situation.current:
            style += self.get_component_rich_style("cursor", partial=True)
        return style

    def on_click(self, event: events.Click) -> None:
        """Point at a finding."""
        at = event.y - self.gutter.top + self.scroll_offset.y
        if 0 <= at < len(self._lines) and (key := self._key(self._lines[at])):
            self.post_message(self.Chosen(key))
