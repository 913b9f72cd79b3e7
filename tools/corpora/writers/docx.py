"""Word files from raw XML: numbers typed, or Word's automatic ones; merged cells; the same bytes every time."""

import io
import zipfile
from collections.abc import Iterator, Sequence
from xml.sax.saxutils import escape

import regex

from shenyue.samples import PrintedCell
from tools.corpora.drafts import NUMERALS
from tools.corpora.pages import Line, Owner, Page, Role, grid

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
_PART = regex.compile(r"([一二三四五六七八九十]+)、")
_ASPECT = regex.compile(r"（([一二三四五六七八九十]+)）")
_LINE_STYLE = {Role.TITLE: '<w:jc w:val="center"/>', Role.SIGNATURE: '<w:jc w:val="right"/>'}


def typed_docx(page: Page) -> bytes:
    """Numbers are characters of the text."""
    return _packed(page, {})


def auto_docx(page: Page) -> bytes:
    """一、 and （一） are Word's automatic numbers; typed where they do not count as Word would."""
    return _packed(page, _automatic(page))


def _automatic(page: Page) -> dict[int, tuple[int, str]]:
    """Level and label by number of block; empty where a label is not the one that Word would give."""
    found: dict[int, tuple[int, str]] = {}
    part = aspect = 0
    for number, block in enumerate(page.blocks):
        if not isinstance(block, Line):
            continue
        if block.role is Role.HEADING:
            part, aspect = part + 1, 0
            found[number] = (0, f"{NUMERALS[part]}、")
        elif block.role in {Role.SUBHEADING, Role.TEXT} and _ASPECT.match(block.text):
            aspect += 1
            if not part or aspect >= len(NUMERALS):
                return {}
            found[number] = (1, f"（{NUMERALS[aspect]}）")
        elif _PART.match(block.text) and len(block.text) < 30:  # noqa: PLR2004 - a heading, not a sentence
            return {}
    fitting = all(page.blocks[number].text.startswith(label) for number, (_, label) in found.items())  # type: ignore[union-attr] # only lines are in it
    return found if fitting else {}


def _packed(page: Page, automatic: dict[int, tuple[int, str]]) -> bytes:
    body = "".join(_block(block, automatic.get(number)) for number, block in enumerate(page.blocks))
    files = {
        "[Content_Types].xml": _CONTENT_TYPES,
        "_rels/.rels": _RELATIONS,
        "word/document.xml": f"{_HEAD}<w:document {_W}><w:body>{body}{_SECTION}</w:body></w:document>",
        "word/_rels/document.xml.rels": _DOCUMENT_RELATIONS,
        "word/numbering.xml": _NUMBERING,
        "word/styles.xml": _STYLES,
    }
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, _LONG_AGO)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o600 << 16
            entry.create_system = 3
            archive.writestr(entry, content.encode())
    return packed.getvalue()


def _block(block: object, numbered: tuple[int, str] | None) -> str:
    if isinstance(block, Line):
        return _paragraph(block, numbered)
    return _table(getattr(block, "cells", ()))


def _paragraph(line: Line, numbered: tuple[int, str] | None) -> str:
    properties = _LINE_STYLE.get(line.role, "")
    text = line.text
    if numbered:
        level, label = numbered
        properties = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>{properties}'
        text = text.removeprefix(label)
    inner = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{inner}{_runs(text)}</w:p>"


def _runs(text: str) -> str:
    lines = [f'<w:t xml:space="preserve">{escape(line)}</w:t>' for line in text.split("\n") if line]
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>" if lines else ""


def _table(cells: Sequence[PrintedCell]) -> str:
    rows = grid(cells)
    columns = '<w:gridCol w:w="900"/>' * len(rows[0])
    body = "".join(f"<w:tr>{''.join(_cells(number, row))}</w:tr>" for number, row in enumerate(rows))
    return f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/></w:tblPr><w:tblGrid>{columns}</w:tblGrid>{body}</w:tbl>'


def _cells(row: int, owners: Sequence[Owner]) -> Iterator[str]:
    for column, (cell, _) in enumerate(owners):
        if cell.column != column:
            continue
        span = f'<w:gridSpan w:val="{cell.column_span}"/>' if cell.column_span > 1 else ""
        merged = (
            "" if cell.row_span == 1 else '<w:vMerge w:val="restart"/>' if cell.row == row else "<w:vMerge/>"
        )
        text = _runs(cell.text) if cell.row == row else ""
        yield f"<w:tc><w:tcPr>{span}{merged}</w:tcPr><w:p>{text}</w:p></w:tc>"


_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_TYPE}.document.main+xml"/>'
    f'<Override PartName="/word/numbering.xml" ContentType="{_TYPE}.numbering+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_TYPE}.styles+xml"/></Types>'
)
_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_DOCUMENT_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_REL}/numbering" Target="numbering.xml"/>'
    f'<Relationship Id="rId2" Type="{_REL}/styles" Target="styles.xml"/></Relationships>'
)
_STYLES = f'{_HEAD}<w:styles {_W}><w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style></w:styles>'


def _level(number: int, text: str) -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="chineseCountingThousand"/>'
        f'<w:suff w:val="nothing"/><w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


_NUMBERING = (
    f'{_HEAD}<w:numbering {_W}><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    f"{_level(0, '%1、')}{_level(1, '（%2）')}</w:abstractNum>"
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
)
