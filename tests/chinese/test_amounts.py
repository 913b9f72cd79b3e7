from decimal import Decimal

import pytest

from shenyue.chinese.amounts import find_amounts
from shenyue.chinese.dates import find_moments, find_periods
from shenyue.chinese.numerals import read_decimal


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("十二", "12"),
        ("一百零三", "103"),
        ("一十二", "12"),
        ("廿三", "23"),
        ("两", "2"),
        ("二〇二三", "2023"),
        ("１,２５６", "1256"),
        ("1.5万", "15000"),
        ("3千", "3000"),
        ("一点五万", "15000"),
        ("5.92亿", "592000000"),
        ("零", "0"),
    ],
)
def test_a_numeral_has_its_value(text: str, value: str) -> None:
    assert read_decimal(text) == Decimal(value)


def test_what_is_no_numeral_has_no_value() -> None:
    assert read_decimal("若干") is None


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("收到申请12件，办结９件，结转三件", [("12件", 12), ("９件", 9), ("三件", 3)]),
        ("收费1.5万元、0.2亿元", [("1.5万元", 15000), ("0.2亿元", 20_000_000)]),
        ("新收1,256件，办件量22050", [("1,256件", 1256), ("22050", 22050)]),
        ("件数为零，复议零件", [("零", 0), ("零件", 0)]),
        ("收到的唯一一件", [("一件", 1)]),
        ("占33.9%，增长二成五，百分之三十", [("33.9%", 33.9), ("二成五", 25), ("百分之三十", 30)]),
        ("提高2.5个百分点", [("2.5个百分点", 2.5)]),
    ],
)
def test_amounts_are_found_with_their_units(text: str, amounts: list[tuple[str, float]]) -> None:
    found = [(text[one.start : one.end], float(one.value)) for one in find_amounts(text)]
    assert found == amounts


@pytest.mark.parametrize(
    "text",
    [
        "依据第三十九条、第二十条第（一）项",
        "国办公开办函〔2019〕60号",
        "自2023年1月1日起，至12月31日止",
        "落实“三审三校”和“1+2+3+N”",
        "统一是蓝底，之一是材料，万一是故障",
        "《关于2件事项的通知》",
    ],
)
def test_what_only_looks_like_an_amount_is_none(text: str) -> None:
    assert find_amounts(text) == ()


@pytest.mark.parametrize(
    "text", ["约12件", "12余件", "18万余条", "近12件", "12件以上", "不足12件", "超过12件"]
)
def test_an_approximate_amount_says_so(text: str) -> None:
    assert [one.approximate for one in find_amounts(text)] == [True]


def test_a_rate_says_so() -> None:
    assert [one.each for one in find_amounts("三个社区各8件，每件100元")] == [False, True, True]


def test_both_ends_of_a_range_are_approximate() -> None:
    assert [one.approximate for one in find_amounts("3至5件")] == [True, True]


def test_a_period_runs_from_its_first_to_its_last_day() -> None:
    (period,) = find_periods("统计期限自2023年1月1日起，至12月31日止")
    assert (period.first.year, period.first.month, period.first.day) == (2023, 1, 1)
    assert (period.last.year, period.last.month, period.last.day) == (2023, 12, 31)


def test_dates_are_as_exact_as_they_are_written() -> None:
    found = find_moments("2023年，二〇二四年一月十八日，2020-01-31，截至2023年底，13月32日")
    assert [(one.year, one.month, one.day) for one in found] == [
        (2023, None, None),
        (2024, 1, 18),
        (2020, 1, 31),
        (2023, 12, 31),
    ]
