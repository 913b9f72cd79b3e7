"""The same report in two formats gives the same keys, though its numbers and offsets differ."""

from pathlib import Path

from shenyue.findings import Severity
from shenyue.review import Order, open_review


def keys(path: Path) -> set[str]:
    findings = open_review(path, Order()).findings
    return {finding.key for finding in findings if finding.severity is not Severity.INFO}


def test_word_and_text_give_the_same_keys(shared_reports: Path) -> None:
    text = keys(shared_reports / "dashilan-2023.txt")
    assert text
    assert keys(shared_reports / "formats" / "dashilan-2023.docx") == text
