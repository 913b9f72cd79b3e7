"""Text of the document as HTML, with what remarks are about marked and numbered."""

from collections.abc import Iterator, Sequence
from html import escape
from itertools import pairwise
from typing import NamedTuple

from shenyue.annotate.remarks import Remark
from shenyue.model import Document, Span
from shenyue.output.literal import visible


class Note(NamedTuple):
    """A remark with its number on the page."""

    number: int
    remark: Remark


class Placed(NamedTuple):
    """A note with the characters it is about."""

    number: int
    span: Span
    severity: str
    rank: int


def placed(notes: Sequence[Note]) -> tuple[Placed, ...]:
    """The notes that have a place."""
    return tuple(
        Placed(note.number, note.remark.span, note.remark.severity.value, note.remark.severity.rank)
        for note in notes
        if note.remark.span is not None
    )


def marked(document: Document, span: Span, notes: Sequence[Placed]) -> str:
    """The characters of a span, those of notes in `mark`, each note's number where its first stretch in the span ends."""
    touching = [note for note in notes if note.span.overlaps(span) or _begins_in(note, span)]
    if not touching:
        return _text(document, span)
    return "".join(_stretches(document, span, touching))


def _stretches(document: Document, span: Span, notes: Sequence[Placed]) -> Iterator[str]:
    bounds = sorted({span.start, span.end, *(bound for note in notes for bound in _within(note, span))})
    yield from _numbers(notes, span, span.start)
    for start, end in pairwise(bounds):
        stretch = Span(start, end)
        over = [note for note in notes if note.span.overlaps(stretch)]
        text = _text(document, stretch)
        gravest = max(over, key=lambda note: note.rank, default=None)
        yield f'<mark class="{gravest.severity}">{text}</mark>' if gravest else text
        yield from _numbers(notes, span, end)


def _within(note: Placed, span: Span) -> tuple[int, int]:
    return max(note.span.start, span.start), min(note.span.end, span.end)


def _numbers(notes: Sequence[Placed], span: Span, at: int) -> Iterator[str]:
    for note in notes:
        if _begins_in(note, span) and _within(note, span)[1] == at:
            yield f'<a class="number {note.severity}" id="m{note.number}" href="#n{note.number}">{note.number}</a>'


def _begins_in(note: Placed, span: Span) -> bool:
    """A point at the very end of a span counts as in it."""
    last = span.end if note.span.start == note.span.end else span.end - 1
    return span.start <= note.span.start <= last


def _text(document: Document, span: Span) -> str:
    return escape(visible(document.quote(span))).replace("\n", "<br>")
