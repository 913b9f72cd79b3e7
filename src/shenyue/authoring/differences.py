"""How the rules in force under one pack differ from those under another."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from shenyue.authoring.provenance import set_by, values_of
from shenyue.rules import Rule, RulePack
from shenyue.rules.inheritance import Draft


@dataclass(frozen=True, slots=True)
class KeyDifference:
    """One key of a rule that both packs have."""

    key: str
    left: object
    """None where the left pack does not set it."""
    right: object
    where: tuple[tuple[Path, int], tuple[Path, int]]
    """File and line that set it, on either side."""

    @property
    def added(self) -> tuple[object, ...]:
        """Of lists: what only the right one has."""
        return _only(self.right, self.left)

    @property
    def removed(self) -> tuple[object, ...]:
        """Of lists: what only the left one has."""
        return _only(self.left, self.right)


@dataclass(frozen=True, slots=True)
class Differences:
    """What is not the same."""

    removed: tuple[Rule, ...]
    """Rules that only the left pack has."""
    added: tuple[Rule, ...]
    changed: tuple[tuple[Rule, tuple[KeyDifference, ...]], ...]
    """The right pack's rule, and its keys that differ."""

    def __bool__(self) -> bool:
        """Whether there are any."""
        return bool(self.removed or self.added or self.changed)


Drafts = Mapping[str, Draft]


def differences(left: RulePack, right: RulePack, drafts: tuple[Drafts, Drafts]) -> Differences:
    """Of the effective rules, by id, `drafts` being theirs; examples do not count."""
    ours, theirs = ({rule.id: rule for rule in pack.rules} for pack in (left, right))
    both = [(ours[rule_id], theirs[rule_id]) for rule_id in sorted(ours.keys() & theirs.keys())]
    changed = ((rule, tuple(_keys(other, rule, drafts))) for other, rule in both)
    return Differences(
        tuple(rule for rule_id, rule in ours.items() if rule_id not in theirs),
        tuple(rule for rule_id, rule in theirs.items() if rule_id not in ours),
        tuple((rule, keys) for rule, keys in changed if keys),
    )


def _keys(left: Rule, right: Rule, drafts: tuple[Drafts, Drafts]) -> Iterator[KeyDifference]:
    old, new = values_of(left), values_of(right)
    for key in dict.fromkeys((*old, *new)):
        if _value(old, key) != _value(new, key):
            where = (set_by(drafts[0][left.id], key), set_by(drafts[1][right.id], key))
            yield KeyDifference(key, _value(old, key), _value(new, key), where)


def _value(values: Mapping[str, object], key: str) -> object:
    return values.get(key)


def _only(one: object, other: object) -> tuple[object, ...]:
    if not isinstance(one, tuple):
        return ()
    known = other if isinstance(other, tuple) else ()
    return tuple(item for item in one if item not in known)
