"""A rule is switched off or made a hint from a finding: into the user's own pack, comments kept, and back again."""

from datetime import date
from pathlib import Path

import pytest

from shenyue.errors import BrokenPack, WrongUsage
from shenyue.findings import Severity
from shenyue.model import Span
from shenyue.report import Identity, Title
from shenyue.rules import RulePack, choose_pack, pack_folders, read_pack
from shenyue.rules.adjusting import disable, soften, undo
from shenyue.settings import user_rules_path


@pytest.fixture(autouse=True)
def working_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The reviewer works in a folder of their own."""
    monkeypatch.chdir(tmp_path)


TODAY = date(2026, 11, 27)
XICHENG = Identity(Title("某报告", Span(0, 3)), "北京市西城区某街道办事处", 2023, None)


def pack_of(working: Path) -> RulePack:
    """The pack by which a report of 西城区 is judged now."""
    folders = pack_folders(working=working)
    return read_pack(choose_pack(XICHENG, folders=folders).pack_id, folders)


def test_a_new_pack_of_the_users_own_stands_for_the_shipped_one(tmp_path: Path) -> None:
    before = pack_of(tmp_path)
    done = disable(before, "L504", "本区用另一份词表", (), today=TODAY)
    now = pack_of(tmp_path)
    assert done.file == user_rules_path() / "beijing" / "xicheng" / "own" / "pack.toml"
    assert (now.id, now.lineage[1:]) == ("beijing/xicheng/own", before.lineage)
    assert now.rule("L504").disabled == "本区用另一份词表"
    assert now.version.startswith("1+beijing/xicheng-")
    assert "# 2026-11-27 在界面上停用" in done.file.read_text("utf-8")
    undo(done)
    assert pack_of(tmp_path).id == "beijing/xicheng"
    assert not user_rules_path().exists()


def test_a_second_change_goes_into_the_same_file(tmp_path: Path) -> None:
    folders = pack_folders(working=tmp_path)
    disable(pack_of(tmp_path), "L504", "一", folders)
    done = soften(pack_of(tmp_path), "T303", pack_folders(working=tmp_path))
    now = pack_of(tmp_path)
    assert now.rule("L504").disabled == "一"
    assert now.rule("T303").severity is Severity.INFO
    assert now.version.startswith("2+")
    undo(done)
    assert pack_of(tmp_path).rule("T303").severity is Severity.WARNING
    assert pack_of(tmp_path).rule("L504").disabled == "一"


def test_every_face_of_a_rule_becomes_a_hint(tmp_path: Path) -> None:
    soften(pack_of(tmp_path), "X401", ())
    rule = pack_of(tmp_path).rule("X401")
    assert rule.severity is Severity.INFO
    assert {one.severity or rule.severity for one in rule.variants.values()} == {Severity.INFO}


def test_comments_and_layout_of_a_hand_written_pack_stay(tmp_path: Path) -> None:
    text = (
        "# 我区的规则\n"
        'name = "某区"   # 简称\nversion = "2026.3"\nextends = "beijing/xicheng"\ninstead = true\n\n'
        "# 用词\n[override.L504]\n"
        'severity = "info" # 与市里一致\ncheck.terms = {add = [\n  "错 → 对", # 常见\n]}\n\n'
        '[[waiver]]\nrule = "T303"\nunit = "*"\nreason = "a"\nperson = "b"\nexpires = 2999-01-01 # 到期\n'
    )
    file = tmp_path / "rules" / "qu" / "pack.toml"
    file.parent.mkdir(parents=True)
    file.write_text(text, "utf-8")
    folders = pack_folders(working=tmp_path)
    done = disable(pack_of(tmp_path), "L504", "另有词表", folders, today=TODAY)
    assert done.file == file
    written = file.read_text("utf-8")
    kept = [line for line in text.splitlines() if not line.startswith("version")]
    assert [line for line in kept if line not in written.splitlines()] == []
    assert 'version = "2026.4"' in written
    now = pack_of(tmp_path)
    assert now.rule("L504").disabled == "另有词表"
    assert "错 → 对" in str(now.rule("L504").parameters["terms"])
    soften(now, "T311", folders)
    assert pack_of(tmp_path).rule("T311").severity is Severity.INFO
    with pytest.raises(WrongUsage, match="手工修改"):
        undo(done)


def test_undo_gives_the_very_file_back(tmp_path: Path) -> None:
    file = tmp_path / "rules" / "qu" / "pack.toml"
    file.parent.mkdir(parents=True)
    text = 'name = "某区"\nversion = "甲"\nextends = "beijing/xicheng"\ninstead = true'
    file.write_text(text, "utf-8")
    done = soften(pack_of(tmp_path), "T303", pack_folders(working=tmp_path))
    assert pack_of(tmp_path).version.startswith("甲.1+")
    undo(done)
    assert file.read_text("utf-8") == text


def test_no_reason_no_switch(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="理由"):
        disable(pack_of(tmp_path), "L504", " \n", ())
    assert not user_rules_path().exists()


def test_a_broken_pack_of_the_users_is_told_and_left_alone(tmp_path: Path) -> None:
    pack = pack_of(tmp_path)
    file = user_rules_path() / "own" / "pack.toml"
    file.parent.mkdir(parents=True)
    file.write_text('name = "a"\nextends = "beijing/xicheng"\ninstead = true\n', "utf-8")
    with pytest.raises(BrokenPack, match="version"):
        disable(pack, "L504", "a", pack_folders(working=tmp_path))
    assert file.read_text("utf-8").count("override") == 0


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    user_rules_path().parent.mkdir(parents=True, exist_ok=True)
    user_rules_path().write_text("", "utf-8")
    with pytest.raises(WrongUsage, match="无法写入"):
        disable(pack_of(tmp_path), "L504", "a", ())
