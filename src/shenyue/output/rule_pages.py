"""Rule pages in Markdown, made from the rule files: what `explain` says, to be read on a page."""

from collections.abc import Iterator, Mapping
from dataclasses import is_dataclass

from shenyue.authoring.provenance import values_of
from shenyue.output.settings_text import value_text
from shenyue.output.style import KINDS, NAMES
from shenyue.rules import Example, Rule, RulePack

SUBJECTS = {
    "S": "结构：六个部分是否齐全、顺序与标题",
    "N": "序号：标题序号与列举序号",
    "T": "表格：表式、单元格、勾稽关系",
    "X": "数据：文字与表格、文字与文字、与上年",
    "L": "文字：标点、用词、引用、残留",
    "D": "年份、期限与单位",
    "C": "内容：应当写明的事项",
}
"""What the rules are about, by the letter of their ids."""


def index(pack: RulePack) -> str:
    """The list of a pack's rules by subject."""
    lines = [f"# 规则一览：{pack.name}", "", "由规则文件生成（`make docs`），请勿手改。", ""]
    top = pack.lineage[-1]
    for letter, name in SUBJECTS.items():
        lines += _listed(
            name, [rule for rule in pack.rules if rule.pack == top and rule.id.startswith(letter)]
        )
    lines += _listed("本地增加的规则", [rule for rule in pack.rules if rule.pack != top])
    return "\n".join(lines)


def _listed(name: str, rules: list[Rule]) -> Iterator[str]:
    if rules:
        yield from (f"## {name}", "", "| 编号 | 名称 | 级别 |", "|---|---|---|")
        for rule in rules:
            state = "停用" if rule.disabled else NAMES[rule.severity]
            yield f"| [{rule.id}]({rule.id}.md) | {_cell(rule.title)} | {state} |"
        yield ""


def page(rule: Rule) -> str:
    """One rule's page."""
    return "\n".join(_lines(rule)).rstrip() + "\n"


def _lines(rule: Rule) -> Iterator[str]:
    yield from (
        f"# {rule.id} {rule.title}",
        "",
        f"级别：**{NAMES[rule.severity]}**　适用：{_scope(rule)}",
        "",
    )
    if rule.disabled:
        yield from (f"**停用**：{rule.disabled}", "")
    yield from ("## 为什么", "", rule.why, "")
    yield from (
        "## 依据",
        "",
        *(f"- {basis}［{basis.rank}］{_forms(basis.forms)}" for basis in rule.basis),
        "",
    )
    yield from ("## 怎样指出", "", f"> {rule.message}", "", f"建议：{rule.suggestion}", "")
    for name, variant in rule.variants.items():
        severity = NAMES[variant.severity] if variant.severity else NAMES[rule.severity]
        yield f"- 情形 `{name}`：{severity}" + (f"——{variant.message}" if variant.message else "")
    yield from ("", "## 检查方法", "", f"`{rule.kind}`", "")
    yield from _parameters(rule)
    yield from ("", "## 例子", "")
    for example in rule.examples:
        yield from _example(example, rule)


def _parameters(rule: Rule) -> Iterator[str]:
    for key, value in values_of(rule).items():
        if key.startswith("check.") and key != "check.kind":
            items = value if isinstance(value, tuple | frozenset) else (value,)
            yield f"- `{key.removeprefix('check.')}`：" + "、".join(f"`{_value(item)}`" for item in items)


def _scope(rule: Rule) -> str:
    forms = "、".join(sorted(rule.forms)) + " 年式" if rule.forms else "各年表式"
    return forms + (
        "；" + "、".join(KINDS[kind] for kind in sorted(rule.kinds)) if rule.kinds else "；各类单位"
    )


def _forms(forms: frozenset[str]) -> str:
    return f"（{'、'.join(sorted(forms))} 年式）" if forms else ""


def _example(example: Example, rule: Rule) -> Iterator[str]:
    own = [flag for flag in example.flags if flag.rule == rule.id]
    verdict = "会指出" if own else "不会指出"
    quotes = "、".join(f"“{flag.quote}”" for flag in own if flag.quote)
    yield f"- **{verdict}**{quotes}：{example.note}"
    yield from (f"  - {key}：`{_value(value)}`" for key, value in example.changes.items())


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return "；".join(f"{key} = {_value(item)}" for key, item in value.items())
    if isinstance(value, tuple | list):
        return "、".join(_value(item) for item in value)
    if is_dataclass(value):
        return value_text(value)
    return str(value).replace("\n", "⏎").replace("`", "'")


def _cell(text: str) -> str:
    return text.replace("|", "\\|")
