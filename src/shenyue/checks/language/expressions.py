"""Regular expressions from rule files: compiled once, held to a time limit, their mistakes told when the pack is read."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from time import monotonic

import regex

from shenyue.model import Span
from shenyue.patterns import compiled

TOO_SLOW = "规则的表达式耗时过长"
_SECONDS = 2.0
"""For all expressions of a rule together."""
Expression = regex.Pattern[str]
_FAULTS = {
    "missing )": "圆括号没有成对",
    "unbalanced parenthesis": "圆括号没有成对",
    "missing >": "组名的尖括号没有成对",
    "unterminated character set": "方括号没有成对",
    "bad character range": "方括号里的范围前后颠倒",
    "nothing to repeat": "*、+、? 前面没有可以重复的文字",
    "multiple repeat": "*、+、? 重复写了",
    "min repeat greater": "花括号里的次数前大后小",
    "unknown property": "没有这一类文字，汉字写作 \\p{Han}",
    "unknown group": "没有这个名字的组",
    "invalid group": "没有这个编号的组",
    "bad escape": "反斜线后面的写法不对",
    "unknown extension": "(? 后面的写法不对",
}


class TooSlow(Exception):  # noqa: N818 - turned into an Unchecked at once
    """The expressions of a rule have used up their time."""


@dataclass(frozen=True, slots=True)
class Found:
    """A match on the ruler of the document."""

    match: regex.Match[str]
    index: int = 0
    """Of the expression among those given."""

    @property
    def span(self) -> Span:
        """Its characters; those of a group named `mark` where there is one."""
        groups = self.match.re.groupindex
        return Span(*self.match.span("mark" if "mark" in groups else 0))

    @property
    def text(self) -> str:
        """The characters of the span."""
        return self.match.string[self.span.start : self.span.end]


def expression(source: str) -> Expression:
    """The expression of a rule file; ^ and $ match at the ends of a paragraph. Raises regex.error."""
    return compiled(source, regex.MULTILINE)


@cache
def any_of(words: tuple[str, ...]) -> Expression:
    """An expression that finds any of the words, the longest first."""
    return compiled("|".join(map(regex.escape, sorted(words, key=len, reverse=True))) or "(?!)")


def words_and_expressions(entries: Iterable[str]) -> tuple[Expression, ...]:
    """Entries as rule files write them: plain words, or expressions between slashes: /截止(?=日)/."""
    plain = tuple(entry for entry in entries if not is_expression(entry))
    own = [expression(entry[1:-1]) for entry in entries if is_expression(entry)]
    return (any_of(plain), *own) if plain else tuple(own)


def is_expression(entry: str) -> bool:
    """Whether an entry is an expression between slashes."""
    return len(entry) > 2 and entry[0] == "/" == entry[-1]  # noqa: PLR2004 - two slashes


def complaint(source: str) -> str:
    """What is wrong with an expression, in Chinese; empty where nothing is."""
    try:
        expression(source)
    except regex.error as error:
        at, message = getattr(error, "pos", None) or 0, getattr(error, "msg", str(error))
        return f"正则表达式写法有误（第 {at + 1} 个字：{_fault(message)}）。"
    return "" if not expression(source).fullmatch("") else "正则表达式能匹配空文字，会处处报告。"


def _fault(message: str) -> str:
    """What the library says in English, in Chinese."""
    return next((chinese for english, chinese in _FAULTS.items() if message.startswith(english)), message)


def search(expressions: Sequence[Expression], text: str, innocent: Sequence[Expression] = ()) -> list[Found]:
    """Every match outside the innocent ones, in order; of overlapping ones the first, and of those the longest.

    Raises TooSlow where all together take longer than a rule may.
    """
    end = monotonic() + _SECONDS
    found = [
        Found(match, index)
        for index, expression in enumerate(expressions)
        for match in _matches(expression, text, end)
    ]
    if found and innocent:
        kept = [Span(*match.span()) for one in innocent for match in _matches(one, text, end)]
        found = [one for one in found if not any(one.span in span for span in kept)]
    return list(_apart(sorted(found, key=lambda one: (one.span.start, -one.span.end))))


def _matches(expression: Expression, text: str, end: float) -> Iterator[regex.Match[str]]:
    left = end - monotonic()
    try:
        if left <= 0:
            raise TooSlow
        yield from expression.finditer(text, timeout=left)
    except TimeoutError as error:
        raise TooSlow from error


def _apart(found: list[Found]) -> Iterator[Found]:
    end = -1
    for one in found:
        if one.span.start >= end and one.span.start < one.span.end:
            yield one
            end = one.span.end
