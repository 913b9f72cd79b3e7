"""`shenyue ask`: one question without a terminal."""

import json
from pathlib import Path

import pytest

from shenyue.cli import main


@pytest.fixture
def report(root: Path) -> str:
    return str(root / "corpora" / "reports" / "street-2023-faulty.docx")


def asked(report: str, question: str, capsys: pytest.CaptureFixture[str]) -> dict[str, object]:
    assert main(["ask", report, question, "--format", "json"]) == 0
    answer: dict[str, object] = json.loads(capsys.readouterr().out)
    return answer


def test_an_answer_cites_rule_finding_basis_and_place(
    report: str, capsys: pytest.CaptureFixture[str]
) -> None:
    answer = asked(report, "表三为什么不平", capsys)
    assert answer["intent"] == "explain"
    cites = answer["cites"]
    assert isinstance(cites, list)
    assert {"rule", "finding", "basis", "start", "end"} <= set(cites[0])
    assert "T311" in {one["rule"] for one in cites}


def test_a_figure_names_its_cell(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = asked(report, "今年收到多少件申请", capsys)
    assert answer["intent"] == "report_figure"
    assert isinstance(answer["cites"], list)
    assert answer["cites"][0]["cell"] == "applications.new.total"


def test_what_cannot_be_answered_says_so(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    answer = asked(report, "街道书记是谁", capsys)
    assert answer == {"intent": "unanswerable", "answer": answer["answer"], "cites": []}
    assert str(answer["answer"]).startswith("无法回答")


def test_a_decision_is_not_kept_and_that_is_said(report: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", report, "第一条确认"]) == 0
    assert "不保存处理意见" in capsys.readouterr().out


@pytest.mark.parametrize("question", ["", "   ", "\u3000\n"])
def test_no_question_is_told_in_a_sentence(
    report: str, question: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ask", report, question]) == 2
    told = capsys.readouterr()
    assert told.err.startswith("没有写问题：")
    assert told.err.count("\n") == 1
    assert not told.out


def test_a_file_that_cannot_be_read_is_told_in_a_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["ask", "没有这个文件.docx", "总结"]) == 3
    assert "没有这个文件.docx" in capsys.readouterr().err
