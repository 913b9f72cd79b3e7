from datetime import date
from typing import Any

import pytest

from shenyue.recognise import recognise
from shenyue.report import Dates
from shenyue.samples import changed, document, shipped_forms

YEAR = (date(2023, 1, 1), date(2023, 12, 31))


def dates(changes: dict[str, Any]) -> Dates:
    return recognise(document(changed(changes)), shipped_forms()).dates


def stated(sentence: str) -> Dates:
    return dates({"replace": {"preface": f"根据《条例》编制本报告。{sentence}"}})


@pytest.mark.parametrize(
    "sentence",
    [
        "本报告所列数据的统计期限自2023年1月1日起，至2023年12月31日止。",
        "统计期限为2023年1月1日—12月31日。",
        "报告中所列数据统计时间从２０２３年１月１日到１２月３１日。",
        "数据统计期限：二〇二三年一月一日至十二月三十一日。",
        "统计期限为2023年1-12月。",
        "统计期限为2023年度。",
        "统计期限为1月1日至12月31日。",
    ],
)
def test_a_stated_period_is_read_in_every_wording(sentence: str) -> None:
    period = stated(sentence).period
    assert period is not None
    assert (period.first, period.last, period.certain) == (*YEAR, True)


def test_a_period_may_say_only_its_end() -> None:
    period = stated("本报告数据截至2023年12月31日。").period
    assert period is not None
    assert (period.first, period.last) == (None, date(2023, 12, 31))


@pytest.mark.parametrize(
    "sentence",
    [
        "公示期限为2023年3月1日至3月10日。",
        "2023年5月1日至5月7日开展宣传周活动。",
        "征求意见自2023年1月1日至12月31日。",
    ],
)
def test_a_period_of_something_else_is_not_the_reports(sentence: str) -> None:
    assert dates({"insert": {"part1": sentence}, "replace": {"preface": "编制本报告。"}}).period is None


@pytest.mark.parametrize(
    "signature",
    [
        "{unit}\n2024年1月18日",
        "{unit}　2024年1月18日",
        "{unit}\n二〇二四年一月十八日",
        "{unit}\n（2024-01-18）",
        "2024年1月18日\n{unit}",
    ],
)
def test_the_signature_is_read_with_its_unit(signature: str) -> None:
    found = dates({"replace": {"signature": signature}})
    assert found.signed is not None
    assert found.signed.latest == date(2024, 1, 18)
    assert found.signing_unit is not None
    assert found.signing_unit.name == "云州市临溪区桂花桥街道办事处"


def test_a_signature_of_a_month_is_as_exact_as_written() -> None:
    signed = dates({"replace": {"signature": "{unit}\n2024年1月"}}).signed
    assert signed is not None
    assert (signed.earliest, signed.latest) == (date(2024, 1, 1), date(2024, 1, 31))


def test_a_date_in_a_sentence_is_no_signature() -> None:
    assert dates({"replace": {"signature": "2024年1月18日，召开总结会。"}}).signed is None


def test_the_publication_date_is_read_from_the_head() -> None:
    found = dates({"title": "{unit}\n{year}年政府信息公开工作年度报告\n发布日期：2024-01-31"})
    assert found.published is not None
    assert found.published.latest == date(2024, 1, 31)


def test_a_date_below_the_title_beside_a_signature_is_the_publication() -> None:
    found = dates({"title": "{unit}\n{year}年政府信息公开工作年度报告\n2024年1月25日"})
    assert (found.published and found.published.latest) == date(2024, 1, 25)
    assert (found.signed and found.signed.latest) == date(2024, 1, 18)
