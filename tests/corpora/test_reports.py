"""The committed reports are in step with the generator, and the program finds what their labels say, and nothing else."""

import io
import zipfile
from pathlib import Path

import pytest
from tools.corpora.committed import FOLDER, Item, items, wanted
from tools.corpora.judging import is_planted

from shenyue.engine import check
from shenyue.findings import Severity
from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.rules import RulePack, read_pack

ITEMS = tuple(items())


@pytest.fixture(scope="module")
def pack() -> RulePack:
    return read_pack("national")


def test_files_are_in_step() -> None:
    files = wanted()

    assert {path.name for path in FOLDER.iterdir()} == {path.name for path in files}, "run make corpora-files"
    for path, content in files.items():
        assert _content(path.read_bytes()) == _content(content), f"{path.name}: run make corpora-files"


def _content(content: bytes) -> object:
    """Of a Word file its parts: another zlib packs them otherwise."""
    if not content.startswith(b"PK"):
        return content
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize("item", [item for item in ITEMS if not item.planted], ids=lambda item: item.name)
def test_clean_report_is_clean(item: Item, pack: RulePack) -> None:
    report = recognise(load(FOLDER / item.name), pack.forms, lexicon=pack.lexicon)

    findings = check(report, pack).findings

    loud = [(one.rule, one.quote, one.message) for one in findings if one.severity is not Severity.INFO]
    assert not loud


@pytest.mark.parametrize("item", [item for item in ITEMS if item.planted], ids=lambda item: item.name)
def test_faults_are_found_and_nothing_else(item: Item, pack: RulePack) -> None:
    report = recognise(load(FOLDER / item.name), pack.forms, lexicon=pack.lexicon)
    delivered = {rule.id for rule in pack.rules}

    findings = check(report, pack).findings

    for planted in item.planted:
        if planted.rule in delivered:
            assert any(is_planted(one, planted, report) for one in findings), planted.note
    due = {rule for planted in item.planted for rule in (*planted.rules, *planted.also)}
    loud = [
        (one.rule, one.message)
        for one in findings
        if one.severity is not Severity.INFO and one.rule not in due
    ]
    assert not loud


def test_same_seed_gives_the_same_bytes() -> None:
    first, second = ({path.name: content for path, content in wanted().items()} for _ in range(2))

    assert first == second


def test_labels_name_every_file() -> None:
    lines = (Path(FOLDER) / "labels.jsonl").read_text(encoding="utf-8").splitlines()

    assert {line.split('"')[3] for line in lines} == {item.name for item in ITEMS}
