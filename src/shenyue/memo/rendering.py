"""From a review to the content of a file, by the template of its district."""

from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.memo import FORMATS, Memo
from shenyue.rules.model import Letterhead


def usual_name(report: Path, suffix: str) -> str:
    """What a memo's file is called where nobody says otherwise."""
    return f"{report.stem}-审核意见.{suffix}"


def rendered(memo: Memo, suffix: str, letterhead: Letterhead, template: Path | None = None) -> bytes:
    """The memo in a format, by the template given, else the pack's, else the shipped one.

    Raises:
        WrongUsage: the template cannot be used.
    """
    chosen = template or letterhead.templates.get(suffix)
    try:
        return FORMATS[suffix](memo, chosen)
    except WrongUsage as reason:
        raise WrongUsage(f"模板 {chosen} 不能用：{reason}") from reason
