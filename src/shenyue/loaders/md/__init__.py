"""Markdown, the form in which reports are pasted and in which converters write them: the text is the file's own lines, without the
marks that no reader sees (#, **, bars), each character with its line and place.
"""

from hashlib import sha256
from pathlib import Path

from shenyue.loaders.encoding import decode, with_plain_line_ends
from shenyue.loaders.laying import Laying
from shenyue.loaders.md.front import Front, front_of
from shenyue.loaders.md.lines import MdLine, read_lines
from shenyue.loaders.md.reading import Reading
from shenyue.model import Document, Paragraph, Source, Span, Unread

_TOP = 10
"""Lines among which a report's title is looked for."""


def read_md(content: bytes, path: Path) -> Document:
    """The document in the bytes of a Markdown file; UnreadableFile where they are no Chinese text."""
    decoded = decode(content, path)
    texts = with_plain_line_ends(decoded.text).split("\n")
    front = front_of(texts)
    lines = read_lines(texts, front.lines)
    laying = Laying()
    reading = Reading(laying)
    _lay_title(laying, front, lines)
    reading.read(lines)
    laying.unread.extend((*decoded.unread(), *_left_out(front, reading)))
    source = Source(str(path), "md", sha256(content).hexdigest(), decoded.encoding)
    return laying.document(path.name, source)


def _lay_title(laying: Laying, front: Front, lines: list[MdLine]) -> None:
    """Put the report's title in front where only the front matter has it."""
    if "报告" not in front.title or any("年度报告" in line.text for line in lines[:_TOP]):
        return
    laying.put(front.title, front.number, front.offset)
    laying.blocks.append(Paragraph(Span(0, laying.position), outline_level=0))
    laying.separate()


def _left_out(front: Front, reading: Reading) -> list[Unread]:
    found = []
    if front.lines:
        found.append(
            Unread("文件头", "供发布程序使用，不属于报告正文，未读入", f"第1至{front.lines}行", content=False)
        )
    if reading.notes:
        found.append(Unread("注释", "读者看不到，未读入", f"{reading.notes} 行", content=False))
    return found
