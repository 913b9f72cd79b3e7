"""Waivers and the baseline as a user meets them: what is let pass is in no count, but never out of sight."""

import json
import shutil
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from shenyue.cli import FOUND, OK, WRONG_USAGE, batch, main

Capture = pytest.CaptureFixture[str]
REPORT = "street-2023-faulty.docx"
"""N211, N204, T303 twice, T311, T313."""


@pytest.fixture
def folder(root: Path, tmp_path: Path) -> Path:
    """A folder with a faulty report."""
    shutil.copy(root / "corpora" / "reports" / REPORT, tmp_path)
    return tmp_path


def waive(folder: Path, *tables: str) -> None:
    more = 'reason = "台账待核"\nperson = "张三"\n'
    text = "".join(
        f"[[waiver]]\n{table}\n{more}{'' if 'expires' in table else 'expires = 2999-12-31'}\n"
        for table in tables
    )
    (folder / "shenyue.toml").write_text(text, "utf-8")


def checked(folder: Path, capsys: Capture, *words: str) -> dict[str, Any]:
    capsys.readouterr()
    main(["check", str(folder), "--format", "json", *words])
    answer: dict[str, Any] = json.loads(capsys.readouterr().out)
    return answer


def rules(entries: list[dict[str, Any]]) -> list[str]:
    return sorted(entry["rule"] for entry in entries)


def test_what_is_let_pass_is_in_no_count_and_listed_with_its_reason(
    folder: Path, capsys: Capture, root: Path
) -> None:
    waive(folder, 'rule = "T311"\nunit = "*街道*"')
    answer = checked(folder, capsys)
    schema = json.loads((root / "docs" / "schema" / "shenyue.review-1.json").read_text("utf-8"))
    jsonschema.validate(answer, schema, cls=jsonschema.Draft202012Validator)
    (report,) = answer["reports"]
    assert rules(report["findings"]) == ["N204", "N211", "T303", "T303", "T313"]
    assert report["summary"]["error"] == 2
    (waived,) = report["waived"]
    assert waived["rule"] == "T311"
    assert waived["waiver"] == {
        "source": "waiver",
        "reason": "台账待核",
        "person": "张三",
        "expires": "2999-12-31",
    }
    assert answer["notices"] == []


@pytest.mark.parametrize(
    ("table", "waived"),
    [
        ('rule = "T303"\nfile = "street-*.docx"', 2),
        ('rule = "T303"\nfile = "town-*"', 0),
        ('rule = "T303"\nunit = "北京市西城区柳荫坊街道办事处"', 2),
        ('rule = "T303"\nunit = "北京市西城区"', 0),
        ('rule = "T303"\nunit = "*"\nplace = "permits.*.*"', 1),
        ('rule = "T303"\nunit = "*"\nplace = "part2"', 2),
        ('rule = "T303"\nunit = "*"\nplace = "part3"', 0),
        ('rule = "T303"\nunit = "*"\nquote = "行政许可"', 1),
        ('rule = "T311"\nunit = "*"\nplace = "applications.new.total"', 1),
        ('rule = "T311"\nunit = "*"\nplace = "applications.new.company"', 0),
    ],
)
def test_a_waiver_is_for_some_reports_and_some_places(
    folder: Path, capsys: Capture, table: str, waived: int
) -> None:
    waive(folder, table)
    (report,) = checked(folder, capsys)["reports"]
    assert len(report["waived"]) == waived
    assert len(report["waived"]) + len(report["findings"]) == 6


def test_of_something_missing_the_place_is_its_name(folder: Path, capsys: Capture) -> None:
    text = "永安市司法局2023年政府信息公开工作年度报告\n一、总体情况\n全年公开信息30条。\n"
    (folder / REPORT).unlink()
    (folder / "报告.txt").write_text(text, "utf-8")
    waive(folder, 'rule = "S101"\nunit = "*"\nplace = "part.5"')
    (report,) = checked(folder, capsys, "--select", "S101")["reports"]
    assert [one["message"] for one in report["waived"]] != []
    assert rules(report["waived"]) == ["S101"]
    assert len(report["findings"]) == 4


def test_exit_code_and_text(folder: Path, capsys: Capture) -> None:
    waive(folder, *(f'rule = "{rule}"\nunit = "*"' for rule in ("T311", "T313", "N211")))
    assert main(["check", str(folder)]) == OK
    shown = capsys.readouterr().out
    assert "必须改正 0 处，建议改正 3 处，提示 0 处；另有 3 处放过（--show-waived 列出）" in shown
    assert "台账待核" not in shown
    main(["check", str(folder), "--show-waived"])
    shown = capsys.readouterr().out
    assert "放过（3 处）" in shown
    assert "放过  台账待核（张三，至 2999-12-31）" in shown


def test_expired_unused_unknown_and_stray_waivers_are_told(folder: Path, capsys: Capture) -> None:
    waive(
        folder,
        'rule = "T311"\nunit = "*"\nexpires = 2020-01-31',
        'rule = "T312"\nunit = "*"',
        'rule = "T3l3"\nunit = "*"',
        'rule = "N211"\nunit = "某大学"',
    )
    answer = checked(folder, capsys)
    told = {one["text"].partition("一条")[2][:8] for one in answer["notices"]}
    assert told == {"已于 2020-", "没有用上：这样的", "没有对应的规则，", "没有用上：没有一"}
    lines = (folder / "shenyue.toml").read_text("utf-8").splitlines()
    assert all(lines[one["line"] - 1] == "[[waiver]]" for one in answer["notices"])
    assert "您是不是想写 T313？" in "".join(one["text"] for one in answer["notices"])
    assert "T311" in rules(answer["reports"][0]["findings"])
    main(["check", str(folder / REPORT), "--select", "N"])
    shown = capsys.readouterr().out
    assert "T312" not in shown, "a rule that was not asked for says nothing of its waiver"
    assert "某大学" not in shown, "a single report says nothing of waivers for others"


def test_a_waiver_used_in_one_report_is_not_unused_in_the_others(
    folder: Path, root: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number in range(3):
        shutil.copy(
            root / "corpora" / "reports" / "clean-08-department-2021.md", folder / f"{number}-clean.md"
        )
    waive(folder, 'rule = "T311"\nunit = "*"')
    assert checked(folder, capsys)["notices"] == []
    monkeypatch.setattr(batch, "_MANY", 2)
    alone = checked(folder, capsys, "--jobs", "1")
    assert checked(folder, capsys, "--jobs", "2") == alone


def test_waivers_of_a_pack_hold_for_its_reports(folder: Path, capsys: Capture) -> None:
    pack = folder / "rules" / "own"
    pack.mkdir(parents=True)
    waiver = '[[waiver]]\nrule = "T311"\nunit = "*"\nreason = "a"\nperson = "b"\nexpires = 2999-12-31\n'
    (pack / "pack.toml").write_text(f'name = "a"\nversion = "1"\nextends = "national"\n{waiver}', "utf-8")
    words = ("--rules", str(folder / "rules"), "--district", "own")
    (report,) = checked(folder, capsys, *words)["reports"]
    assert rules(report["waived"]) == ["T311"]


def test_sarif_and_junit_know_what_is_let_pass(folder: Path, capsys: Capture, root: Path) -> None:
    waive(folder, 'rule = "T311"\nunit = "*"', 'rule = "T312"\nunit = "*"')
    main(["check", str(folder), "--format", "sarif"])
    sarif = json.loads(capsys.readouterr().out)
    schema = json.loads((root / "tests" / "schemas" / "sarif-2.1.0.json").read_text("utf-8"))
    jsonschema.validate(sarif, schema, cls=jsonschema.Draft4Validator)
    results = sarif["runs"][0]["results"]
    assert [one["ruleId"] for one in results if "suppressions" in one] == ["T311"]
    main(["check", str(folder), "--format", "junit"])
    junit = capsys.readouterr().out
    assert "放过 1 处：台账待核" in junit
    assert "放过规则 T312 的一条没有用上" in junit


def test_a_baseline_leaves_only_what_is_new(folder: Path, capsys: Capture) -> None:
    assert main(["baseline", "create", str(folder)]) == OK
    assert "1 份报告，6 处问题" in capsys.readouterr().out
    (report,) = checked(folder, capsys)["reports"]
    assert report["findings"] == []
    assert {one["waiver"]["source"] for one in report["waived"]} == {"baseline"}
    (folder / REPORT).rename(folder / "改名.docx")
    (report,) = checked(folder, capsys)["reports"]
    assert report["findings"] == []
    assert main(["check", str(folder)]) == OK


def test_a_new_rule_is_introduced_on_old_reports(folder: Path, capsys: Capture) -> None:
    main(["baseline", "create", str(folder), "--select", "T303"])
    (report,) = checked(folder, capsys)["reports"]
    assert rules(report["waived"]) == ["T303", "T303"]
    main(["baseline", "update", str(folder), "--select", "T311"])
    (report,) = checked(folder, capsys)["reports"]
    assert rules(report["waived"]) == ["T303", "T303", "T311"]


def test_what_is_gone_is_told_and_taken_out(folder: Path, capsys: Capture, root: Path) -> None:
    main(["baseline", "create", str(folder)])
    clean = root / "corpora" / "reports" / "clean-01-street-2024.docx"
    (folder / REPORT).write_bytes(clean.read_bytes())
    capsys.readouterr()
    (notice,) = checked(folder, capsys)["notices"]
    assert "基线中有 6 处问题已不再出现" in notice["text"]
    main(["baseline", "update", str(folder)])
    assert "0 份报告，0 处问题" in capsys.readouterr().out
    assert checked(folder, capsys)["notices"] == []


def test_a_baseline_is_not_overwritten_nor_guessed(folder: Path, capsys: Capture) -> None:
    assert main(["baseline", "update", str(folder)]) == WRONG_USAGE
    assert "请先用 shenyue baseline create" in capsys.readouterr().err
    main(["baseline", "create", str(folder)])
    assert main(["baseline", "create", str(folder)]) == WRONG_USAGE
    assert "请加 --force" in capsys.readouterr().err
    assert main(["baseline", "create", str(folder), "--force"]) == OK


@pytest.mark.parametrize(
    "content", ["", "{}", "[]", '{"schema": "shenyue.baseline/9"}', "\0", '{"schema": 1']
)
def test_a_damaged_baseline_is_told(folder: Path, capsys: Capture, content: str) -> None:
    (folder / "shenyue-baseline.json").write_text(content, "utf-8")
    assert main(["check", str(folder)]) == WRONG_USAGE
    (told,) = capsys.readouterr().err.splitlines()
    assert "shenyue-baseline.json" in told
    assert main(["baseline", "create", str(folder), "--force"]) == OK
    assert main(["check", str(folder), "--fail-on", "error"]) == OK


def test_without_exceptions_nothing_changes(folder: Path) -> None:
    assert main(["check", str(folder)]) == FOUND


def test_the_memos_annex_lists_what_is_let_pass(folder: Path, capsys: Capture) -> None:
    waive(folder, 'rule = "T311"\nunit = "*"')
    out = folder / "审核意见.md"
    assert main(["memo", str(folder / REPORT), "--include", "all", "-o", str(out)]) == OK
    capsys.readouterr()
    memo = out.read_text("utf-8")
    before, _, annex = memo.partition("按放过清单或者基线不计的问题")
    assert "六类申请人合计 8 件" not in before
    assert "六类申请人合计 8 件" in annex
    assert "放过理由：台账待核（张三，至2999-12-31）" in annex


def test_a_packs_waiver_for_units_elsewhere_is_not_told_in_every_folder(
    folder: Path, capsys: Capture
) -> None:
    pack = folder / "rules" / "own"
    pack.mkdir(parents=True)
    waiver = '[[waiver]]\nrule = "T311"\nunit = "某镇*"\nreason = "a"\nperson = "b"\nexpires = 2999-12-31\n'
    (pack / "pack.toml").write_text(f'name = "a"\nversion = "1"\nextends = "national"\n{waiver}', "utf-8")
    (folder / "reports").mkdir()
    (folder / REPORT).rename(folder / "reports" / REPORT)
    words = ("--rules", str(folder / "rules"), "--district", "own")
    assert checked(folder / "reports", capsys, *words)["notices"] == []
