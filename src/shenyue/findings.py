"""What a check says, and what the reviewer sees of it. Data only."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from shenyue.model import Span


class Severity(StrEnum):
    """How grave a finding is; a pack may change a rule's."""

    ERROR = "error"
    """必须改正: a provision or arithmetic is plainly broken."""
    WARNING = "warning"
    """建议改正: a reviewer would ask for a correction."""
    INFO = "info"
    """提示: worth a look."""

    @property
    def rank(self) -> int:
        """2 for error, 1 for warning, 0 for info."""
        return {"error": 2, "warning": 1, "info": 0}[self.value]


@dataclass(frozen=True, slots=True)
class Operand:
    """One term of an equation, so that a finding can show where each figure stands."""

    name: str
    """As printed on the form: 自然人."""
    value: str
    """As it was counted; a blank cell counts as 0 and says so in the outcome's note."""
    span: Span | None


@dataclass(frozen=True, slots=True)
class TablePlace:
    """A place in a form table, in keys of the contract; row and column may be empty (the whole table, a whole column)."""

    table: str
    row: str = ""
    column: str = ""

    def __str__(self) -> str:
        """`table.row.column`, as the key of a finding counts it: empty where none."""
        return f"{self.table}.{self.row}.{self.column}"


@dataclass(frozen=True, slots=True)
class Hit:
    """A duty that the report fails."""

    span: Span | None
    """The characters to show; None where something is missing."""
    values: Mapping[str, str] = field(default_factory=dict)
    """What the rule's message may name in braces."""
    operands: tuple[Operand, ...] = ()
    formula: str = ""
    """The sum as a person would write it: 自然人 12 + 商业企业 0 = 12 ≠ 总计 13，差 1; empty where nothing was added up."""
    variant: str = ""
    """Picks `[variant.NAME]` of the rule."""
    certain: bool = True
    """False picks `[variant.unsure]`, never an error."""
    name: str = ""
    """The duty, as in `Passed.name`."""
    cell: TablePlace | None = None
    """Where it is a table finding: the anchor of its key."""
    cells: tuple[TablePlace, ...] = ()
    """Every cell that is at fault, where one finding speaks of several; a blank one has no characters to show."""
    missing: str = ""
    """Where something is missing, its name, such as `part.5` or `table.disputes`: the anchor of its key."""


@dataclass(frozen=True, slots=True)
class Passed:
    """A duty that was checked and is clean."""

    name: str
    """What was checked, in keys of the contract where there are any: new, natural_person, part.1."""
    operands: tuple[Operand, ...] = ()
    note: str = ""
    """In Chinese, such as 空白格按0计."""


@dataclass(frozen=True, slots=True)
class Unchecked:
    """A duty that applies but could not be checked: silence would look like clean."""

    name: str
    reason: str
    """In Chinese."""
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class NotApplicable:
    """The rule has nothing to judge here; the only outcome of its check."""

    reason: str
    """In Chinese."""


Outcome = Hit | Passed | Unchecked | NotApplicable


@dataclass(frozen=True, slots=True)
class Place:
    """Where a finding stands, in every way a reader may look for it."""

    section: str
    """一 … 六; empty before the first part."""
    heading: str
    """The nearest heading above, as printed; empty where none."""
    paragraph: int | None
    """1-based ordinal of the block among the blocks of the document."""
    line: int | None
    """1-based line of `Document.text`."""
    page: int | None
    """Of formats that have pages."""
    table: str | None
    row: str | None
    column: str | None
    start: int | None
    end: int | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the reviewer sees."""

    key: str
    """The same fault has the same key in every format and every later run; see `engine.finding_key`."""
    rule: str
    title: str
    severity: Severity
    message: str
    place: Place
    quote: str
    operands: tuple[Operand, ...]
    formula: str
    """As in `Hit.formula`."""
    suggestion: str
    basis: tuple[str, ...]
    cells: tuple[TablePlace, ...] = ()
    """As in `Hit.cells`."""


class LedgerState(StrEnum):
    """What became of a rule."""

    CHECKED = "checked"
    PARTLY_CHECKED = "partly_checked"
    NOT_APPLICABLE = "not_applicable"
    COULD_NOT_CHECK = "could_not_check"
    DISABLED = "disabled"


class ItemState(StrEnum):
    """What became of one duty."""

    PASSED = "passed"
    FAILED = "failed"
    UNCHECKED = "unchecked"


@dataclass(frozen=True, slots=True)
class LedgerItem:
    """One duty of a rule."""

    name: str
    state: ItemState
    operands: tuple[Operand, ...] = ()
    note: str = ""
    """A remark on what passed or failed, or the reason why it could not be checked."""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """核对台账: one rule of the pack."""

    rule: str
    state: LedgerState
    items: tuple[LedgerItem, ...] = ()
    reason: str = ""
    """Why it does not apply, could not be checked in whole or part, or is disabled."""

    def count(self, state: ItemState) -> int:
        """How many duties came out so."""
        return sum(item.state is state for item in self.items)


Ledger = tuple[LedgerEntry, ...]
