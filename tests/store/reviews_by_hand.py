"""Reviews made by hand: as many findings as wanted, no file, no rules."""

from dataclasses import replace
from hashlib import sha256
from pathlib import Path

from shenyue.decisions import Decision, Verdict
from shenyue.engine import Checked
from shenyue.findings import Finding, Place, Severity
from shenyue.model import Document, Source
from shenyue.report import Identity, Kind, Report
from shenyue.review import Review, decided
from shenyue.rules import Choice, RulePack

_NOWHERE = Place("五", "", None, None, None, None, None, None, None, None)
AT = "2024-01-02T03:04:05+08:00"


def key(number: int) -> str:
    return f"{number:012x}"


def review(name: str = "甲", findings: int = 5) -> Review:
    """A review of a report of its own for every name."""
    digest = sha256(name.encode()).hexdigest()
    document = Document(f"{name}.txt", name, (), Source(f"{name}.txt", "txt", digest))
    report = Report(document, Identity(None, "永安市司法局", 2023, Kind.DEPARTMENT), None, (), {})
    found = tuple(
        Finding(
            key(number), "N211", "序号重复", Severity.ERROR, f"第{number}处", _NOWHERE, "二是", (), "", "", ()
        )
        for number in range(findings)
    )
    pack = RulePack("national", "全国", "2026.1", (), (), ("national",))
    return Review(
        Path(f"{name}.txt"), report, pack, Choice("national", "default", ""), Checked(found, (), {})
    )


def answer(verdict: Verdict = Verdict.CONFIRMED, note: str = "") -> Decision:
    """An answer as the screen makes it: unsigned."""
    return Decision(verdict, note, "", AT)


def confirmed(before: Review, *numbers: int, note: str = "") -> Review:
    """The review with some findings confirmed."""
    for number in numbers:
        before = decided(before, key(number), answer(note=note))
    return before


def without(before: Review, number: int) -> Review:
    return replace(before, decisions={k: v for k, v in before.decisions.items() if k != key(number)})
