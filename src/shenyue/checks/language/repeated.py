"""A paragraph, sentence or item of one list that occurs twice (L506)."""

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

import regex

from shenyue.checks.language.wording_text import is_signature, wording_text
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

REPEATED_VALUES = frozenset({"text", "part"})
REPEATED_VARIANTS = frozenset({"paragraph", "item"})
_SENTENCE = compiled(r"[^。！？；\n]+")
_CLAUSE = compiled(r"[^，,。！？；：\n]+")
_LIST = compiled(r"[^，,。！？；;：:\n]*、[^，,。！？；;：:\n]*、[^，,。！？；;：:\n]*")
_ORDINAL = compiled(
    r"\A\s*(?:[（(]?[\d一二三四五六七八九十]{1,3}[）)、.．]|第?[一二三四五六七八九十]{1,2}是|[①-⑳]|首先|其次|再次|最后|另外|此外)[，,：:\s]*"
)
_NOTHING = compiled(r"无|未|没有|[^\d]0[件条项次人元份万]")
_LEAD = compiled(r"\A.*?(?:包括|涉及|涵盖|含|有|为|发布|公开|公布|公示|如|即|是|和|及|与|对|在|将|把|了|的)")
_TAIL = compiled(r"(?:等|以及|及其|和|与|及|的).*\Z")
_SHORTEST_SENTENCE = 8
_SHORTEST_ITEM = 3
_SURE_ELSEWHERE = 24
"""Characters from which a sentence that stands in two parts can be no chance."""


class _Piece(NamedTuple):
    span: Span
    folded: str
    part: int


def repeated(report: Report, *, innocent: tuple[str, ...] = ()) -> Iterator[Outcome]:
    """No paragraph, sentence, or item of one list is written twice.

    A sentence that says that there was nothing (0件, 未发生) may stand in two parts. `innocent`: words whose sentences may recur.
    """
    read = wording_text(report, "prose")
    paragraphs = [
        _piece(report, read.text, span) for span in read.paragraphs if not is_signature(report, span)
    ]
    hits = [*_paragraphs(paragraphs, innocent)]
    hits += _sentences(report, read.text, paragraphs, innocent, [hit.span for hit in hits if hit.span])
    more = [*_adjacent(read.text, paragraphs), *_items(read.text, paragraphs)]
    told = [hit.span for hit in hits if hit.span]
    hits += [hit for hit in more if hit.span and not any(hit.span.overlaps(span) for span in told)]
    yield from hits
    if not hits:
        yield Passed("repeated")


def _piece(report: Report, text: str, span: Span) -> _Piece:
    part = report.section_at(span.start).part or 0
    return _Piece(span, _folded(text[span.start : span.end]), part)


def _folded(text: str) -> str:
    return "".join(normalize("NFKC", _ORDINAL.sub("", text)).split()).strip("。;,、:.")


def _paragraphs(paragraphs: list[_Piece], innocent: tuple[str, ...]) -> Iterator[Hit]:
    seen: dict[str, _Piece] = {}
    for one in paragraphs:
        first = seen.setdefault(one.folded, one)
        if first is not one and _counts(one, innocent) and not _apart(first, one):
            yield Hit(one.span, {"text": one.folded, "part": ""}, variant="paragraph", name="repeated")


def _counts(one: _Piece, innocent: tuple[str, ...]) -> bool:
    return len(one.folded) >= _SHORTEST_SENTENCE and not any(word in one.folded for word in innocent)


def _apart(first: _Piece, other: _Piece) -> bool:
    """Whether two equal pieces are a word on what there was not, said in two parts."""
    return first.part != other.part and bool(_NOTHING.search(other.folded))


def _sentences(
    report: Report, text: str, paragraphs: list[_Piece], innocent: tuple[str, ...], told: list[Span]
) -> Iterator[Hit]:
    seen: dict[str, _Piece] = {}
    for paragraph in paragraphs:
        for match in _SENTENCE.finditer(text, paragraph.span.start, paragraph.span.end):
            one = _piece(report, text, _stripped(match))
            first = seen.setdefault(one.folded, one)
            if first is one or not _counts(one, innocent) or any(one.span in span for span in told):
                continue
            if _apart(first, one):
                continue
            sure = first.part == one.part or len(one.folded) >= _SURE_ELSEWHERE
            yield Hit(one.span, {"text": one.folded, "part": ""}, certain=sure, name="repeated")


def _stripped(match: regex.Match[str]) -> Span:
    blanks = len(match[0]) - len(match[0].lstrip())
    return Span(match.start() + blanks, match.start() + len(match[0].rstrip()))


def _adjacent(text: str, paragraphs: list[_Piece]) -> Iterator[Hit]:
    """Neighbouring clauses that are one and the same."""
    for paragraph in paragraphs:
        clauses = [
            (_stripped(match), _folded(match[0]))
            for match in _CLAUSE.finditer(text, paragraph.span.start, paragraph.span.end)
        ]
        for (_, before), (span, folded) in pairwise(clauses):
            if folded == before and len(folded) > _SHORTEST_ITEM and compiled(r"\p{Han}{4}").search(folded):
                yield Hit(span, {"text": folded, "part": ""}, variant="item", name="repeated")


def _items(text: str, paragraphs: list[_Piece]) -> Iterator[Hit]:
    """Items of one enumeration with 、 that are the same; figures and short words do not count."""
    for paragraph in paragraphs:
        for run in _LIST.finditer(text, paragraph.span.start, paragraph.span.end):
            seen: set[str] = set()
            for span, item in _of_list(run):
                if item in seen:
                    yield Hit(span, {"text": item, "part": ""}, variant="item", name="repeated")
                seen.add(item)


def _of_list(run: regex.Match[str]) -> Iterator[tuple[Span, str]]:
    """The items of an enumeration; the first without what leads it, the last without what follows."""
    pieces = list(compiled(r"[^、]+").finditer(run[0]))
    for index, piece in enumerate(pieces):
        item, start = piece[0], run.start() + piece.start()
        if index == 0 and (lead := _LEAD.match(item)):
            item, start = item[lead.end() :], start + lead.end()
        if index == len(pieces) - 1:
            item = _TAIL.sub("", item)
        if len(item) >= _SHORTEST_ITEM and not compiled(r"\d").search(item):
            yield Span(start, start + len(item)), item
