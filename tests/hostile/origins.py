"""The way back into the file, walked by a second reader that knows nothing of the loaders."""

import zipfile
from collections.abc import Callable, Iterator
from itertools import product
from pathlib import Path

import lxml.html
import regex
from lxml import etree

from shenyue.model import Document, Origin

_LINE_END = regex.compile(r"\r\n|\r|\n")
_BEARERS = ("t", "tab", "br", "cr", "noBreakHyphen", "softHyphen", "sym", "ptab", "delText", "instrText")
_CHARACTERS = {"tab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "", "ptab": "\t"}


def check_origins(document: Document, path: Path) -> None:
    """Every character that the reader sees comes from a node, and the node has that very character there.

    The contract leaves open which elements bear text and whether blank text nodes of a page count; any one way of counting that fits
    the whole document will do.
    """
    origins = [origin for origin in document.source.origins if not origin.generated]
    _check_cover(document)
    ways = {"docx": _docx_ways, "html": _page_ways}.get(document.source.format, _line_ways)
    reasons = [_first_wrong(document, origins, nodes) for nodes in ways(document, path)]
    assert "" in reasons, reasons


def _check_cover(document: Document) -> None:
    covered = set[int]()
    for origin in document.source.origins:
        covered.update(range(origin.start, origin.end))
    lost = [
        document.text[max(0, n - 5) : n + 5]
        for n, mark in enumerate(document.text)
        if not mark.isspace() and n not in covered
    ]
    assert not lost, lost[:5]


def _first_wrong(document: Document, origins: list[Origin], nodes: Callable[[Origin], str]) -> str:
    for origin in origins:
        text = document.text[origin.start : origin.end].rstrip()
        stored = nodes(origin)[origin.offset : origin.offset + len(text)]
        if stored != text:
            return f"{text!r} at {origin.start}: the node has {stored!r}"
    return ""


def _docx_ways(_document: Document, path: Path) -> Iterator[Callable[[Origin], str]]:
    trees = {}
    with zipfile.ZipFile(path) as archive:
        for name in archive.namelist():
            if name.endswith(".xml"):
                trees[name] = etree.fromstring(archive.read(name))
    for bearers, first in product((_BEARERS[:1], _BEARERS[:-2], _BEARERS[:-1], _BEARERS), (0, 1)):
        texts = {
            name: [
                _own_text(node)
                for node in tree.iter("{*}" + bearers[0], *("{*}" + tag for tag in bearers[1:]))
            ]
            for name, tree in trees.items()
        }
        yield lambda origin, texts=texts, first=first: _nth(texts.get(origin.part, []), origin.node - first)  # type: ignore[misc]


def _own_text(node: etree._Element) -> str:
    tag = etree.QName(node).localname
    if tag == "sym":
        return chr(int(next(value for name, value in node.items() if str(name).endswith("char")), 16))
    return _CHARACTERS.get(tag, node.text or "")


def _page_ways(document: Document, path: Path) -> Iterator[Callable[[Origin], str]]:
    text = path.read_bytes().decode(document.source.encoding)
    page = lxml.html.document_fromstring(regex.sub(r"^\s*<\?xml[^>]*\?>", "", text.lstrip("\ufeff")))
    found = page.xpath("//text()")
    nodes = [str(node) for node in found] if isinstance(found, list) else []
    for kept, first in product((nodes, [node for node in nodes if node.strip()]), (0, 1)):
        yield lambda origin, kept=kept, first=first: _nth(kept, origin.node - first)  # type: ignore[misc]


def _line_ways(document: Document, path: Path) -> Iterator[Callable[[Origin], str]]:
    text = path.read_bytes().decode(document.source.encoding)
    for decoded in (text, text.lstrip("\ufeff")):
        lines = _LINE_END.split(decoded)
        yield lambda origin, lines=lines: _nth(lines, origin.node - 1)  # type: ignore[misc]


def _nth(texts: list[str], place: int) -> str:
    return texts[place] if 0 <= place < len(texts) else ""
