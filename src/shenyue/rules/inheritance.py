"""What a pack changes in its parents' rules: key by key, remembering which file set what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from shenyue.errors import Mistake
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.packs import PackFolder, TomlFile
from shenyue.rules.toml_lines import line_of

_EDITS = {"add", "remove"}


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a key got its value: a file, and under which key there."""

    file: TomlFile
    prefix: str = ""
    """`override.T303.` in a pack file; empty in the rule's own."""

    def mistake(self, key: str, sentence: str) -> Mistake:
        """A mistake in the value of a key of the rule."""
        full = (self.prefix + key).rstrip(".")
        return Mistake(self.file.path, line_of(self.file.lines, full), full, sentence)


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule's TOML on its way through the packs."""

    id: str
    content: Mapping[str, Any]
    own: Origin
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """By dotted key, for what a pack changed."""
    disabled: str = ""

    def origin(self, key: str) -> Origin:
        """Who set a key: the nearest change at or above it, else the rule's own file."""
        while key:
            if key in self.origins:
                return self.origins[key]
            key = key.rpartition(".")[0]
        return self.own

    def files(self) -> Mapping[str, Path]:
        """For each dotted key, the file that set its effective value; "" for the rule as a whole."""
        keys = {*_leaves(self.content), *self.origins}
        return {"": self.own.file.path} | {key: self.origin(key).file.path for key in sorted(keys)}


def overridden(
    drafts: Mapping[str, Draft], pack: PackFolder
) -> tuple[Mapping[str, Draft], tuple[Mistake, ...]]:
    """The parents' rules after a pack's `[override]`, and what is wrong with it."""
    result = dict(drafts)
    mistakes: list[Mistake] = []
    for rule_id, changes in pack.file.content.get("override", {}).items():
        origin = Origin(pack.file, f"override.{rule_id}.")
        if rule_id not in result:
            guess = did_you_mean(rule_id, drafts) or "新增规则请另写一个规则文件。"
            mistakes.append(origin.mistake("", f"上级规则包里没有编号为 {rule_id} 的规则，无从修改。{guess}"))
            continue
        result[rule_id], wrong = _changed(result[rule_id], changes, origin)
        mistakes.extend(wrong)
    return result, tuple(mistakes)


def _changed(draft: Draft, changes: Mapping[str, Any], origin: Origin) -> tuple[Draft, tuple[Mistake, ...]]:
    disabled = changes.get("disable", {}).get("reason", draft.disabled)
    merged = _Merge(draft, origin)
    content = merged.table(
        draft.content, {key: value for key, value in changes.items() if key != "disable"}, ""
    )
    touched = {**draft.origins, **dict.fromkeys(merged.touched, origin)}
    if "disable" in changes:
        touched["disabled"] = origin
    return replace(draft, content=content, origins=touched, disabled=disabled), tuple(merged.mistakes)


class _Merge:
    """One override being laid over one rule."""

    def __init__(self, draft: Draft, origin: Origin) -> None:
        self._draft = draft
        self._origin = origin
        self.touched: list[str] = []
        self.mistakes: list[Mistake] = []

    def table(self, old: Mapping[str, Any], new: Mapping[str, Any], prefix: str) -> dict[str, Any]:
        return {
            **old,
            **{key: self._value(old.get(key), value, f"{prefix}{key}") for key, value in new.items()},
        }

    def _value(self, old: object, new: object, key: str) -> object:
        if isinstance(new, Mapping) and isinstance(old, list):
            return self._edited(old, new, key)
        if isinstance(new, Mapping) and isinstance(old, Mapping) and key != "applies":
            return self.table(old, new, f"{key}.")
        self.touched.append(key)
        return new

    def _edited(self, old: list[Any], edits: Mapping[str, Any], key: str) -> list[Any]:
        self.touched.append(key)
        add, remove = edits.get("add", []), edits.get("remove", [])
        if set(edits) - _EDITS or not isinstance(add, list) or not isinstance(remove, list):
            sentence = '修改列表请写 {add = ["…"], remove = ["…"]}，或用整个新列表替换。'
            self.mistakes.append(self._origin.mistake(key, sentence))
            return old
        for item in remove:
            if item not in old:
                guess = did_you_mean(str(item), [text for text in old if isinstance(text, str)])
                self.mistakes.append(self._origin.mistake(key, f"原列表里没有 {item!r}，无从去掉。{guess}"))
        return [item for item in old if item not in remove] + [item for item in add if item not in old]


def _leaves(table: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"
