"""The shared sentences, faulty and innocent: which rule flags them, and that no innocent one is flagged."""

from pathlib import Path

import pytest
from sentence_cases import SentenceCase, read_cases

from shenyue.examples import check_sample
from shenyue.findings import Finding, Severity
from shenyue.rules import read_pack
from shenyue.samples import document

FAULTY_AT_LEAST = 26
"""Of 29, as the project promised."""


@pytest.fixture(scope="module")
def cases(shared: Path) -> tuple[SentenceCase, ...]:
    return tuple(read_cases(shared / "cases" / "sentences.jsonl"))


def new_findings(case: SentenceCase) -> list[Finding]:
    """What the sentence brings about, in its own place or in what it makes missing."""
    pack = read_pack("national")
    before = {finding.key for finding in check_sample(case.clean(), pack).findings}
    return [
        finding for finding in check_sample(case.with_sentence(), pack).findings if finding.key not in before
    ]


def touches(case: SentenceCase, finding: Finding) -> bool:
    """Whether a finding lies on the sentence, or says that something is missing since it stands there."""
    if finding.place.start is None or case.set["into"] not in {"preface", "part1", "part5"}:
        return True
    text = document(case.with_sentence()).text
    start = text.index(case.text.split("\n")[0])
    return start <= finding.place.start < start + len(case.text)


def test_innocent_sentences_stay_silent(cases: tuple[SentenceCase, ...]) -> None:
    innocent = [case for case in cases if not case.flagged_by]
    alarms = [
        (case.id, finding.rule, finding.message)
        for case in innocent
        for finding in new_findings(case)
        if finding.severity is not Severity.INFO
    ]

    assert innocent
    assert alarms == []


def test_faulty_sentences_are_flagged(cases: tuple[SentenceCase, ...]) -> None:
    faulty = [case for case in cases if case.flagged_by]
    missed = [
        (case.id, case.flagged_by)
        for case in faulty
        if not any(
            finding.rule in case.flagged_by and touches(case, finding) for finding in new_findings(case)
        )
    ]
    print("missed:", missed)

    assert len(faulty) - len(missed) >= FAULTY_AT_LEAST
