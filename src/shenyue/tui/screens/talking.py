"""The conversation on the main screen: what is typed, what is answered, where citations lead."""

from typing import TYPE_CHECKING

from textual.suggester import Suggester

from shenyue.chat.replies import Citation, Reply, Situation
from shenyue.model import Span
from shenyue.output.spot import spot
from shenyue.report import Report
from shenyue.review import number_of
from shenyue.tui.blocks import QUOTE
from shenyue.tui.keys import BY_NAME, KEYS
from shenyue.tui.messages import Wanted
from shenyue.tui.screens import deciding, stepping
from shenyue.tui.talk import Talk, conversation
from shenyue.tui.widgets.conversation import Conversation
from shenyue.tui.widgets.report import ReportView

if TYPE_CHECKING:
    from shenyue.tui.screens.review import ReviewScreen

_QUOTED = 12


class Completion(Suggester):
    """How the line may go on: names of keys, then what the assistant knows."""

    def __init__(self, screen: "ReviewScreen") -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._screen = screen

    async def get_suggestion(self, value: str) -> str | None:
        """The first that fits."""
        names = [key.name for key in KEYS]
        talk = self._screen.talk
        known = talk.complete(self._screen.situation, value) if talk is not None else ()
        return next((one for one in (*names, *known) if one.startswith(value) and one != value), None)


def open_conversation(screen: "ReviewScreen") -> None:
    """In a thread: the first turn."""
    try:
        talk = screen.talk or conversation()
        reply = talk.opening(screen.situation.review)
    except Exception as reason:  # noqa: BLE001 - the review goes on without the assistant
        screen.app.call_from_thread(_failed, screen, reason)
    else:
        screen.app.call_from_thread(_opened, screen, talk, reply)
        talk.warm(screen.situation.review)


def _failed(screen: "ReviewScreen", reason: Exception) -> None:
    screen.says(f"助手出错了（{type(reason).__name__}），这一句没有回答；按键和列表照常可用。")


def _opened(screen: "ReviewScreen", talk: Talk, reply: Reply) -> None:
    screen.talk = talk
    _show(screen, reply)
    if screen.past.note and not screen.past.said:
        screen.says(screen.past.note)


def asked(screen: "ReviewScreen", text: str) -> None:
    """A key's name does what the key does; anything else is a question."""
    screen.query_one(Conversation).user_says(text)
    key = BY_NAME.get(text.removeprefix("/"))
    if key is not None:
        screen.call_later(screen.run_action, key.action)
    else:
        screen.show_pane("right", focus=False)
        screen.ask(text)


def ask(screen: "ReviewScreen", text: str) -> None:
    """In a thread: the answer."""
    situation = screen.situation
    try:
        reply = (screen.talk or conversation()).respond(situation, text)
    except Exception as reason:  # noqa: BLE001 - as above
        screen.app.call_from_thread(_failed, screen, reason)
    else:
        screen.app.call_from_thread(screen.answered, situation, text, reply)


def answered(screen: "ReviewScreen", asked_of: Situation, text: str, reply: Reply) -> None:
    """Show an answer; where the reviewer moved on meanwhile, ask again from there."""
    if screen.situation is not asked_of:
        screen.ask(text)
        return
    if not screen.become(reply.situation):
        return
    _show(screen, reply)
    if reply.wish and reply.wish.what == "export":
        deciding.export(screen, reply.wish.value)
    elif reply.wish and reply.wish.what == "switch_pack":
        screen.app.post_message(Wanted(screen.situation.review.path, reply.wish.value))


def _show(screen: "ReviewScreen", reply: Reply) -> None:
    named = {cite_name(screen.situation, cite): cite for cite in reply.cites}
    screen.query_one(Conversation).replies(reply, [(cite, name) for name, cite in named.items() if name])


def cite_name(situation: Situation, cite: Citation) -> str:
    """What a citation is called on the screen; empty where it names nothing."""
    report = situation.review.report
    parts = []
    if cite.finding:
        parts.append(f"第 {number_of(situation.review, cite.finding)} 条")
    if cite.rule:
        parts.append(f"规则 {cite.rule}")
    if cite.basis and not cite.finding:
        parts.append(cite.basis)
    span = cite_span(report, cite)
    if span:
        quote = report.document.quote(span).replace("\n", " ").strip()
        parts.append(f"{spot(report, span.start)}“{quote[:_QUOTED]}{'…' if len(quote) > _QUOTED else ''}”")
    return "　".join(parts)


def cite_span(report: Report, cite: Citation) -> Span | None:
    """Where a citation stands in the text."""
    if cite.span is not None or cite.cell is None or cite.cell.table not in report.tables:
        return cite.span
    figure = report.tables[cite.cell.table].figures.get((cite.cell.row, cite.cell.column))
    return figure.span if figure else None


def follow(screen: "ReviewScreen", cite: Citation) -> None:
    """Go where a citation leads."""
    span = cite_span(screen.situation.review.report, cite)
    if cite.finding:
        stepping.go_to(screen, cite.finding)
    if span:
        screen.show_pane("middle")
        screen.query_one(ReportView).show_spans(((span, QUOTE),))
    elif cite.finding:
        screen.show_pane("left")
