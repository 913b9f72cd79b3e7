"""Everything below the skin runs where Textual is not installed."""

import subprocess
import sys

BELOW = "import shenyue.chat.conversation, shenyue.cli.ask, shenyue.cli.check, shenyue.cli.review, shenyue.cli.show, shenyue.output.as_json, shenyue.review"


def test_the_rest_imports_without_textual() -> None:
    code = f"import sys; {BELOW}; sys.exit(any(name.split('.')[0] in ('textual', 'rich') for name in sys.modules))"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
