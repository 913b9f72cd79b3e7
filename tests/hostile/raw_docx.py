"""docx files from raw XML, as Word, WPS Office and LibreOffice write them; no library smooths anything over."""

import io
import zipfile
from collections.abc import Callable, Mapping
from functools import partial

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = {
    W: "http://purl.oclc.org/ooxml/wordprocessingml/main",
    REL: "http://purl.oclc.org/ooxml/officeDocument/relationships",
}
NAMESPACES = {
    "w": W,
    "r": REL,
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
    "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "wpsCustomData": "http://www.wps.cn/officeDocument/2013/wpsCustomData",
}
WORD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
LIBREOFFICE = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PLAIN = "<?xml version='1.0' encoding='UTF-8'?>\n"
_XMLNS = " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in NAMESPACES.items())
_TYPES = {
    "document": "document.main",
    "numbering": "numbering",
    "styles": "styles",
    "footnotes": "footnotes",
    "endnotes": "endnotes",
    "comments": "comments",
    "header": "header",
}
_DEFAULTS = (
    '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:eastAsia="宋体"/><w:sz w:val="21"/></w:rPr>'
    "</w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    '<w:style w:type="paragraph" w:default="1" w:styleId="a"><w:name w:val="Normal"/></w:style>'
)
_SECTION = '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'


def r(text: str, properties: str = "") -> str:
    """A run with one text."""
    return f'<w:r>{_wrap("rPr", properties)}<w:t xml:space="preserve">{text}</w:t></w:r>'


def p(content: str = "", properties: str = "") -> str:
    """A paragraph; content that is no markup is one run."""
    inner = content if content.startswith("<") or not content else r(content)
    return f"<w:p>{_wrap('pPr', properties)}{inner}</w:p>"


def numbered(text: str, number: int = 1, level: int = 0) -> str:
    """A paragraph in a list of its own properties."""
    return p(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def tc(content: str = "", properties: str = "") -> str:
    """A cell; content that is no markup is one paragraph."""
    inner = content if content.startswith("<") else p(content)
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A row of cells, each either markup of w:tc or plain text."""
    inner = "".join(cell if cell.startswith(("<w:tc>", "<w:sdt>")) else tc(cell) for cell in cells)
    return f"<w:tr>{_wrap('trPr', properties)}{inner}</w:tr>"


def tbl(*rows: str, columns: int = 2) -> str:
    """A table of rows."""
    grid = '<w:gridCol w:w="2000"/>' * columns
    return f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"


def level(ilvl: int, form: str, text: str, extra: str = "", start: int = 1) -> str:
    """A level of a list; extra stands where the schema wants lvlRestart, pStyle, isLgl and suff."""
    return (
        f'<w:lvl w:ilvl="{ilvl}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/><w:lvlJc w:val="left"/></w:lvl>'
    )


def abstract(identity: int, *levels: str, extra: str = "") -> str:
    """An abstract list."""
    return (
        f'<w:abstractNum w:abstractNumId="{identity}"><w:multiLevelType w:val="multilevel"/>'
        f"{extra}{''.join(levels)}</w:abstractNum>"
    )


def num(identity: int, abstract_identity: int, overrides: str = "") -> str:
    """A list that uses an abstract one."""
    return f'<w:num w:numId="{identity}"><w:abstractNumId w:val="{abstract_identity}"/>{overrides}</w:num>'


def style(identity: str, properties: str, parent: str = "", kind: str = "paragraph") -> str:
    """A style, with its paragraph properties (w:rPr for a character style)."""
    tag = "rPr" if kind == "character" else "pPr"
    parent_tag = f'<w:basedOn w:val="{parent}"/>' if parent else ""
    return (
        f'<w:style w:type="{kind}" w:styleId="{identity}"><w:name w:val="name of {identity}"/>{parent_tag}'
        f"{_wrap(tag, properties)}</w:style>"
    )


def docx(  # noqa: PLR0913 - each is one thing that writers do differently
    body: str,
    *,
    numbering: str = "",
    styles: str = "",
    parts: Mapping[str, str] | None = None,
    files: Mapping[str, bytes] | None = None,
    relations: str = "",
    declaration: str = WORD,
    document: str = "document",
    rewrite: Callable[[str], str] = str,
    encoding: str = "utf-8",
    compression: int = zipfile.ZIP_DEFLATED,
    zip64: bool = False,
) -> bytes:
    """A docx; parts are the inner XML of footnotes, endnotes, comments or header; rewrite changes every XML text at the end."""
    inner = (
        {"styles": _DEFAULTS + styles} | ({"numbering": numbering} if numbering else {}) | dict(parts or {})
    )
    members = {
        "[Content_Types].xml": _content_types(document, inner),
        "_rels/.rels": _relationships(_relation("rId1", "officeDocument", f"word/{document}.xml")),
        f"word/{document}.xml": f'<w:document {_XMLNS} mc:Ignorable="w14"><w:body>{body}{_SECTION}</w:body></w:document>',
        f"word/_rels/{document}.xml.rels": _relationships(
            "".join(_relation(f"rId{n}", part, f"{part}.xml") for n, part in enumerate(inner, 1)) + relations
        ),
    } | {
        f"word/{part}.xml": f"<w:{_root(part)} {_XMLNS}>{xml}</w:{_root(part)}>"
        for part, xml in inner.items()
    }
    texts = {name: rewrite(declaration + xml).encode(encoding) for name, xml in members.items()}
    return packed(texts | dict(files or {}), compression, zip64=zip64)


def packed(
    members: Mapping[str, bytes], compression: int = zipfile.ZIP_DEFLATED, *, zip64: bool = False
) -> bytes:
    """A zip of the members."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as archive:
        for name, content in members.items():
            with archive.open(zipfile.ZipInfo(name), "w", force_zip64=zip64) as member:
                member.write(content)
    return stream.getvalue()


def strict(xml: str) -> str:
    """The same in the namespaces of ISO/IEC 29500 Strict."""
    for transitional, name in STRICT.items():
        xml = xml.replace(transitional, name)
    return xml


def prefixed(xml: str, prefix: str) -> str:
    """The same with another prefix for WordprocessingML; an empty one makes it the default for elements and keeps w for attributes."""
    attributes = prefix or "w"
    mark = f"{prefix}:" if prefix else ""
    for before in ("<", "</"):
        xml = xml.replace(f"{before}w:", f"{before}{mark}")
    xml = xml.replace(" w:", f" {attributes}:")
    declared = f'xmlns:{prefix}="{W}"' if prefix else f'xmlns="{W}" xmlns:w="{W}"'
    return xml.replace(f'xmlns:w="{W}"', declared)


def drawing(inner: str) -> str:
    """A run with an inline drawing."""
    return (
        '<w:r><w:drawing><wp:inline><wp:extent cx="5000000" cy="3000000"/><wp:docPr id="1" name="图片 1"/>'
        f'<a:graphic><a:graphicData uri="{NAMESPACES["pic"]}">{inner}</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>'
    )


def text_box(paragraphs: str) -> str:
    """A run with a text box as Word writes it: the same paragraphs in Choice and in Fallback."""
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:anchor><wp:docPr id="2" name="文本框 2"/>'
        '<a:graphic><a:graphicData uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp>'
        f"<wps:txbx><w:txbxContent>{paragraphs}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic>"
        "</wp:anchor></w:drawing></mc:Choice><mc:Fallback><w:pict><v:shape><v:textbox>"
        f"<w:txbxContent>{paragraphs}</w:txbxContent></v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def made(body: str, **settings: object) -> Callable[[], bytes]:
    """The docx as a case wants it: made when asked for."""
    return partial(docx, body, **settings)  # type: ignore[arg-type]


def _wrap(tag: str, inner: str) -> str:
    return f"<w:{tag}>{inner}</w:{tag}>" if inner else ""


def _root(part: str) -> str:
    return "hdr" if part == "header" else part


def _relation(identity: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{identity}" Type="{REL}/{kind}" Target="{target}"/>'


def _relationships(inner: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'


def _content_types(document: str, inner: Mapping[str, str]) -> str:
    names = {f"word/{document}.xml": "document"} | {f"word/{part}.xml": part for part in inner}
    overrides = "".join(
        f'<Override PartName="/{name}" '
        f'ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{_TYPES[part]}+xml"/>'
        for name, part in names.items()
    )
    defaults = "".join(
        f'<Default Extension="{ending}" ContentType="{kind}"/>'
        for ending, kind in (
            ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
            ("xml", "application/xml"),
            ("png", "image/png"),
            ("htm", "text/html"),
            ("bin", "application/vnd.openxmlformats-officedocument.oleObject"),
        )
    )
    return f'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'
