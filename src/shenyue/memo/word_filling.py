"""A Word template filled: blocks repeated, fields written. One pass: what was written is never read for marks again."""

from collections import ChainMap
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from shenyue.errors import WrongUsage
from shenyue.memo.fields import Values
from shenyue.memo.word_marks import Element, Mark, W, marks_in, text_of, write
from shenyue.rules.guessing import hint

_DONE = "filled"
_NAMES = tuple(
    f"{{http://schemas.microsoft.com/office/word/2010/wordml}}{name}" for name in ("paraId", "textId")
)
"""Word's own names of paragraphs: a repeated one must not bear them twice, and they may be missing."""
_Scope = Mapping[str, "str | tuple[Values, ...]"]


def fill(root: Element, values: Values) -> None:
    """Fill the marks below an element.

    Raises:
        WrongUsage: an unknown field, or a block that does not close or begins and ends in different places.
    """
    _fill(root, values)
    etree.strip_attributes(root, _DONE, *_NAMES)
    for cell in root.iter(f"{W}tc"):
        if len(cell) == 0 or cell[-1].tag != f"{W}p":
            etree.SubElement(cell, f"{W}p")


def _fill(root: Element, scope: _Scope) -> None:
    while (block := _first_block(root)) is not None:
        _repeat(*block, scope)
    for paragraph in _open(root):
        _write_fields(paragraph, scope)
        paragraph.set(_DONE, "")


def _open(root: Element) -> list[Element]:
    return [one for one in root.iter(f"{W}p") if one.get(_DONE) is None]


# Fields.


def _write_fields(paragraph: Element, scope: _Scope) -> None:
    """A paragraph all of whose fields are empty goes: 批注： with nothing after it says nothing."""
    marks = marks_in(paragraph)
    texts = [_text(mark, scope) for mark in marks]
    parent = paragraph.getparent()
    if marks and not any(texts) and parent is not None and not _sole(paragraph):
        parent.remove(paragraph)
        return
    for mark, text in zip(reversed(marks), reversed(texts), strict=True):
        write(mark, text)


def _sole(paragraph: Element) -> bool:
    """Whether a table cell would be left without a paragraph, which Word does not open, or a section would lose its end."""
    siblings = list(paragraph.itersiblings(f"{W}p")) + list(paragraph.itersiblings(f"{W}p", preceding=True))
    return not siblings or paragraph.find(f"{W}pPr/{W}sectPr") is not None


def _text(mark: Mark, scope: _Scope) -> str:
    value = _value(mark, scope)
    if isinstance(value, str):
        return value
    raise WrongUsage(several(mark.name))


def several(block: str) -> str:
    """What is said of a block that stands where a field should."""
    return f"“{block}”有多条，要写成 {{{{#{block}}}}} …… {{{{/{block}}}}}，把要重复的内容放在中间。"


def _value(mark: Mark, scope: _Scope) -> "str | tuple[Values, ...]":
    if mark.name not in scope:
        raise WrongUsage(f"没有名为“{mark.name}”的字段。{hint(mark.name, scope, '这里可用的字段')}")
    return scope[mark.name]


# Blocks.


@dataclass(frozen=True, slots=True)
class _Stretch:
    """What a block repeats."""

    elements: tuple[Element, ...]

    def copies(self, scopes: Iterator[_Scope]) -> None:
        """Put a filled copy for each scope in its place."""
        first = self.elements[0]
        for scope in scopes:
            holder = etree.Element("holder")
            holder.extend(deepcopy(element) for element in self.elements)
            _fill(holder, scope)
            for element in list(holder):
                first.addprevious(element)
        for element in self.elements:
            _remove(element)


def _first_block(root: Element) -> tuple[Mark, Mark] | None:
    """Where the first block that is not yet repeated begins and ends."""
    marks = [mark for paragraph in _open(root) for mark in marks_in(paragraph) if mark.kind]
    if not marks:
        return None
    first, depth = marks[0], 0
    if first.kind == "/":
        raise WrongUsage(f"{{{{/{first.name}}}}} 前面没有对应的 {{{{#{first.name}}}}}。")
    for mark in marks:
        if mark.name == first.name:
            depth += 1 if mark.kind == "#" else -1
            if depth == 0:
                return first, mark
    raise WrongUsage(f"{{{{#{first.name}}}}} 后面没有对应的 {{{{/{first.name}}}}}。")


def _repeat(begin: Mark, end: Mark, scope: _Scope) -> None:
    value = _value(begin, scope)
    entries: tuple[Values, ...] = value if isinstance(value, tuple) else (({},) if value else ())
    stretch = _stretch(begin, end)
    write(end, "")
    write(begin, "")
    stretch.copies(ChainMap(dict(entry), dict(scope)) for entry in entries)
    for mark in (begin, end):
        if mark.paragraph.getparent() is not None and not text_of(mark.paragraph).strip():
            _remove_marker(mark.paragraph)


def _stretch(begin: Mark, end: Mark) -> _Stretch:
    """The paragraph that holds both marks, the table row that does, or what stands between their paragraphs."""
    first, last = begin.paragraph, end.paragraph
    if first is last:
        return _Stretch((first,))
    row = next(first.iterancestors(f"{W}tr"), None)
    if first.getparent() is last.getparent():
        between = []
        for element in first.itersiblings():
            if element is last:
                break
            between.append(element)
        if between:
            return _Stretch(tuple(between))
    elif row is not None and row is next(last.iterancestors(f"{W}tr"), None):
        return _Stretch((row,))
    raise WrongUsage(
        f"{{{{#{begin.name}}}}} 和 {{{{/{begin.name}}}}} 要么各占一段、中间放要重复的内容，要么在同一段里，要么在表格的同一行里。"
    )


def _remove_marker(paragraph: Element) -> None:
    if paragraph.find(f"{W}pPr/{W}sectPr") is None:
        _remove(paragraph)


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
