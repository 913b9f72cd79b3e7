"""Prose that does not end with a stop (L507)."""

from collections.abc import Iterator

import regex

from shenyue.checks.language.wording_text import is_signature, wording_text
from shenyue.findings import Hit, Outcome, Passed
from shenyue.model import Span
from shenyue.report import Report

STOPS_VALUES = frozenset({"end"})
_ENDED = regex.compile(r"(?:[。！？!?…：:；;]|\.{3,})[”’」』）)\]】》\"']*\Z")
_NOTE = regex.compile(
    r"\A[（(【\[].*[）)】\]]\Z|\A(?:附件?|附表|注|备注|说明|来源|单位|网址|地址|邮编|邮箱|电话|传真|联系\p{Han}{1,4}|发布\p{Han}{1,4}|日期|时间|表|图)"
    r"\s*[\d一二三四五六七八九十]*\s*[：:.、\s]|\A\p{Han}{2,8}[：:][^，。；]*\Z|[\w/]\.(?:cn|com|net|org)\S*\Z"
)
_CAPTION = regex.compile(
    r"(?:统计表|一览表|情况表|明细表|表|图|情况|事项|报告|目录|附件)(?:[（(][^（）()]*[）)])?\Z"
)
_INSIDE = regex.compile(r"[，。；：]")
_LAST_CLAUSE = regex.compile(r"[^，。；：！？、]{1,20}[，、]?\Z")


def unended(report: Report, *, shortest: int = 15) -> Iterator[Outcome]:
    """Every paragraph of prose ends with a stop.

    `shortest`: characters above which a paragraph is prose. Headings, signature, notes, captions, contact lines, lead-ins (：) and
    items (；) end as they like.
    """
    read = wording_text(report, "prose")
    clean = True
    for span, raw in read.read():
        text = raw.rstrip()
        if len(text.strip()) <= shortest or _ends_rightly(text.strip()) or is_signature(report, span):
            continue
        clean = False
        last = _LAST_CLAUSE.search(text)
        begin = span.start + (last.start() if last else 0)
        end = span.start + len(text)
        yield Hit(Span(begin, end), {"end": report.document.text[begin:end]}, name="stop")
    if clean:
        yield Passed("stop")


def _ends_rightly(text: str) -> bool:
    if _ENDED.search(text) or _NOTE.search(text):
        return True
    return not _INSIDE.search(text) and bool(_CAPTION.search(text))
