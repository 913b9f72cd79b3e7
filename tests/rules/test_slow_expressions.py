"""A district's expression that never ends is stopped by its time limit and told in the ledger; every other rule goes on."""

import json
import time
from pathlib import Path

import pytest

from shenyue.cli import OK, main

BROKEN = Path(__file__).parent / "broken" / "catastrophic-regex" / "rules"


def test_an_endless_expression_is_stopped_and_told(
    tmp_path: Path, root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / "corpora" / "reports" / "clean-08-department-2021.md").read_text("utf-8")
    before, heading, after = text.partition("二、主动公开政府信息情况")
    assert heading
    report = tmp_path / "报告.md"
    report.write_text(f"{before}{'本局继续做好政府信息公开工作' * 150}。\n\n{heading}{after}", "utf-8")

    began = time.perf_counter()
    words = ["--rules", str(BROKEN), "--district", "my", "--format", "json", "--fail-on", "error"]
    code = main(["check", str(report), *words])
    seconds = time.perf_counter() - began

    (answer,) = json.loads(capsys.readouterr().out)["reports"]
    ledger = {entry["rule"]: entry for entry in answer["ledger"]}
    assert ledger["L900"]["state"] == "could_not_check"
    assert "耗时过长" in ledger["L900"]["reason"]
    assert sum(entry["state"] == "checked" for entry in ledger.values()) > 50
    assert code == OK
    assert seconds < 30
