"""One table of keys: complete, free of clashes, and the user's own checked in Chinese."""

import pytest
import regex

from shenyue.errors import WrongUsage
from shenyue.settings import read_settings
from shenyue.tui.keys import KEYS, keymap
from shenyue.tui.screens.actions import ACTIONS


def test_every_key_has_an_action() -> None:
    assert set(ACTIONS) == {key.id for key in KEYS}


def test_every_letter_has_another_way_in() -> None:
    lettered = [key for key in KEYS if regex.fullmatch("[a-z]", key.key)]

    assert [key.id for key in lettered if not any(len(other) > 1 for other in key.also)] == []


def test_no_key_is_given_twice() -> None:
    keys = [key for keys in keymap({}).values() for key in keys.split(",")]

    assert len(keys) == len(set(keys))


def test_own_key_in_place_of_the_first() -> None:
    assert keymap({"confirm": "v"})["confirm"] == "v,f2"
    assert keymap({"search": "/"})["search"] == "slash,f8"


@pytest.mark.parametrize(
    ("wanted", "says"),
    [
        ({"confrim": "v"}, "confrim 不是已知的操作"),
        ({"confirm": "vv"}, "“vv”无法识别"),
        ({"confirm": "x"}, "同时给了"),
        ({"confirm": "f3"}, "同时给了"),
    ],
)
def test_mistakes_are_said_in_chinese(wanted: dict[str, str], says: str) -> None:
    with pytest.raises(WrongUsage, match=says):
        keymap(wanted)


def test_keys_from_the_settings(own_folders) -> None:  # type: ignore[no-untyped-def]
    path = own_folders / "settings.toml"
    path.write_text('[keys]\nconfirm = "v"\n', "utf-8")
    assert read_settings(path).keys == {"confirm": "v"}

    path.write_text("[keys]\nconfirm = 3\n", "utf-8")
    with pytest.raises(WrongUsage, match="应为一张表"):
        read_settings(path)
