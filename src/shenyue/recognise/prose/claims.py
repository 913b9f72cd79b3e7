"""Statements about all of something: 均获维持, 全部办结, 均由自然人提出, 维持率100%."""

from collections.abc import Iterable

from shenyue.recognise.prose.context import classes_of
from shenyue.recognise.prose.lexicon import Claim, Lexicon
from shenyue.recognise.prose.tokens import Token


def read_claim(
    tokens: Iterable[Token], around: Iterable[Token], topics: frozenset[str], lexicon: Lexicon
) -> tuple[Claim, tuple[Token, ...]] | None:
    """The claim that a clause makes, with its words; `around` is the sentence so far, `topics` are what the sentence is about so far."""
    words, around = tuple(tokens), tuple(around)
    classes = classes_of(words)
    for claim in lexicon.claims:
        needed = next((one for one in claim.words if one <= classes), None)
        if needed is None or claim.about != topics or classes_of(around) & claim.refuse:
            continue
        return claim, tuple(token for token in words if token.classes & needed)
    return None
