"""What a pack changes in its parents' rules: key by key, remembering which file set what."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from shenyue.errors import Mistake
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.merging import Merge
from shenyue.rules.packs import PackFolder
from shenyue.rules.toml_files import TomlFile


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a key of a rule got its value: a file, and the key there."""

    file: TomlFile
    key: str = ""
    """`override.T303.severity` in a pack file; empty for a rule file as a whole."""
    pack: str = ""
    """The id of the pack whose file it is."""

    def mistake(self, sentence: str) -> Mistake:
        """A mistake in the value."""
        return self.file.mistake(self.key, sentence)

    def below(self, rest: str) -> "Origin":
        """Of a key further inside."""
        return replace(self, key=f"{self.key}{rest}".strip("."))


@dataclass(frozen=True, slots=True)
class Draft:
    """A rule's TOML on its way through the packs."""

    id: str
    content: Mapping[str, Any]
    own: Origin
    origins: Mapping[str, Origin] = field(default_factory=dict)
    """By dotted key, for what a pack changed; elements of an edited list singly: `check.terms.17`."""
    disabled: str = ""

    def origin(self, key: str) -> Origin:
        """Who set a key: the nearest change at or above it, else the rule's own file."""
        above = key
        while above:
            if above in self.origins:
                return self.origins[above].below(key[len(above) :])
            above = above.rpartition(".")[0]
        return self.own.below(key)

    def files(self) -> Mapping[str, Path]:
        """For each dotted key, the file that set its effective value; "" for the rule as a whole."""
        if not self.origins:
            return dict.fromkeys(["", *_leaves(self.content)], self.own.file.path)
        keys = {*_leaves(self.content), *self.origins}
        return {"": self.own.file.path} | {key: self.origin(key).file.path for key in sorted(keys)}


def overridden(
    drafts: Mapping[str, Draft], pack: PackFolder
) -> tuple[Mapping[str, Draft], tuple[Mistake, ...]]:
    """The parents' rules after a pack's `[override]`, and what is wrong with it."""
    result = dict(drafts)
    mistakes: list[Mistake] = []
    for rule_id, changes in pack.whole().override.items():
        origin = Origin(pack.file, f"override.{rule_id}", pack.id)
        wrong = tuple(_misshapen(changes, origin))
        if rule_id not in result:
            guess = did_you_mean(rule_id, drafts) or "新增规则请另写一个规则文件。"
            wrong = (origin.mistake(f"上级规则包里没有编号为 {rule_id} 的规则，无从修改。{guess}"),)
        elif not wrong:
            result[rule_id], wrong = _changed(result[rule_id], changes, origin)
        mistakes.extend(wrong)
    return result, tuple(mistakes)


def _misshapen(changes: Mapping[str, Any], origin: Origin) -> Iterator[Mistake]:
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415
    from shenyue.rules.schema import OverrideTable  # noqa: PLC0415

    try:
        OverrideTable.model_validate(changes)
    except ValidationError as error:
        yield from mistakes_of(error, OverrideTable, origin.file, f"{origin.key}.")


def _changed(draft: Draft, changes: Mapping[str, Any], origin: Origin) -> tuple[Draft, tuple[Mistake, ...]]:
    merge = Merge()
    switched = _switched(draft, changes, merge)
    content = merge.table(
        draft.content, {key: value for key, value in changes.items() if key not in {"disable", "enable"}}
    )
    origins = {
        key: place
        for key, place in draft.origins.items()
        if not any(key.startswith(f"{changed}.") for changed in merge.sources)
    }
    origins |= {key: draft.origin(before) for key, before in merge.moved.items()}
    origins |= {key: origin.below(f".{by}") for key, by in merge.sources.items()}
    mistakes = tuple(origin.below(f".{key}").mistake(sentence) for key, sentence in merge.mistakes)
    return replace(draft, content=content, origins=origins, disabled=switched), mistakes


def _switched(draft: Draft, changes: Mapping[str, Any], merge: Merge) -> str:
    """The reason for which the rule is now off; empty where it is in force."""
    if "enable" in changes and not draft.disabled:
        merge.mistakes.append(("enable", "上级规则包没有停用这条规则，不必恢复。"))
    if "disable" in changes:
        merge.sources["disabled"] = "disable"
        return str(changes["disable"]["reason"])
    if "enable" in changes:
        merge.sources["disabled"] = "enable"
        return ""
    return draft.disabled


def _leaves(table: Mapping[str, Any], prefix: str = "") -> Iterator[str]:
    for key, value in table.items():
        if isinstance(value, Mapping):
            yield from _leaves(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}"
