"""Word's number formats, written out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shenyue.chinese.numerals import read_integer
from shenyue.chinese.ordinals import write_ordinal


@pytest.mark.parametrize(
    ("number_format", "value", "written"),
    [
        ("chineseCounting", 1, "一"),
        ("chineseCounting", 10, "十"),
        ("chineseCounting", 12, "十二"),
        ("chineseCounting", 20, "二十"),
        ("chineseCounting", 99, "九十九"),
        ("chineseCounting", 101, "一○一"),
        ("chineseCountingThousand", 11, "十一"),
        ("chineseCountingThousand", 101, "一百零一"),
        ("chineseCountingThousand", 110, "一百一十"),
        ("chineseCountingThousand", 1001, "一千零一"),
        ("chineseCountingThousand", 1010, "一千零一十"),
        ("taiwaneseCounting", 21, "二十一"),
        ("taiwaneseCountingThousand", 100, "一百"),
        ("chineseLegalSimplified", 1, "壹"),
        ("chineseLegalSimplified", 10, "壹拾"),
        ("chineseLegalSimplified", 23, "贰拾叁"),
        ("ideographLegalTraditional", 2, "貳"),
        ("ideographDigital", 10, "一〇"),
        ("taiwaneseDigital", 20, "二○"),
        ("japaneseCounting", 101, "百一"),
        ("japaneseCounting", 2010, "二千十"),
        ("ideographTraditional", 3, "丙"),
        ("ideographTraditional", 11, "11"),
        ("ideographZodiac", 12, "亥"),
        ("decimal", 7, "7"),
        ("decimalZero", 7, "07"),
        ("decimalZero", 12, "12"),
        ("decimalFullWidth", 12, "１２"),
        ("decimalEnclosedCircle", 1, "①"),
        ("decimalEnclosedCircle", 20, "⑳"),
        ("decimalEnclosedCircle", 21, "21"),
        ("decimalEnclosedCircleChinese", 3, "③"),
        ("decimalEnclosedFullstop", 2, "⒉"),
        ("decimalEnclosedParen", 2, "⑵"),
        ("numberInDash", 4, "- 4 -"),
        ("upperRoman", 14, "XIV"),
        ("lowerRoman", 9, "ix"),
        ("upperLetter", 26, "Z"),
        ("lowerLetter", 28, "bb"),
        ("none", 3, ""),
        ("hebrew1", 3, "3"),
        ("decimal", -1, "-1"),
        ("chineseCounting", 0, "○"),
        ("upperRoman", 0, "0"),
        ("upperLetter", 0, ""),
    ],
)
def test_writes_as_word_shows_it(number_format: str, value: int, written: str) -> None:
    assert write_ordinal(value, number_format) == written


@given(st.integers(1, 9999), st.sampled_from(["chineseCountingThousand", "decimal", "decimalFullWidth"]))
def test_what_is_written_is_read_back(value: int, number_format: str) -> None:
    assert read_integer(write_ordinal(value, number_format)) == value
