"""审核结论: which one the answers of the reviewer lead to, and what each says where nobody words it otherwise."""

from collections.abc import Mapping
from enum import StrEnum

from shenyue.decisions import Verdict
from shenyue.findings import ItemState, LedgerState, Severity
from shenyue.review import Review


class Outcome(StrEnum):
    """What a review comes to; the names are the keys of `[memo.conclusion]` in a pack."""

    MEND = "mend"
    """At least one confirmed finding must be mended."""
    POLISH = "polish"
    """Confirmed findings, none of which must be mended."""
    PENDING = "pending"
    """Nothing is confirmed, and something is not yet answered or waits to be verified."""
    PARTIAL = "partial"
    """Nothing is wrong in what was checked, but something could not be checked or read."""
    CLEAN = "clean"
    """All was checked and nothing is wrong."""


CONCLUSIONS: Mapping[str, str] = {
    Outcome.MEND: "按要求修改后报送。",
    Outcome.POLISH: "基本符合要求，建议按本意见修改完善后报送。",
    Outcome.PENDING: "尚有问题待核实，核实后再作结论。",
    Outcome.PARTIAL: "已核对的内容符合要求；附件所列未能核对、没有读入的内容，请另行核对后报送。",
    Outcome.CLEAN: "符合要求，建议报送。",
}


def outcome_of(review: Review) -> Outcome:
    """What the findings and the reviewer's answers come to."""
    verdicts = {finding: _verdict(review, finding.key) for finding in review.findings}
    confirmed = [one for one, verdict in verdicts.items() if verdict is Verdict.CONFIRMED]
    if confirmed:
        grave = any(finding.severity is Severity.ERROR for finding in confirmed)
        return Outcome.MEND if grave else Outcome.POLISH
    if any(verdict is not Verdict.REJECTED for verdict in verdicts.values()):
        return Outcome.PENDING
    return Outcome.PARTIAL if _has_gaps(review) else Outcome.CLEAN


def _verdict(review: Review, key: str) -> Verdict | None:
    decision = review.decisions.get(key)
    return decision.verdict if decision else None


def _has_gaps(review: Review) -> bool:
    """Whether silence may mean "not looked at" somewhere."""
    unchecked = any(
        entry.state is LedgerState.COULD_NOT_CHECK or entry.count(ItemState.UNCHECKED)
        for entry in review.ledger
    )
    return unchecked or any(unread.content for unread in review.report.document.unread)
