"""Rule packs from TOML to the model, with every mistake found in one reading."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.checks import CHECKS
from shenyue.errors import BrokenPack, Mistake
from shenyue.report import Form
from shenyue.rules import wording
from shenyue.rules.forms import read_form
from shenyue.rules.guessing import hint
from shenyue.rules.inheritance import Draft, Origin, overridden
from shenyue.rules.lexicon import read_lexicon
from shenyue.rules.model import Basis, Example, ExpectedFinding, Rule, RulePack, Variant
from shenyue.rules.packs import PackFolder, Stamp, lineage, read_toml, stamp_of

if TYPE_CHECKING:
    from shenyue.rules.schema import ExampleTable, RuleFile


def read_pack(pack_id: str, folders: tuple[Path, ...] = ()) -> RulePack:
    """The rules in force under a pack; `folders` hold further packs and go before the shipped ones.

    Raises:
        WrongUsage: there is no such pack.
        BrokenPack: it or a parent has mistakes; all of them are told.
    """
    return _read_pack(pack_id, folders, stamp_of(folders))


@lru_cache(maxsize=8)
def _read_pack(pack_id: str, folders: tuple[Path, ...], _: Stamp) -> RulePack:
    """Once for as long as no file changes: many reports are judged by one pack."""
    packs = lineage(pack_id, folders)
    drafts: Mapping[str, Draft] = {}
    mistakes: list[Mistake] = []
    for pack in reversed(packs):
        drafts, wrong = overridden(drafts, pack)
        mistakes.extend(wrong)
        drafts, wrong = _with_own(drafts, pack)
        mistakes.extend(wrong)
    rules = [_rule(drafts[rule_id], mistakes) for rule_id in sorted(drafts)]
    forms = _forms(packs, mistakes)
    lexicon = read_lexicon(packs, mistakes)
    if mistakes:
        raise BrokenPack(tuple(sorted(mistakes, key=lambda one: (one.file, one.line))))
    return RulePack(
        id=pack_id,
        name=packs[0].says.name,
        version="+".join([packs[0].says.version, *(f"{pack.id}-{pack.says.version}" for pack in packs[1:])]),
        rules=tuple(rule for rule in rules if rule is not None),
        forms=forms,
        lineage=tuple(pack.id for pack in packs),
        lexicon=lexicon,
    )


def _with_own(
    drafts: Mapping[str, Draft], pack: PackFolder
) -> tuple[Mapping[str, Draft], tuple[Mistake, ...]]:
    """The rules with those that the pack adds."""
    result = dict(drafts)
    mistakes: list[Mistake] = []
    for path in pack.rule_files():
        try:
            origin = Origin(read_toml(path))
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
            continue
        rule_id = str(origin.file.content.get("id", path.stem))
        if rule_id in result:
            other = result[rule_id].own.file.path.name
            hint = f"规则编号 {rule_id} 已被 {other} 使用；修改上级规则请在 pack.toml 里写 [override.{rule_id}]。"
            mistakes.append(origin.mistake("id", hint))
        elif not path.name.startswith(rule_id):
            mistakes.append(origin.mistake("id", f"文件名要以规则编号 {rule_id} 开头。"))
        else:
            result[rule_id] = Draft(rule_id, origin.file.content, origin)
    return result, tuple(mistakes)


def _forms(packs: tuple[PackFolder, ...], mistakes: list[Mistake]) -> tuple[Form, ...]:
    """The forms of the pack and its parents, oldest first; the nearest pack's stands where two prescribe one version."""
    forms: dict[str, Form] = {}
    for path in (path for pack in reversed(packs) for path in pack.form_files()):
        try:
            form = read_form(path)
            forms[form.version] = form
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
    return tuple(sorted(forms.values(), key=lambda form: form.years))


def _rule(draft: Draft, mistakes: list[Mistake]) -> Rule | None:
    """The rule of a draft; None where it has mistakes, which are put down."""
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415
    from shenyue.rules.schema import RuleFile  # noqa: PLC0415

    parameters, complaints = _parameters(draft)
    try:
        rule = _made(draft, RuleFile.model_validate(draft.content), parameters)
        complaints += wording.complaints(rule, CHECKS[rule.kind]) if rule.kind in CHECKS else ()
    except ValidationError as error:
        found = mistakes_of(error, RuleFile, draft.own.file.path, draft.own.file.lines)
        complaints += [(mistake.key, mistake.sentence) for mistake in found]
    mistakes.extend(draft.origin(key).mistake(key, sentence) for key, sentence in complaints)
    return None if complaints else rule


def _parameters(draft: Draft) -> tuple[Mapping[str, object], list[tuple[str, str]]]:
    """The parameters of `[check]` as the check wants them, and what is wrong with them."""
    from shenyue.rules.signatures import bound  # noqa: PLC0415 - brings pydantic

    table = draft.content.get("check")
    if not isinstance(table, Mapping) or not isinstance(table.get("kind"), str):
        return {}, []
    check = CHECKS.get(table["kind"])
    if check is None:
        return {}, [
            ("check.kind", f"没有名为 {table['kind']} 的检查方法。{hint(table['kind'], CHECKS, '可用的有')}")
        ]
    values, wrong = bound(check.run, {key: value for key, value in table.items() if key != "kind"})
    if not wrong and check.complaints is not None:
        wrong = tuple(check.complaints(values))
    return values, [(f"check.{name}", sentence) for name, sentence in wrong]


def _made(draft: Draft, table: "RuleFile", parameters: Mapping[str, object]) -> Rule:
    return Rule(
        id=table.id,
        title=table.title,
        severity=table.severity,
        message=table.message,
        suggestion=table.suggestion,
        why=table.why,
        basis=tuple(
            Basis(entry.rank, entry.title, entry.number, entry.article, frozenset(entry.forms))
            for entry in table.basis
        ),
        kind=table.check.kind,
        parameters=parameters,
        forms=frozenset(table.applies.forms),
        kinds=frozenset(table.applies.kinds),
        variants={
            name: Variant(entry.severity, entry.message, entry.suggestion)
            for name, entry in table.variant.items()
        },
        examples=tuple(_examples(table.example)),
        disabled=draft.disabled,
        files=draft.files(),
    )


def _examples(tables: "list[ExampleTable]") -> Iterator[Example]:
    for table in tables:
        flags = tuple(ExpectedFinding(flag.rule, flag.quote) for flag in table.flags)
        yield Example(table.note, flags, dict(table.model_extra or {}))
