"""对话: what the assistant and the reviewer said, and the line to type in."""

from textual import events, on
from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from shenyue.chat.replies import Citation, Reply
from shenyue.tui.widgets.prose import Prose


class Cite(Prose, can_focus=True):
    """A citation; Enter or a click leads there."""

    class Followed(Message):
        """Lead there."""

        def __init__(self, citation: Citation) -> None:
            super().__init__()
            self.citation = citation

    def __init__(self, citation: Citation, text: str) -> None:
        super().__init__(f"→ {text}", classes="cite")
        self._citation = citation

    def on_click(self, event: events.Click) -> None:
        """By mouse."""
        event.stop()
        self.post_message(self.Followed(self._citation))

    def key_enter(self) -> None:
        """By keyboard."""
        self.post_message(self.Followed(self._citation))


class Conversation(Vertical):
    """The turns, the latest at the foot."""

    BORDER_TITLE = "对话"

    def __init__(self) -> None:
        super().__init__(id="conversation")
        self.turns = VerticalScroll(id="turns")

    def compose(self) -> ComposeResult:
        """The turns; the input line stands below all panes."""
        yield self.turns

    def user_says(self, text: str) -> None:
        """What was typed."""
        self._add(Prose(f"› {text}", classes="user"))

    def says(self, text: str) -> None:
        """A short word of the assistant's, such as what a key just did."""
        self._add(Prose(text, classes="assistant"))

    def replies(self, reply: Reply, named: list[tuple[Citation, str]]) -> None:
        """An answer with its citations, each under the name given, and what may be typed next."""
        offers = [Prose("可以输入：" + "　".join(reply.offers), classes="offers")] if reply.offers else []
        self._add(Prose(reply.text, classes="assistant"), *(Cite(*one) for one in named), *offers)

    def _add(self, *widgets: Prose) -> None:
        self.turns.mount(*widgets)
        self.turns.call_after_refresh(self.turns.scroll_to_widget, widgets[0], animate=False, top=True)


class Ask(Input):
    """The input line."""

    class Asked(Message):
        """Something was typed and sent."""

        def __init__(self, text: str) -> None:
            super().__init__()
            self.text = text

    def __init__(self, suggester: Suggester | None = None) -> None:
        super().__init__(
            placeholder="提问，或输入：确认　下一条　不成立　帮助",
            id="ask",
            suggester=suggester,
            compact=True,
        )

    def key_tab(self, event: events.Key) -> None:
        """Take the completion where one is shown; else Tab goes on to the next pane."""
        if self._suggestion:
            event.prevent_default()
            event.stop()
            self.action_cursor_right()

    @on(Input.Submitted)
    def send(self, event: Input.Submitted) -> None:
        """Send what stands there."""
        event.stop()
        text, self.value = event.value.strip(), ""
        if text:
            self.post_message(self.Asked(text))
