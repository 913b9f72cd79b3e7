"""What a file is, by its bytes: names lie, above all those of pages saved as .doc and of pictures."""

from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import regex

from shenyue.errors import UnreadableFile
from shenyue.patterns import compiled

_HEAD = 4096
"""Bytes at the beginning in which a page shows its tags."""
_TAG = compiled(
    rb"<(?:!doctype\s+html|html|head|body|meta|title|div|table|p|h[1-6]|span|article|section|center|font|br)\b",
    regex.IGNORECASE,
)
_PICTURES: tuple[bytes, ...] = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*")
_PACKED = "这是压缩包，请先解压，再逐个打开其中的报告。"
_BEGINNINGS: tuple[tuple[tuple[bytes, ...], str], ...] = (
    ((b"{\\rtf",), "这是 RTF 文件，请用 Word 或 WPS 打开后另存为 .docx 再试。"),
    (
        (b"MIME-Version:", b"From: <Saved by"),
        "这是网页存档（.mht），请在浏览器中打开后另存为“网页，仅 HTML”（.html）再试。",
    ),
    ((b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b"), _PACKED),
)
_PAGE_NAMES = frozenset((".html", ".htm", ".shtml", ".xhtml", ".jhtml"))
_MARKDOWN_NAMES = frozenset((".md", ".markdown", ".mdown", ".mkd"))
_WHOLE_PAGE = compiled(rb"(?:\xef\xbb\xbf)?\s*<(?:!doctype|html|\?xml)\b", regex.IGNORECASE)
_DRAWN_TABLE = compiled(
    rb"[|][^\r\n]*+[\r\n]{1,2}[ \t]*+(?=[^\r\n]{0,2000}[|])[|]?(?:[ \t]*+:?-{2,}+:?[ \t]*+[|]?)++[\r\n]"
)
"""A line with bars and, below it, the dashes that make it the head of a table."""
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def format_of(content: bytes, path: Path) -> str:
    """docx, html, md or txt; UnreadableFile, which says what to do, for everything else."""
    if content.startswith(b"PK"):
        return _format_of_zip(content, path)
    known = _named(content, path)
    if known:
        raise UnreadableFile(f"暂不能直接读取“{path.name}”：{known}")
    if _is_markdown(content, path):
        return "md"
    return "html" if _is_page(content, path) else "txt"


def _format_of_zip(content: bytes, path: Path) -> str:
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = archive.namelist()
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise UnreadableFile(
            f"无法读取“{path.name}”：文件不完整或已损坏，请重新下载或请报送单位重新提供。"
        ) from error
    if any(name.replace("\\", "/").startswith("word/") for name in names):
        return "docx"
    raise UnreadableFile(f"暂不能直接读取“{path.name}”：{_kind_of_zip(names)}")


def _kind_of_zip(names: list[str]) -> str:
    if any(name.startswith("xl/") for name in names):
        return "这是 Excel 表格（.xlsx），不是报告全文，请提供 .docx、.html 或 .txt 格式的报告。"
    if any(name.startswith("ppt/") for name in names):
        return "这是演示文稿（.pptx），请提供 .docx、.html 或 .txt 格式的报告。"
    if "content.xml" in names or any(name.endswith("OFD.xml") for name in names):
        return "这是 .odt 或 .ofd 文件，请用原软件打开后另存为 .docx 再试。"
    return _PACKED


def _named(content: bytes, path: Path) -> str:
    """What to say of a format that cannot be read; empty where it may be text."""
    if content.startswith(_OLE):
        return _named_ole(content, path)
    if b"%PDF-" in content[:1024]:
        return "PDF 暂不支持（下一版支持），请用原 Word 文件（.docx）。"
    if _is_picture(content):
        return "这是图片，不含可读取的文字，请提供报告的 .docx 原件。"
    head = content[:1024].lstrip()
    return next((sentence for beginnings, sentence in _BEGINNINGS if head.startswith(beginnings)), "")


def _is_picture(content: bytes) -> bool:
    bitmap = content.startswith(b"BM") and int.from_bytes(content[2:6], "little") == len(content)
    return bitmap or content.startswith(_PICTURES) or (content[:4] == b"RIFF" and content[8:12] == b"WEBP")


def _named_ole(content: bytes, path: Path) -> str:
    if b"W\0o\0r\0k\0b\0o\0o\0k\0" in content:
        return "这是 Excel 表格（.xls），不是报告全文，请提供 .docx、.html 或 .txt 格式的报告。"
    if b"E\0n\0c\0r\0y\0p\0t\0e\0d\0P\0a\0c\0k\0a\0g\0e\0" in content:
        return "文件设有打开密码，请先取消密码再试。"
    kind = "WPS 文字（.wps）" if path.suffix.lower() == ".wps" else "旧版 Word 文档（.doc）"
    return f"这是{kind}，请用 Word 或 WPS 打开后另存为 .docx 再试。"


def _is_markdown(content: bytes, path: Path) -> bool:
    """Whether a file is named so and is no page all the same, or draws a table as only Markdown does."""
    if path.suffix.lower() in _MARKDOWN_NAMES:
        return _WHOLE_PAGE.match(content) is None
    return (
        path.suffix.lower() not in _PAGE_NAMES
        and _DRAWN_TABLE.search(content.replace(b"\0", b"")) is not None
    )


def _is_page(content: bytes, path: Path) -> bool:
    """Whether tags show at the beginning, or anywhere in a file named as a page; UTF-16 shows them between zero bytes."""
    head = content if path.suffix.lower() in _PAGE_NAMES else content[:_HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.replace(b"\0", b"")
    return _TAG.search(head) is not None
