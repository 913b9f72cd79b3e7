"""The commands that show what was read and which rules there are."""

import csv
import subprocess
import sys
from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue import __version__
from shenyue.cli import OK, main

Capture = pytest.CaptureFixture[str]


def test_text_prints_the_one_ruler(tmp_path: Path, capsys: Capture) -> None:
    report = write_report(tmp_path)

    assert main(["text", str(report)]) == OK
    assert capsys.readouterr().out == report.read_text("utf-8") + "\n"


def test_tables_as_csv(root: Path, capsys: Capture) -> None:
    report = next((root / "corpora" / "reports").glob("*.docx"))

    assert main(["tables", str(report), "--csv"]) == OK
    head, *rows = csv.reader(capsys.readouterr().out.splitlines())
    assert head == ["文件", "表", "行", "列", "数值", "原文"]
    assert [str(report), "applications", "new", "total"] in [row[:4] for row in rows]


def test_tables_say_where_there_are_none(tmp_path: Path, capsys: Capture) -> None:
    assert main(["tables", str(write_report(tmp_path))]) == OK
    assert "没有识别出规定的表格" in capsys.readouterr().out


def test_explain_tells_what_why_and_on_what_basis(capsys: Capture) -> None:
    assert main(["explain", "t311"]) == OK
    shown = capsys.readouterr().out
    assert "T311" in shown
    assert "依据" in shown
    assert "示例" in shown


def test_rules_list_names_every_rule(capsys: Capture) -> None:
    assert main(["rules", "list"]) == OK
    shown = capsys.readouterr().out
    assert all(rule in shown for rule in ("S101", "N211", "T311", "C701"))


def test_version_without_waiting_for_the_rest() -> None:
    code = "import sys; from shenyue.cli import main; main(['--version']); print(len([m for m in sys.modules if m.startswith(('lxml', 'pydantic', 'jieba', 'argparse'))]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.split() == ["shenyue", __version__, "0"]


def test_help_is_chinese(capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["check", "--help"])

    shown = capsys.readouterr().out
    assert end.value.code == 0
    assert "用法：" in shown
    assert "usage" not in shown
    assert "选项" in shown
