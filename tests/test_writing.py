"""Files that a user named are written whole or not at all."""

import errno
import os
from pathlib import Path

import pytest

from shenyue.errors import WrongUsage
from shenyue.writing import whole_file


def write(path: Path, content: bytes) -> None:
    with whole_file(path) as out:
        out.write(content)


def test_what_is_written_stands_there_and_nothing_else(tmp_path: Path) -> None:
    write(tmp_path / "意见.txt", b"new")

    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("意见.txt", b"new")]


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO])
def test_a_full_disk_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    def full(_: int) -> None:
        raise OSError(code, os.strerror(code))

    (tmp_path / "意见.txt").write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)

    with pytest.raises(WrongUsage, match="无法写入"):
        write(tmp_path / "意见.txt", b"new")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("意见.txt", b"old")]


def test_an_error_on_the_way_leaves_what_stood_there(tmp_path: Path) -> None:
    def fail(path: Path) -> None:
        with whole_file(path) as out:
            out.write(b"half")
            raise KeyError

    (tmp_path / "意见.txt").write_bytes(b"old")

    with pytest.raises(KeyError):
        fail(tmp_path / "意见.txt")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("意见.txt", b"old")]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "真.txt").write_bytes(b"old")
    (tmp_path / "链接.txt").symlink_to("真.txt")

    write(tmp_path / "链接.txt", b"new")
    assert (tmp_path / "链接.txt").is_symlink()
    assert (tmp_path / "真.txt").read_bytes() == b"new"


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("没有/意见.txt", "没有这个文件夹"),
        ("文件/意见.txt", "路径中有一段不是文件夹"),
        ("长" * 300, "文件名太长"),
    ],
)
def test_a_place_that_cannot_be_written(tmp_path: Path, name: str, why: str) -> None:
    (tmp_path / "文件").write_bytes(b"")

    with pytest.raises(WrongUsage, match=why):
        write(tmp_path / name, b"new")
