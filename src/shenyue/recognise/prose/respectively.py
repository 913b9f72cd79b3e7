"""分别为: which of the things named first each of the following numbers belongs to."""

from collections.abc import Sequence

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled
from shenyue.recognise.prose.clauses import Clause
from shenyue.recognise.prose.tokens import Token

_RESPECTIVELY = "分别"
_BETWEEN = compiled(r"[、，]|和|与|及|以及")


def respective_items(text: str, clause: Clause, tokens: Sequence[Token]) -> dict[Amount, tuple[int, int]]:
    """The stretch of text that names what each number counts; empty where the clause is not built so."""
    if len(clause.amounts) < 2:  # noqa: PLR2004 - one number is no list
        return {}
    word = text.find(_RESPECTIVELY, clause.start, clause.amounts[0].start)
    if word < 0:
        return {}
    items = _items(text, clause.start, word, tokens)
    if len(items) != len(clause.amounts):
        return {}
    return dict(zip(clause.amounts, items, strict=True))


def _items(text: str, start: int, end: int, tokens: Sequence[Token]) -> list[tuple[int, int]]:
    """The stretches between 、 and 和, which may also stand inside a word (法人和其他组织)."""
    inside = {at for token in tokens if len(token.text) > 2 for at in range(token.start, token.end)}  # noqa: PLR2004
    cuts = [match.span() for match in _BETWEEN.finditer(text, start, end) if match.start() not in inside]
    lefts = [start, *(right for _, right in cuts)]
    rights = [*(left for left, _ in cuts), end]
    return [(left, right) for left, right in zip(lefts, rights, strict=True) if text[left:right].strip()]
