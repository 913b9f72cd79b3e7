"""`shenyue rules list`."""

import sys
from argparse import Namespace

from shenyue.cli import OK
from shenyue.cli.order import order_from
from shenyue.cli.show import pack_of
from shenyue.output.rules_text import list_lines, pack_lines
from shenyue.rules import open_packs, pack_places


def run(options: Namespace) -> int:
    """List every rule of a pack, then every pack there is and where it lies."""
    folders = order_from(options).folders
    names = {pack.id: pack.says.name for pack in open_packs(folders).values()}
    lines = [*list_lines(pack_of(options)), "", *pack_lines(names, pack_places(folders))]
    sys.stdout.write("\n".join(lines) + "\n")
    return OK
