"""Chinese, Arabic, full-width and circled numerals into integers."""

import unicodedata

_DIGITS = {c: i for i, c in enumerate("零一二三四五六七八九")} | {
    "〇": 0,
    "○": 0,
    "两": 2,
    "廿": 20,
    "卅": 30,
}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def read_integer(text: str) -> int | None:
    """The value of a whole numeral: 一百零三, 二〇二三, 廿三, 12, １２, ③; None where it is no numeral.

    A row of digits without units is read by place (二〇二三 is 2023).
    """
    folded = unicodedata.normalize("NFKC", text).strip()
    if not folded:
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
