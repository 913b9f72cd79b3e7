"""Prose that does not end with a stop (L507)."""

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

import regex

from shenyue.checks.language.wording_text import is_signature
from shenyue.checks.prose import stretches
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Report

STOPS_VALUES = frozenset({"end"})
_GOES_ON = regex.compile(r"[：:；;][”’」』）)\]】》\"']*\Z")
_ENDED = regex.compile(r"(?:[。！？!?…]|\.{3,})[”’」』）)\]】》\"']*\Z")
_NOTE = regex.compile(
    r"\A[（(【\[].*[）)】\]]\Z|\A(?:附件?|附表|注|备注|说明|来源|单位|网址|地址|邮编|邮箱|电话|传真|联系\p{Han}{1,4}|发布\p{Han}{1,4}|日期|时间|表|图)"
    r"\s*[\d一二三四五六七八九十]*\s*[：:.、\s]|\A\p{Han}{2,8}[：:][^，。；]*\Z|[\w/]\.(?:cn|com|net|org)\S*\Z"
)
_CAPTION = regex.compile(
    r"(?:统计表|一览表|情况表|明细表|表|图|情况|事项|报告|目录|附件)(?:[（(][^（）()]*[）)])?\Z"
)
_INSIDE = regex.compile(r"[，。；：]")
_LAST_CLAUSE = regex.compile(r"[^，。；：！？、]{1,20}[，、：；]?\s*\Z")


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
    """Each passage without its label, and whether prose or a table follows under the same heading."""
    tables = sorted(table.span.start for table in report.document.tables())
    for stretch in stretches(report):
        for passage, after in pairwise((*stretch.passages, None)):
            if passage is None:
                continue
            gap = report.document.text[passage.span.end :]
            following = bisect_left(tables, passage.span.end)
            table = following < len(tables) and not gap[: tables[following] - passage.span.end].strip()
            label = passage.paragraph.label
            start = passage.span.start
            if passage.whole and label is not None:
                start = report.document.text.index(label.text, start) + len(label.text)
            yield Span(start, passage.span.end), after is not None or table


def _ends_rightly(text: str, *, continued: bool) -> bool:
    if _ENDED.search(text) or _NOTE.search(text) or (continued and _GOES_ON.search(text)):
        return True
    return not _INSIDE.search(text) and bool(_CAPTION.search(text))
