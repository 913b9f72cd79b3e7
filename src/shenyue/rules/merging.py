"""An override laid over a rule's TOML: values replaced, lists and tables edited by `add`, `remove` and `replace`."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shenyue.rules.guessing import did_you_mean

_EDITS = frozenset({"add", "remove", "replace"})
_WHOLE = frozenset({"applies"})
"""Tables that are written anew as a whole."""
_GROWING = frozenset({"example"})
"""Lists that an override adds to without saying so."""


@dataclass(slots=True)
class Merge:
    """What became of one override; nothing that is wrong with it has any effect."""

    sources: dict[str, str] = field(default_factory=dict)
    """For each key of the rule that was set, the key of the override that set it: `check.terms.17` by `check.terms.add.0`."""
    moved: dict[str, str] = field(default_factory=dict)
    """For each element of an edited list that stays, the key under which it was known before."""
    mistakes: list[tuple[str, str]] = field(default_factory=list)
    """Key of the override and Chinese sentence."""

    def table(self, old: Mapping[str, Any], new: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
        """The table with the override's values; below `check.PARAMETER` only keys that are there are changed."""
        merged = dict(old)
        for key, value in new.items():
            path = f"{prefix}{key}"
            if key in old or self._may_be_new(value, old, key, prefix):
                merged[key] = self._value(old.get(key), value, path)
        return merged

    def _may_be_new(self, value: object, old: Mapping[str, Any], key: str, prefix: str) -> bool:
        """Whether a key that the rule lacks may be set; told where not. What a check knows, its signature says later."""
        if prefix.count(".") < 2 or prefix.startswith("variant.") or _is_edit(value):  # noqa: PLR2004 - check.PARAMETER.
            return True
        guess = did_you_mean(key, old)
        self.mistakes.append(
            (f"{prefix}{key}", f"原来没有“{key}”。{guess}要新增，请写 add = {{{key} = …}}。")
        )
        return False

    def _value(self, old: object, new: object, key: str) -> object:
        if isinstance(new, Mapping) and _is_edit(new):
            return self._edited(old, new, key)
        if isinstance(old, list) and isinstance(new, Mapping):
            self.mistakes.append((key, '修改列表请写 {add = ["…"], remove = ["…"]}，或 {replace = ["…"]}。'))
            return old
        if isinstance(old, Mapping) and isinstance(new, Mapping) and key not in _WHOLE:
            return self.table(old, new, f"{key}.")
        if key in _GROWING and isinstance(old, list) and isinstance(new, list):
            return self._list(old, {"add": new}, key, at=key)
        self.sources[key] = key
        return new

    def _edited(self, old: Any, edits: Mapping[str, Any], key: str) -> object:
        if "replace" in edits:
            if len(edits) > 1:
                self.mistakes.append((key, "replace 是整个换掉，不能与 add、remove 同时写。"))
            self.sources[key] = f"{key}.replace"
            return edits["replace"]
        like = old if old is not None else edits.get("add")
        if isinstance(like, Mapping):
            return self._entries(old or {}, edits, key)
        if isinstance(like, list):
            return self._list(old or [], edits, key, at=f"{key}.add")
        self.mistakes.append((key, "这里不是列表也不是表，不能 add 或 remove，请直接写新值。"))
        return old

    def _list(self, old: list[Any], edits: Mapping[str, Any], key: str, at: str) -> list[Any]:
        """`at`: under which key the override holds what is added."""
        add, remove = edits.get("add", []), edits.get("remove", [])
        if not isinstance(add, list) or not isinstance(remove, list):
            self.mistakes.append((key, 'add 和 remove 后面要写方括号里的一列，如 add = ["…"]。'))
            return old
        for number, item in enumerate(remove):
            if item not in old:
                told = f"原列表里没有“{item}”，无从去掉。{did_you_mean(str(item), _texts(old))}"
                self.mistakes.append((f"{key}.remove.{number}", told))
        self.sources[key] = key
        kept = [(item, f"{key}.{number}") for number, item in enumerate(old) if item not in remove]
        added = [(item, f"{at}.{number}") for number, item in enumerate(add) if item not in old]
        self.moved.update((f"{key}.{number}", before) for number, (_, before) in enumerate(kept))
        self.sources.update((f"{key}.{number}", by) for number, (_, by) in enumerate(added, len(kept)))
        return [item for item, _ in (*kept, *added)]

    def _entries(self, old: Mapping[str, Any], edits: Mapping[str, Any], key: str) -> Mapping[str, Any]:
        add, remove = edits.get("add", {}), edits.get("remove", [])
        if not isinstance(add, Mapping) or not isinstance(remove, list):
            self.mistakes.append((key, '表的改法是 {add = {键 = "值"}, remove = ["键"]}。'))
            return old
        for name in [name for name in remove if name not in old]:
            guess = did_you_mean(str(name), old)
            self.mistakes.append((f"{key}.remove", f"原来没有“{name}”，无从去掉。{guess}"))
        for name in [name for name in add if name in old]:
            self.mistakes.append((f"{key}.add.{name}", f"已有“{name}”；要改它的值，请直接写 {name} = …。"))
        self.sources.update((f"{key}.{name}", f"{key}.add.{name}") for name in add)
        return {**{name: value for name, value in old.items() if name not in remove}, **add}


def _is_edit(value: object) -> bool:
    return isinstance(value, Mapping) and bool(value) and _EDITS.issuperset(value)


def _texts(items: list[Any]) -> Iterator[str]:
    return (item for item in items if isinstance(item, str))
