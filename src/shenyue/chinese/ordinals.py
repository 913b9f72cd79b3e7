"""Integers into the numerals of an automatic list, by the names that Word gives its number formats (ECMA-376, ST_NumberFormat)."""

from collections.abc import Callable

_LOWER = "○一二三四五六七八九"
_LEGAL_SIMPLIFIED = "零壹贰叁肆伍陆柒捌玖"
_LEGAL_TRADITIONAL = "零壹貳參肆伍陸柒捌玖"
_LEGAL_UNITS = ("", "拾", "佰", "仟")
_UNITS = ("", "十", "百", "千")
_ROMAN = tuple(
    zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"),
        strict=True,
    )
)
_HUNDRED = 100
_THOUSANDS = 10_000


def write_ordinal(value: int, number_format: str) -> str:
    """The number as Word shows it in that format: (3, "chineseCounting") is 三; unknown formats give Arabic digits.

    Formats that end (circled to 20, stems to 10) go on in Arabic digits, as in Word.
    """
    if value < 0:
        return str(value)
    return _WRITERS.get(number_format, str)(value)


def _by_place(digits: str) -> Callable[[int], str]:
    return lambda value: "".join(digits[int(digit)] for digit in str(value))


def _counting(value: int) -> str:
    """一 … 九十九 in words, from 100 on digit by digit, as Word's chineseCounting."""
    return _by_place(_LOWER)(value) if value >= _HUNDRED else _thousand(_LOWER, _UNITS)(value)


def _thousand(digits: str, units: tuple[str, ...], *, one_before_ten: bool = False) -> Callable[[int], str]:
    def write(value: int) -> str:
        if value >= _THOUSANDS:
            return str(value)
        if value == 0:
            return digits[0]
        places = [int(digit) for digit in reversed(str(value))]
        written = "".join(
            digits[digit] + (units[place] if digit else "")
            for place, digit in reversed(list(enumerate(places)))
        )
        zero = digits[0]
        while zero * 2 in written:
            written = written.replace(zero * 2, zero)
        written = written.rstrip(zero)
        ten = digits[1] + units[1]
        return written[1:] if written.startswith(ten) and not one_before_ten else written

    return write


def _japanese(value: int) -> str:
    """百一, 千十: no zero and no 一 before a unit."""
    if not 0 < value < _THOUSANDS:
        return str(value)
    places = reversed(list(enumerate(int(digit) for digit in reversed(str(value)))))
    return "".join(
        ("" if digit == 1 and place else _LOWER[digit]) + _UNITS[place] for place, digit in places if digit
    )


def _from(characters: str) -> Callable[[int], str]:
    """One character a number, beginning with 1."""
    return lambda value: characters[value - 1] if 0 < value <= len(characters) else str(value)


def _roman(value: int) -> str:
    if not value:
        return "0"
    written = ""
    for weight, letters in _ROMAN:
        count, value = divmod(value, weight)
        written += letters * count
    return written


def _letter(value: int) -> str:
    """A … Z, AA, BB … as Word does; not as columns of a spreadsheet."""
    if not value:
        return ""
    times, index = divmod(value - 1, 26)
    return chr(ord("A") + index) * (times + 1)


def _full_width(value: int) -> str:
    return "".join(chr(ord("０") + int(digit)) for digit in str(value))


_CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_WRITERS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02d}".format,
    "decimalFullWidth": _full_width,
    "decimalFullWidth2": _full_width,
    "decimalEnclosedCircle": _from(_CIRCLED),
    "decimalEnclosedCircleChinese": _from(_CIRCLED),
    "decimalEnclosedFullstop": _from("⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛"),
    "decimalEnclosedParen": _from("⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇"),
    "numberInDash": "- {} -".format,
    "chineseCounting": _counting,
    "taiwaneseCounting": _counting,
    "chineseCountingThousand": _thousand("零" + _LOWER[1:], _UNITS),
    "taiwaneseCountingThousand": _thousand("零" + _LOWER[1:], _UNITS),
    "chineseLegalSimplified": _thousand(_LEGAL_SIMPLIFIED, _LEGAL_UNITS, one_before_ten=True),
    "ideographLegalTraditional": _thousand(_LEGAL_TRADITIONAL, _LEGAL_UNITS, one_before_ten=True),
    "ideographDigital": _by_place(_LOWER.replace("○", "〇")),
    "japaneseDigitalTenThousand": _by_place(_LOWER.replace("○", "〇")),
    "taiwaneseDigital": _by_place(_LOWER),
    "japaneseCounting": _japanese,
    "ideographTraditional": _from("甲乙丙丁戊己庚辛壬癸"),
    "ideographZodiac": _from("子丑寅卯辰巳午未申酉戌亥"),
    "ideographEnclosedCircle": _from("㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉"),
    "upperRoman": _roman,
    "lowerRoman": lambda value: _roman(value).lower(),
    "upperLetter": _letter,
    "lowerLetter": lambda value: _letter(value).lower(),
    "none": lambda _: "",
}
