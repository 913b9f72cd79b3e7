"""Part five read as problems and measures: what is said under which, item by item (for C702)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from shenyue.checks.sentences import Sentence, holds
from shenyue.chinese.numerals import read_integer
from shenyue.patterns import compiled

_MARKER = compiled(
    r"(?<![之统万唯第专单同])(?P<is>[一二三四五六七八九十])(?:是|要|则)"
    r"|\A[(]?(?P<label>[一二三四五六七八九十]|\d{1,2})(?:[)]|[、.](?!\d))"
    r"|第(?P<th>[一二三四五六七八九十])[,、]"
)
_ANSWERS = ("对", "针对", "围绕", "就", "关于")
"""A measure that names its problem: 对时效问题，设专人催报."""
_SHORTEST = 3
"""Characters; less says nothing."""


class Side(StrEnum):
    """What a statement is, or would be if it stood in such a list."""

    PROBLEM = "problem"
    MEASURE = "measure"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Words:
    """By what problems and measures are told, as the pack gives it; all without blanks, marks half-width."""

    problem_leads: tuple[str, ...]
    """In a heading or before a list: what follows are problems."""
    measure_leads: tuple[str, ...]
    """As above, measures; they weigh more where both stand in one clause: 针对上述问题，采取以下措施."""
    problems: tuple[str, ...]
    """In a statement outside such lists."""
    measures: tuple[str, ...]
    """As above; a clause that has a problem's word as well is a problem (有待加强)."""
    no_leads: tuple[str, ...] = ()
    """Words in which the characters of a measure's lead mean something else: 针对性, 措施不力."""

    def lead_to_measures(self, text: str) -> bool:
        """Whether what follows, or the text itself, is what was or will be done."""
        return holds(compiled(r"\L<others>", others=self.no_leads).sub(" ", text), self.measure_leads)


class Statement(NamedTuple):
    """One item of a list, a sentence, or what stands before a list."""

    text: str
    sentence: Sentence
    side: Side
    marker: str = ""
    """The kind of its ordinal: is, label, th; empty where it has none."""
    ordinal: int = 0
    lead: bool = False
    """It leads to a list or is a heading."""


@dataclass(slots=True)
class _Reader:
    words: Words
    side: Side = Side.UNKNOWN
    found: list[Statement] = field(default_factory=list)

    def read(self, sentence: Sentence) -> None:
        if sentence.heading:
            self._head(sentence)
            return
        for marker, ordinal, text in _pieces(sentence.text):
            *leads, last = text.split(":") if not marker or text.endswith(":") else [text]
            for lead in leads:
                self._lead(f"{lead}:", sentence)
            if len(last) >= _SHORTEST:
                self._state(last, sentence, marker, ordinal)

    def _head(self, sentence: Sentence) -> None:
        """A heading leads to what stands below it; one that tells a problem itself is one."""
        lead = f"{sentence.text.rstrip(':')}:"
        if self._led(lead) or self._told(sentence.text) is not Side.PROBLEM:
            self._lead(lead, sentence)
            return
        self.found.append(Statement(sentence.text, sentence, Side.PROBLEM))
        self.side = Side.UNKNOWN

    def _lead(self, text: str, sentence: Sentence) -> None:
        self.side = self._led(text) or self.side
        self.found.append(Statement(text, sentence, self._led(text) or Side.UNKNOWN, lead=True))

    def _led(self, text: str) -> Side | None:
        if self.words.lead_to_measures(text):
            return Side.MEASURE
        return Side.PROBLEM if holds(text, self.words.problem_leads) else None

    def _state(self, text: str, sentence: Sentence, marker: str, ordinal: int) -> None:
        """A problem that is at once followed by its measure is two statements."""
        before, after = _parted(text, self.words)
        if after and before and self._told(before) is Side.PROBLEM:
            self.found.append(Statement(before, sentence, Side.PROBLEM, marker, ordinal))
            self.found.append(Statement(after, sentence, Side.MEASURE))
            self.side = self.side if marker else Side.MEASURE
            return
        if not marker and not (self.side is Side.MEASURE and text.startswith(_ANSWERS)):
            self.side = self._led(text) or self.side
        own = self._told(text) if self.side is Side.UNKNOWN else self.side
        if own is Side.UNKNOWN and marker and ordinal > 1 and self.found:
            own = self.found[-1].side
        self.found.append(Statement(text, sentence, own, marker, ordinal))

    def _told(self, text: str) -> Side:
        """What a statement is by its own words."""
        clauses = text.split(",")
        problems = [clause for clause in clauses if holds(clause, self.words.problems)]
        measures = [one for one in clauses if one not in problems and holds(one, self.words.measures)]
        if problems:
            return Side.PROBLEM
        return Side.MEASURE if measures else Side.UNKNOWN


def statements(part: Sequence[Sentence], words: Words) -> tuple[Statement, ...]:
    """The statements of part five in their order."""
    reader = _Reader(words)
    for sentence in part:
        reader.read(sentence)
    return tuple(reader.found)


def _parted(text: str, words: Words) -> tuple[str, str]:
    """A statement before and from the clause that leads to measures."""
    clauses = text.split(",")
    at = next((at for at, clause in enumerate(clauses) if words.lead_to_measures(clause)), len(clauses))
    return ",".join(clauses[:at]), ",".join(clauses[at:])


def _pieces(text: str) -> Iterator[tuple[str, int, str]]:
    """A sentence cut before each ordinal: its kind, its number, the text without it."""
    marks = list(_MARKER.finditer(text))
    starts = [mark.start() for mark in marks]
    ends = [*starts, len(text)]
    if ends[0] > 0:
        yield "", 0, text[: ends[0]]
    for mark, end in zip(marks, ends[1:], strict=True):
        kind = mark.lastgroup or ""
        yield kind, read_integer(mark[kind]) or 0, text[mark.end() : end]
