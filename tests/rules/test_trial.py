"""An example that does not hold is told in Chinese: what was missed, what was flagged beyond it."""

from pathlib import Path

import packs_by_hand
import pytest
from packs_by_hand import RULE, write_pack

from shenyue.examples import Trial
from shenyue.rules import Example, ExpectedFinding, read_pack
from shenyue.samples import BrokenSample

words_check = packs_by_hand.words_check


@pytest.fixture
def trial(tmp_path: Path) -> Trial:
    write_pack(tmp_path, "my", 'extends = "national"\n', L900=RULE)
    return Trial(read_pack("my", (tmp_path,)))


def example(flags: tuple[str, ...], **changes: object) -> Example:
    return Example("例", tuple(ExpectedFinding("L900", quote) for quote in flags), changes)


def test_an_example_holds_where_its_flags_are_the_new_findings(trial: Trial) -> None:
    assert trial.run(example(("甲", "乙"), insert={"part1": "甲、乙均已公开。"}), "L900").holds
    assert trial.run(example((), insert={"part1": "丙已公开。"}), "L900").holds


def test_a_missed_and_a_surplus_finding_are_told(trial: Trial) -> None:
    run = trial.run(example(("甲",), insert={"part1": "乙已公开。"}), "L900")
    assert not run.holds
    assert str(run) == "应指出而未指出：L900“甲”\n不应指出：L900“乙”（出现“乙”。）"


def test_what_other_rules_find_at_warning_or_above_counts(trial: Trial) -> None:
    run = trial.run(example((), tables={"applications.new.total": "11"}), "L900")
    assert {finding.rule for finding in run.surplus} >= {"T311"}


def test_what_the_rule_finds_in_the_unchanged_sample_counts_as_well(tmp_path: Path) -> None:
    rule = RULE.replace('"甲", "乙"', '"微信公众号"').replace('"warning"', '"info"')
    write_pack(tmp_path, "my", 'extends = "national"\n', L900=rule)
    trial = Trial(read_pack("my", (tmp_path,)))

    assert trial.run(example(("微信公众号",)), "L900").holds
    run = trial.run(example(()), "L900")
    assert str(run) == "不应指出：L900“微信公众号”（出现“微信公众号”。）"
    assert run.flagged
    assert trial.run(example((), reword={"微信公众号": "视频号"}), "L900").holds
    assert trial.run(example(()), "T311").holds


def test_whether_the_rule_found_anything_is_known_whatever_was_expected(trial: Trial) -> None:
    assert trial.run(example(("丁",), insert={"part1": "甲已公开。"}), "L900").flagged
    assert not trial.run(example(("甲",), tables={"applications.new.total": "11"}), "L900").flagged


def test_an_example_that_describes_no_report_is_refused(trial: Trial) -> None:
    with pytest.raises(BrokenSample):
        trial.run(example((), tabels={}), "L900")
