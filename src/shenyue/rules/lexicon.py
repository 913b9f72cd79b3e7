"""The lexicon of figures from TOML: a district's words join those of its parents, its meanings go before theirs."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from shenyue.errors import BrokenPack, Mistake
from shenyue.recognise.prose.lexicon import Bare, Claim, Lexicon, Meaning
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.packs import PackFolder, TomlFile, read_toml
from shenyue.statements import CellSum

_MEANING = frozenset(
    ["id", "table", "rows", "columns", "also", "words", "about", "bare", "refuse", "allow"]
).union(["units", "certain", "stated", "denied", "before", "context", "refuse_alone", "forms"])
_CLAIM = frozenset(["id", "about", "words", "refuse", "part", "whole", "certain"])
_FILE = Path("lexicon") / "figures.toml"


@dataclass(slots=True)
class _Gathering:
    """The lexicon of a pack and its parents, being put together; mistakes are gathered with it."""

    words: dict[str, set[str]] = field(default_factory=dict)
    units: dict[str, frozenset[str]] = field(default_factory=dict)
    topics: set[str] = field(default_factory=set)
    lasting: set[str] = field(default_factory=set)
    refuse: set[str] = field(default_factory=set)
    inherited: set[str] = field(default_factory=set)
    meanings: list[Meaning] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)
    mistakes: list[Mistake] = field(default_factory=list)

    def add(self, file: TomlFile) -> None:
        """Lay a pack's file over its parents'."""
        content = file.content
        for name, words in content.get("words", {}).items():
            for word in words:
                self.words.setdefault(word, set()).add(name)
        self.units.update((name, frozenset(units)) for name, units in content.get("units", {}).items())
        self.topics.update(content.get("topics", {}).get("nouns", ()))
        self.lasting.update(content.get("topics", {}).get("lasting", ()))
        self.refuse.update(content.get("always", {}).get("refuse", ()))
        self.inherited.update(content.get("inherited", {}).get("verbs", ()))
        self.meanings[:0] = self._meanings(file)
        self.claims[:0] = self._claims(file)

    def _meanings(self, file: TomlFile) -> Iterator[Meaning]:
        for entry in _entries(file, "meaning"):
            if self._known(file, entry, _MEANING, "meaning"):
                yield _meaning(entry, self.units)

    def _claims(self, file: TomlFile) -> Iterator[Claim]:
        for entry in _entries(file, "claim"):
            if self._known(file, entry, _CLAIM, "claim"):
                yield _claim(entry)

    def _known(self, file: TomlFile, entry: Mapping[str, Any], keys: frozenset[str], where: str) -> bool:
        """Whether keys, word classes and units of an entry exist; what does not is put down."""
        known = {name for names in self.words.values() for name in names}
        named = {one for words in entry.get("words", ()) for one in words}
        named |= {*entry.get("about", ()), *entry.get("refuse", ()), *entry.get("allow", ())}
        named |= {*entry.get("context", ()), *entry.get("refuse_alone", ())}
        wrong = [(key, f"没有“{key}”这个键。{did_you_mean(key, keys)}") for key in entry if key not in keys]
        wrong += [
            ("words", f"[words] 里没有“{name}”这个词类。{did_you_mean(name, known)}")
            for name in sorted(named - known)
        ]
        if entry.get("units", "") not in {*self.units, ""}:
            wrong.append(("units", f"[units] 里没有“{entry['units']}”。"))
        needed = {"id", "words", "about"} - entry.keys()
        wrong += [(key, f"缺少“{key}”。") for key in sorted(needed)]
        label = str(entry.get("id", ""))
        self.mistakes.extend(
            Mistake(file.path, file.lines.get(where, 0), f"{where}.{label}.{key}", sentence)
            for key, sentence in wrong
        )
        return not wrong

    def lexicon(self) -> Lexicon:
        """What was gathered."""
        return Lexicon(
            words={word: frozenset(names) for word, names in self.words.items()},
            topics=frozenset(self.topics),
            lasting=frozenset(self.lasting),
            meanings=tuple(self.meanings),
            claims=tuple(self.claims),
            refuse=frozenset(self.refuse),
            inherited=frozenset(self.inherited),
        )


def read_lexicon(packs: tuple[PackFolder, ...], mistakes: list[Mistake]) -> Lexicon:
    """The lexicon of a pack and its parents, itself first; what is wrong with the files is added to `mistakes`."""
    gathering = _Gathering(mistakes=mistakes)
    for pack in reversed(packs):
        if (pack.folder / _FILE).is_file():
            try:
                gathering.add(read_toml(pack.folder / _FILE))
            except BrokenPack as broken:
                mistakes.extend(broken.mistakes)
    return gathering.lexicon()


def _entries(file: TomlFile, key: str) -> list[Mapping[str, Any]]:
    """The entries of `[[key]]`."""
    return list(file.content.get(key, ()))


def _meaning(entry: Mapping[str, Any], units: Mapping[str, frozenset[str]]) -> Meaning:
    table, columns = entry["table"], tuple(entry["columns"])
    return Meaning(
        id=entry["id"],
        cells=CellSum(table, tuple(entry["rows"]), columns),
        also=tuple(CellSum(table, tuple(rows), columns) for rows in entry.get("also", ())),
        words=_classes(entry),
        about=frozenset(entry["about"]),
        units=units[entry["units"]],
        refuse=frozenset(entry.get("refuse", ())),
        allow=frozenset(entry.get("allow", ())),
        bare=Bare(entry.get("bare", Bare.NO)),
        certain=entry.get("certain", True),
        stated=entry.get("stated", True) is not False,
        denied=entry.get("denied", True) is not False,
        context=frozenset(entry.get("context", ())),
        refuse_alone=frozenset(entry.get("refuse_alone", ())),
        before=entry.get("before", False) is True,
        forms=frozenset(entry.get("forms", ())),
    )


def _claim(entry: Mapping[str, Any]) -> Claim:
    part, whole = (
        CellSum(one["table"], tuple(one["rows"]), tuple(one["columns"]))
        for one in (entry["part"], entry["whole"])
    )
    return Claim(
        id=entry["id"],
        part=part,
        whole=whole,
        words=_classes(entry),
        about=frozenset(entry["about"]),
        refuse=frozenset(entry.get("refuse", ())),
        certain=entry.get("certain", True),
    )


def _classes(entry: Mapping[str, Any]) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(words) for words in entry["words"])
