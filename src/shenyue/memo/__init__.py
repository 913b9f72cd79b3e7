"""审核意见: what a district office sends to a unit, made from a review and written in six formats."""

from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path

from shenyue.memo.contents import Circumstances, included, memo_of
from shenyue.memo.model import Memo

Render = Callable[[Memo, Path | None], bytes]
"""A memo and a template, or None for the shipped one, to the content of a file; raises WrongUsage where the template will not do."""


def _by_module(suffix: str) -> Render:
    """The format's own module, imported when it is asked for: templates and workbooks are slow to load."""

    def render(memo: Memo, template: Path | None) -> bytes:
        content: bytes = import_module(f"shenyue.memo.as_{suffix}").render(memo, template)
        return content

    return render


FORMATS: Mapping[str, Render] = {
    suffix: _by_module(suffix) for suffix in ("docx", "md", "html", "xlsx", "txt", "json")
}
"""By suffix without its dot."""

__all__ = ["FORMATS", "Circumstances", "Memo", "included", "memo_of"]
