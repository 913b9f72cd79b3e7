"""Examples before the kind that they stand for: 商业秘密、个人隐私等第三方权益12件 counts the kind, and 等 leaves nothing open."""

from collections.abc import Iterator

from shenyue.patterns import compiled
from shenyue.recognise.prose.tokens import FOREIGN, OTHERS, Token

EXEMPLIFIED = "exemplified"
_ETC = frozenset({"等", "等各类", "等各项"})
_STOP = compiled(r"[，；：。,;:（）()\d]")


def without_examples(text: str, tokens: tuple[Token, ...], kinds: frozenset[str]) -> tuple[Token, ...]:
    """The words of a sentence with the examples as words that say nothing."""
    ends = {token.end: token for token in tokens if token.text in _ETC}
    if not ends:
        return tokens
    kept = list(tokens)
    for token in tokens:
        etc = ends.get(token.start)
        if etc is not None and token.classes & kinds:
            start = max(
                (match.end() for match in _STOP.finditer(text, tokens[0].start, etc.start)),
                default=tokens[0].start,
            )
            kept = [*_outside(kept, start, etc, kinds | {FOREIGN, OTHERS})]
    return tuple(sorted(kept, key=lambda one: (one.start, one.end)))


def _outside(tokens: list[Token], start: int, etc: Token, kinds: frozenset[str]) -> Iterator[Token]:
    """The words without those of the examples; the first may be the verb, and all that stands between is covered."""
    inside = [
        token
        for token in tokens
        if start <= token.start < etc.start and token.classes - {"neutral", "channel"}
    ]
    kept = inside[:1] if inside and not inside[0].classes & kinds else []
    yield from (token for token in tokens if not start <= token.start < etc.end or token in kept)
    yield Token(start, etc.end, "", frozenset({EXEMPLIFIED}))
