"""How findings, places and rules are named in an answer, and what is cited with them."""

from collections.abc import Iterable

from shenyue.chat.replies import Citation
from shenyue.checks.naming import cell_name, table_name
from shenyue.findings import Finding, ItemState, LedgerEntry, LedgerState, Severity, TablePlace
from shenyue.form import CellKey
from shenyue.model import Span
from shenyue.output.spot import spot
from shenyue.report import FormTable, Report
from shenyue.review import Review, number_of
from shenyue.rules import Rule

SEVERITIES = {Severity.ERROR: "必须改正", Severity.WARNING: "建议改正", Severity.INFO: "提示"}
STATES = {"undecided": "未处理", "confirmed": "已确认", "rejected": "不成立", "to_verify": "待核实"}
LEDGER_STATES = {
    LedgerState.CHECKED: "已核对",
    LedgerState.PARTLY_CHECKED: "部分核对",
    LedgerState.NOT_APPLICABLE: "不适用",
    LedgerState.COULD_NOT_CHECK: "未能核对",
    LedgerState.DISABLED: "已停用",
}
_NUMERALS = ("前言", "第一部分", "第二部分", "第三部分", "第四部分", "第五部分", "第六部分")
_LISTED = 10
_QUOTED = 40


def part_name(number: int | None) -> str:
    """第三部分; 前言 before the first."""
    return "报告" if number is None else _NUMERALS[number]


def place_name(review: Review, finding: Finding) -> str:
    """第三部分第36行, 第三部分表三; 全文 of what has no place."""
    place = finding.place
    section = f"第{place.section}部分" if place.section else ""
    at = spot(review.report, place.start, gap="") if place.start is not None else ""
    return f"{section}{at}" or "全文"


def ledger_told(entry: LedgerEntry) -> str:
    """What became of a rule: 已核对，通过 3 项、未通过 0 项; 不适用，没有上年报告."""
    state = LEDGER_STATES[entry.state]
    notes = dict.fromkeys(one.note for one in entry.items if one.state is ItemState.UNCHECKED and one.note)
    counts = f"通过 {entry.count(ItemState.PASSED)} 项、未通过 {entry.count(ItemState.FAILED)} 项"
    reason = "；".join(notes) or entry.reason or (counts if entry.items else "")
    return reason if not reason or reason.startswith(state) else f"{state}，{reason}"


def one_line(review: Review, finding: Finding) -> str:
    """A finding in a list."""
    decision = review.decisions.get(finding.key)
    state = f"［{decision.verdict.chinese}］" if decision else ""
    return (
        f"{number_of(review, finding.key)}. {SEVERITIES[finding.severity]}　{finding.rule} {finding.title}"
        f"（{place_name(review, finding)}）{state}"
    )


def listed(review: Review, findings: Iterable[Finding]) -> str:
    """Findings one a line, the first ten of them."""
    found = list(findings)
    lines = [one_line(review, one) for one in found[:_LISTED]]
    if len(found) > _LISTED:
        lines.append(f"……另有 {len(found) - _LISTED} 条。")
    return "\n".join(lines)


def quote(text: str) -> str:
    """A quotation, cut where it is long, line ends folded."""
    folded = " ".join(text.split())
    return f"“{folded}”" if len(folded) <= _QUOTED else f"“{folded[:_QUOTED]}……”"


def citation(finding: Finding) -> Citation:
    """A finding with its place."""
    place = finding.place
    span = Span(place.start, place.end) if place.start is not None and place.end is not None else None
    cell = TablePlace(place.table, place.row or "", place.column or "") if place.table else None
    return Citation(
        rule=finding.rule, finding=finding.key, basis="；".join(finding.basis), span=span, cell=cell
    )


def citations(findings: Iterable[Finding]) -> tuple[Citation, ...]:
    """One a finding."""
    return tuple(citation(finding) for finding in findings)


def rule_citation(rule: Rule, report: Report) -> Citation:
    """A rule with what it rests on for this report."""
    return Citation(rule=rule.id, basis="；".join(bases(rule, report)))


def bases(rule: Rule, report: Report) -> tuple[str, ...]:
    """The provisions that govern a report of this form."""
    return tuple(f"{one}（{one.rank.value}）" for one in rule.basis if one.governs(report.form))


def cell_citation(table: FormTable, cell: CellKey) -> Citation:
    """A cell and where it stands."""
    return Citation(span=table[cell].span, cell=TablePlace(table.key, *cell))


def cell_place(report: Report, table: FormTable, cell: CellKey) -> str:
    """表三“一、本年新收…”行“总计”栏."""
    return f"{table_name(report, table.key)}{cell_name(report, table, cell)}"
