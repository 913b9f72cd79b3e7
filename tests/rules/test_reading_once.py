"""In a batch of reports each file of a pack is read once; a changed file is read again."""

import shutil
from collections import Counter
from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.cli import main
from shenyue.rules import read_pack, toml_files


@pytest.fixture
def reads(monkeypatch: pytest.MonkeyPatch) -> Counter[Path]:
    """How often each TOML file of a pack is read."""
    counted: Counter[Path] = Counter()
    text_of = toml_files._text

    def counting(path: Path) -> str:
        counted[path] += 1
        return text_of(path)

    monkeypatch.setattr(toml_files, "_text", counting)
    return counted


def test_twenty_reports_read_their_packs_once(root: Path, tmp_path: Path, reads: Counter[Path]) -> None:
    for number in range(20):
        name = "clean-08-department-2021.md" if number % 2 else "clean-01-street-2024.docx"
        source = root / "corpora" / "reports" / name
        shutil.copy(source, tmp_path / f"{number:02}{source.suffix}")
    write_pack(tmp_path / "rules", "own", 'extends = "beijing/xicheng"\n')
    words = ["--rules", str(tmp_path / "rules"), "--district", "own", "--fail-on", "never", "--jobs", "1"]
    assert main(["check", str(tmp_path), *words]) == 0
    assert tmp_path / "rules" / "own" / "pack.toml" in reads
    assert len(reads) > 60
    assert set(reads.values()) == {1}


def test_what_was_changed_is_read_again(tmp_path: Path) -> None:
    write_pack(tmp_path, "own", 'extends = "national"\n[override.L504]\nseverity = "info"\n')
    assert read_pack("own", (tmp_path,)).rule("L504").severity == "info"
    write_pack(tmp_path, "own", 'extends = "national"\n[override.L504]\nseverity = "error"\n')
    assert read_pack("own", (tmp_path,)).rule("L504").severity == "error"
