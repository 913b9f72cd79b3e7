"""A new part made known: its type in [Content_Types].xml, and the relationship that leads from the text to it."""

import posixpath

from lxml import etree

from shenyue.annotate.word.markup import read_markup
from shenyue.loaders.docx.names import STRICT

_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_OFFICE_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
_NO_RELATIONSHIPS = (
    b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n'
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"></Relationships>'
)


def with_type(content_types: bytes, part: str) -> bytes:
    """[Content_Types].xml with the part's type, unless it has it."""
    known = (node.get("PartName", "") for node in etree.fromstring(content_types))
    if f"/{part}".lower() in {name.lower() for name in known}:
        return content_types
    return _appended(content_types, f'Override PartName="/{part}" ContentType="{_TYPE}"')


def with_relationship(relationships: bytes | None, part: str, main: str, namespace: str) -> bytes:
    """The relationships of the main part with one more, to the part of the comments; None where there are none yet."""
    before = relationships or _NO_RELATIONSHIPS
    known = {node.get("Id", "") for node in etree.fromstring(before)}
    number = next(n for n in range(1, len(known) + 2) if f"rId{n}" not in known)
    office = _OFFICE_STRICT if namespace == STRICT else _OFFICE
    target = posixpath.relpath(part, posixpath.dirname(main) or ".")
    return _appended(before, f'Relationship Id="rId{number}" Type="{office}/comments" Target="{target}"')


def _appended(content: bytes, element: str) -> bytes:
    markup = read_markup(content)
    top = markup.tags[0]
    prefix = f"{top.name.partition(':')[0]}:" if ":" in top.name else ""
    return markup.written(markup.appended(top, f"<{prefix}{element}/>"))
