"""A review made to be read: what is wrong, where, why, and how to mend it; then what was checked and what could not be."""

from collections.abc import Iterable, Iterator, Sequence

from shenyue.findings import Finding, Severity
from shenyue.model import Span
from shenyue.output.excerpt import excerpt
from shenyue.output.failure import Failure
from shenyue.output.layout import width, wrap
from shenyue.output.ledger_text import ledger_lines, unread_lines
from shenyue.output.literal import visible
from shenyue.output.spot import place_text
from shenyue.output.style import KINDS, MARKS, NAMES, Style
from shenyue.output.unlike import NO_REPORT, is_unlike
from shenyue.review import Review
from shenyue.waivers import Notice

_INDENT = 4
_RULE = 60


def fragment(review: Review, style: Style, *, ledger: bool = False, waived: bool = False) -> str:
    """One review as lines for people; `ledger`: with every rule of the ledger; `waived`: with what is let pass."""
    let_pass = _waived(review, style) if waived else ()
    return "\n".join(
        (
            *_head(review, style),
            *_findings(review, style),
            *let_pass,
            *_tail(review, style, ledger=ledger),
            "",
        )
    )


def join(
    fragments: Iterable[str], failures: Sequence[Failure], notices: Sequence[Notice] = ()
) -> Iterator[str]:
    """The reviews one after another as they come, then the files that could not be read, then what is wrong with waivers."""
    for number, text in enumerate(fragments):
        yield ("\n" + "─" * _RULE + "\n\n" if number else "") + text
    if failures:
        yield "\n未能读取的文件：\n" + "".join(f"    {visible(failure.sentence)}\n" for failure in failures)
    if notices:
        yield "\n放过清单需要整理：\n" + "".join(f"    {visible(str(notice))}\n" for notice in notices)


def _head(review: Review, style: Style) -> Iterator[str]:
    report, source = review.report, review.report.document.source
    yield style.bold(visible(report.title) or "（没有找到报告标题）")
    kind = f"（{KINDS[report.kind]}）" if report.kind else "（单位类别未能判断）"
    form = f"{report.form.version} 年式" if report.form else "未能判断"
    yield from _field("文件", f"{review.path}（{source.format}，sha256 {source.sha256[:12]}）", style)
    yield from _field(
        "单位",
        f"{visible(report.unit) or '未能识别'}{kind}  年度 {report.year or '未能识别'}  表式 {form}",
        style,
    )
    yield from _field(
        "规则包",
        f"{review.pack.name}（{review.pack.id} {review.pack.version}）：{review.choice.reason}",
        style,
    )
    if report.prior_note:
        yield from _field("上年报告", visible(report.prior_note), style)
    yield from _field("结果", summary(review), style)
    if is_unlike(report):
        yield from _field("注意", NO_REPORT, style)


def summary(review: Review) -> str:
    """必须改正 1 处，建议改正 4 处，提示 2 处."""
    counts = [f"{NAMES[severity]} {review.count(severity)} 处" for severity in Severity]
    found = "，".join(counts) if review.findings else "没有发现问题"
    return found + (f"；另有 {len(review.waived)} 处放过（--show-waived 列出）" if review.waived else "")


def _findings(review: Review, style: Style) -> Iterator[str]:
    """By severity, with the numbers that they have in the order of the text, as the app and the conversation have them."""
    numbers = {finding.key: number for number, finding in enumerate(review.findings, 1)}
    for severity in Severity:
        group = [finding for finding in review.findings if finding.severity is severity]
        if group:
            yield ""
            yield style.severity(
                severity, style.bold(f"{MARKS[severity]} {NAMES[severity]}（{len(group)} 处）")
            )
        for finding in group:
            yield ""
            yield from _finding(numbers[finding.key], finding, review, style)


def _waived(review: Review, style: Style) -> Iterator[str]:
    """What is let pass, with the reasons."""
    if review.waived:
        yield ""
        yield style.bold(f"放过（{len(review.waived)} 处）")
    for number, one in enumerate(review.waived, 1):
        until = f"，至 {one.expires}" if one.expires else ""
        by = f"（{visible(one.person)}{until}）" if one.person else ""
        yield ""
        yield from _finding(number, one.finding, review, style)
        yield from _field("放过", f"{visible(one.reason)}{by}", style)


def _finding(number: int, finding: Finding, review: Review, style: Style) -> Iterator[str]:
    mark = style.severity(finding.severity, f"{MARKS[finding.severity]} {finding.rule}")
    yield f"{number:>2}  {mark}  {style.bold(finding.title)}"
    yield from _field("位置", place_text(review.report, finding), style)
    if finding.place.start is not None and finding.place.end is not None:
        shown = excerpt(review.report.document, Span(finding.place.start, finding.place.end))
        quote = style.marked(shown.quote) if shown.quote.strip() else "【　】（空白）"
        yield from _field("原文", f"{shown.before}{quote}{shown.after}", style)
    yield from _field("问题", visible(finding.message), style)
    if finding.formula:
        yield from _field("核算", visible(finding.formula), style)
    if finding.suggestion:
        yield from _field("建议", visible(finding.suggestion), style)
    for basis in finding.basis:
        yield from _field("依据", basis, style)


def _field(name: str, text: str, style: Style) -> Iterator[str]:
    lead = " " * _INDENT + name + "  "
    margin = " " * width(lead)
    first, *rest = wrap(text, style.width - width(lead))
    yield style.dim(lead) + first
    for line in rest:
        yield margin + line


def _tail(review: Review, style: Style, *, ledger: bool) -> Iterator[str]:
    yield ""
    yield from ledger_lines(review, style, full=ledger)
    yield from unread_lines(review, style)
