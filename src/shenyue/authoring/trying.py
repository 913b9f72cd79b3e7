"""One rule on one report: what it would find, and what it looked at to say so."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from shenyue.checks.language.wording_text import Scope, wording_text
from shenyue.engine import Checked, check
from shenyue.loaders import load
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.rules import Rule, RulePack
from shenyue.rules.reading import read_rule

_SCOPES: dict[str, Scope] = {"prose": "prose", "text": "text", "all": "all"}
_NAMES = {"prose": "正文", "text": "正文和小标题", "all": "全文（含标题和表格）"}


@dataclass(frozen=True, slots=True)
class Tried:
    """A rule tried on a report."""

    rule: Rule
    report: Report
    checked: Checked
    read: tuple[str, ...]
    """What was looked at, in Chinese, a line each."""


def rule_of(word: str, pack: RulePack) -> Rule | None:
    """The rule of a file, or that of the pack with this id; None where there is none. Raises BrokenPack for a file with mistakes."""
    if word.endswith(".toml"):
        return read_rule(Path(word))
    return next((rule for rule in pack.rules if rule.id == word.upper()), None)


def try_rule(rule: Rule, pack: RulePack, path: Path) -> Tried:
    """The rule alone on the report in a file; one that is disabled is tried all the same. Raises UnreadableFile."""
    rule = replace(rule, disabled="")
    report = recognise(load(path), pack.forms, lexicon=pack.lexicon)
    return Tried(rule, report, check(report, replace(pack, rules=(rule,))), tuple(_read(rule, report)))


def _read(rule: Rule, report: Report) -> Iterator[str]:
    year = f"{report.year}年度" if report.year else "年度不明"
    form = f"{report.form.version}年表式" if report.form else "表式不明"
    yield f"{report.document.name}：{report.unit or '单位不明'}，{year}，{form}"
    parts = [str(section.part) for section in report.sections if section.part]
    tables = "、".join(report.tables) or "无"
    yield f"识别出第 {'、'.join(parts) or '（无）'} 部分；统计表：{tables}；与表对应的数 {len(report.figures)} 处"
    yield from _wording(rule, report)
    yield from _cells(rule, report)
    if report.document.unread:
        yield f"没有读到的内容 {len(report.document.unread)} 处，如{report.document.unread[0].what}"


def _wording(rule: Rule, report: Report) -> Iterator[str]:
    """Of rules that read wording: how much of it, and where."""
    if "scope" not in rule.parameters and rule.kind not in _READERS:
        return
    scope = _SCOPES[str(rule.parameters.get("scope", _READERS.get(rule.kind, "text")))]
    given = rule.parameters.get("parts", ())
    parts = tuple(int(str(part)) for part in given) if isinstance(given, tuple) else ()
    read = wording_text(report, scope, parts)
    characters = sum(len(text.strip()) for _, text in read.read())
    where = f"第 {'、'.join(map(str, parts))} 部分的" if parts else ""
    yield f"这条规则读了{where}{_NAMES[scope]}：{len(read.paragraphs)} 段，{characters} 字"


_READERS = {
    "terms": "text",
    "pattern": "text",
    "set_phrases": "text",
    "forbidden_text": "text",
    "required_text": "all",
    "text_table": "prose",
}
"""Kinds that read wording, with the scope that they read where the rule names none."""


def _cells(rule: Rule, report: Report) -> Iterator[str]:
    key = rule.parameters.get("table")
    if not isinstance(key, str):
        return
    table = report.tables.get(key)
    if table is None:
        yield f"没有读到表 {key}"
        return
    printed = sum(figure.value is not None for figure in table.figures.values())
    yield f"表 {key}：{len(table.rows)} 行 {len(table.columns)} 栏，有数的单元格 {printed} 个"
