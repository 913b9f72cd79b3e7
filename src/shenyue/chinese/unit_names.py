"""Names of units: whether two name the same one, in whatever short form (区教委 for 临溪区教育委员会)."""

import unicodedata

from shenyue.patterns import compiled

_ENDING = compiled(r"(?:街道)?办事处\Z|人民政府\Z|政府\Z")
_PLACE = compiled(r"\p{Han}{0,6}?[省市区县旗州盟]")
_NO_PLACE = compiled(
    r"城市|都市|市场|市政|市容|市民|社区|园区|区域|景区|县域|经开区|开发区|高新区|示范区|新区|特区"
)
_LOCAL = compiled(r"(?:街道|镇|乡|[省市区县旗州盟])\Z")
_SHORTEST = 2


def fold_unit(name: str) -> str:
    """The name without blanks and widths."""
    return "".join(unicodedata.normalize("NFKC", name).split())


def bare_unit(name: str) -> str:
    """The name folded, without 办事处 and 人民政府: 桂花桥街道 for 桂花桥街道办事处."""
    folded = fold_unit(name)
    bare = _ENDING.sub(lambda match: "街道" if match[0].startswith("街道") else "", folded)
    return bare or folded


def same_unit(one: str, other: str) -> bool:
    """Whether one name may be short for the other."""
    return abbreviates(one, other) or abbreviates(other, one)


def abbreviates(short: str, name: str) -> bool:
    """Whether one name may be short for the other, which is the longer.

    Of departments characters may be left out (市发改委), but not the nearest place where a farther one stays: 云州市教育局 is not that of 云州市临溪区.
    A street, a town or a government is called by its own name whole; the names of the places above it may be left out.
    """
    own, whole = bare_unit(short), bare_unit(name)
    if len(own) < _SHORTEST:
        return False
    if _LOCAL.search(own) or _LOCAL.search(whole):
        return own == whole or (whole.endswith(own) and _is_own_name(own))
    return _comes_in(own, whole) and _place(whole).endswith(_place(own))


def _is_own_name(bare: str) -> bool:
    """Whether more than the type of place is left: 桂花桥街道, not 街道."""
    return bool(_LOCAL.sub("", bare))


def _comes_in(own: str, whole: str) -> bool:
    """Whether the characters of one come in the other in that order."""
    characters = iter(whole)
    return all(character in characters for character in own)


def _place(bare: str) -> str:
    """The nearest place that a department's name names: 临溪区; empty where none."""
    places = _PLACE.findall(_NO_PLACE.sub("", bare))
    return places[-1] if places else ""
