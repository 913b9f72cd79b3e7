"""What somebody probably meant."""

import difflib
from collections.abc import Iterable

_ALIKE = str.maketrans("OoIl", "0011")
"""Letters typed for figures: L5O4."""


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """A Chinese question naming the nearest known word; empty where none is near."""
    words = sorted(known)
    near = [one for one in words if one.translate(_ALIKE) == word.translate(_ALIKE)]
    near = near or difflib.get_close_matches(word, words, n=1, cutoff=0.5)
    return f"您是不是想写 {near[0]}？" if near else ""


def hint(word: str, known: Iterable[str], listed: str) -> str:
    """What was probably meant; else everything known, after a Chinese lead-in such as 可用的键."""
    words = sorted(known)
    return did_you_mean(word, words) or f"{listed}：{'、'.join(words) or '无'}。"
