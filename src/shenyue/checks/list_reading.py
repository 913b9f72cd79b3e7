"""Lists found in a stretch of prose, with what is wrong with their ordinals, and how sure that is."""

from collections.abc import Iterator
from typing import NamedTuple

from shenyue.checks.adverb_lists import adverb_faults
from shenyue.checks.list_markers import FoundFault, ListFault, ListItem, family_of, items_of
from shenyue.checks.once import once
from shenyue.checks.prose import Stretch, stretches
from shenyue.chinese.enumerations import MarkerStyle
from shenyue.chinese.sequences import Fault, Flaw, Ordinal, read_lists
from shenyue.report import Report

_UNMISTAKABLE = frozenset({MarkerStyle.IS, MarkerStyle.MUST, MarkerStyle.AMONG})
"""Styles of which even one alone is surely an ordinal."""


class ReadLists(NamedTuple):
    """The lists of one family in one stretch."""

    members: tuple[tuple[ListItem, ...], ...]
    faults: tuple[FoundFault, ...]
    confused: ListItem | None = None
    """The first item, where no reading was found."""


@once
def read_all_lists(report: Report, not_ordinals: tuple[str, ...]) -> tuple[ReadLists, ...]:
    """The lists of a report, stretch by stretch, family by family."""
    return tuple(read for stretch in stretches(report) for read in _lists_of(report, stretch, not_ordinals))


def _lists_of(report: Report, stretch: Stretch, not_ordinals: tuple[str, ...]) -> Iterator[ReadLists]:
    items = items_of(report, stretch, not_ordinals)
    for family in dict.fromkeys(family_of(item.marker.style) for item in items):
        own = tuple(item for item in items if family_of(item.marker.style) is family)
        if family is MarkerStyle.FIRSTLY:
            members, faults = adverb_faults(report, stretch, own)
            yield ReadLists(members, faults)
        else:
            yield _read(own, items)


def _read(own: tuple[ListItem, ...], items: tuple[ListItem, ...]) -> ReadLists:
    lists = read_lists([_ordinal(item) for item in own])
    if lists is None:
        return ReadLists((), (), own[0])
    members = tuple(tuple(own[at] for at in indices) for indices in lists.members)
    of_item = {own[at]: tuple(own[one] for one in indices) for indices in lists.members for at in indices}
    found = (_found(fault, own, of_item[own[fault.at]], items) for fault in lists.faults)
    return ReadLists(members, tuple(one for one in found if _counts(one, of_item[one.item])))


def _ordinal(item: ListItem) -> Ordinal:
    return Ordinal(
        item.marker.value,
        weak=not item.marker.sure,
        opens=item.lead_in,
        apart=item.apart,
        paragraph=item.paragraph,
        leads=item.leads,
        heads=item.heads,
    )


def _found(
    fault: Fault, own: tuple[ListItem, ...], members: tuple[ListItem, ...], items: tuple[ListItem, ...]
) -> FoundFault:
    item = own[fault.at]
    last = own[fault.last] if fault.last is not None else None
    kind = _kind(fault)
    if kind is ListFault.SINGLE:
        certain = item.marker.style in _UNMISTAKABLE
    elif last is None:
        certain = _surely_headless(item, members)
    else:
        certain = _together(last, item) and not _elsewhere(fault, last, item, items)
    return FoundFault(kind, item, last, fault.missing, certain and not fault.doubtful and not item.extracted)


def _counts(found: FoundFault, members: tuple[ListItem, ...]) -> bool:
    """A number that stands alone may be a reference (见（二）) or belong to a heading: only a 一是 surely is an item."""
    style = found.item.marker.style
    if found.item.heading_number or (found.item.annex and found.fault is ListFault.SINGLE):
        return False
    if len(members) > 1 or style in _UNMISTAKABLE:
        return True
    if found.fault is ListFault.SINGLE:
        return not (found.item.leads and style is MarkerStyle.CHINESE_BRACKETED)
    return False


def _kind(fault: Fault) -> ListFault:
    if fault.flaw is Flaw.SKIPPED:
        return ListFault.DISORDERED if fault.last is None else ListFault.SKIPPED
    return {
        Flaw.REPEATED: ListFault.REPEATED,
        Flaw.BACK: ListFault.DISORDERED,
        Flaw.SINGLE: ListFault.SINGLE,
    }[fault.flaw]


def _surely_headless(item: ListItem, members: tuple[ListItem, ...]) -> bool:
    """A list without its first: in one paragraph, or after other text of its own paragraph."""
    several = len(members) > 1 and members[1].paragraph == item.paragraph
    return several or (not item.leads and item.marker.style in _UNMISTAKABLE)


def _together(last: ListItem, item: ListItem) -> bool:
    return last.paragraph == item.paragraph and last.marker.style is item.marker.style


def _elsewhere(fault: Fault, last: ListItem, item: ListItem, items: tuple[ListItem, ...]) -> bool:
    """Whether what is missing stands between the two in another style: 一是…（二）…三是."""
    return any(
        last.span.start < one.span.start < item.span.start and one.marker.value in fault.missing
        for one in items
    )
