"""Which packs a folder on the command line is about: a pack itself, or a folder of packs."""

from dataclasses import dataclass
from pathlib import Path

from shenyue.errors import WrongUsage
from shenyue.rules.places import PACK_FILE
from shenyue.shipped import shipped


@dataclass(frozen=True, slots=True)
class PackChoice:
    """Packs by id, and the folders in which they and their parents lie."""

    ids: tuple[str, ...]
    folders: tuple[Path, ...]
    """As `read_pack` wants them: what goes first stands first, without the shipped one."""


def packs_in(folder: Path, beside: tuple[Path, ...] = ()) -> PackChoice:
    """The pack whose folder this is (or that of one of its files), or every pack below it; `beside`: where parents may lie, besides the shipped ones.

    Raises:
        WrongUsage: there is no pack.
    """
    folder = folder.parent if folder.is_file() else folder
    if not folder.is_dir():
        raise WrongUsage(
            f"文件夹 {folder} 不存在。请写规则包的文件夹（里面有 {PACK_FILE}），或者存放规则包的文件夹。"
        )
    root = next((one for one in (*beside, shipped("rules")) if _inside(folder, one)), None) or _root(folder)
    ids = (
        (folder.resolve().relative_to(root.resolve()).as_posix(),)
        if (folder / PACK_FILE).is_file()
        else tuple(sorted(path.parent.relative_to(folder).as_posix() for path in folder.rglob(PACK_FILE)))
    )
    if not ids:
        raise WrongUsage(
            f"文件夹 {folder} 里没有规则包（没有 {PACK_FILE}）。新建规则包请用 shenyue rules new pack。"
        )
    return PackChoice(ids, (root, *(one for one in beside if one.resolve() != root.resolve())))


def _inside(folder: Path, root: Path) -> bool:
    return folder.resolve() != root.resolve() and folder.resolve().is_relative_to(root.resolve())


def _root(folder: Path) -> Path:
    """The folder of packs: above the topmost of nested packs."""
    root = folder
    while (root / PACK_FILE).is_file() and root.parent != root:
        root = root.resolve().parent if root == Path() else root.parent
    return root
