"""From the bytes of a Word file to the document: which parts are read, in which order, and what is said of the rest."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from shenyue.errors import UnreadableFile
from shenyue.loaders.docx.body import Flow, Reading
from shenyue.loaders.docx.counting import Counting
from shenyue.loaders.docx.gathering import Gatherer
from shenyue.loaders.docx.margins import lay_notes, unread_margins
from shenyue.loaders.docx.names import Element, W
from shenyue.loaders.docx.numbering import read_numbering_part
from shenyue.loaders.docx.package import Package, open_package
from shenyue.loaders.docx.prose import Omitted
from shenyue.loaders.docx.sinks import Outside
from shenyue.loaders.docx.styles import read_styles
from shenyue.loaders.laying import Laying
from shenyue.model import Document, Source, Unread


def read_docx(content: bytes, path: Path) -> Document:
    """Read a .docx, .docm, .dotx or .dotm as its reader sees it, tracked changes accepted.

    Raises:
        UnreadableFile: It is none, is damaged, encrypted, or larger than any report.
    """
    package = open_package(content, path)
    main = package.main_part()
    root = package.root(main)
    body = None if root is None else root.find(f"{W}body")
    if root is None or body is None:
        raise package.refuse("正文部分不是 Word 的格式")
    reading = _reading(package, main)
    sink = Outside(reading.laying)
    Flow(reading, Gatherer(root, reading.styles, reading.omitted), sink).lay(body)
    lay_notes(package, main, reading, sink)
    if not reading.laying.since(0).strip():
        raise UnreadableFile(f"无法读取“{path.name}”：{_why_empty(reading.laying.unread)}。")
    reading.laying.unread.extend(_left_out(reading.omitted))
    reading.laying.unread.extend(unread_margins(package, main, reading))
    source = Source(path=str(path), format="docx", sha256=hashlib.sha256(content).hexdigest())
    return reading.laying.document(path.name, source)


def _reading(package: Package, main: str) -> Reading:
    styles = read_styles(_related(package, main, "styles"))
    numbering = read_numbering_part(_related(package, main, "numbering"), styles)
    return Reading(Laying(main), styles, Counting(numbering))


def _related(package: Package, main: str, kind: str) -> Element | None:
    return next((package.root(part) for part in package.related(main, kind)), None)


def _why_empty(unread: list[Unread]) -> str:
    if unread:
        return f"文档中只有{unread[0].what}，没有可读取的文字，请提供报告的文字版（.docx）再试"
    return "文档中没有文字，请检查是否选错了文件，或请报送单位重新提供"


def _left_out(omitted: Omitted) -> Iterator[Unread]:
    """What a reader of the finished document does not see either: said once, with its count."""
    if omitted.deletions:
        reason = f"{omitted.deletions}处修订标记为删除，按接受修订后的文字审阅"
        yield Unread("删除的修订内容", reason, "全文", content=False)
    if omitted.hidden:
        reason = f"{omitted.hidden}处文字设为隐藏，打印时不显示，未参加审阅"
        yield Unread("隐藏文字", reason, "全文", content=False)
    if omitted.covered:
        reason = f"{omitted.covered}处文字被合并单元格遮住，Word 不显示，未参加审阅"
        yield Unread("合并单元格遮住的文字", reason, "表格", content=False)
