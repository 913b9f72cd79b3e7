"""The lexicon of figures from TOML: a district's words join those of its parents, its meanings go before theirs."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from shenyue.errors import BrokenPack, Mistake
from shenyue.form import Form
from shenyue.recognise.prose.lexicon import Claim, Lexicon, Meaning
from shenyue.rules.guessing import did_you_mean, hint
from shenyue.rules.packs import PackFolder
from shenyue.rules.references import cells
from shenyue.rules.toml_files import TomlFile, read_toml

if TYPE_CHECKING:
    from shenyue.rules.figures_schema import ClaimTable, FiguresFile, MeaningTable

_FILE = Path("lexicon") / "figures.toml"
_EDITS = frozenset({"add", "remove"})
_Complaints = Iterator[tuple[str, str]]
"""Dotted key and Chinese sentence."""


def read_lexicon(packs: tuple[PackFolder, ...], forms: tuple[Form, ...], mistakes: list[Mistake]) -> Lexicon:
    """The lexicon of a pack and its parents, itself first; what is wrong with the files is added to `mistakes`."""
    gathering = _Gathering(forms)
    for path in (pack.folder / _FILE for pack in reversed(packs)):
        if not path.exists():
            continue
        try:
            file = read_toml(path)
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
            continue
        mistakes.extend(file.mistake(key, sentence) for key, sentence in _read(file, gathering))
    return gathering.lexicon()


def _read(file: TomlFile, gathering: "_Gathering") -> _Complaints:
    """A file laid over those of the parents; what is wrong with it."""
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.figures_schema import FiguresFile  # noqa: PLC0415
    from shenyue.rules.mistakes import complaints_of  # noqa: PLC0415

    try:
        said = FiguresFile.model_validate(file.content)
    except ValidationError as error:
        yield from complaints_of(error, FiguresFile)
        return
    yield from gathering.add(said, file.content)


@dataclass(slots=True)
class _Gathering:
    """The lexicon of a pack and its parents, being put together."""

    forms: tuple[Form, ...]
    words: dict[str, set[str]] = field(default_factory=dict)
    """Classes by word."""
    units: dict[str, frozenset[str]] = field(default_factory=dict)
    topics: set[str] = field(default_factory=set)
    lasting: set[str] = field(default_factory=set)
    refuse: set[str] = field(default_factory=set)
    inherited: set[str] = field(default_factory=set)
    kinds: set[str] = field(default_factory=set)
    columns: dict[str, tuple[str, ...]] = field(default_factory=dict)
    rows: dict[str, tuple[str, ...]] = field(default_factory=dict)
    meanings: list[Meaning] = field(default_factory=list)
    claims: list[Claim] = field(default_factory=list)

    def add(self, said: "FiguresFile", content: Mapping[str, Any]) -> _Complaints:
        """Lay a file over its parents'; what it names and is not there."""
        for name, words in said.words.items():
            yield from self._words(name, words)
        self.units.update((name, frozenset(units)) for name, units in said.units.items())
        self.topics.update(said.topics.nouns)
        self.lasting.update(said.topics.lasting)
        self.refuse.update(said.always.refuse)
        self.inherited.update(said.inherited.verbs)
        self.kinds.update(said.examples.kinds)
        self.columns.update((name, tuple(keys)) for name, keys in said.crossing.columns.items())
        self.rows.update((name, tuple(keys)) for name, keys in said.crossing.rows.items())
        wrong = [*self._dangling(said, content)]
        yield from wrong
        if not wrong:
            self.meanings[:0] = [one.meaning(self.units[one.units]) for one in said.meaning]
            self.claims[:0] = [one.claim() for one in said.claim]

    def _words(self, name: str, words: object) -> _Complaints:
        edits: Mapping[str, Any] = {"add": words}
        if isinstance(words, Mapping) and _EDITS.issuperset(words):
            edits = words
        lists = [edits.get("add", []), edits.get("remove", [])]
        if not all(isinstance(each, list) and all(isinstance(word, str) for word in each) for each in lists):
            yield f"words.{name}", '应为方括号里的一列，如 ["甲", "乙"]；或 {add = ["甲"], remove = ["乙"]}。'
            return
        add, remove = lists
        for word in add:
            self.words.setdefault(word, set()).add(name)
        for number, word in enumerate(remove):
            if name not in self.words.get(word, ()):
                of_class = [one for one, names in self.words.items() if name in names]
                told = f"词类“{name}”里没有“{word}”，无从去掉。{did_you_mean(word, of_class)}"
                yield f"words.{name}.remove.{number}", told
            self.words.get(word, set()).discard(name)

    def _dangling(self, said: "FiguresFile", content: Mapping[str, Any]) -> _Complaints:
        """Word classes, units, tables, rows and columns that there are not."""
        known = {name for names in self.words.values() for name in names}
        entries: Mapping[str, Sequence[MeaningTable | ClaimTable]]
        entries = {"meaning": said.meaning, "claim": said.claim}
        for kind, each in entries.items():
            for number, entry in enumerate(each):
                key = f"{kind}.{number}"
                yield from _unknown_classes(entry, known, key)
                yield from cells(content[kind][number], self.forms, key)
        for number, meaning in enumerate(said.meaning):
            if meaning.units not in self.units:
                guess = hint(meaning.units, self.units, "可用的有")
                yield f"meaning.{number}.units", f"[units] 里没有“{meaning.units}”。{guess}"

    def lexicon(self) -> Lexicon:
        """What was gathered."""
        return Lexicon(
            words={word: frozenset(names) for word, names in self.words.items() if names},
            topics=frozenset(self.topics),
            lasting=frozenset(self.lasting),
            meanings=tuple(self.meanings),
            claims=tuple(self.claims),
            refuse=frozenset(self.refuse),
            inherited=frozenset(self.inherited),
            kinds=frozenset(self.kinds),
            columns=self.columns,
            rows=self.rows,
        )


def _unknown_classes(entry: "MeaningTable | ClaimTable", known: set[str], key: str) -> _Complaints:
    for name in sorted(entry.classes() - known):
        yield f"{key}.words", f"[words] 里没有“{name}”这个词类。{did_you_mean(name, known)}"
