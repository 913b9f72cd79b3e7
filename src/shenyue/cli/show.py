"""The commands that show what was read and which rules there are: text, tables, explain."""

import csv
import sys
from argparse import Namespace
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from shenyue.cli import OK, UNREADABLE
from shenyue.cli.check import style
from shenyue.cli.order import order_from
from shenyue.errors import UnreadableFile
from shenyue.loaders import load
from shenyue.output.literal import visible
from shenyue.output.rules_text import explain_lines
from shenyue.output.tables_text import csv_rows, table_lines
from shenyue.review import open_review, rules_named
from shenyue.rules import Rule, RulePack, choose_pack, read_pack


def text(options: Namespace) -> int:
    """`shenyue text FILE…`."""
    shown = visible if sys.stdout.isatty() else str
    return _each(options.files, lambda path: [shown(load(path).text)])


def tables(options: Namespace) -> int:
    """`shenyue tables FILE…`."""
    order = order_from(options)
    if not options.csv:
        return _each(options.files, lambda path: table_lines(open_review(path, order).report))
    writer = csv.writer(sys.stdout, lineterminator="\n")
    writer.writerow(("文件", "表", "行", "列", "数值", "原文"))

    def rows(path: Path) -> list[str]:
        writer.writerows((str(path), *row) for row in csv_rows(open_review(path, order).report))
        return []

    return _each(options.files, rows)


def _each(files: Iterable[Path], lines_of: Callable[[Path], list[str]]) -> int:
    code = OK
    for path in files:
        try:
            sys.stdout.writelines(f"{line}\n" for line in lines_of(path))
        except UnreadableFile as reason:
            sys.stderr.write(f"{reason}\n")
            code = UNREADABLE
    return code


def explain(options: Namespace) -> int:
    """`shenyue explain RULE`; the beginning of an id explains every rule that begins so."""
    looks = style(options)
    return show_rules(options, pack_asked(options), lambda rule: explain_lines(rule, looks))


def pack_asked(options: Namespace) -> RulePack:
    """The pack that `pack_of` gives; where that has no rule of the name, and none was named, the first other that has one."""
    return next((one for one in _packs_to_ask(options) if _has(one, options.rule.upper())), pack_of(options))


def show_rules(options: Namespace, pack: RulePack, lines_of: Callable[[Rule], Iterable[str]]) -> int:
    """Show every rule of the pack that has the name, and say whose they are where another pack was meant. Raises WrongUsage where there is none."""
    blocks = ["\n".join(lines_of(rule)) for rule in rules_named(pack, options.rule.upper())]
    sys.stdout.write("\n\n".join(blocks) + "\n")
    if pack.id != pack_of(options).id:
        sys.stdout.write(f"\n（只有规则包 {pack.id} 有这条规则。）\n")
    return OK


def _packs_to_ask(options: Namespace) -> Iterator[RulePack]:
    """The pack that `pack_of` gives; where none was named, then every other: their rules are in findings too."""
    yield pack_of(options)
    if options.district:
        return
    folders = order_from(options).folders
    others = choose_pack(None, folders=folders).packs
    yield from (
        read_pack(pack_id, folders) for pack_id in sorted(others, key=lambda name: (name.count("/"), name))
    )


def _has(pack: RulePack, word: str) -> bool:
    return any(word and rule.id.startswith(word) for rule in pack.rules)


def pack_of(options: Namespace) -> RulePack:
    """The pack that the options, else the settings name; the national one where neither does."""
    order = order_from(options)
    choice = choose_pack(None, option=order.district, preferred=order.preferred, folders=order.folders)
    return read_pack(choice.pack_id, order.folders)
