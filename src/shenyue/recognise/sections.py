"""The sections of a report: from one part, or other top-level heading, to the next."""

from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

import regex

from shenyue.form import Form, PartTitle
from shenyue.model import Document, Heading, Paragraph, Span, Table
from shenyue.patterns import compiled
from shenyue.recognise.candidates import Block, Candidate, candidates, titles_of
from shenyue.recognise.headings import as_heading, sub_headings
from shenyue.recognise.lines import Lead, read_lead
from shenyue.recognise.parts import TopLevel, choose_parts
from shenyue.report import FormTable, FoundBy, Identity, Section


class _Start(NamedTuple):
    """Where a section begins."""

    at: int
    """Index of the block."""
    part: int | None
    heading: Candidate | None
    by: FoundBy | None


_PREFACE = compiled(
    r"编制|本年度?报告|第五十条|统计(?:期|起止)|数据截至|报告如下|国办公开办函|(?:公布|形成).{0,24}报告|报告.{0,6}(?:由|包括|包含)|全文"
)
_PROBLEMS = compiled(
    r"存在.{0,14}(?:问题|不足|困难|差距)|(?:问题|不足).{0,6}(?:主要|表现)|(?:不足|不够|短板|差距).*(?:下一?步|改进|针对)"
)
_OTHER_MATTERS = compiled(r"需要报告的事项|\A\s*无[。.]?\s*\Z")
_SHORTEST_OVERVIEW = 40
"""Characters; shorter prose before the parts may be a line of the page."""
_PROBLEMS_PART = 5
_OTHER_PART = 6


def read_sections(
    document: Document, form: Form, tables: Mapping[str, FormTable], identity: Identity
) -> tuple[Section, ...]:
    """The sections in the order of the text; together they cover it."""
    blocks = tuple(_block(document.text, block) for block in document.blocks)
    titled = identity.title.span if identity.title else Span(0, 0)
    found = [
        one
        for one in candidates(document.text, blocks, titles_of(form.parts))
        if not one.lead.span.overlaps(titled)
    ]
    standing = _places(document, form, tables)
    chosen = choose_parts(found, form.parts, _below(found, standing))
    claimed = {one.candidate.at for one in chosen}
    top = TopLevel(chosen)
    starts = [_Start(one.candidate.at, one.part, one.candidate, one.by) for one in chosen]
    starts += [_Start(one.at, None, one, None) for one in found if one.at not in claimed and one in top]
    lost = _Lost(document, blocks, starts, titled)
    return tuple(_sections(document, blocks, lost.found(form.parts, standing)))


def _block(text: str, block: Paragraph | Table) -> Block:
    return block.span if isinstance(block, Table) else read_lead(text, block)


def _places(document: Document, form: Form, tables: Mapping[str, FormTable]) -> dict[int, list[int]]:
    """By part, the indices of the blocks in which its form tables begin."""
    beginnings = [block.span.start for block in document.blocks]
    places: dict[int, list[int]] = {part.number: [] for part in form.parts}
    for table in tables.values():
        part = next((layout.part for layout in form.tables if layout.key == table.key), 0)
        places.setdefault(part, []).append(bisect_right(beginnings, table.span.start) - 1)
    return places


def _below(found: list[Candidate], standing: Mapping[int, list[int]]) -> Callable[[Candidate, int], bool]:
    """Tells whether a form table of a part stands below a candidate, before any other heading of that rank."""
    ranks = sorted(one.at for one in found if one.exact or one.ranks_high)

    def stands(one: Candidate, part: int) -> bool:
        after = bisect_right(ranks, one.at)
        end = ranks[after] if after < len(ranks) else None
        return any(one.at < at and (end is None or at < end) for at in standing.get(part, ()))

    return stands


class _Lost:
    """Parts whose heading is lost, found by their table or their text."""

    def __init__(
        self, document: Document, blocks: Sequence[Block], starts: list[_Start], titled: Span
    ) -> None:
        self._text = document.text
        self._blocks = blocks
        self._starts = sorted(starts, key=lambda start: start.at)
        self._titled = titled

    def found(self, parts: Sequence[PartTitle], standing: Mapping[int, list[int]]) -> list[_Start]:
        """The starts, with those of lost headings."""
        for part in (part.number for part in parts):
            if any(start.part == part for start in self._starts):
                continue
            at = min(standing[part], default=None) if standing.get(part) else self._prose(part, standing)
            if at is not None and self._fits(part, at):
                self._starts.append(_Start(at, part, None, FoundBy.CONTENT))
                self._starts.sort(key=lambda start: start.at)
        return self._starts

    def _fits(self, part: int, at: int) -> bool:
        """Whether a part would stand between its neighbours there, and take no heading's place."""
        before = [start.at for start in self._starts if start.part and start.part < part]
        after = [start.at for start in self._starts if start.part and start.part > part]
        return (
            all(place < at for place in before)
            and all(at < place for place in after)
            and all(start.at != at for start in self._starts)
        )

    def _prose(self, part: int, standing: Mapping[int, list[int]]) -> int | None:
        first = min((start.at for start in self._starts), default=len(self._blocks))
        if part == 1:
            return self._overview(first)
        below = max((start.at for start in self._starts if start.part and start.part < part), default=None)
        if below is None or part not in {_PROBLEMS_PART, _OTHER_PART}:
            return None
        above = min((start.at for start in self._starts if start.at > below), default=len(self._blocks))
        tables = [at for at in standing.get(part - 1, ()) if below < at < above]
        pattern = _PROBLEMS if part == _PROBLEMS_PART else _OTHER_MATTERS
        return next((at for at in range(max([below, *tables]) + 1, above) if self._says(at, pattern)), None)

    def _overview(self, end: int) -> int | None:
        """Where the overview begins that has no heading: after the preface, at a labelled line or long prose."""
        for at in range(end):
            lead = self._blocks[at]
            if (
                not isinstance(lead, Lead)
                or lead.paragraph.span.end <= self._titled.end
                or self._says(at, _PREFACE)
            ):
                continue
            span = lead.paragraph.span
            if lead.label or span.end - span.start >= _SHORTEST_OVERVIEW:
                return at
        return None

    def _says(self, at: int, pattern: regex.Pattern[str]) -> bool:
        lead = self._blocks[at]
        if not isinstance(lead, Lead):
            return False
        return bool(pattern.search(self._text[lead.paragraph.span.start : lead.paragraph.span.end]))


def _sections(document: Document, blocks: Sequence[Block], starts: list[_Start]) -> Iterator[Section]:
    beginnings = [document.blocks[start.at].span.start for start in starts]
    if not starts or beginnings[0] > 0:
        yield Section(0, Span(0, beginnings[0] if starts else len(document.text)), None, None)
    if not starts:
        return
    ends = [*beginnings[1:], len(document.text)]
    places = [*(start.at for start in starts[1:]), len(blocks)]
    for start, begin, end, below in zip(starts, beginnings, ends, places, strict=True):
        yield _section(start, Span(begin, end), blocks[start.at : below])


def _section(start: _Start, span: Span, blocks: Sequence[Block]) -> Section:
    own = start.heading
    leads = [
        block if isinstance(block, Lead) else None
        for block in blocks
        if block is not None and (own is None or (block is not own.lead and block is not own.second))
    ]
    if own is not None and blocks and isinstance(blocks[0], Lead):
        leads = leads if blocks[0] is own.lead else leads[1:]
    return Section(start.part, span, _heading(own), start.by, sub_headings(leads))


def _heading(own: Candidate | None) -> Heading | None:
    if own is None:
        return None
    heading = as_heading(own.lead, 1)
    if own.second is None:
        return heading
    second = own.second
    title = Span(
        own.lead.phrase.start if heading.title.start < heading.title.end else second.phrase.start,
        second.phrase.end,
    )
    return replace(
        heading, span=Span(heading.span.start, second.span.end), title=title, run_in=second.runs_on
    )
