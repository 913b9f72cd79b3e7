"""The line at the foot: as many keys of the table as there is room for; a click does what the key does."""

from collections.abc import Iterator, Mapping

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.strip import Strip
from textual.widget import Widget

from shenyue.tui.keys import KEYS, Key, keymap, sign


class KeyLine(Widget):
    """One line, drawn once."""

    COMPONENT_CLASSES = {"key"}  # noqa: RUF012 - Textual reads it so

    def __init__(self, wanted: Mapping[str, str]) -> None:
        super().__init__(id="keys")
        self._keys = keymap(wanted)

    def _shown(self) -> Iterator[tuple[Key, str, str]]:
        """The keys that fit, the most used first; each with its sign and its name."""
        room = self.size.width
        for key in sorted(KEYS, key=lambda one: not one.footer):
            signs, name = sign(self._keys[key.id].split(",")[0]), f" {key.name}  "
            room -= cell_len(signs) + cell_len(name)
            if room < -1:
                return
            yield key, signs, name

    def render_line(self, y: int) -> Strip:
        """The line."""
        del y
        style = self.get_component_rich_style("key", partial=True)
        segments = [
            part
            for _, signs, name in self._shown()
            for part in (Segment(signs, self.rich_style + style), Segment(name, self.rich_style))
        ]
        return Strip(segments).crop_extend(0, self.size.width, self.rich_style)

    async def on_click(self, event: events.Click) -> None:
        """Do what the key does."""
        event.stop()
        cell = event.x
        for key, signs, name in self._shown():
            cell -= cell_len(signs) + cell_len(name)
            if cell < 0:
                await self.screen.run_action(key.action)
                return
