"""The markers of a stretch of prose with what surrounds them, by family; and what a fault of a list looks like."""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, partial
from typing import NamedTuple

from shenyue.checks.prose import Passage, Stretch, heading_styles
from shenyue.chinese.enumerations import Marker, MarkerStyle, find_markers
from shenyue.chinese.numbering import LabelStyle
from shenyue.chinese.segmentation import starts_word
from shenyue.model import LabelSource, Span
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.shipped import shipped

_NUMERAL = compiled(r"[一二三四五六七八九十]+")
_ANNEX = compiled(r"(?:附件|附表|附|注|备注|说明)$")
_STOP = compiled(r"[，。；：、！？,;:!?\s]")
_WINDOW = 24
"""How many characters around a doubtful marker are cut into words."""
_SAME_AS_LABEL = {
    LabelStyle.CHINESE_BRACKETED: MarkerStyle.CHINESE_BRACKETED,
    LabelStyle.ARABIC: MarkerStyle.ARABIC,
    LabelStyle.ARABIC_BRACKETED: MarkerStyle.ARABIC_BRACKETED,
    LabelStyle.ARABIC_HALF_BRACKETED: MarkerStyle.ARABIC_HALF_BRACKETED,
    LabelStyle.CIRCLED: MarkerStyle.CIRCLED,
}
_WORDS = frozenset({MarkerStyle.IS, MarkerStyle.MUST, MarkerStyle.THEN})


class ListFault(StrEnum):
    """The kinds of faults that rules tell apart."""

    REPEATED = "repeated"
    SKIPPED = "skipped"
    DISORDERED = "disordered"
    SINGLE = "single"


class ListItem(NamedTuple):
    """A marker in its place."""

    marker: Marker
    span: Span
    """In the document."""
    paragraph: int
    """Ordinal of the passage in its stretch."""
    leads: bool = False
    """It stands at the beginning of a paragraph."""
    heads: bool = False
    """It is the first of its family in its paragraph."""
    lead_in: bool = False
    """A colon stands before it."""
    apart: bool = False
    """The lead-in is a sentence of its own."""
    extracted: bool = False
    """The file is an export and may have changed an automatic number."""
    heading_number: bool = False
    """It is the number of a run-in heading (N201–N205 judge it)."""
    annex: bool = False
    """It numbers an annex or a note: 附件：1.…, of which there may be one."""


class FoundFault(NamedTuple):
    """A fault of one list."""

    fault: ListFault
    item: ListItem
    last: ListItem | None
    """The item before it in its list."""
    missing: tuple[int, ...]
    certain: bool


def items_of(report: Report, stretch: Stretch, not_ordinals: tuple[str, ...]) -> tuple[ListItem, ...]:
    """Every marker of the stretch that is no heading's number, in order."""
    items: list[ListItem] = []
    before = ""
    ask = partial(_starts_word, closed=(*_shipped_words(), *not_ordinals))
    for ordinal, passage in enumerate(stretch.passages):
        text = report.document.quote(passage.span)
        markers = [one for one in find_markers(text, ask) if not _is_label(stretch, passage, text, one)]
        for family in dict.fromkeys(family_of(one.style) for one in markers):
            own = tuple(one for one in markers if family_of(one.style) is family)
            items.extend(_heading_number(stretch, passage, ordinal, family))
            items.extend(_items(passage, ordinal, text, own, before))
        before = text.rstrip()
    return tuple(sorted(items, key=lambda item: item.span.start))


def _heading_number(
    stretch: Stretch, passage: Passage, ordinal: int, family: MarkerStyle
) -> Iterator[ListItem]:
    """The number of a run-in heading where a list goes on in its text, as （1）…（2）… in one paragraph."""
    heading = stretch.heading
    if passage.whole or heading is None or heading.label is None:
        return
    label = heading.label
    if _SAME_AS_LABEL.get(label.style) is family:
        span = Span(heading.span.start, heading.span.start + len(label.text))
        marker = Marker(0, len(label.text), label.text, label.value, family, sure=True)
        yield ListItem(marker, span, ordinal, heading_number=True, leads=True, heads=True)


def family_of(style: MarkerStyle) -> MarkerStyle:
    """Styles that may stand in one list: 一是…二要… is one."""
    return MarkerStyle.IS if style in _WORDS else style


def _is_label(stretch: Stretch, passage: Passage, text: str, marker: Marker) -> bool:
    """Whether the marker may be the number of a heading that looks like prose."""
    label = passage.paragraph.label
    return (
        passage.whole
        and label is not None
        and not text[: marker.start].strip()
        and label.style in heading_styles(stretch.section)
    )


def _items(
    passage: Passage, ordinal: int, text: str, markers: tuple[Marker, ...], before: str
) -> Iterator[ListItem]:
    end = 0
    for position, marker in enumerate(markers):
        between = text[end : marker.start].rstrip()
        leads = passage.whole and not text[: marker.start].strip()
        lead_in = (before if leads else between).endswith(("：", ":"))
        own_sentence = not leads and (position == 0 or any(stop in between for stop in "。！？"))
        yield ListItem(
            marker,
            Span(passage.span.start + marker.start, passage.span.start + marker.end),
            ordinal,
            leads,
            heads=position == 0 and passage.whole,
            lead_in=lead_in,
            apart=lead_in and own_sentence,
            extracted=leads and passage.paragraph.label_source is LabelSource.EXTRACTED,
            annex=_ANNEX.search((before if leads else between).rstrip("：: ")) is not None,
        )
        end = marker.end


def _starts_word(text: str, offset: int, closed: tuple[str, ...]) -> bool:
    """Whether the numeral at that offset begins a word: the closed list decides, segmentation where it is silent."""
    numeral = _NUMERAL.match(text, offset)
    end = numeral.end() if numeral else offset
    for word in closed:
        if word.endswith("*") and text[:offset].endswith(word[:-1]):
            return False
        if text[:end].endswith(word):
            return False
    start = max((stop.end() for stop in _STOP.finditer(text, 0, offset)), default=0)
    start = max(start, offset - _WINDOW)
    return starts_word(
        text[start : end + _WINDOW], offset - start, shipped("corpora", "lexicon", "words.txt")
    )


@cache
def _shipped_words() -> tuple[str, ...]:
    lines = shipped("corpora", "lexicon", "not-ordinals.txt").read_text("utf-8").splitlines()
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
