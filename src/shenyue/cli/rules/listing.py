"""`shenyue rules list`."""

import sys
from argparse import Namespace

from shenyue.cli import OK
from shenyue.cli.show import pack_of
from shenyue.output.rules_text import list_lines


def run(options: Namespace) -> int:
    """List every rule of a pack."""
    sys.stdout.write("\n".join(list_lines(pack_of(options))) + "\n")
    return OK
