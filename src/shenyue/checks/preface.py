"""Whether the preface announces the parts that the report has (S109)."""

from collections.abc import Iterator
from typing import NamedTuple

import regex

from shenyue.checks.sentences import Sentence, folded, sentences
from shenyue.chinese.numerals import read_integer
from shenyue.findings import Hit, NotApplicable, Outcome, Passed
from shenyue.form import PartTitle
from shenyue.patterns import compiled
from shenyue.report import Report

PREFACE_PARTS_VALUES = frozenset({"problems", "count", "parts"})
_COUNT = compiled(r"(?P<n>[一二两三四五六七八九十]|\d{1,2})个?大?(?:部分|章节)")
_STRONG_LEAD = compiled(r"包括了?|包含|分为|分别[为是]|涵盖|内容[为有是]|[:：]|由(?=.*(?:组成|构成))")
_LEAD = compiled(r"包括了?|包含|由|分为|分别[为是]|涵盖|内容[为有是]?|[:：]|分[成]?|即|有")
_END = compiled(r"等|组成|构成|共|六|[一二三四五六七八九十\d]+个?大?部分")
_BETWEEN = compiled(r"以及|[、,，;；和与及]")
_SMALL_WORDS = compiled(r"\A(?:第?[一二三四五六1-6][是、.]|[(（][一二三四五六1-6][)）]|主要|关于)+")
_JOINTS = compiled(r"[、,，和与及的]")
"""What two wordings of one title may differ in."""
_SHORTEST = 3
"""Characters of what may be a title without a word of one (概述); less is a rest between two."""
_LISTED = 2
"""So many titles together are a list."""


class _Item(NamedTuple):
    """A title that the preface lists."""

    text: str
    start: int
    end: int
    part: int
    """0 where it is none of the six."""
    right: bool
    """Prescribed, or as the report itself has it."""


def preface_parts(report: Report) -> Iterator[Outcome]:
    """Number and titles of the parts that the preface announces are those of the report; a preface that announces none is right."""
    if report.form is None:
        yield NotApplicable("看不出报告年份，不能确定规定的部分")
        return
    announced = [one for one in sentences(report) if one.part == 0 and _announces(report, one)]
    if not announced:
        yield NotApplicable("前言没有列举报告的各部分")
    for sentence in announced:
        problems = tuple(_problems(report, sentence))
        if not problems:
            yield Passed("preface")
            continue
        values = {
            "problems": "；".join(problems),
            "count": str(_counted(report)),
            "parts": "、".join(f"“{part.title}”" for part in report.form.parts),
        }
        yield Hit(sentence.span, values, name="preface")


def _announces(report: Report, sentence: Sentence) -> bool:
    known = sum(item.part > 0 for item in _known(report, sentence.text))
    return known >= _LISTED or _COUNT.search(sentence.text) is not None


def _counted(report: Report) -> int:
    return sum(section.part != 0 for section in report.sections)


def _problems(report: Report, sentence: Sentence) -> Iterator[str]:
    items = _items(report, sentence.text)
    count = _COUNT.search(sentence.text)
    stated = read_integer(count["n"].replace("两", "二")) if count else None
    if stated is not None and stated != _counted(report):
        yield f"写明“{count[0] if count else ''}”，报告实有{_counted(report)}个部分"
    if len(items) < _LISTED:
        return
    if stated is not None and stated != len(items):
        yield f"写明“{count[0] if count else ''}”，列出的是{len(items)}个"
    prescribed = {_JOINTS.sub("", part.title) for part in _parts(report)}
    wrong = [
        f"“{item.text}”" for item in items if not item.right and _JOINTS.sub("", item.text) not in prescribed
    ]
    if wrong:
        yield f"{'、'.join(wrong)}不是规定的部分标题"
    listed = {item.part for item in items}
    left_out = [f"“{part.title}”" for part in _parts(report) if part.number not in listed]
    if left_out:
        yield f"没有列出{'、'.join(left_out)}"


def _parts(report: Report) -> tuple[PartTitle, ...]:
    """The prescribed parts that the report has."""
    return tuple(part for part in report.form.parts if report.parts(part.number)) if report.form else ()


def _known(report: Report, text: str) -> list[_Item]:
    """Titles that are told by their wording, the longest first, in the order of the text."""
    titles: dict[str, tuple[int, bool]] = {}
    for part in report.form.parts if report.form else ():
        titles |= {folded(alias): (part.number, False) for alias in part.aliases}
        titles[folded(part.title)] = (part.number, True)
    for section in report.sections:
        if section.heading is not None and section.part:
            titles[folded(report.document.quote(section.heading.title))] = (section.part, True)
    found: list[_Item] = []
    for title in sorted(filter(None, titles), key=len, reverse=True):
        for match in regex.finditer(regex.escape(title), text):
            if not any(item.start < match.end() and match.start() < item.end for item in found):
                found.append(_Item(title, match.start(), match.end(), *titles[title]))
    return sorted(found, key=lambda item: item.start)


def _items(report: Report, text: str) -> list[_Item]:
    """The list: titles known by their wording, and what stands between and around them."""
    known = _known(report, text)
    begin, end = _extent(text, known) if known else _stated_extent(text)
    items: list[_Item] = []
    at = begin
    for item in known:
        items += _rest(report, text, at, item.start)
        items.append(item)
        at = item.end
    items += _rest(report, text, at, end)
    return _merged(items)


def _extent(text: str, known: list[_Item]) -> tuple[int, int]:
    leads = [match.end() for match in _LEAD.finditer(text, 0, known[0].start)]
    begin = leads[-1] if leads else known[0].start
    end = _END.search(text, known[-1].end)
    return begin, end.start() if end else known[-1].end


def _stated_extent(text: str) -> tuple[int, int]:
    """Where a list stands of which no title is known: between 包括 and 六个部分."""
    count = _COUNT.search(text)
    leads = [match.end() for match in _STRONG_LEAD.finditer(text, 0, count.start())] if count else []
    return (leads[0], count.start()) if count and leads else (0, 0)


def _rest(report: Report, text: str, start: int, end: int) -> Iterator[_Item]:
    at = start
    for piece in _BETWEEN.split(text[start:end]):
        begin = text.index(piece, at) if piece else at
        at = begin + len(piece)
        plain = _SMALL_WORDS.sub("", piece)
        part = _part_of(report, plain)
        if (part or len(plain) >= _SHORTEST) and not _END.fullmatch(plain):
            yield _Item(plain, begin, at, part, right=False)


def _part_of(report: Report, text: str) -> int:
    parts = report.form.parts if report.form else ()
    return next((part.number for part in parts if any(word in text for word in part.words)), 0)


def _merged(items: list[_Item]) -> list[_Item]:
    """A title that was cut at its own 、 or 和 is one again: 申请行政复议、提起行政诉讼情况."""
    whole: list[_Item] = []
    for item in items:
        last = whole[-1] if whole else None
        if last is not None and last.part and last.part == item.part and not (last.right or item.right):
            whole[-1] = _Item(f"{last.text}、{item.text}", last.start, item.end, item.part, right=False)
        else:
            whole.append(item)
    return whole
