# ruff: noqa: D102 - what an action does stands in the table of keys
"""The main screen: findings, report, conversation, and one situation that all of them show."""

from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Footer, Static

from shenyue.chat.replies import Reply, Situation
from shenyue.decisions import Verdict
from shenyue.tui import desk
from shenyue.tui.keys import KEYS
from shenyue.tui.messages import Worked
from shenyue.tui.screens import deciding, looking, talking
from shenyue.tui.talk import Talk
from shenyue.tui.widgets.caption import Caption, PaneTab
from shenyue.tui.widgets.card import Card
from shenyue.tui.widgets.conversation import Ask, Cite, Conversation
from shenyue.tui.widgets.findings import FindingsList
from shenyue.tui.widgets.report import ReportView

WIDE = 120
"""Cells from which on all three panes stand beside each other."""
PANES = ("left", "middle", "right")
PANE_NAMES = {"left": "问题", "middle": "报告", "right": "对话"}


class ReviewScreen(Screen[None]):
    """One report under review."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            ",".join((key.key, *key.also)), key.action, key.name, show=key.footer, id=key.id, tooltip=key.help
        )
        for key in KEYS
    ]

    def __init__(self, situation: Situation, talk: Talk | None, *, folder: str = "") -> None:
        super().__init__()
        self.situation = situation
        self.talk = talk
        self.folder = folder
        """Where the last export went."""
        self.chosen: frozenset[str] = frozenset()
        """Keys of the findings that the next answer is for; none: the current one alone."""
        self.pane = "left"

    def compose(self) -> ComposeResult:
        """Caption, tabs of the narrow layout, panes, input line, keys."""
        yield Caption()
        with Horizontal(id="tabs"):
            for at, pane in enumerate(PANES, 1):
                yield PaneTab(pane, f" {at} {PANE_NAMES[pane]} ")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield FindingsList()
                yield Card()
            with Vertical(id="middle"):
                yield ReportView(self.situation.review.report)
            with Vertical(id="right"):
                yield Conversation()
        with Horizontal(id="ask-line"):
            yield Static("› ", markup=False)
            yield Ask(talking.Completion(self))
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin at the first finding."""
        self.show_pane("left")
        self.redraw(moved=True)
        self.open_conversation()

    def on_resize(self, event: events.Resize) -> None:
        """Three panes or one."""
        self.set_class(event.size.width < WIDE, "narrow")
        self.query_one(Caption).show(self.situation, event.size.width)
        self.call_after_refresh(self._bring_again)

    def _bring_again(self) -> None:
        self.query_one(ReportView).show_finding(desk.current(self.situation))

    # One situation, shown everywhere.

    def become(self, situation: Situation) -> None:
        """Another situation holds from now on."""
        before, self.situation = self.situation, situation
        self.redraw(moved=before.current != situation.current)
        if before.review is not situation.review:
            self.app.post_message(Worked(situation.review.path, situation))

    def redraw(self, *, moved: bool) -> None:
        """Every pane shows the situation; the report only where another finding is current."""
        self.query_one(FindingsList).show(self.situation, self.chosen)
        self.query_one(Card).show(self.situation)
        self.query_one(Caption).show(self.situation, self.app.size.width)
        if moved:
            self.query_one(ReportView).show_finding(desk.current(self.situation))

    def says(self, text: str) -> None:
        """A short word of the assistant's."""
        self.query_one(Conversation).says(text)

    def show_pane(self, pane: str, *, focus: bool = True) -> None:
        """The pane has the keys, where it is to have them; on a narrow screen it alone is seen."""
        self.pane = pane
        for other in PANES:
            self.set_class(other == pane, f"on-{other}")
        for tab in self.query(PaneTab):
            tab.set_class(tab.pane == pane, "shown")
        if focus:
            keyed = {"left": "#findings", "middle": "#report", "right": "#turns"}[pane]
            self.query_one(keyed).focus(scroll_visible=False)

    # Stepping.

    def go_to(self, key: str) -> None:
        """Make a finding current; a filter that hides it is lifted."""
        if key not in self.situation.shown:
            self.situation = desk.under(self.situation, desk.filters(self.situation)[0])
        self.become(replace(self.situation, current=key))

    def _step(self, by: int) -> None:
        order = self.query_one(FindingsList).order
        at = order.index(self.situation.current) + by if self.situation.current in order else 0
        if 0 <= at < len(order):
            self.become(replace(self.situation, current=order[at]))
        elif order:
            self.notify("已经是最后一条。" if by > 0 else "已经是第一条。", markup=False)

    def action_next(self) -> None:
        self._step(1)

    def action_previous(self) -> None:
        self._step(-1)

    def action_show(self) -> None:
        self.show_pane("middle")
        self._bring_again()

    @on(FindingsList.Chosen)
    def pointed_at(self, event: FindingsList.Chosen) -> None:
        """By mouse."""
        self.go_to(event.key)

    # Answers.

    def action_confirm(self) -> None:
        deciding.decide(self, Verdict.CONFIRMED)

    def action_reject(self) -> None:
        deciding.decide(self, Verdict.REJECTED)

    def action_to_verify(self) -> None:
        deciding.decide(self, Verdict.TO_VERIFY)

    def action_note(self) -> None:
        deciding.note(self)

    def action_undo(self) -> None:
        deciding.undo(self)

    def action_select(self) -> None:
        deciding.choose(self, frozenset({self.situation.current}))

    def action_same_rule(self) -> None:
        deciding.choose_same_rule(self)

    def action_summary(self) -> None:
        deciding.summarise(self)

    def action_export(self) -> None:
        deciding.export(self)

    # Looking.

    def action_filter(self) -> None:
        looking.filter_findings(self)

    def action_search(self) -> None:
        looking.search(self)

    def action_section(self) -> None:
        looking.go_to_section(self)

    def action_evidence(self) -> None:
        looking.evidence(self)

    def action_basis(self) -> None:
        looking.basis(self)

    def action_table(self) -> None:
        looking.table(self)

    def action_copy(self) -> None:
        looking.copy(self)

    def action_help(self) -> None:
        looking.show_help(self)

    # Panes, the input line, the app.

    def action_pane_left(self) -> None:
        self.show_pane(PANES[PANES.index(self.pane) - 1])

    def action_pane_right(self) -> None:
        self.show_pane(PANES[(PANES.index(self.pane) + 1) % len(PANES)])

    def action_ask(self) -> None:
        if self.query_one(Ask).has_focus:
            self.show_pane(self.pane)
        else:
            self.query_one(Ask).focus()

    def action_leave(self) -> None:
        if self.query_one(Ask).has_focus or self.pane != "left":
            self.show_pane("left")
        elif self.chosen:
            deciding.choose(self, self.chosen)
        elif self.situation.filter_name:
            self.become(desk.under(self.situation, desk.filters(self.situation)[0]))

    async def action_theme(self) -> None:
        await self.run_action("app.turn_theme")

    async def action_queue(self) -> None:
        await self.run_action("app.queue")

    async def action_quit(self) -> None:
        await self.run_action("app.leave")

    @on(PaneTab.Chosen)
    def tab_chosen(self, event: PaneTab.Chosen) -> None:
        """By mouse."""
        self.show_pane(event.pane)

    def on_key(self, event: events.Key) -> None:
        """What a Chinese input method sends goes to the input line, wherever the focus is; 1 2 3 are the panes."""
        if event.character and event.is_printable and not event.character.isascii():
            event.stop()
            self.query_one(Ask).focus()
            self.query_one(Ask).insert_text_at_cursor(event.character)
        elif event.character in {"1", "2", "3"}:
            event.stop()
            self.show_pane(PANES[int(event.character) - 1])

    # The conversation.

    @work(thread=True, group="talk")
    def open_conversation(self) -> None:
        """What the assistant says first; its words load while the first finding is already read."""
        talking.open_conversation(self)

    @on(Ask.Asked)
    def asked(self, event: Ask.Asked) -> None:
        """A key's name does what the key does; anything else is a question."""
        talking.asked(self, event.text)

    @work(thread=True, group="talk")
    def ask(self, text: str) -> None:
        """Ask the assistant, off the screen's thread."""
        talking.ask(self, text)

    def answered(self, asked_of: Situation, text: str, reply: Reply) -> None:
        """Show an answer; where the reviewer moved on meanwhile, ask again from there."""
        talking.answered(self, asked_of, text, reply)

    @on(Cite.Followed)
    def followed(self, event: Cite.Followed) -> None:
        """A citation was selected."""
        talking.follow(self, event.citation)
