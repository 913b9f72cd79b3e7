"""A rule's examples run: the clean report, the change, and what the rule must find then; of other rules, what is new."""

from collections import Counter
from dataclasses import dataclass, field, replace

from shenyue.engine import Checked, check
from shenyue.findings import Finding, Severity
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.rules import Example, ExpectedFinding, RulePack
from shenyue.samples import Sample, changed, document, shipped_sample

_Identity = tuple[str, str, Severity]
"""Key, quote and severity of a finding: by these the base's own findings are told from new ones."""


@dataclass(frozen=True, slots=True)
class ExampleRun:
    """What came of an example."""

    missed: tuple[ExpectedFinding, ...]
    """Expected, but not found."""
    surplus: tuple[Finding, ...]
    """Findings of the rule itself, and new ones of others at warning or above, that the example does not list."""
    flagged: bool
    """Whether the rule itself found anything, expected or not."""

    @property
    def holds(self) -> bool:
        """Whether the rule does what the example says."""
        return not self.missed and not self.surplus

    def __str__(self) -> str:
        """In Chinese, one line a difference."""
        missed = [f"应指出而未指出：{flag.rule}“{flag.quote}”" for flag in self.missed]
        surplus = [f"不应指出：{one.rule}“{one.quote}”（{one.message}）" for one in self.surplus]
        return "\n".join(missed + surplus)


@dataclass(frozen=True, slots=True)
class Trial:
    """A pack on trial: its examples run under it, each base checked once."""

    pack: RulePack
    _of_base: dict[str, Counter[_Identity]] = field(default_factory=dict)

    def run(self, example: Example, rule_id: str) -> ExampleRun:
        """Check the changed report; BrokenSample where the example describes no report.

        Everything that the rule itself finds counts, also what it found in the unchanged base; of other rules only what is new there,
        at info only where it is listed.
        """
        sample = changed(example.changes)
        known = Counter(self._known(sample.name))
        found = check_sample(sample, self.pack).findings
        judged = [one for one in found if one.rule == rule_id or not _spend(known, one)]
        missed = list(example.flags)
        surplus: list[Finding] = []
        for finding in judged:
            flag = ExpectedFinding(finding.rule, finding.quote)
            if flag in missed:
                missed.remove(flag)
            elif finding.rule == rule_id or finding.severity is not Severity.INFO:
                surplus.append(finding)
        return ExampleRun(tuple(missed), tuple(surplus), any(one.rule == rule_id for one in judged))

    def _known(self, name: str) -> Counter[_Identity]:
        """What the unchanged sample gives."""
        if name not in self._of_base:
            checked = check_sample(shipped_sample(name), self.pack)
            self._of_base[name] = Counter(_identity(finding) for finding in checked.findings)
        return self._of_base[name]


def check_sample(sample: Sample, pack: RulePack) -> Checked:
    """A sample checked by a pack."""
    return check(report_of(sample, pack), pack)


def report_of(sample: Sample, pack: RulePack) -> Report:
    """A sample recognised, with last year's where it has one."""
    report = recognise(document(sample, pack.forms), pack.forms, lexicon=pack.lexicon)
    return replace(report, prior=report_of(sample.prior, pack)) if sample.prior else report


def _identity(finding: Finding) -> _Identity:
    return finding.key, finding.quote, finding.severity


def _spend(known: Counter[_Identity], finding: Finding) -> bool:
    """Whether the base had this finding as well."""
    identity = _identity(finding)
    known[identity] -= 1
    return known[identity] >= 0
