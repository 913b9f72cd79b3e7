"""The wordings as data: entries with their conditions, and which of them fit a report."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

import tomli

from tools.corpora.arithmetic import holds

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "corpora" / "wordings"


@dataclass(frozen=True, slots=True)
class Entry:
    """One wording; of several paragraphs where the file gives several."""

    texts: tuple[str, ...]
    conditions: Mapping[str, Any]
    """The keys of the entry that say when it fits: form, years, kinds, when; and sum, once, cells, lastyear."""

    @property
    def text(self) -> str:
        """The wording as one string, paragraphs parted by line ends."""
        return "\n".join(self.texts)


@dataclass(frozen=True, slots=True)
class Circumstances:
    """What an entry's conditions speak of."""

    kind: str
    year: int
    form: str
    facts: Mapping[str, Any]
    """Values of the placeholders and of the cells by address."""


@cache
def wording_file(name: str) -> Mapping[str, Any]:
    """A file of the wordings."""
    return tomli.loads((FOLDER / f"{name}.toml").read_text(encoding="utf-8"))


def entries(found: Iterable[str | Mapping[str, Any]]) -> tuple[Entry, ...]:
    """Entries as the files write them: strings, or tables with `text`, `texts` or `paragraphs`."""
    return tuple(entry for each in found for entry in _entries(each))


def _entries(found: str | Mapping[str, Any]) -> Sequence[Entry]:
    if isinstance(found, str):
        return (Entry((found,), {}),)
    conditions = {key: value for key, value in found.items() if key not in {"text", "texts", "paragraphs"}}
    if "texts" in found:
        return [Entry((text,), conditions) for text in found["texts"]]
    return (Entry(tuple(found.get("paragraphs", (found.get("text", ""),))), conditions),)


def fits(conditions: Mapping[str, Any], case: Circumstances) -> bool:
    """Whether what an entry asks for is so in a report."""
    first, last = conditions.get("years", (0, 9999))
    return (
        conditions.get("form", case.form) == case.form
        and first <= case.year <= last
        and case.kind in conditions.get("kinds", (case.kind,))
        and holds(conditions.get("when", ""), case.facts)
    )
