"""The first line of a paragraph as it may head something: its label, its phrase, and whether text runs on after it.

A labelled paragraph is read by the marks 。：；！ and …, for Chinese headings carry none:

- OPEN: none of them, at most 40 characters: a heading.
- RUN_IN: a phrase of at most 30 characters up to the first 。 or ： (or a blank with 20 characters after it), then text.
- CLOSED: one such phrase with its 。 or ： and nothing after it: a heading or an item, its siblings tell.
- SENTENCE: anything longer, with ；, with more than two commas, or with a figure in its phrase: an item of a list, or prose.
"""

from enum import StrEnum
from typing import NamedTuple

import regex

from shenyue.chinese.numbering import Label, LabelStyle, read_label
from shenyue.chinese.numerals import read_integer
from shenyue.model import LabelSource, Paragraph, Span
from shenyue.patterns import compiled


class Shape(StrEnum):
    """What the first line looks like."""

    OPEN = "open"
    RUN_IN = "run-in"
    CLOSED = "closed"
    SENTENCE = "sentence"
    BARE = "bare"
    """A label alone."""


class Lead(NamedTuple):
    """The beginning of a paragraph."""

    paragraph: Paragraph
    label: Label | None
    span: Span
    """Label and phrase; a mark that closes the line belongs to it, one after which text runs on does not."""
    phrase: Span
    """Without label, blanks and marks at the end."""
    shape: Shape
    runs_on: bool
    """Whether the paragraph has text after the span."""

    @property
    def source(self) -> LabelSource:
        """How sure the label is."""
        return self.paragraph.label_source


_LONGEST = 40
_LONGEST_RUN_IN = 30
_MOST_COMMAS = 2
_LEADING = compiled(r"[\p{Z}\s\ufeff]*(?:\[bookmark:[^\]\n]*\][\p{Z}\s]*)*")
_BLANKS = compiled(r"[\p{Z}\s]*")
_MARK = compiled(r"[。；;！!…]|[:：](?!//)(?!(?<=\d.)\d)")
_AT_BLANK = compiled(r"(?:[^\p{Z}\s\p{P}]|、){4,30}(?=[\p{Z}\t]+[^\n]{20,})")
_TAIL = compiled(r"[\p{Z}\s。；;：:、，,.．！!…]+\Z")
_WORD = compiled(r"[\p{L}\p{N}]")
_COMMA = compiled(r"[，,]")
_FIGURE = compiled(
    r"\d\s*(?:余)?(?:件|条|次|项|份|篇|期|万|%|人|元|月)|^\d{4}年(?:度)?[，,全本我]", regex.ASCII
)
_PART = compiled(r"第\s*(?P<n>[一二三四五六七八九十]|\d{1,2})\s*部分\s*[、：:.．]?")


def read_lead(text: str, paragraph: Paragraph) -> Lead | None:
    """The first line of a paragraph of the document's text; None where it is blank."""
    end = paragraph.span.end
    start = _past(_LEADING, text, paragraph.span.start, end)
    if start >= end:
        return None
    label = _label(text, paragraph, start)
    at = start + len(label.text) if label else start
    at = _past(_BLANKS, text, at, end)
    line_end = text.find("\n", at, end)
    line_end = _stripped(text, at, end if line_end < 0 else line_end)
    if line_end <= at:
        return Lead(paragraph, label, Span(start, at), Span(at, at), Shape.BARE, runs_on=False)
    return _read(text, paragraph, label, start, Span(at, line_end))


def _past(pattern: regex.Pattern[str], text: str, start: int, end: int) -> int:
    """Where a match that begins at `start` ends; `start` where there is none."""
    match = pattern.match(text, start, end)
    return match.end() if match else start


def _label(text: str, paragraph: Paragraph, start: int) -> Label | None:
    """The paragraph's label, also after marks that an export left, and 第二部分."""
    if match := _PART.match(text, start, paragraph.span.end):
        return Label(match[0].rstrip(), read_integer(match["n"]) or 0, LabelStyle.ARTICLE, "")
    label = paragraph.label
    if label is None and text.startswith("[", paragraph.span.start):
        label = read_label(text[start : min(start + 20, paragraph.span.end)])
    if label is not None and label.style is LabelStyle.ARTICLE and label.mark not in {"章", "编"}:
        return None
    return label if label and text.startswith(label.text, start) else None


def _read(text: str, paragraph: Paragraph, label: Label | None, start: int, line: Span) -> Lead:
    shape, phrase_end, span_end = _shape(text, line)
    phrase = Span(line.start, max(line.start, phrase_end - _tail(text, line.start, phrase_end)))
    rest = text[span_end : paragraph.span.end]
    return Lead(paragraph, label, Span(start, span_end), phrase, shape, bool(_WORD.search(rest)))


def _shape(text: str, line: Span) -> tuple[Shape, int, int]:
    """The shape of a line, and where its phrase and its span end."""
    mark = _MARK.search(text, line.start, line.end)
    blank = _AT_BLANK.match(text, line.start, line.end)
    if blank is not None and (mark is None or blank.end() < mark.start()):
        return _checked(text, Span(line.start, blank.end()), Shape.RUN_IN), blank.end(), blank.end()
    if mark is None:
        fits = line.end - line.start <= _LONGEST
        return (Shape.OPEN if fits else Shape.SENTENCE), line.end, line.end
    phrase = Span(line.start, mark.start())
    if mark[0] in "；;" or mark.start() == line.start:
        return Shape.SENTENCE, mark.start(), mark.start()
    after = _tail(text, line.start, line.end)
    if mark.start() >= line.end - after:
        return _checked(text, phrase, Shape.CLOSED), mark.start(), line.end
    return _checked(text, phrase, Shape.RUN_IN), mark.start(), mark.start()


def _checked(text: str, phrase: Span, shape: Shape) -> Shape:
    words = text[phrase.start : phrase.end]
    plain = len(words) <= _LONGEST_RUN_IN and len(_COMMA.findall(words)) <= _MOST_COMMAS
    return shape if plain and not _FIGURE.search(words) else Shape.SENTENCE


def _stripped(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _tail(text: str, start: int, end: int) -> int:
    """How many marks and blanks end a stretch."""
    match = _TAIL.search(text[max(start, end - 20) : end])
    return len(match[0]) if match else 0
