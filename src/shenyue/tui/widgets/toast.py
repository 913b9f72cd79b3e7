"""Toasts of Chinese: Textual cuts every line of a screen where any widget begins or ends, and a wide character there in two."""

from collections.abc import Iterable, Sequence

from textual.geometry import Region
from textual.strip import Strip
from textual.widgets import _toast


class _Uncut(Strip):
    """A line that stays whole: the first piece is all of it, the others are empty, and so nothing is drawn over it."""

    def divide(self, cuts: Iterable[int]) -> Sequence[Strip]:
        """As many pieces as are asked for."""
        return [self if at == 0 else Strip([], 0) for at, _ in enumerate(cuts)]


class WholeToast(_toast.Toast):
    """A toast that lies over the edges of panes without losing a character."""

    def render_lines(self, crop: Region) -> list[Strip]:
        """Its lines, uncut."""
        return [_Uncut(strip, strip.cell_length) for strip in super().render_lines(crop)]


def keep_toasts_whole() -> None:
    """From now on; Textual has no public place to say which toast it shows."""
    _toast.Toast = WholeToast  # type: ignore[misc] # a subclass of it
