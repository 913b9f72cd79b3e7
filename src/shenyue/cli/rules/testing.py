"""`shenyue rules test`: every example of the packs' own rules, and the rules that nothing shows to find anything."""

import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping
from pathlib import Path

from shenyue.authoring.evidence import ExampleResult, Seen, own_rules, run_examples, seen_in
from shenyue.authoring.folders import PackChoice
from shenyue.cli import FOUND, OK
from shenyue.cli.rules.corpus import corpus
from shenyue.cli.rules.packs import chosen
from shenyue.output.paths import short
from shenyue.rules import Rule, pack_for_reports


def run(options: Namespace) -> int:
    """1 where an example does not hold or a rule is never flagged, else 0."""
    choice = chosen(options)
    code = OK
    for pack_id in choice.ids:
        code = max(code, _pack(pack_id, choice))
    return code


def _pack(pack_id: str, choice: PackChoice) -> int:
    pack = pack_for_reports(pack_id, choice.folders)
    rules = own_rules(pack)
    results = tuple(run_examples(pack))
    sys.stdout.writelines(line for result in results if not result.holds for line in _failed(result))
    silent = [rule for rule in rules if not rule.disabled and not _shown(rule, results)]
    files = corpus(None) if silent else ()
    seen = seen_in(pack_id, choice.folders, files)
    never = [rule for rule in silent if not _found(rule, seen)]
    broken = sum(not result.holds for result in results)
    outcome = f"{broken} 个不符" if broken else "全部相符"
    sys.stdout.write(f"{pack_id}：{len(rules)} 条规则，{len(results)} 个例子，{outcome}。\n")
    sys.stdout.writelines(_never(never, files))
    return FOUND if broken or never else OK


def _failed(result: ExampleResult) -> Iterator[str]:
    yield f"{result.rule.id} 例 {result.number}“{result.example.note}”（{short(result.rule.files[''])}）\n"
    yield from (f"    {line}\n" for line in (str(result.run) if result.run else result.broken).splitlines())


def _shown(rule: Rule, results: tuple[ExampleResult, ...]) -> bool:
    return any(result.flags for result in results if result.rule is rule)


def _found(rule: Rule, seen: Mapping[str, Seen]) -> bool:
    return rule.id in seen and seen[rule.id].findings > 0


def _never(rules: list[Rule], files: tuple[Path, ...]) -> Iterator[str]:
    if rules:
        where = f"例子和 {len(files)} 份样本报告" if files else "例子"
        yield f"    从未指出过问题的规则（{where}里都没有）：{'、'.join(rule.id for rule in rules)}\n"
