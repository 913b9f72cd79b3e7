"""Every example of every shipped rule is a test, T311-2 being the second of T311; and no rule ships without its examples."""

import inspect
import sys

import pytest

from shenyue.checks import CHECKS
from shenyue.examples import Trial, check_sample
from shenyue.findings import LedgerState
from shenyue.rules import Rule, RulePack, pack_ids, read_pack
from shenyue.samples import shipped_names, shipped_sample

PACKS = {pack_id: read_pack(pack_id) for pack_id in pack_ids()}
TRIALS = {pack_id: Trial(pack) for pack_id, pack in PACKS.items()}
OWN = [
    (rule, pack)
    for pack in PACKS.values()
    for rule in pack.rules
    if rule.files[""].parent.as_posix().endswith(f"rules/{pack.id}")
]
RULES = [pytest.param(rule, id=rule.id) for rule, _ in OWN]
EXAMPLES = [
    pytest.param(rule, number, pack, id=f"{rule.id}-{number}")
    for rule, pack in OWN
    for number in range(1, len(rule.examples) + 1)
]


@pytest.mark.parametrize(("rule", "number", "pack"), EXAMPLES)
def test_example(rule: Rule, number: int, pack: RulePack) -> None:
    example = rule.examples[number - 1]
    run = TRIALS[pack.id].run(example, rule.id)
    assert run.holds, f"{rule.id} 例 {number}“{example.note}”\n{run}"


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_has_an_example_that_is_flagged_and_one_that_is_clean(rule: Rule) -> None:
    assert any(flag.rule == rule.id for example in rule.examples for flag in example.flags)
    assert any(not example.flags for example in rule.examples)


@pytest.mark.parametrize("rule", RULES)
def test_a_rule_whose_check_can_doubt_has_words_for_it(rule: Rule) -> None:
    source = inspect.getsource(sys.modules[CHECKS[rule.kind].run.__module__])
    if "certain=" in source:
        assert "unsure" in rule.variants


@pytest.mark.parametrize("name", shipped_names())
@pytest.mark.parametrize("pack", PACKS.values(), ids=list(PACKS))
def test_the_shipped_samples_are_clean(name: str, pack: RulePack) -> None:
    """They are written for the national rules; a district may ask for more, but only in rules of its own."""
    checked = check_sample(shipped_sample(name), pack)
    national = {rule.id for rule in PACKS["national"].rules}
    found = [f"{one.rule} {one.quote}：{one.message}" for one in checked.findings if one.rule in national]
    assert found == []
    crashed = [entry for entry in checked.ledger if entry.reason.startswith("程序内部错误")]
    assert crashed == []


@pytest.mark.parametrize("name", shipped_names())
def test_the_tables_of_the_shipped_samples_are_checked(name: str) -> None:
    checked = check_sample(shipped_sample(name), PACKS["national"])
    states = {entry.rule: entry.state for entry in checked.ledger if entry.rule.startswith("T31")}
    assert set(states.values()) <= {LedgerState.CHECKED, LedgerState.NOT_APPLICABLE}
