"""Reading one paragraph's markup into its prose: runs, fields, links, tracked changes, symbols, drawings."""

from collections.abc import Callable

from shenyue.loaders.docx import drawings
from shenyue.loaders.docx.names import (
    ALTERNATE,
    MATH,
    REMOVED,
    RUN,
    RUN_PROPERTIES,
    VALUE,
    VANISH,
    Element,
    W,
    parts_of,
    switch,
)
from shenyue.loaders.docx.nodes import stored_text, text_nodes
from shenyue.loaders.docx.prose import Gap, Note, Omitted, Prose
from shenyue.loaders.docx.styles import Styles

_TEXT = f"{W}t"
_RUN_STYLE = f"{W}rStyle"
_BLANKS = " \t\r\n"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_FIELD_CHARACTER = f"{W}fldChar"
_INSTRUCTION = f"{W}instrText"
_PAGE_BREAKS = frozenset(("page", "column"))
_DRAWN = ("EQ", "SYMBOL")
"""Fields that draw something without storing it as text, such as a circled number."""
_SILENT = tuple(
    f"{W}{name}" for name in ("pPr", "rPr", "sdtPr", "sdtEndPr", "rubyPr", "rt", "delText", "delInstrText")
)


class Gatherer:
    """Reads the paragraphs of one part."""

    def __init__(self, root: Element, styles: Styles, omitted: Omitted) -> None:
        # a proxy of lxml stays the same object as long as something holds it: these keys do
        self._ordinals = {node: ordinal for ordinal, node in enumerate(text_nodes(root))}
        self._styles = styles
        self._omitted = omitted
        self._hidden = False
        self._readers = self._by_tag()

    def gather(self, paragraph: Element, prose: Prose, *, hidden: bool) -> None:
        """Add a paragraph's content to the prose; `hidden` is what its style says of its text."""
        self._hidden = hidden
        # a field may run over several paragraphs; an instruction that no end follows must not swallow the text
        prose.fields.instructions.clear()
        self._walk(paragraph, prose)

    def _by_tag(self) -> dict[str, Callable[[Element, Prose], None]]:
        readers: dict[str, Callable[[Element, Prose], None]] = {
            RUN: self._run,
            _TEXT: self._text,
            f"{MATH}t": self._text,
            f"{W}br": self._break,
            f"{W}sym": self._symbol,
            ALTERNATE: self._alternate,
            _FIELD_CHARACTER: self._field,
            _INSTRUCTION: self._instruction,
            f"{W}footnoteReference": self._note,
            f"{W}endnoteReference": self._note,
            f"{W}subDoc": self._subdocument,
        }
        readers |= dict.fromkeys(
            (f"{W}{name}" for name in ("tab", "ptab", "cr", "noBreakHyphen")), self._fixed
        )
        readers |= dict.fromkeys((f"{W}{name}" for name in ("drawing", "pict", "object")), self._drawing)
        readers |= dict.fromkeys(REMOVED, self._removed)
        return readers | dict.fromkeys(_SILENT, _pass)

    def _walk(self, element: Element, prose: Prose) -> None:
        for child in element:
            self._readers.get(child.tag, self._walk)(child, prose)

    def _run(self, run: Element, prose: Prose) -> None:
        if not self._is_hidden(next(run.iterchildren(RUN_PROPERTIES), None)):
            self._walk(run, prose)
            return
        self._omitted.hidden += _has_text(run)
        for child in run.iterchildren(_FIELD_CHARACTER, _INSTRUCTION):
            self._readers[child.tag](child, prose)

    def _is_hidden(self, properties: Element | None) -> bool:
        if properties is None:
            return self._hidden
        parts = parts_of(properties)
        if VANISH in parts:
            return bool(switch(parts[VANISH]))
        style = parts.get(_RUN_STYLE)
        return self._hidden or (style is not None and self._styles.style(style.get(VALUE)).hidden)

    def _text(self, node: Element, prose: Prose) -> None:
        text = stored_text(node)
        offset = 0
        if text[:1] in _BLANKS or text[-1:] in _BLANKS:  # true of an empty text as well
            text, offset = _trimmed(node, text)
        prose.put(text, self._ordinals[node], offset)

    def _fixed(self, node: Element, prose: Prose) -> None:
        prose.put(stored_text(node), self._ordinals[node])

    def _break(self, node: Element, prose: Prose) -> None:
        if node.get(f"{W}type") in _PAGE_BREAKS:
            prose.page_break = self._ordinals[node]
        else:
            self._fixed(node, prose)

    def _symbol(self, node: Element, prose: Prose) -> None:
        if stored_text(node):
            self._fixed(node, prose)
        else:
            font = node.get(f"{W}font", "")
            prose.pieces.append(Gap("特殊符号", f"{font} 字体的符号无法转成文字，请人工核对"))

    def _alternate(self, element: Element, prose: Prose) -> None:
        branch = drawings.chosen(element)
        if branch is not None:
            self._walk(branch, prose)

    def _field(self, mark: Element, prose: Prose) -> None:
        kind = mark.get(f"{W}fldCharType")
        if kind == "begin":
            prose.open_field()
        elif kind == "separate":
            prose.show_result()
        elif kind == "end" and prose.close_field() and prose.fields.text.lstrip().upper().startswith(_DRAWN):
            prose.pieces.append(Gap("域", "带圈字符、公式等由域画出的内容无法转成文字，请人工核对"))

    def _instruction(self, element: Element, prose: Prose) -> None:
        prose.fields.text += element.text or ""

    def _note(self, reference: Element, prose: Prose) -> None:
        kind = reference.tag.rpartition("}")[2].replace("Reference", "s")
        prose.notes.append(Note(kind, reference.get(f"{W}id", "")))

    def _subdocument(self, _: Element, prose: Prose) -> None:
        prose.pieces.append(Gap("子文档", "主控文档引用的子文档未读取，请将其合并进来再试"))

    def _drawing(self, drawing: Element, prose: Prose) -> None:
        prose.boxes.extend(drawings.boxes(drawing))
        prose.pieces.extend(Gap(what, reason) for what, reason in drawings.gaps(drawing))

    def _removed(self, element: Element, _: Prose) -> None:
        self._omitted.deletions += _has_text(element)


def _pass(_: Element, __: Prose) -> None:
    """Properties and the like show nothing."""


def _has_text(element: Element) -> bool:
    return any(stored_text(node) for node in text_nodes(element))


def _trimmed(node: Element, text: str) -> tuple[str, int]:
    """Word shows outer blanks only where the file asks to preserve them; (text, characters cut at its beginning)."""
    for element in (node, *node.iterancestors()):
        if element.get(_SPACE) == "preserve":
            return text, 0
    begun = text.lstrip(_BLANKS)
    return begun.rstrip(_BLANKS), len(text) - len(begun)
