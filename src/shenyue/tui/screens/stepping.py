"""What the keys do that move about: from finding to finding, from pane to pane, to the input line and back."""

from dataclasses import replace
from typing import TYPE_CHECKING

from shenyue.tui import desk
from shenyue.tui.screens import deciding
from shenyue.tui.widgets.conversation import Ask
from shenyue.tui.widgets.findings import FindingsList
from shenyue.tui.widgets.report import ReportView

if TYPE_CHECKING:
    from shenyue.tui.screens.review import ReviewScreen

PANES = ("left", "middle", "right")


def go_to(screen: "ReviewScreen", key: str) -> None:
    """Make a finding current; a filter that hides it is lifted."""
    situation = screen.situation
    if key not in situation.shown:
        situation = desk.under(situation, desk.filters(situation)[0])
    screen.become(replace(situation, current=key))


def step(screen: "ReviewScreen", by: int) -> None:
    """So many findings on, in the order of the list."""
    order, situation = screen.query_one(FindingsList).order, screen.situation
    at = order.index(situation.current) + by if situation.current in order else 0
    if 0 <= at < len(order):
        screen.become(replace(situation, current=order[at]))
        screen.tells_where(desk.named(situation, order[at]))
    elif order:
        screen.notify("已经是最后一条。" if by > 0 else "已经是第一条。", markup=False)


def show_in_report(screen: "ReviewScreen") -> None:
    """Look at the current finding's spot."""
    screen.show_pane("middle")
    screen.query_one(ReportView).show_finding(desk.current(screen.situation))


def turn_pane(screen: "ReviewScreen", by: int) -> None:
    """To the pane beside."""
    screen.show_pane(PANES[(PANES.index(screen.pane) + by) % len(PANES)])


def to_input(screen: "ReviewScreen") -> None:
    """To the input line, or back from it."""
    if screen.query_one(Ask).has_focus:
        screen.show_pane(screen.pane)
    else:
        screen.query_one(Ask).focus()


def leave(screen: "ReviewScreen") -> None:
    """Back by one step: to the list, then without what is chosen, then without the filter."""
    if screen.query_one(Ask).has_focus or screen.pane != "left":
        screen.show_pane("left")
    elif screen.chosen:
        deciding.choose(screen, screen.chosen)
    elif screen.situation.filter_name:
        screen.become(desk.under(screen.situation, desk.filters(screen.situation)[0]))
