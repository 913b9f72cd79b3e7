"""What the keys do that only look: filter, search, sections, evidence, basis, tables, help."""

from typing import TYPE_CHECKING

import regex

from shenyue.findings import Finding, TablePlace
from shenyue.model import Span
from shenyue.output.spot import span_words
from shenyue.report import FormTable, Report
from shenyue.tui import desk
from shenyue.tui.blocks import FOUND, OPERAND, QUOTE, Block, DrawnTable, Mark, Prose
from shenyue.tui.cells import cells_at_fault, form_cells
from shenyue.tui.grouping import Grouping
from shenyue.tui.screens import ruling, stepping
from shenyue.tui.screens.dialogs import AskText, Choice
from shenyue.tui.screens.reading import Reading, help_screen
from shenyue.tui.widgets.card import card_text
from shenyue.tui.widgets.report import ReportView

if TYPE_CHECKING:
    from shenyue.tui.screens.review import ReviewScreen


def filter_findings(screen: "ReviewScreen") -> None:
    """Choose what to look at, or how to divide the list."""
    choices = desk.filters(screen.situation)
    groupings = [f"分组：{grouping.value}" for grouping in Grouping]
    titles = {f"只看 {one.rule}": f"　{one.title}" for one in screen.situation.review.findings}
    options = [
        f"{choice.name or '全部问题'}{titles.get(choice.name, '')}（{len(choice.keys)}）"
        for choice in choices
    ] + groupings
    waived = ruling.waived_blocks(screen.situation.review)
    options += [f"看放过的（{len(screen.situation.review.waived)}）"] if waived else []
    names = [choice.name for choice in choices]
    at = names.index(screen.situation.filter_name) if screen.situation.filter_name in names else 0

    def taken(answer: int | None) -> None:
        if answer is None:
            return
        if answer < len(choices):
            screen.become(desk.under(screen.situation, choices[answer]))
        elif answer < len(choices) + len(groupings):
            screen.grouping = list(Grouping)[answer - len(choices)]
            screen.redraw(moved=False)
        else:
            ruling.show_waived(screen)

    screen.app.push_screen(Choice("过滤与分组", options, at=at), taken)


def search(screen: "ReviewScreen") -> None:
    """Find words in the findings and in the report; the same words again: the next place."""

    def given(words: str | None) -> None:
        if words:
            screen.sought = (words, screen.sought[1] + 1 if words == screen.sought[0] else 0)
            _find(screen, *screen.sought)

    screen.app.push_screen(AskText("搜索", "在问题和报告里找", value=screen.sought[0]), given)


def _find(screen: "ReviewScreen", words: str, turn: int) -> None:
    text = screen.situation.review.report.document.text
    places = [Span(*match.span()) for match in regex.finditer(regex.escape(words), text, regex.IGNORECASE)]
    choice = desk.containing(screen.situation, words)
    if choice.keys:
        screen.become(desk.under(screen.situation, choice))
    if places:
        at = turn % len(places)
        others = tuple((place, FOUND) for place in (*places[:at], *places[at + 1 :]))
        screen.query_one(ReportView).show_spans((*others, (places[at], QUOTE)))
    if turn == 0:
        screen.says(_found(words, len(choice.keys), len(places)))
    if places and not choice.keys:
        screen.show_pane("middle")


def _found(words: str, findings: int, places: int) -> str:
    again = "再搜一次到下一处。" if places > 1 else ""
    lift = "Esc 取消过滤。" if findings else ""
    return f"“{words}”：问题里 {findings} 条，报告里 {places} 处。{again}{lift}"


def go_to_section(screen: "ReviewScreen") -> None:
    """Choose a heading to go to."""
    report = screen.situation.review.report
    headings = [
        heading for section in report.sections for heading in (section.heading, *section.headings) if heading
    ]
    options = [
        "　" * (heading.level - 1) + report.document.quote(heading.span).strip() for heading in headings
    ]

    def taken(answer: int | None) -> None:
        if answer is not None:
            screen.show_pane("middle")
            screen.call_after_refresh(screen.query_one(ReportView).bring_span, headings[answer].span)

    screen.app.push_screen(Choice("到章节", options), taken)


def evidence(screen: "ReviewScreen") -> None:
    """How the finding came about, term by term; choosing a term leads to its cell."""
    finding = desk.current(screen.situation)
    if finding is None:
        return
    report = screen.situation.review.report
    terms = _terms(report, finding)

    def taken(answer: int | None) -> None:
        span = terms[answer][1] if answer is not None and terms else None
        if span:
            others = tuple((other, OPERAND) for _, other in terms if other)
            screen.show_pane("middle")
            screen.query_one(ReportView).show_spans((*others, (span, QUOTE)))

    before = finding.formula or finding.message
    options = [name for name, _ in terms] or ["返回"]
    screen.app.push_screen(Choice("核算", options, before=before), taken)


def _terms(report: Report, finding: Finding) -> list[tuple[str, Span | None]]:
    """What was counted, or the cells at fault, each by its name and place."""
    counted: list[tuple[str, Span | None]] = [
        (
            f"{one.name}　{one.value}　{span_words(report, one.span) if one.span else '（原文没有这一格）'}",
            one.span,
        )
        for one in finding.operands
    ]
    return counted + list(cells_at_fault(report, finding))


def basis(screen: "ReviewScreen") -> None:
    """What the finding rests on, and why the rule is there."""
    finding = desk.current(screen.situation)
    if finding is None:
        return
    review = screen.situation.review
    rule, form = review.pack.rule(finding.rule), review.report.form
    blocks: list[Block] = [Prose(f"{rule.id} {rule.title}", "level-1")]
    blocks += [Prose(f"［{one.rank}］{one}") for one in rule.basis if one.governs(form)]
    blocks.append(Prose(f"缘由：{rule.why}"))
    screen.app.push_screen(Reading("依据", blocks))


def table(screen: "ReviewScreen") -> None:
    """The form tables at full width, at the current finding's."""
    report, finding = screen.situation.review.report, desk.current(screen.situation)
    if not report.tables:
        screen.notify("没有识别出规定的表格。", markup=False)
        return
    place = (
        TablePlace(finding.place.table, finding.place.row or "", finding.place.column or "")
        if finding and finding.place.table
        else None
    )
    blocks: list[Block] = []
    at = (0, 0)
    for form_table in report.tables.values():
        drawn, cell = _drawn(form_table, finding, place)
        blocks += [Prose(form_table.title, "level-1"), drawn]
        if place and place.table == form_table.key:
            at = (len(blocks) - 1, cell)
    screen.app.push_screen(Reading("表格", blocks, at))


def _drawn(
    form_table: FormTable, finding: Finding | None, place: TablePlace | None
) -> tuple[DrawnTable, int]:
    """The table with its marks, and which cell the finding is about."""
    cells, keys = form_cells(form_table)
    counted = {one.span for one in finding.operands if one.span} if finding else set()
    faulty = {place, *(finding.cells if finding else ())}
    marks, at = [], 0
    for ordinal, key in enumerate(keys):
        figure = form_table.figures.get(key) if key else None
        if figure is not None and figure.span in counted:
            marks.append(Mark(ordinal, ordinal + 1, OPERAND))
        if key and TablePlace(form_table.key, *key) in faulty:
            marks.append(Mark(ordinal, ordinal + 1, QUOTE))
            at = at or ordinal
    return DrawnTable(cells, marks=tuple(marks)), at


def point(screen: "ReviewScreen", span: Span) -> None:
    """Make the finding current that stands at a spot of the report; the narrowest where there are several."""
    places = {
        finding.key: Span(finding.place.start, finding.place.end)
        for finding in screen.situation.review.findings
        if finding.place.start is not None and finding.place.end is not None
    }
    there = [key for key, place in places.items() if place.overlaps(span) or place in span]
    if there:
        stepping.go_to(screen, min(there, key=lambda key: places[key].end - places[key].start))


def copy(screen: "ReviewScreen") -> None:
    """The current finding to the clipboard, through the terminal (OSC 52), so also over SSH."""
    finding = desk.current(screen.situation)
    if finding is not None:
        screen.app.copy_to_clipboard(card_text(screen.situation, finding))
        screen.notify("已复制这一条。", markup=False)


def show_help(screen: "ReviewScreen") -> None:
    """Every key."""
    screen.app.push_screen(help_screen(screen.wanted_keys))
