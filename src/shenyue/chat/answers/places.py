"""What stands at a place that is named as the answers name places: 第16段, 第414行, 第六部分."""

from collections.abc import Iterator
from dataclasses import replace

from shenyue.chat.lexicon import lexicon
from shenyue.chat.phrases import citations, listed, part_name
from shenyue.chat.questions import Question
from shenyue.chat.replies import Citation, Intent, Reply, Situation
from shenyue.chat.subjects import subjects
from shenyue.checks.naming import table_name
from shenyue.chinese.numerals import read_integer
from shenyue.findings import Finding
from shenyue.model import Paragraph, Span
from shenyue.output.spot import counts_lines
from shenyue.report import Report, Section
from shenyue.review import Review

_PLACE = "◇"
_MOST = 400
"""Characters that are quoted of a part."""


def at_place(question: Question, situation: Situation) -> Reply | None:
    """第16段写了什么, 第16段有什么问题, 到第16段; None where something else is said of it."""
    apart, said = lexicon().apart, question.said
    match = apart["place"].search(said)
    number = read_integer(match["n"]) if match else None
    if match is None or number is None:
        return None
    rest = said[: match.start()] + said[match.end() :]
    goes = apart["place_go"].fullmatch(said[: match.start()] + _PLACE + said[match.end() :])
    wrong = apart["place_wrong"].search(rest)
    if not (goes or wrong or apart["place_written"].search(rest)):
        return None
    span, refusal = _counted(situation.review.report, number, match["unit"])
    if span is None:
        return Reply(Intent.JUMP, refusal, situation, offers=("看全部", "报告有哪几部分"))
    intent = Intent.JUMP if goes else Intent.COUNT if wrong else Intent.SEARCH_TEXT
    name = f"第{number}{match['unit']}"
    found = _found(situation.review, span)
    now = replace(situation, current=found[0].key) if goes and found else situation
    return Reply(intent, _told(situation.review, name, span), now, _cited(situation.review, span))


def _counted(report: Report, number: int, unit: str) -> tuple[Span | None, str]:
    """The paragraph or line of a number, as the answers count them; else why there is none."""
    by_line = counts_lines(report)
    if by_line != (unit == "行"):
        return None, f"这份报告的位置按{'行' if by_line else '段'}数，请说第几{'行' if by_line else '段'}。"
    spans = list(_lines(report)) if by_line else [one.span for one in report.document.blocks]
    if 1 <= number <= len(spans):
        return spans[number - 1], ""
    return None, f"报告一共 {len(spans)} {unit}，没有第 {number} {unit}。"


def _lines(report: Report) -> Iterator[Span]:
    start = 0
    for line in report.document.text.split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _told(review: Review, name: str, span: Span) -> str:
    found = _found(review, span)
    table = review.report.table_at(span.start)
    part = part_name(review.report.section_at(span.start).part)
    words = _shortened(review.report.document.quote(span))
    where = f"（{part}{table_name(review.report, table.key) if table else ''}）"
    lines = [f"{name}{where}：“{words}”" if words else f"{name}{where}是空的。"]
    lines.append(f"这里有 {len(found)} 条问题：\n{listed(review, found)}" if found else "这里没有查出问题。")
    return "\n".join(lines)


def _found(review: Review, span: Span) -> list[Finding]:
    return [
        one
        for one in review.findings
        if one.place.start is not None and span.start <= one.place.start <= span.end
    ]


def _cited(review: Review, span: Span) -> tuple[Citation, ...]:
    return (Citation(span=span), *citations(_found(review, span)))


def _shortened(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= _MOST else f"{words[:_MOST]}……"


def part_written(question: Question, situation: Situation) -> Reply | None:
    """第六部分写了什么: the text of the part, its tables by name."""
    number = next(iter(question.slots.sections), None)
    if number is None or len(question.slots.sections) > 1:
        return None
    rest = subjects().sections[str(number)].sub("", question.said)
    if not lexicon().apart["part_written"].search(rest):
        return None
    report = situation.review.report
    sections = report.parts(number)
    if not sections:
        return Reply(
            Intent.SEARCH_TEXT, f"没有找到{part_name(number)}。", situation, offers=("报告有哪几部分",)
        )
    texts = [_section(report, one) for one in sections]
    return Reply(
        Intent.SEARCH_TEXT, "\n".join(texts), situation, tuple(Citation(span=one.span) for one in sections)
    )


def _section(report: Report, section: Section) -> str:
    quote = report.document.quote
    inside = [
        one for one in report.document.blocks if section.span.start <= one.span.start < section.span.end
    ]
    prose = "\n".join(
        quote(one.span).strip()
        for one in inside
        if isinstance(one, Paragraph) and report.table_at(one.span.start) is None
    )
    tables = [
        one for one in report.tables.values() if section.span.start <= one.span.start < section.span.end
    ]
    names = "、".join(table_name(report, one.key) for one in tables)
    shown = prose if len(prose) <= _MOST else f"{prose[:_MOST]}……（全文见报告）"
    return f"{part_name(section.part)}：\n{shown}" + (f"\n另有统计表：{names}。" if names else "")
