"""Whether the words around a place of the text fit the patterns of a rule: before it, after it, in its clause, in its sentence."""

from collections.abc import Mapping, Sequence
from typing import Literal

from shenyue.checks.surroundings import clause_at, sentence_at
from shenyue.model import Span
from shenyue.patterns import compiled

Patterns = Mapping[Literal["before", "after", "clause", "sentence"], tuple[str, ...]]
"""Regular expressions: `before` ends where the place begins, `after` begins where it ends; the others fit anywhere, the place included."""
_SECONDS = 1.0
_QUOTED = compiled(r"《[^《》]*(?:〈[^〉]*〉[^《》]*)*》")
_LONGEST_TITLE = 120


def fits(patterns: Patterns, text: str, span: Span) -> bool:
    """Whether any pattern fits. Raises TimeoutError."""
    sentence, clause = sentence_at(text, span), clause_at(text, span)
    return (
        _any(patterns.get("before", ()), text[sentence.start : span.start], r"(?:{})\Z")
        or _any(patterns.get("after", ()), text[span.end : sentence.end], r"\A(?:{})")
        or occurs(patterns.get("clause", ()), text, clause)
        or occurs(patterns.get("sentence", ()), text, sentence)
    )


def occurs(patterns: Sequence[str], text: str, span: Span) -> bool:
    """Whether any pattern fits somewhere inside a span. Raises TimeoutError."""
    return _any(patterns, text[span.start : span.end], "{}")


def _any(patterns: Sequence[str], words: str, frame: str) -> bool:
    return any(compiled(frame.replace("{}", pattern)).search(words, timeout=_SECONDS) for pattern in patterns)


def cited_title(text: str, span: Span) -> Span | None:
    """The title in book marks in which a place stands; None where it stands in none."""
    start = text.rfind("《", max(0, span.start - _LONGEST_TITLE), span.start)
    match = _QUOTED.match(text, start) if start >= 0 else None
    return Span(*match.span()) if match and match.end() >= span.end else None
