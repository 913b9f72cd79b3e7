"""A report under composition: what a Sample does not keep apart, such as the five aspects, so that faults can be planted at an exact place."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from shenyue.form import Form
from shenyue.model import LabelSource
from shenyue.report import Kind
from shenyue.samples import Sample, SamplePart
from tools.corpora.figures import Figures
from tools.corpora.units import Unit
from tools.corpora.wordings import Circumstances

NUMERALS = ("", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二")
_FREE_PART = 0
"""A part number that no table belongs to."""


@dataclass(frozen=True, slots=True)
class Topic:
    """A stretch of 总体情况 under a heading of its own."""

    aspects: tuple[str, ...]
    """disclosure, applications, management, platforms, supervision, extra; two where one heading serves both."""
    label: str
    heading: str
    paragraphs: tuple[str, ...]
    run_in: bool = False
    """The text follows the heading in the same paragraph."""

    @property
    def lines(self) -> tuple[str, ...]:
        """As printed."""
        head = self.label + self.heading
        if self.run_in and self.paragraphs:
            return (head + self.paragraphs[0], *self.paragraphs[1:])
        return ((head,) if head else ()) + self.paragraphs


@dataclass(frozen=True, slots=True)
class Part:
    """One of the six parts, or text without tables that stands between them."""

    number: int
    """1–6; 0 for text that brings no table."""
    heading: str
    """With its label; empty where it has none."""
    paragraphs: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    """Paragraphs that follow the tables."""
    tables: bool = True

    def printed(self) -> tuple[SamplePart, ...]:
        """As parts of a sample: what follows the tables is one of its own."""
        number = self.number if self.tables else _FREE_PART
        own = SamplePart(number, self.heading, self.paragraphs)
        return (own, SamplePart(_FREE_PART, "", self.after)) if self.after else (own,)


@dataclass(frozen=True, slots=True)
class Draft:
    """A report of our own invention."""

    name: str
    unit: Unit
    short: str
    year: int
    form: Form
    """As printed; the form of the year but for reports in another one."""
    title: tuple[str, ...]
    preface: tuple[str, ...]
    opening: tuple[str, ...]
    topics: tuple[Topic, ...]
    """Empty where the overview is not divided by headings: then it stands in `opening`."""
    parts: tuple[Part, ...]
    signature: tuple[str, ...]
    figures: Figures
    facts: Mapping[str, Any]
    layout: str
    published: str = ""
    """What a web page says of the publication, outside the article."""
    cells: Mapping[str, str] = field(default_factory=dict)
    removed: tuple[str, ...] = ()
    labels: Mapping[str, str] = field(default_factory=dict)
    prior: "Draft | None" = None
    used: frozenset[str] = frozenset()
    """The wordings that it is made of, unfilled."""
    allowed: frozenset[str] = frozenset()
    """Rules that may speak although nothing was planted: an innocent variation that brings a blank cell."""

    @property
    def case(self) -> Circumstances:
        """What the conditions of entries are held against."""
        return Circumstances(self.unit.kind, self.year, self.form.version, self.facts)

    @property
    def overview(self) -> tuple[str, ...]:
        """The paragraphs of part one."""
        return (*self.opening, *(line for topic in self.topics for line in topic.lines))

    def part(self, number: int) -> Part:
        """One of the six; KeyError where it was removed."""
        for part in self.parts:
            if part.number == number:
                return part
        raise KeyError(number)

    def with_part(self, changed: Part) -> "Draft":
        """The same with one part changed."""
        parts = tuple(changed if part.number == changed.number else part for part in self.parts)
        return replace(self, parts=parts)

    def sample(self) -> Sample:
        """The specification that is printed."""
        return Sample(
            name=self.name,
            unit=self.unit.name,
            short=self.short,
            year=self.year,
            kind=Kind(self.unit.kind),
            title=self.title,
            preface=self.preface,
            parts=tuple(printed for part in self.parts for printed in self._filled(part).printed()),
            signature=self.signature,
            figures=self.figures,
            form_version=self.form.version,
            cells=self.cells,
            removed=self.removed,
            labels=self.labels,
            label_source=LabelSource.TYPED,
        )

    def _filled(self, part: Part) -> Part:
        if part.number != 1:
            return part
        return replace(part, paragraphs=(*self.overview, *part.paragraphs))
