"""The form tables of a report: every prescribed cell under the keys of the contract, whatever the source did to the layout.

What is not certain is never guessed: a cell that cannot be told reads `Reading.UNSURE`, its row or column `LineState.UNSURE`.
"""

from collections.abc import Iterable
from functools import lru_cache

from shenyue.form import CellKey, Form, FormTableLayout, Line
from shenyue.model import Document, Span
from shenyue.recognise.cells import figure
from shenyue.recognise.forms.arrangements import Side, arrangements
from shenyue.recognise.forms.folding import fold, printed
from shenyue.recognise.forms.pieces import Piece, pieces
from shenyue.recognise.forms.scanning import scan
from shenyue.recognise.forms.sheets import Sheet
from shenyue.report import Figure, FormTable, FoundLine, LineState, Reading


def read_form_tables(
    document: Document, forms: tuple[Form, ...], prescribed: Form | None
) -> dict[str, FormTable]:
    """The form tables by key of the contract.

    A table is of the prescribed form unless another form fits better, and it has lines of that form alone and none of the
    prescribed one alone.
    """
    found = pieces(document)
    owners = _owners(tuple(layout for form in forms for layout in form.tables))
    candidates: dict[str, list[tuple[Form, Sheet]]] = {}
    for form in forms:
        for layout in form.tables:
            if sheet := _best(layout, found, owners):
                candidates.setdefault(layout.key, []).append((form, sheet))
    return {key: _table(*_chosen(choices, prescribed)) for key, choices in candidates.items()}


def _best(layout: FormTableLayout, found: tuple[Piece, ...], owners: dict[str, str]) -> Sheet | None:
    """The arrangement that fits best, the first of equals."""
    sheets = (scan(arrangement, found, owners) for arrangement in arrangements(layout))
    fitting = [sheet for sheet in sheets if sheet is not None]
    return max(fitting, key=lambda sheet: sheet.score, default=None)


def _chosen(choices: list[tuple[Form, Sheet]], prescribed: Form | None) -> tuple[Form, Sheet]:
    own = next((choice for choice in choices if choice[0] is prescribed), None)
    best = max(choices, key=lambda choice: (choice[1].score, choice[0].version))
    if own is None:
        return best
    other = _only_there(best[1], own[1]) and not _only_there(own[1], best[1])
    return best if other and best[1].score > own[1].score else own


def _only_there(sheet: Sheet, other: Sheet) -> bool:
    """Whether a line with figures was found as prescribed that the other layout does not prescribe."""
    layout = other.arrangement.layout
    known = {fold(line.label) for line in (*layout.rows, *layout.columns)}
    own = sheet.arrangement.layout
    sides = ((Side.ROW, own.rows), (Side.COLUMN, own.columns))
    return any(
        fold(line.label) not in known and _stands(sheet, side, line)
        for side, lines in sides
        for line in lines
    )


def _stands(sheet: Sheet, side: Side, line: Line) -> bool:
    """Whether a line was found as prescribed, with figures that are certain."""
    found = sheet.lines.get((side, line.key))
    at = 0 if side is Side.ROW else 1
    return (
        found is not None
        and found.state is LineState.FOUND
        and any(key[at] == line.key for key in sheet.cells)
    )


def _table(form: Form, sheet: Sheet) -> FormTable:
    layout = sheet.arrangement.layout
    return FormTable(
        key=layout.key,
        title=layout.title,
        form=form.version,
        span=Span(min(span.start for span in sheet.spans), max(span.end for span in sheet.spans)),
        figures=dict(_figures(sheet)),
        rows=tuple(_line(sheet, Side.ROW, line) for line in layout.rows),
        columns=tuple(_line(sheet, Side.COLUMN, line) for line in layout.columns),
        extra=tuple(sorted(set(sheet.extra))),
    )


def _figures(sheet: Sheet) -> Iterable[tuple[CellKey, Figure]]:
    layout = sheet.arrangement.layout
    for row in layout.rows:
        for column in layout.columns:
            key = row.key, column.key
            if layout.cells and key not in layout.cells:
                continue
            yield key, _figure(sheet, key)


def _figure(sheet: Sheet, key: CellKey) -> Figure:
    if key in sheet.cells:
        slot = sheet.cells[key]
        return figure(slot.raw, slot.span)
    if key in sheet.unsure:
        return Figure(None, sheet.unsure[key], "", Reading.UNSURE)
    return Figure(None, None, "", Reading.MISSING)


def _line(sheet: Sheet, side: Side, line: Line) -> FoundLine:
    found = sheet.lines.get((side, line.key))
    if found is not None:
        slot = found.slot
        return FoundLine(line.key, found.state, slot.span, printed(slot.raw), line.label, line.under)
    state = LineState.UNSURE if _unlabelled(sheet, side, line) else LineState.MISSING
    return FoundLine(line.key, state, None, "", line.label, line.under)


def _unlabelled(sheet: Sheet, side: Side, line: Line) -> bool:
    """Whether cells of a line were found, or may have been, without its label."""
    at = 0 if side is Side.ROW else 1
    return any(key[at] == line.key for key in (*sheet.cells, *sheet.unsure))


@lru_cache(maxsize=8)
def _owners(layouts: tuple[FormTableLayout, ...]) -> dict[str, str]:
    """Labels and heads of blocks that occur under one table key alone."""
    keys: dict[str, set[str]] = {}
    for layout in layouts:
        lines = (*layout.rows, *layout.columns)
        labels = [
            layout.head,
            *(line.label for line in lines),
            *(label for line in lines for label in line.under),
        ]
        for label in labels:
            keys.setdefault(fold(label).text, set()).add(layout.key)
    return {text: next(iter(found)) for text, found in keys.items() if text and len(found) == 1}
