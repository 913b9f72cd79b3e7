"""Whether the six prescribed parts are there, once each, in order, under their titles (S101–S104)."""

import unicodedata
from collections.abc import Iterator

from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.report import FoundBy, Report, Section

PARTS_PRESENT_VALUES = frozenset({"number", "title"})
PART_ORDER_VALUES = frozenset({"number", "title", "order"})
PART_TITLES_VALUES = frozenset({"number", "found", "title", "version"})
PART_TITLES_VARIANTS = frozenset({"form_2019"})
PARTS_ONCE_VALUES = frozenset({"number", "title", "times"})
PART_NUMERALS = "〇一二三四五六"
"""How a part is numbered, by its number."""
_PARTS = range(1, 7)
_TRAILING = "。．.、，,：:；; "


def parts_present(report: Report) -> Iterator[Outcome]:
    """Each of the six parts is in the report, by whatever it was recognised (Art. 50; 国办公开办函〔2021〕30号)."""
    found = [section for section in report.sections if section.part]
    if not found:
        for number in _PARTS:
            yield Unchecked(f"part.{number}", "没有识别出报告的任何一个部分，无法判断是否齐全")
        return
    for number in _PARTS:
        if report.parts(number):
            yield Passed(f"part.{number}")
        else:
            yield _absent(report, number)


def _absent(report: Report, number: int) -> Outcome:
    name = f"part.{number}"
    place = _where(report, number)
    if _may_be_unread(report, place):
        return Unchecked(name, "该部分应在之处有未能读取的内容（如图片），无法判断是否缺失")
    unknown = any(section.part is None and section.span in place for section in report.sections)
    values = {"number": PART_NUMERALS[number], "title": part_title(report, number)}
    return Hit(None, values, certain=not unknown, name=name, missing=name)


def _where(report: Report, number: int) -> Span:
    """From the part before to the part after: where the missing one would stand."""
    before = [section for section in report.sections if section.part and section.part < number]
    start = max((section.span.start for section in before), default=0)
    after = [section for section in report.sections if section.part and section.part > number]
    ends = [section.span.start for section in after if section.span.start > start]
    return Span(start, min(ends, default=len(report.document.text)))


def _may_be_unread(report: Report, place: Span) -> bool:
    nowhere = any(unread.content and unread.at is None for unread in report.document.unread)
    return nowhere or report.unread_in(place)


def part_title(report: Report, number: int) -> str:
    """The prescribed title of a part; empty where the form is unknown."""
    parts = report.form.parts if report.form else ()
    return next((part.title for part in parts if part.number == number), "")


def part_order(report: Report) -> Iterator[Outcome]:
    """The parts stand in the prescribed order; a finding for each that must be moved, as few as will do."""
    present = tuple(section for section in report.sections if section.part)
    if len({section.part for section in present}) < 2:  # noqa: PLR2004 - an order needs two
        yield NotApplicable("识别出的部分不足两个，没有顺序可核对")
        return
    in_order = _longest_in_order(present)
    kept = {section.part for section in in_order}
    for section in in_order:
        yield Passed(f"part.{section.part}")
    for section in present:
        if section.part not in kept:
            yield _out_of_order(report, section, present)


def _longest_in_order(present: tuple[Section, ...]) -> tuple[Section, ...]:
    """The longest run of parts that already stand in order; of equally long ones that which keeps what comes first."""
    best: list[tuple[Section, ...]] = []
    for section in present:
        before = [run for run in best if (run[-1].part or 0) < (section.part or 0)]
        best.append((*max(before, key=len, default=()), section))
    return max(best, key=len)


def _out_of_order(report: Report, section: Section, present: tuple[Section, ...]) -> Outcome:
    order = "、".join(PART_NUMERALS[number] for number in dict.fromkeys(one.part or 0 for one in present))
    values = {
        "number": PART_NUMERALS[section.part or 0],
        "title": part_title(report, section.part or 0),
        "order": order,
    }
    certain = section.found_by is FoundBy.TITLE
    return Hit(_shown(section), values, certain=certain, name=f"part.{section.part}")


def part_titles(report: Report) -> Iterator[Outcome]:
    """Each part has its prescribed title; blanks and marks at the end do not count (N206). Variant form_2019: the trial form."""
    for section in report.sections:
        if section.part and section.heading is not None:
            yield _title(report, section, section.heading.title)


def _title(report: Report, section: Section, span: Span) -> Outcome:
    name = f"part.{section.part}"
    prescribed = part_title(report, section.part or 0)
    if report.form is None or not prescribed:
        return Unchecked(name, "无法确定报告年度，不能确定规定的标题", span)
    printed = report.document.quote(span)
    if _folded(printed) == _folded(prescribed):
        return Passed(name)
    values = {
        "number": PART_NUMERALS[section.part or 0],
        "found": " ".join(printed.split()),
        "title": prescribed,
        "version": report.form.version,
    }
    variant = "form_2019" if report.form.version == "2019" else ""
    return Hit(span, values, variant=variant, certain=section.found_by is not FoundBy.CONTENT, name=name)


def _folded(title: str) -> str:
    return "".join(unicodedata.normalize("NFKC", title).split()).rstrip(_TRAILING)


def parts_once(report: Report) -> Iterator[Outcome]:
    """No part occurs twice; the finding stands at the second. One that only its content or number shows is doubtful."""
    for number in _PARTS:
        first, *others = report.parts(number) or (None,)
        if first is not None and not others:
            yield Passed(f"part.{number}")
        for other in others:
            certain = first is not None and {first.found_by, other.found_by} == {FoundBy.TITLE}
            values = {
                "number": PART_NUMERALS[number],
                "title": part_title(report, number),
                "times": str(1 + len(others)),
            }
            yield Hit(_shown(other), values, certain=certain, name=f"part.{number}")


def _shown(section: Section) -> Span:
    """The heading; where there is none, the beginning of the section."""
    return section.heading.span if section.heading else section.span
