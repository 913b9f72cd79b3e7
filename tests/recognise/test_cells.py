"""What a cell says as a figure."""

from decimal import Decimal

import pytest

from shenyue.recognise.cells import read_cell
from shenyue.report import Reading

READINGS = [
    ("12", "12", Reading.NUMBER),
    ("0", "0", Reading.NUMBER),
    ("\u3000１７７６\xa0", "1776", Reading.NUMBER),
    ("1,776", "1776", Reading.NUMBER),
    ("1，776", "1776", Reading.NUMBER),
    ("1 776", "1776", Reading.NUMBER),
    ("12 345 678", "12345678", Reading.NUMBER),
    ("+5", "5", Reading.NUMBER),
    ("\ufeff7\u200b", "7", Reading.NUMBER),
    ("", None, Reading.BLANK),
    (" \u3000\xa0\n", None, Reading.BLANK),
    ("-", None, Reading.NOTHING),
    ("—", None, Reading.NOTHING),
    ("——", None, Reading.NOTHING),
    ("／", None, Reading.NOTHING),
    ("无", None, Reading.NOTHING),
    ("-8", "-8", Reading.NEGATIVE),
    ("－8", "-8", Reading.NEGATIVE),
    ("− 8", "-8", Reading.NEGATIVE),
    ("3.5", "3.5", Reading.DECIMAL),
    ("59237.2449", "59237.2449", Reading.DECIMAL),
    ("1,234.50", "1234.50", Reading.DECIMAL),
    ("约13件", "13", Reading.APPROXIMATE),
    ("13余件", "13", Reading.APPROXIMATE),
    ("近20", "20", Reading.APPROXIMATE),
    ("20件左右", "20", Reading.APPROXIMATE),
    ("1.2万余件", "12000", Reading.APPROXIMATE),
    ("251000元", "251000", Reading.WITH_UNIT),
    ("25.1万元", "25.1", Reading.WITH_UNIT),
    ("0 件", "0", Reading.WITH_UNIT),
    ("1.2万件", "12000", Reading.WITH_UNIT),
    ("22（其中修订16件）", "22", Reading.WITH_NOTE),
    ("22件，其中修订16件", "22", Reading.WITH_NOTE),
    ("3*", "3", Reading.WITH_NOTE),
    ("1 2", None, Reading.UNSURE),
    ("17\n76", None, Reading.UNSURE),
    ("1,77", None, Reading.UNSURE),
    ("12/3", None, Reading.TEXT),
    ("详见附件", None, Reading.TEXT),
    ("零", None, Reading.TEXT),
    ("O", None, Reading.TEXT),
    ("2023年度无新增，情况见说明", None, Reading.TEXT),
    ("12²", None, Reading.TEXT),
    ("9" * 100, None, Reading.TEXT),
]


@pytest.mark.parametrize(
    ("raw", "value", "reading"), READINGS, ids=[repr(raw)[:20] for raw, _, _ in READINGS]
)
def test_read_cell(raw: str, value: str | None, reading: Reading) -> None:
    found = read_cell(raw)
    assert found.reading is reading
    assert found.value == (None if value is None else Decimal(value))
