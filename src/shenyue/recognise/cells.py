"""What a table cell says as a figure: units write counts with separators, units, notes, dashes, and sometimes words."""

from decimal import Decimal
from typing import NamedTuple

import regex

from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Figure, Reading


class CellReading(NamedTuple):
    """The value of a cell's text and how it was come by."""

    value: Decimal | None
    reading: Reading


_NARROW = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0x00A0: " ",
    0x200B: None,
    0x200C: None,
    0x200D: None,
    0x2060: None,
    0xFEFF: None,
    0x2212: "-",
    0x2013: "-",
    0x2010: "-",
    0x2011: "-",
}
"""Only widths, blanks and dashes: NFKC would make 12 of a footnote's 1²."""
_NOTHING = frozenset(
    {"-", "--", "---", "/", "\\", "—", "——", "―", "─", "──", "_", "无", "无。", "暂无", "没有", "无数据"}
)
_NUMBER = r"(?:\d{1,3}(?:[,，'’ ]\d{3})+|\d+)(?:\.\d+)?"
_PLAIN = compiled(rf"(?P<sign>[+-] ?)?(?P<number>{_NUMBER}|\.\d+)", regex.ASCII)
_MONEY = r"(?:人民币)?[万亿]?元(?:人民币)?"
_COUNTED = r"[万亿]?余?(?:件次|人次|[件个项次条份宗起例页篇部人户家只期场批])"
_WITH_UNIT = compiled(
    rf"(?P<sign>-)?(?P<number>{_NUMBER}) ?(?P<unit>{_MONEY}|{_COUNTED}|[万亿])", regex.ASCII
)
_APPROXIMATE = compiled(
    rf"(?:(?:约|大约|大概|近|将近|超|超过|逾|不足|不到) ?(?P<number>{_NUMBER}) ?(?P<scale>[万亿])?余?\p{{Han}}{{0,3}}"
    rf"|(?P<number>{_NUMBER}) ?(?P<scale>[万亿])?(?:[余多几]\p{{Han}}{{0,3}}|\p{{Han}}{{0,2}}(?:左右|以上|以内|以下|上下)|\+))"
)
_WITH_NOTE = compiled(
    rf"(?P<number>{_NUMBER}) ?(?:{_COUNTED})? ?(?:[(（\[〔【].+|[,，;；] *\D.*|其中.+|\*+|注\d*)"
)
_SPACED = compiled(r"[\d.,，\s+-]*\d[\d.,，\s+-]*", regex.ASCII)
_SCALES = {"万": Decimal(10**4), "亿": Decimal(10**8)}
_LONG = 60
"""Longer is prose, whatever it begins with."""


def read_cell(raw: str) -> CellReading:
    """The value and the manner of a cell's text.

    A count with 万 or 亿 is scaled (1.2万件 is 12000); money is not, for the form's column has a unit of its own
    (25.1万元 is 25.1). Blanks inside a number part thousands only: 1 776 is a number, 1 2 is unsure.
    """
    text = raw.translate(_NARROW).strip()
    if text.isascii() and text.isdigit() and len(text) < _LONG:
        return CellReading(Decimal(text), Reading.NUMBER)
    if not text:
        return CellReading(None, Reading.BLANK)
    if text in _NOTHING:
        return CellReading(None, Reading.NOTHING)
    if len(text) > _LONG:
        return CellReading(None, Reading.TEXT)
    return _plain(text) or _worded(text) or _not_a_number(text)


def figure(raw: str, span: Span) -> Figure:
    """The figure of a cell that is in the source."""
    reading = read_cell(raw)
    return Figure(reading.value, span, raw, reading.reading)


def _plain(text: str) -> CellReading | None:
    match = _PLAIN.fullmatch(text)
    if match is None:
        return None
    value = _value(match["number"])
    if (match["sign"] or "").strip() == "-":
        return CellReading(-value, Reading.NEGATIVE)
    return CellReading(value, Reading.DECIMAL if "." in match["number"] else Reading.NUMBER)


def _worded(text: str) -> CellReading | None:
    if match := _WITH_UNIT.fullmatch(text):
        unit = match["unit"]
        scale = Decimal(1) if "元" in unit else _SCALES.get(unit[0], Decimal(1))
        value = _value(match["number"]) * scale
        if "余" in unit:
            return CellReading(value, Reading.APPROXIMATE)
        return CellReading(-value if match["sign"] else value, Reading.WITH_UNIT)
    if match := _APPROXIMATE.fullmatch(text):
        scale = _SCALES.get(match["scale"] or "", Decimal(1))
        return CellReading(_value(match["number"]) * scale, Reading.APPROXIMATE)
    if match := _WITH_NOTE.fullmatch(text):
        return CellReading(_value(match["number"]), Reading.WITH_NOTE)
    return None


def _not_a_number(text: str) -> CellReading:
    """Digits that are no one number (1 2, 1,77, 12 / 3) may be several or a broken one: unsure rather than wrong."""
    return CellReading(None, Reading.UNSURE if _SPACED.fullmatch(text) else Reading.TEXT)


def _value(number: str) -> Decimal:
    return Decimal(compiled(r"[,，'’ ]").sub("", number))
