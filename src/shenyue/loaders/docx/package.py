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
from shenyue.loaders.docx.refusals import AGAIN, why_no_document, why_no_zip

LARGEST_PART = 64 * 1024 * 1024
"""Bytes, unpacked. A report's text is some 0.1 MB; only an attack is larger than this."""
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
        if known is None or targets[0].startswith(("xl/", "ppt/")):
            raise UnreadableFile(f"{self.name}：{why_no_document(self._zip.namelist())}")
        return known.filename.replace("\\", "/")

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
        member = self._members.get(part.lower())
        return None if member is None else self._parse(self._bytes(member), part)

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
        if member.file_size > LARGEST_PART:
            raise UnreadableFile(
                f"{self.name}：其中的 {member.filename} 解压后超过 {LARGEST_PART // 2**20} MB，不像正常的文档，已拒绝读取；{AGAIN}"
            )
        try:
            return self._zip.read(member)
        except RuntimeError as error:  # how zipfile says that a member is encrypted
            raise UnreadableFile(f"{self.name}：压缩内容已加密，无法读取；{AGAIN}") from error
        except _BROKEN as error:
            raise UnreadableFile(f"{self.name}：其中的 {member.filename} 已损坏；{AGAIN}") from error

    def _parse(self, content: bytes, part: str) -> Element:
        try:
            root = etree.fromstring(content, _parser())
        except etree.XMLSyntaxError as error:
            line = f"第 {error.lineno} 行" if error.lineno else ""
            raise UnreadableFile(f"{self.name}：其中的 {part} {line}格式有误；{AGAIN}") from error
        if _declares_entities(root):
            raise UnreadableFile(f"{self.name}：其中的 {part} 含有不允许的实体定义，已拒绝读取；{AGAIN}")
        return _transitional(root) if STRICT in root.nsmap.values() else root


def open_package(content: bytes, path: Path) -> Package:
    """Open the bytes of a .docx, .docm, .dotx or .dotm.

    Raises:
        UnreadableFile: They are none.
    """
    if not content.startswith(b"PK"):
        raise UnreadableFile(f"{path.name}：{why_no_zip(content)}")
    try:
        archive = zipfile.ZipFile(io.BytesIO(content))
    except _BROKEN as error:
        raise UnreadableFile(f"{path.name}：{why_no_zip(content)}") from error
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


def _resolved(folder: str, target: str) -> str:
    return posixpath.normpath(posixpath.join("/", folder, target.replace("\\", "/"))).lstrip("/")


def _transitional(root: Element) -> Element:
    """The same part in the namespaces that Word writes by default; the elements keep their order."""
    strict = etree.tostring(root, encoding="UTF-8")
    renamed = strict.replace(STRICT.encode(), TRANSITIONAL.encode()).replace(
        _STRICT_OFFICE, _TRANSITIONAL_OFFICE
    )
    return etree.fromstring(renamed, _parser())
