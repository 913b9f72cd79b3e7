"""`shenyue rules coverage`: what each rule comes to in its examples and over reports."""

import sys
from argparse import Namespace
from collections import Counter

from shenyue.authoring.evidence import Seen, run_examples, seen_in
from shenyue.cli import OK
from shenyue.cli.order import order_from
from shenyue.cli.rules.corpus import corpus
from shenyue.cli.show import pack_of
from shenyue.output.layout import columns
from shenyue.rules import pack_for_reports

_HEAD = ("编号", "名称", "例子", "会指出", "报告", "指出", "核对过", "不适用", "未能核对")


def run(options: Namespace) -> int:
    """0."""
    pack, files = pack_of(options), corpus(options.reports)
    folders = order_from(options).folders
    seen = seen_in(pack.id, folders, files)
    packs = (pack_for_reports(pack_id, folders) for pack_id in pack.lineage)
    flagged = Counter(result.rule.id for one in packs for result in run_examples(one) if result.flags)
    rows: list[tuple[str, ...]] = [_HEAD]
    for rule in pack.rules:
        own = seen.get(rule.id, Seen())
        figures = (len(rule.examples), flagged[rule.id], len(own.reports), own.findings)
        ledger = (own.checked, own.not_applicable, own.could_not)
        rows.append((rule.id, rule.title, *map(str, (*figures, *ledger))))
    never = [
        rule.id
        for rule in pack.rules
        if not rule.disabled and not flagged[rule.id] and not seen.get(rule.id, Seen()).findings
    ]
    sys.stdout.write(f"{pack.id}（{pack.name}）：{len(pack.rules)} 条规则，{len(files)} 份报告\n")
    sys.stdout.writelines(f"{line}\n" for line in columns(rows, (False, False, *(True,) * 7)))
    sys.stdout.write(f"从未指出过问题的规则：{'、'.join(never) or '无'}\n")
    return OK
