"""Web pages: the article is found among navigation and footers, laid down as text, and every character keeps its place in the page."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from shenyue.errors import UnreadableFile
from shenyue.loaders.encoding import decode
from shenyue.loaders.html.article import Article, find_article
from shenyue.loaders.html.attachments import say_attachments
from shenyue.loaders.html.composing import Composing
from shenyue.loaders.html.heading import published, says_title, title_before, title_of_page
from shenyue.loaders.html.lines import PageLine, page_lines
from shenyue.loaders.html.page import Page, parse, text_nodes
from shenyue.loaders.html.reading import Reading
from shenyue.loaders.html.shape import Shape
from shenyue.loaders.laying import Laying
from shenyue.model import Document, Source, Unread

__all__ = ["read_html", "text_nodes"]

_UNTITLED = 10
"""Lines of the article among which its title is looked for where it has no part titles."""


def read_html(content: bytes, path: Path) -> Document:
    """The document in the bytes of a web page; UnreadableFile where there is no Chinese text in it."""
    decoded = decode(content, path)
    page = parse(decoded.text, path)
    lines = list(page_lines(page))
    article = find_article(page, lines)
    laying = Laying()
    reading = Reading(page, Shape(page, article.titles), Composing(laying))
    before, inside, after = _parted(page, lines, article)
    _lay_title(reading, before, inside, article)
    for root in article.roots:
        reading.read(root)
    say_attachments(laying, page)
    laying.unread.extend(replace(loss, at=None) for loss in decoded.unread())
    _say_left_out(laying, reading, outside=bool(before or after))
    if _holds_nothing(laying, lines):
        raise UnreadableFile(
            f"无法读取“{path.name}”：网页中没有正文文字（可能由脚本载入），请在浏览器中打开后复制到 Word 另存为 .docx。"
        )
    source = Source(
        str(path),
        "html",
        sha256(content).hexdigest(),
        decoded.encoding,
        published=published(page, before + after + _preface(inside, article)),
    )
    return laying.document(path.name, source)


def _holds_nothing(laying: Laying, lines: list[PageLine]) -> bool:
    """Whether the page has no text, or links alone, and no picture or attachment that may hold the report."""
    return not laying.unread and all(line.linked for line in lines)


def _parted(
    page: Page, lines: list[PageLine], article: Article
) -> tuple[list[PageLine], list[PageLine], list[PageLine]]:
    """The lines before, in and behind the article."""
    if not article.roots:
        return lines, [], []
    first, last = page.opened[article.roots[0]], page.closed[article.roots[-1]]
    return (
        [line for line in lines if line.step < first],
        [line for line in lines if first <= line.step < last],
        [line for line in lines if line.step >= last],
    )


def _preface(inside: list[PageLine], article: Article) -> list[PageLine]:
    """The lines of the article before its first part."""
    for count, line in enumerate(inside):
        if line.step in article.titles:
            return inside[:count]
    return inside[:_UNTITLED]


def _lay_title(reading: Reading, before: list[PageLine], inside: list[PageLine], article: Article) -> None:
    """Put the report's title in front where the article does not have it itself."""
    if says_title(_preface(inside, article)):
        return
    element = title_before(before)
    if element is not None:
        reading.read(element)
    elif (title := title_of_page(reading.page)) is not None:
        reading.composing.line.add_verbatim(title.text, title.node, title.offset)
        reading.composing.end_line()


def _say_left_out(laying: Laying, reading: Reading, *, outside: bool) -> None:
    if outside or reading.composing.buttons:
        laying.unread.append(
            Unread("网页导航、按钮、页脚等", "不属于报告正文，未读入", "正文以外", content=False)
        )
    if reading.hidden:
        laying.unread.append(
            Unread("网页上隐藏的文字", "网页不显示，未读入", f"正文中 {reading.hidden} 处", content=False)
        )
