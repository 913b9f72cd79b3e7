"""对话: what the assistant and the reviewer said, and the line to type in."""

from typing import ClassVar

from textual import events, on
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.suggester import Suggester
from textual.widgets import Input

from shenyue.chat.replies import Citation, Reply
from shenyue.tui.blocks import Block, Mark, Prose
from shenyue.tui.bursts import WrittenLine
from shenyue.tui.widgets.page import Page

_MOST = 8
"""Citations under one answer; further ones would push the answer off the screen."""


class Conversation(Page):
    """The turns, the latest at the foot; ↑ ↓ go from citation to citation, Enter follows one."""

    BORDER_TITLE = "对话"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "link(1)", "下一处引用", show=False, id="citation-next"),
        Binding("up", "link(-1)", "上一处引用", show=False, id="citation-previous"),
        Binding("enter", "follow", "到引用处", show=False, id="citation-follow"),
    ]

    def __init__(self) -> None:
        super().__init__(id="conversation")
        self._at: int | None = None
        """The citation that Enter follows."""

    def user_says(self, text: str) -> None:
        """What was typed."""
        self._turn(Prose(f"› {text}", "user"))

    def says(self, text: str) -> None:
        """A short word of the assistant's, such as what a key just did."""
        self._turn(Prose(text, "assistant"))

    def replies(self, reply: Reply, named: list[tuple[Citation, str]]) -> None:
        """An answer with its citations, each under the name given, and what may be typed next."""
        blocks: list[Block] = [Prose(reply.text, "assistant", gap=0 if named else 1)]
        blocks += [Prose(f"→ {name}", "cite", gap=0, link=citation) for citation, name in named[:_MOST]]
        if len(named) > _MOST:
            blocks.append(Prose(f"……另有 {len(named) - _MOST} 处，不一一列出", "muted"))
        blocks[-1].gap = 1
        if reply.offers:
            blocks.append(Prose("可以输入：" + "　".join(reply.offers), "muted"))
        self._turn(*blocks)

    def _turn(self, *blocks: Block) -> None:
        """Say it, and show it from its beginning."""
        first = self.add(*blocks)
        self._at = next((at for at in range(first, len(self.blocks)) if self.blocks[at].link), self._at)
        self.bring(first, top=True)

    # Citations by keyboard.

    def on_focus(self) -> None:
        """Show which citation Enter would follow."""
        self._point(self._at)

    def on_blur(self) -> None:
        """Enter is another's."""
        self.mark({})

    def _point(self, at: int | None) -> None:
        self._at = at
        block = None if at is None else self.blocks[at]
        if at is not None and isinstance(block, Prose):
            self.mark({at: (Mark(0, len(block.text), "link"),)})
            if not self.shows(at):
                self.bring(at)

    def action_link(self, by: int) -> None:
        """To another citation; where there is none, scroll."""
        links = [at for at, block in enumerate(self.blocks) if block.link is not None]
        at = links.index(self._at) + by if self._at in links else -1
        if 0 <= at < len(links):
            self._point(links[at])
        else:
            self.scroll_relative(y=by, animate=False)

    def action_follow(self) -> None:
        """Go where it leads."""
        if self._at is not None:
            self.post_message(self.Followed(self.blocks[self._at].link))


class Ask(WrittenLine):
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
            select_on_focus=False,
            compact=True,
        )
        self.cursor_blink = False

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
