"""Rule packs from TOML to the model, with every mistake found in one reading."""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.checks import CHECKS
from shenyue.errors import BrokenPack, Mistake
from shenyue.rules import wording
from shenyue.rules.forms import read_forms
from shenyue.rules.guessing import hint
from shenyue.rules.inheritance import Draft, Origin, overridden
from shenyue.rules.letterhead import read_letterhead
from shenyue.rules.lexicon import read_lexicon
from shenyue.rules.model import Basis, Example, ExpectedFinding, Rule, RulePack, Variant
from shenyue.rules.packs import PackFolder, lineage, rule_files, stamp_of
from shenyue.rules.references import dangling
from shenyue.rules.remembering import remembered
from shenyue.rules.toml_files import TomlFile, read_toml
from shenyue.rules.waivers import table_lines, waivers_of
from shenyue.stamps import Stamp

if TYPE_CHECKING:
    from shenyue.rules.schema import ExampleTable, RuleFile


def read_pack(pack_id: str, folders: tuple[Path, ...] = ()) -> RulePack:
    """The rules in force under a pack; `folders` hold further packs and go before the shipped ones.

    Raises:
        WrongUsage: there is no such pack.
        BrokenPack: it or a parent has mistakes; all of them are told.
    """
    return _read_pack(pack_id, folders, stamp_of(folders))


@lru_cache(maxsize=32)
def _read_pack(pack_id: str, folders: tuple[Path, ...], stamp: Stamp) -> RulePack:
    """Once for as long as no file changes: many reports are judged by one pack."""
    return remembered(
        f"pack {pack_id} in {folders}", stamp, lambda: _whole_pack(pack_id, folders), still=_has_its_templates
    )


def _has_its_templates(pack: RulePack) -> bool:
    """Whether what it names beside its TOML is still there."""
    return all(path.is_file() for path in pack.letterhead.templates.values())


def _whole_pack(pack_id: str, folders: tuple[Path, ...]) -> RulePack:
    packs = _lineage(pack_id, folders)
    mistakes: list[Mistake] = []
    drafts = _drafts(packs, mistakes)
    forms = read_forms(packs, mistakes)
    lexicon = read_lexicon(packs, forms, mistakes)
    rules = [_rule(drafts[rule_id], mistakes) for rule_id in sorted(drafts)]
    for draft in drafts.values() if not mistakes else ():
        found = dangling(draft.content, forms, drafts)
        mistakes.extend(draft.origin(key).mistake(sentence) for key, sentence in found)
    waivers = tuple(
        waiver
        for pack in packs
        for waiver in waivers_of(pack.file, pack.whole().waiver, table_lines(forms), mistakes)
    )
    letterhead = read_letterhead(packs, mistakes)
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
        waivers=waivers,
        letterhead=letterhead,
    )


def pack_for_reports(pack_id: str, folders: tuple[Path, ...] = ()) -> RulePack:
    """As `read_pack`, of a pack that reports can be judged by: BrokenPack also where neither it nor a parent has a form."""
    pack = read_pack(pack_id, folders)
    if not pack.forms:
        own = lineage(pack_id, folders)[0].file
        sentence = (
            '规则包没有上级，也没有自己的表式（forms 文件夹），不能用来审查报告；请写 extends = "national"。'
        )
        raise BrokenPack((own.mistake("extends", sentence),))
    return pack


def read_drafts(pack_id: str, folders: tuple[Path, ...] = ()) -> Mapping[str, Draft]:
    """The TOML of every rule under a pack, by id, with the file and key that set each value. Raises as `read_pack`."""
    return _drafts(_lineage(pack_id, folders), [])


def read_rule(path: Path) -> Rule:
    """The rule of one file, whatever pack it lies in. Raises BrokenPack with every mistake in it."""
    file = read_toml(path)
    mistakes: list[Mistake] = []
    rule = _rule(Draft(str(file.content.get("id", path.stem)), file.content, Origin(file)), mistakes)
    if rule is None:
        raise BrokenPack(tuple(mistakes))
    return rule


def _drafts(packs: tuple[PackFolder, ...], mistakes: list[Mistake]) -> Mapping[str, Draft]:
    """What the packs, itself first, make of every rule; mistakes are put down."""
    drafts: Mapping[str, Draft] = {}
    for pack in reversed(packs):
        drafts, wrong = overridden(drafts, pack)
        mistakes.extend(wrong)
        drafts, wrong = _with_own(drafts, pack)
        mistakes.extend(wrong)
    return drafts


def _lineage(pack_id: str, folders: tuple[Path, ...]) -> tuple[PackFolder, ...]:
    """The pack and its parents; where a pack.toml is broken, the mistakes of the rule files beside it are told with its own."""
    try:
        return lineage(pack_id, folders)
    except BrokenPack as broken:
        mistakes = list(broken.mistakes)
        own: Mapping[str, Draft] = {}
        for folder in {mistake.file.parent for mistake in broken.mistakes}:
            own, wrong = _with_files(own, rule_files(folder), "")
            mistakes.extend(wrong)
        for draft in own.values():
            _rule(draft, mistakes)
        raise BrokenPack(tuple(mistakes)) from broken


def _with_own(
    drafts: Mapping[str, Draft], pack: PackFolder
) -> tuple[Mapping[str, Draft], tuple[Mistake, ...]]:
    """The rules with those that the pack adds."""
    return _with_files(drafts, rule_files(pack.folder), pack.id)


def _with_files(
    drafts: Mapping[str, Draft], paths: tuple[Path, ...], pack_id: str
) -> tuple[Mapping[str, Draft], tuple[Mistake, ...]]:
    result = dict(drafts)
    mistakes: list[Mistake] = []
    for path in paths:
        try:
            file = read_toml(path)
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
            continue
        rule_id = str(file.content.get("id", path.stem))
        if sentence := _misnamed(file, rule_id, result):
            mistakes.append(file.mistake("id" if file.content else "", sentence))
        else:
            result[rule_id] = Draft(rule_id, file.content, Origin(file, pack=pack_id))
    return result, tuple(mistakes)


def _misnamed(file: TomlFile, rule_id: str, drafts: Mapping[str, Draft]) -> str:
    """What is wrong with the id of a rule file; empty where nothing is."""
    if not file.content:
        return "规则文件是空的；不要这条规则，请删去文件。"
    if rule_id in drafts:
        other = drafts[rule_id].own.file.path
        if other.parent == file.path.parent:
            return f"规则编号 {rule_id} 重复，已被同一规则包的 {other.name} 使用，请另编一个号。"
        return f"规则编号 {rule_id} 已被 {other.name} 使用；修改上级规则请在 pack.toml 里写 [override.{rule_id}]。"
    return "" if file.path.name.startswith(rule_id) else f"文件名要以规则编号 {rule_id} 开头。"


def _rule(draft: Draft, mistakes: list[Mistake]) -> Rule | None:
    """The rule of a draft; None where it has mistakes, which are put down."""
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import complaints_of  # noqa: PLC0415
    from shenyue.rules.schema import RuleFile  # noqa: PLC0415

    parameters, complaints = _parameters(draft)
    try:
        rule = _made(draft, RuleFile.model_validate(draft.content), parameters)
        complaints += wording.complaints(rule, CHECKS[rule.kind]) if rule.kind in CHECKS else ()
    except ValidationError as error:
        complaints += complaints_of(error, RuleFile)
    mistakes.extend(draft.origin(key).mistake(sentence) for key, sentence in complaints)
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
        examples=tuple(_examples(table.example, draft)),
        disabled=draft.disabled,
        files=draft.files(),
        pack=draft.own.pack,
    )


def _examples(tables: "list[ExampleTable]", draft: Draft) -> Iterator[Example]:
    for number, table in enumerate(tables):
        flags = tuple(ExpectedFinding(flag.rule, flag.quote) for flag in table.flags)
        written = draft.content["example"][number]
        changes = {key: value for key, value in written.items() if key not in {"note", "flags"}}
        yield Example(table.note, flags, changes, draft.origin(f"example.{number}").pack)
