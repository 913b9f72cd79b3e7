"""The zip that a .docx is: its parts found by their relationships, read within bounds, and parsed without entities or network."""

import io
import posixpath
import zipfile
import zlib
from dataclasses import dataclass, field
from pathlib import Path

from lxml import etree

from shenyue.errors import UnreadableFile
from shenyue.loaders.docx.names import STRICT, TRANSITIONAL, Element
from shenyue.loaders.sniffing import format_of

LARGEST_PART = 64 * 1024 * 1024
"""Bytes, unpacked. A report's text is some 0.1 MB; only an attack is larger than this."""
_AGAIN = "请用 Word 或 WPS 打开后另存为 .docx 再试"
_CALLED = {
    "document": "正文部分",
    "styles": "样式部分",
    "numbering": "编号部分",
    "footnotes": "脚注部分",
    "endnotes": "尾注部分",
    "header": "页眉部分",
    "footer": "页脚部分",
}
_RELATIONSHIP = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError)
_STRICT_OFFICE = b"http://purl.oclc.org/ooxml/officeDocument"
_TRANSITIONAL_OFFICE = b"http://schemas.openxmlformats.org/officeDocument/2006"


@dataclass(slots=True)
class Package:
    """An opened .docx."""

    name: str
    """For messages."""
    _zip: zipfile.ZipFile
    _members: dict[str, zipfile.ZipInfo]
    """By name in lower case with forward slashes: part names know no case."""
    _rels: dict[str, tuple[tuple[str, str], ...]] = field(default_factory=dict)

    def main_part(self) -> str:
        """The name of the part with the text, such as word/document.xml.

        Raises:
            UnreadableFile: The zip holds no Word document.
        """
        targets = self.related("", "officeDocument") or ("word/document.xml",)
        known = self._members.get(targets[0].lower())
        if known is None:
            raise self.refuse("压缩包中缺少正文部分，文件可能已损坏")
        return known.filename.replace("\\", "/")

    def refuse(self, why: str) -> UnreadableFile:
        """One sentence: what is wrong, and what to do."""
        return UnreadableFile(f"无法读取“{self.name}”：{why}，{_AGAIN}。")

    def related(self, part: str, kind: str) -> tuple[str, ...]:
        """The parts that a part points to by relationships of a kind (styles, numbering …); "" is the package itself."""
        if part not in self._rels:
            self._rels[part] = self._relationships(part)
        return tuple(target for name, target in self._rels[part] if name == kind)

    def root(self, part: str) -> Element | None:
        """The parsed part, its namespaces the transitional ones; None where the package has no such part.

        Raises:
            UnreadableFile: It is too large, damaged, or no proper XML.
        """
        content = self.content(part)
        return None if content is None else self._parse(content, part)

    def content(self, part: str) -> bytes | None:
        """The bytes of a part; None where the package has no such part.

        Raises:
            UnreadableFile: It is too large or damaged.
        """
        member = self._members.get(part.lower())
        return None if member is None else self._bytes(member)

    def _relationships(self, part: str) -> tuple[tuple[str, str], ...]:
        folder, name = posixpath.split(part)
        root = self.root(posixpath.join(folder, "_rels", f"{name}.rels"))
        if root is None:
            return ()
        return tuple(
            (entry.get("Type", "").rpartition("/")[2], _resolved(folder, entry.get("Target", "")))
            for entry in root.iter(_RELATIONSHIP)
            if entry.get("TargetMode") != "External"
        )

    def _bytes(self, member: zipfile.ZipInfo) -> bytes:
        part = _called(member.filename)
        if member.file_size > LARGEST_PART:
            limit = LARGEST_PART // 2**20
            raise self.refuse(f"{part}解压后超过 {limit} MB，不是正常的文档")
        try:
            return self._zip.read(member)
        except RuntimeError as error:  # how zipfile says that a member is encrypted
            raise self.refuse(f"{part}已加密") from error
        except _BROKEN as error:
            raise self.refuse(f"{part}已损坏") from error

    def _parse(self, content: bytes, part: str) -> Element:
        try:
            root = etree.fromstring(content, _parser())
        except etree.XMLSyntaxError as error:
            raise self.refuse(f"{_called(part)}（XML 第 {error.lineno} 行）格式有误") from error
        if _declares_entities(root):
            raise self.refuse(f"{_called(part)}含有不允许的实体定义")
        return _transitional(root) if STRICT in root.nsmap.values() else root


def open_package(content: bytes, path: Path) -> Package:
    """Open the bytes of a .docx, .docm, .dotx or .dotm.

    Raises:
        UnreadableFile: They are none.
    """
    if format_of(content, path) != "docx":
        raise UnreadableFile(f"无法读取“{path.name}”：这不是 .docx 文档，{_AGAIN}。")
    archive = zipfile.ZipFile(io.BytesIO(content))
    members = {info.filename.replace("\\", "/").lower(): info for info in archive.infolist()}
    return Package(path.name, archive, members)


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        huge_tree=False,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
    )


def _declares_entities(root: Element) -> bool:
    """Office Open XML forbids document types; entities would otherwise vanish from the text in silence."""
    return root.getroottree().docinfo.internalDTD is not None


def _called(part: str) -> str:
    """A part's name for people."""
    stem = posixpath.basename(part.replace("\\", "/")).partition(".")[0]
    return _CALLED.get(stem.rstrip("0123456789").lower(), "文件目录部分")


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _transitional(root: Element) -> Element:
    """The same part in the namespaces that Word writes by default; the elements keep their order."""
    strict = etree.tostring(root, encoding="UTF-8")
    renamed = strict.replace(STRICT.encode(), TRANSITIONAL.encode()).replace(
        _STRICT_OFFICE, _TRANSITIONAL_OFFICE
    )
    return etree.fromstring(renamed, _parser())
