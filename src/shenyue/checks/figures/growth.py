"""Which two numbers a growth rate is about: 由400条增至500条，增长25%; 较上年增加3722件，增长20.31%."""

from decimal import Decimal
from typing import NamedTuple

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled

_UP = "增长|上升|提高|增加|增幅|涨幅|上涨|提升|增"
_DOWN = "下降|减少|回落|降低|降幅|减幅|下滑|减"
_RATE = compiled(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?:了|率|幅度)?(?:为|达到|达|约|近)*$")
_FROM_TO = compiled(r"(?:由|从)[^，。；]{0,12}$")
_TO = compiled(
    r"(?:增|减|升|降|提高|下降|增加|减少)(?:长|加|少|低)?[至到为](?:(?:19|20)\d\d年(?:的|为)?|现在的?|目前的?)?$"
)
_LAST_YEAR = compiled(
    r"(?:上年|去年|上一年|上年度|上一年度|同期|上年末|去年底|(?:较|比|与)(?:19|20)\d\d年?|(?:19|20)\d\d年(?=为|是|有))(?:同期|年?末|年?底)?(?:相比)?(?:的|为|是|有)*$"
)
_RECEIVED_AGAINST = compiled(
    r"(?:\A|[，。；,;])\s*(?:全年|本年度?|年内|全年共|共|合计)?(?:新收|收到|受理|接收)的?(?:政府信息公开)?申请(?:数量?|量|件数)?"
    r"(?:较|比|与)(?:上年度?|去年|上一年度?)(?:同期)?(?:相比)?的?\Z"
)
"""新收申请较上年的1967件增长5.9%: this year's number stands elsewhere."""
_CHANGE = compiled(r"(?:(?P<up>增加|多|增长|上升|新增)|(?P<down>减少|少|下降|降低))了?$")
_OTHER_BASE = compiled(r"(?:比|较)(?:(?:19|20)\d\d年|上|去|前)")
"""A second rate, against another year: 增长8.9%，比2022年增长19.9%."""
_THEN = compiled(r"\s*[（(](?:上一?年度?|去年|(?:19|20)\d\d年)(?:同期)?(?:为|是)?")
_NEAR = 3
"""Counts before a rate among which its two periods stand."""
_NO_COUNT = frozenset({"%", "百分点", ""})


class Growth(NamedTuple):
    """The numbers of two periods and the direction stated."""

    now: Decimal
    then: Decimal
    up: bool


def is_growth(before: str) -> bool:
    """Whether the words before a percentage call it a growth rate."""
    return _RATE.search(before) is not None


def growth_of(
    text: str, amounts: tuple[Amount, ...], share: Amount, received: Decimal | None = None
) -> Growth | None:
    """What a percentage says has grown; None where it is no growth rate or its numbers are not stated.

    `received`: the new applications of the table, where the sentence leaves their number out.
    """
    rate = _RATE.search(text[: share.start])
    counts = [
        one for one in amounts if one.end <= share.start and one.unit not in _NO_COUNT and not one.approximate
    ]
    if rate is None or not counts:
        return None
    since = max((one.end for one in amounts if one.end <= share.start and one.unit == "%"), default=0)
    if since > counts[-1].end and _OTHER_BASE.search(text[since : share.start]):
        return None
    up = rate["up"] is not None
    for found in (
        _bracketed(text, amounts, counts, share),
        _from_to(text, counts),
        _against(text, counts),
        _by(text, counts),
        _unsaid(text, counts, received),
    ):
        if found is not None and found[1]:
            return Growth(found[0], found[1], up)
    return None


def _bracketed(
    text: str, amounts: tuple[Amount, ...], counts: list[Amount], share: Amount
) -> tuple[Decimal, Decimal] | None:
    """…268件，同比上升3.9%（上年258件）; …141件，减少23件，降幅14.0%（上年164件）."""
    match = _THEN.match(text, share.end)
    then = next((one for one in amounts if match and one.start == match.end()), None)
    now = next((one for one in reversed(counts) if not _CHANGE.search(text[: one.start])), counts[-1])
    return (now.value, then.value) if then and then.unit == now.unit else None


def _from_to(text: str, counts: list[Amount]) -> tuple[Decimal, Decimal] | None:
    """由…件增至…件."""
    if len(counts) < 2:  # noqa: PLR2004 - two periods
        return None
    then, now = counts[-2:]
    if _FROM_TO.search(text[: then.start]) and _TO.search(text[: now.start]) and then.unit == now.unit:
        return now.value, then.value
    return None


def _against(text: str, counts: list[Amount]) -> tuple[Decimal, Decimal] | None:
    """…件，上年为…件; 比上年…件."""
    for at in range(len(counts) - 1, max(0, len(counts) - _NEAR), -1):
        then, now = counts[at], counts[at - 1]
        if at + 1 < len(counts) and not _CHANGE.search(text[: counts[-1].start]):
            break  # another count stands between: the rate is about that
        if then.unit == now.unit and _LAST_YEAR.search(text[: then.start]):
            return now.value, then.value
    return None


def _by(text: str, counts: list[Amount]) -> tuple[Decimal, Decimal] | None:
    """…件，较上年增加…件."""
    for at in range(len(counts) - 1, max(0, len(counts) - 2), -1):
        change, now = counts[at], counts[at - 1]
        match = _CHANGE.search(text[: change.start])
        compared = compiled(r"上年|去年|上一年|同期|(?:较|比)(?:19|20)\d\d年|同比").search(
            text[now.end : change.start]
        )
        if match and compared and change.unit == now.unit:
            return now.value, now.value + (-change.value if match["up"] else change.value)
    return None


def _unsaid(text: str, counts: list[Amount], received: Decimal | None) -> tuple[Decimal, Decimal] | None:
    """新收申请较上年的…件增长…."""
    then = counts[-1]
    against = received is not None and _RECEIVED_AGAINST.search(text[: then.start])
    return (received, then.value) if received is not None and against else None
