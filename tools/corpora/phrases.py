"""Wordings put into a report: placeholders filled with the report's own figures, free counts drawn so that they hang together."""

import random
from collections.abc import Mapping
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

import regex

from shenyue.samples.placeholders import plain
from tools.corpora.arithmetic import UnknownQuantity, names, value
from tools.corpora.wordings import Entry

PLACEHOLDER = regex.compile(r"\{(\w+)\}")
_FREE = ("a", "b", "c")
_MEASURED = regex.compile(r"\{([abc])\}(人次|册|份|人|条|次|场|篇|个|项|件|名|分|期|宗|万元)?")
_RANGES = {
    "人次": (40, 600),
    "人": (300, 9000),
    "册": (200, 3000),
    "份": (60, 900),
    "条": (20, 900),
    "件": (4, 60),
    "篇": (4, 80),
    "项": (4, 60),
    "分": (2, 8),
    "名": (2, 6),
}
"""What a count of such things may be; others as `_FEW`."""
_FEW = (2, 12)
_COUNTED = regex.compile(r"\{[abc]\}|\d")
_TOPICS = (
    "培训",
    "会议",
    "解读",
    "账号",
    "公众号",
    "推送",
    "关注",
    "建议",
    "提案",
    "问卷",
    "留言",
    "咨询",
    "意见",
    "检查",
    "通报",
    "发布会",
    "访问",
    "公报",
    "监督员",
    "专职",
    "收费",
    "处理费",
    "个单位",
    "访谈",
)
_AMOUNT_OF_NEWS = regex.compile(r"信息[^。；]*(?:\{[abc]\}|\d)余?条|(?:\{[abc]\}|\d)余?条[^。；]*信息")


def counted_topics(text: str) -> frozenset[str]:
    """What a wording counts, roughly: two that count the same thing must not stand in one report."""
    if not _COUNTED.search(text):
        return frozenset()
    found = {topic for topic in _TOPICS if topic in text}
    return frozenset(found | ({"信息条数"} if _AMOUNT_OF_NEWS.search(text) else set()))


def usable(text: str, facts: Mapping[str, Any]) -> bool:
    """Whether the report has every quantity that a wording names."""
    return all(name in facts or name in (*_FREE, "pct") for name in PLACEHOLDER.findall(text))


def filled(text: str, facts: Mapping[str, Any]) -> str:
    """A wording with its placeholders filled; one that the report does not have stays as it is."""
    return PLACEHOLDER.sub(lambda match: _printed(facts[match[1]]) if match[1] in facts else match[0], text)


def _printed(found: object) -> str:
    return plain(found) if isinstance(found, Decimal) else str(found)


def phrase(draw: random.Random, entry: Entry, facts: Mapping[str, Any]) -> tuple[str, ...]:
    """The paragraphs of an entry, its free counts drawn anew."""
    counts = free_counts(draw, entry.text, facts, str(entry.conditions.get("sum", "")))
    counts |= {name: facts[address] for name, address in entry.conditions.get("cells", {}).items()}
    return tuple(filled(text, {**facts, **counts}) for text in entry.texts)


def free_counts(draw: random.Random, text: str, facts: Mapping[str, Any], sums: str) -> dict[str, Any]:
    """Values of {a}, {b}, {c} and {pct} that satisfy the sums, such as `a = b + c` or `a + b = new + 1`."""
    counts = _drawn(draw, text)
    for name in _FREE:
        if name not in counts and any(name in names(side) for side in _sides(sums)):
            counts[name] = Decimal(draw.randint(*_FEW))
    for each in filter(None, sums.split(", ")):
        _settle(draw, each, facts, counts)
    return counts


def _sides(sums: str) -> list[str]:
    return [side.strip() for each in filter(None, sums.split(", ")) for side in regex.split("[=<>]", each)]


def _drawn(draw: random.Random, text: str) -> dict[str, Any]:
    """Counts of like things fall from a to c, so that a part is smaller than its whole."""
    measures = {match[1]: match[2] or "" for match in reversed(list(_MEASURED.finditer(text)))}
    counts: dict[str, Any] = {}
    for measure in sorted(set(measures.values())):
        letters = sorted(letter for letter, found in measures.items() if found == measure)
        low, high = _range(measure, text)
        values = sorted(draw.sample(range(low, high + len(letters)), len(letters)), reverse=True)
        counts |= {letter: Decimal(number) for letter, number in zip(letters, values, strict=True)}
    return counts


def _range(measure: str, text: str) -> tuple[int, int]:
    if "访问量" in text and measure == "次":
        return 3000, 90000
    return _RANGES.get(measure, _FEW)


def _settle(draw: random.Random, equation: str, facts: Mapping[str, Any], counts: dict[str, Any]) -> None:
    if ">" in equation:
        name, below = (side.strip() for side in equation.split(">"))
        counts[name] = value(below, facts) + draw.randint(2, 30)
        return
    left, right = (side.strip() for side in equation.split("="))
    total = value(right, {**facts, **counts})
    terms = [term.strip() for term in left.split("+")]
    if left == "pct":
        counts["pct"] = f"{total.quantize(Decimal('0.1'), ROUND_HALF_UP)}%"
    elif len(terms) == 1:
        counts[left] = total
    else:
        if total < len(terms):
            raise UnknownQuantity(equation)
        counts[terms[0]] = Decimal(draw.randint(1, int(total) - 1))
        counts[terms[1]] = total - counts[terms[0]]
