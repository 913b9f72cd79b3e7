"""What the first user stumbled over: no terminal, reports about to be overwritten, names the system refuses, rules of a district."""

import os
from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue.cli import FOUND, OK, UNREADABLE, WRONG_USAGE, main

Capture = pytest.CaptureFixture[str]
TOO_LONG = "长" * 300


def test_without_a_terminal_the_review_is_what_check_prints(tmp_path: Path, capsys: Capture) -> None:
    report = str(write_report(tmp_path))

    assert main(["check", report]) == FOUND
    checked = capsys.readouterr().out
    assert main(["review", report]) == FOUND
    assert capsys.readouterr().out == checked


@pytest.mark.parametrize("command", [["check", "--output"], ["check", "-o"], ["review", "--screenshot"]])
def test_nothing_is_written_over_a_report(tmp_path: Path, capsys: Capture, command: list[str]) -> None:
    report = write_report(tmp_path)
    before = report.read_bytes()

    assert main([command[0], str(report), command[1], str(report)]) == WRONG_USAGE
    assert "就是报告本身" in capsys.readouterr().err
    assert report.read_bytes() == before


def test_nothing_is_written_over_a_report_of_a_folder(tmp_path: Path) -> None:
    report = write_report(tmp_path)
    before = report.read_bytes()

    assert main(["check", str(tmp_path), "--output", str(report)]) == WRONG_USAGE
    assert report.read_bytes() == before


def test_a_name_that_is_too_long_is_one_unreadable_file(tmp_path: Path, capsys: Capture) -> None:
    code = main(["check", TOO_LONG, str(write_report(tmp_path)), "--select", "N211"])

    assert code == UNREADABLE
    shown = capsys.readouterr().out
    assert "路径过长" in shown
    assert "N211" in shown


@pytest.mark.parametrize("option", ["--prior", "--rules", "--output"])
def test_an_option_with_a_name_that_is_too_long(tmp_path: Path, capsys: Capture, option: str) -> None:
    assert main(["check", str(write_report(tmp_path)), option, TOO_LONG]) == WRONG_USAGE
    assert "文件名太长" in capsys.readouterr().err


@pytest.mark.parametrize("jobs", ["0", "-3", "两"])
def test_jobs_are_counted_from_one(capsys: Capture, jobs: str) -> None:
    assert main(["check", "报告.docx", f"--jobs={jobs}"]) == WRONG_USAGE
    assert f"至少为 1，不能是“{jobs}”" in capsys.readouterr().err


def test_a_rule_of_a_district_is_explained_without_naming_its_pack(capsys: Capture) -> None:
    assert main(["explain", "XC801"]) == OK
    shown = capsys.readouterr().out
    assert "XC801" in shown
    assert "只有规则包 beijing/xicheng 有这条规则" in shown


def test_what_lies_in_a_folder_and_cannot_be_read_is_told(tmp_path: Path, capsys: Capture) -> None:
    write_report(tmp_path)
    (tmp_path / "乙.rtf").write_bytes(rb"{\rtf1 }")

    assert main(["check", str(tmp_path), "--select", "N211"]) == UNREADABLE
    assert "乙.rtf" in capsys.readouterr().out


def test_a_folder_below_that_may_not_be_looked_into_is_told(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_report(tmp_path)
    closed = tmp_path / "不许看"
    closed.mkdir()
    scandir = os.scandir

    def guarded(path: str | Path) -> object:
        if Path(path) == closed:
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    def listing(folder: Path) -> object:
        with guarded(folder) as entries:  # type: ignore[attr-defined]
            yield from map(Path, entries)

    monkeypatch.setattr(os, "scandir", guarded)
    monkeypatch.setattr(Path, "iterdir", listing)

    assert main(["check", str(tmp_path), "--select", "N211"]) == UNREADABLE
    assert f"没有权限读取“{closed}”" in capsys.readouterr().out


def test_a_crash_is_one_sentence_and_no_finding(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SHENYUE_DEBUG", raising=False)
    monkeypatch.setattr("shenyue.cli.show.load", lambda path: path / 0)

    assert main(["text", "报告.docx"]) == WRONG_USAGE
    assert capsys.readouterr().err.startswith("程序内部出错（TypeError）")


def test_nothing_in_a_file_drives_the_terminal(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    report = tmp_path / "报告.txt"
    report.write_text("\x1b[31m总体情况", "utf-8")
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)

    assert main(["text", str(report)]) == OK
    assert "␛[31m总体情况" in capsys.readouterr().out


def test_what_may_be_chosen_is_listed_as_chinese_lists_are(capsys: Capture) -> None:
    assert main(["check", "报告.docx", "--fail-on", "no"]) == WRONG_USAGE
    assert "可以是：error、warning、info、never。" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (["chek", "报告.docx"], "命令 不能是“chek”，您是不是想写 check？请用 shenyue --help 查看用法。"),
        (["rules", "shw"], "您是不是想写 show？请用 shenyue rules --help 查看用法。"),
        (["memo", "--foo", "报告.docx"], "不认识的参数 --foo。请用 shenyue memo --help 查看用法。"),
        (["rules", "list", "--foo"], "不认识的参数 --foo。请用 shenyue rules list --help 查看用法。"),
        (["check", ""], "文件 不能是空的，请写明文件或文件夹。"),
        (["memo", "报告.docx", "-o", " "], "-o/--output 不能是空的，请写明文件或文件夹。"),
    ],
)
def test_what_was_mistyped_is_told_with_the_help_of_its_own_command(
    capsys: Capture, words: list[str], says: str
) -> None:
    assert main(words) == WRONG_USAGE
    assert says in capsys.readouterr().err


@pytest.mark.parametrize("words", [["check"], ["memo", "报告.docx"], []])
def test_a_file_that_begins_with_a_dash(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, words: list[str]
) -> None:
    write_report(tmp_path, "-报告.txt")
    monkeypatch.chdir(tmp_path)

    assert main([*words, "-报告.txt"]) == WRONG_USAGE
    assert "写成 ./-报告.txt。" in capsys.readouterr().err
    assert main(["check", "./-报告.txt"]) == FOUND


def test_pictures_and_archives_of_a_folder_are_told(tmp_path: Path, capsys: Capture) -> None:
    write_report(tmp_path)
    beside = tmp_path / "网页_files"
    beside.mkdir()
    for path in (tmp_path / "扫描.jpg", beside / "横幅.jpg"):
        path.write_bytes(b"\xff\xd8\xff\xe0 JFIF")
    (tmp_path / "报告.rar").write_bytes(b"Rar!\x1a\x07\x01\x00")

    assert main(["check", str(tmp_path), "--select", "N211"]) == UNREADABLE
    told = capsys.readouterr().out
    assert "“扫描.jpg”：这是图片" in told
    assert "“报告.rar”：这是压缩包" in told
    assert "横幅.jpg" not in told
