"""One stretch of a Markdown line as its reader sees it: emphasis, links, escapes and tags read, every character with its place.

Emphasis is paired by its marks alone, wherever Chinese punctuation stands: the strict rules (CommonMark 0.31, 6.2) leave the marks of
**总体情况：**内容 standing, which no author wants.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from html import unescape
from typing import NamedTuple

import regex

from shenyue.patterns import compiled

_TAGS = (
    r"a|abbr|address|article|b|big|blockquote|body|br|center|cite|code|dd|del|details|div|dl|dt|em|figcaption|figure|font|h[1-6]|hr|"
    r"html|i|img|ins|kbd|li|main|mark|ol|p|pre|s|section|small|span|strike|strong|sub|summary|sup|t[dhr]|table|tbody|tfoot|thead|tt|u|ul|var"
)
TAG = compiled(rf"<(?P<closes>/?)(?P<tag>{_TAGS})\b(?P<attributes>[^<>]*+)>", regex.IGNORECASE)
ENTITY = compiled(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")
_TOKEN = compiled(
    r"(?P<escape>\\[!-/:-@\[-`{-~])"
    r"|(?P<ticks>`++)(?P<code>[^`\n]{1,300}+)(?P=ticks)(?!`)"
    r"|(?P<image>!\[[^\[\]]{0,300}+\](?:\([^()]*+(?:\([^()]*+\)[^()]*+)?\)|\[[^\[\]]{0,200}+\]))"
    r"|(?P<opening>\[)(?=[^\[\]]{1,300}+\]\(\s*[^()\s])"
    r"|(?P<closing>\]\(\s*[^()\s]*+(?:\([^()\s]*+\)[^()\s]*+)?(?:\s+\"[^\"]{0,300}+\")?\s*\))"
    r"|<(?P<address>(?:https?://|mailto:)[^\s<>]++)>"
    rf"|(?P<html>{TAG.pattern})"
    rf"|(?P<entity>{ENTITY.pattern})"
    r"|(?P<emphasis>\*{1,3}+|_{1,3}+|~~)",
    regex.IGNORECASE,
)


_DEEPEST = 8
"""Marks that may be open in one another."""


class Piece(NamedTuple):
    """Characters that are seen."""

    characters: str
    offset: int
    """Into the line."""
    generated: bool = False
    """Not these characters stand in the file, but something that shows as them."""


class _Change(NamedTuple):
    """A stretch of the line that shows as something else, or as nothing."""

    start: int
    end: int
    shown: str = ""


@dataclass(slots=True)
class Inline:
    """A stretch of a line, read."""

    pieces: list[Piece] = field(default_factory=list)
    pictures: int = 0


def read_inline(line: str, start: int, end: int) -> Inline:
    """What a reader sees of `line[start:end]`; a line break within it is a generated line end."""
    inline = Inline()
    at = start
    for change in sorted(_changes(line, start, end, inline)):
        _keep(inline, line, at, change.start)
        if change.shown:
            inline.pieces.append(Piece(change.shown, change.start, generated=True))
        at = change.end
    _keep(inline, line, at, end)
    return inline


def _keep(inline: Inline, line: str, start: int, end: int) -> None:
    if start < end:
        inline.pieces.append(Piece(line[start:end], start))


def _changes(line: str, start: int, end: int, inline: Inline) -> Iterator[_Change]:
    marks: list[regex.Match[str]] = []
    links = 0
    for token in _TOKEN.finditer(line, start, end):
        kind = next(name for name in _KINDS if token[name] is not None)
        if kind == "emphasis":
            marks.append(token)
        elif kind == "opening":
            links += 1
            yield _Change(*token.span())
        elif kind == "closing":
            if links:
                links -= 1
                yield _Change(*token.span())
        else:
            inline.pictures += kind == "image" or (kind == "html" and token["tag"].lower() == "img")
            yield from _SHOWN[kind](token)
    yield from _emphasis(line, marks, start, end)


def _inner(token: regex.Match[str], name: str) -> Iterator[_Change]:
    yield _Change(token.start(), token.start(name))
    yield _Change(token.end(name), token.end())


_SHOWN: dict[str, Callable[[regex.Match[str]], Iterable[_Change]]] = {
    "escape": lambda token: [_Change(token.start(), token.start() + 1)],
    "code": lambda token: _inner(token, "code"),
    "address": lambda token: _inner(token, "address"),
    "image": lambda token: [_Change(*token.span())],
    "html": lambda token: [_Change(*token.span(), "\n" if token["tag"].lower() == "br" else "")],
    "entity": lambda token: [_Change(*token.span(), unescape(token[0]))],
}
_KINDS = (*_SHOWN, "opening", "closing", "emphasis")


def _emphasis(line: str, marks: list[regex.Match[str]], start: int, end: int) -> Iterator[_Change]:
    """The marks that pair: the same mark twice, nothing blank inside it, and no other pair across."""
    pending: list[regex.Match[str]] = []
    for mark in marks:
        before = line[mark.start() - 1] if mark.start() > start else " "
        after = line[mark.end()] if mark.end() < end else " "
        if _joins_digits(mark[0], before, after):
            continue
        opener = next((i for i in _nearest(pending) if pending[i][0] == mark[0]), -1)
        if opener >= 0 and not before.isspace():
            yield _Change(*pending[opener].span())
            yield _Change(*mark.span())
            del pending[opener:]
        elif not after.isspace():
            pending.append(mark)


def _nearest(pending: list[regex.Match[str]]) -> range:
    """The latest few open marks: text full of marks that never close is no emphasis."""
    return range(len(pending) - 1, max(len(pending) - 1 - _DEEPEST, -1), -1)


def _joins_digits(mark: str, before: str, after: str) -> bool:
    """3*5, file_name: a mark between two letters or digits without width is none."""
    return (len(mark) == 1) and before.isascii() and after.isascii() and before.isalnum() and after.isalnum()
