"""表式: what is prescribed for the reports of certain years. Data only; the forms themselves are TOML, read by `rules.forms`."""

from collections.abc import Mapping
from dataclasses import dataclass

CellKey = tuple[str, str]
"""Row and column key of the contract, such as ("new", "natural_person")."""


@dataclass(frozen=True, slots=True)
class Line:
    """A prescribed row or column of a form table."""

    key: str
    label: str
    aliases: tuple[str, ...] = ()
    """Wordings that mean the same line but differ from the form; found under the key, reported as different."""
    under: tuple[str, ...] = ()
    """The labels of merged cells that stand before or above it, outermost first, such as 三、本年度办理结果 / （三）不予公开."""


@dataclass(frozen=True, slots=True)
class FormTableLayout:
    """One table, or one block of table two, as a form prescribes it."""

    key: str
    title: str
    """As reviewers call it: 表三 …"""
    part: int
    """The part of the report in which it stands."""
    rows: tuple[Line, ...]
    columns: tuple[Line, ...]
    head: str = ""
    """The line that heads a block, such as 第二十条第（一）项."""
    cells: frozenset[CellKey] = frozenset()
    """The cells that exist; every pair where empty."""


@dataclass(frozen=True, slots=True)
class PartTitle:
    """One of the six parts as a form prescribes it."""

    number: int
    title: str
    aliases: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    """Words of which a title must have one for the part to be recognised under another wording."""


@dataclass(frozen=True, slots=True)
class Form:
    """表式: what is prescribed for reports of certain years."""

    version: str
    """"2019" or "2021"."""
    years: tuple[int, int]
    """First and last report year, inclusive; 9999 for still in force."""
    parts: tuple[PartTitle, ...]
    tables: tuple[FormTableLayout, ...]
    groups: Mapping[str, tuple[str, ...]]
    """Groups of rows that rules use: denied, unavailable, unprocessed, other_handling, outcomes."""

    def layout(self, key: str) -> FormTableLayout:
        """The layout of one table key of the contract; KeyError where the form has none such."""
        for table in self.tables:
            if table.key == key:
                return table
        raise KeyError(key)
