"""Counting Word's automatic numbers through a document, and writing each as the reader sees it.

ECMA-376 part 1, 17.9: lists of one abstractNum count on together; a startOverride begins anew at the first use of its numId; a
level begins anew after a higher one, or as lvlRestart says; a level that was skipped shows its start.
"""

from dataclasses import dataclass, field
from typing import NamedTuple

import regex

from shenyue.chinese.numbering import Label, LabelStyle, read_label
from shenyue.chinese.ordinals import write_ordinal
from shenyue.loaders.docx.numbering import Level, NumberedList, Numbering
from shenyue.loaders.docx.properties import ParagraphProperties
from shenyue.loaders.docx.styles import Style
from shenyue.patterns import compiled

_PLACE = compiled(r"%([1-9])")
_STYLES: tuple[tuple[str, LabelStyle], ...] = (
    ("EnclosedCircle", LabelStyle.CIRCLED),
    ("Roman", LabelStyle.ROMAN),
    ("Letter", LabelStyle.LETTER),
    ("decimal", LabelStyle.ARABIC),
)
_OPENING = ("（", "(", "〔", "[")
_CLOSING = ("）", ")", "〕", "]")


class AutoNumber(NamedTuple):
    """What Word puts before a paragraph."""

    text: str
    """Without the blanks around; never empty."""
    label: Label | None
    """None where the text carries no number, such as 附件：."""


@dataclass(slots=True)
class Counting:
    """The state of all lists at one point of the document; ask once a paragraph, in order."""

    numbering: Numbering
    _counters: dict[str, dict[int, int]] = field(default_factory=dict)
    """Last number of each level in use, by list."""
    _begun: set[tuple[int, int]] = field(default_factory=set)
    """(numId, level) whose startOverride has been used."""

    def next(self, properties: ParagraphProperties, style: Style) -> AutoNumber | None:
        """Count a paragraph and give its number; None where it has none, or a bullet."""
        num_id = _first(properties.num_id, style.num_id, 0)
        listed = self.numbering.numbered_list(num_id) if num_id else None
        if listed is None:
            return None
        number = _level(properties, style, listed)
        if number not in listed.levels:
            return None
        self._count(num_id, listed, number)
        return _written(listed, number, self._counters[listed.key])

    def _count(self, num_id: int, listed: NumberedList, number: int) -> None:
        counters = self._counters.setdefault(listed.key, {})
        anew = number in listed.restarts and (num_id, number) not in self._begun
        if anew or number not in counters:
            self._begun.add((num_id, number))
            counters[number] = listed.levels[number].start
        else:
            counters[number] += 1
        for lower in [level for level in counters if level > number]:
            if _restarts(listed.levels.get(lower), number):
                del counters[lower]


def _first(*candidates: int | None) -> int:
    return next(candidate for candidate in candidates if candidate is not None)


def _level(properties: ParagraphProperties, style: Style, listed: NumberedList) -> int:
    """What the paragraph states; else what its style is linked to, if its style numbers it; else the highest."""
    if properties.num_id is not None:
        return _first(properties.level, 0)
    return _first(properties.level, listed.level_of(style.lineage), style.level, 0)


def _restarts(lower: Level | None, used: int) -> bool:
    """Whether a level begins anew after a paragraph of the level `used`, which is higher."""
    restart = None if lower is None else lower.restart
    return restart is None or used < restart


def _written(listed: NumberedList, number: int, counters: dict[int, int]) -> AutoNumber | None:
    level = listed.levels[number]
    if level.hidden:
        return None

    def place(match: regex.Match[str]) -> str:
        other = int(match[1]) - 1
        definition = listed.levels.get(other, Level())
        value = counters.get(other, definition.start)
        return write_ordinal(value, _format(definition, all_arabic=level.all_arabic))

    text = _PLACE.sub(place, level.text).strip()
    if level.number_format == "bullet" and read_label(f"{text} ") is None:
        return None
    return AutoNumber(text, _label(text, level, counters[number])) if text else None


def _format(level: Level, *, all_arabic: bool) -> str:
    return "decimal" if all_arabic and level.number_format != "none" else level.number_format


def _label(text: str, level: Level, value: int) -> Label | None:
    """The label as typed ones are read; where none reads like that, by the level's definition."""
    read = read_label(f"{text} ")
    if read is not None and read.text == text:
        return read
    places = _PLACE.findall(level.text)
    if not places:
        return None
    mark = _PLACE.split(level.text)[-1].strip()
    return Label(text, value, _label_style(text, level, len(places)), mark)


def _label_style(text: str, level: Level, places: int) -> LabelStyle:
    if places > 1:
        return LabelStyle.MULTILEVEL
    if text.startswith("第"):
        return LabelStyle.ARTICLE
    number_format = "decimal" if level.all_arabic else level.number_format
    style = next((style for part, style in _STYLES if part in number_format), LabelStyle.CHINESE)
    if text.startswith(_OPENING):
        return {
            LabelStyle.ARABIC: LabelStyle.ARABIC_BRACKETED,
            LabelStyle.CHINESE: LabelStyle.CHINESE_BRACKETED,
        }.get(style, style)
    if style is LabelStyle.ARABIC and text.endswith(_CLOSING):
        return LabelStyle.ARABIC_HALF_BRACKETED
    return style
