"""Lists of 首先…其次…再次…最后: words that also stand alone, so every fault is doubtful and nothing counts as skipped."""

from shenyue.checks.list_markers import FoundFault, ListFault, ListItem
from shenyue.checks.prose import Stretch
from shenyue.chinese.enumerations import LAST
from shenyue.patterns import compiled
from shenyue.report import Report

_FIRST, _SECOND = 1, 2
_OTHER_FIRSTS = compiled(
    r"首要|第一|其一|一是|一要|一方面|主要|(?:\A|[，。；：、\s]|[应要须需均都])先(?![进锋后生期])"
)
"""Words that may open such a list in the place of 首先; 优先 and 评先 do not."""

AdverbLists = tuple[tuple[tuple[ListItem, ...], ...], tuple[FoundFault, ...]]


def adverb_faults(report: Report, stretch: Stretch, items: tuple[ListItem, ...]) -> AdverbLists:
    """The lists, and their faults: 首先 or 其次 twice in one list, 其次 without 首先 or after 再次."""
    lists: list[list[ListItem]] = []
    faults: list[FoundFault] = []
    opened: list[ListItem] = []
    for item in items:
        fault = _fault(report, stretch, opened, item)
        if fault is not None:
            faults.append(FoundFault(fault, item, opened[-1] if opened else None, (), certain=False))
        begins = item.marker.value == _FIRST if fault is None else not opened
        if begins:
            opened = [item]
            lists.append(opened)
        elif opened:
            opened.append(item)
        if item.marker.value == LAST:
            opened = []
    return tuple(tuple(one) for one in lists), tuple(faults)


def _fault(report: Report, stretch: Stretch, opened: list[ListItem], item: ListItem) -> ListFault | None:
    value = item.marker.value
    seen = {one.marker.value for one in opened}
    if value == _FIRST:
        again = bool(opened) and opened[-1].paragraph == item.paragraph and not item.lead_in
        return ListFault.REPEATED if again and _after_stop(report, item) else None
    if value != _SECOND:
        return None
    if not opened:
        return None if _begun_otherwise(report, stretch, item) else ListFault.DISORDERED
    if value in seen:
        return ListFault.REPEATED
    return ListFault.DISORDERED if max(seen) > value else None


def _after_stop(report: Report, item: ListItem) -> bool:
    return report.document.text[: item.span.start].rstrip().endswith(("；", "。", ";"))


def _begun_otherwise(report: Report, stretch: Stretch, item: ListItem) -> bool:
    start = stretch.passages[0].span.start
    before = report.document.text[start : item.span.start]
    return _OTHER_FIRSTS.search(before) is not None
