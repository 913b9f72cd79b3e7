"""Rules in words: one explained, all listed."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from shenyue.output.layout import columns, width, wrap
from shenyue.output.style import KINDS, MARKS, NAMES, Style
from shenyue.rules import Rule, RulePack


def explain_lines(rule: Rule, style: Style) -> list[str]:
    """What a rule checks, why, on what basis, with its examples."""
    lines = [
        f"{style.severity(rule.severity, MARKS[rule.severity] + ' ' + rule.id)}  {style.bold(rule.title)}"
    ]
    for name, text in _fields(rule):
        lead = f"    {name}  "
        first, *rest = wrap(text, style.width - width(lead))
        lines += [style.dim(lead) + first, *(" " * width(lead) + line for line in rest)]
    return lines


def _fields(rule: Rule) -> Iterator[tuple[str, str]]:
    yield (
        "级别",
        NAMES[rule.severity]
        + "".join(
            f"；{name}：{NAMES[variant.severity]}"
            for name, variant in rule.variants.items()
            if variant.severity
        ),
    )
    if rule.disabled:
        yield "停用", rule.disabled
    yield "适用", _scope(rule)
    yield "缘由", rule.why
    yield "问题", rule.message
    yield "建议", rule.suggestion
    for basis in rule.basis:
        yield "依据", f"{basis}［{basis.rank}］"
    yield (
        "方法",
        f"{rule.kind}（"
        + "，".join(f"{key} = {_value(value)}" for key, value in rule.parameters.items())
        + "）",
    )
    for example in rule.examples:
        yield "示例", f"{example.note}——{'应指出' if example.flags else '不应指出'}"


def _scope(rule: Rule) -> str:
    forms = "、".join(sorted(rule.forms)) + " 年式" if rule.forms else "各年表式"
    kinds = "、".join(KINDS[kind] for kind in sorted(rule.kinds)) if rule.kinds else "各类单位"
    return f"{forms}，{kinds}"


def _value(value: object) -> str:
    if isinstance(value, tuple | list):
        return "、".join(str(item) for item in value)
    return str(value)


def list_lines(pack: RulePack) -> list[str]:
    """All rules of a pack, one a line."""
    rows = [("编号", "级别", "名称", "检查方法", "")]
    rows += [
        (
            rule.id,
            NAMES[rule.severity],
            rule.title,
            rule.kind,
            f"停用：{rule.disabled}" if rule.disabled else "",
        )
        for rule in pack.rules
    ]
    head = (
        f"{pack.name}（{' → '.join(reversed(pack.lineage))}，版本 {pack.version}）：{len(pack.rules)} 条规则"
    )
    return [head, *columns(rows, (False,) * 5)]


def pack_lines(names: Mapping[str, str], places: Mapping[str, tuple[Path, ...]]) -> list[str]:
    """All packs, one a line, each with the folder that is used and those of the same id that are not."""
    rows = [("规则包", "名称", "文件夹")]
    for pack_id, (used, *hidden) in places.items():
        others = "；".join(map(str, hidden))
        aside = f"（另有同名的未用：{others}）" if others else ""
        rows.append((pack_id, names.get(pack_id, ""), f"{used}{aside}"))
    return [f"共有 {len(places)} 个规则包", *columns(rows, (False,) * 3)]
