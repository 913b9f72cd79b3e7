"""Entries of rule files, plain words or expressions between slashes: what is wrong with them, and where they may hide unread."""

from collections.abc import Iterator, Mapping

from shenyue.checks.language.expressions import complaint, is_expression
from shenyue.checks.parts import PART_NUMERALS
from shenyue.report import Report

UNREAD = "有未能读取的内容（如图片），无法判断"


def entry_complaints(parameters: Mapping[str, object], *names: str) -> Iterator[tuple[str, str]]:
    """What is wrong with lists of words and expressions: parameter and sentence."""
    for name in names:
        given = parameters.get(name, ())
        for number, entry in enumerate(given if isinstance(given, tuple | list) else ()):
            if sentence := _complaint(str(entry)):
                yield f"{name}.{number}", f"{entry}：{sentence}"


def _complaint(entry: str) -> str:
    if not entry.strip():
        return "不能是空白。"
    return complaint(entry[1:-1]) if is_expression(entry) else ""


def empty_list(parameters: Mapping[str, object], name: str) -> Iterator[tuple[str, str]]:
    """A complaint about a list or table without anything in it: such a rule could find nothing."""
    if not parameters.get(name):
        yield name, "至少要有一项。"


def unread_in(report: Report, parts: tuple[int, ...]) -> bool:
    """Whether something unread may stand in those parts, all where empty (standing clause b)."""
    unread = [one for one in report.document.unread if one.content]
    if not parts or any(one.at is None for one in unread):
        return bool(unread)
    return any(report.unread_in(section.span) for part in parts for section in report.parts(part))


def part_name(part: int) -> str:
    """第五部分; 0 is what stands before the first."""
    return f"第{PART_NUMERALS[part]}部分" if 0 < part < len(PART_NUMERALS) else "前言"


def where_name(parts: tuple[int, ...]) -> str:
    """第一部分、第五部分; 全文 where no part is named."""
    return "、".join(map(part_name, parts)) or "全文"
