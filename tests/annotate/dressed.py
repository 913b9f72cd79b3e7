"""Reports of the corpus in the clothes of Word: what it writes around the same text, byte habits included."""

import io
import zipfile
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from random import Random
from xml.sax.saxutils import escape, unescape

import regex

DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006"
_SPACES = {
    "wpc": "http://schemas.microsoft.com/office/word/2010/wordprocessingCanvas",
    "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
    "o": "urn:schemas-microsoft-com:office:office",
    "r": f"{_OFFICE}/relationships",
    "m": f"{_OFFICE}/math",
    "v": "urn:schemas-microsoft-com:vml",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "w": "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "w14": "http://schemas.microsoft.com/office/word/2010/wordml",
    "w15": "http://schemas.microsoft.com/office/word/2012/wordml",
    "w16cid": "http://schemas.microsoft.com/office/word/2016/wordml/cid",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
}
ROOT = (
    " ".join(f'xmlns:{prefix}="{uri}"' for prefix, uri in _SPACES.items()) + ' mc:Ignorable="w14 w15 w16cid"'
)
_RUN = regex.compile(r'<w:r>(<w:rPr>.*?</w:rPr>)?<w:t xml:space="preserve">([^<]*)</w:t></w:r>')
_PARAGRAPH = regex.compile(r"<w:p>")
_PIECES = regex.compile(r"\d+|[^\d]+")
_LATIN = '<w:rFonts w:ascii="Times New Roman" w:eastAsia="仿宋_GB2312" w:hAnsi="Times New Roman"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
_CHINESE = '<w:rFonts w:ascii="仿宋_GB2312" w:eastAsia="仿宋_GB2312" w:hAnsi="仿宋" w:hint="eastAsia"/><w:sz w:val="32"/><w:szCs w:val="32"/>'
_DATE = 'w:author="李四" w:date="2024-01-05T09:00:00Z"'
_STYLES = (
    ("a", "Normal", '<w:pPr>\r\n      <w:ind w:firstLineChars="200" w:firstLine="640"/>\r\n    </w:pPr>'),
    ("a3", "annotation reference", '<w:rPr><w:sz w:val="21"/></w:rPr>'),
    ("a4", "annotation text", "<w:pPr><w:jc w:val='left'/></w:pPr>"),
)
_OTHERS = {
    "header1": ("hdr", '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr></w:p>'),
    "footer1": ("ftr", '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>'),
    "settings": ("settings", '\r\n  <w:zoom w:percent="100"/>\r\n  <w:trackRevisions/>\r\n  <w:rsids>\r\n    <w:rsidRoot w:val="00A77B3E"/>\r\n  </w:rsids>\r\n'),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Clothes:
    """What a file shows besides its text."""

    tracked: bool = False
    commented: bool = False
    drawn: bool = False
    """A text box, a field, a link."""


def dressed(path: Path, clothes: Clothes, seed: int = 1) -> bytes:
    """A docx of the corpus as Word would have saved it; its text is the same."""
    with zipfile.ZipFile(path) as archive:
        body = archive.read("word/document.xml").decode().partition("<w:body>")[2].partition("<w:sectPr")[0]
        numbering = archive.read("word/numbering.xml").decode().partition("?>")[2].strip()
    random = Random(seed)  # noqa: S311 - the same file every time
    tailor = _Tailor(random, clothes)
    body = _RUN.sub(lambda run: tailor.run(unescape(run[2])), body)
    body = _PARAGRAPH.sub(lambda _: tailor.paragraph(), body)
    return _packed(_parts(body, numbering, clothes))


class _Tailor:
    def __init__(self, random: Random, clothes: Clothes) -> None:
        self._random = random
        self._clothes = clothes
        self._number = 100
        self._commented = 0
        self._drawn = iter((_link, _field, _simple_field) if clothes.drawn else ())

    def paragraph(self) -> str:
        self._number += 1
        return f'<w:p w14:paraId="{0x1A2B0000 + self._number:08X}" w14:textId="77777777" w:rsidR="00A77B3E" w:rsidRDefault="00A77B3E">'

    def run(self, text: str) -> str:
        """A run as several: digits in another font, and cut where the author paused."""
        pieces: list[str] = []
        for piece in _PIECES.findall(text):
            cuts = sorted(
                {0, len(piece), *(self._random.randrange(len(piece) + 1) for _ in range(len(piece) // 12))}
            )
            pieces += (piece[begin:end] for begin, end in pairwise(cuts))
        return "".join(self._piece(piece) for piece in pieces)

    def _piece(self, text: str) -> str:
        look = _LATIN if text.isdigit() else _CHINESE
        space = ' xml:space="preserve"' if text != text.strip() else ""
        run = f'<w:r w:rsidRPr="00B{self._random.randrange(9)}7"><w:rPr>{look}</w:rPr>{self._before()}<w:t{space}>{escape(text)}</w:t></w:r>'
        chance = self._random.random()
        if self._clothes.tracked and chance < 0.15:
            return self._inserted(run, look)
        if self._clothes.commented and self._commented < 2 and chance > 0.8:
            self._commented += 1
            return _commented(run, self._commented * 3)
        if len(text) > 5 and chance > 0.9:
            return next(self._drawn, _marked)(run, self._next())
        return run

    def _before(self) -> str:
        return "<w:lastRenderedPageBreak/>" if self._random.random() < 0.03 else ""

    def _inserted(self, run: str, look: str) -> str:
        gone = f"<w:r><w:rPr>{look}</w:rPr><w:delText>旧词</w:delText></w:r>"
        changed = f'<w:rPrChange w:id="{self._next()}" {_DATE}><w:rPr><w:b/></w:rPr></w:rPrChange></w:rPr>'
        run = run.replace("</w:rPr>", changed, 1)
        return f'<w:del w:id="{self._next()}" {_DATE}>{gone}</w:del><w:ins w:id="{self._next()}" {_DATE}>{run}</w:ins>'

    def _next(self) -> int:
        self._number += 1
        return self._number


def _commented(run: str, identity: int) -> str:
    reference = f'<w:r><w:rPr><w:rStyle w:val="a3"/></w:rPr><w:commentReference w:id="{identity}"/></w:r>'
    return f'<w:commentRangeStart w:id="{identity}"/>{run}<w:commentRangeEnd w:id="{identity}"/>{reference}'


def _marked(run: str, number: int) -> str:
    mark = f'<w:bookmarkStart w:id="{number}" w:name="_Toc{number}"/>'
    return f'<w:proofErr w:type="spellStart"/>{mark}{run}<w:bookmarkEnd w:id="{number}"/><w:proofErr w:type="spellEnd"/>'


def _link(run: str, _: int) -> str:
    return f'<w:hyperlink w:anchor="_Toc1" w:history="1">{run}</w:hyperlink>'


def _field(run: str, _: int) -> str:
    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    return f'{mark("begin")}<w:r><w:instrText xml:space="preserve"> REF _Toc1 \\h </w:instrText></w:r>{mark("separate")}{run}{mark("end")}'


def _simple_field(run: str, _: int) -> str:
    return f'<w:fldSimple w:instr=" DOCPROPERTY x ">{run}</w:fldSimple>'


def _parts(body: str, numbering: str, clothes: Clothes) -> dict[str, bytes]:
    section = '<w:sectPr w:rsidR="00A77B3E"><w:headerReference w:type="default" r:id="rId3"/><w:footerReference w:type="default" r:id="rId4"/><w:pgSz w:w="11906" w:h="16838"/></w:sectPr>'
    texts = {
        "document": f"<w:document {ROOT}><w:body>{body}{section}</w:body></w:document>",
        "styles": _styles(),
        "numbering": numbering,
    } | {name: f"<w:{root} {ROOT}>{inner}</w:{root}>" for name, (root, inner) in _OTHERS.items()}
    extra = _comment_parts() if clothes.commented else {}
    names = ("styles", "numbering", *_OTHERS, *extra)
    parts = {f"word/{name}.xml": (DECLARATION + text).encode() for name, text in (texts | extra).items()}
    return {
        "[Content_Types].xml": _types(names),
        "_rels/.rels": _relationships({"rId1": ("officeDocument", "word/document.xml"), "rId2": ("extended-properties", "docProps/app.xml")}),
        "word/_rels/document.xml.rels": _relationships({f"rId{n}": (name.rstrip("1"), f"{name}.xml") for n, name in enumerate(names, 1)}),
        **parts,
        "docProps/app.xml": DECLARATION.encode() + b'<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"><Pages>9</Pages></Properties>',
        "docProps/thumbnail.jpeg": bytes(range(256)) * 40,
        "customXml/item1.xml": b"<b:Sources xmlns:b='urn:b'/>",
    }  # fmt: skip


def _styles() -> str:
    written = "".join(
        f'\r\n  <w:style w:type="paragraph" w:styleId="{identity}">\r\n    <w:name w:val="{name}"/>\r\n    {looks}\r\n  </w:style>'
        for identity, name, looks in _STYLES
    )
    return f"<w:styles {ROOT}>{written}\r\n</w:styles>"


def _comment_parts() -> dict[str, str]:
    """Two comments, the second an answer to the first, as Word keeps them in four parts."""
    comments = "".join(
        f'<w:comment w:id="{n * 3}" {_DATE} w:initials="L"><w:p w14:paraId="5A00000{n}" w14:textId="77777777"><w:pPr><w:pStyle w:val="a4"/></w:pPr><w:r><w:annotationRef/></w:r><w:r><w:t>请再核对</w:t></w:r></w:p></w:comment>'
        for n in (1, 2)
    )
    return {
        "comments": f"<w:comments {ROOT}>{comments}</w:comments>",
        "commentsExtended": f'<w15:commentsEx {ROOT}><w15:commentEx w15:paraId="5A000001" w15:done="0"/><w15:commentEx w15:paraId="5A000002" w15:paraIdParent="5A000001" w15:done="0"/></w15:commentsEx>',
        "commentsIds": f'<w16cid:commentsIds {ROOT}><w16cid:commentId w16cid:paraId="5A000001" w16cid:durableId="2A000001"/></w16cid:commentsIds>',
        "people": f'<w15:people {ROOT}><w15:person w15:author="李四"><w15:presenceInfo w15:providerId="None" w15:userId="李四"/></w15:person></w15:people>',
    }


_RELATION = {
    "commentsExtended": "http://schemas.microsoft.com/office/2011/relationships/commentsExtended",
    "commentsIds": "http://schemas.microsoft.com/office/2016/09/relationships/commentsIds",
    "people": "http://schemas.microsoft.com/office/2011/relationships/people",
}


def _types(names: tuple[str, ...]) -> bytes:
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    overrides = f'<Override PartName="/word/document.xml" ContentType="{kind}.document.main+xml"/>' + "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{kind}.{name.rstrip("1")}+xml"/>'
        for name in names
    )
    defaults = '<Default Extension="jpeg" ContentType="image/jpeg"/><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    return (
        f'{DECLARATION}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">{defaults}{overrides}</Types>'
    ).encode()


def _relationships(targets: dict[str, tuple[str, str]]) -> bytes:
    inner = "".join(
        f'<Relationship Id="{identity}" Type="{_RELATION.get(kind, f"{_OFFICE}/relationships/{kind}")}" Target="{target}"/>'
        for identity, (kind, target) in targets.items()
    )
    return (
        f'{DECLARATION}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{inner}</Relationships>'
    ).encode()


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        for number, (name, content) in enumerate(parts.items()):
            entry = zipfile.ZipInfo(name, (2024, 1, 5, 9, number, 0))
            entry.compress_type = zipfile.ZIP_STORED if name.endswith("jpeg") else zipfile.ZIP_DEFLATED
            archive.writestr(entry, content)
    return stream.getvalue()
