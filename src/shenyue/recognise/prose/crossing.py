"""Where a clause narrows an outcome: to one kind of applicants (企业申请予以公开16件), or to one kind of suits (复议后起诉，维持2件)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from shenyue.patterns import compiled
from shenyue.recognise.prose.lexicon import Meaning
from shenyue.recognise.prose.tokens import Token
from shenyue.statements import CellSum, ProseFigure

Keys = tuple[str, ...]
_TO = compiled(r"[对向为给]\s*$")
_OF = compiled(r"\s*(?:所|的)?(?:政府信息公开|信息公开|公开)?(?:申请(?!人)|提出|提交|递交|方面)")
_INTAKE = frozenset({"new", "carried_in", "carried_out"})
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
    """Whether a meaning is of what became of applications, of all applicants."""
    cells = meaning.cells
    whole = (cells.table, cells.columns) == ("applications", ("total",))
    return whole and not _INTAKE & set(cells.rows)


def of_applicants(meaning: Meaning, columns: Keys) -> Meaning:
    """The outcome of some applicants."""
    cells = meaning.cells
    also = tuple(replace(one, columns=columns) for one in meaning.also)
    return replace(meaning, cells=CellSum(cells.table, cells.rows, columns), also=also)


def only_applicants(figures: Sequence[ProseFigure]) -> Keys:
    """企业申请35件，部分公开3件: the columns of the applicants whose applications alone were counted so far."""
    counted = {one.cells for one in figures if one.cells}
    only = counted.pop() if len(counted) == 1 else None
    return only.columns if only and only.rows == ("new",) and only.columns != ("total",) else ()


def splits_another(meaning: Meaning, figures: Sequence[ProseFigure]) -> bool:
    """予以公开5件（其中自然人4件）: the applicants are of those, not of all that was received."""
    cells = meaning.cells
    earlier = [one.cells for one in figures if one.cells and one.cells.columns == ("total",)]
    return (
        (cells.table, cells.columns == ("total",)) == ("applications", False)
        and bool(earlier)
        and earlier[-1].table == cells.table
        and not set(cells.rows) <= set(earlier[-1].rows)
    )


def part_of_outcome(meaning: Meaning, figures: Sequence[ProseFigure]) -> Meaning:
    """The applicants of the outcome that was counted before."""
    outcome = [one.cells for one in figures if one.cells and one.cells.columns == ("total",)][-1]
    return replace(meaning, cells=replace(outcome, columns=meaning.cells.columns), also=())


def of_suits(
    meaning: Meaning, words: Iterable[Token], figures: Iterable[ProseFigure], rows: Mapping[str, Keys]
) -> Meaning:
    """What is said of suits, of the one kind that its own words name, or that alone was counted before it; where all were counted too, of either."""
    cells = meaning.cells
    if cells.table != "disputes" or set(cells.rows) != _SUITS or cells.columns == ("total",):
        return meaning
    words = tuple(words)
    named = {rows[name] for token in words for name in token.classes & rows.keys()}
    counted: set[Keys] = set()
    if not named and not any("suit" in token.classes for token in words):
        counted = {one.cells.rows for one in figures if one.cells and one.cells.columns == ("total",)}
        named = counted & {*rows.values()}
    if len(named) != 1:
        return meaning
    narrow = replace(cells, rows=named.pop())
    if cells.rows in counted:
        return replace(meaning, also=(narrow,), certain=False)
    return replace(meaning, cells=narrow)
