"""Amounts with their units in running text: 12件, 一百零三件, 1.5万条, 18万余条, 33.9%, 两起, as spans with value.

What only looks like an amount is none: dates, ordinals (第三十九条), document numbers, codes in quotes, idioms (三审三校). An approximate
amount (约, 余, 以上) keeps its value and says so: it is never exact.
"""

import string
from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import NamedTuple

import regex

from shenyue.chinese.numerals import read_decimal
from shenyue.chinese.widths import narrow
from shenyue.patterns import compiled


class Amount(NamedTuple):
    """One number with its unit."""

    start: int
    """Of the number, in the text that was searched."""
    end: int
    """After the unit."""
    value: Decimal
    """万 and 亿 multiplied out; money in 元; a share in percent: 33.9 for 33.9%, 25 for 二成五."""
    unit: str
    """件, 元, %, 个百分点 …; empty where none follows."""
    approximate: bool = False
    """约, 近, 余, 多, 以上, 不足 …, or one end of a range."""
    each: bool = False
    """A rate, no total: 每件100元, 各8件, 平均3天."""
    number: str = ""
    """As printed, narrow: 33.9, 1.5万, 一百零三; without the unit."""


_CHINESE = "〇零一二两三四五六七八九十百千廿卅"
_ARABIC = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?(?!\d)|\d+(?:\.\d+)?"
_WORDS = rf"[{_CHINESE}][{_CHINESE}万亿]*(?:点[〇零一二三四五六七八九]+)?"
_UNIT = (
    "个百分点|百分点|%|‰|人次|件次|批次|条次|场次|例次|万元|亿元|元|件|条|次|份|篇|项(?!目)|起|宗|例|部(?![分门署委队])|期|场|人(?![员民大才])|名(?![单义])|个工作日|工作日|个|家|户|天|"
    "小时|分钟|页|则|批|类|种|处|幅|张|本|册|课时|倍|台|块|集|支|款|点|封|通|座|级|位|辆|公里|平方米"
)
"""What is counted, longer before shorter."""
_ABOUT = r"约|大约|近|将近|接近|超过?|逾|突破|不足|不到|不低于|不少于|不超过|至少|至多|上|几"
_EACH = r"每[件条次份篇页人个户月年天日]?|各|平均|人均|日均|月均"
_ENDS_ABOUT = compiled(rf"(?:{_ABOUT})$")
_ENDS_EACH = compiled(rf"(?:{_EACH})$")
_LONGEST_WORD = 4
_AMOUNT = compiled(
    rf"(?P<about>{_ABOUT})?(?P<number>(?<![唯统逐专之])(?:{_ARABIC})\s?[十百千万亿]{{0,2}}|(?<![唯统逐专之]){_WORDS})(?P<more>[余多来几]?[万亿千]?[余多]?)\s*"
    rf"(?P<unit>{_UNIT})?(?P<after>以上|以下|左右|上下|[余多](?!次|部门|渠道|种|家|元|方))?"
)
_SHARE = compiled(
    r"(?P<percent>百分之(?P<n>[〇零一二三四五六七八九十百]+(?:点[〇零一二三四五六七八九]+)?))|(?P<tenths>[一二三四五六七八九])成(?P<half>半|[一二三四五六七八九])?(?![为员立功效果长都本])"
)
_NO_AMOUNT = compiled(
    r"\d{2,4}\s*年度?(?:\d{1,2}月)?(?:\d{1,2}日)?|\d{1,2}\s*月(?:\d{1,2}\s*日|份)?|\d{1,2}日|[〇零一二三四五六七八九]{4}年|"
    r"[一二三四五六七八九十]{1,3}(?:月份?|日)|第\s*(?:\d+|[〇零一二三四五六七八九十百]+)\s*[条款项次届期批部号章节个]?|"
    r"[（(](?:\d+|[一二三四五六七八九十]+)[)）]|"
    r"[〔\[]\d{4}[〕\]]\s*\d*\s*号?|\d+\s*号|\d+(?:[+＋·:：/]\w+)+|[A-Za-z]+[\d.]+|\d+[A-Za-z]\w*|\d+-\d{5,}|\d{11,}|\d+\.\d+\.\d+|"
    r"《[^》]{0,200}+》|“[^”]{0,8}”|[一二三四五]是|[一二三四五]要(?=[^素件点])|"
    r"[一二三四五六七八九十](?:审|校|公开|公(?![里斤开])|网|码|站|体|把手|表|图|方面|些|定|般|切|直|并|同|样|旦|致|系列|贯|线|律|目了然|手|如既往|揽子|次性|件事|项项|个个|季度|大局)|"
    r"[两三四五]会(?!议)|同一|统一|之一|唯一(?!一)|万一|单一|专一|逐一|星期[一二三四五六日]|周[一二三四五六日]|十[分足]|千方百计|百姓|万家|一二三|千家"
)
_RANGE = compiled(r"\s*(?:-|－|—|–|~|～|至|到)\s*$")


@lru_cache(maxsize=512)
def find_amounts(text: str) -> tuple[Amount, ...]:
    """The amounts of a text in order; a number without unit counts only in Arabic digits, or as 零 after 为."""
    folded = narrow(text)
    barred = [match.span() for match in _NO_AMOUNT.finditer(folded)]
    found = [*_shares(folded)]
    taken = [(share.start, share.end) for share in found]
    found.extend(_plain(folded, barred, taken))
    return _ranged(folded, sorted(found, key=lambda amount: amount.start))


def _shares(text: str) -> Iterator[Amount]:
    for match in _SHARE.finditer(text):
        about = _ENDS_ABOUT.search(_before(text, match.start())) is not None
        if match["percent"]:
            value = read_decimal(match["n"])
        else:
            half = "5" if match["half"] == "半" else str(read_decimal(match["half"] or "零"))
            value = Decimal(f"{read_decimal(match['tenths'])}{half}")
        if value is not None:
            yield Amount(match.start(), match.end(), value, "%", about, number=match[0])


def _plain(text: str, barred: list[tuple[int, int]], taken: list[tuple[int, int]]) -> Iterator[Amount]:
    for match in _AMOUNT.finditer(text):
        start = match.start("number")
        if _inside(start, match.end("number"), barred) or _inside(start, match.end(), taken):
            continue
        if not _counts(text, match):
            continue
        amount = _amount(text, match)
        if amount is not None:
            yield amount


def _inside(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    """Whether one of the sorted spans, which do not overlap, shares a character."""
    at = bisect_left(spans, (end, 0)) - 1
    return at >= 0 and start < spans[at][1]


def _before(text: str, offset: int) -> str:
    """The few characters in which a word before a number stands."""
    return text[max(0, offset - _LONGEST_WORD) : offset]


def _counts(text: str, match: regex.Match[str]) -> bool:
    """Whether it is an amount at all: a Chinese numeral needs a unit, or is the 零 of 为零."""
    if match["unit"] or match["number"][0] in string.digits:
        return True
    return match["number"] == "零" and _before(text, match.start()).endswith(("为", "是"))


def _amount(text: str, match: regex.Match[str]) -> Amount | None:
    multiplier = "".join(character for character in match["more"] if character in "万亿千")
    value = read_decimal(match["number"].replace(" ", "") + multiplier)
    if value is None:
        return None
    unit = match["unit"] or ""
    if unit in {"万元", "亿元"}:
        value, unit = value * (10**4 if unit == "万元" else 10**8), "元"
    start = match.start("number")
    end = match.end("unit") if unit else match.end("more") if match["more"] else match.end("number")
    about = bool(match["about"] or match["more"].strip("万亿千") or match["after"])
    each = _ENDS_EACH.search(_before(text, match.start())) is not None
    number = text[start : match.end("more")].strip()
    return Amount(
        start, end, value, unit.removeprefix("个") if unit == "个百分点" else unit, about, each, number
    )


def _ranged(text: str, amounts: list[Amount]) -> tuple[Amount, ...]:
    """Both ends of a range are approximate."""
    result: list[Amount] = []
    for amount in amounts:
        if result and _RANGE.fullmatch(text[result[-1].end : amount.start]):
            previous = result.pop()
            result.append(_about(previous))
            result.append(_about(amount))
        else:
            result.append(amount)
    return tuple(result)


def _about(amount: Amount) -> Amount:
    return Amount(amount.start, amount.end, amount.value, amount.unit, True, amount.each, amount.number)
