"""Full-width characters made narrow one by one, so that offsets in the folded text hold in the text itself."""

import unicodedata
from functools import lru_cache

_KEPT = frozenset("，；：！？（）")
"""Punctuation of Chinese sentences: a full-width comma is no separator of thousands."""


def narrow(text: str) -> str:
    """The text with digits, letters and signs at their usual width; as long as it was."""
    return text if text.isascii() else "".join(map(_narrow, text))


@lru_cache(maxsize=8192)
def _narrow(character: str) -> str:
    if character < "\u2000" or character in _KEPT or "\u3001" <= character <= "\u9fff":
        return character
    folded = unicodedata.normalize("NFKC", character)
    return folded if len(folded) == 1 else character
