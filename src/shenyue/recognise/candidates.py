"""Which paragraphs may head a part of the report; those of a table of contents, or inside the prose, may not."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from shenyue.chinese.numbering import LabelStyle
from shenyue.form import PartTitle
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.recognise.forms.folding import fold
from shenyue.recognise.lines import Lead, Shape

Block = Lead | Span | None
"""A block as part recognition sees it: a paragraph with its lead, a table's span, or a blank paragraph."""

TOP_STYLES = frozenset({LabelStyle.CHINESE, LabelStyle.ARTICLE})
"""The label styles of parts: 一、 and 第一部分."""
_SHORT = 45
_PAGE = compiled(r"(?P<title>.{4,40}?)[\p{Z}\t.．…·⋯]+\d{1,3}[\p{Z}\s]*")
_BEGINS = compiled(r"[\p{Z}\t]*(?:暂?无|没有|详?见|本|我|全|\d{4}年|[一二]是)(?!效)")
"""How prose begins that follows a title without a mark; anything else on a line without marks belongs to the title."""
_CONTENTS = frozenset({"目录", "目次"})
_IN_CONTENTS = 3
"""So many titles in a row, each of which comes again, are a table of contents."""


class Candidate(NamedTuple):
    """A paragraph, or two, that may head a part."""

    at: int
    """Index of the block."""
    lead: Lead
    exact: int
    """The part whose title or accepted wording it has; 0 for none."""
    prescribed: bool
    """Whether it has the prescribed title itself."""
    worded: frozenset[int]
    """The parts of whose titles it has a word."""
    second: Lead | None = None
    """The line on which the heading goes on."""

    @property
    def style(self) -> LabelStyle | None:
        """Of its label."""
        return self.lead.label.style if self.lead.label else None

    @property
    def value(self) -> int:
        """Of its label; 0 for none."""
        return self.lead.label.value if self.lead.label else 0

    @property
    def ranks_high(self) -> bool:
        """Whether its label is of the style of parts."""
        return self.style in TOP_STYLES


class Titles(NamedTuple):
    """The titles of the parts, folded."""

    exact: Mapping[str, tuple[int, bool]]
    """Folded title or alias to (part, prescribed)."""
    words: tuple[tuple[str, int], ...]
    beginnings: tuple[tuple[str, int], ...]
    """Prescribed titles as printed, for headings that run into the text without any mark."""


@lru_cache(maxsize=8)
def titles_of(parts: tuple[PartTitle, ...]) -> Titles:
    """The titles of a form's parts in the shape in which they are compared."""
    exact: dict[str, tuple[int, bool]] = {}
    for part in parts:
        for alias in part.aliases:
            exact.setdefault(fold(alias).text, (part.number, False))
        exact[fold(part.title).text] = (part.number, True)
    words = tuple((word, part.number) for part in parts for word in part.words)
    return Titles(exact, words, tuple((part.title, part.number) for part in parts))


def candidates(text: str, blocks: Sequence[Block], titles: Titles) -> list[Candidate]:
    """The paragraphs that may head a part; those of a table of contents are left out."""
    found = [
        candidate
        for at, block in enumerate(blocks)
        if isinstance(block, Lead) and (candidate := _candidate(text, blocks, at, block, titles))
    ]
    return _outside_contents(text, blocks, found)


def _candidate(text: str, blocks: Sequence[Block], at: int, lead: Lead, titles: Titles) -> Candidate | None:
    if _is_contents_line(text, lead, titles):
        return None
    phrase = text[lead.phrase.start : lead.phrase.end]
    folded = fold(phrase).text if len(phrase) <= _SHORT else ""
    part, prescribed = titles.exact.get(folded, (0, False))
    worded = frozenset(number for word, number in titles.words if word in folded)
    if part:
        return Candidate(at, lead, part, prescribed, worded)
    special = _split(text, blocks, at, lead, titles) or _unmarked(text, at, lead, titles)
    plain = folded and lead.shape in {Shape.OPEN, Shape.RUN_IN}
    if special or not plain or not (lead.label or lead.paragraph.outline_level is not None):
        return special
    return Candidate(at, lead, 0, prescribed=False, worded=worded)


def _is_contents_line(text: str, lead: Lead, titles: Titles) -> bool:
    """Whether the line is a title with a page number, as in a table of contents."""
    match = _PAGE.fullmatch(text, lead.phrase.start, lead.paragraph.span.end)
    return match is not None and fold(match["title"]).text in titles.exact


def _unmarked(text: str, at: int, lead: Lead, titles: Titles) -> Candidate | None:
    """A labelled heading that runs into the text with no mark between, as in 六、其他需要报告的事项无."""
    if lead.label is None:
        return None
    for title, part in titles.beginnings:
        end = lead.phrase.start + len(title)
        if lead.label.value != part or not text.startswith(title, lead.phrase.start):
            continue
        if lead.shape in {Shape.CLOSED, Shape.SENTENCE} or _BEGINS.match(text, end):
            span, phrase = Span(lead.span.start, end), Span(lead.phrase.start, end)
            cut = Lead(lead.paragraph, lead.label, span, phrase, Shape.RUN_IN, runs_on=True)
            return Candidate(at, cut, part, prescribed=True, worded=frozenset({part}))
    return None


def _split(text: str, blocks: Sequence[Block], at: int, lead: Lead, titles: Titles) -> Candidate | None:
    """A heading on two lines: a label and the title, or the title broken."""
    following = blocks[at + 1] if at + 1 < len(blocks) else None
    if lead.shape not in {Shape.BARE, Shape.OPEN} or not isinstance(following, Lead) or following.label:
        return None
    if following.shape not in {Shape.OPEN, Shape.CLOSED}:
        return None
    joined = text[lead.phrase.start : lead.phrase.end] + text[following.phrase.start : following.phrase.end]
    part, prescribed = (
        titles.exact.get(fold(joined).text, (0, False)) if len(joined) <= _SHORT else (0, False)
    )
    return Candidate(at, lead, part, prescribed, frozenset({part}), following) if part else None


def _outside_contents(text: str, blocks: Sequence[Block], found: list[Candidate]) -> list[Candidate]:
    exact = [one for one in found if one.exact]
    last = {one.exact: one.at for one in exact}
    listed: set[int] = set()
    for lot in _listings(blocks, exact):
        again = sum(last[one.exact] > lot[-1].at for one in lot)
        headed = again >= _IN_CONTENTS and _says_contents(text, blocks, lot[0].at)
        if len(lot) >= _IN_CONTENTS and (again == len(lot) or headed):
            listed |= {one.at for one in lot}
    return [one for one in found if one.at not in listed]


def _listings(blocks: Sequence[Block], exact: list[Candidate]) -> list[list[Candidate]]:
    """Runs of titles with nothing but blank paragraphs between, cut where a part comes again: there the report begins."""
    solid = (at for at, block in enumerate(blocks) if block is not None)
    ordinal = {at: number for number, at in enumerate(solid)}
    lots: list[list[Candidate]] = []
    for one in exact:
        adjacent = bool(lots) and ordinal[lots[-1][-1].at] + 1 == ordinal[one.at]
        if not adjacent or any(one.exact == other.exact for other in lots[-1]):
            lots.append([])
        lots[-1].append(one)
    return lots


def _says_contents(text: str, blocks: Sequence[Block], at: int) -> bool:
    above = next((blocks[i] for i in range(at - 1, -1, -1) if blocks[i] is not None), None)
    return isinstance(above, Lead) and fold(text[above.phrase.start : above.phrase.end]).text in _CONTENTS
