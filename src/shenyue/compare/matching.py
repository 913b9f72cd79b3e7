"""Which finding of the corrected version is the fault that the first had: by key, else as a reader would tell it."""

from itertools import product

from shenyue.compare.texts import likeness_of
from shenyue.compare.version import Version
from shenyue.findings import Finding

_AROUND = 15
"""Characters on either side by which a place in the text is known again."""
_ALIKE = 0.7
_WORDS, _QUOTE = 0.6, 0.4
"""What counts: likeness of the words around, likeness of the quote."""


def matched(old: Version, new: Version) -> dict[str, str]:
    """Keys of the old findings to keys of the new ones that are the same fault."""
    new_keys = {finding.key for finding in new.findings}
    found = {finding.key: finding.key for finding in old.findings if finding.key in new_keys}
    left = [one for one in old.findings if one.key not in found]
    right = [one for one in new.findings if one.key not in found]
    scored = [
        (score, one.key, other.key)
        for one, other in product(left, right)
        if one.rule == other.rule and (score := _score(old, one, new, other)) >= _ALIKE
    ]
    taken: set[str] = set()
    for _, one, other in sorted(scored, key=lambda each: -each[0]):
        if one not in found and other not in taken:
            found[one] = other
            taken.add(other)
    return found


def _score(old: Version, one: Finding, new: Version, other: Finding) -> float:
    here, there = around(old, one), around(new, other)
    if not here or not there or one.place.table or other.place.table:
        return 0
    return _WORDS * likeness_of(here, there) + _QUOTE * likeness_of(one.quote, other.quote)


def around(version: Version, finding: Finding) -> str:
    """The words around a finding in its paragraph; empty where it does not stand in one."""
    place = finding.place
    passage = next((one for one in version.passages if one.number == place.paragraph), None)
    if passage is None or place.start is None or place.end is None:
        return ""
    start, end = place.start - passage.start, place.end - passage.start
    return passage.text[max(0, start - _AROUND) : end + _AROUND]
