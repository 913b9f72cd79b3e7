"""The lines of a Markdown file by what each is there for: prose, heading, row of a table, or a mark that no reader sees."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

import regex

from shenyue.loaders.bars import BAR, is_border
from shenyue.loaders.blanks import is_blank
from shenyue.patterns import compiled


class Kind(StrEnum):
    """What a line is there for."""

    PROSE = "prose"
    BLANK = "blank"
    """Nothing of it is seen: an empty line, a fence, a rule, a link definition."""
    ROW = "row"
    """Text with bars, which its neighbours may make a row of a table."""
    BORDER = "border"
    """The dashes between the rows of a table."""
    PAGE = "page"
    """Part of a table written as HTML."""
    NOTE = "note"
    """A comment."""


class MdLine(NamedTuple):
    """A line of the file and the stretch of it that holds its content."""

    number: int
    """1-based."""
    text: str
    kind: Kind
    start: int
    end: int
    outline: int | None = None
    """0-based, of a heading."""
    literal: bool = False
    """Inside a code fence: its characters are no marks."""


_QUOTE = compiled(r"(?: {0,3}>[ \t]?)+")
_FENCE = compiled(r"\s{0,12}(?P<mark>`{3,}|~{3,})\s*(?P<word>[^`]*)$")
_ATX = compiled(r"\s{0,3}(?P<marks>#{1,6})(?:[ \t\u3000]+|(?=[\p{Han}*（(])|$)")
_SETEXT = compiled(r"\s{0,3}(?P<mark>=+|-+)\s*$")
_RULE = compiled(r"\s{0,3}(?:(?:-\s*){3,}+|(?:\*\s*){3,}+|(?:_\s*){3,}+|={3,})$")
_DEFINITION = compiled(r"\s{0,3}\[[^\[\]]{1,200}\]:\s*\S+(?:\s+[\"'(].*)?$")
_BULLET = compiled(r"\s*+(?:[-*+•][ \t]+(?:\[[ xX]\][ \t]+)?)?")
_OPENS_TABLE = compiled(r"<table\b", regex.IGNORECASE)
_TABLE_TAG = compiled(r"<(?P<closes>/?)table\b", regex.IGNORECASE)
_LONGEST_HEADING = 60
"""Characters; a dashed line below a longer one is a rule."""
_MARKDOWN = frozenset(("md", "markdown"))


@dataclass(slots=True)
class _State:
    fence: str = ""
    """The mark that opened the fence."""
    literal: bool = False
    comment: bool = False
    tables: int = 0
    """HTML tables open."""
    last_close: int = 0
    """The number of the last line that closes an HTML table: one that opens behind it never ends, and is none."""


def read_lines(lines: list[str], first: int) -> list[MdLine]:
    """The lines from index `first` on, each with its kind."""
    state = _State(
        last_close=max((n for n, text in enumerate(lines, 1) if "</table" in text.lower()), default=0)
    )
    found: list[MdLine] = []
    for number, text in enumerate(lines[first:], first + 1):
        line = _read(text, number, state)
        level = _setext(found, line)
        if level is not None:
            found[-1] = found[-1]._replace(outline=level)
            line = line._replace(kind=Kind.BLANK)
        found.append(line)
    return found


def _setext(found: list[MdLine], line: MdLine) -> int | None:
    """The level that an underline gives the line above it."""
    match = _SETEXT.match(line.text, line.start) if not line.literal else None
    if match is None or not found or found[-1].kind is not Kind.PROSE or found[-1].outline is not None:
        return None
    above = found[-1]
    stops = above.text[above.start : above.end].rstrip().endswith(("。", "；", "，", "："))
    if above.literal or above.end - above.start > _LONGEST_HEADING or stops:
        return None
    return 0 if match["mark"][0] == "=" else 1


def _read(text: str, number: int, state: _State) -> MdLine:
    def line(kind: Kind, start: int = 0) -> MdLine:
        return MdLine(number, text, kind, start, len(text), literal=state.literal)

    start = match.end() if (match := _QUOTE.match(text)) else 0
    if _in_comment(text, state):
        return line(Kind.NOTE)
    if _at_fence(text[start:], state) or is_blank(text[start:]):
        return line(Kind.BLANK)
    if not state.literal and number <= state.last_close and _in_page(text, state):
        return line(Kind.PAGE, start)
    if is_border(text, start):
        return line(Kind.BORDER, start)
    if BAR.search(text, start):
        return line(Kind.ROW, start)
    return line(Kind.PROSE, start) if state.literal else _prose(line(Kind.PROSE, start))


def _in_comment(text: str, state: _State) -> bool:
    """Whether the whole line is a comment."""
    if state.literal:
        return False
    begins = state.comment or text.lstrip().startswith("<!--")
    if begins:
        state.comment = "-->" not in text
    return begins


def _at_fence(text: str, state: _State) -> bool:
    """Whether a line opens or closes a code fence."""
    match = _FENCE.match(text)
    if match is None:
        return False
    mark, word = match["mark"], match["word"].strip().lower()
    if not state.fence:
        state.fence, state.literal = mark, word not in _MARKDOWN
    elif mark.startswith(state.fence) and not word:
        state.fence, state.literal = "", False
    else:
        return False
    return True


def _in_page(text: str, state: _State) -> bool:
    """Whether a line is part of an HTML table."""
    if not state.tables and not _OPENS_TABLE.search(text):
        return False
    for tag in _TABLE_TAG.finditer(text):
        state.tables += -1 if tag["closes"] else 1
    state.tables = max(state.tables, 0)
    return True


def _prose(line: MdLine) -> MdLine:
    if match := _ATX.match(line.text, line.start):
        end = max(match.end(), _closed(line.text))
        return line._replace(start=match.end(), end=end, outline=len(match["marks"]) - 1)
    if _RULE.match(line.text, line.start) or _DEFINITION.match(line.text, line.start):
        return line._replace(kind=Kind.BLANK)
    bullet = _BULLET.match(line.text, line.start)
    start = bullet.end() if bullet and bullet[0].strip() else line.start
    return line._replace(start=start, end=_stripped(line.text, start))


def _closed(text: str) -> int:
    """Where a heading ends: before the marks that may close it."""
    content = text.rstrip()
    unmarked = content.rstrip("#")
    return len(unmarked.rstrip()) if unmarked[-1:].isspace() else len(content)


def _stripped(text: str, start: int) -> int:
    """Where the content of a line ends: before the blanks or the backslash of a hard line break."""
    end = len(text.rstrip())
    if text.endswith("\\") and not text.endswith("\\\\"):
        end -= 1
    return max(start, end)


def runs(lines: list[MdLine]) -> Iterator[list[MdLine]]:
    """Neighbouring lines that may make a table together, and every other line by itself."""
    index = 0
    while index < len(lines):
        end = _run_end(lines, index)
        yield lines[index:end]
        index = end


def _run_end(lines: list[MdLine], index: int) -> int:
    """The index behind a run; empty lines between rows count."""
    wanted = {Kind.PAGE} if lines[index].kind is Kind.PAGE else {Kind.ROW, Kind.BORDER}
    end = index + 1
    if lines[index].kind not in wanted:
        return end
    ahead = end
    while ahead < len(lines) and (lines[ahead].kind in wanted or lines[ahead].kind is Kind.BLANK):
        if lines[ahead].kind in wanted:
            end = ahead + 1
        elif lines[index].kind is Kind.PAGE and ahead == end and _ends_page(lines[ahead - 1]):
            break
        ahead += 1
    return end


def _ends_page(line: MdLine) -> bool:
    return line.text.rstrip().lower().endswith("</table>")
