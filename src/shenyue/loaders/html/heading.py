"""The report's title and its date of publication, where the page states them outside the article."""

from collections.abc import Iterable
from typing import NamedTuple

from lxml.etree import _Element

from shenyue.loaders.html.lines import PageLine
from shenyue.loaders.html.page import Page
from shenyue.patterns import compiled

_LONGEST = 80
_TITLE = compiled(
    r"年度?报告?(?:全文|文本)?[（(）)\d年度\s]*$|年报$|\d{4}年度?\p{Han}{0,30}公开\p{Han}{0,6}(?:报告|总结)$"
)
_NAMED = compiled(r"(?:^|[^a-z])(?:title|headline|tit|bt|biaoti|h1)|title")
_SEPARATOR = compiled(r"\s*[-_|—–>·]+\s*")
_METAS = frozenset(
    ("pubdate", "publishdate", "publish_date", "publishtime", "article:published_time", "pubtime")
)
_DATE = r"\d{4}\s*[-年/.]\s*\d{1,2}\s*[-月/.]\s*\d{1,2}\s*日?"
_PUBLISHED = compiled(rf"(?:发布|公开|发文)(?:日期|时间)\s*[:：]?\s*(?P<date>{_DATE})")


class TitleStretch(NamedTuple):
    """The title in one text node."""

    text: str
    node: int
    offset: int


def says_title(lines: Iterable[PageLine]) -> bool:
    """Whether one of the lines is the title of a yearly report."""
    return any(_is_title(line) for line in lines)


def title_before(lines: list[PageLine]) -> _Element | None:
    """The element of the nearest title among the lines before the article; None where there is none."""
    for line in reversed(lines):
        if _is_title(line) and (element := _title_element(line.owner)) is not None:
            return element
    return None


def title_of_page(page: Page) -> TitleStretch | None:
    """The report's title in the page's `<title>`, without the names of the site around it."""
    element = page.root.find(".//title")
    if element is None or not element.text:
        return None
    at = 0
    for part in _SEPARATOR.split(element.text):
        start = element.text.index(part, at)
        at = start + len(part)
        title = part.strip()
        if len(title) <= _LONGEST and "年度报告" in title and _TITLE.search(title):
            node = page.steps[page.opened[element]][4]
            return TitleStretch(title, node, element.text.index(title, start))
    return None


def published(page: Page, outside: list[PageLine]) -> str:
    """The date of publication as the page states it; empty where it does not."""
    match = _PUBLISHED.search(
        " ".join(line.text for line in outside if "20" in line.text or "：" in line.text)
    )
    if match:
        return str(match["date"]).strip()
    for meta in page.root.iter("meta"):
        name = (meta.get("name") or meta.get("property") or "").lower()
        if name in _METAS and (meta.get("content") or "").strip():
            return (meta.get("content") or "").strip()
    return ""


def _is_title(line: PageLine) -> bool:
    if len(line.text) > _LONGEST or line.linked:
        return False
    return "报" in line.text and _TITLE.search(line.text) is not None


def _title_element(element: _Element | None) -> _Element | None:
    """The heading, or the element named a title, in which the line stands."""
    for _ in range(3):
        if element is None:
            return None
        names = f"{element.get('class') or ''} {element.get('id') or ''}".lower()
        if element.tag in ("h1", "h2", "h3") or _NAMED.search(names):
            return element
        element = element.getparent()
    return None
