"""`shenyue check --prior`: which of last year's reports is taken, and that the choice is said."""

import json
from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue.cli import OK, UNREADABLE, WRONG_USAGE, batch, main

Capture = pytest.CaptureFixture[str]
RULES = ["--select", "X41", "--format", "json"]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_report(tmp_path)


def of_year(folder: Path, year: int, name: str = "", unit: str = "永安市司法局") -> Path:
    folder.mkdir(exist_ok=True)
    path = write_report(folder, name or f"{unit}{year}.txt")
    path.write_text(
        path.read_text("utf-8").replace("2023年", f"{year}年").replace("永安市司法局", unit), "utf-8"
    )
    return path


def reason(capsys: Capture) -> str:
    (review,) = json.loads(capsys.readouterr().out)["reports"]
    return str(next(entry["reason"] for entry in review["ledger"] if entry["rule"] == "X411"))


def test_the_choice_is_shown(report: Path, tmp_path: Path, capsys: Capture) -> None:
    assert (
        main(["check", str(report), "--select", "X41", "--prior", str(of_year(tmp_path / "上年", 2022))])
        == OK
    )
    assert "上年报告  永安市司法局2022.txt（永安市司法局，2022年度）" in capsys.readouterr().out


def test_a_file_of_another_year_is_refused(report: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(report), "--prior", str(of_year(tmp_path / "上年", 2021))]) == WRONG_USAGE
    assert "2021年度的报告，2023年度报告应与2022年度报告对照" in capsys.readouterr().err


def test_a_file_of_another_unit_is_taken_with_doubt(report: Path, tmp_path: Path, capsys: Capture) -> None:
    prior = of_year(tmp_path / "上年", 2022, unit="永安市法制办公室")
    main(["check", str(report), "--select", "X41", "--prior", str(prior)])
    assert "请核实是否为同一单位" in capsys.readouterr().out


def test_a_folder_is_searched_by_unit_and_year(report: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "上年"
    for year, unit in ((2021, "永安市司法局"), (2022, "永安市民政局")):
        of_year(folder, year, unit=unit)
    main(["check", str(report), *RULES, "--prior", str(folder)])
    assert "中没有永安市司法局2022年度的报告（只有2021年度的）" in reason(capsys)

    of_year(folder, 2022, "市司法局.txt", unit="市司法局")
    main(["check", str(report), "--select", "X41", "--prior", str(folder)])
    assert "上年报告  市司法局.txt（市司法局，2022年度）" in capsys.readouterr().out


def test_one_folder_serves_many_reports(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_MANY", 2)
    units = ("永安市司法局", "永安市民政局", "永安市水利局")
    for unit in units:
        of_year(tmp_path / "今年", 2023, unit=unit)
        of_year(tmp_path / "上年", 2022, unit=unit)
    order = ["check", str(tmp_path / "今年"), "--select", "X41", "--jobs", "2"]
    assert main([*order, "--prior", str(tmp_path / "上年")]) == OK

    shown = capsys.readouterr().out
    assert [unit for unit in units if f"上年报告  {unit}2022.txt" in shown] == list(units)


def test_a_prior_that_does_not_exist_is_refused(report: Path, capsys: Capture) -> None:
    assert main(["check", str(report), "--prior", "没有这个.docx"]) == WRONG_USAGE
    assert "不存在" in capsys.readouterr().err


def test_an_unreadable_prior_loses_no_review(report: Path, tmp_path: Path, capsys: Capture) -> None:
    broken = tmp_path / "坏.docx"
    broken.write_bytes(b"")
    assert main(["check", str(report), *RULES, "--prior", str(broken)]) == UNREADABLE
    assert "无法读取" in reason(capsys)
