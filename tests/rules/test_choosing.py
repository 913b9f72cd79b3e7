"""The pack is chosen by option, settings, the unit's place, or default; and says why."""

from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.errors import BrokenPack, WrongUsage
from shenyue.model import Span
from shenyue.report import Identity, Title
from shenyue.rules import choose_pack
from shenyue.settings import settings_path


def identity(unit: str, title: str = "") -> Identity:
    return Identity(Title(title, Span(0, len(title))) if title else None, unit, 2023, None)


@pytest.mark.parametrize(
    ("unit", "pack_id", "chosen_by"),
    [
        ("北京市西城区大栅栏街道", "beijing/xicheng", "title"),
        ("北京市 西城区教育委员会", "beijing/xicheng", "title"),
        ("西城区教育委员会", "beijing/xicheng", "title"),
        ("北京市丰台区教育委员会", "beijing", "title"),
        ("北京路街道办事处", "national", "default"),
        ("上海市人民政府办公厅", "national", "default"),
        ("云州市西城区某街道", "national", "default"),
        ("", "national", "default"),
    ],
)
def test_the_place_at_the_head_of_the_units_name_decides(unit: str, pack_id: str, chosen_by: str) -> None:
    choice = choose_pack(identity(unit))
    assert (choice.pack_id, choice.chosen_by) == (pack_id, chosen_by)


def test_the_title_serves_where_the_unit_is_unknown() -> None:
    choice = choose_pack(identity("", "2023年北京市西城区某街道政府信息公开工作年度报告"))
    assert choice.pack_id == "beijing/xicheng"
    assert "北京市西城区" in choice.reason


def test_a_childs_place_counts_only_after_its_parents(tmp_path: Path) -> None:
    write_pack(tmp_path, "jiang", 'places = ["江南省", "江南"]\n')
    write_pack(tmp_path, "jiang/east", 'extends = "jiang"\nplaces = ["东区"]\n')
    assert choose_pack(identity("江南省东区某局"), folders=(tmp_path,)).pack_id == "jiang/east"
    assert choose_pack(identity("江南东区某局"), folders=(tmp_path,)).pack_id == "jiang/east"
    assert choose_pack(identity("东区某局"), folders=(tmp_path,)).pack_id == "national"


def test_option_goes_before_settings_before_title() -> None:
    unit = identity("北京市西城区某街道")
    by_name = choose_pack(unit, option="national", preferred="beijing")
    assert (by_name.chosen_by, by_name.reason) == ("option", "命令行指定 national（全国通用）")
    assert choose_pack(unit, option="national", in_session=True).reason.startswith("界面里选定 national")
    chosen = choose_pack(unit, preferred="beijing")
    assert (chosen.pack_id, chosen.chosen_by) == ("beijing", "settings")


def test_a_place_will_do_for_an_id() -> None:
    assert choose_pack(None, option="北京市西城区").pack_id == "beijing/xicheng"


def test_an_unknown_pack_is_wrong_usage() -> None:
    with pytest.raises(WrongUsage, match="您是不是想写 beijing"):
        choose_pack(None, option="beijng")


def test_an_unknown_pack_of_the_settings_names_their_file() -> None:
    with pytest.raises(WrongUsage) as refused:
        choose_pack(None, preferred="beijng")
    assert str(refused.value).startswith(
        f"设置文件 {settings_path()} 里的 district：没有名为“beijng”的规则包。"
    )


def test_the_longest_place_wins_and_the_reason_names_it(tmp_path: Path) -> None:
    write_pack(tmp_path, "jiang", 'extends = "national"\nplaces = ["江南省"]\n')
    write_pack(tmp_path, "jiang/lin", 'extends = "jiang"\nplaces = ["临山市", "临山"]\nalone = ["临山市"]\n')
    write_pack(tmp_path, "jiang/lin/he", 'extends = "jiang/lin"\nplaces = ["河东区"]\n')
    for unit, pack_id, words in (
        ("江南省临山市河东区某局", "jiang/lin/he", "江南省临山市河东区"),
        ("临山市河东区某局", "jiang/lin/he", "临山市河东区"),
        ("江南省临山某局", "jiang/lin", "江南省临山"),
        ("江南省某局", "jiang", "江南省"),
    ):
        choice = choose_pack(identity(unit), folders=(tmp_path,))
        assert (choice.pack_id, choice.reason) == (pack_id, f"标题中的“{words}”对应规则包 {pack_id}")


def test_a_pack_takes_the_place_of_its_parent_unless_that_was_named(tmp_path: Path) -> None:
    write_pack(tmp_path, "own", 'extends = "beijing/xicheng"\ninstead = true\n')
    unit = identity("北京市西城区某街道")
    chosen = choose_pack(unit, folders=(tmp_path,))
    assert (chosen.pack_id, chosen.chosen_by) == ("own", "title")
    assert "北京市西城区" in chosen.reason
    assert "；该规则包另有自定的调整，用的是调整后的 own" in chosen.reason
    assert choose_pack(unit, preferred="beijing/xicheng", folders=(tmp_path,)).pack_id == "own"
    assert choose_pack(unit, option="beijing/xicheng", folders=(tmp_path,)).pack_id == "beijing/xicheng"
    assert choose_pack(identity("北京市丰台区某局"), folders=(tmp_path,)).pack_id == "beijing"


def test_of_two_packs_of_one_id_the_one_used_is_told(tmp_path: Path) -> None:
    write_pack(tmp_path, "beijing", 'extends = "national"\nplaces = ["北京市"]\n')
    choice = choose_pack(identity("北京市某局"), folders=(tmp_path,))
    assert f"2 处有名为 beijing 的规则包，用的是 {tmp_path / 'beijing'}" in choice.reason
    assert choice.packs["beijing/xicheng"] == "北京市西城区"


def test_a_named_pack_does_not_wait_for_a_broken_neighbour(tmp_path: Path) -> None:
    write_pack(tmp_path, "own", 'extends = "national"\n')
    write_pack(tmp_path, "broken", "extends = \n")
    assert choose_pack(None, option="own", folders=(tmp_path,)).pack_id == "own"
    with pytest.raises(BrokenPack, match="broken"):
        choose_pack(identity("某局"), folders=(tmp_path,))
