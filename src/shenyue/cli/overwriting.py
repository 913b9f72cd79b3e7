"""May a file be written here? Never over the report itself, and over any other file only when asked for."""

import sys
from collections.abc import Iterable
from pathlib import Path

from shenyue.errors import WrongUsage


def unless_there(output: Path | None, report: Path | None, what: str, *, force: bool) -> None:
    """Ask on a terminal where the output stands already; `what` is to be written, in Chinese. None: to the screen, of no report.

    Raises:
        WrongUsage: it may not be written over.
    """
    if output is None or not output.exists():
        return
    never_over(output, (report,) if report else (), what)
    if force:
        return
    if not sys.stdin.isatty():
        raise WrongUsage(f"{output} 已经有了，没有覆盖；要覆盖请加 --force，或者换一个文件名。")
    sys.stderr.write(f"{output} 已经有了，要覆盖吗？[y/N] ")
    sys.stderr.flush()
    if sys.stdin.readline().strip().lower() not in {"y", "yes", "是"}:
        raise WrongUsage("没有覆盖，请换一个文件名。")


def never_over(output: Path | None, reports: Iterable[Path], what: str) -> None:
    """Refuse an output that is a folder or one of the reports; `what` is to be written, in Chinese. None: to the screen.

    Raises:
        WrongUsage: it is.
    """
    if output is None or not output.exists():
        return
    if output.is_dir():
        raise WrongUsage(f"{output} 是文件夹，请写明文件名。")
    if any(_same(output, report) for report in reports):
        raise WrongUsage(f"{output} 就是报告本身，{what}请另取文件名。")


def _same(output: Path, report: Path) -> bool:
    try:
        return output.samefile(report)
    except OSError:  # no such report; whoever reads it says so
        return False
