"""`shenyue rules schema`: JSON Schema for editors."""

import json
import sys
from argparse import Namespace

from shenyue.authoring.json_schema import pack_schema, rule_schema
from shenyue.cli import OK


def run(options: Namespace) -> int:
    """Write it to the standard output."""
    schema = rule_schema() if options.what == "rule" else pack_schema()
    sys.stdout.write(json.dumps(schema, ensure_ascii=False, indent=1) + "\n")
    return OK
