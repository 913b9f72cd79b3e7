"""`shenyue memo FILE -o OUT`: the 审核意见 of a review, in one of six formats."""

import sys
from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from shenyue.cli import OK, UNREADABLE
from shenyue.cli.files import expand
from shenyue.cli.order import order_from
from shenyue.cli.overwriting import unless_there
from shenyue.decisions import Include
from shenyue.errors import UnreadableFile, WrongUsage
from shenyue.memo import FORMATS, Circumstances, Memo, memo_of
from shenyue.memo.rendering import rendered, usual_name
from shenyue.memo.shipped_templates import shipped_template
from shenyue.memo.template_check import complaints
from shenyue.review import Review, open_review
from shenyue.settings import read_settings
from shenyue.store.keeping import recalled
from shenyue.writing import whole_file

_SHOWN = frozenset({"txt", "md", "html", "json"})
"""Formats that can stand on a screen."""


def memo(options: Namespace) -> int:
    """Run the command; the exit code."""
    if options.check_template:
        return _check_template(options.check_template)
    if options.write_template:
        return _write_template(options)
    if not options.files:
        raise WrongUsage("缺少参数 文件。请用 shenyue memo --help 查看用法。")
    errands = _errands(options)
    for errand in errands:
        unless_there(errand.output, errand.report, "审核意见", force=options.force)
    return max(_written(errand, options) for errand in errands)


@dataclass(frozen=True, slots=True)
class _Errand:
    """One report, and the file that its memo becomes."""

    report: Path
    output: Path | None
    """None: the screen."""
    suffix: str


def _errands(options: Namespace) -> list[_Errand]:
    """One a report; a folder to write to gets the usual names."""
    reports, output = expand(options.files), options.output
    if output is not None and output.is_dir():
        suffix = options.format or _suffix(options.template) or "docx"
        named = {output / usual_name(report, suffix): report for report in reports}
        if len(named) < len(reports):
            raise WrongUsage("有两份报告的文件名相同（扩展名不算），写出的审核意见会重名，请改名或者分开写。")
        return [_Errand(report, path, suffix) for path, report in named.items()]
    if len(reports) > 1:
        raise WrongUsage(f"有 {len(reports)} 份报告，请用 -o 写明一个已有的文件夹，每份报告写一个文件。")
    return [_Errand(reports[0], output, _format(options))]


def _written(errand: _Errand, options: Namespace) -> int:
    """The exit code of one; a report that cannot be read stops no other."""
    try:
        review = recalled(open_review(errand.report, order_from(options)), options.store)
    except UnreadableFile as reason:
        sys.stderr.write(f"{reason}\n")
        return UNREADABLE
    memo = memo_of(review, _circumstances(options))
    _write(rendered(memo, errand.suffix, review.pack.letterhead, options.template), errand.output)
    sys.stderr.write(_said(review, memo, errand.output))
    return OK


def _check_template(template: Path) -> int:
    wrong = complaints(template)
    if wrong:
        raise WrongUsage("\n".join(f"{template}：{sentence}" for sentence in wrong))
    sys.stdout.write(f"{template} 可以用作审核意见的模板。\n")
    return OK


def _write_template(options: Namespace) -> int:
    """The shipped template, for a district to change."""
    template: Path = options.write_template
    content = shipped_template(template.suffix[1:].lower())
    unless_there(template, None, "模板", force=options.force)
    _write(content, template)
    sys.stdout.write(f"已写入 {template}。改好以后用 shenyue memo --check-template {template} 检查。\n")
    return OK


def _format(options: Namespace) -> str:
    """The format asked for, else that of the file's name, else the template's, else plain text."""
    telling: Path | None = options.output or options.template
    named: str = options.format or (_suffix(telling) if telling else "txt")
    if named not in FORMATS:
        raise WrongUsage(
            f"看不出 {telling} 要写成哪种格式，请用扩展名 {'、'.join(f'.{one}' for one in FORMATS)}，或者加 --format。"
        )
    if options.output is not None and _suffix(options.output) in FORMATS.keys() - {named}:
        raise WrongUsage(f"{options.output} 的扩展名与 --format {named} 不一致，请改掉其中一个。")
    if options.output is None and named not in _SHOWN:
        raise WrongUsage(f"{named} 格式不能显示在屏幕上，请用 -o 写明存到哪个文件。")
    return named


def _suffix(path: Path | None) -> str:
    return path.suffix[1:].lower() if path else ""


def _circumstances(options: Namespace) -> Circumstances:
    return Circumstances(
        on=date.today(),  # noqa: DTZ011 - the day on the reviewer's wall
        include=Include(options.include),
        reviewer=options.reviewer or read_settings().reviewer or "",
        conclusion=options.conclusion,
    )


def _write(content: bytes, output: Path | None) -> None:
    if output is None:
        sys.stdout.write(content.decode())
        return
    with whole_file(output) as out:
        out.write(content)


def _said(review: Review, memo: Memo, output: Path | None) -> str:
    """What the command line says beside the memo itself."""
    where = f"已写入 {output}。" if output else ""
    undecided = len(review.findings) - len(review.decisions)
    hint = "可加 --include all 列出全部问题。" if not memo.items and undecided else ""
    said = f"{where}{memo.lead or memo.none}{hint}"
    return f"{said}\n" if output or memo.none else ""
