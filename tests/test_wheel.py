"""The wheel works anywhere: built, installed in a fresh environment, run from another folder."""

import json
import os
import subprocess
import sys
import sysconfig
import venv
from pathlib import Path

import docx
import pytest

ALONE = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
"""The environment without what would lead back to the checkout."""


@pytest.fixture(scope="module")
def installed(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The Python of a fresh environment that has the wheel and nothing of the checkout."""
    place = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(place), str(root)]
    subprocess.run(build, check=True, capture_output=True)
    (wheel,) = place.glob("*.whl")
    venv.create(place / "env", with_pip=False, symlinks=True)
    python = place / "env" / "bin" / "python"
    pip = [
        sys.executable,
        "-m",
        "pip",
        "--python",
        str(python),
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        str(wheel),
    ]
    subprocess.run(pip, check=True, capture_output=True)
    _lend_dependencies(python)
    return python


def _lend_dependencies(python: Path) -> None:
    """Let the environment see the libraries of the one that runs the tests; a plain path line brings no editable install along."""
    question = [str(python), "-c", "import sysconfig; print(sysconfig.get_path('purelib'))"]
    target = subprocess.run(question, check=True, capture_output=True, text=True).stdout.strip()
    (Path(target) / "lent.pth").write_text(sysconfig.get_path("purelib") + "\n", "utf-8")


def test_wheel_reviews_a_report_from_another_folder(installed: Path, root: Path, tmp_path: Path) -> None:
    sample = tmp_path / "报告.docx"
    sample.write_bytes((root / "corpora" / "reports" / "street-2023-faulty.docx").read_bytes())

    command = [str(installed), "-m", "shenyue", "check", sample.name, "--format", "json"]
    done = subprocess.run(command, cwd=tmp_path, env=ALONE, capture_output=True, text=True, check=False)

    assert done.returncode == 1, done.stderr
    (report,) = json.loads(done.stdout)["reports"]
    assert report["pack"]["id"]
    assert report["findings"]


def test_wheel_finds_its_own_rules(installed: Path, tmp_path: Path) -> None:
    code = "from shenyue.shipped import shipped; print(shipped('rules'))"
    done = subprocess.run(
        [str(installed), "-c", code], cwd=tmp_path, env=ALONE, capture_output=True, text=True, check=True
    )

    assert "_shipped" in done.stdout


def test_wheel_writes_a_memo_from_its_own_template(installed: Path, root: Path, tmp_path: Path) -> None:
    report = str(root / "corpora" / "reports" / "street-2023-faulty.docx")
    command = [str(installed), "-m", "shenyue", "memo", report, "-o", "意见.docx", "--include", "all"]
    done = subprocess.run(command, cwd=tmp_path, env=ALONE, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    assert docx.Document(str(tmp_path / "意见.docx")).paragraphs[0].text.startswith("关于")
