"""What was never filled in, and what a file left behind: XX, （文字描述）, 〔20  〕, [bookmark: …] (L505)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

PLACEHOLDERS_VALUES = frozenset({"text", "count", "places"})
PLACEHOLDERS_VARIANTS = frozenset({"residue"})
_SECONDS = 2.0
_LISTED = 10


class _Found(NamedTuple):
    span: Span
    text: str


class _TooSlow(Exception):  # noqa: N818 - turned into an Unchecked at once
    pass


def placeholders(
    report: Report, *, patterns: tuple[str, ...], residue: tuple[str, ...], innocent: tuple[str, ...] = ()
) -> Iterator[Outcome]:
    """No placeholder, prompt or residue stands in the text, table cells included; equal ones are one finding.

    `patterns`: regular expressions of what an author left unfilled. `residue`: of what a program left (variant residue). `innocent`:
    of what must be left alone; a match inside one of these does not count.
    """
    try:
        kept = _search(report, innocent)
        unfilled = [one for one in _search(report, patterns) if not _inside(one, kept)]
        left = [one for one in _search(report, residue) if not _inside(one, kept)]
    except _TooSlow:
        yield Unchecked("text", "规则中的正则表达式用时过长")
        return
    if not unfilled and not left:
        yield Passed("text")
    yield from _hits(report, unfilled, "")
    yield from _hits(report, left, "residue")


def _search(report: Report, patterns: Sequence[str]) -> list[_Found]:
    """Every match, in order; of overlapping ones the first, and of those that begin together the longest."""
    found: list[_Found] = []
    for pattern in patterns:
        try:
            matches = list(compiled(pattern).finditer(report.document.text, timeout=_SECONDS))
        except TimeoutError as error:
            raise _TooSlow from error
        found.extend(_Found(Span(*match.span()), match[0]) for match in matches if match[0])
    found.sort(key=lambda one: (one.span.start, -one.span.end))
    apart: list[_Found] = []
    for one in found:
        if not apart or not apart[-1].span.overlaps(one.span):
            apart.append(one)
    return apart


def _inside(found: _Found, kept: list[_Found]) -> bool:
    return any(found.span in one.span for one in kept)


def _hits(report: Report, found: list[_Found], variant: str) -> Iterator[Outcome]:
    by_text: dict[str, list[_Found]] = {}
    for one in found:
        by_text.setdefault("".join(one.text.split()), []).append(one)
    for equal in by_text.values():
        lines = [str(report.document.line_at(one.span.start)) for one in equal]
        more = "等" if len(lines) > _LISTED else ""
        values = {
            "text": " ".join(equal[0].text.split()),
            "count": str(len(equal)),
            "places": f"第{'、'.join(lines[:_LISTED])}行{more}",
        }
        yield Hit(equal[0].span, values, variant=variant, name="text")
