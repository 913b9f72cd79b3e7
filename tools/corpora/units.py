"""Who reports: the invented units."""

import random
from dataclasses import dataclass
from functools import cache

from tools.corpora.wordings import wording_file


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit that does not exist."""

    kind: str
    name: str
    shorts: tuple[str, ...]
    place: str
    site: str
    account: str


@cache
def units() -> tuple[Unit, ...]:
    """All of them, in the order of the file."""
    return tuple(
        Unit(each["kind"], each["name"], tuple(each["short"]), each["place"], each["site"], each["account"])
        for each in wording_file("units")["unit"]
    )


def any_unit(draw: random.Random, kinds: tuple[str, ...]) -> Unit:
    """A unit of one of the kinds, every kind as likely as the next; of any kind where none is named."""
    kind = draw.choice(kinds or tuple(sorted({unit.kind for unit in units()})))
    return draw.choice([unit for unit in units() if unit.kind == kind])
