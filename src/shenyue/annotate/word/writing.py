"""From a .docx and remarks to the same .docx with comments."""

import posixpath
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from shenyue.annotate.remarks import Remark, Signature
from shenyue.annotate.word.comments_part import (
    Comment,
    comment_styles,
    free_identities,
    longer_part,
    new_part,
)
from shenyue.annotate.word.cutting import Cutting
from shenyue.annotate.word.markup import namespace_of, read_markup
from shenyue.annotate.word.points import Anchor, Anchoring, anchoring, at_end
from shenyue.annotate.word.registering import with_relationship, with_type
from shenyue.annotate.word.repacking import repacked
from shenyue.loaders.docx.names import PARAGRAPH, Element
from shenyue.loaders.docx.package import Package, open_package
from shenyue.model import Document, Span

_GATHERED = "以下问题在正文中没有可以标注的文字："

Thread = tuple[Anchor, Sequence[str]]
"""Where a comment stands and what it says."""


@dataclass(frozen=True, slots=True)
class Commented:
    """A file with comments."""

    content: bytes
    comments: int
    """How many were written."""
    gathered: int
    """How many remarks have no characters of their own and share the comment on the title."""
    signed: bool
    """Whether the file bears a digital signature, which no longer holds."""


def with_comments(
    content: bytes,
    document: Document,
    remarks: Sequence[Remark],
    signature: Signature,
    *,
    title: Span | None = None,
) -> Commented:
    """The file with one comment a remark, at the very characters; those without a place are gathered in one on the title.

    `document` is what the loader made of `content`; `title` is where its title stands, its first paragraph where None.

    Raises:
        UnreadableFile: The file cannot take comments without loss.
    """
    package = open_package(content, Path(document.source.path))
    main = package.main_part()
    root = package.root(main)
    if root is None or not remarks:
        return Commented(content, 0, 0, signed=False)
    way = anchoring(document, package, main, root)
    anchored = [(remark, None if remark.span is None else way.anchor(remark.span)) for remark in remarks]
    threads: list[Thread] = [(anchor, remark.lines) for remark, anchor in anchored if anchor is not None]
    homeless = [remark for remark, anchor in anchored if anchor is None]
    if homeless:
        threads.insert(0, (_on_title(way, title), _gathered(homeless)))
    changed = _changed(package, way, threads, signature)
    signed = bool(package.related("", "origin"))
    return Commented(repacked(content, changed, document.name), len(threads), len(homeless), signed)


def _gathered(remarks: Sequence[Remark]) -> tuple[str, ...]:
    told = [(*remark.lines, *((remark.where,) if remark.where else ())) for remark in remarks]
    if len(told) == 1:
        return told[0]
    numbered = ((f"{number}. {heading}", *rest) for number, (heading, *rest) in enumerate(told, 1))
    return (_GATHERED, *(line for lines in numbered for line in lines))


def _on_title(way: Anchoring, title: Span | None) -> Anchor:
    blocks = (block.span for block in way.document.blocks)
    for span in ((title,) if title else ()) + tuple(blocks):
        anchor = way.anchor(span)
        if anchor is not None:
            return anchor
    # a text that is in no paragraph at all; the body has one nonetheless, if only an empty one
    return at_end(next(way.root.iter(PARAGRAPH)))


def _changed(
    package: Package, way: Anchoring, threads: Sequence[Thread], signature: Signature
) -> dict[str, bytes]:
    """The parts that change, by name."""
    markup = read_markup(package.content(way.main) or b"")
    namespace = namespace_of(markup)
    part, related = _comments_part(package, way.main)
    there = package.root(part)
    styles = comment_styles(_related(package, way.main, "styles"))
    cutting = Cutting(markup, way.root, namespace, styles.reference)
    comments: list[Comment] = []
    for identity, (anchor, lines) in zip(free_identities(way.root, there), threads, strict=False):
        cutting.add(anchor, identity)
        comments.append(Comment(identity, lines))
    if there is None:
        written = new_part(comments, signature, styles, namespace)
    else:
        written = longer_part(package.content(part) or b"", there, comments, signature, styles)
    changed = {way.main: markup.written(cutting.edits()), part: written} | with_type(package, part)
    return changed if related else changed | with_relationship(package, part, way.main, namespace)


def _comments_part(package: Package, main: str) -> tuple[str, bool]:
    """The part of the comments, and whether the text points to it already."""
    related = package.related(main, "comments")
    if related:
        return related[0], True
    folder = posixpath.dirname(main)
    names = (posixpath.join(folder, f"comments{number or ''}.xml") for number in count())
    return next(name for name in names if package.content(name) is None), False


def _related(package: Package, main: str, kind: str) -> Element | None:
    return next((package.root(part) for part in package.related(main, kind)), None)
