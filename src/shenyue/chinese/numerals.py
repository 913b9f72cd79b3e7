"""Chinese, Arabic, full-width and circled numerals into integers and decimals."""

import unicodedata
from decimal import Decimal

from shenyue.patterns import compiled

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "廿": 20,
    "卅": 30,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}
_LONGEST = 100
"""Characters; a longer row of digits is no numeral, and Python refuses to read one of thousands."""
_ARABIC = compiled(r"(?P<n>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?)(?P<units>[十百千万亿]*)")
_POINT = compiled(r"(?P<whole>[^点]+)点(?P<decimals>[〇零一二三四五六七八九]+)(?P<units>[百千万亿]*)")


def read_integer(text: str) -> int | None:
    """The value of a whole numeral: 一百零三, 二〇二三, 廿三, 12, １２, ③; None where it is no numeral.

    A row of digits without units is read by place (二〇二三 is 2023).
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if not folded or len(folded) > _LONGEST:
        return None
    if folded.isascii():
        return int(folded) if folded.isdigit() else None
    if (
        all(character in _DIGITS for character in folded)
        and len(folded) > 1
        and not set(folded) & set("廿卅")
    ):
        return int("".join(str(_DIGITS[character]) for character in folded))
    return _read_units(folded)


def _read_units(text: str) -> int | None:
    total = section = digit = 0
    for character in text:
        if character in "廿卅":
            section += _DIGITS[character]
        elif character in _DIGITS:
            digit = _DIGITS[character]
        elif character in _UNITS:
            section += (digit or 1) * _UNITS[character]
            digit = 0
        elif character in _MYRIADS:
            total = (total + section + digit) * _MYRIADS[character]
            section = digit = 0
        else:
            return None
    return total + section + digit


def read_decimal(text: str) -> Decimal | None:
    """The value of a numeral with decimals, separators or a mixed unit: 1.5万, 3千, 1,256, 一点五万, 十二; None where it is none."""
    folded = "".join(unicodedata.normalize("NFKC", text).split())
    arabic = _ARABIC.fullmatch(folded)
    if arabic:
        return Decimal(arabic["n"].replace(",", "")) * _factor(arabic["units"])
    pointed = _POINT.fullmatch(folded)
    if pointed:
        whole = read_integer(pointed["whole"])
        decimals = "".join(str(_DIGITS[character]) for character in pointed["decimals"])
        return None if whole is None else Decimal(f"{whole}.{decimals}") * _factor(pointed["units"])
    integer = read_integer(folded)
    return None if integer is None else Decimal(integer)


def _factor(units: str) -> int:
    factor = 1
    for unit in units:
        factor *= _UNITS.get(unit) or _MYRIADS[unit]
    return factor
