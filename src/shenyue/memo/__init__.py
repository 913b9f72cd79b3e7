"""审核意见: what a district office sends to a unit, made from a review and written in six formats."""

from collections.abc import Callable, Mapping
from pathlib import Path

from shenyue.memo import as_docx, as_html, as_json, as_md, as_txt, as_xlsx
from shenyue.memo.contents import Circumstances, Include, included, memo_of
from shenyue.memo.model import Memo

Render = Callable[[Memo, Path | None], bytes]
"""A memo and a template, or None for the shipped one, to the content of a file; raises WrongUsage where the template will not do."""

FORMATS: Mapping[str, Render] = {
    "docx": as_docx.render,
    "md": as_md.render,
    "html": as_html.render,
    "xlsx": as_xlsx.render,
    "txt": as_txt.render,
    "json": as_json.render,
}
"""By suffix without its dot."""

__all__ = ["FORMATS", "Circumstances", "Include", "Memo", "included", "memo_of"]
