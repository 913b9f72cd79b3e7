"""Reports to try rules on."""

from pathlib import Path

from shenyue.cli.files import expand
from shenyue.errors import WrongUsage
from shenyue.shipped import shipped


def corpus(folder: Path | None) -> tuple[Path, ...]:
    """The reports of a folder; else those that a checkout carries, none in an install. Raises WrongUsage for a folder that is none."""
    if folder is None:
        own = shipped("corpora", "reports")
        return expand([own]) if own.is_dir() else ()
    if not folder.is_dir():
        raise WrongUsage(f"文件夹 {folder} 不存在，请写存放报告的文件夹。")
    return expand([folder])
