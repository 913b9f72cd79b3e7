"""Things that a district wants told in a certain order (kind list_order)."""

from collections.abc import Iterator, Mapping
from itertools import pairwise
from typing import Literal, NamedTuple

from shenyue.checks.language.wording_text import wording_text
from shenyue.checks.local.entries import where_name
from shenyue.checks.prose import headings_of
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Report

LIST_ORDER_VALUES = frozenset({"item", "before", "order"})
_OR = "|"
_TWO = 2


class _Item(NamedTuple):
    """One item of the order, where it first stands."""

    name: str
    span: Span


def list_order(
    report: Report,
    *,
    items: tuple[str, ...],
    where: Literal["headings", "text"] = "headings",
    parts: tuple[int, ...] = (),
) -> Iterator[Outcome]:
    """The items that occur stand in this order, each by its first place; one that does not occur is not asked for.

    `items`: words, alternatives parted by |. `where`: in headings below the parts, or anywhere in the text.
    """
    places = tuple(_headings(report, parts)) if where == "headings" else (_text(report, parts),)
    found = [one for item in items if (one := _first(item, places)) is not None]
    if len(found) < _TWO:
        yield NotApplicable(f"{where_name(parts)}写到的不足两项，没有先后可比")
        return
    order = "、".join(one.name for one in found)
    for before, after in pairwise(found):
        if before.span.start <= after.span.start:
            yield Passed(after.name)
        else:
            values = {"item": after.name, "before": before.name, "order": order}
            yield Hit(after.span, values, name=after.name)


_Place = tuple[int, str]
"""An offset, and the text that begins there."""


def _first(item: str, places: tuple[_Place, ...]) -> _Item | None:
    words = [word.strip() for word in item.split(_OR)]
    found = [
        Span(start + at, start + at + len(word))
        for start, text in places
        for word in words
        if (at := text.find(word)) >= 0
    ]
    return _Item(words[0], min(found)) if found else None


def _headings(report: Report, parts: tuple[int, ...]) -> Iterator[_Place]:
    for section in report.sections:
        if parts and section.part not in parts:
            continue
        for heading in section.headings if section.part else headings_of(section):
            yield heading.title.start, report.document.quote(heading.title)


def _text(report: Report, parts: tuple[int, ...]) -> _Place:
    return 0, wording_text(report, "text", parts).text


def list_order_complaints(parameters: Mapping[str, object]) -> Iterator[tuple[str, str]]:
    """What is wrong with the parameters: parameter and sentence."""
    given = parameters.get("items", ())
    items = [str(item) for item in given] if isinstance(given, tuple | list) else []
    if len(items) < _TWO:
        yield "items", "至少要有两项，才有先后可比。"
    for number, item in enumerate(items):
        if not all(word.strip() for word in item.split(_OR)):
            yield f"items.{number}", f"“{item}”里有空白的一项；“|”隔开的是同一项的不同说法。"
