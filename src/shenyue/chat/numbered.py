"""Findings called by their numbers, several at once: 第一条和第三条, 1到3条, 前三条, 除了第一条."""

from collections.abc import Iterator
from dataclasses import dataclass

from shenyue.chinese.numerals import read_integer
from shenyue.patterns import compiled

_N = r"[0-9〇零一二三四五六七八九十百两]++(?!大?部分|章|[张个]?表|季|款|类|[件年月日万元%])"
_ITEM = r"(?:条|个|处|项|号)(?!规定|款|部分|张|表|标题|季)(?:问题|意见)?"
_ONE = rf"第?{_N}(?:{_ITEM})?"
_PART = rf"{_ONE}(?:(?:到|至|-|—|~){_ONE})?"
_AND = r"(?:[、,和与及跟]|还有|以及|加上?)"
_LIST = compiled(rf"(?<![\d一二三四五六七八九十第]){_PART}(?:(?:{_AND}|(?=第)){_PART})*")
_RANGE = compiled(rf"(?P<from>{_N})(?:{_ITEM})?(?:到|至|-|—|~)第?(?P<to>{_N})|(?P<one>{_N})")
_NAMED = compiled(
    rf"第{_N}(?:{_ITEM}|[、,和与及跟到至~—-])|^[^条个处项号]+{_ITEM}$|^\d{{1,3}}(?:[、,和到至~—-]\d{{1,3}})+$"
)
"""Not two counts: 三条和两条."""
_HEAD = compiled(rf"(?P<end>前|最后)(?P<n>{_N})(?:条|个|处|项)(?:问题)?")
_BUT = compiled(r"(?:除(?:了|去|开)?|不算|撇开)$")
_AFTER_BUT = compiled(r"(?:以外|之外|外)(?:的)?")
_OF_LAW = compiled(r"(?:条例|法|办法|通知|格式|规定)》?(?:的|中|里)?$")
_MOST = 500
"""Findings in a range; a longer one is no range of findings."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """The findings of these numbers, or all but these."""

    numbers: tuple[int, ...] = ()
    """From 1; from the end where negative."""
    all_but: bool = False
    words: tuple[int, int] = (0, 0)
    """Where in the text."""


def numbers_of(said: str) -> Numbers:
    """Several findings, or all but some, as a folded text numbers them; none where it names one or none."""
    return next(_several(said), Numbers())


def _several(said: str) -> Iterator[Numbers]:
    for match in _LIST.finditer(said):
        but = _BUT.search(said[: match.start()])
        if not _NAMED.search(match[0]) or _OF_LAW.search(said[: match.start()]):
            continue
        numbers = tuple(dict.fromkeys(_read(match[0])))
        if but:
            after = _AFTER_BUT.match(said, match.end())
            yield Numbers(numbers, all_but=True, words=(but.start(), after.end() if after else match.end()))
        elif len(numbers) > 1:
            yield Numbers(numbers, words=match.span())
    for match in _HEAD.finditer(said):
        count = min(read_integer(match["n"]) or 0, _MOST)
        if count > 1:
            wanted = range(1, count + 1) if match["end"] == "前" else range(-count, 0)
            yield Numbers(tuple(wanted), words=match.span())


def _read(words: str) -> Iterator[int]:
    for match in _RANGE.finditer(words):
        first = read_integer(match["from"] or match["one"])
        last = read_integer(match["to"]) if match["to"] else first
        if first and last and last - first < _MOST:
            yield from range(first, last + 1)
