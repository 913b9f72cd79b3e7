"""Whether 总体情况 treats the five aspects, under whatever headings and in whatever order (S106)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import chain
from typing import NamedTuple

from shenyue.checks.overview import overview
from shenyue.checks.sentences import Sentence, holds, sentences
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.patterns import compiled
from shenyue.report import Report

ASPECTS_VALUES = frozenset({"aspect", "words"})
ASPECTS_VARIANTS = frozenset({"weak"})
_LEAD = compiled(
    r"(?:\A|[，,：:])\s*(?:[一二三四五六七八九十]是|首先|其次|再次|最后|第[一二三四五六]|[（(][一二三四五六七八九十\d]+[）)]|\d+[.、．]|[①-⑩])"
    r"(?P<lead>[^，,：:]{2,30})"
)


@dataclass(frozen=True, slots=True)
class Aspect:
    """The words of one aspect, as the pack gives them."""

    name: str
    """主动公开"""
    strong: tuple[str, ...]
    """Any of them anywhere in the overview treats the aspect."""
    heading: tuple[str, ...] = ()
    """They do so in a heading or at the beginning of a list item only."""
    weak: tuple[str, ...] = ()
    """They touch upon the aspect, no more."""


class _Overview(NamedTuple):
    sentences: tuple[Sentence, ...]
    heads: tuple[str, ...]
    """Headings, and the first clauses of list items."""


def aspects_treated(report: Report, *, aspects: Mapping[str, Aspect]) -> Iterator[Outcome]:
    """Each aspect has a heading, a list item or a strong word in part one; only weak words are the variant weak.

    `aspects`: by the name under which a finding is kept, such as management; raised sub-topics count as part one.
    """
    sections = overview(report)
    if not sections:
        yield NotApplicable("没有识别出第一部分")
        return
    read = _read(report)
    unread = any(report.unread_in(section.span) for section in sections)
    if not read.sentences and not unread:
        yield NotApplicable("第一部分没有内容")
        return
    for key, aspect in aspects.items():
        yield _judged(f"aspect.{key}", aspect, read, unread=unread)


def _read(report: Report) -> _Overview:
    own = overview(report)
    inside = tuple(one for one in sentences(report) if one.section in own)
    tops = [section.heading for section in own if section.part is None and section.heading]
    titles = [report.document.quote(heading.title) for heading in tops]
    leads = (match["lead"] for one in inside for match in _LEAD.finditer(one.text))
    return _Overview(inside, tuple(chain(titles, leads, (one.text for one in inside if one.heading))))


def _judged(name: str, aspect: Aspect, read: _Overview, *, unread: bool) -> Outcome:
    if any(holds(head, (*aspect.heading, *aspect.strong)) for head in read.heads):
        return Passed(name)
    if any(holds(one.text, aspect.strong) for one in read.sentences):
        return Passed(name)
    if unread:
        return Unchecked(name, f"第一部分有未能读取的内容（如图片），无法判断是否写了{aspect.name}")
    weak = [one for one in read.sentences if holds(one.text, aspect.weak)]
    values = {"aspect": aspect.name, "words": _quoted(aspect, weak)}
    if weak:
        return Hit(weak[0].span, values, variant="weak", name=name, missing=name)
    return Hit(None, values, name=name, missing=name)


def _quoted(aspect: Aspect, weak: list[Sentence]) -> str:
    found = [word for word in aspect.weak if any(word in one.text for one in weak)]
    longest = [word for word in found if not any(word in other and word != other for other in found)]
    return "、".join(f"“{word}”" for word in longest)
