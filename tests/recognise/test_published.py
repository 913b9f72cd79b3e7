"""The two published reports, in every format that can be read: the figures that the eye finds in them."""

from pathlib import Path

import pytest
from laid_out import FORMS, read, spans_right

from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.report import Kind, Reading, Report

READABLE = (
    "dashilan-2023.txt",
    "formats/dashilan-2023-gbk.txt",
    "formats/dashilan-2023.docx",
    "formats/dashilan-2023-hard.docx",
    "formats/dashilan-2023.html",
    "formats/dashilan-2023-gb2312.html",
)


def of(shared_reports: Path, name: str) -> Report:
    return recognise(load(shared_reports / name), FORMS)


@pytest.mark.parametrize("name", READABLE)
def test_street_2023(shared_reports: Path, name: str) -> None:
    report = of(shared_reports, name)
    assert (report.unit, report.year, report.kind) == ("北京市西城区大栅栏街道", 2023, Kind.STREET)
    assert [section.part for section in report.sections] == [0, 1, 2, 3, 4, 5, 6]
    if "hard" not in name:
        assert [len(section.headings) for section in report.sections] == [0, 4, 0, 0, 0, 0, 0]
    assert {table.form for table in report.tables.values()} == {"2021"}
    three = read(report, "applications")
    printed = {
        "new": (12, 12),
        "denied_third_party": (1, 1),
        "unavailable_not_held": (4, 4),
        "unprocessed_petition": (4, 4),
        "total": (9, 9),
        "carried_out": (3, 3),
    }
    for (row, column), value in three.items():
        person, total = printed.get(row, (0, 0))
        assert value == {"natural_person": str(person), "total": str(total)}.get(column, "0")
    assert len(three) == 175
    four = read(report, "disputes")
    assert {cell for cell, value in four.items() if value != "0"} == {
        ("review", "corrected"),
        ("review", "total"),
    }
    assert four["review", "corrected"] == four["review", "total"] == "3"
    assert read(report, "enforcement") == {
        ("penalties", "decisions"): "1776",
        ("coercion", "decisions"): "blank",
    }
    assert set(read(report, "regulations").values()) == {"blank"}
    assert spans_right(report)
    assert not any(table.extra for table in report.tables.values())


def test_office_2019(shared_reports: Path) -> None:
    report = of(shared_reports, "shanghai-office-2019.html")
    assert (report.unit, report.year, report.kind) == ("上海市人民政府办公厅", 2019, Kind.OFFICE)
    assert [section.part for section in report.sections] == [0, 1, 2, 3, 4, 5, 6]
    assert [len(section.headings) for section in report.sections] == [0, 5, 0, 0, 0, 2, 0]
    assert {table.form for table in report.tables.values()} == {"2019"}
    three = read(report, "applications")
    assert (len(three), list(three.values()).count("blank")) == (161, 126)
    assert list(read(report, "disputes").values()).count("blank") == 9
    assert [three["total", column] for column in ("natural_person", "company", "legal_service", "other", "total")] == [
        "767", "35", "2", "1", "805",
    ]  # fmt: skip
    amount = report.tables["procurement"]["procurement", "amount"]
    assert (str(amount.value), amount.raw, amount.reading) == ("251000", "251000元", Reading.WITH_UNIT)
    assert [value for _, value in read(report, "regulations").items()] == [
        "13",
        "13",
        "524",
        "60",
        "60",
        "368",
    ]
    assert spans_right(report)
