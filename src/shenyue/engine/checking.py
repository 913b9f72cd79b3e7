"""Running a pack's rules over a report; one rule's crash is told and stops nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from time import perf_counter

from shenyue.checks import CHECKS
from shenyue.engine.keys import anchor_of, finding_keys
from shenyue.engine.ledger import crashed, entry_of, standing_aside
from shenyue.engine.places import place_of
from shenyue.engine.wording import wording_of
from shenyue.findings import Finding, Hit, Ledger, LedgerEntry
from shenyue.report import Report
from shenyue.rules import Rule, RulePack

_MOST = 500
"""Findings of one rule; more of them help nobody, and a text made of brackets would have a hundred thousand."""
_Judged = tuple[LedgerEntry, tuple[Finding, ...]]


@dataclass(frozen=True, slots=True)
class Checked:
    """What came of checking a report by a pack."""

    findings: tuple[Finding, ...]
    """In the order of the text; what is missing stands at the end."""
    ledger: Ledger
    """In the order of the rules, every rule of the pack once."""
    seconds: Mapping[str, float]
    """What each rule took, by id."""


def check(report: Report, pack: RulePack) -> Checked:
    """Judge a report by every rule of a pack."""
    findings: list[Finding] = []
    entries: list[LedgerEntry] = []
    seconds: dict[str, float] = {}
    for rule in pack.rules:
        began = perf_counter()
        entry, found = _judge(report, rule)
        seconds[rule.id] = perf_counter() - began
        entries.append(entry)
        findings.extend(found)
    findings.sort(key=_text_order)
    return Checked(tuple(findings), tuple(entries), seconds)


def joined(pack: RulePack, *parts: Checked) -> Checked:
    """What came of checking by the parts of a pack, as if by all of it at once."""
    ledger = {entry.rule: entry for part in parts for entry in part.ledger}
    return Checked(
        tuple(sorted((finding for part in parts for finding in part.findings), key=_text_order)),
        tuple(ledger[rule.id] for rule in pack.rules if rule.id in ledger),
        {rule: took for part in parts for rule, took in part.seconds.items()},
    )


def quick_and_slow(pack: RulePack) -> tuple[RulePack, RulePack]:
    """The pack in two: rules that start at once, and those that first load a dictionary of words."""
    slow = {rule.id for rule in pack.rules if CHECKS[rule.kind].words}
    return (
        replace(pack, rules=tuple(rule for rule in pack.rules if rule.id not in slow)),
        replace(pack, rules=tuple(rule for rule in pack.rules if rule.id in slow)),
    )


def _judge(report: Report, rule: Rule) -> _Judged:
    aside = standing_aside(rule, report)
    if aside is not None:
        return aside, ()
    try:
        outcomes = tuple(CHECKS[rule.kind].run(report, **rule.parameters))
        hits = [outcome for outcome in outcomes if isinstance(outcome, Hit)]
        return _told(entry_of(rule.id, outcomes), len(hits)), _findings(report, rule, hits)
    except Exception as error:  # noqa: BLE001 - whatever a check does wrong, the other rules still speak
        return crashed(rule.id, error), ()


def _told(entry: LedgerEntry, hits: int) -> LedgerEntry:
    """The entry, saying where not every hit becomes a finding."""
    if hits <= _MOST:
        return entry
    reasons = (entry.reason, f"共 {hits} 处问题，只列出前 {_MOST} 处")
    return replace(entry, items=entry.items[:_MOST], reason="；".join(filter(None, reasons)))


def _findings(report: Report, rule: Rule, hits: list[Hit]) -> tuple[Finding, ...]:
    hits = sorted(hits, key=lambda hit: hit.span.start if hit.span else len(report.document.text))[:_MOST]
    keys = finding_keys(rule.id, [anchor_of(report, hit) for hit in hits])
    return tuple(_finding(report, rule, hit, key) for hit, key in zip(hits, keys, strict=True))


def _finding(report: Report, rule: Rule, hit: Hit, key: str) -> Finding:
    quote = report.document.quote(hit.span) if hit.span else ""
    wording = wording_of(rule, hit, quote)
    return Finding(
        key=key,
        rule=rule.id,
        title=rule.title,
        severity=wording.severity,
        message=wording.message,
        place=place_of(report, hit),
        quote=quote,
        operands=hit.operands,
        formula=hit.formula,
        suggestion=wording.suggestion,
        basis=tuple(str(basis) for basis in rule.basis if basis.governs(report.form)),
        cells=hit.cells,
    )


def _text_order(finding: Finding) -> tuple[bool, int, str]:
    start = finding.place.start
    return start is None, start or 0, finding.rule
