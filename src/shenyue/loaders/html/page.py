"""A web page as steps in document order, so that it is walked without recursion and every text node has its number."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from lxml import etree
from lxml.etree import _Element

from shenyue.errors import UnreadableFile
from shenyue.patterns import compiled

_DECLARATION = compiled(r"\s*<\?xml[^>]*\?>")


Step = tuple[bool, _Element, str, str, int]
"""An element opens (True) or closes, itself, its tag, the text right behind the opening or closing tag, and the number of that text
among the text nodes of the page (without text: that of the next one). A comment only closes, and its tag is empty."""


@dataclass(slots=True)
class Page:
    """A parsed page."""

    root: _Element
    steps: list[Step] = field(default_factory=list)
    opened: dict[_Element, int] = field(default_factory=dict)
    """Index of the step that opens an element."""
    closed: dict[_Element, int] = field(default_factory=dict)
    """Index of the step that closes it."""

    def range_of(self, element: _Element) -> range:
        """The steps of an element, opening and closing included."""
        return range(self.opened[element], self.closed[element] + 1)


class TextNode(NamedTuple):
    """A text node of lxml: the text of an element, or the tail behind it."""

    element: _Element
    is_tail: bool
    text: str


def parse(text: str, path: Path) -> Page:
    """The page in a decoded text; what its declaration says of encodings is not heard."""
    declared = _DECLARATION.match(text)
    parser = etree.HTMLParser(huge_tree=True)
    root = etree.HTML(text[declared.end() :] if declared else text, parser)
    if root is None:
        raise UnreadableFile(f"无法读取“{path.name}”：网页中没有内容，请在浏览器中打开后另存再试。")
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise UnreadableFile(
            f"无法读取“{path.name}”：网页标签嵌套过深，无法读全，请用浏览器打开后复制到 Word 另存为 .docx 再试。"
        )
    return steps_of(root)


def steps_of(root: _Element) -> Page:
    """Number the text nodes below an element."""
    page = Page(root)
    steps, opened, closed = page.steps, page.opened, page.closed
    node = 0
    for event, element in etree.iterwalk(root, events=("start", "end", "comment", "pi")):
        opens = event == "start"
        tag = element.tag
        text = element.text if opens else element.tail
        if opens:
            opened[element] = len(steps)
        else:
            closed[element] = len(steps)
        steps.append((opens, element, tag if isinstance(tag, str) else "", text or "", node))
        if text:
            node += 1
    return page


def text_nodes(root: _Element) -> list[TextNode]:
    """The text nodes of a page in document order: `Origin.node` is an index into this list."""
    return [TextNode(element, not opens, text) for opens, element, _, text, _ in steps_of(root).steps if text]
