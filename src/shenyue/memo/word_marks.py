"""{{字段}} in a Word paragraph: Word splits text into runs as it likes, so marks are found in the whole and written back piece by piece."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from lxml import etree

from shenyue.patterns import compiled

_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
W = f"{{{_NAMESPACE}}}"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_MARK = compiled(r"(?:\{\{|｛｛)\s*(?P<kind>[#＃/／]?)\s*(?P<name>[^{}｛｝#＃/／\s]+)\s*(?:\}\}|｝｝)")

Element = etree._Element  # noqa: SLF001 - lxml has no public name for what it parses to


@dataclass(frozen=True, slots=True)
class Mark:
    """One mark of a paragraph."""

    paragraph: Element
    kind: str
    """# where a block begins, / where it ends, empty for a field."""
    name: str
    start: int
    """In the paragraph's text."""
    end: int


def marks_in(paragraph: Element) -> tuple[Mark, ...]:
    """The marks of a paragraph, in order."""
    return tuple(
        Mark(paragraph, "#" if match["kind"] in ("#", "＃") else match["kind"] and "/", match["name"], *match.span())
        for match in _MARK.finditer(text_of(paragraph))
    )  # fmt: skip


def text_of(paragraph: Element) -> str:
    """The paragraph's own characters, without those of text boxes in it."""
    return "".join(node.text or "" for node in _texts(paragraph))


def write(mark: Mark, text: str) -> None:
    r"""Put a text in the place of a mark, in the looks of its first character; \n becomes a line break."""
    nodes = list(_texts(mark.paragraph))
    ends = list(accumulate(len(node.text or "") for node in nodes))
    written = False
    for node, end in zip(nodes, ends, strict=True):
        start = end - len(node.text or "")
        first, last = max(mark.start, start) - start, min(mark.end, end) - start
        if first < last:
            own = node.text or ""
            _set(node, own[:first] + ("" if written else text) + own[last:])
            written = True


def _texts(paragraph: Element) -> Iterator[Element]:
    """Its w:t elements; those of paragraphs nested in it are theirs."""
    for node in paragraph.iter(f"{W}t"):
        if next(node.iterancestors(f"{W}p")) is paragraph:
            yield node


def _set(node: Element, text: str) -> None:
    first, *rest = text.split("\n")
    node.text = first
    node.set(_SPACE, "preserve")
    for line in reversed(rest):
        further = etree.Element(f"{W}t", {_SPACE: "preserve"})
        further.text = line
        node.addnext(further)
        node.addnext(etree.Element(f"{W}br"))
