"""What rules an edit brings along by itself: with a part goes its table."""

from collections.abc import Mapping

CONSEQUENCES: Mapping[str, frozenset[str]] = {
    "part1": frozenset(("S105", "S106", "C703", "C705", "C706")),
    "content1": frozenset(("S105", "S106", "C703", "C705", "C706")),
    "part2": frozenset(("T301",)),
    "part3": frozenset(("T301",)),
    "part4": frozenset(("T301", "C704")),
    "content4": frozenset(("T301", "C704")),
    "part5": frozenset(("C702", "C703", "S105")),
    "content5": frozenset(("C702", "C703", "S105")),
    "part6": frozenset(("C701", "S105", "S109")),
    "content6": frozenset(("C701", "S105")),
    "aspect.supervision": frozenset(("C706", "C705")),
    "aspect.disclosure": frozenset(("C705",)),
    "preface": frozenset(("D602",)),
}
"""What goes with a target that is removed or replaced as a whole."""
