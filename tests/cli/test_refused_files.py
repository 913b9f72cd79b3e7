"""Files beside the reports that the system refuses: why is said in Chinese, never in the system's or Python's own words."""

from pathlib import Path

import pytest
import regex
from reports_to_review import write_report

from shenyue.cli import WRONG_USAGE, main
from shenyue.settings import settings_path

Capture = pytest.CaptureFixture[str]
_FOREIGN = regex.compile(r"\w+Error|No such|Is a|denied")


def refused(words: list[str], capsys: Capture) -> str:
    """The one sentence that a command says."""
    assert main(words) == WRONG_USAGE
    (said,) = capsys.readouterr().err.splitlines()
    assert not _FOREIGN.search(said)
    return said


@pytest.mark.parametrize("template", ["意见.docx", "意见.md"])
def test_templates(tmp_path: Path, capsys: Capture, template: str) -> None:
    path = tmp_path / template
    assert "无法读取：没有这个文件或文件夹。" in refused(["memo", "--check-template", str(path)], capsys)
    path.mkdir()
    assert "无法读取：这是文件夹。" in refused(["memo", "--check-template", str(path)], capsys)


def test_a_template_that_computes_nonsense(tmp_path: Path, capsys: Capture) -> None:
    path = tmp_path / "意见.txt"
    path.write_text("{% for x in 问题 %}{{ 1/0 }}{% endfor %}", "utf-8")

    said = refused(["memo", "--check-template", str(path)], capsys)
    assert said.endswith("意见.txt：无法套用：里面的运算、函数或者过滤器用法不对，请对照自带的模板改正。")


def test_settings(tmp_path: Path, capsys: Capture) -> None:
    report, path = str(write_report(tmp_path)), settings_path()
    path.mkdir(parents=True)
    assert refused(["check", report], capsys) == f"设置文件 {path} 无法读取：这是文件夹。请检查路径和权限。"
    path.rmdir()
    path.write_bytes("reviewer = '王'".encode("gb18030"))
    assert "须为 UTF-8 编码" in refused(["check", report], capsys)
    path.write_text('\ufeffdistrict = "mars"', "utf-8")
    assert "没有名为“mars”的规则包" in refused(["check", report], capsys)


@pytest.mark.parametrize("name", ["shenyue.toml", "shenyue-baseline.json"])
def test_waivers_and_baseline_without_permission(
    tmp_path: Path, capsys: Capture, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    report, closed = write_report(tmp_path), tmp_path / name
    closed.write_text("{}", "utf-8")

    def guarded(read: str) -> None:
        real = getattr(Path, read)

        def reading(path: Path, *rest: str) -> object:
            if path.name == name:
                raise PermissionError(13, "Permission denied", str(path))
            return real(path, *rest)

        monkeypatch.setattr(Path, read, reading)

    guarded("read_bytes")
    guarded("read_text")

    said = refused(["check", str(report)], capsys)
    assert "无法读取：没有权限。" in said
    assert "--force" not in said
    assert "损坏" not in said


def test_a_damaged_baseline_is_to_be_restored_first(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "shenyue-baseline.json").write_text("{", "utf-8")

    said = refused(["check", str(write_report(tmp_path))], capsys)
    assert "已损坏，请恢复备份；没有备份的，用 shenyue baseline create --force 重新建立。" in said


def test_reviews_that_another_store_is_to_take_in(tmp_path: Path, capsys: Capture) -> None:
    assert "找不到文件" in refused(["reviews", "import", str(tmp_path / "没有.json")], capsys)
    assert "无法读取：这是文件夹。" in refused(["reviews", "import", str(tmp_path)], capsys)
