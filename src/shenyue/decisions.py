"""处理意见: the reviewer's answer to a finding. Data only."""

from dataclasses import dataclass
from enum import StrEnum


class Verdict(StrEnum):
    """What the reviewer made of a finding."""

    CONFIRMED = "confirmed"
    REJECTED = "rejected"
    TO_VERIFY = "to_verify"

    @property
    def chinese(self) -> str:
        """As the screens and the memo say it."""
        return {"confirmed": "确认", "rejected": "不成立", "to_verify": "待核实"}[self.value]


@dataclass(frozen=True, slots=True)
class Decision:
    """One answer; a note on a finding without a verdict makes it 待核实."""

    verdict: Verdict
    note: str
    by: str
    """Who decided; empty where the program does not know."""
    at: str
    """When, ISO 8601 with time zone, to the second."""


class Include(StrEnum):
    """Which findings a unit is told, by how they were answered; what was rejected is never told."""

    CONFIRMED = "confirmed"
    ALL = "all"
    OPEN = "open"
    """Not yet answered, or to be verified."""

    def takes(self, decision: Decision | None) -> bool:
        """Whether a finding that was answered so is among them; None: not answered."""
        confirmed = decision is not None and decision.verdict is Verdict.CONFIRMED
        open_ = decision is None or decision.verdict is Verdict.TO_VERIFY
        return {Include.CONFIRMED: confirmed, Include.OPEN: open_, Include.ALL: confirmed or open_}[self]
