"""The ordinals of lists in prose: repeated, skipped, out of order, or a list of one (N211–N214)."""

from collections.abc import Iterator
from typing import Literal

from shenyue.checks.list_markers import FoundFault, ListFault, ListItem
from shenyue.checks.list_reading import read_all_lists
from shenyue.chinese.enumerations import MarkerStyle
from shenyue.chinese.ordinals import write_ordinal
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.report import Report

LIST_ORDINALS_VALUES = frozenset({"label", "previous", "missing", "first", "labels"})
_LISTED = 10
_FORMATS = {MarkerStyle.CIRCLED: "decimalEnclosedCircle"}


def list_ordinals(
    report: Report,
    *,
    fault: Literal["repeated", "skipped", "disordered", "single"],
    not_ordinals: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """Lists such as 一是…二是…, 1. 2. or ①② count 1, 2, 3; one slip is one fault of one kind.

    `fault`: which kind this rule reports. `not_ordinals`: words ending in a numeral that are no ordinals before 是, besides the
    shipped list (`周*` stands for every numeral).
    """
    wanted = ListFault(fault)
    count = 0
    for read in read_all_lists(report, not_ordinals):
        for members in read.members:
            count += 1
            name = f"list.{count}"
            faults = [one for one in read.faults if one.fault is wanted and one.item in members]
            yield from (_hit(name, one, members) for one in faults)
            if not faults:
                yield Passed(name, note=_labels(members))
        if read.confused:
            count += 1
            yield Unchecked(f"list.{count}", "列举序号过于混乱，无法逐个核对", read.confused.span)
    if not count:
        yield NotApplicable("正文没有带序号的列举")


def _hit(name: str, found: FoundFault, members: tuple[ListItem, ...]) -> Hit:
    style = found.item.marker.style
    values = {
        "label": found.item.marker.text,
        "previous": found.last.marker.text if found.last else "",
        "missing": "、".join(f"“{_written(number, style)}”" for number in found.missing[:_LISTED]),
        "first": _written(1, style),
        "labels": _labels(members),
    }
    return Hit(found.item.span, values, certain=found.certain, name=name)


def _labels(members: tuple[ListItem, ...]) -> str:
    texts = [item.marker.text for item in members]
    return "、".join(texts[:_LISTED]) + (f"等{len(texts)}项" if len(texts) > _LISTED else "")


def _written(number: int, style: MarkerStyle) -> str:
    if "1" in style.value:
        return style.value.replace("1", str(number))
    if style is MarkerStyle.FIRSTLY:
        return {1: "首先", 2: "其次", 3: "再次"}.get(number, "最后")
    format_name = _FORMATS.get(style, "chineseCounting")
    first = write_ordinal(1, format_name)
    return style.value.replace(first, write_ordinal(number, format_name))
