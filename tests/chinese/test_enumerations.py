"""List markers in running text."""

import pytest

from shenyue.chinese.enumerations import LAST, MarkerStyle, find_markers


def never(_text: str, _offset: int) -> bool:
    raise AssertionError("asked for words where the surroundings decide")


def marks(text: str) -> list[str]:
    return [marker.text for marker in find_markers(text, never)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("一是抓公开；二是抓解读。", ["一是", "二是"]),
        ("十一是抓考核，环环相扣", ["十一是"]),
        ("一要公开得全，二要公开得快。", ["一要", "二要"]),
        ("第一，明确责任；第二，明确标准。", ["第一", "第二"]),
        ("第一步，梳理；第二步，上传。", ["第一步，", "第二步，"]),
        ("其一，认识不足；其二，手段不足。", ["其一", "其二"]),
        ("包括①规划、②预算。", ["①", "②"]),
        ("机制：1.收集；2、审核；3．发布。", ["1.", "2、", "3．"]),
        ("清单：（1）主动公开；(2)依申请公开。", ["（1）", "(2)"]),
        ("1）完善制度；2）加强宣传", ["1）", "2）"]),
        ("首先，登记；其次，审查；再次，拟稿；最后，归档。", ["首先", "其次", "再次", "最后"]),
    ],
)
def test_markers_of_every_style(text: str, expected: list[str]) -> None:
    assert marks(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "第一时间发布，第一书记带头",
        "第二十条第（一）项，第（五）项",
        "平均浓度：2.5微克；12.3级",
        "一是一，二是二",
        "，三要素齐全",
        "最后一次更新",
        "再次公开",
        "2023年1月1日至12月31日",
    ],
)
def test_what_is_no_marker(text: str) -> None:
    assert marks(text) == []


def test_words_are_asked_for_only_inside_a_clause() -> None:
    asked: list[int] = []

    def starts_word(_text: str, offset: int) -> bool:
        asked.append(offset)
        return offset == 5

    markers = find_markers("主要表现在一是不全；二是不快；格式统一是关键", starts_word)

    assert [(marker.text, marker.sure) for marker in markers] == [("一是", False), ("二是", True)]
    assert asked == [5, 18]


def test_values_and_spans() -> None:
    text = "首先，登记；最后，归档。其十二，其他"

    markers = find_markers(text, never)

    assert [marker.value for marker in markers] == [1, LAST, 12]
    assert [text[marker.start : marker.end] for marker in markers] == ["首先", "最后", "其十二"]
    assert markers[2].style is MarkerStyle.AMONG
