"""What a hostile file must give when it is read: written before any loader, from the standards and from what its reader sees."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d4944415478da63f8ffff3f0005fe02fea735"
    "81840000000049454e44ae426082"
)
"""A picture of one dot."""


@dataclass(frozen=True, slots=True)
class At:
    """A cell at its place in the grid; the text is compared without blanks."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


Row = tuple[str | At, ...]
"""The cells that begin in one row: a bare text is compared as text alone."""

UNSURE = "unsure"
"""The table shows something there, but no reader could say which figure it is: any number given out is wrong."""
ABSENT = "absent"
"""The source has no such cell."""
Expected = str | None
"""A figure's value in digits (with ? after it: that or doubt, never another); None for a blank cell; UNSURE; ABSENT."""


@dataclass(frozen=True, slots=True)
class HostileCase:
    """One file, and what must come out of it."""

    name: str
    suffix: str
    make: Callable[[], bytes]
    must_contain: tuple[str, ...] = ()
    """In this order, each exactly once in `Document.text`."""
    must_not_contain: tuple[str, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    """Of paragraphs in order: the label ("" for none), and how the text after it begins."""
    label_source: str = ""
    """Of every label in `labels`; not compared where empty."""
    outline: tuple[tuple[int | None, str], ...] = ()
    """Outline level of the paragraph in which the words stand."""
    tables: tuple[tuple[Row, ...], ...] | None = None
    """Every table of the document as `Document.tables` gives them; None: not compared."""
    unread: tuple[str, ...] = ()
    """Each must appear in some `Unread`; alternatives are parted by |."""
    unread_between: tuple[tuple[str, str, str], ...] = ()
    """Word of an `Unread` that may hold content, and the words of the text between which its offset lies."""
    kept_or_unread: tuple[tuple[str, str], ...] = ()
    """Either the words are in the text, or an `Unread` names the thing."""
    nothing_unread: bool = False
    """No `Unread` that may hold content."""
    origins_exact: bool = False
    title: str | None = None
    year: int | None = None
    published: str = ""
    figures: Mapping[str, Expected] = field(default_factory=dict)
    """`table.row.column` of the contract."""
    absent_tables: tuple[str, ...] = ()
    """Keys of form tables that the report must not be said to have."""
    form: str = ""
    refusal_allowed: bool = False
    """`UnreadableFile` is as good an answer as a document with an `Unread`."""


@dataclass(frozen=True, slots=True)
class BadCase:
    """Something that is no readable report."""

    name: str
    prepare: Callable[[Path], Path]
    """Puts it into the folder given and returns what to open; it may call `pytest.skip`."""
    says: str = ""
    """What the sentence must name, beside the file; alternatives are parted by |."""


def html(body: str, *, head: str = "", encoding: str = "utf-8", declared: str = "") -> bytes:
    """A web page around a body, declared in its own encoding unless told otherwise."""
    charset = declared or encoding
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="{charset}">{head}</head>\n<body>\n{body}\n</body></html>'
    ).encode(encoding)
