"""word/comments.xml: a comment as markup, in a new part or after those that are there."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import count, filterfalse
from typing import NamedTuple
from xml.sax.saxutils import escape, quoteattr

from shenyue.annotate.remarks import Signature
from shenyue.annotate.word.anchor_markup import Names, names_at
from shenyue.annotate.word.markup import namespace_of, read_markup
from shenyue.loaders.docx.names import Element, W
from shenyue.patterns import compiled

_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_ANCHORS = tuple(f"{W}comment{kind}" for kind in ("", "RangeStart", "RangeEnd", "Reference"))
_UNWRITABLE = compiled(r"[^\t\x20-\uD7FF\uE000-\uFFFD\U00010000-\U0010FFFF]")
"""What XML cannot hold, and line ends, which a paragraph does not have."""
_FAR = 2**30
_SIZE = 21
"""Half points: 五号, whatever size the text of the report has."""


class Comment(NamedTuple):
    """One comment."""

    identity: int
    lines: Sequence[str]
    """Its paragraphs."""


class Styles(NamedTuple):
    """The ids that the document gives to Word's own styles of comments; empty where it has none."""

    reference: str = ""
    text: str = ""


def free_identities(*roots: Element | None) -> Iterator[int]:
    """The numbers that no comment has, nor any anchor that is left of one: above all of them, while Word can count so far."""
    values = [node.get(f"{W}id", "") for root in roots if root is not None for node in root.iter(*_ANCHORS)]
    used = {int(value) for value in values if value.isdecimal()}
    start = max(used, default=-1) + 1
    return filterfalse(used.__contains__, count(start if start < _FAR else 0))


def comment_styles(styles: Element | None) -> Styles:
    """The styles of a document."""
    ids = {
        (name.get(f"{W}val") or "").lower(): style.get(f"{W}styleId", "")
        for style in ([] if styles is None else styles.iterchildren(f"{W}style"))
        if (name := style.find(f"{W}name")) is not None
    }
    return Styles(ids.get("annotation reference", ""), ids.get("annotation text", ""))


def new_part(comments: Iterable[Comment], signature: Signature, styles: Styles, namespace: str) -> bytes:
    """The part of a document that had no comments."""
    inner = _written(comments, signature, styles, Names())
    return f'{_DECLARATION}<w:comments xmlns:w="{namespace}">{inner}</w:comments>'.encode()


def longer_part(
    content: bytes, root: Element, comments: Iterable[Comment], signature: Signature, styles: Styles
) -> bytes:
    """The part of a document that has comments, with the new ones after them; `root` is the same part, parsed."""
    markup = read_markup(content)
    top = markup.by_element(root)[root]
    inner = _written(comments, signature, styles, names_at(root, namespace_of(markup)))
    return markup.written(markup.appended(top, inner))


def _written(comments: Iterable[Comment], signature: Signature, styles: Styles, names: Names) -> str:
    return "".join(_comment(comment, signature, styles, names) for comment in comments)


def _comment(comment: Comment, signature: Signature, styles: Styles, names: Names) -> str:
    w, own = names.prefix, signature
    paragraphs = "".join(
        _paragraph(line, w, styles, bold=not place, marked=not place)
        for place, line in enumerate(comment.lines)
    )
    return (
        f'<{w}comment{names.declaration} {w}id="{comment.identity}" {w}author={_quoted(own.author)} '
        f'{w}date="{own.at}Z" {w}initials={_quoted(own.initials)}>{paragraphs}</{w}comment>'
    )


def _paragraph(line: str, w: str, styles: Styles, *, bold: bool, marked: bool) -> str:
    """Formatted by itself: without a style of comments a paragraph would look like the text of the report."""
    style = f'<{w}pStyle {w}val="{styles.text}"/>' if styles.text else ""
    layout = (
        f'<{w}spacing {w}before="0" {w}after="0" {w}line="240" {w}lineRule="auto"/>'
        f'<{w}ind {w}firstLineChars="0" {w}firstLine="0"/><{w}jc {w}val="both"/>'
    )
    looks = f'{f"<{w}b/>" if bold else ""}<{w}sz {w}val="{_SIZE}"/><{w}szCs {w}val="{_SIZE}"/>'
    mark = f'<{w}rPr><{w}rStyle {w}val="{styles.reference}"/></{w}rPr>' if styles.reference else ""
    reference = f"<{w}r>{mark}<{w}annotationRef/></{w}r>" if marked else ""
    text = f'<{w}t xml:space="preserve">{escape(_writable(line))}</{w}t>'
    return (
        f"<{w}p><{w}pPr>{style}{layout}</{w}pPr>{reference}<{w}r><{w}rPr>{looks}</{w}rPr>{text}</{w}r></{w}p>"
    )


def _writable(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", " ".join(text.splitlines()))


def _quoted(text: str) -> str:
    return quoteattr(_writable(text), {'"': "&quot;"})
