"""A rule's settings in words: every key, its effective value, and who set it."""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path

from shenyue.authoring.provenance import Setting, settings_of
from shenyue.output.layout import width, wrap
from shenyue.output.paths import short
from shenyue.output.style import Style
from shenyue.rules import Rule
from shenyue.rules.inheritance import Draft

_FEW = 6
"""Items of a list that are written out; of a longer one the first and the count."""


def settings_lines(rule: Rule, draft: Draft, lineage: tuple[str, ...], style: Style) -> list[str]:
    """The rule's id, the packs it went through (itself first in `lineage`), and a block for every key."""
    lines = [style.bold(f"{rule.id}  {rule.title}"), f"规则包：{' → '.join(reversed(lineage))}"]
    for setting in settings_of(rule, draft):
        lines += _block(setting, style)
    lines.append(style.dim(f"例子 {len(rule.examples)} 个；文件 {short(rule.files[''])}"))
    return lines


def _block(setting: Setting, style: Style) -> Iterator[str]:
    lead = f"{setting.key} = "
    first, *rest = wrap(value_text(setting.value), style.width - width(lead))
    yield lead + first
    yield from (" " * width(lead) + line for line in rest)
    yield style.dim(f"    {_place(setting.file, setting.line)}")
    for item, file, line in setting.elsewhere:
        yield style.dim(f"    其中“{value_text(item)}”由 {_place(file, line)} 增加")


def _place(file: Path, line: int) -> str:
    return f"{short(file)}:{line}" if line else short(file)


def value_text(value: object) -> str:
    """As rule files have it, long lists cut."""
    if isinstance(value, tuple | list | frozenset):
        items = [value_text(item) for item in value]
        shown = "、".join(items[:_FEW])
        return f"{shown}……（共 {len(items)} 项）" if len(items) > _FEW else shown
    if is_dataclass(value):
        parts = ((one.name, getattr(value, one.name)) for one in fields(value))
        return "{" + "，".join(f"{name} = {value_text(part)}" for name, part in parts if part) + "}"
    if isinstance(value, bool):
        return "true" if value else "false"
    return " ".join(str(value).split())
