"""Nothing of a report is markup: it neither vanishes, nor styles, nor ends the app, nor reaches the terminal raw."""

import asyncio
from dataclasses import replace
from pathlib import Path

import pytest
from app_by_hand import ROOT, order, press, review_screen, run, seen
from textual.app import App, ComposeResult
from textual.pilot import Pilot
from textual.widget import Widget
from textual.widgets import DataTable, OptionList

from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.review import Order, open_review
from shenyue.tui.app import ShenyueApp
from shenyue.tui.blocks import DrawnTable, Mark, Prose
from shenyue.tui.desk import begun
from shenyue.tui.grid import GridCell
from shenyue.tui.grouping import Grouping
from shenyue.tui.plain import plain, plain_rich, shown
from shenyue.tui.screens.dialogs import AskText, Choice
from shenyue.tui.screens.exporting import ExportDialog
from shenyue.tui.screens.reading import Reading
from shenyue.tui.screens.waiting import Loading, Picker
from shenyue.tui.widgets.caption import Caption
from shenyue.tui.widgets.card import Card
from shenyue.tui.widgets.conversation import Conversation
from shenyue.tui.widgets.findings import FindingsList
from shenyue.tui.widgets.page import Page

HOSTILE = "[bookmark: _GoBack]甲[/b]乙[/]丙[link=http://x]丁[red]戊\x1b[31m己\u202e庚\x07辛"
VISIBLE = ("[bookmark: _GoBack]", "[/b]", "[/]", "[link=http://x]", "[red]", "␛[31m", "⟨U+202E⟩", "␇")


def _hostile_situation() -> Situation:
    review = open_review(ROOT / "corpora" / "reports" / "street-2023-faulty.docx", Order())
    first, *rest = review.findings
    bad = replace(first, title=HOSTILE, message=HOSTILE, quote=HOSTILE, suggestion=HOSTILE, formula=HOSTILE)
    bad = replace(bad, place=replace(bad.place, heading=HOSTILE))
    checked = replace(review.checked, findings=(bad, *rest))
    identity = replace(review.report.identity, unit=HOSTILE)
    return replace(
        begun(replace(review, checked=checked, report=replace(review.report, identity=identity))),
        filter_name=HOSTILE,
    )


class _Stage(App[None]):
    """One widget alone."""

    def __init__(self, widget: Widget) -> None:
        super().__init__()
        self.widget = widget

    def compose(self) -> ComposeResult:
        yield self.widget


def _widgets() -> list[Widget]:
    return [Page([Prose(HOSTILE, "level-1", marks=(Mark(20, 24, "quote"),))]), Page([DrawnTable([GridCell(HOSTILE, 0, 0)])]),
            Conversation(), FindingsList(), Card(), Caption(), OptionList(plain(HOSTILE)), DataTable()]  # fmt: skip


@pytest.mark.parametrize("widget", _widgets(), ids=lambda widget: type(widget).__name__)
def test_every_widget_shows_it_literally(widget: Widget) -> None:
    async def lived() -> str:
        app = _Stage(widget)
        async with app.run_test(size=(200, 40)) as pilot:
            _feed(widget)
            await pilot.pause()
            text = seen(app)  # type: ignore[arg-type]
            assert "\x1b" not in text
            assert "\u202e" not in text
            return text

    text = asyncio.run(lived()).replace(" ", "")
    assert all(sign.replace(" ", "") in text for sign in VISIBLE)


def _feed(widget: Widget) -> None:
    situation = _hostile_situation()
    if isinstance(widget, Conversation):
        widget.user_says(HOSTILE)
        widget.replies(Reply(Intent.HELP, HOSTILE, situation, offers=(HOSTILE,)), [(Citation(), HOSTILE)])
    elif isinstance(widget, FindingsList):
        widget.show(situation, frozenset(), Grouping.RULE)
    elif isinstance(widget, Card):
        widget.present(situation)
    elif isinstance(widget, Caption):
        widget.show(situation, 200)
    elif isinstance(widget, DataTable):
        widget.add_column(plain_rich(HOSTILE), width=150)
        widget.add_row(plain_rich(HOSTILE))


@pytest.mark.parametrize(
    "screen",
    [
        Choice(HOSTILE, [HOSTILE], before=HOSTILE),
        AskText(HOSTILE, "", [HOSTILE], value="x"),
        Reading(HOSTILE, [Prose(HOSTILE)]),
        Picker((HOSTILE,), shown(HOSTILE)),
        Loading(Path(HOSTILE)),
        ExportDialog(_hostile_situation().review, shown(HOSTILE)),
    ],
    ids=["choice", "ask", "reading", "picker", "loading", "export"],
)
def test_every_screen_shows_it_literally(screen) -> None:  # type: ignore[no-untyped-def]
    async def lived() -> str:
        app = ShenyueApp([], order)
        async with app.run_test(size=(200, 40)) as pilot:
            await app.push_screen(screen)
            await pilot.pause()
            return seen(app)

    text = asyncio.run(lived())
    assert "[red]" in text
    assert "\x1b" not in text


def test_a_report_full_of_it_can_be_reviewed(tmp_path: Path) -> None:
    report = tmp_path / "[b]敌意.txt"
    lines = [
        "某街道2023年政府信息公开工作年度报告",
        "一、总体情况[/b]",
        HOSTILE,
        f"（一）{HOSTILE}",
        "二、主动公开政府信息情况",
    ]
    report.write_text("\n".join(lines), "utf-8")

    async def story(app: ShenyueApp, pilot: Pilot[int]) -> None:
        for _ in review_screen(app).situation.review.findings:
            await press(pilot, "n")
        await press(
            pilot, "e", "escape", "b", "escape", "g", "escape", "y", "f", "escape", "slash", *"[/b]", "enter"
        )
        await press(pilot, "escape", "escape", "o", "escape", "w", "escape")
        await press(pilot, "m", "right", "right", "y", *["down"] * 7, "enter")
        assert app.is_running

    run(story, report)
    assert len(list(tmp_path.iterdir())) == 2
