"""What threads and screens tell the app; widgets keep their own messages nested."""

from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from textual.message import Message

from shenyue.errors import ShenyueError

if TYPE_CHECKING:
    from shenyue.chat.replies import Situation
    from shenyue.review import Review
    from shenyue.tui.keeping import Past


@dataclass
class Opened(Message):
    """A report was read, and checked by most rules."""

    path: Path
    situation: "Situation"
    """At the first finding of what was found at once; `Completed` follows."""
    seen: Event = field(default_factory=Event)
    """Set once it stands on the screen: until then nothing else may take the time of the interpreter."""


@dataclass
class Completed(Message):
    """All rules were applied to it, and what was decided before was taken up."""

    path: Path
    situation: "Situation"
    """Where the reviewer was in it; at its first finding where it is new."""
    past: "Past"


@dataclass
class Refused(Message):
    """A report could not be opened; the reason says why, in Chinese."""

    path: Path
    reason: ShenyueError


@dataclass
class Rereviewed(Message):
    """The rules changed, and a report was judged anew."""

    path: Path
    review: "Review"


@dataclass
class RulesBroken(Message):
    """The rules changed, and cannot be used as they are: every mistake, a line each."""

    sentences: str


@dataclass
class Wanted(Message):
    """The reviewer wants to see a report of the queue, or a further one."""

    path: Path
    district: str | None = None
    """A rule pack to open it with in place of the one chosen."""


@dataclass
class Saved(Message):
    """A review was exported into a file."""

    path: Path
    review: "Review"
    file: Path
    digest: str
    """Of what was written."""


@dataclass
class Worked(Message):
    """The situation of a report changed."""

    path: Path
    situation: "Situation"
