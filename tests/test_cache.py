"""What was worked out once is taken again only from a file that is ours, private and whole."""

import os
import pickle
import subprocess
import sys
import tempfile
from collections import OrderedDict
from pathlib import Path

import pytest

from shenyue import cache

KEY = b"key"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    return tmp_path / "shenyue"


def loaded(kind: str, key: bytes) -> bytes | None:
    content = cache.load(kind, key)
    return None if content is None else bytes(content)


def only_file(folder: Path) -> Path:
    (path,) = folder.iterdir()
    return path


def test_what_is_saved_is_loaded_under_its_kind_and_key(folder: Path) -> None:
    cache.save("words", KEY, b"content")

    assert loaded("words", KEY) == b"content"
    assert loaded("words", b"other") is None
    assert loaded("other", KEY) is None
    assert only_file(folder).stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700


@pytest.mark.parametrize("damage", [b"", b"shenyue cache 1\n", b"x" * 500])
def test_a_damaged_file_is_not_trusted(folder: Path, damage: bytes) -> None:
    cache.save("words", KEY, b"content")
    only_file(folder).write_bytes(damage)

    assert loaded("words", KEY) is None


def test_a_changed_byte_is_noticed(folder: Path) -> None:
    cache.save("words", KEY, b"content")
    path = only_file(folder)
    path.write_bytes(path.read_bytes().replace(b"content", b"contend"))

    assert loaded("words", KEY) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no owners")
def test_a_file_that_others_may_write_is_not_read(folder: Path) -> None:
    cache.save("words", KEY, b"content")
    only_file(folder).chmod(0o666)

    assert loaded("words", KEY) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no owners")
def test_a_folder_that_others_may_write_is_not_read(folder: Path) -> None:
    cache.save("words", KEY, b"content")
    folder.chmod(0o777)

    assert loaded("words", KEY) is None


@pytest.mark.skipif(not hasattr(os, "geteuid"), reason="this system knows no owners")
def test_what_is_another_users_is_not_read(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.save("words", KEY, b"content")
    assert folder.exists()
    monkeypatch.setattr(os, "geteuid", lambda: 54321)

    assert loaded("words", KEY) is None


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    cache.save("words", KEY, b"content")
    path = only_file(folder)
    path.rename(tmp_path / "elsewhere")
    path.symlink_to(tmp_path / "elsewhere")

    assert loaded("words", KEY) is None


def test_a_folder_that_cannot_be_made_is_tolerated(monkeypatch: pytest.MonkeyPatch) -> None:
    with tempfile.NamedTemporaryFile() as file:
        monkeypatch.setenv("XDG_CACHE_HOME", file.name)
        cache.save("words", KEY, b"content")

        assert loaded("words", KEY) is None


def test_the_oldest_of_a_kind_go(folder: Path) -> None:
    cache.save("words", KEY, b"content")
    for number in range(40):
        cache.save("packs", b"%d" % number, b"content")

    assert loaded("packs", b"0") is None
    assert loaded("packs", b"39") == b"content"
    assert loaded("words", KEY) == b"content"
    assert len(list(folder.iterdir())) < 20


def test_what_is_left_to_the_end_is_saved_at_the_end(tmp_path: Path) -> None:
    code = (
        "from shenyue import cache; cache.save_at_exit('words', b'key', lambda: b'content');"
        "assert cache.load('words', b'key') is None"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}

    subprocess.run([sys.executable, "-c", code], check=True, env=environment)

    assert only_file(tmp_path / "shenyue").read_bytes().endswith(b"content")


class Planted:
    """Says when it is made."""

    made = False

    def __reduce__(self) -> tuple[object, ...]:
        return (setattr, (Planted, "made", True))


def refuse(module: str, name: str) -> object:
    raise ValueError(module, name)


@pytest.mark.parametrize("value", [Planted(), OrderedDict(one=1), os.getcwd])
def test_nothing_but_what_is_allowed_is_made_of_a_pickle(value: object) -> None:
    with pytest.raises(ValueError, match="not a pickle of ours"):
        cache.unpickled(pickle.dumps(value), refuse)

    assert not Planted.made


@pytest.mark.parametrize("content", [b"", b"no pickle", b"\x80\x05K"])
def test_what_is_no_pickle_is_refused(content: bytes) -> None:
    with pytest.raises(ValueError, match="not a pickle of ours"):
        cache.unpickled(content, refuse)


def test_plain_data_is_made() -> None:
    value = {("一", 1): [frozenset({2}), None, b"x"]}

    assert cache.unpickled(pickle.dumps(value), refuse) == value


def test_many_of_one_kind_at_the_end_leave_the_others(tmp_path: Path) -> None:
    code = (
        "from shenyue import cache; cache.save_at_exit('words', b'key', lambda: b'content')\n"
        "for number in range(40): cache.save_at_exit('packs', b'%d' % number, lambda: b'content')"
    )
    environment = {**os.environ, "XDG_CACHE_HOME": str(tmp_path)}

    subprocess.run([sys.executable, "-c", code], check=True, env=environment)

    kinds = [path.name.partition("-")[0] for path in (tmp_path / "shenyue").iterdir()]
    assert kinds.count("words") == 1
    assert kinds.count("packs") == 16
