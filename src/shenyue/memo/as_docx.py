"""The memo as a Word file: a template whose marks are filled. The shipped template is the 公文 layout after GB/T 9704—2012."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from lxml import etree

from shenyue.errors import WrongUsage
from shenyue.memo.fields import Values, values_of
from shenyue.memo.model import Memo
from shenyue.memo.word_filling import fill
from shenyue.memo.word_marks import Element, Mark, W, marks_in
from shenyue.patterns import compiled
from shenyue.writing import cause

_SHIPPED = Path(__file__).with_name("templates") / "docx"
_FILLED = compiled(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_DAY = (1980, 1, 1, 0, 0, 0)
"""The date of every part, so that one memo is one file."""
_MOST = 64 * 1024 * 1024
"""Bytes that a template may hold when unpacked."""

Parts = dict[str, bytes]
"""The parts of a Word package by name."""


def render(memo: Memo, template: Path | None = None) -> bytes:
    """The Word file. Raises WrongUsage where a template cannot be used."""
    return packed(filled(parts_of(template), values_of(memo)))


def packed(parts: Parts) -> bytes:
    """A Word file of its parts."""
    content = BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED) as package:
        for name, part in parts.items():
            entry = ZipInfo(name, _DAY)
            entry.compress_type = ZIP_DEFLATED
            package.writestr(entry, part)
    return content.getvalue()


def filled(parts: Parts, values: Values) -> Parts:
    """The parts with their marks filled. Raises WrongUsage."""
    return {name: _filled(part, values) if _FILLED.fullmatch(name) else part for name, part in parts.items()}


def _filled(part: bytes, values: Values) -> bytes:
    root = _parsed(part)
    fill(root, values)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def marks_of(parts: Parts) -> Iterator[tuple[str, tuple[tuple[int, Mark], ...]]]:
    """The marks of every part that has any, each with the 1-based ordinal of its paragraph."""
    for name, part in parts.items():
        if _FILLED.fullmatch(name):
            paragraphs = enumerate(_parsed(part).iter(f"{W}p"), 1)
            marks = tuple((number, mark) for number, one in paragraphs for mark in marks_in(one))
            if marks:
                yield name, marks


def _parsed(part: bytes) -> Element:
    try:
        return etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError as reason:
        raise WrongUsage("里面的 XML 已经损坏，请用 Word 打开后另存为 .docx。") from reason


def parts_of(template: Path | None) -> Parts:
    """The parts of a template file, of the shipped one where none is given. Raises WrongUsage where it is no Word file."""
    if template is None:
        names = sorted(path for path in _SHIPPED.rglob("*") if path.is_file())
        return {path.relative_to(_SHIPPED).as_posix(): path.read_bytes() for path in names}
    try:
        with ZipFile(template) as package:
            if sum(entry.file_size for entry in package.infolist()) > _MOST:
                raise WrongUsage("展开后过大，不像一份 Word 模板，请确认选对了文件。")
            parts = {name: package.read(name) for name in package.namelist()}
    except OSError as reason:
        raise WrongUsage(f"无法读取：{cause(reason)}。请检查路径和权限。") from reason
    except (BadZipFile, RuntimeError, ValueError, EOFError) as reason:
        raise WrongUsage("不是 .docx 文件或者已经损坏，请用 Word 另存为 .docx。") from reason
    if "word/document.xml" not in parts:
        raise WrongUsage("没有 Word 正文，请用 Word 另存为 .docx。")
    return parts
