"""问题: the list of findings, grouped and counted; draws only the lines that are seen."""

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import Binding, BindingType
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
_SIGNS = 4
"""Cells at the end of a line for what was decided."""


@dataclass(frozen=True, slots=True)
class _Line:
    row: int
    text: str
    first: bool


class FindingsList(ScrollView, can_focus=True, inherit_bindings=False):
    """The findings under the filter. Arrows are the screen's: they step, they do not scroll."""

    BORDER_TITLE = "问题"
    COMPONENT_CLASSES = {"group", "error", "warning", "info", "muted", "cursor", "chosen"}  # noqa: RUF012 - Textual reads it so
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("home", "leap(-1_000_000)", "第一条", show=False, id="findings-first"),
        Binding("end", "leap(1_000_000)", "最后一条", show=False, id="findings-last"),
    ]

    class Chosen(Message):
        """A finding was pointed at."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    def __init__(self) -> None:
        super().__init__(id="findings")
        self.order: tuple[str, ...] = ()
        """Keys of the findings from top to bottom."""
        self._rows: tuple[Row, ...] = ()
        self._lines: list[_Line] = []
        self._numbers: dict[str, int] = {}
        self._at: dict[str, tuple[int, int]] = {}
        """By key: the first line, and how many there are."""
        self._situation: Situation | None = None
        self._grouping = Grouping.SECTION
        self._chosen: frozenset[str] = frozenset()

    def show(self, situation: Situation, chosen: frozenset[str], grouping: Grouping) -> None:
        """Draw a situation; what is laid out and drawn stays where nothing of it changed."""
        before, self._situation = self._situation, situation
        same_rows = before is not None and grouping is self._grouping and _same_rows(before, situation)
        self._grouping = grouping
        if not same_rows:
            self.border_subtitle = plain(situation.filter_name)
            self._arrange()
        if before is None or not same_rows or chosen != self._chosen:
            self._chosen = chosen
            self.refresh()
        else:
            for key in _changed(before, situation):
                self._refresh_finding(key)
        self._bring_current()

    def _arrange(self) -> None:
        if self._situation is None:
            return
        found = self._situation.review.findings
        self._numbers = {finding.key: number for number, finding in enumerate(found, 1)}
        self._rows = rows(desk.visible_findings(self._situation), self._grouping)
        self.order = tuple(row.finding.key for row in self._rows if row.finding)
        self._lay_out()

    def _refresh_finding(self, key: str) -> None:
        if key in self._at:
            self.refresh_lines(*self._at[key])

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew."""
        del event
        self._lay_out()
        self._bring_current()

    def _lay_out(self) -> None:
        width = max(self.scrollable_content_region.width, 12)
        self._lines, self._at = [], {}
        for number, row in enumerate(self._rows):
            lead = self._lead(row)
            text, room = shown(row.text), width - cell_len(lead) - (_SIGNS if row.finding else 0)
            pieces = wrapped(text, room)
            if row.finding:
                self._at[row.finding.key] = (len(self._lines), len(pieces))
            for at, (start, end) in enumerate(pieces):
                head = lead if at == 0 else " " * cell_len(lead)
                self._lines.append(_Line(number, head + text[start:end], at == 0))
        self.virtual_size = Size(width, max(len(self._lines), self.size.height))
        self.refresh()

    def _lead(self, row: Row) -> str:
        if row.finding is None:
            return "▾ "
        return f"  {MARKS[row.finding.severity]}{self._numbers[row.finding.key]:>3} {row.finding.rule} "

    def _bring_current(self) -> None:
        if self._situation is not None and self._situation.current in self._at:
            first, height = self._at[self._situation.current]
            self.scroll_to_region(Region(0, max(first - 1, 0), 1, height + 2), animate=False, force=True)

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
        name = "muted" if finding.key in self._situation.review.decisions else finding.severity.value
        style = self.get_component_rich_style(name)
        if finding.key in self._chosen:
            style += self.get_component_rich_style("chosen", partial=True)
        if finding.key == self._situation.current:
            style += self.get_component_rich_style("cursor", partial=True)
        return style

    def on_click(self, event: events.Click) -> None:
        """Point at a finding."""
        at = event.y - self.gutter.top + self.scroll_offset.y
        finding = self._rows[self._lines[at].row].finding if 0 <= at < len(self._lines) else None
        if finding is not None:
            self.post_message(self.Chosen(finding.key))

    def action_leap(self, by: int) -> None:
        """Many findings on, or as many as there are."""
        if self._situation is not None and self._situation.current in self.order:
            at = self.order.index(self._situation.current) + by
            self.post_message(self.Chosen(self.order[min(max(at, 0), len(self.order) - 1)]))


def _same_rows(one: Situation, other: Situation) -> bool:
    return (one.review.findings, one.shown, one.filter_name) == (
        other.review.findings,
        other.shown,
        other.filter_name,
    )


def _changed(one: Situation, other: Situation) -> set[str]:
    """Keys of the findings that look different."""
    old, new = one.review.decisions, other.review.decisions
    answered = {key for key in {**old, **new} if old.get(key) != new.get(key)} if old is not new else set()
    return answered | ({one.current, other.current} if one.current != other.current else set())
