"""A new part made known: its type in [Content_Types].xml, and the relationship that leads from the text to it."""

import posixpath

from shenyue.annotate.word.markup import read_markup
from shenyue.loaders.docx.names import STRICT
from shenyue.loaders.docx.package import Package

_TYPES = "[Content_Types].xml"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def with_type(package: Package, part: str) -> dict[str, bytes]:
    """[Content_Types].xml with the part's type; nothing where it has it, or the package has no such list."""
    root, before = package.root(_TYPES), package.content(_TYPES)
    known = {node.get("PartName", "").lower() for node in (() if root is None else root)}
    if before is None or f"/{part}".lower() in known:
        return {}
    return {_TYPES: _appended(before, f'Override PartName="/{part}" ContentType="{_TYPE}"')}


def with_relationship(package: Package, part: str, main: str, namespace: str) -> dict[str, bytes]:
    """The relationships of the main part with one more, to the part of the comments."""
    folder, name = posixpath.split(main)
    path = posixpath.join(folder, "_rels", f"{name}.rels")
    root, before = package.root(path), package.content(path)
    known = {node.get("Id", "") for node in (() if root is None else root)}
    number = next(n for n in range(1, len(known) + 2) if f"rId{n}" not in known)
    office = _OFFICE_STRICT if namespace == STRICT else _OFFICE
    target = posixpath.relpath(part, folder or ".")
    element = f'Relationship Id="rId{number}" Type="{office}/comments" Target="{target}"'
    return {path: _appended(before or _NO_RELATIONSHIPS, element)}


def _appended(content: bytes, element: str) -> bytes:
    markup = read_markup(content)
    top = markup.tags[0]
    prefix = f"{top.name.partition(':')[0]}:" if ":" in top.name else ""
    return markup.written(markup.appended(top, f"<{prefix}{element}/>"))
