"""`shenyue rules try RULE FILE`: what one rule would find, with what it read."""

import sys
from argparse import Namespace
from collections.abc import Iterator

from shenyue.authoring.trying import Tried, rule_of, try_rule
from shenyue.cli import FOUND, OK, UNREADABLE
from shenyue.cli.order import order_from
from shenyue.errors import UnreadableFile
from shenyue.findings import ItemState, LedgerEntry
from shenyue.loaders import load
from shenyue.output.ledger_text import STATES
from shenyue.output.literal import visible
from shenyue.output.style import NAMES
from shenyue.recognise import identify
from shenyue.review import Order, rules_named
from shenyue.rules import Rule, RulePack, choose_pack, pack_for_reports, pack_ids

_MOST = 20
"""Duties of the ledger that are listed."""


def run(options: Namespace) -> int:
    """1 where the rule finds something, 3 where the report cannot be read, else 0."""
    order = order_from(options)
    try:
        choice = choose_pack(
            identify(load(options.file)),
            option=order.district,
            preferred=order.preferred,
            folders=order.folders,
        )
        rule, pack = _found(options.rule, choice.pack_id, order)
        tried = try_rule(rule, pack, options.file)
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE
    sys.stdout.writelines(f"{visible(line)}\n" for line in _lines(tried, pack))
    return FOUND if tried.checked.findings else OK


def _found(word: str, chosen: str, order: Order) -> tuple[Rule, RulePack]:
    """The rule in the chosen pack; where that has none such, in any other. Raises WrongUsage."""
    first = pack_for_reports(chosen, order.folders)
    others = () if order.district else pack_ids(order.folders)
    for pack in (first, *(pack_for_reports(pack_id, order.folders) for pack_id in others)):
        if (rule := rule_of(word, pack)) is not None:
            return rule, pack
    return rules_named(first, word.upper())[0], first


def _lines(tried: Tried, pack: RulePack) -> Iterator[str]:
    yield f"{tried.rule.id}  {tried.rule.title}（规则包 {pack.id}）"
    yield from (f"    {line}" for line in tried.read)
    yield from _ledger(tried.checked.ledger[0])
    for number, finding in enumerate(tried.checked.findings, 1):
        line = f"第{finding.place.line}行" if finding.place.line else "（没有文字可指）"
        yield f"{number}. {NAMES[finding.severity]}　{line}“{finding.quote}”"
        yield f"   {finding.message}"
        yield f"   建议：{finding.suggestion}"
    if not tried.checked.findings:
        yield "没有指出问题。"


def _ledger(entry: LedgerEntry) -> Iterator[str]:
    counts = "，".join(
        f"{name} {entry.count(state)} 项" for state, name in _ITEMS.items() if entry.count(state)
    )
    said = "；".join(filter(None, (counts, entry.reason)))
    yield f"台账：{STATES[entry.state]}" + (f"（{said}）" if said else "")
    for item in entry.items[:_MOST]:
        operands = "，".join(f"{one.name} {one.value}" for one in item.operands)
        detail = "；".join(filter(None, (operands, item.note)))
        yield f"    {_ITEMS[item.state]}　{item.name}" + (f"：{detail}" if detail else "")
    if len(entry.items) > _MOST:
        yield f"    ……另有 {len(entry.items) - _MOST} 项"


_ITEMS = {ItemState.PASSED: "相符", ItemState.FAILED: "不符", ItemState.UNCHECKED: "未能核对"}
