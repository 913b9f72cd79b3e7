"""Where rule packs lie: the shipped ones, the user's own, those of the working folder, those named on the command line; later ones go first."""

from collections.abc import Iterator
from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.settings import user_rules_path
from shenyue.shipped import shipped

PACK_FILE = "pack.toml"
_DEEPEST = 5
"""国家 / 省 / 市 / 区县 / 单位."""


def pack_folders(named: tuple[Path, ...] = (), working: Path | None = None) -> tuple[Path, ...]:
    """The folders of rule packs beside the shipped one, what goes first standing first.

    `named`: by `--rules`, the later before the earlier; `working`: the folder whose `rules/` counts, by default the current one.
    Each folder once; ./rules only where packs lie in it.

    Raises:
        WrongUsage: a named folder does not exist.
    """
    for folder in named:
        if not folder.is_dir():
            raise WrongUsage(f"--rules 指定的规则文件夹 {folder} 不存在，或者不是文件夹。")
    beside = (working or Path.cwd()) / "rules"
    own = (folder for folder in (beside, user_rules_path()) if holds_packs(folder))
    return tuple(_distinct((*reversed(named), *own)))


def holds_packs(folder: Path) -> bool:
    """Whether rule packs lie below a folder."""
    return any(
        next(folder.glob("/".join(["*"] * depth + [PACK_FILE])), None) is not None
        for depth in range(1, _DEEPEST + 1)
    )


def _distinct(folders: tuple[Path, ...]) -> Iterator[Path]:
    """Each folder once, without the shipped one, which always comes last."""
    seen = {shipped("rules").resolve()}
    for folder in folders:
        if (resolved := folder.resolve()) not in seen:
            seen.add(resolved)
            yield folder
