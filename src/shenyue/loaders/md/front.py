"""What stands before the text of a Markdown file for the program that publishes it: front matter between two lines of dashes."""

from typing import NamedTuple

import regex

from shenyue.patterns import compiled

_LONGEST = 100
"""Lines of front matter."""
_KEY = compiled(r"[\w.-]{1,60}\s*:|\s|#|- |$")
_TITLE = compiled(r"title\s*:\s*[\"']?(?P<title>.*?)[\"']?\s*$", regex.IGNORECASE)


class Front(NamedTuple):
    """Front matter."""

    lines: int
    """How many lines it takes up; 0 where there is none."""
    title: str = ""
    number: int = 0
    """The 1-based line of the title."""
    offset: int = 0
    """Where the title begins in its line."""


def front_of(lines: list[str]) -> Front:
    """The front matter that leads the lines of a file."""
    if not lines or lines[0].rstrip() != "---":
        return Front(0)
    for index, line in enumerate(lines[1:_LONGEST], 1):
        if line.rstrip() in ("---", "..."):
            return _titled(lines, index + 1)
        if not _KEY.match(line):
            break
    return Front(0)


def _titled(lines: list[str], count: int) -> Front:
    for number, line in enumerate(lines[:count], 1):
        if match := _TITLE.match(line[:300]):
            return Front(count, match["title"], number, match.start("title"))
    return Front(count)
