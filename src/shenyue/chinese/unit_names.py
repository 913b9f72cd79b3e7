"""Names of units: whether two name the same one, in whatever short form (区教委 for 临溪区教育委员会)."""

import unicodedata

import regex

_ENDING = regex.compile(r"(?:街道)?办事处\Z|人民政府\Z|政府\Z")
_SHORTEST = 2


def fold_unit(name: str) -> str:
    """The name without blanks and widths."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def abbreviates(short: str, name: str) -> bool:
    """Whether the characters of one name come in the other in that order: 市发改委 in 云州市发展和改革委员会.

    A street's 办事处 and a government's 人民政府 do not count.
    """
    own, other = bare_unit(short), iter(bare_unit(name))
    return len(own) >= _SHORTEST and all(character in other for character in own)


def same_unit(one: str, other: str) -> bool:
    """Whether one name may be short for the other."""
    return abbreviates(one, other) or abbreviates(other, one)


def bare_unit(name: str) -> str:
    """The name folded, without 办事处 and 人民政府: 桂花桥街道 for 桂花桥街道办事处."""
    folded = fold_unit(name)
    bare = _ENDING.sub(lambda match: "街道" if match[0].startswith("街道") else "", folded)
    return bare or folded
