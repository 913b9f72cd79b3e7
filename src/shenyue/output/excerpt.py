"""A quote with the text around it, so that a reader sees the spot without opening the report."""

from dataclasses import dataclass

from shenyue.model import Document, Paragraph, Span, Table
from shenyue.output.literal import visible
from shenyue.patterns import compiled

_REACH = 28
"""Characters shown on either side at most."""
_LONG_QUOTE = 60
_STOP = compiled(r"[。；！？\n]")
_BLANKS = compiled(r"[ \t\u3000\xa0]*\n[ \t\u3000\xa0]*|[\t\u3000\xa0 ]{2,}")


@dataclass(frozen=True, slots=True)
class Excerpt:
    """Three pieces of one line: what stands before the quote, the quote, what stands after; … where cut."""

    before: str
    quote: str
    after: str


def excerpt(document: Document, span: Span) -> Excerpt:
    """The quote of a span in its sentence, within its own paragraph or table cell."""
    bounds = _bounds(document, span)
    before, after = document.text[bounds.start : span.start], document.text[span.end : bounds.end]
    return Excerpt(_ending(before), _shortened(document.quote(span)), _beginning(after))


def _bounds(document: Document, span: Span) -> Span:
    for block in document.blocks:
        if span in block.span:
            return block.span if isinstance(block, Paragraph) else _cell(block, span)
    return span


def _cell(table: Table, span: Span) -> Span:
    return next((cell.span for cell in table.cells if span in cell.span), span)


def _ending(before: str) -> str:
    starts = [match.end() for match in _STOP.finditer(before)]
    start = max(starts[-1] if starts else 0, len(before) - _REACH)
    return ("…" if start and before[:start].strip() else "") + _flat(before[start:]).lstrip()


def _beginning(after: str) -> str:
    stop = _STOP.search(after)
    end = min(stop.end() if stop else len(after), _REACH)
    return _flat(after[:end]).rstrip() + ("…" if after[end:].strip() else "")


def _shortened(quote: str) -> str:
    flat = _flat(quote)
    return flat if len(flat) <= _LONG_QUOTE else f"{flat[: _LONG_QUOTE // 2]}……{flat[-_LONG_QUOTE // 3 :]}"


def _flat(text: str) -> str:
    return visible(_BLANKS.sub(" ", text).replace("\n", " "))
