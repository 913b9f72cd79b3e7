"""The sentence and the clause around a place of the text."""

import regex

from shenyue.model import Span
from shenyue.patterns import compiled

_SENTENCE_ENDS = compiled(r"[。；;！？!?\n]")
_CLAUSE_ENDS = compiled(r"[，,。；;：:！？!?\n]")


def sentence_at(text: str, span: Span) -> Span:
    """The sentence around a span, without its stop."""
    return _around(_SENTENCE_ENDS, text, span)


def clause_at(text: str, span: Span) -> Span:
    """The clause around a span, between commas or stops."""
    return _around(_CLAUSE_ENDS, text, span)


def _around(ends: regex.Pattern[str], text: str, span: Span) -> Span:
    before = [match.end() for match in ends.finditer(text, max(0, span.start - 600), span.start)]
    after = ends.search(text, span.end)
    return Span(before[-1] if before else max(0, span.start - 600), after.start() if after else len(text))
