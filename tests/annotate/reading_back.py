"""What stands in an annotated Word file, read with lxml alone: nothing here knows how the anchors were made."""

import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from shenyue.model import Document, Span

MAY_DIFFER = ("word/document", "word/comments", "word/people", "word/_rels/document", "[Content_Types].xml")
_CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_UNSEEN = frozenset(("del", "moveFrom", "instrText", "delText", "delInstrText", "pPr", "rPr", "rt", "sdtPr"))
_HOLD_RANGES = frozenset(
    ("p", "hyperlink", "fldSimple", "smartTag", "customXml", "sdtContent", "ins", "moveTo", "dir", "bdo")
)
_FOREIGN = frozenset(("txbxContent", "drawing", "pict", "object", "AlternateContent", "ruby", "oMath", "r"))
_BLANKS = " \t\r\n"
_HEAD = 100
"""Bytes: the declaration and the beginning of the first element."""
_PRESERVE = "{http://www.w3.org/XML/1998/namespace}space"


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment and the characters between its anchors."""

    id: str
    author: str
    initials: str
    date: str
    paragraphs: tuple[str, ...]
    marked: str


def members(content: bytes) -> dict[str, bytes]:
    """The parts, in the order of the zip."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        assert archive.testzip() is None
        names = archive.namelist()
        assert len(names) == len(set(names))
        return {name: archive.read(name) for name in names}


def told(content: bytes) -> list[tuple[str, tuple[str, ...]]]:
    """Author and paragraphs of every comment that the text refers to, sorted; other programs write no range where none is marked."""
    parts = members(content)
    referred = ids(parts[main_part(content)])
    found = [_comment(node, dict.fromkeys(referred, "")) for node in parsed(parts["word/comments.xml"])]
    assert {comment.id for comment in found} == referred
    return sorted((comment.author, comment.paragraphs) for comment in found)


def printed(document: Document, span: Span, part: str = "") -> str:
    """The characters of a span that are characters of the file, of one part where one is named."""
    return "".join(
        document.text[max(span.start, origin.start) : min(span.end, origin.end)]
        for origin in document.source.origins
        if not origin.generated
        and origin.start < span.end
        and span.start < origin.end
        and part in {"", origin.part}
    )


def main_part(content: bytes) -> str:
    """The part with the text."""
    return next(name for name in members(content) if name.lower().startswith("word/document"))


def comments(content: bytes) -> list[Comment]:
    """All comments in the order of their ids; each must be anchored exactly once, and every reference have its comment."""
    parts = members(content)
    root = parsed(parts[main_part(content)])
    marked = _marked(root)
    written = [
        name for name in parts if name.startswith("word/comments") and "Ext" not in name and "Ids" not in name
    ]
    found = [_comment(node, marked) for name in written for node in parsed(parts[name])]
    assert len({comment.id for comment in found}) == len(found)
    assert {comment.id for comment in found} == set(marked)
    return sorted(found, key=lambda comment: int(comment.id))


def _comment(node: etree._Element, marked: dict[str, str]) -> Comment:
    own = {local(name): str(value) for name, value in node.items()}
    paragraphs = tuple("".join(text.text or "" for text in one.iter("{*}t")) for one in node.iter("{*}p"))
    return Comment(
        own["id"],
        own.get("author", ""),
        own.get("initials", ""),
        own.get("date", ""),
        paragraphs,
        marked[own["id"]],
    )


def _marked(root: etree._Element) -> dict[str, str]:
    """The characters between the anchors, by id."""
    opened: dict[str, int] = {}
    ranges: dict[str, tuple[int, int]] = {}
    referred: list[str] = []
    text = ""
    for node in root.iter("{*}*"):
        name = local(node.tag)
        identity = next((str(value) for key, value in node.items() if local(key) == "id"), "")
        if name == "commentRangeStart":
            assert identity not in opened
            opened[identity] = len(text)
        elif name == "commentRangeEnd":
            ranges[identity] = (opened[identity], len(text))
        elif name == "commentReference":
            assert identity in ranges, "a reference stands after its range"
            assert local(_parent(node).tag) == "r"
            referred.append(identity)
        elif not any(_hides(above) for above in node.iterancestors()):
            text += shown(node)
    assert len(referred) == len(set(referred))
    assert set(opened) == set(ranges)
    return {identity: text[slice(*ranges[identity])] for identity in referred}


def _hides(element: etree._Element) -> bool:
    """Of two branches that say the same only one is shown: the first, if it says anything."""
    if local(element.tag) != "Fallback":
        return local(element.tag) in _UNSEEN
    choices = _parent(element).iterchildren("{*}Choice")
    return any(next(choice.iter("{*}t"), None) is not None for choice in choices)


def shown(node: etree._Element) -> str:
    """The characters that an element of a run shows."""
    name = local(node.tag)
    if name == "t":
        text = (node.text or "").translate(str.maketrans("\t\r\n", "   "))
        kept = any(above.get(_PRESERVE) == "preserve" for above in (node, *node.iterancestors()))
        return text if kept else text.strip(_BLANKS)
    if name == "tab" and local(_parent(node).tag) == "tabs":
        return ""
    if name == "br" and any(value in {"page", "column"} for value in node.attrib.values()):
        return ""
    return _CHARACTERS.get(name, "")


def unchanged(before: bytes, after: bytes) -> None:
    """Nothing but the anchors, the split runs and the parts of comments differs."""
    old, new = members(before), members(after)
    assert [name for name in new if name in old] == list(old)
    for name, content in old.items():
        if not name.startswith(MAY_DIFFER):
            assert new[name] == content, name
    assert all(name.startswith(MAY_DIFFER) for name in set(new) - set(old))
    assert dates(before) == {name: when for name, when in dates(after).items() if name in old}
    main = main_part(before)
    assert flat(new[main], ids(new[main]) - ids(old[main])) == flat(old[main], set())
    assert new[main][:_HEAD] == old[main][:_HEAD]
    _allowed(parsed(new[main]), ids(new[main]) - ids(old[main]))
    assert new[main].endswith(old[main][old[main].rindex(b"<") :])


def _allowed(root: etree._Element, added: set[str]) -> None:
    """Anchors stand where the standard has EG_RangeMarkupElements and runs, after the properties of their parent, and not in drawings."""
    for node in root.iter("{*}commentRangeStart", "{*}commentRangeEnd", "{*}r"):
        if not _is_anchor(node, added):
            continue
        above = [local(element.tag) for element in node.iterancestors()]
        assert above[0] in _HOLD_RANGES, above
        assert not _FOREIGN.intersection(above), above
        later = [local(element.tag) for element in node.itersiblings()]
        assert not {"pPr", "sdtPr", "fldData"}.intersection(later), above


def parsed(part: bytes) -> etree._Element:
    """A part without what is no content."""
    return etree.fromstring(part, etree.XMLParser(remove_comments=True, remove_pis=True))


def dates(content: bytes) -> dict[str, tuple[int, ...]]:
    """When each part was written."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {member.filename: member.date_time for member in archive.infolist()}


def ids(part: bytes) -> set[str]:
    """The comments that are anchored in a part."""
    return {
        str(value)
        for node in parsed(part).iter("{*}commentReference", "{*}commentRangeStart")
        for key, value in node.items()
        if local(key) == "id"
    }


def flat(part: bytes, added: set[str]) -> list[object]:
    """A part as one list in which run ends do not show, without the anchors of the comments added: equal lists, equal documents."""
    return list(_flat(parsed(part), added))


def _flat(node: etree._Element, added: set[str]) -> Iterator[object]:
    if not isinstance(node.tag, str):
        yield node.text
        return
    name = local(node.tag)
    if _is_anchor(node, added):
        return
    if name == "r" and local(_parent(node).tag) != "rPr":
        yield from _run(node, added)
        return
    yield ("<", node.tag, sorted(node.items()), (node.text or "").strip())
    for child in node:
        yield from _flat(child, added)
    yield (">", node.tag)


def _run(run: etree._Element, added: set[str]) -> Iterator[object]:
    properties = next((child for child in run if child.tag == run.tag.replace("}r", "}rPr")), None)
    looks = "" if properties is None else _looks(properties)
    context = (run.tag, tuple(sorted(run.items())), looks)
    for child in run:
        if child is properties:
            continue
        if local(child.tag) == "t":
            yield from ((context, character) for character in shown(child))
        else:
            yield (context, "<")
            yield from _flat(child, added)


def _looks(properties: etree._Element) -> str:
    """Formatting as text; the number of a tracked change of format must be each run's own."""
    copied = parsed(etree.tostring(properties, with_tail=False))
    for node in copied.iter("{*}rPrChange"):
        for key in [key for key in node.attrib if local(key) == "id"]:
            del node.attrib[key]
    return etree.tostring(copied, method="c14n", exclusive=True).decode()


def _is_anchor(node: etree._Element, added: set[str]) -> bool:
    name = local(node.tag)
    if name in {"commentRangeStart", "commentRangeEnd"}:
        return any(local(key) == "id" and value in added for key, value in node.items())
    if name != "r":
        return False
    inner = [child for child in node if local(child.tag) != "rPr"]
    if len(inner) != 1 or local(inner[0].tag) != "commentReference":
        return False
    return any(value in added for value in inner[0].attrib.values())


def _parent(node: etree._Element) -> etree._Element:
    parent = node.getparent()
    assert parent is not None
    return parent


def local(name: object) -> str:
    """A name without its namespace."""
    return str(name).rpartition("}")[2]
