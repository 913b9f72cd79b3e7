"""What the words of a question name: an ordinal, rules, severities, tables, parts, cells, a format, a pack."""

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

import regex

from shenyue.chat.lexicon import lexicon
from shenyue.chat.numbered import Numbers, numbers_of
from shenyue.chat.sounding import mended
from shenyue.chat.subjects import AskedCells, Topic, asked_cells, named, subjects
from shenyue.chinese.numerals import read_integer
from shenyue.patterns import compiled
from shenyue.review import Review

_RULE = compiled(r"(?<![a-z])[a-z]{1,3}\d{3}(?!\d)", regex.IGNORECASE)
_DIGITS = "零一二三四五六七八九"
_SPOKEN_RULE = compiled(r"(?<![a-z])([cdlnstx])([零一二三四五六七八九]{3})(?![零一二三四五六七八九十百])")
_PREFIX = compiled(
    r"(?<![a-z])([cdlnstx]\d{0,2})(?![a-z0-9])(?=(?:开头|打头|类|字头|系列|的))", regex.IGNORECASE
)
_PREFIX_AND_WORD = compiled(r"(?<![a-z])[cdlnstx]\d{0,2}(?:开头|打头|类|字头|系列)的?", regex.IGNORECASE)
_NUMBER = r"(?P<n>[0-9〇零一二三四五六七八九十百两]+)"
_ORDINALS = tuple(
    compiled(pattern)
    for pattern in (
        rf"(?P<back>倒数)?第{_NUMBER}(?:条|个|处|项|点|号|(?=$|吧|呢|怎|为|是|的))(?!规定|款|部分|张|表|标题|季|[一二三四五六七八九十]是)",
        r"(?:跳到?|去|到|看|转到?|#|no\.?|第)(?P<n>\d+)(?:号|条|个)?(?:问题|那{{0,1}}条)?$",
        rf"^#?{_NUMBER}[.、号]?$",
        rf"{_NUMBER}号(?:问题|那)",
    )
)
_LAST = compiled(r"最后(?:的)?(?:一)?(?:个|条|处|项|那)(?!部分|表)|末条|尾条|最末(?:一)?条|倒数第一")
_FIRST = compiled(r"头一(?:个|条)|首条|(?:回到|从)(?:最)?(?:开头|头|前面)|最前面|最开始")
_OF_LAW = compiled(r"条例|法|格式|办法|通知|第[\d一二三四五六七八九十]+条(?:第|规定)")
_STEPS = compiled(
    rf"(?:下|前|上|后|翻|跳|退|进)(?:面|去|进|过)*{_NUMBER}(?:条|个|处|项|步)|{_NUMBER}条(?:之?后|以后)"
)
_QUOTED = compiled(r"[“”\"「『‘']([^“”\"」』’']+)[“”\"」』’']|《([^》]+)》")
_REGION = compiled(r"(.{2,8}?[省市区县州旗])+(?=.{3})")
_OFFICE = compiled(r"(?<=.)(?:办事处|人民政府)$")
_SHORTEST_UNIT = 3
_BETWEEN = compiled(r"(?<=[\p{Han}，。？！、：；])\s+|\s+(?=[\p{Han}，。？！、：；])")


@dataclass(frozen=True, slots=True)
class Slots:
    """What was named; empty where nothing was."""

    rules: tuple[str, ...] = ()
    prefix: str = ""
    """T3 of “T3开头的”."""
    called: tuple[str, ...] = ()
    """Rules by what reviewers call them: 空白格."""
    ordinal: int | None = None
    """From 1; from the end where negative."""
    numbers: Numbers = field(default_factory=Numbers)
    """Several findings at once."""
    steps: int = 1
    severities: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    topics: tuple[Topic, ...] = ()
    tables: tuple[str, ...] = ()
    sections: tuple[int, ...] = ()
    cells: AskedCells = field(default_factory=lambda: AskedCells((), ()))
    packs: tuple[str, ...] = ()
    pack_words: str = ""
    """What names a pack that the conversation itself knows nothing of: a district's own."""
    unit: str = ""
    """What names the unit of the report: a question that names it is about this report all the same."""
    place: str = ""
    """A place without a pack."""
    formats: tuple[str, ...] = ()
    target: str = ""
    quoted: tuple[str, ...] = ()


def folded(text: str) -> str:
    """The text as it is searched: half-width, small letters, no blanks beside Chinese, typing slips mended."""
    plain = unicodedata.normalize("NFKC", text).strip().lower()
    plain = _SPOKEN_RULE.sub(
        lambda match: match[1] + "".join(str(_DIGITS.index(one)) for one in match[2]), plain
    )
    return mended(_BETWEEN.sub(" ", plain))


def slots_of(review: Review, said: str) -> Slots:
    """The slots of a folded text."""
    names = subjects()
    known = {rule.id for rule in review.pack.rules}
    prefix = _PREFIX.search(said)
    place = names.places.search(said)
    own, words = _own_pack(review, said)
    numbers = numbers_of(said)
    return Slots(
        rules=tuple(
            dict.fromkeys(one for one in (m[0].upper() for m in _RULE.finditer(said)) if one in known)
        ),
        prefix=prefix[1].upper() if prefix else "",
        called=tuple(dict.fromkeys(i for ids, words in names.rules if words.search(said) for i in ids)),
        ordinal=None if numbers.numbers else _ordinal(said),
        numbers=numbers,
        steps=_steps(said),
        severities=named(names.severities, said),
        states=named(names.states, said),
        topics=tuple(topic for topic in names.topics if topic.words.search(said)),
        tables=named(names.tables, said),
        sections=tuple(int(key) for key in named(names.sections, said)),
        cells=asked_cells(review.report, said),
        packs=(own,) if own else named(names.packs, said)[:1],
        pack_words=words,
        unit=_own_unit(review, said),
        place=place[0] if place and not own else "",
        formats=named(names.formats, said),
        target=next(iter(named(names.targets, said)), ""),
        quoted=tuple(m[1] or m[2] for m in _QUOTED.finditer(said)),
    )


def _own_pack(review: Review, said: str) -> tuple[str, str]:
    """The pack of which the id, the name or the name without 市, 区, 县 is said, the longest first; and the words. Empty where none."""
    called = [
        (words, pack_id)
        for pack_id, name in review.choice.packs.items()
        if pack_id not in subjects().packs
        for words in (pack_id.lower(), folded(name), folded(name).rstrip("省市区县"))
        if len(words) > 1 and words in said
    ]
    words, pack_id = max(called, key=lambda one: len(one[0]), default=("", ""))
    return pack_id, words


def _own_unit(review: Review, said: str) -> str:
    """The longest name of the report's own unit that is said: 北京市西城区大栅栏街道办事处, 大栅栏街道, 大栅栏. Empty where none."""
    unit = folded(review.report.unit or "")
    region = _REGION.match(unit)
    names = {unit, *(unit[end:] for end in (region.ends(1) if region else ()))}
    names |= {_OFFICE.sub("", name) for name in names}
    names |= {name.removesuffix("街道") for name in names}
    return max((name for name in names if len(name) >= _SHORTEST_UNIT and name in said), key=len, default="")


def _ordinal(said: str) -> int | None:
    if _LAST.search(said):
        return -1
    if _FIRST.search(said):
        return 1
    for pattern in _ORDINALS:
        match = pattern.search(said)
        number = read_integer(match["n"]) if match else None
        if match and number and not _OF_LAW.search(_clause_of(said, match.start())):
            return -number if "倒数" in match[0] else number
    return None


def numbered_words(clause: str) -> bool:
    """Whether findings are named by number."""
    return bool(numbers_of(clause).numbers) or _ordinal(clause) is not None


def _clause_of(said: str, at: int) -> str:
    """The clause at a place: a law named in the reason of a decision makes no article of 第2条."""
    return said[: at + 1].rpartition(",")[2] + said[at + 1 :].partition(",")[0]


def _steps(said: str) -> int:
    match = _STEPS.search(said)
    number = match and read_integer(next(filter(None, match.captures("n"))))
    return number or 1


def without_names(said: str, slots: Slots) -> str:
    """The text without rule ids, ordinals, and what names tables, parts, topics and severities."""
    names, (start, end) = subjects(), numbers_of(said).words
    said = said[:start] + said[end:]
    patterns = [_PREFIX_AND_WORD, _RULE, *_ORDINALS[:1], _LAST, _QUOTED, names.states["undecided"]]
    patterns += [topic.words for topic in slots.topics]
    patterns += [names.severities[key] for key in slots.severities]
    patterns += [names.tables[key] for key in slots.tables]
    patterns += [names.sections[str(key)] for key in slots.sections]
    patterns += [words for ids, words in names.rules if set(ids) <= set(slots.called)]
    for pattern in patterns:
        said = pattern.sub("", said)
    return said


def strange_runs(said: str, slots: Slots) -> Iterator[str]:
    """Stretches of the text that are neither names, nor question words, nor words of every sentence."""
    words = lexicon()
    spans = sorted(slots.cells.words, reverse=True)
    for start, end in spans:
        said = f"{said[:start]} {said[end:]}"
    said = without_names(said, slots).replace(slots.pack_words or " ", " ").replace(slots.unit or " ", " ")
    for name, pattern in words.words.items():
        if name in _KNOWN:
            said = pattern.sub(" ", said)
    names = subjects()
    for pattern in (
        *names.states.values(),
        *names.formats.values(),
        *names.packs.values(),
        *names.verdicts.values(),
    ):
        said = pattern.sub(" ", said)
    said = words.plain.sub(" ", words.filler.sub(" ", said))
    yield from (run for run in compiled(r"\p{Han}{2,}|[a-z]{3,}").findall(said))


_KNOWN = frozenset(
    {"many", "value_asked", "why", "unbalanced", "basis_strong", "evidence_strong", "explain", "where", "fix", "rule",
     "pack_word", "switch", "not_checked", "finding_noun", "show", "clear", "all_scope", "left", "go", "next",
     "previous", "undo", "sections", "summary_strong", "help_how", "thanks", "exist", "which", "basis"}
)  # fmt: skip
