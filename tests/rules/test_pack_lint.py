"""What a pack says or holds without the effect that its author wanted is told, each at its line; what is meant is left alone."""

from datetime import date
from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.authoring.pack_lint import pack_remarks
from shenyue.rules import read_pack

TODAY = date(2026, 3, 1)
WAIVER = '[[waiver]]\nrule = "T303"\nunit = "*"\nreason = "甲"\nperson = "乙"\nexpires = '


def told(root: Path, pack: str, pack_id: str = "my") -> list[str]:
    write_pack(root, pack_id, pack)
    return [str(one) for one in pack_remarks(read_pack(pack_id, (root,)), (root,), TODAY)]


@pytest.mark.parametrize(
    ("pack", "line", "words"),
    [
        (
            'extends = "national"\n[override.L504.check]\nterms = ["甲 → 乙"]\n',
            5,
            ("override.L504.check.terms", "项", "add", "replace"),
        ),
        (
            'extends = "national"\n[override.S106.check.aspects.platforms]\nstrong = ["临溪发布"]\n',
            5,
            ("override.S106.check.aspects.platforms.strong", "replace"),
        ),
        ('extends = "beijing"\nplaces = ["燕平区", "北京市燕平区"]\n', 4, ("places.1", "请改为“燕平区”")),
        ('extends = "beijing/xicheng"\nplaces = ["西城区大栅栏街道"]\n', 4, ("请改为“大栅栏街道”",)),
        ('extends = "beijing"\nplaces = ["北京市"]\n', 4, ("请删去",)),
        (f'extends = "national"\n{WAIVER}2026-02-28\n', 4, ("T303", "已于 2026-02-28 到期")),
    ],
)
def test_it_is_told(tmp_path: Path, pack: str, line: int, words: tuple[str, ...]) -> None:
    (sentence,) = told(tmp_path, pack)
    assert sentence.startswith(f"{tmp_path / 'my' / 'pack.toml'}:{line}: ")
    assert [word for word in words if word not in sentence] == []


@pytest.mark.parametrize(
    "pack",
    [
        'extends = "national"\n[override.L504.check]\nterms = {replace = ["甲 → 乙"]}\n',
        'extends = "national"\n[override.L504.check]\nterms = {add = ["甲 → 乙"], remove = ["放服管 → 放管服"]}\n',
        'extends = "national"\n[override.X414.check]\nlimit = 0.4\n',
        'extends = "national"\nplaces = ["北京市燕平区"]\n',
        'extends = "beijing"\nplaces = ["燕平区"]\nalone = ["北京市燕平区"]\n',
        f'extends = "national"\n{WAIVER}2026-03-01\n',
    ],
)
def test_what_is_meant_is_left_alone(tmp_path: Path, pack: str) -> None:
    assert told(tmp_path, pack) == []


def test_a_list_that_keeps_the_parents_words_is_left_alone(tmp_path: Path) -> None:
    write_pack(
        tmp_path, "up", 'extends = "national"\n[override.L504.check]\nterms = {replace = ["甲 → 乙"]}\n'
    )
    child = 'extends = "up"\n[override.L504.check]\nterms = ["丙 → 丁", "甲 → 乙"]\n'

    assert told(tmp_path, child) == []


def test_what_a_parent_says_is_told_of_the_parent_only(tmp_path: Path) -> None:
    write_pack(tmp_path, "up", f'extends = "beijing"\nplaces = ["北京市燕平区"]\n{WAIVER}2026-02-28\n')

    assert told(tmp_path, 'extends = "up"\n') == []


def test_a_file_saved_under_another_name_is_told(tmp_path: Path) -> None:
    write_pack(tmp_path, "my", 'extends = "national"\n')
    (tmp_path / "my" / "forms").mkdir()
    for name in ("Z901-terms.toml.txt", "forms/2021.toml.txt", "说明.txt"):
        (tmp_path / "my" / name).write_text("", "utf-8")

    first, second = told(tmp_path, 'extends = "national"\n')
    assert "请改名为 Z901-terms.toml（" in first
    assert second.startswith(f"{tmp_path / 'my' / 'forms' / '2021.toml.txt'}: ")
