"""One quantity with two values in the prose, or a value and a denial (X405)."""

from collections import defaultdict
from collections.abc import Iterator
from decimal import Decimal
from typing import NamedTuple

from shenyue.checks.equations import shown
from shenyue.checks.figures.comparing import FigureState, held
from shenyue.checks.figures.counted import CountedSentence, counted_sentences
from shenyue.checks.figures.stated import duty_name
from shenyue.findings import Hit, Operand, Outcome, Passed
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.statements import ProseFigure

TWICE_STATED_VALUES = frozenset({"first", "first_line"})
_OTHER_TIME = compiled(
    r"半年|季度|\d月|月份|去年|上年|同期|年初|计划|预计|目标|以来|历年|近[两三五几]年|[较比](?:上|去|往|前|同|19|20)|将|力争|每[年月季周日次]|明年|下一?年"
)
_WHOLE_YEAR = compiled(r"全年|本年|年内|今年|当年|年度内")
_YEAR = compiled(r"(?<!\d)((?:19|20)\d\d)年")
_LISTED = compiled(r"其中|包括|包含|分别|各")
_CHANNELS = compiled(
    r"网站|微信|微博|公众号|抖音|公报|专栏|客户端|APP|视频号|公示栏|公开栏|平台|栏目|报纸|电视|线上|线下|网上|现场|集中|社区|村|科室|部门|第[一二三四]"
)
_SKIPPED = compiled(
    r"^(?:\p{Han}{1,8}?(?:局|委|办|厅|街道|镇|乡|区|县|市|政府|中心|办公室)(?=现有|共|已|全年|累计|目前|建)|\p{P}|\s|全年度?|本年度?|年内|年度内|一年来|今年|当年|截至目前|目前|现有|已|共计?|累计|总共|合计|先后|陆续|积极|通过|在|利用|"
    r"组织|举办|开展|召开|召集|发布|推送|收取|制作|印发|编发|刊发|建立|设立|设置|开设|开通|拥有|配备|维护|运营|管理|"
    r"(?:19|20)\d\d年度?|本(?:街道|镇|乡|局|单位|机关|委|办|厅|区|县|市)|我(?:街道|镇|乡|局|单位|委|办|厅|区|县|市)|虽然?|尽管|仅|只|才|曾|为|有|了|对|加强)+"
)
_TAIL = compiled(r"(?:\s|共计?|累计|合计|总计|数量?|总数|为|是|达到?|有|等)+$")
_BEHIND = compiled(r"[^，。；、,;的等\s（(]{4,14}(?=的|$|[，。；,;])")
_DENIAL = compiled(r"(?:未|没有|无|从未|尚未)(?P<what>[^，。；,;]{4,16})")
_BODY = compiled(
    r"(?:本级|部门|机关|街道|乡镇|镇|办公[厅室]|单位|局|委|厅|分局|支队|窗口|企业|组织|个人|居民|村民|自然人)$"
)
"""Whose it is, and not what is counted: 区政府本级31件."""
_DIVISION = compiled(r"部分|方面|章|项内容")
"""六个部分: what a report is made of, no quantity that it reports."""
_SHORTEST = 4
"""Characters that tell one quantity from another."""
_OPENED = compiled(r"^(?:开通|开设|建立|设立|运营|建设)")


class _Count(NamedTuple):
    what: str
    unit: str
    channels: frozenset[str]
    value: Decimal
    span: Span
    sentence: Span


def twice_stated(report: Report) -> Iterator[Outcome]:
    """Look for quantities that the prose states twice."""
    yield from _linked(report)
    sentences = [*counted_sentences(report)]
    counts = [count for sentence in sentences for count in _counts(report, sentence)]
    yield from _different(report, counts)
    yield from _denied(report, sentences, counts)


# -- figures that speak of cells


def _linked(report: Report) -> Iterator[Outcome]:
    groups: defaultdict[str, list[ProseFigure]] = defaultdict(list)
    for figure in report.figures:
        if figure.cells and figure.certain and not figure.approximate:
            groups[duty_name(figure.cells)].append(figure)
    for name, figures in groups.items():
        first, others = figures[0], [one for one in figures[1:] if one.value != figures[0].value]
        if others and all(_open(report, one) for one in (first, *others)):
            yield _hit(report, first.span, others[0].span, name)
        elif len(figures) > 1:
            yield Passed(
                name,
                tuple(
                    Operand(report.document.quote(one.span), shown(one.value), one.span) for one in figures
                ),
            )


def _open(report: Report, figure: ProseFigure) -> bool:
    """Whether the table cannot tell if it is right; where it can, X401 and X404 have their say."""
    comparison = held(report, figure)
    return comparison.state is not FigureState.EQUAL and not comparison.contradicted


def _hit(report: Report, first: Span, second: Span, name: str, what: str = "") -> Hit:
    number = report.document.quote(first).strip()
    before = report.document.text[: first.start]
    quoted = f"{what}{number}" if before.endswith(what) else f"{number}（{what}）"
    line = report.document.line_at(first.start)
    values = {"first": quoted, "first_line": str(line)}
    operands = tuple(Operand(report.document.quote(one).strip(), "", one) for one in (first, second))
    return Hit(second, values, operands, name=name)


# -- other quantities


def _counts(report: Report, sentence: CountedSentence) -> Iterator[_Count]:
    linked = {figure.amount for figure in report.figures}
    listed = _LISTED.search(sentence.text)
    at = 0
    for amount in sentence.outside_brackets():
        before = sentence.text[at : amount.start]
        at = amount.end
        known = sentence.span(amount) in linked or _is_of_other_time(report, sentence.text, amount.start)
        division = _DIVISION.match(sentence.text, amount.end) is not None
        if known or division or amount.approximate or amount.each or amount.unit in {"%", "百分点", ""}:
            continue
        if listed is not None and listed.start() < amount.start:
            return
        what = _what(before, sentence.text[amount.end :])
        if len(what) >= _SHORTEST and not _BODY.search(what):
            heading = sentence.heading.replace("平台", "")  # 平台建设 is an aspect, no channel
            channels = frozenset(_CHANNELS.findall(heading + sentence.text[: amount.end]))
            yield _Count(what, amount.unit, channels, amount.value, sentence.span(amount), sentence.whole())


def _is_of_other_time(report: Report, text: str, at: int) -> bool:
    """Whether the clause, or where it names no time the sentence so far, is about another time than the whole year."""
    clause = compiled(r"[，；,;]").split(text[:at])[-1]
    clause += compiled(r"[，。；,;]").split(text[at:])[0]
    if _OTHER_TIME.search(clause) or _other_year(report, clause):
        return True
    if _WHOLE_YEAR.search(clause) or _YEAR.search(clause):
        return False
    return _OTHER_TIME.search(text[:at]) is not None or _other_year(report, text[:at])


def _other_year(report: Report, text: str) -> bool:
    return any(int(year) != report.year for year in _YEAR.findall(text))


def _what(before: str, behind: str) -> str:
    """What is counted: the words before the number, or where there are none the noun behind it."""
    clause = compiled(r"[，。；：,;:]").split(before)[-1]
    what = _TAIL.sub("", _SKIPPED.sub("", clause))
    if len(what) >= _SHORTEST:
        return what
    noun = _BEHIND.match(behind)
    return noun[0] if noun and not what else ""


def _different(report: Report, counts: list[_Count]) -> Iterator[Outcome]:
    groups: dict[tuple[str, str, frozenset[str]], list[_Count]] = defaultdict(list)
    for count in counts:
        groups[count.what, count.unit, count.channels].append(count)
    for found in groups.values():
        first = found[0]
        other = next(
            (one for one in found[1:] if one.value != first.value and one.sentence != first.sentence), None
        )
        if other is not None:
            yield _hit(report, first.span, other.span, first.what, first.what)
        elif len(found) > 1:
            yield Passed(first.what)


def _denied(report: Report, sentences: list[CountedSentence], counts: list[_Count]) -> Iterator[Outcome]:
    for sentence in sentences:
        for match in _DENIAL.finditer(sentence.text):
            if _is_of_other_time(report, sentence.text, match.start()):
                continue
            what = _SKIPPED.sub("", match["what"].rstrip("。"))
            opened = _OPENED.match(match["what"]) is not None
            stated = next((one for one in counts if _speaks_of(one, what, opened=opened)), None)
            if len(what) >= _SHORTEST and stated is not None and stated.value:
                span = Span(sentence.start + match.start(), sentence.start + match.end())
                yield _hit(report, stated.span, span, what, stated.what)


def _speaks_of(count: _Count, what: str, *, opened: bool) -> bool:
    """Whether a count is of what was denied; where something was never opened, of anything that it did."""
    return count.what == what or (opened and count.what.startswith(what))
