"""Broken rule packs: every mistake at once, each one sentence with file, line and key, through `shenyue check --rules`.

`broken/NAME/rules` is what --rules names; `expected.toml` says what must be told: `[[mistake]]`s (file from the folder of the case, line
0 for the whole file, words of the sentence), or `usage`, words of the one sentence; neither where the pack is in order.
`make`: what git cannot hold (loop: a link to itself; directory; big: 10 MB). `probe`: told by `rules check` only.
"""

import shutil
from pathlib import Path
from typing import Any

import pytest
import tomli

from shenyue.cli import main

BROKEN = Path(__file__).parent / "broken"
CASES = [pytest.param(path.parent, id=path.parent.name) for path in sorted(BROKEN.glob("*/expected.toml"))]
REPORT = Path("corpora") / "reports" / "clean-08-department-2021.md"


def laid_out(case: Path, expected: dict[str, Any], folder: Path) -> None:
    """A copy of the case with what git cannot hold."""
    shutil.copytree(case, folder, dirs_exist_ok=True)
    for name, what in expected.get("make", {}).items():
        path = folder / "rules" / name
        if what == "directory":
            path.mkdir()
        elif what == "big":
            path.write_bytes(b'title = "' + b"9" * 10_000_000 + b'"\n')
        else:
            path.symlink_to(path)


@pytest.mark.parametrize("case", CASES)
def test_a_broken_pack_is_told(
    case: Path, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    expected = tomli.loads((case / "expected.toml").read_text("utf-8"))
    laid_out(case, expected, tmp_path)
    report = shutil.copy(root / REPORT, tmp_path)
    words = ["check", str(report), "--rules", str(tmp_path / "rules"), "--fail-on", "never"]
    if district := expected.get("district", "my"):
        words += ["--district", district]
    code = main(words)
    said = capsys.readouterr().err.splitlines()
    if expected.get("probe") or not (expected.get("mistake") or expected.get("usage")):
        assert (code, said) == (0, [])
    elif usage := expected.get("usage"):
        assert (code, len(said)) == (2, 1), said
        assert all(word in said[0] for word in usage), said
    else:
        assert code == 2
        assert_told(said, expected["mistake"], tmp_path)


def assert_told(said: list[str], mistakes: list[dict[str, Any]], folder: Path) -> None:
    """Each mistake has one line of its own, in any order, and there is no other."""
    left = list(said)
    for mistake in mistakes:
        below = folder if mistake["file"] == "shenyue.toml" else folder / "rules"
        line = f":{mistake['line']}" if mistake["line"] else ""
        key = f"{mistake['key']}：" if mistake["key"] else ""
        lead = f"{below / mistake['file']}{line}: {key}"
        found = [
            one for one in left if one.startswith(lead) and all(word in one for word in mistake["words"])
        ]
        assert found, f"not told: {lead} {mistake['words']}\n" + "\n".join(said)
        left.remove(found[0])
    assert left == []
