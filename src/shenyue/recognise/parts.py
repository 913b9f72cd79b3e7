"""Which headings are the six parts, whatever became of their labels and wording."""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from shenyue.chinese.numbering import LabelStyle
from shenyue.form import PartTitle
from shenyue.recognise.candidates import TOP_STYLES, Candidate
from shenyue.recognise.lines import Shape
from shenyue.report import FoundBy

_NEXT = frozenset({LabelStyle.ARABIC, LabelStyle.ROMAN})


class Found(NamedTuple):
    """A heading that is a part."""

    part: int
    candidate: Candidate
    by: FoundBy


def choose_parts(
    found: list[Candidate], parts: Sequence[PartTitle], has_table: Callable[[Candidate, int], bool]
) -> list[Found]:
    """The headings of each part, in the order of the text.

    Kinds of evidence are tried from the strongest on; a part takes all headings of the first kind that it has, so that one which
    occurs twice is kept twice. `has_table` tells whether a form table of a part stands below a candidate, before any other.
    """
    chosen: list[Found] = []
    for evidence in (
        _titled,
        _worded_above_table,
        _titled_lower,
        _worded,
        _unlabelled,
        _lowest,
        _outlined,
        _above_table,
    ):
        taken = {one.part for one in chosen}
        claimed = {one.candidate.at for one in chosen}
        for part in parts:
            if part.number in taken:
                continue
            fitting = [
                one for one in found if one.at not in claimed and evidence(one, part.number, has_table)
            ]
            chosen += [Found(part.number, one, FoundBy.TITLE) for one in _preferred(fitting)]
    chosen += _numbered(found, chosen, parts, has_table)
    return sorted(chosen, key=lambda one: one.candidate.at)


_Below = Callable[[Candidate, int], bool]


def _preferred(fitting: list[Candidate]) -> list[Candidate]:
    """The prescribed wording where it occurs: 二、主动公开信息情况 before it is a sub-topic that stands too high; an old title that goes
    on counting after it is the part once more.
    """
    prescribed = [one for one in fitting if one.prescribed]
    if not prescribed:
        return fitting
    return [one for one in fitting if one.prescribed or _goes_on(one, prescribed[0])]


def _goes_on(one: Candidate, first: Candidate) -> bool:
    return one.at > first.at and one.style is first.style and one.value >= first.value > 0


def _titled(one: Candidate, part: int, _: _Below) -> bool:
    return one.exact == part and one.style in TOP_STYLES


def _worded_above_table(one: Candidate, part: int, below: _Below) -> bool:
    return one.style in TOP_STYLES and part in one.worded and one.value == part and below(one, part)


def _titled_lower(one: Candidate, part: int, _: _Below) -> bool:
    return one.exact == part and one.style in _NEXT


def _worded(one: Candidate, part: int, below: _Below) -> bool:
    if one.style not in TOP_STYLES | _NEXT or part not in one.worded or one.lead.shape is Shape.BARE:
        return False
    return below(one, part) or (one.style in TOP_STYLES and one.value == part)


def _unlabelled(one: Candidate, part: int, _: _Below) -> bool:
    return one.exact == part and one.style is None


def _lowest(one: Candidate, part: int, below: _Below) -> bool:
    return one.exact == part and one.prescribed and (one.value == part or below(one, part))


def _outlined(one: Candidate, part: int, _: _Below) -> bool:
    return one.style is None and one.lead.paragraph.outline_level is not None and one.worded == {part}


def _above_table(one: Candidate, part: int, below: _Below) -> bool:
    return one.style in TOP_STYLES and one.value == part and below(one, part)


_WITH_TABLES = frozenset({2, 3, 4})
"""Parts that are hardly more than a form table."""


def _numbered(
    found: list[Candidate], chosen: list[Found], parts: Sequence[PartTitle], below: _Below
) -> list[Found]:
    """Parts known by their number alone: between their neighbours, and worded like no other part."""
    taken = {one.part for one in chosen}
    claimed = {one.candidate.at for one in chosen}
    numbered = []
    for part in (part.number for part in parts if part.number not in taken):
        after = max((one.candidate.at for one in chosen if one.part < part), default=-1)
        before = min(
            (one.candidate.at for one in chosen if one.part > part), default=len(found) and found[-1].at + 1
        )
        fitting = [
            one
            for one in found
            if one.style in TOP_STYLES
            and one.value == part
            and after < one.at < before
            and one.at not in claimed
            and not one.worded - {part}
            and one.lead.shape is Shape.OPEN
        ]
        if len(fitting) == 1 and (part not in _WITH_TABLES or below(fitting[0], part)):
            numbered.append(Found(part, fitting[0], FoundBy.NUMBER))
    return numbered


class TopLevel:
    """Tells which headings that are no part stand on the level of the parts."""

    def __init__(self, chosen: Sequence[Found]) -> None:
        self._styles = frozenset(one.candidate.style for one in chosen) & TOP_STYLES
        self._places = [one.candidate.at for one in chosen]
        self._values = [one.candidate.value for one in chosen]

    def __contains__(self, one: object) -> bool:
        """Whether a candidate is such a heading; one that runs into text only where it goes on counting."""
        if not isinstance(one, Candidate) or one.style not in self._styles or one.lead.shape is Shape.BARE:
            return False
        before = bisect_left(self._places, one.at)
        counts_on = before > 0 and one.value == self._values[before - 1] + 1
        return one.lead.shape is Shape.OPEN or counts_on
