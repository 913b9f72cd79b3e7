"""A district changes its parents' rules: key by key, with reasons, and one can see which file set what."""

from pathlib import Path

import packs_by_hand
import pytest
from packs_by_hand import RULE, write_pack

from shenyue.errors import BrokenPack
from shenyue.findings import Severity
from shenyue.report import Kind
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
        ('[override.L900.check]\nlist = {remove = ["己"]}\n', "原列表里没有“己”"),
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


def test_each_element_of_an_edited_list_knows_who_wrote_it(tmp_path: Path) -> None:
    child(tmp_path, '[override.L900.check]\nlist = {add = ["丙"]}\n')
    write_pack(
        tmp_path,
        "land/town/lane",
        'extends = "land/town"\n[override.L900.check]\nlist = {add = ["丁"], remove = ["甲"]}\n',
    )
    files = read_pack("land/town/lane", (tmp_path,)).rule("L900").files
    assert read_pack("land/town/lane", (tmp_path,)).rule("L900").parameters["list"] == ("乙", "丙", "丁")
    told = [files[f"check.list.{number}"].relative_to(tmp_path).as_posix() for number in range(3)]
    assert told == ["land/L900.toml", "land/town/pack.toml", "land/town/lane/pack.toml"]


def test_a_list_is_replaced_under_the_name_of_it(tmp_path: Path) -> None:
    rule = child(tmp_path, '[override.L900.check]\nlist = {replace = ["丁"]}\n').rule("L900")
    assert rule.parameters["list"] == ("丁",)
    assert rule.files["check.list"].name == "pack.toml"


def test_a_table_is_added_to_removed_from_and_changed(tmp_path: Path) -> None:
    edits = '[override.D603.check.deadlines]\ndepartment = "01-20"\n'
    write_pack(tmp_path, "a", f'extends = "national"\n{edits}')
    edits = '[override.D603.check]\ndeadlines = {add = {street = "02-10"}, remove = ["office"]}\n'
    write_pack(tmp_path, "a/b", f'extends = "a"\n{edits}')
    deadlines = read_pack("a/b", (tmp_path,)).rule("D603").parameters["deadlines"]
    assert deadlines == {
        Kind.DEPARTMENT: "01-20",
        Kind.MINISTRY: "01-31",
        Kind.COUNTY: "03-31",
        Kind.CITY: "03-31",
        Kind.PROVINCE: "03-31",
        Kind.STREET: "02-10",
    }


def test_words_are_added_to_one_aspect_and_a_basis_to_the_others(tmp_path: Path) -> None:
    edits = (
        '[override.S106]\nbasis = {add = [{rank = "地方", title = "某区年报编制要求"}]}\n'
        '[override.S106.check.aspects.management]\nstrong = {add = ["登记造册"]}\n'
    )
    write_pack(tmp_path, "a", f'extends = "national"\n{edits}')
    rule, parent = read_pack("a", (tmp_path,)).rule("S106"), read_pack("national").rule("S106")
    assert [str(one) for one in rule.basis] == [*map(str, parent.basis), "《某区年报编制要求》"]
    own, theirs = (dict(one.parameters["aspects"]) for one in (rule, parent))  # type: ignore[call-overload]
    assert own["management"].strong == (*theirs["management"].strong, "登记造册")
    assert own["platforms"] == theirs["platforms"]


def test_exceptions_are_added_where_the_parent_has_none(tmp_path: Path) -> None:
    write_pack(
        tmp_path, "a", 'extends = "national"\n[override.L511.check]\ninnocent = {add = ["政务公开栏"]}\n'
    )
    assert read_pack("a", (tmp_path,)).rule("L511").parameters["innocent"] == ("政务公开栏",)


def test_what_a_parent_disabled_a_child_enables_with_a_reason(tmp_path: Path) -> None:
    child(tmp_path, '[override.L900]\ndisable = {reason = "本市不查"}\n')
    write_pack(
        tmp_path, "land/town/lane", 'extends = "land/town"\n[override.L900]\nenable = {reason = "本区要查"}\n'
    )
    rule = read_pack("land/town/lane", (tmp_path,)).rule("L900")
    assert rule.disabled == ""
    assert rule.files["disabled"].parent.name == "lane"


def test_an_override_brings_its_own_examples(tmp_path: Path) -> None:
    example = '[[override.L900.example]]\nnote = "有丙"\ninsert = {part1 = "丙。"}\nflags = []\n'
    rule = child(tmp_path, example).rule("L900")
    assert [(one.note, one.pack) for one in rule.examples] == [("有甲", "land"), ("有丙", "land/town")]
    assert rule.pack == "land"


def test_five_levels_of_packs(tmp_path: Path) -> None:
    write_pack(tmp_path, "a", L900=RULE)
    for parent, pack_id, word in (
        ("a", "a/b", "丙"),
        ("a/b", "a/b/c", "丁"),
        ("a/b/c", "a/b/c/d", "戊"),
        ("a/b/c/d", "a/b/c/d/e", "己"),
    ):
        edit = f'extends = "{parent}"\n[override.L900.check]\nlist = {{add = ["{word}"]}}\n'
        write_pack(tmp_path, pack_id, edit)
    pack = read_pack("a/b/c/d/e", (tmp_path,))
    assert pack.rule("L900").parameters["list"] == tuple("甲乙丙丁戊己")
    assert pack.lineage == ("a/b/c/d/e", "a/b/c/d", "a/b/c", "a/b", "a")
