"""The formats of Word's automatic numbers, by ECMA-376 part 1, 17.18.59."""

from hostile_case import HostileCase
from raw_docx import abstract, docx, level, num, numbered

AUTO = "auto"


def lettered(count: int, number: int = 1, ilvl: int = 0) -> str:
    """So many numbered paragraphs 事项甲, 事项乙 …"""
    return "".join(
        numbered(f"事项{mark}", number, ilvl) for mark in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌"[:count]
    )


def single(name: str, form: str, text: str, first: str, second: str, start: int = 1) -> HostileCase:
    """A list of two in one format."""
    numbering = abstract(0, level(0, form, text, start=start)) + num(1, 0)
    return HostileCase(
        name,
        ".docx",
        lambda: docx(lettered(2), numbering=numbering),
        labels=((first, "事项甲"), (second, "事项乙")),
        label_source=AUTO,
    )


OF_FORMATS = (
    single("number_chinese_counting", "chineseCounting", "%1、", "一、", "二、"),
    single("number_chinese_counting_over_ten", "chineseCounting", "%1、", "十一、", "十二、", start=11),
    single("number_chinese_counting_at_twenty", "chineseCounting", "%1、", "二十、", "二十一、", start=20),
    single("number_thousand_over_ten", "chineseCountingThousand", "%1、", "十、", "十一、", start=10),
    single(
        "number_thousand_at_twenty", "chineseCountingThousand", "（%1）", "（十九）", "（二十）", start=19
    ),
    single("number_thousand_at_hundred", "chineseCountingThousand", "%1、", "九十九、", "一百、", start=99),
    single(
        "number_thousand_over_hundred",
        "chineseCountingThousand",
        "%1、",
        "一百一十、",
        "一百一十一、",
        start=110,
    ),
    single("number_as_libreoffice_writes", "taiwaneseCountingThousand", "%1、", "一、", "二、"),
    single("number_japanese_counting", "japaneseCounting", "%1、", "九、", "十、", start=9),
    single("number_circled", "decimalEnclosedCircle", "%1", "①", "②"),
    single("number_full_width_format", "decimalFullWidth", "%1．", "１．", "２．"),
    single("number_article", "chineseCountingThousand", "第%1条", "第一条", "第二条"),
    single("number_upper_roman", "upperRoman", "%1.", "IV.", "V.", start=4),
    single("number_lower_letter", "lowerLetter", "%1)", "a)", "b)"),
    single("number_starts_at_three", "decimal", "%1.", "3.", "4.", start=3),
)


CASES = OF_FORMATS
