"""Prose that does not end with a stop (L507)."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from shenyue.checks.language.wording_text import is_signature
from shenyue.checks.prose import Passage, Stretch, stretches
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report

STOPS_VALUES = frozenset({"end"})
_GOES_ON = compiled(r"[：:；;][”’」』）)\]】》\"']*\Z")
_ENDED = compiled(r"(?:[。！？!?…]|\.{3,})[”’」』）)\]】》\"']*\Z")
_NOTE = compiled(
    r"\A[（(【\[].*[）)】\]]\Z|\A(?:附件?|附表|注|备注|说明|来源|单位|网址|地址|邮编|邮箱|电话|传真|联系\p{Han}{1,4}|发布\p{Han}{1,4}|日期|时间|表|图)"
    r"\s*[\d一二三四五六七八九十]*\s*[：:.、\s]|\A\p{Han}{2,8}[：:][^，。；]*\Z|[\w/]\.(?:cn|com|net|org)\S*\Z"
)
_CAPTION = compiled(
    r"(?:统计表|一览表|情况表|明细表|表|图|情况|事项|报告|目录|附件)(?:[（(][^（）()]*[）)])?\Z"
)
_BLANKS = compiled(r"\s*")
_SENTENCES = compiled(r"[，。；]")
_INSIDE = compiled(r"[，。；：]")
_LAST_CLAUSE = compiled(r"[^，。；：！？、]{1,20}[，、：；]?\s*\Z")


def unended(report: Report, *, shortest: int = 15) -> Iterator[Outcome]:
    """Every paragraph of prose ends with a stop.

    `shortest`: characters above which a paragraph is prose. Headings, signature, notes, captions and contact lines end as they like;
    a lead-in with ： and an item with ； do where something follows under the same heading.
    """
    clean = True
    text = report.document.text
    for span, continued in _paragraphs(report):
        own = text[span.start : span.end].strip()
        if len(own) <= shortest or _ends_rightly(own, continued=continued) or is_signature(report, span):
            continue
        clean = False
        last = _LAST_CLAUSE.search(text, span.start, span.end)
        end = span.start + len(text[span.start : span.end].rstrip())
        found = Span(last.start() if last else span.start, end)
        yield Hit(found, {"end": report.document.quote(found)}, name="stop")
    if clean:
        yield Passed("stop")


def _paragraphs(report: Report) -> Iterator[tuple[Span, bool]]:
    """Each passage without its label, and whether prose, a table or a deeper heading follows it in its part."""
    tables = sorted(table.span.start for table in report.document.tables())
    every = stretches(report)
    for stretch, following in pairwise((*every, None)):
        if stretch is None:
            continue
        for passage, after in pairwise((*stretch.passages, None)):
            if passage is not None and not _is_furniture(report, stretch, passage):
                go_on = after is not None or _table_follows(report, passage, tables)
                yield _unlabelled(report, passage), go_on or _is_deeper(stretch, following)


def _is_furniture(report: Report, stretch: Stretch, passage: Passage) -> bool:
    """Whether it is a line above the report, such as the way through a website or the date of publication."""
    preface = (stretch.section.part or 0) == 0 and stretch.section.heading is None
    return preface and not _SENTENCES.search(report.document.text, passage.span.start, passage.span.end)


def _table_follows(report: Report, passage: Passage, tables: list[int]) -> bool:
    at = bisect_left(tables, passage.span.end)
    blanks = _BLANKS.match(report.document.text, passage.span.end)
    return blanks is not None and at < len(tables) and tables[at] <= blanks.end()


def _is_deeper(stretch: Stretch, following: Stretch | None) -> bool:
    """Whether the next stretch belongs under this one's heading."""
    if following is None or following.section is not stretch.section or following.heading is None:
        return False
    return stretch.heading is None or following.heading.level > stretch.heading.level


def _unlabelled(report: Report, passage: Passage) -> Span:
    label = passage.paragraph.label
    at = (
        report.document.text.find(label.text, passage.span.start, passage.span.end)
        if passage.whole and label
        else -1
    )
    return Span(at + len(label.text), passage.span.end) if label and at >= 0 else passage.span


def _ends_rightly(text: str, *, continued: bool) -> bool:
    if _ENDED.search(text) or _NOTE.search(text) or (continued and _GOES_ON.search(text)):
        return True
    return not _INSIDE.search(text) and bool(_CAPTION.search(text))
