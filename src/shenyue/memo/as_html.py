"""The memo as one HTML file that asks for nothing from anywhere and prints as a page of A4."""

from pathlib import Path

from shenyue.memo.fields import values_of
from shenyue.memo.model import Memo
from shenyue.memo.text_template import Dialect, filled, source_of

DIALECT = Dialect("html", html=True)


def render(memo: Memo, template: Path | None = None) -> bytes:
    """UTF-8. Raises WrongUsage where a template cannot be used."""
    return filled(source_of(DIALECT, template), values_of(memo), DIALECT).encode()
