"""Drawings, pictures and embedded objects: the text boxes in them, and what no program can read as text."""

from collections.abc import Iterator

from shenyue.loaders.docx.names import ALTERNATE, MC, Element, W
from shenyue.loaders.docx.nodes import text_nodes

BOX = f"{W}txbxContent"
_OBJECT = f"{W}object"
_PICTURES = frozenset(("blip", "imagedata"))
_OFFICE_TEXT = "{http://schemas.openxmlformats.org/drawingml/2006/main}t"
_KINDS = {"chart": "图表", "relIds": "SmartArt 图形", "textpath": "艺术字", "OLEObject": "嵌入对象"}
_REASONS = {
    "图片": "图片中的文字无法读取，请人工核对",
    "图表": "图表中的文字和数字未读取，请人工核对",
    "SmartArt 图形": "图形中的文字未读取，请人工核对",
    "艺术字": "艺术字未作为正文读取，请人工核对",
    "嵌入对象": "嵌入的其他文件未读取，请人工核对",
    "图形": "图形中的文字未读取，请人工核对",
}


def chosen(alternate: Element) -> Element | None:
    """The one branch of an mc:AlternateContent to read: a choice if it shows anything, else the fallback."""
    branches = [*alternate.iterchildren(f"{MC}Choice"), *alternate.iterchildren(f"{MC}Fallback")]
    return next(filter(_shows, branches), branches[0] if branches else None)


def boxes(drawing: Element) -> Iterator[Element]:
    """The contents of its text boxes, each once; a box inside a box is left to the outer one."""
    for child in drawing:
        if child.tag == BOX:
            yield child
        elif child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from boxes(branch)
        else:
            yield from boxes(child)


def gaps(drawing: Element) -> list[tuple[str, str]]:
    """(what, reason) of all in it that cannot be read; lines and shapes without text show nothing and are not named."""
    found = _unreadable(drawing)
    if drawing.tag == _OBJECT:
        found = ["嵌入对象"]
    return [(what, _REASONS[what]) for what in found]


def _shows(branch: Element) -> bool:
    """Whether it may show text or a picture; a flat look, since alternatives nest."""
    if text_nodes(branch):
        return True
    names = (element.tag.rpartition("}")[2] for element in branch.iter())
    return any(name in _KINDS or name in _PICTURES for name in names)


def _unreadable(drawing: Element) -> list[str]:
    found = dict[str, None]()
    for element in _outside_boxes(drawing):
        name = element.tag.rpartition("}")[2]
        if name in _KINDS:
            found[_KINDS[name]] = None
        elif name in _PICTURES:
            found["图片"] = None
        elif element.tag == _OFFICE_TEXT and element.text:
            found["图形"] = None
    return list(found)


def _outside_boxes(drawing: Element) -> Iterator[Element]:
    """The elements of a drawing; what stands in a text box is read with the text, alternatives only once."""
    for child in drawing:
        if child.tag == BOX:
            continue
        if child.tag == ALTERNATE:
            branch = chosen(child)
            if branch is not None:
                yield from _outside_boxes(branch)
            continue
        yield child
        yield from _outside_boxes(child)
