"""The line that is always there: whose report, under which filter, how far the work is."""

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.message import Message
from textual.widgets import Static

from shenyue.chat.replies import Situation
from shenyue.findings import Severity
from shenyue.output.style import MARKS
from shenyue.output.unlike import is_unlike
from shenyue.tui import desk
from shenyue.tui.plain import plain


class Caption(Static):
    """One line, the progress always whole."""

    def __init__(self) -> None:
        super().__init__("", id="caption", markup=False)

    def show(self, situation: Situation, width: int) -> None:
        """Show a situation on a screen so wide."""
        self.update(plain(caption(situation, width - 2)), layout=False)


def caption(situation: Situation, width: int) -> str:
    """Left: unit, year, filter, shortened; right: counts and progress, whole."""
    review = situation.review
    counts = " ".join(f"{MARKS[severity]}{review.count(severity)}" for severity in Severity)
    progress = f"已处理 {desk.done(review)}/{len(review.findings)}"
    if review.outstanding:
        progress = f"还有 {review.outstanding} 条规则在核对……"
    right = f"  {counts}　{progress}"
    whose = f"{review.report.unit or review.path.name} {review.report.year or ''}"
    doubt = "　不像年度报告" if is_unlike(review.report) else ""
    left = f"审阅　{whose}{doubt}　{situation.filter_name}"
    room = max(width - cell_len(right), 0)
    if cell_len(left) > room:
        left = set_cell_size(left, max(room - 1, 0)).rstrip() + "…"
    return left + " " * max(room - cell_len(left), 0) + right


class PaneTab(Static):
    """One tab of the narrow layout."""

    DEFAULT_CSS = """
    PaneTab { width: 1fr; height: 1; text-align: center; }
    PaneTab.shown { background: $primary; color: $text; text-style: bold underline; }
    """

    class Chosen(Message):
        """By mouse."""

        def __init__(self, pane: str) -> None:
            super().__init__()
            self.pane = pane

    def __init__(self, pane: str, name: str) -> None:
        super().__init__(name, markup=False)
        self.pane = pane

    def on_click(self, event: events.Click) -> None:
        """Show the pane."""
        event.stop()
        self.post_message(self.Chosen(self.pane))
