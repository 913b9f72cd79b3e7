"""Paths as a reader wants them: from where they stand, where that is shorter."""

from dataclasses import replace
from pathlib import Path

from shenyue.errors import Mistake
from shenyue.shipped import shipped


def near(mistake: Mistake) -> Mistake:
    """The mistake with its file as seen from the working folder."""
    return replace(mistake, file=Path(short(mistake.file)))


def short(path: Path) -> str:
    """The path as seen from the working folder where it lies below it; a shipped file as 自带规则/…."""
    resolved = path.resolve()
    for root, lead in ((Path.cwd(), ""), (shipped("rules").resolve(), "自带规则/")):
        if resolved.is_relative_to(root):
            return lead + resolved.relative_to(root).as_posix()
    return str(path)
