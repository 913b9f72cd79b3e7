"""Away from a report: to another one, or out of the app."""

from typing import TYPE_CHECKING

from shenyue.tui.messages import Wanted
from shenyue.tui.queue import line
from shenyue.tui.screens.dialogs import Choice, yes_no
from shenyue.tui.screens.waiting import Picker

if TYPE_CHECKING:
    from shenyue.tui.intake import Intake


def ask_for_report(app: "Intake") -> None:
    """Choose a report of the session, or another."""
    entries = list(app.queue.entries.values())

    def taken(answer: int | None) -> None:
        if answer is not None and answer < len(entries):
            app.post_message(Wanted(entries[answer].path))
        elif answer is not None:
            app.switch_screen(Picker(app.remembered.recent, back=app.queue.awaited))

    app.push_screen(Choice("换报告", [*(line(app.queue, one) for one in entries), "打开另一份报告……"]), taken)


def ask_before_leaving(app: "Intake") -> None:
    """Leave at once where nothing would be lost."""

    def sure(answer: int | None) -> None:
        if answer == 0:
            app.exit(0)

    if app.queue.unsaved == 0:
        app.exit(0)
    else:
        question = f"有 {app.queue.unsaved} 条处理意见还没有导出，退出后不保留。"
        app.push_screen(yes_no(question, "不导出，退出"), sure)
