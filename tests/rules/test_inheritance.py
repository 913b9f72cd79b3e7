"""A district changes its parents' rules: key by key, with reasons, and one can see which file set what."""

from pathlib import Path

import packs_by_hand
import pytest
from packs_by_hand import RULE, write_pack

from shenyue.errors import BrokenPack
from shenyue.findings import Severity
from shenyue.rules import RulePack, read_pack

words_check = packs_by_hand.words_check


def child(root: Path, override: str) -> RulePack:
    write_pack(root, "land", L900=RULE)
    write_pack(root, "land/town", f'extends = "land"\n{override}')
    return read_pack("land/town", (root,))


def sentences(root: Path, override: str) -> list[str]:
    with pytest.raises(BrokenPack) as caught:
        child(root, override)
    return [str(one) for one in caught.value.mistakes]


def test_severity_message_and_parameters_change_and_the_rest_stays(tmp_path: Path) -> None:
    override = '[override.L900]\nseverity = "error"\nmessage = "勿用“{word}”。"\ncheck.limit = 7\n'
    rule = child(tmp_path, override).rule("L900")
    assert (rule.severity, rule.message) == (Severity.ERROR, "勿用“{word}”。")
    assert rule.parameters == {"list": ("甲", "乙"), "limit": 7}
    assert rule.suggestion == "请改正“{quote}”。"
    assert rule.files["severity"].name == "pack.toml"
    assert rule.files["check.limit"].name == "pack.toml"
    assert rule.files["check.list"].name == "L900.toml"
    assert rule.files[""].name == "L900.toml"


def test_lists_are_added_to_removed_from_or_replaced(tmp_path: Path) -> None:
    edited = child(tmp_path, '[override.L900.check]\nlist = {add = ["丙", "甲"], remove = ["乙"]}\n')
    assert edited.rule("L900").parameters["list"] == ("甲", "丙")
    replaced = child(tmp_path, '[override.L900.check]\nlist = ["丁"]\n')
    assert replaced.rule("L900").parameters["list"] == ("丁",)


def test_a_rule_is_disabled_with_a_reason_and_stays_in_the_pack(tmp_path: Path) -> None:
    rule = child(tmp_path, '[override.L900]\ndisable = {reason = "本区另有规定"}\n').rule("L900")
    assert rule.disabled == "本区另有规定"
    assert rule.files["disabled"].name == "pack.toml"


def test_a_child_adds_rules_and_versions_and_lineage_are_shown(tmp_path: Path) -> None:
    write_pack(tmp_path, "land", L900=RULE)
    write_pack(tmp_path, "land/town", 'extends = "land"\n', L901=RULE.replace("L900", "L901"))
    pack = read_pack("land/town", (tmp_path,))
    assert [rule.id for rule in pack.rules] == ["L900", "L901"]
    assert pack.lineage == ("land/town", "land")
    assert pack.version == "1+land-1"


def test_a_grandchild_sees_what_its_parent_changed(tmp_path: Path) -> None:
    child(tmp_path, '[override.L900]\nseverity = "info"\n')
    write_pack(
        tmp_path, "land/town/lane", 'extends = "land/town"\n[override.L900.check]\nlist = {add = ["戊"]}\n'
    )
    rule = read_pack("land/town/lane", (tmp_path,)).rule("L900")
    assert rule.severity is Severity.INFO
    assert rule.parameters["list"] == ("甲", "乙", "戊")


def test_forms_come_from_the_nearest_parent_that_has_them() -> None:
    assert [form.version for form in read_pack("beijing/xicheng").forms] == ["2019", "2021"]


@pytest.mark.parametrize(
    ("override", "says"),
    [
        ('[override.L909]\nseverity = "info"\n', "override.L909：上级规则包里没有编号为 L909 的规则，无从修改。您是不是想写 L900？"),
        ("[override.L900]\ndisable = {}\n", "pack.toml:5: override.L900.disable.reason：缺少"),
        ("[override.L900]\ndisable = true\n", "pack.toml:5: override.L900.disable：应为一张表"),
        ('[override.L900]\nseverity = "hoch"\n', "pack.toml:5: override.L900.severity"),
        ("[override.L900.check]\nlimit = true\n", "pack.toml:5: override.L900.check.limit：应为整数"),
        ("[override.L900.check]\nlimits = 2\n", "pack.toml:5: override.L900.check.limits"),
        ('[override.L900.check]\nlist = {remove = ["己"]}\n', "原列表里没有 '己'"),
        ('[override.L900.check]\nlist = {append = ["己"]}\n', "add"),
        ('[override.L900]\nmessage = "{nothing}"\n', "pack.toml:5: override.L900.message"),
    ],
)  # fmt: skip
def test_a_wrong_override_is_told_at_its_own_line(tmp_path: Path, override: str, says: str) -> None:
    (found,) = sentences(tmp_path, override)
    assert says in found


def test_an_id_used_twice_points_to_override(tmp_path: Path) -> None:
    write_pack(tmp_path, "land", L900=RULE)
    write_pack(tmp_path, "land/town", 'extends = "land"\n', L900=RULE)
    with pytest.raises(BrokenPack, match=r"\[override\.L900\]"):
        read_pack("land/town", (tmp_path,))


def test_a_ring_of_packs_is_named(tmp_path: Path) -> None:
    write_pack(tmp_path, "a", 'extends = "b"\n')
    write_pack(tmp_path, "b", 'extends = "a"\n')
    with pytest.raises(BrokenPack, match="a → b → a"):
        read_pack("a", (tmp_path,))


def test_a_parent_that_does_not_exist_is_named(tmp_path: Path) -> None:
    write_pack(tmp_path, "a", 'extends = "nationl"\n')
    with pytest.raises(BrokenPack, match=r"pack.toml:3: extends：.*您是不是想写 national？"):
        read_pack("a", (tmp_path,))
