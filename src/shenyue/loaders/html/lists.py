"""The numbers that a browser puts before the items of an ordered list."""

from dataclasses import dataclass

from lxml.etree import _Element

from shenyue.chinese.numbering import Label, LabelStyle
from shenyue.patterns import compiled

_STYLE = compiled(
    r"list-style(?:-type)?\s*:[^;]{0,60}?\b(?P<type>none|disc|circle|square|decimal|cjk-ideographic"
    r"|(?:lower|upper)-(?:alpha|latin|roman)|(?:simp|trad)-chinese-(?:in)?formal)\b"
)
_SIGNED = compiled(r"\s*([+-]?\d{1,6})")
_CHINESE = ("cjk-ideographic", "simp-chinese-informal", "trad-chinese-informal")
_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = "零一二三四五六七八九"


@dataclass(slots=True)
class OpenList:
    """A list being read; `step` is 0 for a list without numbers."""

    element: _Element
    value: int
    """Of the next item."""
    step: int

    def label(self, item: _Element) -> Label | None:
        """The number of an item, which the next one counts on from; None where no number is shown."""
        if not self.step:
            return None
        own = _SIGNED.match(item.get("value") or "")
        value = int(own[1]) if own else self.value
        self.value = value + self.step
        return _label(value, _type(item) or _type(self.element) or "decimal")


def open_list(element: _Element) -> OpenList:
    """A list begins."""
    if element.tag != "ol":
        return OpenList(element, 0, 0)
    start = _SIGNED.match(element.get("start") or "")
    if element.get("reversed") is None:
        return OpenList(element, int(start[1]) if start else 1, 1)
    items = sum(child.tag == "li" for child in element)
    return OpenList(element, int(start[1]) if start else items, -1)


def _type(element: _Element) -> str:
    match = _STYLE.search((element.get("style") or "").lower())
    if match:
        return str(match["type"])
    return _TYPES.get(element.get("type") or "", "")


def _label(value: int, kind: str) -> Label | None:
    if kind in ("none", "disc", "circle", "square"):
        return None
    if kind in _CHINESE and 0 < value < 100:  # noqa: PLR2004 - two digits
        return Label(f"{_chinese(value)}、", value, LabelStyle.CHINESE, "、")
    if kind in ("lower-alpha", "upper-alpha", "lower-latin", "upper-latin") and value > 0:
        return Label(f"{_cased(_letters(value), kind)}.", value, LabelStyle.LETTER, ".")
    if kind in ("lower-roman", "upper-roman") and 0 < value < 4000:  # noqa: PLR2004 - as far as Roman numerals go
        return Label(f"{_cased(_roman(value), kind)}.", value, LabelStyle.ROMAN, ".")
    return Label(f"{value}.", value, LabelStyle.ARABIC, ".")


def _cased(text: str, kind: str) -> str:
    return text.upper() if kind.startswith("upper") else text


def _letters(value: int) -> str:
    text = ""
    while value:
        value, rest = divmod(value - 1, 26)
        text = chr(ord("a") + rest) + text
    return text


def _roman(value: int) -> str:
    text = ""
    for size, letters in _ROMAN:
        text += letters * (value // size)
        value %= size
    return text


def _chinese(value: int) -> str:
    tens, ones = divmod(value, 10)
    head = "" if not tens else "十" if tens == 1 else _DIGITS[tens] + "十"
    return head + (_DIGITS[ones] if ones or not tens else "")
