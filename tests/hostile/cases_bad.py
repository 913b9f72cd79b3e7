"""What is no readable report: each must be refused in one Chinese sentence that names the file and says what to do."""

import hashlib
import io
import os
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hostile_case import PNG, BadCase, html
from made_report import word
from raw_docx import docx, p, packed

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def holding(name: str, file_name: str, make: Callable[[], bytes], says: str = "") -> BadCase:
    """A file of certain bytes."""

    def prepare(folder: Path) -> Path:
        path = folder / file_name
        path.write_bytes(make())
        return path

    return BadCase(name, prepare, says)


def cut(share: float) -> Callable[[], bytes]:
    """A good docx of which only the beginning came over."""
    return lambda: word()[: int(len(word()) * share)]


def noise(length: int = 4000) -> bytes:
    """Bytes that mean nothing, the same every time."""
    return hashlib.shake_256(b"noise").digest(length)


def without(member: str) -> bytes:
    """A docx that lacks a part."""
    return changed(member, lambda _: None)


def changed(member: str, change: Callable[[bytes], bytes | None]) -> bytes:
    """A docx with one part changed or, for None, left out."""
    with zipfile.ZipFile(io.BytesIO(word())) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    new = change(members.pop(member))
    return packed(members | ({member: new} if new is not None else {}))


def damaged() -> bytes:
    """A docx with a hole in the middle."""
    content = word()
    middle = len(content) // 2
    return content[:middle] + bytes(60) + content[middle + 60 :]


def encrypted_office() -> bytes:
    """What Word writes for a file with a password: a compound file with the stream EncryptedPackage (MS-CFB, MS-OFFCRYPTO)."""
    sector = b"".join(
        _entry(name, kind)
        for name, kind in (("Root Entry", 5), ("EncryptedPackage", 2), ("EncryptionInfo", 2), ("", 0))
    )
    free, end, fat = b"\xff\xff\xff\xff", b"\xfe\xff\xff\xff", b"\xfd\xff\xff\xff"
    header = (
        OLE
        + bytes(16)
        + b"\x3e\x00\x03\x00\xfe\xff\x09\x00\x06\x00"
        + bytes(10)
        + b"\x01\x00\x00\x00\x01\x00\x00\x00"
    )
    header += bytes(4) + b"\x00\x10\x00\x00" + end + bytes(4) + end + bytes(4) + bytes(4) + free * 108
    return header.ljust(512, b"\xff")[:512] + (fat + end + free * 126) + sector


def _entry(name: str, kind: int) -> bytes:
    written = (name + "\x00").encode("utf-16-le") if name else b""
    links = b"\xff\xff\xff\xff" * 2 + (b"\x01\x00\x00\x00" if kind == 5 else b"\xff\xff\xff\xff")
    return (written.ljust(64, b"\x00") + len(written).to_bytes(2, "little") + bytes([kind, 1]) + links).ljust(
        128, b"\x00"
    )


def locked_zip() -> bytes:
    """A docx whose members a zip program has encrypted: the flag alone makes them unreadable."""
    content = bytearray(word())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        place = content.find(mark)
        while place >= 0:
            content[place + offset] |= 1
            place = content.find(mark, place + 4)
    return bytes(content)


def bomb(megabytes: int = 512) -> bytes:
    """A small zip whose document would fill the memory."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        archive.writestr(
            "[Content_Types].xml",
            "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
        )
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(megabytes):
                member.write(b" " * 2**20)
    return stream.getvalue()


LAUGHS = (
    '<!DOCTYPE w:document [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">'
    + "".join(f'<!ENTITY {new} "{f"&{old};" * 10}">' for old, new in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE w:document [<!ENTITY out SYSTEM "file:///etc/passwd">]>'


def declared(doctype: str, entity: str) -> bytes:
    """A docx with a document type declaration, which the packaging standard forbids."""
    return changed(
        "word/document.xml",
        lambda xml: (
            xml.decode()
            .replace("<w:document", doctype + "<w:document", 1)
            .replace("无。", f"无。&{entity};")
            .encode()
        ),
    )


def directory(folder: Path) -> Path:
    """A folder with the name of a file."""
    path = folder / "年报.docx"
    path.mkdir()
    return path


def fifo(folder: Path) -> Path:
    """A pipe into which nobody writes."""
    path = folder / "管道.docx"
    if not hasattr(os, "mkfifo"):
        pytest.skip("this system has no named pipes")
    os.mkfifo(path)
    return path


def dangling(folder: Path) -> Path:
    """A link to a file that is gone."""
    path = folder / "链接.docx"
    path.symlink_to(folder / "已删.docx")
    return path


def circular(folder: Path) -> Path:
    """A link to itself."""
    path = folder / "循环.docx"
    path.symlink_to(path)
    return path


def forbidden(folder: Path) -> Path:
    """A file that its reader may not read."""
    if os.geteuid() == 0:
        pytest.skip("root may read every file")
    path = folder / "无权.docx"
    path.write_bytes(word())
    path.chmod(0)
    return path


def huge(folder: Path) -> Path:
    """Four gigabytes of nothing, which take no room on the disk."""
    path = folder / "巨大.txt"
    with path.open("wb") as stream:
        stream.write("一、总体情况\n".encode())
        stream.truncate(4 * 2**30)
    return path


FILES = (
    holding("empty_docx", "空.docx", bytes),
    holding("empty_txt", "空.txt", bytes, "空"),
    holding("empty_html", "空.html", bytes, "空"),
    holding("blank_txt", "空白.txt", " \r\n\t\n\u3000\u00a0\n".encode),
    holding("byte_order_mark_alone", "只有标记.txt", lambda: b"\xef\xbb\xbf"),
    holding("docx_cut_at_once", "截断一.docx", lambda: word()[:40]),
    holding("docx_cut_at_a_quarter", "截断二.docx", cut(0.25)),
    holding("docx_cut_at_half", "截断三.docx", cut(0.5)),
    holding("docx_cut_at_the_end", "截断四.docx", cut(0.98)),
    holding(
        "docx_damaged_inside",
        "损坏.docx",
        damaged,
    ),
    holding("docx_without_document", "缺正文.docx", lambda: without("word/document.xml")),
    holding(
        "docx_document_is_no_xml",
        "坏正文.docx",
        lambda: changed("word/document.xml", lambda xml: xml[: len(xml) // 2]),
    ),
    holding(
        "docx_document_is_a_page",
        "网页正文.docx",
        lambda: changed("word/document.xml", lambda _: b"<html><body>x</body></html>"),
    ),
    holding("docx_without_text", "无字.docx", lambda: docx(p() + p())),
    holding("docx_entity_bomb", "炸弹.docx", lambda: declared(LAUGHS, "i")),
    holding("docx_outside_entity", "外引.docx", lambda: declared(OUTSIDE, "out")),
    holding("docx_unpacks_to_gigabytes", "压缩炸弹.docx", bomb),
    holding("docx_zip_with_password", "加锁.docx", locked_zip, "密码|加密"),
    holding("docx_with_password", "加密.docx", encrypted_office, "密码|加密"),
    holding("zip_of_something_else", "照片.docx", lambda: packed({"a.txt": b"a", "b/c.png": PNG})),
    holding("empty_zip", "空包.docx", lambda: packed({})),
    holding(
        "xlsx_renamed",
        "表格.docx",
        lambda: packed({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"}),
    ),
    holding("png_renamed_docx", "图.docx", lambda: PNG),
    holding("png_renamed_txt", "图.txt", lambda: PNG),
    holding("random_bytes_txt", "乱码.txt", noise),
    holding("random_bytes_html", "乱码.html", noise),
    holding("pdf_head_alone", "头.pdf", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    holding(
        "pdf_renamed_txt", "改名.txt", lambda: b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj<<>>endobj\n%%EOF\n"
    ),
    holding("ole_head_alone", "头.doc", lambda: OLE + bytes(504)),
    holding(
        "html_without_text",
        "无字.html",
        lambda: html("<div></div><script>var a = '正文';</script><!-- 注释 -->"),
    ),
    holding(
        "html_of_navigation_alone",
        "导航.html",
        lambda: html("<a href='/'>首页</a> <a href='/b'>下一页</a><script>load('/x')</script>"),
    ),
    holding("unknown_suffix", "年报.xyz", noise),
)
PLACES = (
    BadCase("folder", directory, "文件夹|目录"),
    BadCase("pipe", fifo),
    BadCase("dangling_link", dangling),
    BadCase("circular_link", circular),
    BadCase("forbidden", forbidden, "权限"),
    BadCase("huge", huge, "大"),
    BadCase("nonexistent", lambda folder: folder / "没有.docx", "不存在|没有找到|找不到"),
    BadCase("nonexistent_folder", lambda folder: folder / "无此处" / "年报.docx", "不存在|没有找到|找不到"),
    BadCase("vast_name", lambda folder: folder / ("长" * 300 + ".docx")),
)
CASES = FILES + PLACES
