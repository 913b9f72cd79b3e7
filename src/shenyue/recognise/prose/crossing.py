"""Where a clause narrows an outcome: to one kind of applicants (企业申请予以公开16件), or to one kind of suits (复议后起诉，维持2件)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shenyue.patterns import compiled
from shenyue.recognise.prose.lexicon import Meaning
from shenyue.recognise.prose.tokens import Token
from shenyue.statements import CellSum, ProseFigure

Keys = tuple[str, ...]
_TO = compiled(r"[对向为给]\s*$")
_OF = compiled(r"\s*(?:所|的)?(?:政府信息公开|信息公开|公开)?(?:申请(?!人)|提出|提交|递交|方面|结转)")
_NEW = "new"
_FEW = 2
_SUITS = frozenset({"suit_direct", "suit_after_review"})


def applicants(text: str, tokens: Iterable[Token], columns: Mapping[str, Keys]) -> tuple[Token, Keys] | None:
    """The one kind of applicants to whom an answer was given, or whose application it was."""
    found = [
        (token, columns[name])
        for token in tokens
        for name in sorted(token.classes & columns.keys())
        if _TO.search(text, max(0, token.start - 2), token.start) or _OF.match(text, token.end)
    ]
    return found[0] if len(found) == 1 else None


def is_outcome(meaning: Meaning) -> bool:
    """Whether a meaning is of what became of applications, or of those carried over, of all applicants."""
    cells = meaning.cells
    whole = (cells.table, cells.columns) == ("applications", ("total",))
    return whole and _NEW not in cells.rows


def of_applicants(meaning: Meaning, columns: Keys) -> Meaning:
    """The outcome of some applicants."""
    cells = meaning.cells
    also = tuple(replace(one, columns=columns) for one in meaning.also)
    return replace(meaning, cells=CellSum(cells.table, cells.rows, columns), also=also)


def of_subjects(meaning: Meaning, subjects: Iterable[Token], columns: Mapping[str, Keys]) -> Meaning | None:
    """科研机构未提出申请: what is denied of one kind of applicants; None where it is of several."""
    kinds = {columns[name] for token in subjects for name in token.classes & columns.keys()}
    if not kinds or (meaning.cells.table, meaning.cells.columns) != ("applications", ("total",)):
        return meaning
    return of_applicants(meaning, kinds.pop()) if len(kinds) == 1 else None


def only_applicants(figures: Sequence[ProseFigure]) -> Keys:
    """企业申请35件，部分公开3件: the columns of the applicants whose applications alone were counted so far."""
    counted = {one.cells for one in figures if one.cells and not _may_be_of_some(one)}
    only = counted.pop() if len(counted) == 1 else None
    return only.columns if only and only.rows == ("new",) and only.columns != ("total",) else ()


def _may_be_of_some(figure: ProseFigure) -> bool:
    """Whether it was left open if it is of all applicants or of some."""
    return any(figure.cells and one.columns != figure.cells.columns for one in figure.also)


def splits_another(meaning: Meaning, figures: Sequence[ProseFigure]) -> bool:
    """予以公开5件（其中自然人4件）: the applicants are of those, not of all that was received."""
    cells, last = meaning.cells, _last(figures)
    of_new = (cells.table, cells.rows) == ("applications", (_NEW,)) and cells.columns != ("total",)
    return of_new and last is not None and last.table == cells.table and _NEW not in last.rows


def part_of_outcome(meaning: Meaning, figures: Sequence[ProseFigure]) -> Meaning:
    """The applicants of the outcome that was counted before."""
    last = _last(figures) or meaning.cells
    return replace(meaning, cells=replace(last, columns=meaning.cells.columns), also=())


def _last(figures: Sequence[ProseFigure]) -> CellSum | None:
    return next((one.cells for one in reversed(figures) if one.cells), None)


def of_suits(
    meaning: Meaning,
    words: Iterable[Token],
    earlier: Iterable[Token],
    counted: Iterable[CellSum],
    rows: Mapping[str, Keys],
) -> Meaning:
    """What is said of suits, of the one kind that its own words name, or that alone was named earlier; where all were counted too, of either."""
    cells = meaning.cells
    if cells.table != "disputes" or set(cells.rows) != _SUITS or cells.columns == ("total",):
        return meaning
    own = {rows[name] for token in words for name in token.classes & rows.keys()}
    named = own or {rows[name] for token in earlier for name in token.classes & rows.keys()}
    if len(named) != 1:
        return meaning
    narrow = replace(cells, rows=named.pop())
    all_of_them = any("all" in token.classes for token in earlier)  # 行政诉讼3件，均系复议后起诉
    if (
        not own
        and not all_of_them
        and any(one.rows == cells.rows and one.columns == ("total",) for one in counted)
    ):
        return replace(meaning, also=(narrow,), certain=False)
    return replace(meaning, cells=narrow)


def added_up(figures: Iterable[ProseFigure], last: int) -> CellSum | None:
    """The cells of several figures together, those of all applicants where there are any; None where they make no sum of rows or of columns.

    `last`: how many the words name (两项合计); 0 where they do not say, negative of the first (前两项).
    """
    told = [one.cells for one in figures if one.cells and not one.denied]
    parts = [one for one in told if one.rows != ("total",)]
    told = parts if len(parts) >= _FEW else told
    sums = [one for one in told if one.columns == ("total",)] or told
    sums = sums[-last:] if last >= 0 else sums[:-last]
    rows = tuple(dict.fromkeys(row for one in sums for row in one.rows))
    columns = tuple(dict.fromkeys(column for one in sums for column in one.columns))
    one_table = len({one.table for one in sums}) == 1
    if len(sums) < _FEW or not one_table or (len(rows) > 1 and len(columns) > 1):
        return None
    return CellSum(sums[0].table, rows, columns)
