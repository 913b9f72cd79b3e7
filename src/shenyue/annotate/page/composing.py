"""The page: a head that says what was reviewed, then block after block with its notes beside it."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from shenyue.annotate.page.drawing import drawn, levels
from shenyue.annotate.page.marking import Note, placed
from shenyue.annotate.remarks import Remark, Signature
from shenyue.findings import Severity
from shenyue.output.literal import visible
from shenyue.output.style import NAMES
from shenyue.review import Review

_SHEET = Path(__file__).with_name("sheet.css")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""Even what a mistake let through could neither run nor fetch anything."""


def page(review: Review, remarks: Sequence[Remark], signature: Signature) -> str:
    """The whole page. Text of the report and of the remarks is escaped: nothing in it is markup."""
    return "".join(_page(review, remarks, signature))


def _page(review: Review, remarks: Sequence[Remark], signature: Signature) -> Iterator[str]:
    report = review.report
    notes = [Note(number, remark) for number, remark in enumerate(remarks, 1)]
    name = _text(report.title or report.document.name)
    yield '<!DOCTYPE html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{name}（批注）</title>\n<style>\n{_SHEET.read_text('utf-8')}</style>\n</head>\n<body>\n"
    yield from _head(review, notes, signature)
    yield "<main>\n"
    yield from _blocks(review, notes)
    yield "</main>\n"
    yield from _unread(review)
    yield "</body>\n</html>\n"


def _head(review: Review, notes: Sequence[Note], signature: Signature) -> Iterator[str]:
    source = review.report.document.source
    counts = "，".join(
        f"{NAMES[severity]} {sum(note.remark.severity is severity for note in notes)} 处"
        for severity in Severity
    )
    pack = f"{review.pack.name}（{review.pack.id} {review.pack.version}）"
    yield "<header>\n"
    for label, text in (
        ("文件", review.report.document.name),
        ("校验值", f"sha256 {source.sha256}"),
        ("规则包", pack),
        ("审阅", f"{signature.author}，{signature.at.replace('T', ' ')}"),
        ("批注", counts if notes else "没有需要批注的问题"),
    ):
        yield f"<div><b>{label}</b>{_text(text)}</div>\n"
    homeless = [note for note in notes if note.remark.span is None]
    if homeless:
        yield "<p>以下问题在正文中没有可以标注的文字：</p>\n"
        yield from map(_note, homeless)
    yield "</header>\n"


def _blocks(review: Review, notes: Sequence[Note]) -> Iterator[str]:
    document, heads = review.report.document, levels(review.report)
    with_place = placed(notes)
    starts = [block.span.start for block in document.blocks]
    beside: defaultdict[int, list[Note]] = defaultdict(list)
    for note in notes:
        if note.remark.span is not None:
            beside[max(0, bisect_right(starts, note.remark.span.start) - 1)].append(note)
    for ordinal, block in enumerate(document.blocks):
        touching = [
            one for one in with_place if one.span.start <= block.span.end and one.span.end >= block.span.start
        ]
        level = next((level for span, level in heads.items() if span.overlaps(block.span)), None)
        margin = "".join(map(_note, beside[ordinal]))
        yield f"<aside>{margin}</aside>\n" if margin else ""
        yield f"{drawn(document, block, touching, level)}\n"


def _note(note: Note) -> str:
    heading, *rest = note.remark.lines
    number = note.number
    back = f'<a href="#m{number}">{number}</a>' if note.remark.span is not None else f"{number}"
    lines = "".join(f"<p>{_text(line)}</p>" for line in rest)
    return f'<div class="note {note.remark.severity.value}" id="n{number}"><p><b>{back} {_text(heading)}</b></p>{lines}</div>\n'


def _unread(review: Review) -> Iterator[str]:
    unread = [one for one in review.report.document.unread if one.content]
    if unread:
        items = "".join(
            f"<li>{_text(one.what)}（{_text(one.place)}）：{_text(one.reason)}</li>" for one in unread
        )
        yield f"<footer><b>没有读入、未经核对的内容</b><ul>{items}</ul></footer>\n"


def _text(text: str) -> str:
    return escape(visible(text))
