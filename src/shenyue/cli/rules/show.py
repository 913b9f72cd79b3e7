"""`shenyue rules show RULE`: the effective value of every key, and the file and line that set it."""

import sys
from argparse import Namespace

from shenyue.cli import OK
from shenyue.cli.check import style
from shenyue.cli.order import order_from
from shenyue.cli.show import pack_of
from shenyue.output.settings_text import settings_lines
from shenyue.review import rules_named
from shenyue.rules.reading import read_drafts


def run(options: Namespace) -> int:
    """Show one rule, or every rule whose id begins so."""
    pack, looks = pack_of(options), style(options)
    drafts = read_drafts(pack.id, order_from(options).folders)
    blocks = [
        "\n".join(settings_lines(rule, drafts[rule.id], pack.lineage, looks))
        for rule in rules_named(pack, options.rule.upper())
    ]
    sys.stdout.write("\n\n".join(blocks) + "\n")
    return OK
