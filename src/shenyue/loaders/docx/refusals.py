"""What a file is that calls itself .docx and is none, so that the refusal says what to do."""

from collections.abc import Iterable

AGAIN = "请用 Word 或 WPS 打开后另存为 .docx 再试。"
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"%PDF", "这是 PDF 文件，不是 Word 文档；请将扩展名改为 .pdf 再试。"),
    (b"{\\rtf", f"这是 RTF 文件，不是 .docx 文档；{AGAIN}"),
    (b"\x89PNG", "这是图片，不是 Word 文档；请取得报告的文字版再试。"),
    (b"\xff\xd8\xff", "这是图片，不是 Word 文档；请取得报告的文字版再试。"),
    (b"GIF8", "这是图片，不是 Word 文档；请取得报告的文字版再试。"),
    (b"BM", "这是图片，不是 Word 文档；请取得报告的文字版再试。"),
    (b"Rar!", "这是压缩包，不是 Word 文档；请先解压，再打开其中的报告。"),
    (b"7z\xbc\xaf", "这是压缩包，不是 Word 文档；请先解压，再打开其中的报告。"),
)
_MARKUP = (b"<!doctype", b"<html", b"<head", b"<meta")


def why_no_zip(content: bytes) -> str:
    """One sentence about bytes that are no zip at all."""
    if not content:
        return "文件是空的；请重新下载或向报送单位索取。"
    if content.startswith(_OLE):
        return _why_ole(content)
    for magic, sentence in _MAGIC:
        if content.startswith(magic):
            return sentence
    if content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_MARKUP):
        return f"这是网页，不是 .docx 文档；请将扩展名改为 .html，或者{AGAIN}"
    if content.startswith(b"PK"):
        return "文件不完整（可能没有下载完）；请重新下载，或请报送单位重新发送。"
    return f"这不是 .docx 文档，文件可能已损坏；{AGAIN}"


def why_no_document(members: Iterable[str]) -> str:
    """One sentence about a zip without a Word document in it."""
    names = set(members)
    if any(name.startswith("xl/") for name in names):
        return "这是 Excel 工作簿，不是 Word 文档；请打开正确的报告文件。"
    if any(name.startswith("ppt/") for name in names):
        return "这是演示文稿，不是 Word 文档；请打开正确的报告文件。"
    if "content.xml" in names:
        return f"这是 OpenDocument 文档，不是 .docx 文档；{AGAIN}"
    if "EncryptedPackage" in names:
        return _ENCRYPTED
    if any(name.lower().endswith((".docx", ".doc", ".wps", ".pdf")) for name in names):
        return "这是压缩包，不是 Word 文档；请先解压，再打开其中的报告。"
    return f"压缩包中没有 Word 正文，文件可能已损坏；{AGAIN}"


_ENCRYPTED = "文档已加密或受保护，无法读取；请用 Word 或 WPS 打开，取消密码后另存为 .docx 再试。"


def _why_ole(content: bytes) -> str:
    if "EncryptedPackage".encode("utf-16-le") in content:
        return _ENCRYPTED
    if "WordDocument".encode("utf-16-le") in content:
        return f"这是旧版 .doc（或 .wps）文档，不是 .docx 文档；{AGAIN}"
    return f"这是旧版 Office 文件，不是 .docx 文档；{AGAIN}"
