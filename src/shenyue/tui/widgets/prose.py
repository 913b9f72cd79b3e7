"""A paragraph on the screen: literal text, wrapped for Chinese, with marked stretches."""

from dataclasses import dataclass

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from shenyue.tui.plain import place_in, shown
from shenyue.tui.wrapping import Line, wrapped


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a widget's own text, and how it is drawn."""

    start: int
    end: int
    style: str


QUOTE = "reverse bold"
"""The characters that a finding is about: shape and colour, for those who do not see colours."""
OPERAND = "underline bold $text-accent"
"""A figure that was counted."""
FOUND = "reverse $text-success"
"""What was searched for."""


class Prose(Widget):
    """One paragraph; a new mark redraws it and nothing else."""

    DEFAULT_CSS = "Prose { height: auto; width: 1fr; }"

    def __init__(self, text: str, marks: tuple[Mark, ...] = (), *, classes: str | None = None) -> None:
        super().__init__(classes=classes)
        self.text = text
        self._shown = shown(text)
        self._marks = marks
        self._lines: dict[int, list[Line]] = {}

    @property
    def marks(self) -> tuple[Mark, ...]:
        """What is marked now."""
        return self._marks

    def mark(self, marks: tuple[Mark, ...]) -> None:
        """Mark these stretches and no others."""
        if marks != self._marks:
            self._marks = marks
            self.refresh()

    def say(self, text: str, marks: tuple[Mark, ...] = ()) -> None:
        """Show another text."""
        if (text, marks) != (self.text, self._marks):
            width = self.content_size.width
            before = len(self.lines(width)) if width else 0
            self.text, self._shown, self._marks, self._lines = text, shown(text), marks, {}
            self.refresh(layout=not width or before != len(self.lines(width)))

    def lines(self, width: int) -> list[Line]:
        """The lines at a width in cells."""
        if width not in self._lines:
            self._lines[width] = wrapped(self._shown, width)
        return self._lines[width]

    def line_of(self, offset: int) -> int:
        """The line on which a character of the text stands, at the present width."""
        at = place_in(self.text, offset)
        starts = [start for start, _ in self.lines(self.content_size.width)]
        return max((number for number, start in enumerate(starts) if start <= at), default=0)

    def get_content_width(self, container: Size, viewport: Size) -> int:
        """All there is."""
        del viewport
        return container.width

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """One row a line."""
        del container, viewport
        return len(self.lines(width))

    def render(self) -> Content:
        """The lines with their marks."""
        content = Content(self._shown)
        for mark in self._marks:
            start, end = place_in(self.text, mark.start), place_in(self.text, mark.end)
            content = content.stylize(mark.style, start, end)
        return Content("\n").join([content[start:end] for start, end in self.lines(self.content_size.width)])
