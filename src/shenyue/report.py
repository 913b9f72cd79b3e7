"""The report as recognised: parts, form tables, who wrote it and for which year. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from shenyue.form import CellKey, Form
from shenyue.model import Document, Heading, LabelSource, Span
from shenyue.statements import ProseClaim, ProseFigure


class Kind(StrEnum):
    """What kind of unit reports."""

    STREET = "street"
    TOWN = "town"
    DEPARTMENT = "department"
    OFFICE = "office"
    """An 办公厅 or 办公室 that reports for its government."""
    COUNTY = "county"
    CITY = "city"
    PROVINCE = "province"
    MINISTRY = "ministry"


class Reading(StrEnum):
    """What a table cell holds, read as a figure."""

    NUMBER = "number"
    """A plain count, thousand separators and full-width digits folded."""
    BLANK = "blank"
    NOTHING = "nothing"
    """`-`, `/`, 无: meant as nothing."""
    NEGATIVE = "negative"
    DECIMAL = "decimal"
    APPROXIMATE = "approximate"
    """约13件: never exact."""
    WITH_UNIT = "with_unit"
    """251000元"""
    WITH_NOTE = "with_note"
    """22（其中修订16件）"""
    TEXT = "text"
    """No number at all."""
    MISSING = "missing"
    """The source has no such cell; the only reading without a span."""
    UNSURE = "unsure"
    """Something stands there, but what or for which cell cannot be told (too few cells in the row, 1 2): never reckon with it,
    never call it blank or missing."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A cell of a form table."""

    value: Decimal | None
    """None where the cell is blank, missing or unsure or holds no number; an approximate number keeps its value, see `reading`.
    With a unit, the number as printed: 251000 of 251000元, 25.1 of 25.1万元."""
    span: Span | None
    """None only where the source has no such cell; where unsure, the stretch of the row in which it would stand."""
    raw: str
    reading: Reading = Reading.NUMBER


class LineState(StrEnum):
    """How a prescribed row or column was found."""

    FOUND = "found"
    RELABELLED = "relabelled"
    """Recognised, under a label that differs from the form."""
    MISSING = "missing"
    UNSURE = "unsure"
    """The table has something there, but which line it is cannot be told."""


@dataclass(frozen=True, slots=True)
class FoundLine:
    """A prescribed row or column as found in the report."""

    key: str
    state: LineState
    span: Span | None
    """Of its label; None where missing."""
    found: str
    """The label as printed, blanks folded."""
    prescribed: str
    under: tuple[str, ...] = ()
    """The labels of the groups in which the form has it, outermost first."""


@dataclass(frozen=True, slots=True)
class FormTable:
    """A form table of the report under the keys of the contract."""

    key: str
    title: str
    form: str
    """The version of the form whose layout it follows: "2019" or "2021"."""
    span: Span
    figures: Mapping[CellKey, Figure]
    """Every cell of the layout; a cell that the source lacks has no span."""
    rows: tuple[FoundLine, ...]
    columns: tuple[FoundLine, ...]
    extra: tuple[Span, ...] = ()
    """Labels of rows or columns that the form does not have."""

    def __getitem__(self, key: CellKey) -> Figure:
        """The figure at (row, column)."""
        return self.figures[key]


class FoundBy(StrEnum):
    """What showed that a section is a certain part."""

    TITLE = "title"
    NUMBER = "number"
    """Its label, the title being unlike the prescribed one."""
    CONTENT = "content"
    """Its table or its text alone; the heading is lost."""


@dataclass(frozen=True, slots=True)
class Section:
    """A top-level stretch of the report."""

    part: int | None
    """1–6; 0 for what stands before the first part; None for a top-level heading that is none of the six."""
    span: Span
    """Heading included, up to the next section."""
    heading: Heading | None
    found_by: FoundBy | None
    """None for the preface and for sections that are no part."""
    headings: tuple[Heading, ...] = ()
    """The headings below the section's own, in order, levels 2 and deeper."""


@dataclass(frozen=True, slots=True)
class Title:
    """The report's own title, which may stand on two lines."""

    text: str
    """Joined, without line ends."""
    span: Span


@dataclass(frozen=True, slots=True)
class Identity:
    """Who reports, and for which year; what the report does not say is None or empty."""

    title: Title | None
    unit: str
    year: int | None
    kind: Kind | None


@dataclass(frozen=True, slots=True)
class Dated:
    """A date that the report bears, as exact as it is written."""

    earliest: date
    """The day itself; where only the month is written, its first."""
    latest: date
    span: Span | None
    """None where a web page states it outside the article."""


@dataclass(frozen=True, slots=True)
class StatedPeriod:
    """A statistical period as the text states it."""

    first: date | None
    """None where only its end is stated: 数据截至2023年底."""
    last: date
    span: Span
    certain: bool
    """Whether the text calls it so (统计期限, 所列数据); else only its place and length speak for it."""


@dataclass(frozen=True, slots=True)
class SigningUnit:
    """Who signs at the end of the report."""

    name: str
    span: Span


@dataclass(frozen=True, slots=True)
class Dates:
    """What the report says of its own time, and who signs it; what it does not say is None or empty."""

    periods: tuple[StatedPeriod, ...] = ()
    """In the order of the text; hardly ever more than one."""
    signed: Dated | None = None
    """Below the text or below the title, with no word before it."""
    published: Dated | None = None
    """发布日期, in the text or on the page; also a date below the title where another stands at the end."""
    signing_unit: SigningUnit | None = None

    @property
    def period(self) -> StatedPeriod | None:
        """The stated period that speaks plainest."""
        return next((one for one in self.periods if one.certain), next(iter(self.periods), None))


@dataclass(frozen=True, slots=True)
class Report:
    """A government's annual report under review, recognised."""

    document: Document
    identity: Identity
    form: Form | None
    """The form prescribed for the report's year; None where the year is unknown and no table tells."""
    sections: tuple[Section, ...]
    """In the order of the text; together they cover it."""
    tables: Mapping[str, FormTable]
    """By table key of the contract; a table that is not there is not in it."""
    prior: "Report | None" = None
    """The same unit's report for the year before, where one was given."""
    label_source: LabelSource = LabelSource.TYPED
    """Of the headings as a whole: extracted where the file shows that it is an export."""
    dates: Dates = Dates()
    prior_note: str = ""
    """In Chinese: which file `prior` is, or why the one given was not taken; empty where none was asked for."""
    figures: tuple[ProseFigure, ...] = ()
    """The figures of the prose that speak of the form tables' field, in the order of the text."""
    claims: tuple[ProseClaim, ...] = ()
    """What the prose says of all cases of a kind."""

    @property
    def title(self) -> str:
        """The title as one line; empty where none was found."""
        return self.identity.title.text if self.identity.title else ""

    @property
    def unit(self) -> str:
        """The unit's name as the title gives it."""
        return self.identity.unit

    @property
    def year(self) -> int | None:
        """The year reported on."""
        return self.identity.year

    @property
    def kind(self) -> Kind | None:
        """The kind of unit."""
        return self.identity.kind

    def section_at(self, offset: int) -> Section:
        """The section that holds an offset of the text."""
        for section in reversed(self.sections):
            if section.span.start <= offset:
                return section
        return self.sections[0]

    def table_at(self, offset: int) -> FormTable | None:
        """The form table that holds an offset of the text; None where none does."""
        return next((one for one in self.tables.values() if one.span.start <= offset < one.span.end), None)

    def parts(self, number: int) -> tuple[Section, ...]:
        """The sections recognised as one part: none where it is missing, two where it occurs twice."""
        return tuple(section for section in self.sections if section.part == number)

    def unread_in(self, span: Span) -> bool:
        """Whether something unread may hold content of the report there (standing clause b)."""
        return any(
            unread.content and unread.at is not None and span.start <= unread.at <= span.end
            for unread in self.document.unread
        )
