"""The rows of the list of findings: groups with their counts, and the findings below them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from shenyue.findings import Finding, Severity
from shenyue.output.style import MARKS, NAMES


class Grouping(StrEnum):
    """By what the list is divided; the value is what the screen calls it."""

    SECTION = "按章节"
    RULE = "按规则"
    SEVERITY = "按级别"


@dataclass(frozen=True, slots=True)
class Row:
    """One row: a group's head (no finding) or a finding."""

    text: str
    finding: Finding | None = None


def rows(findings: tuple[Finding, ...], grouping: Grouping) -> tuple[Row, ...]:
    """Groups in the order of their first finding, by severity the gravest first."""
    name_of = _NAMES[grouping]
    groups: dict[str, list[Finding]] = {}
    if grouping is Grouping.SEVERITY:
        groups = {f"{MARKS[severity]} {NAMES[severity]}": [] for severity in Severity}
    for finding in findings:
        groups.setdefault(name_of(finding), []).append(finding)
    result: list[Row] = []
    for name, members in groups.items():
        if members:
            result.append(Row(f"{name}（{len(members)}）"))
            result += [Row(finding.title, finding) for finding in members]
    return tuple(result)


def _section(finding: Finding) -> str:
    if finding.place.section:
        return f"第{finding.place.section}部分"
    return "全文" if finding.place.start is None else "标题与开头"


_NAMES: dict[Grouping, Callable[[Finding], str]] = {
    Grouping.SECTION: _section,
    Grouping.RULE: lambda finding: f"{finding.rule} {finding.title}",
    Grouping.SEVERITY: lambda finding: f"{MARKS[finding.severity]} {NAMES[finding.severity]}",
}
