"""Form files: the shipped ones are complete; a broken one names file, line, key and what to write."""

from pathlib import Path

import pytest

from shenyue.errors import BrokenPack
from shenyue.rules.forms import read_form
from shenyue.shipped import shipped

FORMS = shipped("rules", "national", "forms")


@pytest.mark.parametrize(
    ("version", "years", "sizes"),
    [
        (
            "2019",
            (2019, 2020),
            {
                "regulations": (2, 3),
                "permits": (2, 3),
                "enforcement": (2, 3),
                "fees": (1, 2),
                "procurement": (1, 2),
                "applications": (23, 7),
                "disputes": (3, 5),
            },
        ),
        (
            "2021",
            (2021, 9999),
            {
                "regulations": (2, 3),
                "permits": (1, 1),
                "enforcement": (2, 1),
                "fees": (1, 1),
                "applications": (25, 7),
                "disputes": (3, 5),
            },
        ),
    ],
)
def test_shipped_forms(version: str, years: tuple[int, int], sizes: dict[str, tuple[int, int]]) -> None:
    form = read_form(FORMS / f"{version}.toml")
    assert (form.version, form.years) == (version, years)
    assert {table.key: (len(table.rows), len(table.columns)) for table in form.tables} == sizes
    assert [part.number for part in form.parts] == [1, 2, 3, 4, 5, 6]
    assert all(part.words for part in form.parts)
    outcomes = form.groups["outcomes"]
    assert len(outcomes) == (21 if version == "2021" else 19)
    named = (
        row
        for group in ("denied", "unavailable", "unprocessed", "other_handling")
        for row in form.groups[group]
    )
    assert outcomes == ("granted", "partly_granted", *named)


def broken(tmp_path: Path, old: str, new: str) -> str:
    text = (FORMS / "2021.toml").read_text(encoding="utf-8")
    assert old in text
    path = tmp_path / "2021.toml"
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(BrokenPack) as caught:
        read_form(path)
    return str(caught.value)


@pytest.mark.parametrize(
    ("old", "new", "says"),
    [
        ("[2021, 9999]", "[9999, 2021]", "2021.toml:3: years：须为起止两个年份"),
        ("[2021, 9999]", '"2021"', "2021.toml:3: years：应为方括号里的一列"),
        ('version = "2021"', "version = 2021", "2021.toml:2: version：应为加引号的文字"),
        ("number = 1", "number = 7", "part.0.number：不能是 7，只能是 1、2、3、4、5、6"),
        (
            '"denied_law",',
            '"denied_laws",',
            "groups.denied.1：表式中没有“denied_laws”这一行。您是不是想写 denied_law？",
        ),
        ('key = "carried_in"', 'key = "new"', "table.4.row.1.key：“new”重复出现"),
        ('head = "第二十条第（一）项"', 'heading = "第二十条第（一）项"', "table.0.heading：不认识这个键"),
        ('label = "规章"', "label = []", "table.0.row.0.label：应为加引号的文字"),
        ("years =", "years", "2021.toml:3: 不合 TOML 写法"),
    ],
)
def test_mistakes(tmp_path: Path, old: str, new: str, says: str) -> None:
    assert says in broken(tmp_path, old, new)


def test_all_mistakes_at_once(tmp_path: Path) -> None:
    assert len(broken(tmp_path, 'version = "2021"\nyears = [2021, 9999]', "").splitlines()) == 2


def test_no_such_file(tmp_path: Path) -> None:
    with pytest.raises(BrokenPack, match="无法读取"):
        read_form(tmp_path / "2030.toml")


def test_not_utf8(tmp_path: Path) -> None:
    path = tmp_path / "2030.toml"
    path.write_bytes("版本".encode("gbk"))
    with pytest.raises(BrokenPack, match="UTF-8"):
        read_form(path)
