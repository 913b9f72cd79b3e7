"""The main screen: findings, report, conversation, and one situation that all of them show."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.screen import Screen
from textual.widgets import Static

from shenyue.chat.replies import Citation, Reply, Situation
from shenyue.errors import ShenyueError
from shenyue.tui import desk
from shenyue.tui.bursts import TakesWriting
from shenyue.tui.grouping import Grouping
from shenyue.tui.keeping import Keeper, Past, kept
from shenyue.tui.keys import KEYS
from shenyue.tui.messages import Worked
from shenyue.tui.plain import shown
from shenyue.tui.screens import comparing, looking, stepping, talking
from shenyue.tui.screens.actions import ACTIONS
from shenyue.tui.screens.stepping import PANES
from shenyue.tui.talk import Talk
from shenyue.tui.widgets.caption import Caption, PaneTab
from shenyue.tui.widgets.card import Card
from shenyue.tui.widgets.conversation import Ask, Conversation
from shenyue.tui.widgets.findings import FindingsList
from shenyue.tui.widgets.key_line import KeyLine
from shenyue.tui.widgets.page import Page
from shenyue.tui.widgets.report import ReportView

if TYPE_CHECKING:
    from shenyue.rules.adjusting import Adjustment

WIDE = 120
"""Cells from which on all three panes stand beside each other."""
_PASSING = 3
"""Seconds: what is told in passing must not lie over the dialog that follows."""
PANE_NAMES = {"left": "问题", "middle": "报告", "right": "对话"}


class ReviewScreen(TakesWriting, Screen[None]):
    """One report under review."""

    LINE = "#ask"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(",".join((key.key, *key.also)), key.action, key.name, id=key.id, tooltip=key.help)
        for key in KEYS
    ]

    def __init__(
        self,
        situation: Situation,
        talk: Talk | None,
        *,
        folder: str = "",
        keys: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        super().__init__(classes="on-left")
        self.situation = situation
        """Where the reviewer stands; changed by `become` alone."""
        self.talk = talk
        self.keeper: Keeper | None = None
        """Where answers are kept; None: nowhere."""
        self.past = Past()
        """What the store knew of the report when it was opened."""
        self.folder = folder
        """Where the last export went."""
        self.wanted_keys = keys
        """The user's own, by action."""
        self.chosen: frozenset[str] = frozenset()
        """Keys of the findings that the next answer is for; none: the current one alone."""
        self.adjustments: tuple[Adjustment, ...] = ()
        """Changes of the rules that were made here, the last one last."""
        self.sought = ("", 0)
        """The words last searched for, and how often in turn."""
        self.grouping = Grouping.SECTION
        self.pane = "left"

    def compose(self) -> ComposeResult:
        """Caption, tabs of the narrow layout, panes, input line, keys."""
        review = self.situation.review
        yield Caption()
        with Horizontal(id="tabs"):
            for at, pane in enumerate(PANES, 1):
                yield PaneTab(pane, f" {at} {PANE_NAMES[pane]} ")
        with Horizontal(id="panes"):
            with Vertical(id="left"):
                yield FindingsList()
                yield Card()
            with Vertical(id="middle"):
                yield ReportView(review.report)
            with Vertical(id="right"):
                yield Conversation()
        with Horizontal(id="ask-line"):
            yield Static("› ", markup=False)
            yield Ask(talking.Completion(self))
        yield KeyLine(self.wanted_keys)

    def on_mount(self) -> None:
        """Begin at the first finding."""
        self.query_one(ReportView).sign(self.situation.review.findings)
        self.show_pane("left")
        self.redraw(moved=True)
        self._greet()

    def on_resize(self, event: events.Resize) -> None:
        """Three panes or one."""
        self.set_class(event.size.width < WIDE, "narrow")
        self.query_one(Caption).show(self.situation, event.size.width)

    # One situation, shown everywhere.

    def become(self, situation: Situation) -> bool:
        """Another situation holds from now on; False where its answers could not be kept: then nothing changes."""
        review = self.situation.review
        if review.outstanding and review.decisions != situation.review.decisions:
            self.notify(f"还有 {review.outstanding} 条规则在核对，请稍候再处理。", markup=False)
            return False
        try:
            situation, told = kept(self.situation, situation, self.keeper)
        except ShenyueError as reason:
            comparing.refuse(self, str(reason))
            return False
        self.show_situation(situation)
        if told:
            self.says(told)
        return True

    def show_situation(self, situation: Situation) -> None:
        """Show what is on disk."""
        before, self.situation = self.situation, situation
        if before.review.findings is not situation.review.findings:
            self.query_one(ReportView).sign(situation.review.findings)
        self.redraw(moved=before.current != situation.current)
        self.app.post_message(Worked(situation.review.path, situation))

    def complete(self, situation: Situation, past: Past) -> None:
        """All rules were applied."""
        self.past = past
        self.show_situation(desk.grown(self.situation, situation))
        self._greet()

    def _greet(self) -> None:
        """Say what was found, once it is all and stands on the screen."""
        if not self.situation.review.outstanding:
            comparing.meet(self)
            self.call_after_refresh(self.open_conversation)

    def rereviewed(self, situation: Situation) -> None:
        """Rules or what is let pass changed: the same report with other findings."""
        before = self.situation.review
        self.chosen &= frozenset(situation.shown)
        self.show_situation(situation)
        told = desk.difference(before, situation.review)
        if told:
            self.says(told)

    def redraw(self, *, moved: bool) -> None:
        """Every pane shows the situation; the report only where another finding is current."""
        self.query_one(FindingsList).show(self.situation, self.chosen, self.grouping)
        self.query_one(Card).present(self.situation)
        self.query_one(Caption).show(self.situation, self.app.size.width)
        if moved:
            self.query_one(ReportView).show_finding(desk.current(self.situation))

    def says(self, text: str) -> None:
        """A short word of the assistant's."""
        self.query_one(Conversation).says(text)

    def tells_where(self, text: str) -> None:
        """In passing, where the list of findings is not seen to say so."""
        if self.has_class("narrow") and self.pane != "left":
            self.notify(shown(text), markup=False, timeout=_PASSING)

    def show_pane(self, pane: str, *, focus: bool = True) -> None:
        """The pane has the keys, where it is to have them; on a narrow screen it alone is seen."""
        if pane != self.pane:
            self.remove_class(f"on-{self.pane}").add_class(f"on-{pane}")
            self.pane = pane
        for tab in self.query(PaneTab):
            tab.set_class(tab.pane == pane, "shown")
        if focus:
            keyed = {"left": "#findings", "middle": "#report", "right": "#conversation"}[pane]
            self.query_one(keyed).focus(scroll_visible=False)

    # What is pressed and clicked.

    def action_do(self, key: str) -> None:
        """What a key of the table does."""
        ACTIONS[key](self)

    def on_key(self, event: events.Key) -> None:
        """1 2 3 are the panes."""
        if event.character in {"1", "2", "3"}:
            event.stop()
            self.show_pane(PANES[int(event.character) - 1])

    @on(PaneTab.Chosen)
    def tab_chosen(self, event: PaneTab.Chosen) -> None:
        """By mouse."""
        self.show_pane(event.pane)

    @on(FindingsList.Chosen)
    def pointed_at(self, event: FindingsList.Chosen) -> None:
        """By mouse."""
        stepping.go_to(self, event.key)

    @on(ReportView.PointedAt)
    def pointed_into(self, event: ReportView.PointedAt) -> None:
        """By mouse, in the report."""
        looking.point(self, event.span)

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

    @on(Page.Followed)
    def followed(self, event: Page.Followed) -> None:
        """A citation was selected."""
        if isinstance(event.link, Citation):
            talking.follow(self, event.link)
