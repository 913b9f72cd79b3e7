"""Rule and rule pack as the engine uses them. Data only; `reading.py` makes them from TOML."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from shenyue.findings import Severity
from shenyue.form import Form
from shenyue.recognise.prose.lexicon import Lexicon
from shenyue.report import Kind


class Rank(StrEnum):
    """How much weight a provision has."""

    LAW = "法规"
    STATE_COUNCIL = "国办文件"
    STANDARD = "国家标准"
    LOCAL = "地方"
    PRACTICE = "实务"


@dataclass(frozen=True, slots=True)
class Basis:
    """依据: the provision that a rule rests on."""

    rank: Rank
    title: str
    number: str = ""
    """Document number, such as 国办公开办函〔2021〕30号."""
    article: str = ""
    """第五十条第一款第（四）项"""
    forms: frozenset[str] = frozenset()
    """Form versions whose reports it governs; all where empty. A report for 2019 is not judged by a notice of 2021."""

    def governs(self, form: Form | None) -> bool:
        """Whether it may be held against a report of that form."""
        return not self.forms or form is None or form.version in self.forms

    def __str__(self) -> str:
        """As cited to a unit: 《title》（number）article；practice stands without book-title marks."""
        name = self.title if self.rank is Rank.PRACTICE else f"《{self.title}》"
        return f"{name}{f'（{self.number}）' if self.number else ''}{self.article}"


@dataclass(frozen=True, slots=True)
class Variant:
    """A rule's other face for hits that name it; what it does not set stays the rule's own."""

    severity: Severity | None = None
    message: str | None = None
    suggestion: str | None = None


@dataclass(frozen=True, slots=True)
class ExpectedFinding:
    """A finding that an example must give."""

    rule: str
    quote: str
    """The exact quote; empty where the finding has no place in the text."""


@dataclass(frozen=True, slots=True)
class Example:
    """A clean report with a change, and what must be found then."""

    note: str
    flags: tuple[ExpectedFinding, ...]
    """The full list of the rule's own findings at any severity, and of other rules' new ones at warning or above; empty means clean."""
    changes: Mapping[str, object]
    """base, tables, replace, insert, title, year, kind, unit, label_source, prior: see `samples.changes`."""
    pack: str = ""
    """The id of the pack that wrote it, whose rules it was written for."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule, with everything that inheritance did to it."""

    id: str
    title: str
    severity: Severity
    message: str
    suggestion: str
    why: str
    basis: tuple[Basis, ...]
    kind: str
    """The check that it calls for."""
    parameters: Mapping[str, object]
    forms: frozenset[str] = frozenset()
    """Form versions that it applies to; all where empty."""
    kinds: frozenset[Kind] = frozenset()
    """Kinds of unit that it applies to; all where empty."""
    variants: Mapping[str, Variant] = field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    disabled: str = ""
    """The reason for which a pack switched it off; empty where it is in force."""
    files: Mapping[str, Path] = field(default_factory=dict)
    """For each dotted key, the file that set its effective value; "" for the rule as a whole; elements of an edited list singly."""
    pack: str = ""
    """The id of the pack that the rule is of; its parents' rules keep their own."""


@dataclass(frozen=True, slots=True)
class Waiver:
    """放过: what of a rule is let pass in some reports, why, on whose word and until when."""

    rule: str
    reason: str
    person: str
    expires: date
    """The last day on which it holds."""
    file: Path
    """Where it is written."""
    line: int
    units: str = ""
    """Pattern (`*`, `?`) of the unit's name; empty where `files` says which reports."""
    files: str = ""
    """Pattern of the report's path from the folder of the file, or of its name."""
    place: str = ""
    """`table.row.column` with `*`, `part5`, or the name of what is missing (`aspect.management`); anywhere where empty."""
    quote: str = ""
    """Words that the finding's quote must have."""

    def expired(self, today: date) -> bool:
        """Whether its last day is past."""
        return self.expires < today


@dataclass(frozen=True, slots=True)
class Letterhead:
    """What a pack says of the memos that a district sends; empty where it says nothing."""

    office: str = ""
    """Who sends them: 北京市西城区人民政府办公室."""
    addressee: str = ""
    """To whom; {unit} stands for the reporting unit."""
    conclusions: Mapping[str, str] = field(default_factory=dict)
    """In place of the usual ones: mend, polish, pending, partial, clean, see `memo.conclusion`."""
    templates: Mapping[str, Path] = field(default_factory=dict)
    """By format: docx, md, html, txt."""


@dataclass(frozen=True, slots=True)
class RulePack:
    """规则包: the rules in force for one jurisdiction, its parents' included."""

    id: str
    """Folder path below the rules, such as beijing/xicheng."""
    name: str
    """北京市西城区"""
    version: str
    """Its own version and its parents', such as 2026.1+beijing-2026.1."""
    rules: tuple[Rule, ...]
    """By id, disabled ones included."""
    forms: tuple[Form, ...]
    lineage: tuple[str, ...]
    """Pack ids from itself up to national."""
    lexicon: Lexicon = field(default_factory=Lexicon)
    """The words by which figures of the prose are known, its parents' included."""
    waivers: tuple[Waiver, ...] = ()
    """Its own and its parents'."""
    letterhead: Letterhead = Letterhead()

    def rule(self, rule_id: str) -> Rule:
        """The rule of that id; KeyError where there is none."""
        for rule in self.rules:
            if rule.id == rule_id:
                return rule
        raise KeyError(rule_id)

    def form_for(self, year: int | None) -> Form | None:
        """The form prescribed for a report year."""
        for form in self.forms:
            if year is not None and form.years[0] <= year <= form.years[1]:
                return form
        return None
