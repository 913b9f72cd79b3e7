"""The text of an XML part and where each element stands in it, so that it can be edited without being written anew.

An XML library that parses and serialises changes declarations, quotes, line ends and namespaces. Here everything stays but the edits.
"""

import codecs
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise
from typing import NamedTuple

import regex

from shenyue.errors import UnreadableFile
from shenyue.loaders.docx.names import STRICT, TRANSITIONAL, Element
from shenyue.patterns import compiled

_TOKEN = compiled(
    r"""<!--.*?-->|<\?.*?\?>|<!\[CDATA\[.*?\]\]>|<(?P<close>/)?(?P<name>[^\s/>!?]+)(?:[^>"']++|"[^"]*+"|'[^']*+')*+>""",
    regex.DOTALL,
)
_ENCODING = compiled(rb"""<\?xml[^>]*?encoding\s*=\s*["']([A-Za-z0-9._-]+)["']""")
_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)


@dataclass(slots=True)
class Tags:
    """Where an element stands: text[start:inner] is its start tag, text[close:end] its end tag."""

    name: str
    """With its prefix, as written."""
    start: int
    inner: int
    close: int
    end: int

    @property
    def is_bare(self) -> bool:
        """Whether one tag is all of it: <w:p/>."""
        return self.inner == self.end


class Edit(NamedTuple):
    """text[start:end] becomes the new text; an insertion where both are one."""

    start: int
    end: int
    new: str


@dataclass(frozen=True, slots=True)
class Markup:
    """A part as text."""

    text: str
    codec: str
    tags: tuple[Tags, ...]
    """Of all elements in document order."""

    def by_element(self, root: Element) -> dict[Element, Tags]:
        """The tags of each element of the same part, parsed.

        Raises:
            UnreadableFile: The two do not agree, which no proper XML allows.
        """
        elements = list(root.iter("{*}*"))
        names = [element.tag.rpartition("}")[2] for element in elements]
        if names != [tags.name.rpartition(":")[2] for tags in self.tags]:
            raise UnreadableFile(
                "文件的正文部分无法逐字定位，不能写入批注，请用 Word 打开后另存为 .docx 再试。"
            )
        return dict(zip(elements, self.tags, strict=True))

    def written(self, edits: Iterable[Edit]) -> bytes:
        """The part with the edits, in its own encoding; edits must not overlap, insertions at one place go in as given."""
        ordered = sorted(edits, key=lambda edit: edit[:2])
        if any(first.end > second.start for first, second in pairwise(ordered)):
            raise ValueError("edits overlap")
        pieces: list[str] = []
        done = 0
        for edit in ordered:
            pieces += (self.text[done : edit.start], edit.new)
            done = edit.end
        pieces.append(self.text[done:])
        return "".join(pieces).encode(self.codec, "xmlcharrefreplace")

    def appended(self, tags: Tags, inner: str) -> list[Edit]:
        """The edits that put markup at the end of an element."""
        if not tags.is_bare:
            return [Edit(tags.close, tags.close, inner)]
        slash = self.text.rindex("/", tags.start, tags.end)
        return [Edit(slash, slash + 1, ""), Edit(tags.end, tags.end, f"{inner}</{tags.name}>")]


def read_markup(content: bytes) -> Markup:
    """The text of a part that a parser has found to be well-formed and without a document type.

    Raises:
        UnreadableFile: Its encoding is not what it says.
    """
    codec = _codec(content)
    try:
        text = content.decode(codec)
        exact = text.encode(codec) == content
    except (UnicodeError, LookupError):
        exact = False
    if not exact:
        raise UnreadableFile(
            "文件内部的文字编码与其声明不符，不能写入批注，请用 Word 打开后另存为 .docx 再试。"
        )
    return Markup(text, codec, tuple(_tags(text)))


def namespace_of(markup: Markup) -> str:
    """The namespace of WordprocessingML that a part writes: Word's own by default, or the strict one of the standard."""
    top = markup.tags[0]
    return STRICT if STRICT in markup.text[top.start : top.inner] else TRANSITIONAL


def _codec(content: bytes) -> str:
    for mark, codec in _MARKS:
        if content.startswith(mark):
            return codec
    declared = _ENCODING.match(content)
    return declared[1].decode() if declared else "utf-8"


def _tags(text: str) -> list[Tags]:
    found: list[Tags] = []
    opened: list[Tags] = []
    for token in _TOKEN.finditer(text):
        start, end = token.span()
        name = token["name"]
        if name is None:
            continue
        if token["close"]:
            tags = opened.pop()
            tags.close, tags.end = start, end
        else:
            tags = Tags(name, start, end, end, end)
            found.append(tags)
            if not token[0].endswith("/>"):
                opened.append(tags)
    return found
