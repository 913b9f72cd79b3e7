"""`shenyue annotate` as a user types it."""

import shutil
from pathlib import Path

import pytest
from lxml import html
from reading_back import comments, unchanged

from shenyue.cli import OK, UNREADABLE, WRONG_USAGE, main
from shenyue.decisions import Decision, Verdict
from shenyue.review import Order, decided, open_review
from shenyue.store.keeping import keeper

Capture = pytest.CaptureFixture[str]


@pytest.fixture
def report(root: Path, tmp_path: Path) -> Path:
    """A faulty report of the corpus, as a unit sends it."""
    return Path(shutil.copy(root / "corpora" / "reports" / "street-2023-faulty.docx", tmp_path / "报告.docx"))


def test_a_comment_a_finding_beside_the_report(report: Path, capsys: Capture) -> None:
    before = report.read_bytes()
    assert main(["annotate", str(report), "--reviewer", "王审阅"]) == OK
    written = report.with_name("报告-批注.docx")
    assert f"已写入 {written}：批注 " in capsys.readouterr().out
    assert report.read_bytes() == before
    unchanged(before, written.read_bytes())
    findings = open_review(report, Order()).findings
    found = comments(written.read_bytes())
    assert [comment.marked for comment in found] == [finding.quote for finding in findings]
    assert {comment.author for comment in found} == {"王审阅"}
    for comment, finding in zip(found, findings, strict=True):
        assert finding.rule in comment.paragraphs[0]
        assert comment.paragraphs[1] == finding.message
        assert comment.paragraphs[-1] == f"建议：{finding.suggestion}"


def test_never_over_the_report_nor_unasked_over_another_file(report: Path, capsys: Capture) -> None:
    before = report.read_bytes()
    other = report.with_name("甲.docx")
    other.write_text("甲")
    assert main(["annotate", str(report), "-o", str(report), "--force"]) == WRONG_USAGE
    assert "就是报告本身" in capsys.readouterr().err
    assert main(["annotate", str(report), "-o", str(other)]) == WRONG_USAGE
    assert "已经有了" in capsys.readouterr().err
    assert (report.read_bytes(), other.read_text()) == (before, "甲")
    assert main(["annotate", str(report), "-o", str(other), "--force"]) == OK
    assert comments(other.read_bytes())


def test_a_folder_takes_the_usual_name(report: Path, tmp_path: Path) -> None:
    folder = tmp_path / "已审"
    folder.mkdir()
    assert main(["annotate", str(report), "-o", str(folder)]) == OK
    assert [path.name for path in folder.iterdir()] == ["报告-批注.docx"]


def test_an_ending_of_another_kind_is_refused(report: Path, capsys: Capture) -> None:
    assert main(["annotate", str(report), "-o", str(report.with_name("批注.pdf"))]) == WRONG_USAGE
    assert "只能写成 .docx 或 .html" in capsys.readouterr().err
    page = report.with_name("批注.html")
    assert main(["annotate", str(report), "-o", str(page)]) == OK
    text = report.with_name("报告.txt")
    text.write_text("某镇2023年政府信息公开工作年度报告\n一、总体情况\n无。", "utf-8")
    assert main(["annotate", str(text), "-o", str(report.with_name("乙.docx"))]) == WRONG_USAGE
    assert "只能写成 .html 文件" in capsys.readouterr().err
    assert main(["annotate", str(text)]) == OK
    assert len(html.parse(str(text.with_name("报告-批注.html"))).findall(".//h1")) == 1


def test_nothing_to_tell_is_the_same_file(root: Path, tmp_path: Path, capsys: Capture) -> None:
    report = root / "corpora" / "reports" / "clean-01-street-2024.docx"
    written = tmp_path / "甲.docx"
    assert main(["annotate", str(report), "-o", str(written), "--include", "confirmed"]) == OK
    assert "没有需要批注的问题" in capsys.readouterr().out
    assert written.read_bytes() == report.read_bytes()


def test_what_cannot_be_read_is_said(tmp_path: Path, capsys: Capture) -> None:
    assert main(["annotate", str(tmp_path / "无.docx")]) == UNREADABLE
    assert "找不到文件" in capsys.readouterr().err


def test_a_folder_that_is_not_there(report: Path, capsys: Capture) -> None:
    assert main(["annotate", str(report), "-o", str(report.parent / "无" / "甲.docx")]) == WRONG_USAGE
    assert "无法写入" in capsys.readouterr().err
    assert [path.name for path in report.parent.iterdir()] == ["报告.docx"]


def test_what_was_decided_in_the_app_is_respected(report: Path, tmp_path: Path, capsys: Capture) -> None:
    store = tmp_path / "审阅.sqlite"
    hand = keeper(store, "王审阅")
    before = hand.resume(open_review(report, Order())).review
    first, second, *_ = before.findings
    answers = {
        first.key: Decision(Verdict.REJECTED, "", "", "2024-03-05T09:30:00+08:00"),
        second.key: Decision(Verdict.CONFIRMED, "已电话告知", "", "2024-03-05T09:30:00+08:00"),
    }
    after = before
    for key, answer in answers.items():
        after = decided(after, key, answer)
    hand.keep(before, after)
    told = {}
    for include in ("all", "open", "confirmed"):
        path = tmp_path / f"{include}.docx"
        assert (
            main(["annotate", str(report), "-o", str(path), "--include", include, "--store", str(store)])
            == OK
        )
        told[include] = comments(path.read_bytes())
    assert [comment.marked for comment in told["all"]] == [finding.quote for finding in before.findings[1:]]
    assert [comment.marked for comment in told["open"]] == [finding.quote for finding in before.findings[2:]]
    assert [comment.paragraphs[-1] for comment in told["confirmed"]] == ["审阅意见：已电话告知"]
    assert main(["annotate", str(report), "--store", str(tmp_path / "无.sqlite")]) == WRONG_USAGE
    assert "不存在" in capsys.readouterr().err


def test_the_reviewer_of_the_settings(report: Path, own_folders: Path) -> None:
    (own_folders / "shenyue").mkdir()
    (own_folders / "shenyue" / "settings.toml").write_text('reviewer = "李复核"', "utf-8")
    assert main(["annotate", str(report)]) == OK
    found = comments(report.with_name("报告-批注.docx").read_bytes())
    assert {(comment.author, comment.initials) for comment in found} == {("李复核", "李复核")}
