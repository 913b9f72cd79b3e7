"""Which numbers of a text part the words around them, and the words of a text with those numbers taken out."""

from shenyue.chinese.amounts import Amount
from shenyue.patterns import compiled
from shenyue.recognise.prose.tokens import Token

CASES = frozenset({"件", "宗", "起"})
SHARES = frozenset({"%", "百分点", "‰"})
_COUNTED = CASES | {"例", "份", "件次", "个", "项", "次", "部", "篇", "条", "元", "%", ""}
"""Units whose numbers part the words on their left from those on their right."""
_BARE_NUMBER = compiled(r"[为是：:量数]\s*$")
_RATE = compiled(r"率为?\s*$")
_HAN = compiled(r"\p{Han}\s*$")
_ENDS = compiled(r"\s*(?:[，；。、,;）)]|$)")


def is_counted(text: str, amount: Amount) -> bool:
    """Whether a number counts something; one without a unit does at the end of a clause and after 为, 量, 数."""
    if amount.unit:
        return amount.unit in _COUNTED or amount.unit in SHARES
    if _RATE.search(text[: amount.start]):
        return False
    ends = _ENDS.match(text, amount.end) is not None
    return _BARE_NUMBER.search(text[: amount.start]) is not None or (
        ends and _HAN.search(text[: amount.start]) is not None
    )


def masked(
    tokens: tuple[Token, ...], amounts: tuple[Amount, ...], counted: tuple[Amount, ...]
) -> tuple[Token, ...]:
    """The words outside counted numbers, and every number as a word that says nothing."""
    starts = {at: amount.start for amount in counted for at in range(amount.start, amount.end)}
    words: list[Token] = []
    for token in tokens:
        cut = next((starts[at] for at in range(token.start, token.end) if at in starts), None)
        if cut is None:
            words.append(token)
        elif token.start < cut:  # 均为零: the number is no part of the word
            words.append(Token(token.start, cut, "", frozenset()))
    numbers = [Token(amount.start, amount.end, "", frozenset()) for amount in amounts]
    return tuple(sorted((*words, *numbers), key=lambda token: (token.start, token.end)))
