"""Sibling headings as headings, with their titles: what rules on their marks and wording compare (runs of labels: siblings.py)."""

from collections.abc import Iterator
from itertools import count
from typing import NamedTuple

from shenyue.model import Heading
from shenyue.report import Report, Section


class Family(NamedTuple):
    """The headings under one parent."""

    name: str
    """The duty in the ledger: parts, or the part with the ordinal of the family in it."""
    parent: Heading | None
    """None for the parts."""
    headings: tuple[Heading, ...]

    @property
    def parts(self) -> bool:
        """Whether these are the report's top-level headings."""
        return self.name == "parts"


def families(report: Report) -> Iterator[Family]:
    """Every family, the parts first."""
    tops = [section for section in report.sections if section.part != 0]
    yield Family("parts", None, tuple(section.heading for section in tops if section.heading))
    for section in tops:
        ordinal = count(1)
        for parent, children in _below(section):
            yield Family(f"part.{section.part or 0}.{next(ordinal)}", parent, tuple(children))


def _below(section: Section) -> list[tuple[Heading | None, list[Heading]]]:
    found: dict[Heading | None, list[Heading]] = {}
    path: list[Heading] = []
    for heading in section.headings:
        while path and path[-1].level >= heading.level:
            path.pop()
        found.setdefault(path[-1] if path else section.heading, []).append(heading)
        path.append(heading)
    return list(found.items())
