"""Whether the overview states a single figure (C705)."""

from collections.abc import Iterator

from shenyue.checks.overview import overview
from shenyue.checks.sentences import Sentence, holds, sentences
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Table
from shenyue.patterns import compiled
from shenyue.report import Report

OVERVIEW_FIGURES_VALUES = frozenset({"title"})
_NO_FIGURES = compiled(
    r"(?:19|20)\d{2}年(?:度)?|\d{1,2}月(?:份)?|\d{1,2}[日号](?!文)|[〔\[(]\d{4}[〕\])]\d+号|第\d+[号令条款项届次]?|12345|(?<!\d)\d++号"
    r"|“[^”]{0,30}”|《[^》]{0,80}》|(?<!\d)\d++(?:\+\w)+|(?<!\d)\d++[·.]\d+(?:政务公开日|活动)"
)
_FIGURE = compiled(
    r"\d|(?<![第之统一二三四五六七八九十百千万两])[一二三四五六七八九十百千万两]+余?(?:件|条|份|期|篇|场|人次|处|名|万元|次(?!会议|全会|全国|中全|常委|常务|例会))"
)


def overview_figures(report: Report, *, denials: tuple[str, ...]) -> Iterator[Outcome]:
    """The overview has a figure besides dates, document numbers and names, or a denial (未收到申请), which is the figure 0."""
    sections = overview(report)
    own = [one for one in sentences(report) if one.section in sections]
    if not sections or not own:
        yield NotApplicable("没有识别出第一部分" if not sections else "第一部分没有内容")
        return
    if any(_has_figure(one) or holds(one.text, denials) for one in own):
        yield Passed("part.1")
    elif any(report.unread_in(section.span) for section in sections):
        yield Unchecked("part.1", "第一部分有未能读取的内容（如图片），数据可能在其中")
    elif any(
        isinstance(one, Table) and any(one.span in at.span for at in sections)
        for one in report.document.blocks
    ):
        yield Passed("part.1", note="第一部分有表格")
    else:
        heading = sections[0].heading
        span = heading.title if heading else sections[0].span
        yield Hit(span, {"title": report.document.quote(span)}, name="part.1", missing="figures")


def _has_figure(sentence: Sentence) -> bool:
    return not sentence.heading and _FIGURE.search(_NO_FIGURES.sub("", sentence.text)) is not None
