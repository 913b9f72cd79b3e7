"""`shenyue check` as a user meets it: exit codes, choices, files that cannot be read."""

import json
from pathlib import Path

import pytest
from reports_to_review import write_report

from shenyue.cli import FOUND, OK, UNREADABLE, WRONG_USAGE, batch, main

Capture = pytest.CaptureFixture[str]


def test_a_repeated_ordinal_is_shown_in_its_place(tmp_path: Path, capsys: Capture) -> None:
    code = main(["check", str(write_report(tmp_path)), "--select", "N211"])

    shown = capsys.readouterr().out
    assert code == FOUND
    assert "必须改正 1 处" in shown
    assert "…【二是】改进服务" in shown
    assert "第五部分" in shown


def test_nothing_found_is_said(tmp_path: Path, capsys: Capture) -> None:
    code = main(["check", str(write_report(tmp_path, again="三是改进服务。")), "--select", "N211"])

    assert code == OK
    assert "没有发现问题" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("fail_on", "expected"), [("error", OK), ("warning", OK), ("info", FOUND), ("never", OK)]
)
def test_the_exit_code_follows_fail_on(tmp_path: Path, fail_on: str, expected: int) -> None:
    report = write_report(tmp_path, again="〔20  〕", five="解读形式单一")
    report.write_text(report.read_text("utf-8").replace("本年度未收取信息处理费。", "无"), "utf-8")

    assert main(["check", str(report), "--select", "C701", "--fail-on", fail_on]) == expected


def test_one_unreadable_file_stops_no_other(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "空.docx"
    empty.write_bytes(b"")

    code = main(["check", str(empty), str(write_report(tmp_path)), "--select", "N211", "--format", "json"])

    printed = capsys.readouterr()
    answer = json.loads(printed.out)
    assert code == UNREADABLE
    assert [report["summary"]["error"] for report in answer["reports"]] == [1]
    assert [failure["path"] for failure in answer["failures"]] == [str(empty)]
    assert printed.err.count("\n") == 1
    assert "空.docx" in printed.err


def test_a_folder_stands_for_its_reports_in_order(tmp_path: Path, capsys: Capture) -> None:
    for name in ("乙.txt", "甲.txt", "~$甲.docx", ".隐藏.txt"):
        write_report(tmp_path, name)

    main(["check", str(tmp_path), "--select", "N211", "--format", "json"])

    reports = json.loads(capsys.readouterr().out)["reports"]
    assert [Path(report["path"]).name for report in reports] == sorted(["乙.txt", "甲.txt"])


def test_an_empty_folder_is_refused_with_a_sentence(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(tmp_path)]) == UNREADABLE
    assert str(tmp_path.name) in capsys.readouterr().out


def test_many_processes_give_what_one_gives(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(batch, "_MANY", 2)
    for number in range(5):
        write_report(tmp_path, f"{number}.txt", again="二是改进。" * (number % 2))

    texts = []
    for jobs in ("1", "2"):
        main(["check", str(tmp_path), "--select", "N2", "--format", "json", "--jobs", jobs])
        texts.append(capsys.readouterr().out)

    assert texts[0] == texts[1]


def test_output_is_written_whole_or_not_at_all(tmp_path: Path, capsys: Capture) -> None:
    target = tmp_path / "结果.json"

    main(["check", str(write_report(tmp_path)), "--format", "json", "--output", str(target)])

    assert json.loads(target.read_text("utf-8"))["schema"] == "shenyue.review/1"
    assert capsys.readouterr().out == ""
    assert [path.name for path in tmp_path.iterdir() if path.suffix == ".tmp"] == []


def test_output_into_a_folder_that_does_not_exist(tmp_path: Path, capsys: Capture) -> None:
    code = main(["check", str(write_report(tmp_path)), "--output", str(tmp_path / "没有" / "x.json")])

    assert code == WRONG_USAGE
    assert "无法写入" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("words", "says"),
    [
        ([], "没有终端"),
        (["check"], "缺少参数"),
        (["chek", "x"], "不能是“chek”"),
        (["check", "x", "--format", "pdf"], "不能是“pdf”"),
        (["check", "x", "--colour"], "不认识的参数"),
        (["check", "x", "--district"], "后面要有一个值"),
        (["explain", "T399"], "没有编号为 T399 的规则"),
        (["rules", "list", "--district", "atlantis"], "atlantis"),
    ],
)
def test_wrong_usage_is_one_chinese_sentence(words: list[str], says: str, capsys: Capture) -> None:
    assert main(words) == WRONG_USAGE

    complaint = capsys.readouterr().err
    assert says in complaint
    assert "Traceback" not in complaint


def test_a_broken_pack_is_told_with_file_and_line(tmp_path: Path, capsys: Capture) -> None:
    pack = tmp_path / "packs" / "mine"
    pack.mkdir(parents=True)
    (pack / "pack.toml").write_text('name = "我区"\nversion = "1"\nextends = "nationl"\n', "utf-8")

    code = main(
        ["check", str(write_report(tmp_path)), "--rules", str(tmp_path / "packs"), "--district", "mine"]
    )

    complaint = capsys.readouterr().err
    assert code == WRONG_USAGE
    assert "pack.toml:3" in complaint
    assert "national" in complaint


def test_a_fault_of_the_program_loses_one_report_only(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.delenv("SHENYUE_DEBUG", raising=False)
    monkeypatch.setattr(batch, "open_review", broken)

    assert main(["check", str(write_report(tmp_path))]) == UNREADABLE
    assert "程序内部出错" in capsys.readouterr().out


def test_what_each_rule_costs_is_told_when_asked(tmp_path: Path, capsys: Capture) -> None:
    main(["check", str(write_report(tmp_path)), "--select", "N21", "--profile"])

    told = capsys.readouterr().err
    assert "各条规则用时" in told
    assert all(rule in told for rule in ("N211", "N212", "N213", "N214"))


def test_select_and_ignore_choose_rules(tmp_path: Path, capsys: Capture) -> None:
    main(
        ["check", str(write_report(tmp_path)), "--select", "N21,S101", "--ignore", "N214", "--format", "json"]
    )

    (report,) = json.loads(capsys.readouterr().out)["reports"]
    assert [entry["rule"] for entry in report["ledger"]] == ["N211", "N212", "N213", "S101"]


def test_select_of_nothing_is_refused(tmp_path: Path, capsys: Capture) -> None:
    assert main(["check", str(write_report(tmp_path)), "--select", "T399"]) == WRONG_USAGE
    assert "没有编号为 T399 的规则" in capsys.readouterr().err
