"""Numbers of which the words before tell only a part: what is added up, and what somebody among others received."""

from collections.abc import Iterable

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled
from shenyue.recognise.prose.context import classes_of
from shenyue.recognise.prose.matching import Match
from shenyue.recognise.prose.tokens import OTHERS, uncovered
from shenyue.recognise.prose.vicinity import Vicinity
from shenyue.statements import ProseFigure

SUM = compiled(r"(?:合计|共计|总计|共|计|小计|相加|加总|总和|之和|总数)(?:为|有|是|达|后为|得)?$")
_TERMS = compiled(r"(前?)([两二三四五六])(?:项|者|类|种|部分)")
_NUMBERS = {"两": 2, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6}
_ATTACHED = frozenset(
    {"共", "含", "另有", "另", "仅", "只", "共计", "合计", "有", "尚有", "还有", "累计", "总"}
)
_WITH_MORE = compiled(r"(?:和|与|及|、)[“\"]?$")
_EVERYBODY = compiled(r"全[市县区省镇乡州局厅系]|各级|总[共计]|共[受收接]")
_RECEIVED = (("new",), ("new", "carried_in"))
_FEW = 2
_A_BODY_OF_THEM = compiled(
    r"其中[^，。；：\d]{0,24}(?:政府|办公室|办公厅|部门|局|委|厅|街道|镇|乡)(?:共|本级|自身)?$"
)
"""Of what all bodies did, what one of them did: 其中市政府及市政府办公室制发62件."""
_OF_BODIES = frozenset({"regulations", "permits", "enforcement"})


def adds_more(near: Vicinity, match: Match, amount: Amount, siblings: set[str]) -> bool:
    """“公开”和“部分公开”合计39件, 企业和律师事务所提出15件: its words name only one of the things that are added up."""
    joined = _WITH_MORE.search(near.text[: match.start])
    if joined is None:
        return False
    before = [token for token in near.tokens if token.end == joined.start() and token.text]
    summed = SUM.search(near.text[match.start : amount.start].rstrip()) is not None
    return summed or any(token.classes & siblings for token in before)


def is_share(
    near: Vicinity, figures: Iterable[ProseFigure], match: Match, amount: Amount, start: int
) -> bool:
    """共受理66件，由区政府办受理30件: somebody's part of what the sentence counted before, or 区政府办受理30件，各部门受理36件."""
    cells = match.meaning.cells
    received = cells.rows in _RECEIVED or cells.rows == ("total",) or cells.table in _OF_BODIES
    if received and _A_BODY_OF_THEM.search(near.text[start : match.start]):
        return True
    stranger = uncovered(near.text, start, match.start, near.tokens)
    if cells.rows == ("total",) and not match.certain and len(stranger) >= _FEW:
        return True
    whole = any(one.cells == cells and one.value > amount.value for one in figures)
    if whole or not stranger or cells.rows not in _RECEIVED:
        return whole and bool(stranger)
    if _EVERYBODY.search(near.text[start : amount.start]):
        return False
    return OTHERS in classes_of(near.between(amount.end, near.sentence.end))


def named_terms(words: str) -> int:
    """两项合计: how many figures are added up; 0 where the words do not say, negative of the first."""
    match = _TERMS.search(words)
    if match is None:
        return 0
    return -_NUMBERS[match[2]] if match[1] else _NUMBERS[match[2]]


def with_adverbs(near: Vicinity, start: int, amount: Amount) -> int:
    """Where the adverbs begin that stand right before: 共受理, 含上年度结转."""
    for token in reversed(near.tokens):
        if token.end == start and token.text in _ATTACHED:
            start = token.start
    return min(start, amount.start)
