"""The language rules on the wordings, which were written before them: silent at warning on what is right, and finding what is planted."""

from collections import Counter
from dataclasses import replace
from functools import cache

import pytest
from tools.corpora.composing import compose
from tools.corpora.drafts import Draft
from tools.corpora.innocents import innocents, with_innocent
from tools.corpora.judging import is_planted
from tools.corpora.planting import faults, plant

from shenyue.engine import check
from shenyue.findings import Finding, Severity
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.rules import RulePack, read_pack
from shenyue.samples import lay_out

PLANTED = tuple(number for number, fault in enumerate(faults()) if fault["rule"].startswith("L"))
TWICE = ("年查摆的两项问题已整改销号", "其中决算数据为")
"""Of variations that composed reports may say already; put in once more, they do stand there twice."""
LEAST_FOUND = 0.85
"""Of the planted faults. What a unit calls itself (我镇, 民政部) is planted under L512 and found by D604."""


@cache
def pack() -> RulePack:
    whole = read_pack("national")
    return replace(whole, rules=tuple(rule for rule in whole.rules if rule.id.startswith("L")))


def report_of(draft: Draft) -> Report:
    return recognise(lay_out(draft.sample(), draft.form), pack().forms, lexicon=pack().lexicon)


def loud(findings: tuple[Finding, ...]) -> list[str]:
    return [f"{one.rule} {one.quote}：{one.message}" for one in findings if one.severity is not Severity.INFO]


def said_already(finding: Finding) -> bool:
    return finding.rule == "L506" and any(words in finding.quote for words in TWICE)


@pytest.mark.parametrize("number", range(len(innocents())))
def test_innocent_variation_brings_no_warning(number: int) -> None:
    report = report_of(with_innocent(innocents()[number], f"language/{number}"))
    findings = check(report, pack()).findings
    assert loud(tuple(one for one in findings if not said_already(one))) == []


@pytest.mark.parametrize("number", range(60))
def test_composed_report_brings_no_warning(number: int) -> None:
    assert loud(check(report_of(compose(f"language/{number}")), pack()).findings) == []


def test_planted_faults_are_found() -> None:
    missed: Counter[str] = Counter()
    for number in PLANTED:
        planted = plant(number, "language")
        report = report_of(planted.draft)
        if not any(is_planted(one, planted, report) for one in check(report, pack()).findings):
            missed[planted.rule] += 1
    assert 1 - missed.total() / len(PLANTED) >= LEAST_FOUND, missed
