"""What to say of a row or column of a form table that was not found."""

from dataclasses import replace

from shenyue.checks.naming import quotable
from shenyue.checks.strays import flat
from shenyue.findings import Hit, Outcome, Unchecked
from shenyue.report import FormTable, FoundLine, LineState, Report


def not_found(report: Report, table: FormTable, line: FoundLine, hit: Hit) -> Outcome:
    """Given the hit with the span of a stray label that may be the line's, if any: then it is asked about, not called missing."""
    if hit.span is not None:
        found = quotable(flat(report, hit.span))
        return replace(hit, values={**hit.values, "found": found}, certain=False)
    if line.state is LineState.UNSURE:
        return Unchecked(hit.name, f"无法确认表中哪一处是“{quotable(line.prescribed)}”", line.span)
    if report.unread_in(table.span):
        return Unchecked(hit.name, "表格内有未能读取的内容", table.span)
    return replace(hit, variant="missing")
