"""What is said of all that was counted right before: 执法案卷6件（均由自然人提出）speaks of those six, not of all applications."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from decimal import Decimal
from typing import NamedTuple

from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Clause
from shenyue.recognise.prose.context import classes_of
from shenyue.recognise.prose.lexicon import Claim
from shenyue.recognise.prose.tokens import Token
from shenyue.statements import CellSum, ProseFigure

Keys = tuple[str, ...]
_TOTAL = ("total",)
_RECEIVED = (("new",), _TOTAL, ("new", "carried_in"))
GOES_ON = compiled(r"\s*(?:和|与|及|以及|或者?|、)")
"""全部为自然人和企业: more is named than the first word."""
_REASONS: dict[Keys, str] = {
    ("denied",): "denied_",
    ("unavailable",): "unavailable_",
    ("unprocessed",): "unprocessed_",
    ("other_handling",): "other_no_",
}
"""How the rows of the reasons begin, by the group they are of."""
BETWEEN = compiled(r"(?:的|，|,|（|\(|\s)*")


class Shared(NamedTuple):
    """All of some cases are of one kind of applicants."""

    cells: CellSum
    value: Decimal
    start: int
    end: int


def counted_before(text: str, clause: Clause, last: ProseFigure | None, offset: int) -> ProseFigure | None:
    """The figure right behind which a clause or bracket without a number stands."""
    if last is None or last.cells is None or last.denied:
        return None
    end = last.amount.end - offset
    return last if end <= clause.start and BETWEEN.fullmatch(text, end, clause.start) else None


def shared(
    text: str, words: Sequence[Token], last: ProseFigure, columns: Mapping[str, Keys]
) -> Shared | None:
    """The one kind of applicants of whom all the cases counted before are said to be."""
    cells = last.cells
    kinds = [token for token in words if token.classes & columns.keys()]
    every = next((token for token in words if "all" in token.classes), None)
    if cells is None or every is None or len(kinds) != 1 or classes_of(words) & {"except", "negate"}:
        return None
    kind = kinds[0]
    own = columns[min(kind.classes & columns.keys())]
    if (cells.table, cells.columns) != ("applications", _TOTAL) or GOES_ON.match(text, kind.end):
        return None
    return Shared(replace(cells, columns=own), last.value, min(every.start, kind.start), kind.end)


def is_all_of_reason(words: Sequence[Token], meaning: CellSum, last: ProseFigure) -> bool:
    """其他处理8件，全部为逾期不补正所致: whether a clause names the one reason of what was counted before."""
    every = "all" in classes_of(words) and not classes_of(words) & {"except", "negate"}
    if not every or last.cells is None or last.cells.columns != meaning.columns:
        return False
    prefix = _REASONS.get(last.cells.rows)
    return prefix is not None and len(meaning.rows) == 1 and meaning.rows[0].startswith(prefix)


def of_received(one: Shared) -> bool:
    """Whether they are all the applications there are."""
    return one.cells.rows in _RECEIVED


def narrowed(claim: Claim, cells: CellSum) -> Claim | None:
    """A claim as one about the cases that were counted right before; None where it makes no sense of them."""
    if cells.table != claim.whole.table or cells.columns != claim.whole.columns:
        return None
    if claim.part.rows == claim.whole.rows:  # 直接起诉3件，均获维持
        return replace(claim, whole=cells, part=replace(cells, columns=claim.part.columns))
    return claim if cells.rows in _RECEIVED else None
