"""`shenyue rules schema`: JSON Schema for editors."""

import json
import sys
from argparse import Namespace

from shenyue.authoring.json_schema import pack_schema, rule_schema
from shenyue.cli import OK
from shenyue.writing import write_text


def run(options: Namespace) -> int:
    """Write it to the standard output, or to a file."""
    schema = rule_schema() if options.what == "rule" else pack_schema()
    text = json.dumps(schema, ensure_ascii=False, indent=1) + "\n"
    if options.output is None:
        sys.stdout.write(text)
    else:
        write_text(options.output, text)
    return OK
