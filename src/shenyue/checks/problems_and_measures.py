"""Whether part five names problems and measures, and whether the measures answer the problems (C702)."""

from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from shenyue.checks.improvement import Side, Statement, Words, statements
from shenyue.checks.sentences import holds, sentences
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.model import Span
from shenyue.patterns import compiled
from shenyue.report import Report, Section

PROBLEMS_AND_MEASURES_VALUES = frozenset({"lacking", "problems", "measures", "texts"})
PROBLEMS_AND_MEASURES_VARIANTS = frozenset({"fewer", "untaken"})
_PART = 5
_LISTED = 10
_NAMED = compiled(
    r"(?:存在|还有|面临|面对的?)[^,]{0,20}(?:问题|不足|困难|差距|短板|薄弱)|(?:问题|不足|困难|差距|短板)(?:主要|表现|体现|有|是|包括)"
)
_ANSWERS = ("针对", "对照", "围绕", "解决", "为解决", "对于")


def problems_and_measures(
    report: Report,
    *,
    words: Words,
    earlier: tuple[str, ...],
    mended: tuple[str, ...],
    empty_words: tuple[str, ...],
    bare_words: tuple[str, ...] = (),
) -> Iterator[Outcome]:
    """Part five names problems and measures; measures are no fewer (variant fewer) and take the problems up (variant untaken).

    `words`: by what both are told. `earlier`: sentences that hold one of them, or last year's number and one of `mended`,
    speak of last year's problems and do not count. `empty_words`: words that two statements of any report may share. `bare_words`: a
    statement made of these alone names nothing (仍存在一些不足，今后将努力改进).
    """
    sections = report.parts(_PART)
    own = [one for one in sentences(report) if one.part == _PART]
    if not sections or not own:
        yield NotApplicable("没有识别出第五部分" if not sections else "第五部分没有内容")
        return
    last_year = (f"{report.year - 1}年",) if report.year else ()
    current = [
        one
        for one in own
        if not holds(one.text, earlier) and not (holds(one.text, last_year) and holds(one.text, mended))
    ]
    every = statements(current, words)
    said = [one for one in every if one.lead or not _bare(one, bare_words)]
    lacking = tuple(_lacking(said, words))
    if lacking and any(report.unread_in(section.span) for section in sections):
        yield Unchecked("part.5", "第五部分有未能读取的内容（如图片），无法判断是否齐全")
    elif lacking and any(
        table.span in section.span for section in sections for table in report.document.tables()
    ):
        yield Unchecked("part.5", "第五部分用表格列出，没有逐条核对问题和措施")
    elif lacking:
        kind = "具体的" if len(said) < len(every) else ""
        values = {"lacking": kind + "和".join(lacking), "problems": "", "measures": "", "texts": ""}
        yield Hit(_shown(sections[0]), values, name="part.5", missing="problems_and_measures")
    else:
        yield from _answered(said, empty_words)


def _bare(one: Statement, words: tuple[str, ...]) -> bool:
    """Whether a statement says only that there are problems, or that there will be measures."""
    rest = compiled(r"\L<words>|\P{Han}", words=sorted(words, key=len, reverse=True)).sub("", one.text)
    return bool(words) and not rest


def _shown(section: Section) -> Span:
    return section.heading.title if section.heading else section.span


def _lacking(said: Sequence[Statement], words: Words) -> Iterator[str]:
    if not any((one.side is Side.PROBLEM and not one.lead) or _names_problems(one) for one in said):
        yield "存在的主要问题"
    if not any(not one.lead and (one.side is Side.MEASURE or _tells(one, words)) for one in said):
        yield "改进情况或者措施"


def _names_problems(one: Statement) -> bool:
    """Whether a statement that was taken for a measure, or leads to a list, says that there are problems."""
    return any(_NAMED.search(clause) and not clause.startswith(_ANSWERS) for clause in one.text.split(","))


def _tells(one: Statement, words: Words) -> bool:
    """Whether a statement that was taken for a problem says what was or will be done."""
    return any(
        holds(clause, words.measures) and not holds(clause, words.problems) for clause in one.text.split(",")
    )


def _answered(said: Sequence[Statement], empty_words: tuple[str, ...]) -> Iterator[Outcome]:
    """Judged only where the problems stand together before the measures."""
    told = [one for one in said if not one.lead and one.side is not Side.UNKNOWN]
    wrong_first = list(takewhile(lambda one: one.side is Side.PROBLEM, told))
    after = told[len(wrong_first) :]
    if not wrong_first or any(one.side is Side.PROBLEM for one in after):
        yield Passed("part.5", note="问题和措施交错书写，没有逐条比对")
        return
    hits = [*_fewer(wrong_first, after), *_untaken(wrong_first, after, empty_words)]
    yield from hits or [Passed("part.5")]


def _fewer(problems: Sequence[Statement], measures: Sequence[Statement]) -> Iterator[Outcome]:
    several, few = _items(problems), _items(measures)
    if 0 < len(few) < len(several):
        values = {
            "lacking": "",
            "problems": str(len(several)),
            "measures": str(len(few)),
            "texts": "",
        }
        yield Hit(few[0].sentence.span, values, variant="fewer", name="part.5")


def _items(one_side: Sequence[Statement]) -> list[Statement]:
    """The items of its outer list: those of the kind of ordinal that comes first, where no inner list has the same."""
    marked = [one for one in one_side if one.marker]
    own = [one for one in marked if one.marker == marked[0].marker]
    restarts = sum(one.ordinal == 1 for one in own) > 1
    return [] if restarts else own


def _untaken(
    problems: Sequence[Statement], measures: Sequence[Statement], empty_words: tuple[str, ...]
) -> Iterator[Outcome]:
    answer = "".join(one.text for one in measures)
    open_ = [one for one in problems if one.marker and not _taken_up(one, answer, empty_words)]
    if open_ and answer:
        texts = "".join(f"“{one.text.strip(',')}”" for one in open_[:_LISTED])
        values = {"lacking": "", "problems": "", "measures": "", "texts": texts}
        yield Hit(open_[0].sentence.span, values, variant="untaken", name="part.5")


def _taken_up(problem: Statement, answer: str, empty_words: tuple[str, ...]) -> bool:
    """Whether two characters that say what the problem is about come again; true where it has none.

    Pairs of characters find what words miss: 站所 in 基层站所, and ask for no segmenter.
    """
    empty = compiled(r"\L<empty>|[\d\p{P}]", empty=sorted(empty_words, key=len, reverse=True))
    pieces = empty.sub(" ", problem.text).split()
    pairs = ["".join(pair) for piece in pieces for pair in pairwise(piece)]
    return not pairs or any(pair in answer for pair in pairs)
