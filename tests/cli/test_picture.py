"""`shenyue review --screenshot`: a picture of what was asked for, or the sentence and the exit code that every command has."""

from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue.cli import OK, UNREADABLE, WRONG_USAGE, main
from shenyue.tui.screens.review import ReviewScreen

Capture = pytest.CaptureFixture[str]


def pictured(report: Path, *more: object) -> tuple[int, Path]:
    picture = report.with_name("图.svg")
    return main(["review", str(report), "--screenshot", str(picture), *map(str, more)]), picture


def test_a_picture_is_taken(tmp_path: Path) -> None:
    code, picture = pictured(write_report(tmp_path), "--press", "n ctrl+l ?")
    assert code == OK
    assert picture.read_text("utf-8").startswith("<svg")


@pytest.mark.parametrize(
    ("more", "code", "sentence"),
    [
        (["--district", "mars"], WRONG_USAGE, "没有名为“mars”的规则包"),
        (["--against", "无此稿.txt"], UNREADABLE, "无此稿.txt"),
        (["--press", "n zzz"], WRONG_USAGE, "“zzz”不是按键"),
    ],
)
def test_what_cannot_be_had_is_told(
    tmp_path: Path, capsys: Capture, more: list[str], code: int, sentence: str
) -> None:
    got, picture = pictured(write_report(tmp_path), *more)
    err = capsys.readouterr().err
    assert (got, sentence in err, err.count("\n"), picture.exists()) == (code, True, 1, False)


def test_a_report_that_is_not_there(tmp_path: Path, capsys: Capture) -> None:
    got, picture = pictured(tmp_path / "无.docx")
    assert (got, "无.docx" in capsys.readouterr().err, picture.exists()) == (UNREADABLE, True, False)


def test_a_store_that_is_none(tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "别的.txt"
    store.write_text("这不是审阅记录。" * 200, "utf-8")
    got, picture = pictured(write_report(tmp_path), "--store", store)
    assert (got, "别的.txt" in capsys.readouterr().err, picture.exists()) == (WRONG_USAGE, True, False)


def test_a_crash_of_the_app_is_one_sentence(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(ReviewScreen, "on_mount", broken)
    got, picture = pictured(write_report(tmp_path))
    err = capsys.readouterr().err
    assert (got, "界面内部出错（ZeroDivisionError）" in err, picture.exists()) == (WRONG_USAGE, True, False)
    assert "Traceback" not in err
