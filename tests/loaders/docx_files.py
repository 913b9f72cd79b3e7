"""Word files written by hand, so that a test shows the very markup that it is about."""

import io
import zipfile
from pathlib import Path

from shenyue.loaders.docx import read_docx
from shenyue.model import Document, Paragraph

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{REL}" xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"'
)
_ROOTS = {"numbering": "numbering", "styles": "styles", "footnotes": "footnotes", "endnotes": "endnotes"}
PATH = Path("某街道年报.docx")


def packed(members: dict[str, str | bytes]) -> bytes:
    """A zip."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return stream.getvalue()


def document_xml(body: str) -> str:
    """The main part around a body."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {NAMESPACES}><w:body>{body}'
        "<w:sectPr/></w:body></w:document>"
    )


def word_file(body: str, **parts: str) -> bytes:
    """A docx of a body and the contents of other parts: numbering, styles, footnotes, endnotes, header1, footer1."""
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{REL}/{name.rstrip("0123456789")}" Target="{name}.xml"/>'
        for number, name in enumerate(parts, 1)
    )
    members: dict[str, str | bytes] = {
        "_rels/.rels": relationships(
            f'<Relationship Id="rId1" Type="{REL}/officeDocument" Target="word/document.xml"/>'
        ),
        "word/_rels/document.xml.rels": relationships(relations),
        "word/document.xml": document_xml(body),
    }
    for name, inner in parts.items():
        root = _ROOTS.get(name, {"header": "hdr", "footer": "ftr"}.get(name.rstrip("0123456789"), name))
        members[f"word/{name}.xml"] = f"<w:{root} {NAMESPACES}>{inner}</w:{root}>"
    return packed(members)


def relationships(inner: str) -> str:
    """A .rels part."""
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(inner: str = "", properties: str = "") -> str:
    """A paragraph; bare text becomes a run."""
    content = inner if inner.startswith("<") or not inner else r(inner)
    return f"<w:p><w:pPr>{properties}</w:pPr>{content}</w:p>"


def numbered(text: str, num_id: int = 1, level: int = 0) -> str:
    """A paragraph with an automatic number."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{num_id}"/></w:numPr>')


def lvl(level: int, number_format: str, text: str, extra: str = "", start: int | None = 1) -> str:
    """A level of a list; `extra` goes before w:lvlText, as lvlRestart, pStyle, isLgl and suff do."""
    begin = "" if start is None else f'<w:start w:val="{start}"/>'
    return (
        f'<w:lvl w:ilvl="{level}">{begin}<w:numFmt w:val="{number_format}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, number: int = 0) -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{number}">{"".join(levels)}</w:abstractNum>'


def num(num_id: int, of: int = 0, overrides: str = "") -> str:
    """A list."""
    return f'<w:num w:numId="{num_id}"><w:abstractNumId w:val="{of}"/>{overrides}</w:num>'


def tc(inner: str, properties: str = "") -> str:
    """A cell; bare text becomes a paragraph."""
    content = inner if inner.startswith("<") else p(inner)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row; bare texts become cells."""
    return (
        f"<w:tr><w:trPr>{properties}</w:trPr>"
        + "".join(cell if cell.startswith("<w:tc>") else tc(cell) for cell in cells)
        + "</w:tr>"
    )


def tbl(*rows: str) -> str:
    """A table."""
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def read(body: str, **parts: str) -> Document:
    """Read a docx of a body and other parts."""
    return read_docx(word_file(body, **parts), PATH)


def lines(document: Document) -> list[str]:
    """The paragraphs outside tables."""
    return [document.quote(paragraph.span) for paragraph in document.paragraphs()]


def labels(document: Document) -> list[str | None]:
    """The labels of the paragraphs outside tables."""
    return [
        paragraph.label.text if paragraph.label else None
        for paragraph in document.blocks
        if isinstance(paragraph, Paragraph)
    ]


def grid(document: Document, index: int = 0) -> list[tuple[str, int, int, int, int]]:
    """(text, row, column, row span, column span) of the cells of a table."""
    table = list(document.tables())[index]
    return [(document.quote(c.span), c.row, c.column, c.row_span, c.column_span) for c in table.cells]
