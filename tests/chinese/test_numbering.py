"""Labels of headings and items, and how long it takes to see that a text has none."""

import time

import pytest

from shenyue.chinese.numbering import LabelStyle, read_label
from shenyue.chinese.numerals import read_decimal, read_integer


@pytest.mark.parametrize(
    ("text", "label", "value", "style"),
    [
        ("一、总体情况", "一、", 1, LabelStyle.CHINESE),
        ("（十二）主动公开", "（十二）", 12, LabelStyle.CHINESE_BRACKETED),
        (" 3．渠道", "3．", 3, LabelStyle.ARABIC),
        ("（4）渠道", "（4）", 4, LabelStyle.ARABIC_BRACKETED),
        ("1.2 平台", "1.2", 2, LabelStyle.MULTILEVEL),
        ("③平台", "③", 3, LabelStyle.CIRCLED),
    ],
)
def test_labels(text: str, label: str, value: int, style: LabelStyle) -> None:
    found = read_label(text)
    assert found is not None
    assert (found.text, found.value, found.style) == (label, value, style)


@pytest.mark.parametrize("text", ["1.5万件", "2023年", "一是", "一、二季度", "第二十条第（一）项", ""])
def test_no_labels(text: str) -> None:
    assert read_label(text) is None


def test_endless_digits_are_no_numeral() -> None:
    assert read_integer("1" * 5000) is None
    assert read_integer("一" * 5000) is None
    assert read_decimal("一" * 5000) is None
    assert read_label("一" * 5000 + "、总体情况") is None


@pytest.mark.parametrize(
    "piece",
    ["1.", "11．", "一", "（", "（ ", "第", "第 ", "1", "一、", "1、", " ", "\u3000", "一、二季", "①"],
)
def test_no_text_takes_long(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    for beginning in ("", "第", "（", "1."):
        read_label(beginning + text)
    assert time.process_time() - start < 1
