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
        if chosen is not None:
            _hold_up(chosen, suffix)
        return FORMATS[suffix](memo, chosen)
    except WrongUsage as reason:
        raise WrongUsage(f"模板 {chosen} 不能用：{reason}") from reason


def _hold_up(template: Path, suffix: str) -> None:
    """Raises WrongUsage where a template is of another format, or would leave something out: a memo without its findings, say."""
    # Jinja and lxml are slow to load, and the shipped templates need no proof
    from shenyue.memo.template_check import TEMPLATED, complaints  # noqa: PLC0415

    own = template.suffix[1:].lower()
    if suffix not in TEMPLATED:
        return  # the format itself says that it has no templates
    if own in TEMPLATED and own != suffix:
        raise WrongUsage(
            f"这是 {own} 格式的模板，不能写出 {suffix} 格式；请换一份 .{suffix} 模板，或者写成 {own} 格式。"
        )
    if wrong := complaints(template):
        raise WrongUsage("".join(wrong))
