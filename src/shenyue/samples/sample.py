"""A made-up report as a specification, before it is printed in any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from shenyue.errors import ShenyueError
from shenyue.model import LabelSource
from shenyue.report import Kind

PARTS = range(1, 7)


class BrokenSample(ShenyueError):  # noqa: N818 - named for what it is
    """A specification that makes no report: an unknown key, a text that is not there; the text says which."""


@dataclass(frozen=True, slots=True)
class SamplePart:
    """One of the six parts."""

    number: int
    """1–6: which tables stand in it."""
    heading: str
    """With its label: 一、总体情况; empty where it has none."""
    paragraphs: tuple[str, ...]
    """Sub-headings are paragraphs with labels. They stand before the part's tables."""


@dataclass(frozen=True, slots=True)
class Sample:
    """A made-up report. Its texts may hold placeholders in braces, see `placeholders.fill`."""

    name: str
    unit: str
    short: str
    """How the prose names the unit: 本街道."""
    year: int
    kind: Kind
    title: tuple[str, ...]
    """One entry a line."""
    preface: tuple[str, ...]
    parts: tuple[SamplePart, ...]
    """In the order in which they are printed."""
    signature: tuple[str, ...]
    """Unit and date at the end; may be empty."""
    figures: Mapping[str, Decimal]
    """By address `table.row.column`; what is not named is 0, totals and what is carried out are computed."""
    form_version: str = ""
    """Empty: the form prescribed for the year."""
    cells: Mapping[str, str] = field(default_factory=dict)
    """Raw text by address, which the computed figure gives way to; `*` stands for every row or column."""
    removed: tuple[str, ...] = ()
    """Addresses of what is not printed: `table`, `table.row`, `table.*.column`."""
    labels: Mapping[str, str] = field(default_factory=dict)
    """Other labels by address: `table` (its head), `table.row`, `table.*.column`, `table.printed label` of a merged cell;
    with `+` after row or column, a line that the form does not have, printed after it."""
    rewordings: Mapping[str, str] = field(default_factory=dict)
    """Old text to new, in the prose as printed; each old text occurs exactly once there."""
    label_source: LabelSource = LabelSource.TYPED
    prior_base: str = ""
    """The shipped sample that is the same unit's report of the year before."""
    prior: "Sample | None" = None
    """Last year's report, where the review is given one."""
