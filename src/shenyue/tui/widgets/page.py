"""A scrolled page of blocks that draws only the lines that are seen, each once for as long as it stays the same.

A key that moves the reviewer on lays nothing out: marks change single lines, scrolling shows lines that are drawn already.
"""

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import accumulate
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.cache import LRUCache
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.selection import Selection
from textual.strip import Strip

from shenyue.tui.blocks import Block, Mark, Run

Marks = Mapping[int, tuple[Mark, ...]]
"""By ordinal of the block."""
_STYLES = frozenset(
    [
        "assistant",
        "cite",
        "error",
        "field",
        "found",
        "info",
        "level-0",
        "level-1",
        "level-2",
        "level-3",
        "line",
        "link",
        "muted",
        "operand",
        "quote",
        "strong",
        "user",
        "warning",
    ]
)

_KEPT = 96
"""Lines that stay drawn: two screens of them. The interpreter walks over each piece of them again and again."""


class Page(ScrollView, can_focus=True):
    """Blocks below each other."""

    COMPONENT_CLASSES: ClassVar[set[str]] = set(_STYLES)
    margin: ClassVar[int] = 0
    """Cells left of the text, for signs."""

    class Pointed(Message):
        """A place of a block was clicked; None beside the text."""

        def __init__(self, page: "Page", block: int, place: int | None) -> None:
            super().__init__()
            self.page, self.block, self.place = page, block, place

    class Followed(Message):
        """Lead where the block leads."""

        def __init__(self, link: object) -> None:
            super().__init__()
            self.link = link

    def __init__(
        self,
        blocks: Iterable[Block] = (),
        *,
        id: str | None = None,  # noqa: A002 - Textual's name
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self.blocks: list[Block] = list(blocks)
        self._marks: Marks = {}
        self._brought: tuple[int, int, bool] | None = None
        """What was brought into view last; a page that is not seen has no width, and brings it later."""
        self.text_width = 0
        """Cells for the text; 0 until the page is seen."""
        self._starts: list[int] = []
        self._strips: LRUCache[int, Strip] = LRUCache(_KEPT)
        self._styles: dict[tuple[str, ...], Style] = {}

    @property
    def marks(self) -> Marks:
        """What is marked now, besides what the blocks mark themselves."""
        return self._marks

    # What stands on it.

    def show(self, blocks: Iterable[Block]) -> None:
        """These and no others, from the top."""
        self.blocks, self._marks, self._brought = list(blocks), {}, None
        self.lay_out()
        self.scroll_to(y=0, animate=False)

    def add(self, *blocks: Block) -> int:
        """Further blocks at the foot; the ordinal of the first of them."""
        first = len(self.blocks)
        self.blocks.extend(blocks)
        if self._starts:
            foot = self._starts[-1]
            self._starts += _starts(blocks, self.text_width, foot)[1:]
            for line in range(foot, self._starts[-1]):
                self._strips.discard(line)  # drawn blank, if it was seen below the foot
            self._fit()
        return first

    def mark(self, marks: Marks) -> None:
        """Mark these places and no others; only their lines are drawn anew."""
        before, self._marks = self._marks, marks
        for block in {**before, **marks}:
            if before.get(block) != marks.get(block):
                self.redraw(block)

    def redraw(self, block: int) -> None:
        """Draw the lines of a block anew."""
        if self._starts:
            start, height = self._starts[block], self.blocks[block].height(self.text_width)
            for line in range(start, start + height):
                self._strips.discard(line)
            self.refresh_lines(start, height)

    # Where it stands.

    def lay_out(self) -> None:
        """Find the lines of every block at the present width."""
        self._strips.clear()
        if self.text_width:
            self._starts = _starts(self.blocks, self.text_width)
            self._fit()
            self._scroll_there()

    def _fit(self) -> None:
        """As high as its lines, and at least as high as it looks: Textual lays the screen out at every other height."""
        self.virtual_size = Size(self.text_width, max(self._starts[-1], self.size.height))
        self.refresh()

    def on_resize(self, event: events.Resize) -> None:
        """Wrap anew where the width is another."""
        del event
        width = self.scrollable_content_region.width - self.margin
        if width not in {self.text_width, 0}:
            self.text_width = width
            self.lay_out()

    def notify_style_update(self) -> None:
        """Another theme."""
        super().notify_style_update()
        self._strips.clear()
        self._styles.clear()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """All lines."""
        del container, viewport
        return _starts(self.blocks, width - self.scrollbar_size_vertical)[-1] if width > 1 else 0

    def line_of(self, block: int, place: int = 0) -> int:
        """The line of a place, from the top of the page."""
        return self._starts[block] + self.blocks[block].line_of(place, self.text_width)

    def shows(self, block: int) -> bool:
        """Whether a block is in view with its first and its last line."""
        if not self._starts:
            return False
        first, seen = self._starts[block], self.scroll_offset.y
        return seen <= first and first + self.blocks[block].height(self.text_width) <= seen + self.size.height

    def bring(self, block: int, place: int = 0, *, top: bool = False) -> None:
        """Scroll so that a place stands in the upper third, or at the top; there it stays when the width changes."""
        self._brought = (block, place, top)
        self._scroll_there()

    def _scroll_there(self) -> None:
        if self._starts and self._brought:
            block, place, top = self._brought
            above = 0 if top else self.size.height // 3
            self.scroll_to(y=self.line_of(block, place) - above, animate=False, force=True)

    def _block_at(self, line: int) -> tuple[int, int] | None:
        """The block on a line, and which of its lines that is; None between and below them."""
        block = bisect_right(self._starts, line) - 1
        if not 0 <= block < len(self.blocks):
            return None
        within = line - self._starts[block]
        return (block, within) if within < self.blocks[block].height(self.text_width) else None

    # How it is drawn.

    def render_line(self, y: int) -> Strip:
        """One line, with what the mouse has selected."""
        line = y + self.scroll_offset.y
        strip = self._strips.get(line)
        if strip is None:
            strip = self._strips[line] = self._drawn(line)
        selection = self.text_selection
        span = selection.get_span(line) if selection else None
        return self._selected(strip, line, span) if span else strip

    def _runs(self, line: int) -> Sequence[Run]:
        found = self._block_at(line) if self._starts else None
        if found is None:
            return ()
        block, within = found
        runs = self.blocks[block].runs(within, self.text_width, self._marks.get(block, ()))
        return (*self.beside(block, within), *runs)

    def beside(self, block: int, line: int) -> tuple[Run, ...]:
        """What stands in the margin beside a line of a block; as wide as the margin is."""
        del block, line
        return ()

    def _drawn(self, line: int) -> Strip:
        """The line with blanks to its end; each run knows its offset, by which the mouse selects."""
        segments, at, width = [], 0, self.text_width + self.margin
        for text, names in self._runs(line):
            offset = Style.from_meta({"offset": (at, line)})
            segments.append(Segment(text, self._style_of(names) + offset))
            at += len(text)
        blank = width - sum(segment.cell_length for segment in segments)
        segments.append(Segment(" " * max(blank, 0), self._style_of(())))
        return Strip(segments, width if blank >= 0 else None).crop(0, width)

    def _style_of(self, names: tuple[str, ...]) -> Style:
        """The styles laid over each other."""
        if names not in self._styles:
            own = [self.get_component_rich_style(name) for name in names]
            self._styles[names] = Style.combine([self.rich_style, *own])
        return self._styles[names]

    def _selected(self, strip: Strip, line: int, span: tuple[int, int]) -> Strip:
        text = "".join(text for text, _ in self._runs(line))
        start, end = span[0], len(text) if span[1] == -1 else span[1]
        cells = [cell_len(text[:start]), cell_len(text[:end]), self.text_width + self.margin]
        before, chosen, after = strip.divide(cells)
        style = self.screen.get_component_rich_style("screen--selection")
        return Strip.join([before, chosen.apply_style(style), after])

    # What is done with it.

    def get_selection(self, selection: Selection) -> tuple[str, str]:
        """The text that the mouse has selected."""
        lines = ("".join(text for text, _ in self._runs(line)).rstrip() for line in range(self._starts[-1]))
        return selection.extract("\n".join(lines)), "\n"

    def on_click(self, event: events.Click) -> None:
        """Follow a link, or tell what was pointed at."""
        offset = event.get_content_offset(self)
        found = self._block_at(offset.y + self.scroll_offset.y) if offset and self._starts else None
        if found is None or offset is None:
            return
        block, line = found
        event.stop()
        if self.blocks[block].link is not None:
            self.post_message(self.Followed(self.blocks[block].link))
        else:
            place = self.blocks[block].place_at(line, max(offset.x - self.margin, 0), self.text_width)
            self.post_message(self.Pointed(self, block, place))


def _starts(blocks: Sequence[Block], width: int, first: int = 0) -> list[int]:
    """The first line of every block, and where the last one ends."""
    return list(accumulate((block.height(width) + block.gap for block in blocks), initial=first))
