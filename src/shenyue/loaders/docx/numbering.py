"""The definitions of Word's automatic numbers: numbering.xml, read into lists and their levels."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from shenyue.loaders.docx.names import (
    ALTERNATE,
    MC,
    RUN_PROPERTIES,
    VANISH,
    Element,
    W,
    switch,
    value_of,
    whole,
)
from shenyue.loaders.docx.styles import Styles

_LEVEL = f"{W}lvl"
_NUM_ID = f"{W}numId"
_ABSTRACT_ID = f"{W}abstractNumId"
_LEVELS = 9


class Level(NamedTuple):
    """One level of a list."""

    start: int = 0
    number_format: str = "decimal"
    text: str = ""
    """lvlText: %1 … %9 stand for the numbers of the levels."""
    restart: int | None = None
    """lvlRestart: the 1-based level after which it begins anew; 0 never, None after any higher one."""
    all_arabic: bool = False
    """isLgl: all numbers in Arabic digits, whatever their levels' formats."""
    style: str = ""
    """pStyle: paragraphs of this style are of this level."""
    hidden: bool = False


class NumberedList(NamedTuple):
    """What a numId stands for."""

    key: str
    """abstractNumId: lists with the same key count on together."""
    levels: dict[int, Level]
    """By ilvl, 0-based, with the list's own overrides."""
    restarts: frozenset[int] = frozenset()
    """Levels with a startOverride: their first use by this numId begins anew."""

    def level_of(self, lineage: tuple[str, ...]) -> int | None:
        """The level that is linked to a style, or to the nearest style it is based on."""
        linked = {level.style: number for number, level in self.levels.items() if level.style}
        return next((linked[style] for style in lineage if style in linked), None)


@dataclass(slots=True)
class Numbering:
    """The lists of a document by numId, resolved when first asked for."""

    styles: Styles
    _nums: dict[int, Element] = field(default_factory=dict)
    _abstract: dict[str, Element] = field(default_factory=dict)
    _lists: dict[int, NumberedList | None] = field(default_factory=dict)

    def numbered_list(self, num_id: int) -> NumberedList | None:
        """The list, or None: 0 switches numbering off, and an undefined one numbers nothing."""
        if num_id not in self._lists:
            self._lists[num_id] = self._resolve(num_id)
        return self._lists[num_id]

    def _resolve(self, num_id: int) -> NumberedList | None:
        num = self._nums.get(num_id)
        if num is None or num_id == 0:
            return None
        abstract = self._definition(num)
        if abstract is None:
            return None
        levels = dict(_levels(abstract))
        restarts = set[int]()
        for override in num.iterchildren(f"{W}lvlOverride"):
            number = whole(override.get(f"{W}ilvl"))
            levels.update((number, level) for _, level in _levels(override))
            start = value_of(override, f"{W}startOverride")
            if start is not None:
                restarts.add(number)
                levels[number] = levels.get(number, Level())._replace(start=max(0, whole(start)))
        return NumberedList(abstract.get(_ABSTRACT_ID, ""), levels, frozenset(restarts))

    def _definition(self, num: Element) -> Element | None:
        """The w:abstractNum with the levels; numStyleLink points through a style to another list."""
        for _ in range(_LEVELS):  # a chain is one step long; circles must end
            abstract = self._abstract.get(value_of(num, _ABSTRACT_ID) or "")
            link = value_of(abstract, f"{W}numStyleLink")
            if abstract is None or link is None:
                return abstract
            num_id = self.styles.style(link).num_id
            if num_id is None or num_id not in self._nums:
                return self._linked(link)
            num = self._nums[num_id]
        return None

    def _linked(self, style: str) -> Element | None:
        """The list that says itself that it belongs to a numbering style."""
        return next((one for one in self._abstract.values() if value_of(one, f"{W}styleLink") == style), None)


def read_numbering_part(root: Element | None, styles: Styles) -> Numbering:
    """The lists of numbering.xml; none where the file has none."""
    if root is None:
        return Numbering(styles)
    nums = {whole(num.get(_NUM_ID), -1): num for num in root.iterchildren(f"{W}num")}
    abstract = {one.get(_ABSTRACT_ID, ""): one for one in root.iterchildren(f"{W}abstractNum")}
    return Numbering(styles, nums, abstract)


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    return ((whole(element.get(f"{W}ilvl")), _level(element)) for element in parent.iterchildren(_LEVEL))


def _level(element: Element) -> Level:
    restart = value_of(element, f"{W}lvlRestart")
    return Level(
        start=max(0, whole(value_of(element, f"{W}start"))),
        number_format=_number_format(element),
        text=value_of(element, f"{W}lvlText") or "",
        restart=None if restart is None else whole(restart),
        all_arabic=bool(switch(element.find(f"{W}isLgl"))),
        style=value_of(element, f"{W}pStyle") or "",
        hidden=bool(switch(element.find(f"{RUN_PROPERTIES}/{VANISH}"))),
    )


def _number_format(level: Element) -> str:
    """numFmt; where Word wrote a newer one as a choice, the fallback that older readers see."""
    stated = value_of(level, f"{W}numFmt")
    if stated is None:
        fallback = level.find(f"{ALTERNATE}/{MC}Fallback")
        stated = value_of(fallback, f"{W}numFmt")
    return stated or "decimal"
