"""The labels that lead headings and items: 一、 （一） 1. （1） 1） ① 第一条 1.1, read into value and style."""

from enum import StrEnum
from typing import NamedTuple

import regex

from shenyue.chinese.numerals import read_integer
from shenyue.patterns import compiled


class LabelStyle(StrEnum):
    """Families of labels, named by how their first is written; 1. 1、 and 1． are one family."""

    CHINESE = "一、"
    CHINESE_BRACKETED = "（一）"
    ARABIC = "1."
    ARABIC_BRACKETED = "（1）"
    ARABIC_HALF_BRACKETED = "1）"
    CIRCLED = "①"
    ARTICLE = "第一条"
    MULTILEVEL = "1.1"
    ROMAN = "Ⅰ"
    LETTER = "a)"


class Label(NamedTuple):
    """A label as printed."""

    text: str
    """Number and marks, without the blanks around: （一）."""
    value: int
    """Its last number: 2 for 1.2 and for 二、."""
    style: LabelStyle
    mark: str
    """What follows the number or closes it, as printed: 、 . ） or empty."""


_UNSEEN = compiled(r"^[\s\u200b-\u200d\u2060\ufeff]*")
"""Blanks, and marks without width that a reader does not see."""
_NUMBER = r"[〇零一二三四五六七八九十百两]+"
_PATTERNS: tuple[tuple[LabelStyle, regex.Pattern[str]], ...] = tuple(
    (style, compiled(pattern))
    for style, pattern in (
        (
            LabelStyle.ARTICLE,
            rf"第\s*(?P<n>{_NUMBER}|\d{{1,3}})\s*(?P<m>[条章节款编])(?=\s|$|[^第规的之一二三四五六七八九十、，])",
        ),
        (LabelStyle.CHINESE_BRACKETED, rf"[（(〔\[]\s*(?P<n>{_NUMBER})\s*(?P<m>[）)〕\]][、.．]?)"),
        (LabelStyle.ARABIC_BRACKETED, r"[（(〔\[]\s*(?P<n>\d{1,2})\s*(?P<m>[）)〕\]][、.．]?)"),
        (LabelStyle.CHINESE, rf"(?P<n>{_NUMBER})\s*(?P<m>[、.．，,:：](?![、，]|{_NUMBER}[季月级、]))"),
        (
            LabelStyle.MULTILEVEL,
            r"\d{1,2}(?:[.．]\d{1,2}){0,8}[.．](?P<n>\d{1,2})(?P<m>[.．、]?)(?=\s|[\p{Han}“《（(])(?!\s*[亿万千百个件条项人次元级])",
        ),
        (LabelStyle.ARABIC_HALF_BRACKETED, r"(?P<n>\d{1,2})\s*(?P<m>[）)])"),
        (LabelStyle.ARABIC, r"(?P<n>\d{1,2})\s*(?P<m>[、.．](?!\d))"),
        (LabelStyle.CIRCLED, r"(?P<n>[①-⑳])(?P<m>[、.．]?)"),
    )
)


def read_label(text: str) -> Label | None:
    """The label at the beginning of a paragraph, or None; leading blanks do not count.

    Figures are no labels: 1.5万件, 2023年, 一是, 一、二季度 and 第二十条第（一）项 give None.
    """
    stripped = _UNSEEN.sub("", text, count=1)
    for style, pattern in _PATTERNS:
        match = pattern.match(stripped)
        if match is None:
            continue
        value = read_integer(match["n"])
        if value is not None:
            return Label(match[0].rstrip(), value, style, match["m"])
    return None
