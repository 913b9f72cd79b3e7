"""Which rules are known to work: by their own examples, and by what they find in reports."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from shenyue.errors import UnreadableFile
from shenyue.examples import ExampleRun, Trial
from shenyue.findings import LedgerState
from shenyue.review import Order, Review, open_review
from shenyue.rules import Example, Rule, RulePack
from shenyue.samples import BrokenSample


@dataclass(frozen=True, slots=True)
class ExampleResult:
    """One example, run."""

    rule: Rule
    number: int
    """1-based."""
    example: Example
    run: ExampleRun | None
    """None where the example describes no report."""
    broken: str = ""
    """Why, in Chinese."""

    @property
    def holds(self) -> bool:
        """Whether the rule does what the example says."""
        return self.run is not None and self.run.holds

    @property
    def flags(self) -> bool:
        """Whether it shows that the rule finds something, be it other than expected."""
        return self.run is not None and self.run.flagged


@dataclass(slots=True)
class Seen:
    """What a rule came to over the reports of a folder."""

    reports: list[str] = field(default_factory=list)
    """In which it found something."""
    findings: int = 0
    checked: int = 0
    """Reports in which all or some of its duties were checked."""
    could_not: int = 0
    not_applicable: int = 0


def own_rules(pack: RulePack) -> tuple[Rule, ...]:
    """The rules that the pack adds itself."""
    return tuple(rule for rule in pack.rules if rule.pack == pack.id)


def run_examples(pack: RulePack) -> Iterator[ExampleResult]:
    """Every example that the pack itself brings, for its own rules and for those that it changes."""
    trial = Trial(pack)
    for rule in pack.rules:
        for number, example in enumerate(rule.examples, 1):
            if example.pack != pack.id:
                continue
            try:
                yield ExampleResult(rule, number, example, trial.run(example, rule.id))
            except BrokenSample as reason:
                yield ExampleResult(rule, number, example, None, str(reason))


def seen_in(pack_id: str, folders: tuple[Path, ...], files: Iterable[Path]) -> Mapping[str, Seen]:
    """What each rule of a pack comes to in these reports, by rule id; files that cannot be read are passed over."""
    seen: defaultdict[str, Seen] = defaultdict(Seen)
    for path in files:
        try:
            review = open_review(path, Order(district=pack_id, folders=folders))
        except UnreadableFile:
            continue
        _count(review, seen)
    return seen


def _count(review: Review, seen: Mapping[str, Seen]) -> None:
    for entry in review.ledger:
        own = seen[entry.rule]
        own.checked += entry.state in {LedgerState.CHECKED, LedgerState.PARTLY_CHECKED}
        own.could_not += entry.state is LedgerState.COULD_NOT_CHECK
        own.not_applicable += entry.state is LedgerState.NOT_APPLICABLE
    for finding in review.findings:
        own = seen[finding.rule]
        own.findings += 1
        if review.path.name not in own.reports:
            own.reports.append(review.path.name)
