"""Several places of one fault in one finding: the first is quoted, the others are named by line."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal

from shenyue.checks.language.expressions import Found
from shenyue.checks.language.wording_text import WordingText
from shenyue.model import Span
from shenyue.report import Report

_LISTED = 10
Per = Literal["match", "text", "paragraph", "report"]
"""What one finding is for."""


def grouped(found: Iterable[Found], key: Callable[[Found], object]) -> tuple[tuple[Found, ...], ...]:
    """The matches by key, in the order of their first."""
    groups: dict[object, list[Found]] = {}
    for one in found:
        groups.setdefault(key(one), []).append(one)
    return tuple(tuple(group) for group in groups.values())


def values_of(report: Report, group: Sequence[Found]) -> Mapping[str, str]:
    """text, texts, count and places of a group, for messages."""
    lines = dict.fromkeys(report.document.line_at(one.span.start) for one in group)
    texts = dict.fromkeys(" ".join(one.text.split()) for one in group)
    return {
        "text": " ".join(group[0].text.split()),
        "texts": "、".join(f"“{text}”" for text in list(texts)[:_LISTED])
        + ("等" if len(texts) > _LISTED else ""),
        "count": str(len(group)),
        "places": f"第{'、'.join(map(str, list(lines)[:_LISTED]))}行"
        + ("等" if len(lines) > _LISTED else ""),
    }


KEYS: Mapping[Per, Callable[[WordingText], Callable[[Found], object]]] = {
    "match": lambda _: lambda one: one.span,
    "text": lambda _: lambda one: "".join(one.text.split()),
    "paragraph": lambda read: lambda one: read.paragraph_at(one.span.start),
    "report": lambda _: lambda _one: Span(0, 0),
}
"""By what matches are grouped into findings."""
