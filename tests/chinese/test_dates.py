import pytest

from shenyue.chinese.dates import find_moments, find_periods


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2024年1月25日", (2024, 1, 25)),
        ("2024-01-19", (2024, 1, 19)),
        ("２０２４／１／１９", (2024, 1, 19)),
        ("二〇二四年一月二十五日", (2024, 1, 25)),
        ("二O二四年一月二十五日", (2024, 1, 25)),
        ("二○二四年十二月卅一日", (2024, 12, 31)),
        ("2024 年 1 月 25 日", (2024, 1, 25)),
        ("2023年12月31号", (2023, 12, 31)),
        ("2023年度", (2023, None, None)),
        ("截至2023年底", (2023, 12, 31)),
    ],
)
def test_a_date_is_read_in_every_notation(text: str, date: tuple[int, int | None, int | None]) -> None:
    (found,) = find_moments(text)
    assert (found.year, found.month, found.day) == date


@pytest.mark.parametrize("text", ["国办公开办函〔2019〕60号", "12345热线", "第2023号", "1.5万元"])
def test_what_only_looks_like_a_date_is_none(text: str) -> None:
    assert find_moments(text) == ()


@pytest.mark.parametrize(
    "text",
    [
        "2023年1月1日至12月31日",
        "2023年1月1日—2023年12月31日",
        "自2023年1月1日起，至2023年12月31日止",
        "从2023年1月1日起到12月31日止",
        "2023年1月1日0时至12月31日24时",
        "2023.01.01-2023.12.31",
        "二〇二三年一月一日至十二月三十一日",
    ],
)
def test_a_calendar_year_is_a_period_in_every_notation(text: str) -> None:
    (period,) = find_periods(text)
    first, last = period.first, period.last
    assert (first.year, first.month, first.day, last.year, last.month, last.day) == (2023, 1, 1, 2023, 12, 31)


@pytest.mark.parametrize(
    "text", ["2023年1月至12月", "2023年1-12月", "2023年1—12月份", "2023年1月1日至12月底"]
)
def test_a_period_may_run_in_months(text: str) -> None:
    (period,) = find_periods(text)
    assert (period.first.year, period.first.month, period.last.year, period.last.month) == (2023, 1, 2023, 12)


@pytest.mark.parametrize("text", ["2023年，全年", "1月5日和2月6日", "2021—2025年"])
def test_two_dates_apart_are_no_period(text: str) -> None:
    assert find_periods(text) == ()
