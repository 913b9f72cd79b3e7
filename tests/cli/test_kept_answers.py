"""What commands make of the answers that are kept: none unless asked for, except where a memo is written."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue.cli import OK, WRONG_USAGE, main
from shenyue.decisions import Decision, Verdict
from shenyue.review import Order, decided, open_review
from shenyue.store.keeping import keeper, store_path

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report of which the first finding was confirmed; the answer is in the usual store."""
    path = write_report(tmp_path)
    hand = keeper(reviewer="张三")
    first = hand.resume(open_review(path, Order())).review
    hand.keep(first, decided(first, first.findings[0].key, Decision(Verdict.CONFIRMED, "请改", "", "")))
    return path


def decisions(capsys: Capture, *words: object) -> list[object]:
    capsys.readouterr()
    main(["check", "--format", "json", *map(str, words)])
    (report,) = json.loads(capsys.readouterr().out)["reports"]
    return [finding["decision"] for finding in report["findings"] if finding["decision"]]


def test_check_knows_of_kept_answers_only_where_asked(report: Path, capsys: Capture) -> None:
    assert decisions(capsys, report) == []
    (kept,) = decisions(capsys, report, "--decisions")
    assert isinstance(kept, dict)
    assert {name: kept[name] for name in ("verdict", "note", "by")} == {
        "verdict": "confirmed", "note": "请改", "by": "张三",
    }  # fmt: skip


def test_a_question_is_answered_with_them(report: Path, capsys: Capture) -> None:
    capsys.readouterr()

    assert main(["ask", str(report), "处理了几条"]) == OK
    assert "处理了 1 条" in capsys.readouterr().out


def test_many_processes_bring_them_too(
    report: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("shenyue.cli.batch._MANY", 2)
    copies = [report.with_name(f"{number}.txt") for number in range(4)]
    for copy in copies:
        copy.write_bytes(report.read_bytes())
    capsys.readouterr()

    main(["check", "--format", "json", "--decisions", "--jobs", "2", *map(str, copies)])

    reports = json.loads(capsys.readouterr().out)["reports"]
    assert [sum(bool(one["decision"]) for one in report["findings"]) for report in reports] == [1] * 4


def test_a_store_named_must_be_there(report: Path, capsys: Capture) -> None:
    missing = report.with_name("无.sqlite")
    for command in ("check", "memo"):
        assert main([command, str(report), "--store", str(missing)]) == WRONG_USAGE
        assert "不存在" in capsys.readouterr().err
    assert not missing.exists()


def test_without_a_store_there_is_nothing_to_bring(tmp_path: Path, capsys: Capture) -> None:
    assert decisions(capsys, write_report(tmp_path), "--decisions") == []


def test_a_memo_lists_what_was_confirmed_and_prints_the_head_of_the_chain(
    report: Path, capsys: Capture
) -> None:
    main(["memo", str(report), "--format", "json"])
    written = json.loads(capsys.readouterr().out)

    assert "请改" in json.dumps(written, ensure_ascii=False)
    main(["reviews", "verify", "--head", written["chain"]])
    assert "第 1 条记录之后的状态，之后没有改动" in capsys.readouterr().out


def test_an_annotated_copy_leaves_out_what_was_rejected(report: Path, capsys: Capture) -> None:
    out = report.with_name("批注.html")
    main(["annotate", str(report), "-o", str(out), "--include", "confirmed"])
    assert "批注 1 处问题" in capsys.readouterr().out


@pytest.mark.parametrize("command", ["memo", "annotate", "check", "ask"])
def test_records_that_fail_their_proof_are_not_used(report: Path, capsys: Capture, command: str) -> None:
    with closing(sqlite3.connect(store_path())) as connection:
        for (trigger,) in connection.execute(
            "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        ).fetchall():
            connection.execute(f'DROP TRIGGER "{trigger}"')
        connection.execute("UPDATE entry SET note = '请勿改'")
        connection.commit()
    out = report.with_name("写出.txt")
    more = {"ask": ["处理了几条"], "check": ["--decisions", "-o", str(out)]}.get(command, ["-o", str(out)])
    capsys.readouterr()

    assert main([command, str(report), *more]) == WRONG_USAGE

    shown = capsys.readouterr()
    assert "处理记录校验不通过：第 1 条记录与校验值不符" in shown.err
    assert shown.err.count("\n") == 1
    assert not shown.out
    assert not out.exists()


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "是空文件，不是审阅记录"),
        ("这是一份报告。".encode() * 300, "不是审阅记录"),
        (b"PK\3\4", "不是审阅记录"),
    ],
)
@pytest.mark.parametrize("command", ["check", "memo"])
def test_another_file_is_no_store_and_stays_as_it_is(
    report: Path, capsys: Capture, command: str, content: bytes, sentence: str
) -> None:
    other = report.with_name("别的.docx")
    other.write_bytes(content)
    before = sorted(report.parent.iterdir())
    capsys.readouterr()

    assert main([command, str(report), "--store", str(other)]) == WRONG_USAGE

    assert sentence in capsys.readouterr().err
    assert (other.read_bytes(), sorted(report.parent.iterdir())) == (content, before)


def test_a_list_of_an_empty_file_makes_it_no_store(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "空.sqlite"
    empty.touch()
    assert main(["reviews", "list", "--store", str(empty)]) == WRONG_USAGE
    assert "是空文件" in capsys.readouterr().err
    assert empty.stat().st_size == 0
