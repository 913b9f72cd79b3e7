"""What the rules of parts, numbers, lists, residue and fees find in published reports that are not ours to ship."""

from collections import Counter
from pathlib import Path

import pytest

from shenyue.engine import check
from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.rules import read_pack

RULES = ("S101", "S102", "S103", "S104", "S105", "N201", "N202", "N203", "N204", "N205")
LISTS = ("N211", "N212", "N213", "N214", "L505", "C701")


def found(path: Path) -> Counter[tuple[str, str, str]]:
    """Rule, severity and quote of every finding of these rules."""
    pack = read_pack("national")
    findings = check(recognise(load(path), pack.forms), pack).findings
    return Counter(
        (one.rule, one.severity.value, one.quote) for one in findings if one.rule in {*RULES, *LISTS}
    )


COMMON = {("N211", "error", "三是"): 1, ("C701", "info", "无"): 1}
EXTRACTED = {
    ("N204", "info", "2、"): 1,
    ("N205", "info", "（1）"): 1,
    ("L505", "info", "[bookmark: _GoBack]"): 1,
}


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("dashilan-2023.txt", COMMON | EXTRACTED),
        ("formats/dashilan-2023.docx", COMMON),
        ("formats/dashilan-2023.html", COMMON),
        (
            "shanghai-office-2019.html",
            {("S103", "info", "政府信息公开工作存在的主要问题及改进情况"): 1},
        ),
    ],
)
def test_published_reports(
    shared_reports: Path, name: str, expected: dict[tuple[str, str, str], int]
) -> None:
    assert found(shared_reports / name) == expected
