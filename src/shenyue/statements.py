"""What the prose says of the form tables: figures, denials, and claims that all of one thing are another. Data only."""

from dataclasses import dataclass
from decimal import Decimal

from shenyue.model import Span


@dataclass(frozen=True, slots=True)
class CellSum:
    """Cells of a form table, added up: every row with every column."""

    table: str
    rows: tuple[str, ...]
    """Row keys of the contract, or groups of the form, such as denied."""
    columns: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ProseFigure:
    """A number of the prose, or a denial (未收到申请), and the cells that it speaks of."""

    span: Span
    """From its verb to its unit: 办结9件; of a denial, the denying words."""
    amount: Span
    """Number and unit; of a denial, as `span`."""
    value: Decimal
    """In the unit of the table (万元 of fees); 0 of a denial."""
    sentence: Span
    cells: CellSum | None
    """None where it speaks of the field, but of no cell that could be told."""
    also: tuple[CellSum, ...] = ()
    """Other sums that it may mean as well; it is right where it equals one of them."""
    meaning: str = ""
    """The meaning's id in the lexicon."""
    certain: bool = True
    """False where its meaning may be another: never an error."""
    approximate: bool = False
    denied: bool = False
    """未收到申请, 无行政诉讼: no number is printed."""
    note: str = ""
    """In Chinese: why its meaning is not certain, or could not be told."""


@dataclass(frozen=True, slots=True)
class ProseClaim:
    """A statement that one sum of cells makes up the whole of another: 均获维持, 全部办结."""

    span: Span
    """均获维持"""
    sentence: Span
    part: CellSum
    whole: CellSum
    certain: bool = True
    meaning: str = ""
