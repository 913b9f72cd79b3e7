"""审阅: one report under one rule pack, with all that was found; the way from a file to it."""

import difflib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from shenyue.decisions import Decision
from shenyue.engine import Checked, check, joined, quick_and_slow
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.findings import Finding, Ledger, Severity
from shenyue.loaders import load
from shenyue.model import Document
from shenyue.prior import Shelf, choose_prior
from shenyue.recognise import identify, recognise
from shenyue.report import Report
from shenyue.rules import Choice, Rule, RulePack, choose_pack, pack_for_reports
from shenyue.waivers import Applied, Exceptions, Waived, exceptions_for, sift

_LONGEST_TEXT = 2_000_000
"""Characters."""
_LONGEST_PARAGRAPH = 50_000
"""Characters."""
_MOST_BLOCKS = 25_000
"""Paragraphs and tables."""


@dataclass(frozen=True, slots=True)
class Order:
    """What the user asked of a review, besides the file."""

    district: str | None = None
    """A pack id named on the command line, or in the conversation."""
    in_session: bool = False
    """Whether `district` was named in the conversation."""
    preferred: str | None = None
    """A pack id from the settings."""
    folders: tuple[Path, ...] = ()
    """Folders of rule packs that go before the shipped ones."""
    select: tuple[str, ...] = ()
    """Rule ids or their beginnings; all rules where empty."""
    ignore: tuple[str, ...] = ()
    prior: Shelf | None = None
    """Last year's reports, where any were given."""
    baseline: bool = True
    """Whether findings that a baseline knows are let pass."""


@dataclass(frozen=True, slots=True)
class Review:
    """A report, the pack it was judged by, and what came of it."""

    path: Path
    report: Report
    pack: RulePack
    choice: Choice
    checked: Checked
    decisions: Mapping[str, Decision] = field(default_factory=dict)
    """The reviewer's answers by finding key; what is not in it is undecided."""
    head: str = ""
    """Hash of the last entry of the kept log that the decisions come from; empty where they are kept nowhere."""
    waived: tuple[Waived, ...] = ()
    """What waivers and the baseline let pass: in no count, shown on demand, printed in the memo's annex."""
    applied: Applied = field(default_factory=Applied)
    """What became of each waiver and of the baseline."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """In the order of the text."""
        return self.checked.findings

    @property
    def ledger(self) -> Ledger:
        """In the order of the rules."""
        return self.checked.ledger

    @property
    def outstanding(self) -> int:
        """How many rules have not been applied yet; 0 once the review is whole."""
        return len(self.pack.rules) - len(self.ledger)

    def count(self, severity: Severity) -> int:
        """How many findings are of a severity."""
        return sum(finding.severity is severity for finding in self.findings)


def number_of(review: Review, key: str) -> int:
    """The number of a finding in the order of the text, from 1; 0 where there is none."""
    return next((number for number, one in enumerate(review.findings, 1) if one.key == key), 0)


def decided(review: Review, key: str, decision: Decision | None) -> Review:
    """The review with one finding answered; None takes the answer back. KeyError where there is no such finding."""
    if all(finding.key != key for finding in review.findings):
        raise KeyError(key)
    rest = {other: answer for other, answer in review.decisions.items() if other != key}
    return replace(review, decisions=rest if decision is None else {**rest, key: decision})


def open_review(path: Path, order: Order) -> Review:
    """Read a file, choose the pack, and check. Raises as `growing_review`."""
    *_, review = growing_review(path, order)
    return review


def growing_review(path: Path, order: Order) -> Iterator[Review]:
    """The review as far as it is done: first without the rules that must load a dictionary of words, then whole.

    Raises:
        UnreadableFile: the file cannot be read as a report.
        BrokenPack: the rule pack, or the shenyue.toml beside the report, has mistakes.
        WrongUsage: the pack named does not exist, last year's report is another year's, or the baseline is damaged.
    """
    document = load(path)
    _refuse_endless(document)
    identity = identify(document)
    choice = choose_pack(
        identity,
        option=order.district,
        in_session=order.in_session,
        preferred=order.preferred,
        folders=order.folders,
    )
    whole = pack_for_reports(choice.pack_id, order.folders)
    exceptions = exceptions_for(path, whole, baseline=order.baseline)
    pack = _narrowed(whole, order)
    report = recognise(document, pack.forms, identity, lexicon=pack.lexicon)
    if order.prior is not None:
        report = _beside_prior(report, order.prior, pack)
    quick, slow = quick_and_slow(pack)
    review = Review(path, report, pack, choice, check(report, quick))
    if slow.rules:
        yield _sifted(review, exceptions)
        review = replace(review, checked=joined(pack, review.checked, check(report, slow)))
    yield _sifted(review, exceptions)


def _sifted(review: Review, exceptions: Exceptions) -> Review:
    """The review without the findings that are let pass."""
    checked = review.checked
    sifted = sift(checked.findings, review.report, review.path, review.pack, exceptions, date.today())  # noqa: DTZ011 - the office's own day
    return replace(
        review,
        checked=replace(checked, findings=sifted.findings),
        waived=sifted.waived,
        applied=sifted.applied,
    )


def _refuse_endless(document: Document) -> None:
    """Refuse what no office writes and no rule could read in reasonable time; real reports have a tenth of it."""
    longest = max((block.span.end - block.span.start for block in document.paragraphs()), default=0)
    if len(document.text) > _LONGEST_TEXT:
        raise UnreadableFile(
            f"“{document.name}”共 {len(document.text)} 字，超过上限（{_LONGEST_TEXT} 字），不像一份年度报告，请确认选对了文件。"
        )
    if len(document.blocks) > _MOST_BLOCKS:
        raise UnreadableFile(
            f"“{document.name}”共 {len(document.blocks)} 段，超过上限（{_MOST_BLOCKS} 段），不像一份年度报告，请确认选对了文件。"
        )
    if longest > _LONGEST_PARAGRAPH:
        raise UnreadableFile(
            f"“{document.name}”中有一段长达 {longest} 字，超过上限（{_LONGEST_PARAGRAPH} 字），无法逐句核对，请按原文分段后再试。"
        )


def _beside_prior(report: Report, shelf: Shelf, pack: RulePack) -> Report:
    """The report with last year's, where the shelf holds it, and with the reason of the choice."""
    found = choose_prior(shelf, report.identity)
    prior = recognise(load(found.path), pack.forms, lexicon=pack.lexicon) if found.path else None
    return replace(report, prior=prior, prior_note=found.note)


def _narrowed(pack: RulePack, order: Order) -> RulePack:
    chosen = {rule.id for word in order.select for rule in rules_named(pack, word)} or {
        rule.id for rule in pack.rules
    }
    chosen -= {rule.id for word in order.ignore for rule in rules_named(pack, word)}
    return replace(pack, rules=tuple(rule for rule in pack.rules if rule.id in chosen))


def rules_named(pack: RulePack, word: str) -> tuple[Rule, ...]:
    """The rules whose id is or begins with a word: T311, T3.

    Raises:
        WrongUsage: there is none, with the nearest id.
    """
    found = tuple(rule for rule in pack.rules if word and rule.id.startswith(word))
    if not found:
        near = difflib.get_close_matches(word, [rule.id for rule in pack.rules], n=1)
        hint = f"您是不是想写 {near[0]}？" if near else ""
        raise WrongUsage(
            f"规则包 {pack.id} 里没有编号为 {word} 的规则。{hint}可用 shenyue rules list 查看全部规则。"
        )
    return found
