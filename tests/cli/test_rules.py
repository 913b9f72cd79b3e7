"""`shenyue rules …`: each command as it is typed, with its exit code; whatever is wrong is one Chinese sentence."""

import io
import json
from pathlib import Path

import pytest

from shenyue.authoring.reference import kinds
from shenyue.cli import FOUND, OK, UNREADABLE, WRONG_USAGE, main

Capture = pytest.CaptureFixture[str]
AUTHORS = [name for name, kind in kinds().items() if kind.author]
PACK = 'name = "云州市"\nversion = "1"\nextends = "national"\n'


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working folder with the pack yunzhou below ./rules."""
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "rules" / "yunzhou"
    folder.mkdir(parents=True)
    (folder / "pack.toml").write_text(PACK + '[override.T303]\nseverity = "error"\n', "utf-8")
    return folder


@pytest.fixture
def report(root: Path) -> str:
    return str(root / "corpora" / "reports" / "faulty-20-T311-office-2024.html")


def shown(capsys: Capture) -> str:
    said = capsys.readouterr()
    assert "Traceback" not in said.err
    return said.out + said.err


def new_rule(kind: str, rule_id: str, *more: str) -> int:
    return main(["rules", "new", "rule", "--in", "rules/yunzhou", "--kind", kind, "--id", rule_id, *more])


def test_a_new_rule_of_every_kind_passes_check_and_test_at_once(here: Path, capsys: Capture) -> None:
    for number, kind in enumerate(AUTHORS, 801):
        assert new_rule(kind, f"YZ{number}", "--title", f"名称{kind}", "--severity", "info") == OK
        assert f"名称{kind}" in (here / f"YZ{number}-{kind.replace('_', '-')}.toml").read_text("utf-8")
    capsys.readouterr()

    assert main(["rules", "check", "rules/yunzhou"]) == OK
    assert main(["rules", "test", "rules/yunzhou"]) == OK
    assert f"{len(AUTHORS)} 条规则" in shown(capsys)


def test_a_new_pack_passes_check_at_once(here: Path, capsys: Capture) -> None:
    words = [
        "rules",
        "new",
        "pack",
        "--id",
        "yunzhou/linxi",
        "--title",
        '云州"市"临溪区',
        "--extends",
        "yunzhou",
    ]

    assert main([*words, "--place", "临溪区"]) == OK
    assert (here / "linxi" / "pack.toml").is_file()
    assert main(["rules", "check", "rules/yunzhou/linxi"]) == OK
    assert main(["rules", "list", "--district", "yunzhou/linxi"]) == OK
    assert "yunzhou → yunzhou/linxi" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_a_place_that_repeats_the_parents_is_written_without_it(capsys: Capture) -> None:
    words = [
        "rules",
        "new",
        "pack",
        "--id",
        "beijing/yanping",
        "--title",
        "北京市燕平区",
        "--extends",
        "beijing",
    ]

    assert main([*words, "--place", "北京市燕平区", "--place", "燕平新区", "--place", "北京市"]) == OK
    said = shown(capsys)
    assert "“北京市”是上级 beijing 的地名，不必重复，places 里写的是“燕平区”。" in said
    assert "没有写进 places" in said
    written = Path("rules/beijing/yanping/pack.toml").read_text("utf-8")
    assert 'places = ["燕平区", "燕平新区"]' in written


@pytest.mark.usefixtures("here")
def test_what_no_place_means_is_said_where_it_is_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("sys.stdin", io.StringIO("beijing/yanping\n北京市燕平区\nbeijing\n\n"))

    assert main(["rules", "new", "pack"]) == OK
    assert "回车是不按标题选用，审查时要写 --district beijing/yanping" in shown(capsys)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("terminal", [True, False])
def test_what_was_not_said_is_asked(terminal: bool, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    answers = io.StringIO("\nrules/yunzhou\n1\nyz801\n\n\n")
    monkeypatch.setattr(answers, "isatty", lambda: terminal)
    monkeypatch.setattr("sys.stdin", answers)

    assert main(["rules", "new", "rule"]) == OK
    assert "terms" in shown(capsys)
    assert Path("rules/yunzhou/YZ801-terms.toml").is_file()


@pytest.mark.usefixtures("here")
def test_an_answer_that_never_comes_is_told(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    answers = io.StringIO("rules/yunzhou\n")
    monkeypatch.setattr(answers, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", answers)

    assert main(["rules", "new", "rule"]) == WRONG_USAGE
    assert "没有得到回答" in shown(capsys)


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    ("words", "told"),
    [
        (["rule"], "没有得到回答"),
        (["rule", "--in", "nowhere", "--kind", "terms", "--id", "YZ801"], "不是规则包"),
        (["rule", "--in", "rules/yunzhou", "--kind", "term", "--id", "YZ801"], "您是不是想写 terms"),
        (["rule", "--in", "rules/yunzhou", "--kind", "terms", "--id", "801"], "编号“801”不对"),
        (["rule", "--in", "rules/yunzhou", "--kind", "terms", "--id", "YZ801", "--severity", "high"], "级别"),
        (["pack", "--id", "../up", "--title", "上"], "名称不对"),
        (["pack", "--id", "yunzhou", "--title", "云州市", "--extends", "national"], "已经存在"),
        (["pack", "--id", "a", "--title", "甲", "--extends", "nationa"], "您是不是想写 national"),
        (["thing"], "不能是“thing”"),
    ],
)
def test_what_cannot_be_made_is_told(words: list[str], told: str, capsys: Capture) -> None:
    assert main(["rules", "new", *words]) == WRONG_USAGE
    assert told in shown(capsys)


@pytest.mark.usefixtures("here")
def test_an_id_is_not_given_twice(capsys: Capture) -> None:
    assert new_rule("terms", "YZ801") == OK
    assert new_rule("pattern", "YZ801") == WRONG_USAGE
    assert "已被 YZ801-terms.toml 使用" in shown(capsys)


def test_an_id_of_a_parent_is_not_given_again(here: Path, capsys: Capture) -> None:
    before = sorted(here.iterdir())

    assert new_rule("terms", "t311") == WRONG_USAGE
    said = shown(capsys)
    assert "规则编号 T311 已被上级规则包 national 的 T311-" in said
    assert "[override.T311]" in said
    assert sorted(here.iterdir()) == before


def test_check_tells_every_mistake_at_once(here: Path, capsys: Capture) -> None:
    new_rule("terms", "YZ801")
    new_rule("table_cell", "YZ802")
    for name, old, new in (
        ("YZ801-terms.toml", "terms = [", "term = ["),
        ("YZ802-table-cell.toml", 'severity = "info"', 'severity = "high"'),
    ):
        path = here / name
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    capsys.readouterr()

    assert main(["rules", "check", "rules/yunzhou"]) == WRONG_USAGE
    lines = shown(capsys).splitlines()
    assert any(line.startswith("错误　rules/yunzhou/YZ801-terms.toml:") and "terms" in line for line in lines)
    assert any(
        line.startswith("错误　rules/yunzhou/YZ802-table-cell.toml:4:") and "high" in line for line in lines
    )


def test_check_tells_what_cannot_work(here: Path, capsys: Capture) -> None:
    new_rule("forbidden_text", "YZ801")
    path = here / "YZ801-forbidden-text.toml"
    path.write_text(path.read_text("utf-8").replace('"非内部通报"', '"内部通报"'), "utf-8")
    capsys.readouterr()

    assert main(["rules", "check", "rules"]) == FOUND
    assert "innocent 放过了" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_check_looks_at_the_waivers_of_the_working_folder(tmp_path: Path, capsys: Capture) -> None:
    waiver = '[[waiver]]\nrule = "T303"\nreason = "甲"\nperson = "乙"\nexpires = 2999-12-31\n'
    (tmp_path / "shenyue.toml").write_text(waiver, "utf-8")

    assert main(["rules", "check", "rules/yunzhou"]) == WRONG_USAGE
    assert "shenyue.toml:1: waiver.0：要写明放过哪些报告" in shown(capsys)
    (tmp_path / "shenyue.toml").write_text(waiver + 'unit = "*"\n', "utf-8")
    assert main(["rules", "check", "rules/yunzhou"]) == OK


@pytest.mark.usefixtures("here")
def test_check_tells_expired_waivers(here: Path, tmp_path: Path, capsys: Capture) -> None:
    waiver = '[[waiver]]\nrule = "T303"\nunit = "*"\nreason = "甲"\nperson = "乙"\nexpires = 2020-12-31\n'
    (here / "pack.toml").write_text(PACK + waiver, "utf-8")
    (tmp_path / "shenyue.toml").write_text(waiver, "utf-8")

    assert main(["rules", "check", "rules/yunzhou"]) == FOUND
    first, second, _ = shown(capsys).splitlines()
    assert first.startswith("提醒　rules/yunzhou/pack.toml:4: 放过规则 T303 的一条已于 2020-12-31 到期")
    assert second.startswith("提醒　shenyue.toml:1: 放过规则 T303 的一条已于 2020-12-31 到期")


def test_check_tells_what_the_pack_itself_says_to_no_effect(here: Path, capsys: Capture) -> None:
    (here / "pack.toml").write_text(PACK + '[override.L504.check]\nterms = ["甲 → 乙"]\n', "utf-8")
    (here / "YZ801-terms.toml.txt").write_text("", "utf-8")

    assert main(["rules", "check", "rules/yunzhou"]) == FOUND
    said = shown(capsys)
    assert "提醒　rules/yunzhou/pack.toml:5: override.L504.check.terms：直接写一列会把上级的整个换掉" in said
    assert "提醒　rules/yunzhou/YZ801-terms.toml.txt: 程序不读这个文件" in said


def test_a_number_that_should_be_a_list_is_shown_as_one(here: Path, capsys: Capture) -> None:
    new_rule("required_text", "YZ801")
    path = here / "YZ801-required-text.toml"
    path.write_text(path.read_text("utf-8").replace("parts = [1] ", "parts = 6 "), "utf-8")

    assert main(["rules", "check", "rules/yunzhou"]) == WRONG_USAGE
    assert "check.parts：应为方括号里的一列，如 [6]。" in shown(capsys)


def test_check_looks_at_what_a_pack_changes_in_its_parents_rules(here: Path, capsys: Capture) -> None:
    changed = '[override.L504.check]\nterms = {add = ["政务 → 政务公开"]}\n'
    (here / "pack.toml").write_text(PACK + changed, "utf-8")

    assert main(["rules", "check", "rules/yunzhou"]) == FOUND
    (line, _) = shown(capsys).splitlines()
    assert line.startswith("提醒　rules/yunzhou/pack.toml:5: L504 check.terms.")
    assert "又会被这一条报告" in line


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize("command", ["check", "test"])
def test_a_folder_without_packs_is_told(command: str, tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "empty").mkdir()

    assert main(["rules", command, "nowhere"]) == WRONG_USAGE
    assert main(["rules", command, "empty"]) == WRONG_USAGE
    said = shown(capsys)
    assert "不存在" in said
    assert "没有规则包" in said


def test_test_tells_which_examples_fail_and_which_rules_are_never_flagged(
    here: Path, capsys: Capture
) -> None:
    new_rule("forbidden_text", "YZ801")
    path = here / "YZ801-forbidden-text.toml"
    path.write_text(path.read_text("utf-8").replace("上半年被内部通报", "上半年被公开通报"), "utf-8")
    capsys.readouterr()

    assert main(["rules", "test", "rules/yunzhou"]) == FOUND
    said = shown(capsys)
    assert "应指出而未指出：YZ801" in said
    assert "从未指出过问题的规则" in said


def test_a_rule_that_flagged_otherwise_than_expected_is_not_told_as_never_flagged(
    here: Path, capsys: Capture
) -> None:
    new_rule("forbidden_text", "YZ801")
    path = here / "YZ801-forbidden-text.toml"
    path.write_text(path.read_text("utf-8").replace('quote = "内部通报"', 'quote = "内部"'), "utf-8")
    capsys.readouterr()

    assert main(["rules", "test", "rules/yunzhou"]) == FOUND
    said = shown(capsys)
    assert "不应指出：YZ801“内部通报”" in said
    assert "从未指出过问题的规则" not in said


def test_an_example_shows_that_words_are_wanting_which_the_sample_never_had(
    here: Path, capsys: Capture
) -> None:
    new_rule("required_text", "YZ801")
    path = here / "YZ801-required-text.toml"
    text = path.read_text("utf-8").replace('texts = ["便民服务中心"]', 'texts = ["政务服务大厅"]')
    path.write_text(text.replace('reword = {"在便民服务中心设置" = "设置"}\n', ""), "utf-8")
    capsys.readouterr()

    assert main(["rules", "test", "rules/yunzhou"]) == FOUND
    said = shown(capsys)
    assert "YZ801 例 2“写了”" in said
    assert "不应指出：YZ801" in said
    assert "YZ801 例 1" not in said
    inserted = 'note = "写了"\ninsert = {part1 = "可到政务服务大厅查阅。"}'
    path.write_text(path.read_text("utf-8").replace('note = "写了"', inserted), "utf-8")
    assert main(["rules", "test", "rules/yunzhou"]) == OK


def test_an_override_may_have_examples(here: Path, capsys: Capture) -> None:
    example = (
        '[[override.T303.example]]\nnote = "空白"\n'
        'tables = {"permits.permits.decisions" = ""}\nflags = [{rule = "T303", quote = "行政许可"}]\n'
    )
    (here / "pack.toml").write_text(PACK + example, "utf-8")

    assert main(["rules", "test", "rules/yunzhou"]) == OK
    assert "1 个例子，全部相符" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_show_tells_value_and_origin_of_every_key(capsys: Capture) -> None:
    assert main(["rules", "show", "t303", "--district", "yunzhou"]) == OK
    said = shown(capsys).splitlines()
    at = said.index("severity = error")
    assert said[at + 1].strip() == "rules/yunzhou/pack.toml:5"
    assert any(line.strip().endswith("T303-blank-cells.toml:2") for line in said)


@pytest.mark.usefixtures("here")
def test_show_finds_a_rule_of_ones_own_pack(capsys: Capture) -> None:
    new_rule("terms", "YZ801")
    capsys.readouterr()

    assert main(["rules", "show", "yz801"]) == OK
    said = shown(capsys)
    assert "规则包：national → yunzhou" in said
    assert "rules/yunzhou/YZ801-terms.toml:3" in said
    assert "只有规则包 yunzhou 有这条规则" in said
    assert main(["rules", "show", "YZ801", "--district", "yunzhou"]) == OK
    assert "只有规则包" not in shown(capsys)
    assert main(["rules", "show", "YZ801", "--district", "beijing"]) == WRONG_USAGE


def test_show_tells_who_added_a_word(capsys: Capture) -> None:
    assert main(["rules", "show", "L504", "--district", "北京市西城区"]) == OK
    said = shown(capsys)
    assert "其中“接诉急办 → 接诉即办”由" in said
    assert "其中“大柵栏 → 大栅栏”由" in said


@pytest.mark.parametrize(
    "words",
    [
        ["check", "rules"],
        ["test", "rules"],
        ["try", "YZ801", "REPORT", "--district", "alone"],
        ["coverage", "--district", "alone"],
    ],
)
def test_a_pack_without_any_form_is_told(words: list[str], here: Path, report: str, capsys: Capture) -> None:
    new_rule("terms", "YZ801")
    alone = here.parent / "alone"
    alone.mkdir()
    (alone / "pack.toml").write_text('name = "甲"\nversion = "1"\n', "utf-8")
    capsys.readouterr()

    assert main(["rules", *[report if word == "REPORT" else word for word in words]]) == WRONG_USAGE
    assert "没有自己的表式" in shown(capsys)


@pytest.mark.parametrize(
    "words", [["show", "T999"], ["list", "--district", "nowhere"], ["diff", "national", "x"]]
)
def test_what_does_not_exist_is_told(words: list[str], capsys: Capture) -> None:
    assert main(["rules", *words]) == WRONG_USAGE
    assert "没有" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_diff_tells_what_was_added_changed_and_switched_off(capsys: Capture) -> None:
    assert main(["rules", "diff", "national", "beijing/xicheng"]) == OK
    said = shown(capsys)
    assert "＋ XC801" in said
    assert "＋大柵栏 → 大栅栏" in said
    assert main(["rules", "diff", "beijing", "beijing/xicheng"]) == OK
    assert "停用：（没有） → 区里热线与申请分库统计" in shown(capsys)
    assert main(["rules", "diff", "rules/yunzhou", "云州市"]) == OK
    assert "没有不同" in shown(capsys)


def test_try_tells_what_it_read_and_found(report: str, capsys: Capture) -> None:
    assert main(["rules", "try", "T311", report]) == FOUND
    said = shown(capsys)
    assert "25 行 7 栏" in said
    assert "不符　new" in said
    assert main(["rules", "try", "l504", report]) == OK
    assert "没有指出问题" in shown(capsys)


def test_try_takes_a_rule_file(here: Path, report: str, capsys: Capture) -> None:
    new_rule("required_text", "YZ801")
    capsys.readouterr()
    path = str(here / "YZ801-required-text.toml")

    assert main(["rules", "try", path, report]) in {OK, FOUND}
    assert "这条规则读了第 1 部分" in shown(capsys)
    assert main(["rules", "try", "YZ801", report]) in {OK, FOUND}
    assert "规则包 yunzhou" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_try_tells_what_is_wrong(report: str, capsys: Capture) -> None:
    assert main(["rules", "try", "T311", "nowhere.docx"]) == UNREADABLE
    assert main(["rules", "try", "T999", report]) == WRONG_USAGE
    assert main(["rules", "try", "nowhere.toml", report]) == WRONG_USAGE
    said = shown(capsys)
    assert "找不到文件" in said
    assert "没有编号为 T999" in said
    assert "nowhere.toml" in said


def test_schema_is_written_to_a_file(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "new" / "rule.schema.json"

    assert main(["rules", "schema", "--output", str(path)]) == OK
    assert shown(capsys) == ""
    assert "$schema" in json.loads(path.read_text("utf-8"))


def test_schema_is_json_schema(capsys: Capture) -> None:
    assert main(["rules", "schema"]) == OK
    rule = json.loads(shown(capsys))
    assert main(["rules", "schema", "pack"]) == OK
    pack = json.loads(shown(capsys))
    assert rule["properties"]["severity"]["description"].startswith("级别")
    assert "override" in pack["properties"]


@pytest.mark.usefixtures("here")
def test_docs_are_written_in_both_forms(tmp_path: Path, capsys: Capture) -> None:
    assert main(["rules", "docs", "pages", "--district", "beijing/xicheng"]) == OK
    assert "70 条规则" in shown(capsys)
    pages = tmp_path / "pages"
    _, _, local = (pages / "README.md").read_text("utf-8").partition("## 本地增加的规则")
    assert {"BJ801", "BJ802", "XC801"} <= set(local.replace("]", "[").split("["))
    assert "**停用**：区里热线" in (pages / "BJ801.md").read_text("utf-8")
    assert "2021 年式；街道" in (pages / "XC801.md").read_text("utf-8")
    html = (pages / "index.html").read_text("utf-8")
    assert '<a href="XC801.html">' in html
    assert "<script" not in (pages / "L505.html").read_text("utf-8")
    assert {path.suffix for path in pages.iterdir()} == {".md", ".html"}

    (tmp_path / "file").write_text("", "utf-8")
    assert main(["rules", "docs", "file"]) == WRONG_USAGE
    assert "无法写入" in shown(capsys)


@pytest.mark.usefixtures("here")
def test_coverage_counts_examples_and_reports(root: Path, tmp_path: Path, capsys: Capture) -> None:
    folder = tmp_path / "reports"
    folder.mkdir()
    source = root / "corpora" / "reports" / "faulty-20-T311-office-2024.html"
    (folder / "甲.html").write_bytes(source.read_bytes())
    new_rule("required_text", "YZ801")
    capsys.readouterr()

    assert main(["rules", "coverage", "--reports", "reports", "--district", "yunzhou"]) == OK
    said = shown(capsys)
    row = next(line for line in said.splitlines() if line.startswith("T311")).split()
    assert row[-5:] == ["1", "1", "1", "0", "0"]
    assert "从未指出过问题的规则：无" in said
    assert main(["rules", "coverage", "--reports", "nowhere"]) == WRONG_USAGE


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(
    "command", ["list", "show", "check", "test", "try", "new", "diff", "coverage", "schema", "docs"]
)
def test_every_command_explains_itself_in_chinese(command: str, capsys: Capture) -> None:
    with pytest.raises(SystemExit) as end:
        main(["rules", command, "--help"])
    assert end.value.code == 0
    said = shown(capsys)
    assert "用法：" in said
    assert "usage" not in said
