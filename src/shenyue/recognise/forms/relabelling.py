"""Lines whose label was miswritten: known by their place between lines that are certain, and by the characters they share."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from shenyue.recognise.forms.arrangements import Axis

_ALIKE = 0.5
"""Share of common characters: 己获取 for 已获取 has 0.95, two different outcomes of table three at most 0.4."""


class Gap(NamedTuple):
    """Labels that are no prescribed line, and the prescribed lines that nothing was found for, between the same neighbours."""

    positions: tuple[int, ...]
    entries: tuple[int, ...]


def relabelled(gap: Gap, texts: Mapping[int, str], axis: Axis) -> dict[int, int]:
    """Positions of a gap to the lines that they are; empty where their number or their wording does not fit."""
    if len(gap.positions) != len(gap.entries):
        return {}
    pairs = dict(zip(gap.positions, gap.entries, strict=True))
    alike = (_alike(texts[position], axis.entries[entry].text) for position, entry in pairs.items())
    return pairs if all(alike) else {}


def gaps(found: Sequence[int | None], count: int) -> Iterator[Gap]:
    """The gaps in a run of lines of which `count` are prescribed, in their order."""
    certain = {entry for entry in found if entry is not None}
    unknown: list[int] = []
    last = -1
    for position, entry in enumerate((*found, count)):
        if entry is None:
            unknown.append(position)
            continue
        if unknown:
            missing = tuple(line for line in range(last + 1, entry) if line not in certain)
            yield Gap(tuple(unknown), missing)
        unknown = []
        last = entry


def _alike(text: str, other: str) -> bool:
    """Whether two labels share most of their characters."""
    common = sum((Counter(text) & Counter(other)).values())
    return bool(text) and 2 * common >= _ALIKE * (len(text) + len(other))
