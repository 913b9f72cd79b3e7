"""Brackets, quotation marks and book-title marks that do not pair (L502; GB/T 15834)."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from shenyue.checks.language.wording_text import WordingText, wording_text
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

PAIRS_VALUES = frozenset({"mark", "wanted", "around"})
PAIRS_VARIANTS = frozenset({"reversed", "crossed", "nested"})
_FAMILIES = {
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "〔": "[",
    "〕": "]",
    "＂": '"',
    "｛": "{",
    "｝": "}",
}
"""Marks of either width pair with each other: their width is another rule's business."""
_CLOSERS = {
    "(": ")",
    "[": "]",
    "{": "}",
    "【": "】",
    "《": "》",
    "〈": "〉",
    "“": "”",
    "‘": "’",
    "「": "」",
    "『": "』",
}
_OPENERS = {closer: opener for opener, closer in _CLOSERS.items()}
_NAMES = {"(": "（）", "[": "〔〕", "{": "｛｝", "《": "《》", "“": "“”", "‘": "‘’", '"': '""'}
_MARKS = compiled(r"[()（）\[\]［］〔〕{}｛｝【】《》〈〉“”‘’「」『』\"＂]")
_ITEM = compiled(r"(?:^|[。；;：:，,、\s])\s*(?:\d{1,2}|[a-zA-Z]|[一二三四五六七八九十]{1,3})\Z")
_NUMBERED = compiled(r"(?<!\d)\d{1,2}\Z")
_COUNTED = compiled(r"(?<!\d)1[)）].*(?<!\d)2[)）]")
_APOSTROPHE = compiled(r"(?<=[A-Za-z])’(?=[A-Za-z])")
_AROUND = 8
_REACH = 3
"""Paragraphs over which one quotation may run."""
_OUTSIDE = compiled(
    r"“[^“”\n]{2,12}[、，][^“”、，\n]{3,8}(?P<tail>程序|原则|制度|机制|要求|模式|办法|流程)(?P<mark>”)"
)


class _Mark(NamedTuple):
    at: int
    kind: str
    """Folded to half width."""
    crossed_by: int | None = None
    """Where an outer pair was closed before this mark was."""


class _Fault(NamedTuple):
    span: Span
    opener: str
    """The opening mark of its kind."""
    opening: bool = True
    variant: str = ""


def pairs(report: Report) -> Iterator[Outcome]:
    """Every opening mark has its closing mark and the other way round, within a paragraph or a few that follow each other."""
    read = wording_text(report)
    faults = list(_across([list(_faults(read.text, span)) for span in read.paragraphs]))
    for fault in faults:
        values = {
            "mark": read.text[fault.span.start],
            "wanted": _NAMES.get(fault.opener, fault.opener + _CLOSERS.get(fault.opener, "")),
            "around": _around(read, fault.span),
        }
        yield Hit(fault.span, values, variant=fault.variant, name="pairs")
    for match in _OUTSIDE.finditer(read.text):
        values = {"mark": match["mark"], "wanted": "“”", "around": match[0]}
        yield Hit(Span(*match.span()), values, certain=False, name="pairs")
    if not faults:
        yield Passed("pairs")


def _around(read: WordingText, span: Span) -> str:
    own = read.paragraphs[read.paragraph_at(span.start)]
    return read.text[max(own.start, span.start - _AROUND) : min(own.end, span.end + _AROUND)].strip()


def _faults(text: str, span: Span) -> Iterator[_Fault]:
    """The marks of a paragraph that find no partner."""
    open_: list[_Mark] = []
    for mark in _marks(text, span):
        if mark.kind in _CLOSERS or (mark.kind == '"' and not (open_ and open_[-1].kind == '"')):
            open_.append(mark)
        else:
            yield from _close(open_, mark)
    yield from (_Fault(Span(mark.at, mark.at + 1), mark.kind) for mark in open_)


def _marks(text: str, span: Span) -> Iterator[_Mark]:
    for match in _MARKS.finditer(text, span.start, span.end):
        at = match.start()
        kind = _FAMILIES.get(match[0], match[0])
        if kind == "’" and _APOSTROPHE.match(text, at):
            continue
        if kind == ")" and _is_item(text[span.start : at], text[at : span.end]):
            continue
        yield _Mark(at, kind)


def _is_item(before: str, after: str) -> bool:
    """Whether a closing bracket is that of an item: 1）甲；2）乙."""
    if before.count("(") + before.count("（") > before.count(")") + before.count("）"):
        return False
    return bool(_ITEM.search(before) or (_NUMBERED.search(before) and _COUNTED.search(before + after)))


def _close(open_: list[_Mark], mark: _Mark) -> Iterator[_Fault]:
    opener = _OPENERS.get(mark.kind, mark.kind)
    if open_[-2:] and opener == "《" and [one.kind for one in open_[-2:]] == ["《", "《"]:
        yield _Fault(Span(open_[-1].at, mark.at + 1), opener, variant="nested")
    where = next((at for at in range(len(open_) - 1, -1, -1) if open_[at].kind == opener), None)
    if where is None:
        yield _Fault(Span(mark.at, mark.at + 1), opener, opening=False)
        return
    if (crossed_by := open_[where].crossed_by) is not None:
        yield _Fault(Span(crossed_by, mark.at + 1), opener, variant="crossed")
    later = [one._replace(crossed_by=mark.at) for one in open_[where + 1 :]]
    del open_[where:]
    open_.extend(later)


def _across(paragraphs: Sequence[list[_Fault]]) -> Iterator[_Fault]:
    """Faults that no partner in the next paragraphs settles; two of one kind in a paragraph are one."""
    left = [list(faults) for faults in paragraphs]
    for index, faults in enumerate(left):
        partner = _partner(faults[0], left[index + 1 : index + 1 + _REACH]) if len(faults) == 1 else None
        if partner is not None:
            faults.clear()
            partner.clear()
    return (fault for faults in left for fault in _joined(faults))


def _partner(fault: _Fault, following: Sequence[list[_Fault]]) -> list[_Fault] | None:
    """The next faults, where they are nothing but the closing mark of this one."""
    later = next((faults for faults in following if faults), [])
    alone = len(later) == 1 and later[0].opener == fault.opener and not later[0].opening
    return later if alone and fault.opening and not fault.variant else None


def _joined(faults: list[_Fault]) -> Iterator[_Fault]:
    rest = sorted(faults, key=lambda fault: fault.span)
    while rest:
        first = rest.pop(0)
        second = next((one for one in rest if one.opener == first.opener), None)
        if second is None:
            yield first
            continue
        rest.remove(second)
        yield _Fault(Span(first.span.start, second.span.end), first.opener, variant="reversed")
