"""The effective value of every key of a rule, and the file and line that set it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from pathlib import Path

from shenyue.rules import Rule
from shenyue.rules.inheritance import Draft, Origin


@dataclass(frozen=True, slots=True)
class Setting:
    """One key of a rule."""

    key: str
    """Dotted, as rule files have it: check.terms."""
    value: object
    """A text, number, truth value or tuple."""
    file: Path
    line: int
    """1-based; 0 where the file as a whole sets it."""
    elsewhere: tuple[tuple[object, Path, int], ...] = ()
    """Elements of a list that other files or lines than that added, each with its own."""


def settings_of(rule: Rule, draft: Draft) -> tuple[Setting, ...]:
    """Every key that is set, in the order of a rule file; what was left to its default is not among them."""
    return tuple(_setting(draft, key, value) for key, value in values_of(rule).items())


def values_of(rule: Rule) -> Mapping[str, object]:
    """Value by dotted key, examples left out."""
    values: dict[str, object] = {
        name: getattr(rule, name) for name in ("title", "severity", "message", "suggestion", "why")
    }
    values["basis"] = tuple(f"{basis}［{basis.rank}］" for basis in rule.basis)
    values["applies.forms"] = tuple(sorted(rule.forms))
    values["applies.kinds"] = tuple(sorted(rule.kinds))
    values["check.kind"] = rule.kind
    for name, value in rule.parameters.items():
        values.update(_flat(f"check.{name}", value))
    for name, variant in rule.variants.items():
        values.update(_flat(f"variant.{name}", variant))
    values["disabled"] = rule.disabled
    return {key: value for key, value in values.items() if value not in ("", (), None)}


def _flat(key: str, value: object) -> Iterator[tuple[str, object]]:
    """Tables taken apart, lists left whole."""
    if isinstance(value, Mapping):
        for name, inner in value.items():
            yield from _flat(f"{key}.{name}", inner)
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from _flat(f"{key}.{one.name}", getattr(value, one.name))
    else:
        yield key, value


def _setting(draft: Draft, key: str, value: object) -> Setting:
    elsewhere = tuple(_elsewhere(draft, key, value))
    added_to = isinstance(value, tuple) and 0 < len(elsewhere) < len(value)
    return Setting(key, value, *(_place(draft.own.below(key)) if added_to else set_by(draft, key)), elsewhere)


def set_by(draft: Draft, key: str) -> tuple[Path, int]:
    """The file that set a key, and its line there."""
    return _place(draft.origin(key))


def _place(origin: Origin) -> tuple[Path, int]:
    line = origin.file.line_of(origin.key)
    return origin.file.path, line or origin.file.line_of(f"{origin.key}.0")


def _elsewhere(draft: Draft, key: str, value: object) -> Iterator[tuple[object, Path, int]]:
    """Elements that a pack added to a list of its parents'."""
    if isinstance(value, tuple):
        for number, item in enumerate(value):
            if f"{key}.{number}" in draft.origins:
                origin = draft.origins[f"{key}.{number}"]
                if origin.file is not draft.own.file:
                    yield item, *set_by(draft, f"{key}.{number}")
