"""Opening files: what a file is by its bytes, and what is said of files that cannot be read."""

import os
import zipfile
from pathlib import Path

import pytest

from shenyue import loaders
from shenyue.errors import UnreadableFile
from shenyue.loaders import LOADERS, load

TEXT = "某某镇2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息10条。\n"


def refusal(path: Path) -> str:
    with pytest.raises(UnreadableFile) as caught:
        load(path)
    return str(caught.value)


@pytest.mark.parametrize("name", ["a.txt", "a.doc", "a.html", "a", "报告.TXT", "a.pdf"])
def test_the_name_does_not_decide(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.write_text(TEXT, encoding="utf-8")
    document = load(path)
    assert document.source.format == "txt"
    assert document.text == TEXT
    assert document.name == name
    assert document.source.path == str(path)
    assert len(document.source.sha256) == 64


@pytest.mark.parametrize(
    "page", ["<p>{}</p>", "<!DOCTYPE HTML>{}", "\n<TABLE><td>{}", "<?xml version='1.0'?><html>{}"]
)
def test_a_page_is_known_by_its_tags(tmp_path: Path, page: str) -> None:
    path = tmp_path / "报告.doc"
    path.write_text(page.format(TEXT), encoding="utf-8")
    assert load(path).source.format == "html"


def test_a_text_that_speaks_of_brackets_is_text(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT + "3<5，<某某>", encoding="utf-8")
    assert load(path).source.format == "txt"


def archive(path: Path, *names: str) -> Path:
    with zipfile.ZipFile(path, "w") as file:
        for name in names:
            file.writestr(name, "x")
    return path


@pytest.mark.parametrize(
    ("member", "says"),
    [
        ("xl/workbook.xml", "Excel"),
        ("ppt/a.xml", "演示文稿"),
        ("content.xml", "odt"),
        ("报告.docx", "先解压"),
    ],
)
def test_other_zips_are_named(tmp_path: Path, member: str, says: str) -> None:
    assert says in refusal(archive(tmp_path / "a.docx", member))


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "另存为 .docx"),
        ("a.wps", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "WPS"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "Workbook".encode("utf-16-le"), "Excel"),
        ("a.docx", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "密码"),
        ("a.txt", b"%PDF-1.7\n%\xe2\xe3", "PDF 暂不支持"),
        ("a.doc", b"{\\rtf1\\ansi", "RTF"),
        ("a.docx", b"\x89PNG\r\n\x1a\n", "图片"),
        ("a.txt", b"\xff\xd8\xff\xe0", "图片"),
        ("a.docx", b"PK\x03\x04broken", "已损坏"),
        ("a.rar", b"Rar!\x1a\x07", "先解压"),
        ("a.txt", b"", "空文件"),
        ("a.txt", b"\x7fELF" + bytes(range(256)), "无法读取"),
        ("a.html", b"<html><body><script>x()</script></body></html>", "没有汉字"),
        ("a.html", "<html><title>某镇</title><body><script>x()</script></body></html>".encode(), "没有正文"),
    ],
)
def test_what_cannot_be_read_is_named_with_what_to_do(
    tmp_path: Path, name: str, content: bytes, says: str
) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    sentence = refusal(path)
    assert says in sentence
    assert name in sentence
    assert sentence.endswith("。")


def test_missing_file_folder_loop_and_pipe(tmp_path: Path) -> None:
    assert "找不到" in refusal(tmp_path / "没有.txt")
    assert "文件夹" in refusal(tmp_path)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    assert "链接循环" in refusal(loop)
    os.mkfifo(tmp_path / "pipe")
    assert "管道" in refusal(tmp_path / "pipe")
    assert "路径过长" in refusal(tmp_path / ("长" * 400))
    assert "无法打开" in refusal(Path("a\0b"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_no_permission(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    path.chmod(0)
    assert "没有权限" in refusal(path)


def test_a_refused_file_is_told_by_the_system(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")

    def refuse(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert "没有权限" in refusal(path)


def test_a_file_too_large_is_not_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(loaders, "_LIMIT", 10)
    path = tmp_path / "a.txt"
    path.write_text(TEXT, encoding="utf-8")
    assert "过大" in refusal(path)


def test_the_readers_are_a_plain_dict() -> None:
    assert set(LOADERS) == {"docx", "html", "md", "txt"}
