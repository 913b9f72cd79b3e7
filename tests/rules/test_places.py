"""Where packs are looked for, and which of two packs of one id is used."""

from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.errors import WrongUsage
from shenyue.rules import pack_folders, pack_places, read_pack
from shenyue.settings import user_rules_path
from shenyue.shipped import shipped


def test_named_folders_go_before_the_working_folders_and_that_before_the_users(tmp_path: Path) -> None:
    user, beside, first, second = user_rules_path(), tmp_path / "rules", tmp_path / "a", tmp_path / "b"
    for number, folder in enumerate((user, beside, first, second)):
        write_pack(folder, "my", f'extends = "national"\nnotes = ["{number}"]\n')
    folders = pack_folders((first, second), working=tmp_path)
    assert folders == (second, first, beside, user)
    assert pack_places(folders)["my"] == tuple(folder / "my" for folder in folders)
    assert pack_places(folders)["national"] == (shipped("rules", "national"),)


def test_a_users_pack_hides_the_shipped_one_of_the_same_id(tmp_path: Path) -> None:
    write_pack(tmp_path, "beijing", 'extends = "national"\n')
    assert read_pack("beijing", (tmp_path,)).version.startswith("1+")
    assert pack_places((tmp_path,))["beijing"] == (tmp_path / "beijing", shipped("rules", "beijing"))


def test_rules_beside_without_packs_and_the_shipped_folder_itself_do_not_count(
    tmp_path: Path, root: Path
) -> None:
    (tmp_path / "rules").mkdir()
    (tmp_path / "rules" / "eslint.toml").write_text("", "utf-8")
    assert pack_folders(working=tmp_path) == ()
    assert pack_folders(working=root) == ()
    assert pack_folders((shipped("rules"),), working=tmp_path) == ()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="不存在"):
        pack_folders((tmp_path / "none",))
