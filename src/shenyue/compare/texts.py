"""How two texts differ: paragraphs that correspond, and the words that were changed in them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache

import regex

from shenyue.compare.version import Passage
from shenyue.patterns import compiled

_ALIKE = 0.5
"""From this likeness on a paragraph counts as the same one, changed."""
_UNIT = compiled(r"[0-9０-９]+(?:[.．,，][0-9０-９]+)*%?|[A-Za-z]+|.", regex.DOTALL)
"""What is changed as a whole: a number, a word of letters, a character."""
_FIGURE = compiled(r"[0-9０-９]")


@dataclass(frozen=True, slots=True)
class Edit:
    """Words put in the place of others; one side may be empty."""

    old: str
    new: str

    @property
    def of_figures(self) -> bool:
        """Whether a number is among them."""
        return _FIGURE.search(self.old + self.new) is not None


@dataclass(frozen=True, slots=True)
class Pair:
    """A paragraph before and after; None where it was put in or taken out."""

    old: Passage | None
    new: Passage | None
    edits: tuple[Edit, ...] = ()
    """What was changed in it; empty where nothing, or where there is only one side."""


def paired(old: Sequence[Passage], new: Sequence[Passage]) -> tuple[Pair, ...]:
    """The paragraphs of two versions side by side, in the order of the text; blanks do not count."""
    matcher = SequenceMatcher(None, [_bare(one) for one in old], [_bare(one) for one in new], autojunk=False)
    found: list[Pair] = []
    for tag, i, j, k, m in matcher.get_opcodes():
        if tag == "equal":
            found += [Pair(one, other) for one, other in zip(old[i:j], new[k:m], strict=True)]
        else:
            found += _changed(old[i:j], new[k:m])
    return tuple(found)


def _changed(old: Sequence[Passage], new: Sequence[Passage]) -> Iterator[Pair]:
    """Paragraphs between two that stayed: in order, the likeliest beside each other."""
    if not old or not new:
        yield from (Pair(one, None) for one in old)
        yield from (Pair(None, one) for one in new)
        return
    likeness = {
        (i, j): likeness_of(_bare(one), _bare(other))
        for i, one in enumerate(old)
        for j, other in enumerate(new)
    }
    (i, j), most = max(likeness.items(), key=lambda one: one[1])
    if most < _ALIKE:
        yield from (Pair(one, None) for one in old)
        yield from (Pair(None, one) for one in new)
        return
    yield from _changed(old[:i], new[:j])
    yield Pair(old[i], new[j], edits(_bare(old[i]), _bare(new[j])))
    yield from _changed(old[i + 1 :], new[j + 1 :])


def _bare(passage: Passage) -> str:
    return "".join(passage.text.split())


@lru_cache(10_000)
def likeness_of(one: str, other: str) -> float:
    """0 to 1: how much of two texts is the same; 0 where it is less than half."""
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0
    return matcher.ratio()


def edits(old: str, new: str) -> tuple[Edit, ...]:
    """What was changed from one text to the other, numbers and words whole."""
    one, other = _UNIT.findall(old), _UNIT.findall(new)
    matcher = SequenceMatcher(None, one, other, autojunk=False)
    return tuple(
        Edit("".join(one[i:j]), "".join(other[k:m]))
        for tag, i, j, k, m in matcher.get_opcodes()
        if tag != "equal"
    )
