"""`shenyue memo` as a user meets it."""

import json
import sys
from io import StringIO
from pathlib import Path

import docx
import pytest
from reports_to_review import write_report

from shenyue.cli import OK, UNREADABLE, WRONG_USAGE, main

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(tmp_path: Path) -> Path:
    return write_report(tmp_path)


@pytest.mark.parametrize("suffix", ["docx", "md", "html", "xlsx", "txt", "json"])
def test_the_suffix_says_the_format(report: Path, tmp_path: Path, suffix: str, capsys: Capture) -> None:
    out = tmp_path / f"意见.{suffix}"

    assert main(["memo", str(report), "-o", str(out), "--include", "all"]) == OK
    assert out.stat().st_size > 500
    assert f"已写入 {out}" in capsys.readouterr().err


def test_a_folder_gets_the_usual_name(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "意见"
    folder.mkdir()

    assert main(["memo", str(report), "-o", str(folder)]) == OK
    assert main(["memo", str(report), "-o", str(folder), "--format", "xlsx"]) == OK
    assert sorted(one.name for one in folder.iterdir()) == ["报告-审核意见.docx", "报告-审核意见.xlsx"]


def test_many_reports_become_one_file_each(tmp_path: Path, capsys: Capture) -> None:
    reports, folder = tmp_path / "报告", tmp_path / "意见"
    reports.mkdir()
    folder.mkdir()
    for name in ("甲.txt", "乙.txt"):
        write_report(reports, name)
    (reports / "空.docx").write_bytes(b"")

    assert main(["memo", str(reports), "-o", str(folder)]) == UNREADABLE
    assert sorted(one.name for one in folder.iterdir()) == ["乙-审核意见.docx", "甲-审核意见.docx"]
    assert "空.docx" in capsys.readouterr().err
    assert main(["memo", str(reports), "-o", str(folder)]) == WRONG_USAGE
    assert "已经有了" in capsys.readouterr().err
    write_report(reports, "甲.md")
    assert main(["memo", str(reports), "-o", str(folder), "--force"]) == WRONG_USAGE
    assert "文件名相同" in capsys.readouterr().err
    assert main(["memo", str(reports)]) == WRONG_USAGE
    assert "4 份报告" in capsys.readouterr().err


def test_without_confirmed_findings_memo_and_command_line_say_so(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    out = tmp_path / "意见.docx"

    assert main(["memo", str(report), "-o", str(out)]) == OK
    said = capsys.readouterr().err
    assert "没有经审核确认的问题" in said
    assert "--include all" in said
    paragraphs = [paragraph.text for paragraph in docx.Document(str(out)).paragraphs]
    assert any("没有经审核确认的问题。核对共提示" in text for text in paragraphs)


def test_all_findings_on_the_screen_without_a_file(report: Path, capsys: Capture) -> None:
    assert main(["memo", str(report), "--include", "all", "--conclusion", "退回重报"]) == OK

    shown = capsys.readouterr().out
    assert "审核结论：退回重报" in shown
    assert "列举序号重复（必须改正）" in shown
    assert len(shown) < 2_000


def test_json_names_reviewer_and_choice(report: Path, capsys: Capture) -> None:
    main(["memo", str(report), "--format", "json", "--include", "open", "--reviewer", "王某"])

    document = json.loads(capsys.readouterr().out)
    assert (document["reviewer"], document["include"]) == ("王某", "open")


def test_a_file_that_is_there_stays(report: Path, tmp_path: Path, capsys: Capture) -> None:
    out = tmp_path / "意见.txt"
    out.write_text("旧", "utf-8")

    assert main(["memo", str(report), "-o", str(out)]) == WRONG_USAGE
    assert "--force" in capsys.readouterr().err
    assert out.read_text("utf-8") == "旧"
    assert main(["memo", str(report), "-o", str(out), "--force"]) == OK
    assert out.read_text("utf-8") != "旧"


@pytest.mark.parametrize(("answer", "code"), [("y\n", OK), ("n\n", WRONG_USAGE), ("", WRONG_USAGE)])
def test_a_terminal_is_asked(
    report: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answer: str, code: int
) -> None:
    out = tmp_path / "意见.txt"
    out.write_text("旧", "utf-8")
    typed = StringIO(answer)
    typed.isatty = lambda: True  # type: ignore[method-assign]
    monkeypatch.setattr(sys, "stdin", typed)

    assert main(["memo", str(report), "-o", str(out)]) == code
    assert (out.read_text("utf-8") == "旧") == (code != OK)


def test_the_report_itself_is_never_written_over(report: Path, capsys: Capture) -> None:
    before = report.read_bytes()

    assert main(["memo", str(report), "-o", str(report), "--force"]) == WRONG_USAGE
    assert "报告本身" in capsys.readouterr().err
    assert report.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["-o", "意见.pdf"], "看不出"),
        (["--format", "docx"], "-o"),
        (["-o", "没有/意见.docx"], "没有这个文件夹"),
        (["--format", "pdf"], "不能是“pdf”"),
        (["-o", "意见.md", "--format", "docx"], "扩展名与 --format docx 不一致"),
        (["-o", "意见"], "看不出 意见 要写成哪种格式"),
    ],
)
def test_nonsense_gets_one_sentence(report: Path, words: list[str], said: str, capsys: Capture) -> None:
    assert main(["memo", str(report), *words]) == WRONG_USAGE
    error = capsys.readouterr().err
    assert said in error
    assert error.count("\n") == 1


def test_a_report_that_cannot_be_read(tmp_path: Path, capsys: Capture) -> None:
    empty = tmp_path / "空.docx"
    empty.write_bytes(b"")

    assert main(["memo", str(empty), "-o", str(tmp_path / "意见.docx")]) == UNREADABLE
    assert "空.docx" in capsys.readouterr().err
    assert not (tmp_path / "意见.docx").exists()


# Templates.


def test_a_district_s_own_template_office_and_conclusion(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    pack = tmp_path / "rules" / "own"
    pack.mkdir(parents=True)
    said = 'name = "本区"\nversion = "1"\nextends = "national"\n[memo]\noffice = "本区政务公开科"\naddressee = "{unit}办公室"\n'
    (pack / "pack.toml").write_text(
        f'{said}templates = ["意见.md"]\n[memo.conclusion]\npending = "再核"\n', "utf-8"
    )
    (pack / "意见.md").write_text("{{ 主送 }}|{{ 署名 }}|{{ 结论 }}|{% for x in 问题 %}{% endfor %}", "utf-8")
    where = ["--rules", str(tmp_path / "rules"), "--district", "own"]

    assert main(["memo", str(report), "--format", "md", *where]) == OK
    assert capsys.readouterr().out == "永安市司法局办公室|本区政务公开科|再核|"


def test_a_template_is_written_changed_checked_and_used(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    template, out = tmp_path / "模板.docx", tmp_path / "意见.docx"
    assert main(["memo", "--write-template", str(template)]) == OK
    document = docx.Document(str(template))
    document.add_paragraph("联系人：{{审核人}}，电话 12345")
    document.save(str(template))

    assert main(["memo", "--check-template", str(template)]) == OK
    assert (
        main(["memo", str(report), "-o", str(out), "--template", str(template), "--reviewer", "王某"]) == OK
    )
    assert docx.Document(str(out)).paragraphs[-1].text == "联系人：王某，电话 12345"
    assert "可以用作审核意见的模板" in capsys.readouterr().out


def test_a_wrong_template_is_told_and_nothing_is_written(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    template, out = tmp_path / "模板.md", tmp_path / "意见.md"
    template.write_text("{{ 标体 }}{% for x in 问题 %}{{ x.位子 }}{% endfor %}", "utf-8")

    assert main(["memo", "--check-template", str(template)]) == WRONG_USAGE
    assert capsys.readouterr().err.count("您是不是想写") == 2
    assert main(["memo", str(report), "-o", str(out), "--template", str(template)]) == WRONG_USAGE
    assert "模板.md 不能用" in capsys.readouterr().err
    assert not out.exists()


def test_a_template_that_lists_no_findings_is_refused(report: Path, capsys: Capture) -> None:
    assert main(["memo", str(report), "--include", "all", "--template", str(report)]) == WRONG_USAGE
    said = capsys.readouterr()
    assert said.out == ""
    assert "报告.txt 不能用：没有用 {% for … in 问题 %}" in said.err


def test_a_word_template_that_lists_no_findings_is_refused(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    template, out = tmp_path / "模板.docx", tmp_path / "意见.docx"
    document = docx.Document()
    document.add_paragraph("{{标题}}")
    document.save(str(template))

    assert main(["memo", str(report), "-o", str(out), "--template", str(template)]) == WRONG_USAGE
    assert "没有 {{#问题}} 或者 {{#部分}}，问题不会列出来。" in capsys.readouterr().err
    assert not out.exists()


@pytest.mark.parametrize(
    ("own", "wanted", "said"),
    [
        ("docx", "md", "这是 docx 格式的模板，不能写出 md 格式"),
        ("md", "docx", "这是 md 格式的模板，不能写出 docx 格式"),
        ("md", "json", "JSON 格式是固定的"),
    ],
)
def test_a_template_of_another_format_is_told(
    report: Path, tmp_path: Path, own: str, wanted: str, said: str, capsys: Capture
) -> None:
    template, out = tmp_path / f"模板.{own}", tmp_path / f"意见.{wanted}"
    main(["memo", "--write-template", str(template)])

    assert main(["memo", str(report), "-o", str(out), "--template", str(template)]) == WRONG_USAGE
    assert said in capsys.readouterr().err
    assert not out.exists()


def test_without_another_word_the_template_says_the_format(
    report: Path, tmp_path: Path, capsys: Capture
) -> None:
    template = tmp_path / "模板.md"
    main(["memo", "--write-template", str(template)])
    capsys.readouterr()

    assert main(["memo", str(report), "--template", str(template)]) == OK
    assert capsys.readouterr().out.startswith("# ")
    assert main(["memo", str(report), "-o", str(tmp_path), "--template", str(template)]) == OK
    assert (tmp_path / "报告-审核意见.md").is_file()
