"""What was typed as it sounds: homophones (确任) and pinyin left raw (xiayitiao), turned into the words that were meant."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache

from shenyue.chat.lexicon import read
from shenyue.patterns import compiled

_RAW = compiled(r"(?<![\w/.])[a-zü](?:[a-zü' ]*[a-zü])?(?![\w/.])")
_PIECE = compiled(r"[a-z]+|[^\sa-z]")
_LONGEST_SYLLABLE = 6
_GRAMMAR = frozenset("的了是不在那这才就也都和有我你他它吗呢吧啊把被给对从到看说问写改没好")
_SHORTEST = 2
"""A homophone of a single character says nothing."""


@dataclass(frozen=True, slots=True)
class _Sounds:
    of: Mapping[str, str]
    """The syllable of a character."""
    spoken: frozenset[str]
    """All syllables."""
    terms: Mapping[tuple[str, ...], str]
    """The term of several syllables."""
    spelled: Mapping[str, str]
    """The term spelled without blanks."""
    known: tuple[str, ...]
    """Terms, and words that sound like them, longest first: they stay as they are."""


def mended(text: str) -> str:
    """The text with homophones and raw pinyin of known terms replaced; what is no term stays."""
    return _homophones(_RAW.sub(lambda match: _spelled(match[0]), text))


@lru_cache(maxsize=256)
def syllables(text: str) -> tuple[str, ...]:
    """The text as it sounds: a syllable for a character, raw pinyin taken apart; other signs as they are."""
    of = _sounds().of
    pieces = (_parted(piece) or (of.get(piece, piece),) for piece in _PIECE.findall(text))
    return tuple(one for piece in pieces for one in piece)


def _parted(letters: str) -> tuple[str, ...]:
    """The fewest syllables that spell the letters; empty where none do."""
    known = _sounds().spoken
    best: list[tuple[str, ...] | None] = [(), *([None] * len(letters))]
    for end in range(1, len(letters) + 1):
        ways = [
            (*before, letters[start:end])
            for start in range(max(0, end - _LONGEST_SYLLABLE), end)
            if (before := best[start]) is not None and letters[start:end] in known
        ]
        best[end] = min(ways, key=len, default=None)
    return best[-1] or ()


@cache
def _sounds() -> _Sounds:
    of = {
        character: _folded(name) for name, characters in read("syllables").items() for character in characters
    }
    typed = read("lexicon")["typed"]
    terms = typed["terms"]
    spelled = {
        "".join(of.get(one, "?") for one in term): term for term in reversed((*terms, *typed["spelled"]))
    }
    spelled |= {name: term for term, name in typed["spellings"].items()}
    spelled = {_flat(name): term for name, term in spelled.items()}
    return _Sounds(
        of=of,
        spoken=frozenset(of.values()),
        terms={tuple(of.get(one, "?") for one in term): term for term in terms if len(term) >= _SHORTEST},
        spelled=spelled,
        known=tuple(
            sorted(
                {*typed["protected"], *(term for term in terms if len(term) >= _SHORTEST)},
                key=len,
                reverse=True,
            )
        ),
    )


def _folded(syllable: str) -> str:
    return syllable.replace("v", "u")


def _flat(letters: str) -> str:
    return compiled("([zcs])h").sub(r"\1", letters)


def _spelled(raw: str) -> str:
    """Terms in place of pinyin, where all of it can be read so."""
    letters = raw.replace(" ", "").replace("'", "").replace("ü", "u").replace("v", "u")
    return _read(letters) or raw


def _read(letters: str) -> str:
    """The fewest terms that spell the letters, zh and z, ch and c, sh and s taken for the same; empty where none do."""
    letters = _flat(letters)
    best: list[str | None] = ["", *([None] * len(letters))]
    weight = [0] * (len(letters) + 1)
    spelled = _sounds().spelled
    for end in range(1, len(letters) + 1):
        for start in range(end):
            before, term = best[start], spelled.get(letters[start:end])
            if before is None or term is None:
                continue
            if best[end] is None or weight[start] + 1 < weight[end]:
                best[end], weight[end] = before + term, weight[start] + 1
    return best[-1] or ""


def _homophones(text: str) -> str:
    return "".join(_pieces(text))


def _pieces(text: str) -> Iterator[str]:
    sounds = _sounds()
    position = 0
    while position < len(text):
        kept = next((word for word in sounds.known if text.startswith(word, position)), "")
        meant = kept or _meant(text, position)
        yield meant or text[position]
        position += len(meant) or 1


def _meant(text: str, position: int) -> str:
    """The longest term that sounds like the characters at a position, where they are no term themselves."""
    sounds = _sounds()
    for length in range(6, 1, -1):
        window = text[position : position + length]
        term = sounds.terms.get(tuple(sounds.of.get(one, "") for one in window))
        if term and len(window) == length and _harmless(text, position, length) and _slipped(window, term):
            return term
    return ""


def _slipped(window: str, term: str) -> bool:
    """Whether a slip explains the difference: no word of grammar (才那 for 采纳) is one."""
    return not any(one in _GRAMMAR and one not in term for one in window)


def _harmless(text: str, position: int, length: int) -> bool:
    """Whether no known word begins inside the window and reaches beyond it."""
    return not any(
        text.startswith(word, start)
        for start in range(position + 1, position + length)
        for word in _sounds().known
        if start + len(word) > position + length
    )
