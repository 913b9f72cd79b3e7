"""Findings told from those that are let pass, and which waivers did so."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from fnmatch import fnmatchcase
from pathlib import Path

from shenyue.engine import finding_key
from shenyue.findings import Finding
from shenyue.report import Report
from shenyue.rules import RulePack, Waiver
from shenyue.rules.guessing import did_you_mean
from shenyue.waivers.baseline import path_from
from shenyue.waivers.exceptions import Exceptions

_SECTIONS = ("", "一", "二", "三", "四", "五", "六")
_CELL = 3


@dataclass(frozen=True, slots=True)
class Waived:
    """A finding that is let pass."""

    finding: Finding
    reason: str
    person: str = ""
    """On whose word; empty for the baseline."""
    expires: date | None = None
    """The last day; None for the baseline."""
    source: str = "waiver"
    """waiver or baseline."""


class State(StrEnum):
    """What became of a waiver in a report."""

    USED = "used"
    UNUSED = "unused"
    """It is for such a report, but there is nothing to let pass."""
    EXPIRED = "expired"
    UNKNOWN_RULE = "unknown_rule"
    ELSEWHERE = "elsewhere"
    """It is for other reports, or for a rule that was not asked for."""


@dataclass(frozen=True, slots=True)
class Use:
    """A waiver and what became of it."""

    waiver: Waiver
    state: State
    guess: str = ""
    """The rule that was probably meant, as a Chinese question."""


@dataclass(frozen=True, slots=True)
class Applied:
    """What became of everything that may let findings of a report pass."""

    uses: tuple[Use, ...] = ()
    gone: int = 0
    """How many findings of the baseline the report has no more, of the rules that were asked for."""
    baseline: Path | None = None
    """The file that it stands in."""


@dataclass(frozen=True, slots=True)
class Sifted:
    """The findings of a report, told apart."""

    findings: tuple[Finding, ...]
    waived: tuple[Waived, ...]
    applied: Applied


def sift(
    findings: tuple[Finding, ...],
    report: Report,
    path: Path,
    pack: RulePack,
    exceptions: Exceptions,
    today: date,
) -> Sifted:
    """`pack`: the rules that ran; `path`: the report's file."""
    ran = {rule.id for rule in pack.rules if not rule.disabled}
    uses = [_begun(one, _is_for(one, report, path), exceptions, ran, today) for one in exceptions.waivers]
    active = [use.waiver for use in uses if use.state is State.UNUSED]
    known = exceptions.baseline.of(path, report.unit, report.year) if exceptions.baseline else {}
    kept: list[Finding] = []
    waived: list[Waived] = []
    used: set[Waiver] = set()
    for finding in findings:
        waiver = next((one for one in active if _meant(one, finding)), None)
        if waiver is not None:
            used.add(waiver)
            waived.append(Waived(finding, waiver.reason, waiver.person, waiver.expires))
        elif known.get(finding.key) == finding.rule and exceptions.baseline:
            reason = f"{exceptions.baseline.created} 建立基线时已有"
            waived.append(Waived(finding, reason, source="baseline"))
        else:
            kept.append(finding)
    uses = [Use(use.waiver, State.USED) if use.waiver in used else use for use in uses]
    gone = {key for key, rule in known.items() if rule in ran} - {finding.key for finding in findings}
    baseline = exceptions.baseline.file if exceptions.baseline else None
    return Sifted(tuple(kept), tuple(waived), Applied(tuple(uses), len(gone), baseline))


def _begun(waiver: Waiver, mine: bool, exceptions: Exceptions, ran: set[str], today: date) -> Use:
    """Unused so far, unless something speaks against it."""
    if waiver.expired(today):
        return Use(waiver, State.EXPIRED)
    if not mine:
        return Use(waiver, State.ELSEWHERE)
    if waiver.rule not in exceptions.rules:
        return Use(waiver, State.UNKNOWN_RULE, did_you_mean(waiver.rule, exceptions.rules))
    return Use(waiver, State.UNUSED if waiver.rule in ran else State.ELSEWHERE)


def _is_for(waiver: Waiver, report: Report, path: Path) -> bool:
    of_unit = not waiver.units or fnmatchcase(report.unit, waiver.units)
    names = (path.name, path_from(waiver.file, path))
    return of_unit and (not waiver.files or any(fnmatchcase(name, waiver.files) for name in names))


def _meant(waiver: Waiver, finding: Finding) -> bool:
    return (
        waiver.rule == finding.rule
        and "".join(waiver.quote.split()) in "".join(finding.quote.split())
        and (not waiver.place or _stands_at(waiver, finding))
    )


def _stands_at(waiver: Waiver, finding: Finding) -> bool:
    place, at = finding.place, waiver.place
    cell = at.split(".")
    if len(cell) == _CELL:
        found = (place.table or "", place.row or "", place.column or "")
        return all(fnmatchcase(one, pattern) for one, pattern in zip(found, cell, strict=True))
    if "." in at:
        return finding.key == finding_key(finding.rule, at)
    return place.section == _SECTIONS[int(at.removeprefix("part"))]
