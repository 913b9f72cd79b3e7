"""Percentages of the prose reckoned again (X403): shares of a total, rates of what was done, growth against the year before."""

from collections.abc import Iterator
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

import regex

from shenyue.checks.equations import shown
from shenyue.checks.figures.cell_sums import add_up
from shenyue.checks.figures.counted import CountedSentence, counted_sentences
from shenyue.checks.figures.growth import Growth, growth_of, is_growth
from shenyue.chinese.amounts import Amount
from shenyue.findings import Hit, NotApplicable, Operand, Outcome, Passed, Unchecked
from shenyue.patterns import compiled
from shenyue.report import Report
from shenyue.statements import CellSum

PERCENTAGES_VALUES = frozenset({"stated", "right", "formula"})
_SHARE = compiled(r"占(?P<of>[^，。；,;\d]{0,20}?)(?:比|比例|比重)?(?:的|为|达|约|近)*$")
_RATE = compiled(r"(?P<name>\p{Han}{1,8}?)率(?:为|达到|达|约|是|均为)*$")
_HANDLED = compiled(r"办结|答复|办理|处理")
_RECEIVED = compiled(r"申请|受理|收到|收件|新收")
_HUNDRED = Decimal(100)
_CASES: tuple[tuple[str, ...], ...] = (("total",), ("new",), ("new", "carried_in"))


class _Ratio(NamedTuple):
    part: Amount
    wholes: tuple[tuple[str, Decimal], ...]
    """What it may be a share of, by name; the likeliest first."""


def percentages(report: Report, *, opposites: tuple[tuple[str, str], ...]) -> Iterator[Outcome]:
    """Reckon every percentage whose terms the text or the table states; `opposites`: classes whose shares make up 100%."""
    found = False
    for sentence in counted_sentences(report):
        shares = [one for one in sentence.amounts if one.unit == "%"]
        found = found or bool(shares)
        for share in shares:
            yield from _judge(report, sentence, share)
        yield from _above_whole(sentence, shares, opposites)
    if not found:
        yield NotApplicable("正文没有百分比")


def _judge(report: Report, sentence: CountedSentence, share: Amount) -> Iterator[Outcome]:
    growth = growth_of(sentence.text, sentence.amounts, share, _counted(report, ("new",)))
    if growth is not None:
        yield _growth_outcome(sentence, share, growth)
        return
    before = sentence.text[: share.start]
    ratio = _share(report, sentence, before) or _rate(sentence, share, before)
    if ratio is None:
        if _SHARE.search(before):
            yield Unchecked("percentage", "文中没有写明计算这一比例的分子或者分母", sentence.span(share))
        elif is_growth(before):
            yield Unchecked("growth", "文中没有写明计算增减幅度的两个数", sentence.span(share))
        return
    yield _ratio_outcome(sentence, share, ratio)


# -- shares and rates


def _share(report: Report, sentence: CountedSentence, before: str) -> _Ratio | None:
    match = _SHARE.search(before)
    if match is None:
        return None
    counts = [
        one for one in sentence.amounts if one.end <= match.start() and one.unit not in {"%", "百分点", ""}
    ]
    if not counts or compiled(r"[。；;]").search(before[counts[-1].end : match.start()]):
        return None
    part = counts[-1]
    if any(one.unit == "" and part.end <= one.start < match.start() for one in sentence.amounts):
        return None  # 占其中的8.1万: of something that has no measure word
    if part.approximate or compiled(r"分别|各").search(before[part.end :]):
        return None
    if compiled(r"(?:合计|共计|总计|[两二三四]者|[两二三四]项|[两二三四]类)[^，。；]{0,4}$").search(
        before[: match.start()]
    ):
        return None  # of several counts together; which of them, the words do not say
    wholes = (*_of_table(report, sentence, part, match["of"]), *_earlier(sentence, part))
    return _Ratio(part, wholes) if wholes else None


def _earlier(sentence: CountedSentence, part: Amount) -> Iterator[tuple[str, Decimal]]:
    """Larger counts of the same thing before it, the nearest first; of the sentence before only where this has none."""
    place: CountedSentence | None = sentence
    while place is not None:
        own = [
            one
            for one in place.amounts
            if one.unit == part.unit
            and one.value >= part.value
            and one is not part
            and (place is not sentence or one.end <= part.start)
        ]
        yield from ((f"文中 {shown(one.value)}", one.value) for one in reversed(own))
        place = place.earlier


def _of_table(
    report: Report, sentence: CountedSentence, part: Amount, of: str
) -> Iterator[tuple[str, Decimal]]:
    """Of figures of applications, the totals of table three that may be meant."""
    span = sentence.span(part)
    linked = any(
        one.amount == span and one.cells and one.cells.table == "applications" for one in report.figures
    )
    if not linked:
        return
    rows = _CASES
    if _HANDLED.search(of):
        rows = _CASES[:1]
    elif _RECEIVED.search(of):
        rows = _CASES[1:]
    for row in rows:
        value = _counted(report, row)
        if value is not None:
            yield f"表三 {shown(value)}", value


def _counted(report: Report, rows: tuple[str, ...]) -> Decimal | None:
    """The total of rows of table three; None where it is 0, blank or in doubt."""
    summed = add_up(report, CellSum("applications", rows, ("total",)))
    return summed.value if summed is not None and not summed.doubt and summed.value else None


def _rate(sentence: CountedSentence, share: Amount, before: str) -> _Ratio | None:
    """办理320件，按期办结316件，按期办结率98.75%: the rate bears the name of the part."""
    match = _RATE.search(before)
    counts = [
        one for one in sentence.amounts if one.end <= share.start and one.unit not in {"%", "百分点", ""}
    ]
    if match is None or len(counts) < 2 or share.value == _HUNDRED:  # noqa: PLR2004 - part and whole
        return None
    whole, part = counts[-2:]
    named = match["name"][-2:] in sentence.text[whole.end : part.start]
    if not named or part.unit != whole.unit or part.approximate or whole.approximate:
        return None
    return _Ratio(part, ((f"文中 {shown(whole.value)}", whole.value),)) if part.value <= whole.value else None


def _ratio_outcome(sentence: CountedSentence, share: Amount, ratio: _Ratio) -> Outcome:
    tolerance = unit_of_last_digit(share)
    reckoned = [(name, ratio.part.value * _HUNDRED / whole) for name, whole in ratio.wholes if whole]
    operands = (
        Operand("部分", shown(ratio.part.value), sentence.span(ratio.part)),
        *(Operand(name, shown(whole), None) for name, whole in ratio.wholes[:3]),
        Operand("文中比例", sentence.text[share.start : share.end], sentence.span(share)),
    )
    if any(abs(percent - share.value) <= tolerance for _, percent in reckoned):
        return Passed("percentage", operands)
    if _explained(sentence, share, ratio.wholes, tolerance):
        return Unchecked("percentage", "文中另有数字可以算出这一比例，可能另有所指", sentence.span(share))
    name, percent = reckoned[0]
    formula = f"{shown(ratio.part.value)} ÷ {name.split()[-1]} = {rounded(percent, share)}%"
    return _hit(sentence, share, rounded(percent, share), formula, operands)


def _explained(
    sentence: CountedSentence, share: Amount, wholes: tuple[tuple[str, Decimal], ...], tolerance: Decimal
) -> bool:
    """Whether two other counts of the paragraph so far make the percentage: it may speak of those."""
    counts = [whole for _, whole in wholes]
    place: CountedSentence | None = sentence
    while place is not None:
        counts += [one.value for one in place.amounts if one.unit not in {"%", "百分点", ""}]
        place = place.earlier
    pairs = ((part, whole) for part in counts for whole in counts if part < whole)
    return any(abs(part * _HUNDRED / whole - share.value) <= tolerance for part, whole in pairs)


# -- growth


def _growth_outcome(sentence: CountedSentence, share: Amount, growth: Growth) -> Outcome:
    operands = (
        Operand("本期", shown(growth.now), None),
        Operand("上期", shown(growth.then), None),
        Operand("文中比例", sentence.text[share.start : share.end], sentence.span(share)),
    )
    percent = (growth.now - growth.then) * _HUNDRED / growth.then
    stated = share.value if growth.up else -share.value
    if abs(percent - stated) <= unit_of_last_digit(share):
        return Passed("growth", operands)
    sign = "增长" if percent > 0 else "下降"
    right = f"{sign}{rounded(abs(percent), share)}"
    formula = (
        f"（{shown(growth.now)} − {shown(growth.then)}）÷ {shown(growth.then)} = {rounded(percent, share)}%"
    )
    return _hit(sentence, share, right, formula, operands)


def _hit(
    sentence: CountedSentence, share: Amount, right: str, formula: str, operands: tuple[Operand, ...]
) -> Hit:
    stated = sentence.text[share.start : share.end]
    values = {"stated": stated, "right": f"{right}%", "formula": formula}
    return Hit(
        sentence.span(share),
        values,
        operands,
        formula=formula,
        certain=not share.approximate,
        name="percentage",
    )


def unit_of_last_digit(share: Amount) -> Decimal:
    """0.1 for 33.9%, 1 for 34%, 10 for 三成."""
    if "成" in share.number:
        return Decimal(1 if len(share.number) > 2 else 10)  # noqa: PLR2004 - 二成五 is told to the unit
    return (
        Decimal(1).scaleb(int(share.value.as_tuple().exponent))
        if share.value % 1 or "." in share.number
        else Decimal(1)
    )


def rounded(percent: Decimal, share: Amount) -> str:
    """With one digit more than printed, so that the difference shows."""
    places = max(2, -int(share.value.as_tuple().exponent))
    return shown(percent.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP))


# -- shares of opposites


def _above_whole(
    sentence: CountedSentence, shares: list[Amount], opposites: tuple[tuple[str, str], ...]
) -> Iterator[Outcome]:
    """好评占99.58%，差评占1.34%: together above 100%."""
    for pair in opposites:
        named = {
            word: share
            for share in shares
            for word in pair
            if regex.search(rf"{word}[^，。；\d]{{0,12}}$", sentence.text[: share.start])
        }
        total = sum((share.value for share in named.values()), Decimal(0))
        tolerance = sum((unit_of_last_digit(share) for share in named.values()), Decimal(0))
        if len(named) == len(pair) and total > _HUNDRED + tolerance:
            first = min(named.values(), key=lambda share: share.start)
            formula = f"{' + '.join(f'{word} {shown(share.value)}%' for word, share in named.items())} = {shown(total)}%"
            values = {
                "stated": sentence.text[first.start : first.end],
                "right": "两项合计不超过100%",
                "formula": formula,
            }
            yield Hit(sentence.span(first), values, formula=formula, name="percentage")
