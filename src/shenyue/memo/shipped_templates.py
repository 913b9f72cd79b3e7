"""The templates that come with the program, as files that a district can open and change."""

from shenyue.errors import WrongUsage
from shenyue.memo.as_docx import packed, parts_of
from shenyue.memo.text_template import SHIPPED

_SUFFIXES = ("docx", "md", "html", "txt")


def shipped_template(suffix: str) -> bytes:
    """The content of a template file. Raises WrongUsage where the format has none."""
    if suffix not in _SUFFIXES:
        raise WrongUsage(f"可用模板的格式有 {'、'.join(_SUFFIXES)}，请用其中之一作扩展名。")
    if suffix == "docx":
        return packed(parts_of(None))
    return (SHIPPED / f"memo.{suffix}").read_bytes()
