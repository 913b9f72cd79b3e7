"""`shenyue rules show RULE`: the effective value of every key, and the file and line that set it."""

from argparse import Namespace

from shenyue.cli.check import style
from shenyue.cli.order import order_from
from shenyue.cli.show import pack_asked, show_rules
from shenyue.output.settings_text import settings_lines
from shenyue.rules.reading import read_drafts


def run(options: Namespace) -> int:
    """Show one rule, or every rule whose id begins so."""
    pack, looks = pack_asked(options), style(options)
    drafts = read_drafts(pack.id, order_from(options).folders)
    return show_rules(options, pack, lambda rule: settings_lines(rule, drafts[rule.id], pack.lineage, looks))
