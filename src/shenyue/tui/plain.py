"""The only way by which a report's characters reach the screen: literal, never markup, never an escape."""

from rich.text import Text
from textual.content import Content

from shenyue.output.literal import visible


def shown(text: str) -> str:
    """The text as it may stand on the screen; a tab is one blank."""
    return visible(text).replace("\t", " ")


def plain(text: str) -> Content:
    """For widgets that take Content: Static, Label, Button, OptionList, toasts."""
    return Content(shown(text))


def plain_rich(text: str) -> Text:
    """For the widgets that take only rich Text: DataTable and Tree."""
    return Text(shown(text))


def place_in(text: str, offset: int) -> int:
    """Where an offset of the text stands in `shown(text)`."""
    offset = min(max(offset, 0), len(text))
    return offset if len(shown(text)) == len(text) else len(shown(text[:offset]))
