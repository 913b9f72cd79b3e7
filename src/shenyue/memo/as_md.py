"""The memo as Markdown: what a report says is never markup."""

from pathlib import Path

from shenyue.memo.fields import values_of
from shenyue.memo.model import Memo
from shenyue.memo.text_template import Dialect, filled, source_of
from shenyue.patterns import compiled

_MARKS = compiled(r"[\\`*_\[\]{}<>|~$^@]|^[-+=#]|(?<=^\d{1,9})[.)]|(?<=:)//|(?<=www)\.")


def escaped(text: str) -> str:
    """The text as Markdown that shows it literally: & as an entity, marks after a backslash."""
    return _MARKS.sub(lambda mark: _literal(mark[0]), text.replace("&", "&amp;"))


def _literal(mark: str) -> str:
    return {"<": "&lt;", ">": "&gt;"}.get(mark, f"\\{mark}")


DIALECT = Dialect("md", escape=escaped)


def render(memo: Memo, template: Path | None = None) -> bytes:
    """UTF-8. Raises WrongUsage where a template cannot be used."""
    return filled(source_of(DIALECT, template), values_of(memo), DIALECT).encode()
