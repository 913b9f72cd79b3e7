"""From a review to the file that is sent back: which kind it is, what goes in, what is to be said of it."""

import hashlib
from dataclasses import dataclass
from pathlib import Path

from shenyue.annotate.page import page
from shenyue.annotate.remarks import Signature, remarks_of
from shenyue.annotate.word import with_comments
from shenyue.decisions import Include
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.review import Review

_PAGE = frozenset({".html", ".htm"})
_WORD = frozenset({".docx", ".docm", ".dotx", ".dotm"})


@dataclass(frozen=True, slots=True)
class Annotated:
    """A file to send back, not yet written."""

    content: bytes
    remarks: int
    """How many findings it tells."""
    homeless: int
    """How many of them have no characters of their own."""
    warning: str = ""
    """In Chinese: what the reviewer must know of the file; empty where nothing."""


def target(review: Review, wanted: Path | None = None) -> Path:
    """Where the annotated file goes: beside the report unless wanted elsewhere; a folder wanted gets the name that it would have there.

    Raises:
        WrongUsage: The ending wanted is of a kind that the report cannot become.
    """
    kind = _kind(review)
    beside = review.path.with_name(f"{review.path.stem}-批注{kind}")
    if wanted is None:
        return beside
    if wanted.is_dir():
        return wanted / beside.name
    if wanted.suffix.lower() not in _PAGE | {kind}:
        others = f"{kind} 或 .html" if kind in _WORD else ".html"
        raise WrongUsage(
            f"“{review.path.name}”的批注只能写成 {others} 文件，请改写 -o 后面的文件名“{wanted.name}”。"
        )
    return wanted


def annotated(review: Review, path: Path, include: Include, signature: Signature) -> Annotated:
    """The file for `path`, whose ending tells its kind: Word with comments, or a page with margin notes.

    Raises:
        UnreadableFile: The report's file has changed since it was read, or cannot take comments.
    """
    remarks = remarks_of(review, include)
    if path.suffix.lower() in _PAGE:
        homeless = sum(remark.span is None for remark in remarks)
        return Annotated(page(review, remarks, signature).encode(), len(remarks), homeless)
    title = review.report.identity.title
    made = with_comments(
        _content(review), review.report.document, remarks, signature, title=title.span if title else None
    )
    warning = "原文件带有数字签名，加入批注后签名不再有效。" if made.signed else ""
    return Annotated(made.content, len(remarks), made.gathered, warning)


def _kind(review: Review) -> str:
    suffix = review.path.suffix.lower()
    if review.report.document.source.format != "docx":
        return ".html"
    return suffix if suffix in _WORD else ".docx"


def _content(review: Review) -> bytes:
    """The report's file, which must still be the one that was read: every place counts its characters."""
    try:
        content = review.path.read_bytes()
    except OSError as reason:
        raise UnreadableFile(f"“{review.path}”读取后已被移走或改名，无法写入批注，请重新打开。") from reason
    if hashlib.sha256(content).hexdigest() != review.report.document.source.sha256:
        raise UnreadableFile(f"“{review.path.name}”在审阅之后有改动，无法写入批注，请重新打开后再试。")
    return content
