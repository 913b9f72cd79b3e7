"""Which part of a page is the report: the smallest element that holds its part titles, with the prose beside it.

Nothing of the report may be lost, for what is lost would be called missing; a line of navigation too much is the smaller harm.
"""

from bisect import bisect_left
from collections import Counter
from typing import NamedTuple

import regex
from lxml.etree import _Element

from shenyue.loaders.html.furniture import is_furniture, is_imprint
from shenyue.loaders.html.lines import PageLine
from shenyue.loaders.html.page import Page
from shenyue.loaders.html.tags import SKIPPED, is_hidden
from shenyue.patterns import compiled

_LONGEST_TITLE = 40
"""Characters of a line that may be a part title."""
_WORDS: tuple[tuple[int, regex.Pattern[str]], ...] = tuple(
    (number, compiled(pattern))
    for number, pattern in (
        (1, r"总体情况|概\s*述$"),
        (2, r"主动公开(?:政府信息|情况)"),
        (3, r"收到和处理|依申请公开(?:政府信息)?(?:办理)?情况"),
        (4, r"行政复议.{0,12}行政诉讼"),
        (5, r"存在的?(?:主要)?(?:问题|不足|困难)"),
        (6, r"其他(?:需要|应当?|须)?(?:报告|汇报|说明)的?事项"),
    )
)
_NUMBERED = compiled(r"[一二三四五六]\s*[、.．]")
_ROWS = compiled(r"本年新收|上年结转|本年度办理结果|结转下年")
_STOPS = ("。", "；", "！", "？", "：", "，")
_BLANK = compiled(r"\s+")
_SENTENCE = 12
"""Characters of a line of prose."""
_DATED = compiled(
    r"(?:\d{4}|[〇○零一二三四五六七八九]{4})年[\d一二三四五六七八九十]{1,3}月[\d一二三四五六七八九十]{1,3}日$"
)
_NAMED = compiled(
    r"ucap-?content|trs_editor|zoom|article-?(?:content|body|text)|pages_content|view_content|detail-?content|content"
)
_CONTAINERS = frozenset(("div", "td", "article", "section", "main", "body", "center", "form"))


class Article(NamedTuple):
    """Where the report stands on the page."""

    roots: tuple[_Element, ...]
    """Neighbouring elements, in order."""
    titles: tuple[int, ...]
    """Steps at which a line with a part title begins, anywhere on the page, in order."""


def find_article(page: Page, lines: list[PageLine]) -> Article:
    """The report on a page; the whole body where nothing tells."""
    hits = _shown({line.step: (part, line.owner) for line in lines if (part := part_of(line))})
    found = _holding_most(page, list(hits.values())) if len({p for p, _ in hits.values()}) > 1 else None
    if found is None:
        found = _densest(page, lines)
    prose = _Prose.among(page, lines)
    return Article(_with_prose_beside(prose, prose.with_most(found)), tuple(hits))


def _shown(hits: dict[int, tuple[int, _Element]]) -> dict[int, tuple[int, _Element]]:
    """The titles that the page shows, where they are all the parts: a hidden copy is no report of its own."""
    shown = {step: hit for step, hit in hits.items() if not _is_under_cover(hit[1])}
    return shown if {part for part, _ in shown.values()} == {part for part, _ in hits.values()} else hits


def _is_under_cover(element: _Element) -> bool:
    return any(
        is_hidden(each, (each.get("style") or "").lower()) for each in (element, *element.iterancestors())
    )


def part_of(line: PageLine) -> int:
    """The number of the part that the line seems to head; 0 for any other line."""
    if len(line.text) > _LONGEST_TITLE or line.linked or line.text.endswith(_STOPS[:4]):
        return 0
    text = _BLANK.sub("", line.text)
    for number, pattern in _WORDS:
        if pattern.search(text):
            return number
    if _NUMBERED.match(text) and not _ROWS.search(text):
        return "一二三四五六".index(text[0]) + 1
    return 0


def _holding_most(page: Page, hits: list[tuple[int, _Element]]) -> _Element | None:
    """The smallest element that holds every part found; of several, the one with most text."""
    held: dict[_Element, int] = {}
    for part, owner in hits:
        element: _Element | None = owner
        while element is not None:
            held[element] = held.get(element, 0) | 1 << part
            element = element.getparent()
    everything = held[page.root]
    full = [element for element, parts in held.items() if parts == everything]
    parents = {element.getparent() for element in full}
    smallest = [element for element in full if element not in parents]
    return max(smallest, key=lambda element: len(page.range_of(element)), default=None)


def _densest(page: Page, lines: list[PageLine]) -> _Element:
    """The block with most prose of its own: what a page looks like that is no report, or has no part titles."""
    weights: Counter[_Element] = Counter()
    for line in lines:
        holder = _container(line.owner)
        if holder is not None and not line.linked and not is_imprint(line.text):
            weights[holder] += len(line.text) * (3 if _has_article_name(holder) else 1)
    if not weights:
        return page.root
    best = max(weights, key=lambda element: weights[element])
    while weights[best] * 2 < weights.total() and (parent := best.getparent()) is not None:
        weights[parent] += weights[best]
        best = parent
    return best


def _container(element: _Element | None) -> _Element | None:
    while element is not None and element.tag not in _CONTAINERS:
        element = element.getparent()
    return element


def _has_article_name(element: _Element) -> bool:
    names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
    return _NAMED.search(names) is not None


class _Prose(NamedTuple):
    """Where prose stands on a page, and where the site speaks of itself."""

    page: Page
    sentences: tuple[int, ...]
    """Steps, in order."""
    imprints: tuple[int, ...]
    owners: frozenset[_Element]
    """The elements that hold sentences directly."""

    @staticmethod
    def among(page: Page, lines: list[PageLine]) -> "_Prose":
        """The prose among the lines of a page."""
        prose = [line for line in lines if _is_prose(line)]
        return _Prose(
            page,
            tuple(line.step for line in prose),
            tuple(line.step for line in lines if is_imprint(line.text)),
            frozenset(line.owner for line in prose),
        )

    def with_most(self, element: _Element) -> _Element:
        """The element, or the nearest around it with half of the page's prose: a table of contents has all titles and no prose."""
        while _count_in(self.sentences, self.page.range_of(element)) * 2 < len(self.sentences):
            parent = element.getparent()
            if parent is None:
                break
            element = parent
        return element

    def goes_on_in(self, element: _Element) -> bool:
        """Whether a neighbour of the article goes on with it."""
        if not _is_element(element) or element.tag in SKIPPED or is_furniture(element):
            return False
        steps = self.page.range_of(element)
        return _count_in(self.sentences, steps) > 0 and not _count_in(self.imprints, steps)


def _with_prose_beside(prose: _Prose, found: _Element) -> tuple[_Element, ...]:
    """The element and, at each level above it, the neighbours as far as prose goes: a page may split its article."""
    roots = [found]
    element = found
    while element.tag != "body" and (parent := element.getparent()) is not None:
        if parent in prose.owners:
            roots = [parent]
        else:
            beside = list(parent)
            own = beside.index(element)
            going_on = [i for i, each in enumerate(beside) if i != own and prose.goes_on_in(each)]
            first, last = min((own, *going_on)), max((own, *going_on))
            roots = [*beside[first:own], *roots, *beside[own + 1 : last + 1]]
        element = parent
    return tuple(root for root in roots if _is_element(root) and root.tag not in SKIPPED)


def _count_in(steps: tuple[int, ...], walk: range) -> int:
    return bisect_left(steps, walk.stop) - bisect_left(steps, walk.start)


def _is_element(node: object) -> bool:
    """Whether a node is an element, not a comment or an instruction."""
    return isinstance(getattr(node, "tag", None), str)


def _is_prose(line: PageLine) -> bool:
    """Whether a line is a sentence, or the date of signature."""
    if line.linked or is_imprint(line.text):
        return False
    sentence = len(line.text) >= _SENTENCE and line.text.endswith(("。", "；", "："))
    return sentence or _DATED.match(_BLANK.sub("", line.text)) is not None
