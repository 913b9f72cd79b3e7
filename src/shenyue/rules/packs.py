"""Where rule packs lie, and what each says of itself; reading their rules is `reading.py`'s business."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.errors import BrokenPack, Mistake, WrongUsage
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.places import PACK_FILE
from shenyue.rules.remembering import remembered
from shenyue.rules.toml_files import TomlFile, read_toml
from shenyue.shipped import shipped
from shenyue.stamps import Stamp, stamp_below

if TYPE_CHECKING:
    from shenyue.rules.schema import PackFile


@dataclass(frozen=True, slots=True)
class Head:
    """What a pack says of itself at the head of its pack.toml."""

    name: str
    version: str
    extends: str
    """The parent's id; empty where there is none."""
    instead: bool
    """Whether it takes the place of its parent wherever that is chosen by the settings, the title or default."""
    places: tuple[str, ...]
    """Names that follow the parent's in a unit's name: 西城区 in 北京市西城区."""
    alone: tuple[str, ...]
    """Names that tell the place without the parent's before them."""


@dataclass(frozen=True, slots=True)
class PackFolder:
    """One pack's own folder, without its parents."""

    id: str
    """Folder path below the rules, such as beijing/xicheng."""
    folder: Path
    file: TomlFile
    says: Head

    def whole(self) -> "PackFile":
        """All of its pack.toml."""
        return _valid(self.file)

    def form_files(self) -> tuple[Path, ...]:
        """The forms that this pack prescribes itself, by name."""
        return tuple(sorted((self.folder / "forms").glob("*.toml")))


def rule_files(folder: Path) -> tuple[Path, ...]:
    """The rule files beside a pack.toml, by name."""
    return tuple(sorted(path for path in folder.glob("*.toml") if path.name != PACK_FILE))


def stamp_of(folders: tuple[Path, ...] = ()) -> Stamp:
    """Every TOML file below the folders and among the shipped rules, with its time and size: what was read holds as long as it does."""
    return stamp_below(*_roots(folders), ending=".toml")


def pack_ids(folders: tuple[Path, ...] = (), stamp: Stamp | None = None) -> tuple[str, ...]:
    """The ids of all packs in the folders and among the shipped ones.

    `stamp`, here and below: of the folders, where it was just taken; to look at a hundred files takes a millisecond.
    """
    return _pack_ids(folders, stamp or stamp_of(folders))


@lru_cache(maxsize=8)
def _pack_ids(folders: tuple[Path, ...], _: Stamp) -> tuple[str, ...]:
    return tuple(sorted({pack_id for root in _roots(folders) for pack_id in _ids_below(root)}))


def open_packs(folders: tuple[Path, ...] = (), stamp: Stamp | None = None) -> Mapping[str, PackFolder]:
    """Every pack's own folder by its id. Raises BrokenPack with the mistakes of every pack.toml."""
    return _open_packs(folders, stamp or stamp_of(folders))


@lru_cache(maxsize=8)
def _open_packs(folders: tuple[Path, ...], stamp: Stamp) -> Mapping[str, PackFolder]:
    return remembered(f"packs in {folders}", stamp, lambda: _opened(folders, stamp))


def _opened(folders: tuple[Path, ...], stamp: Stamp) -> Mapping[str, PackFolder]:
    packs: dict[str, PackFolder] = {}
    mistakes: list[Mistake] = []
    for pack_id in _pack_ids(folders, stamp):
        try:
            packs[pack_id] = _open_pack(pack_id, folders, stamp)
        except BrokenPack as broken:
            mistakes.extend(broken.mistakes)
    if mistakes:
        raise BrokenPack(tuple(mistakes))
    return packs


def pack_places(folders: tuple[Path, ...] = (), stamp: Stamp | None = None) -> Mapping[str, tuple[Path, ...]]:
    """For each pack id the folders of that id, the one that is used first: a pack of the user's hides a shipped one of the same id."""
    return _pack_places(folders, stamp or stamp_of(folders))


@lru_cache(maxsize=8)
def _pack_places(folders: tuple[Path, ...], stamp: Stamp) -> Mapping[str, tuple[Path, ...]]:
    return {
        pack_id: tuple(root / pack_id for root in _roots(folders) if _is_pack(root, pack_id))
        for pack_id in _pack_ids(folders, stamp)
    }


def open_pack(pack_id: str, folders: tuple[Path, ...] = (), stamp: Stamp | None = None) -> PackFolder:
    """A pack's own folder; the user's folders go before the shipped ones.

    Raises:
        WrongUsage: there is no such pack.
        BrokenPack: its pack.toml has mistakes.
    """
    return _open_pack(pack_id, folders, stamp or stamp_of(folders))


@lru_cache(maxsize=128)
def _open_pack(pack_id: str, folders: tuple[Path, ...], _: Stamp) -> PackFolder:
    for root in _roots(folders):
        if _is_pack(root, pack_id):
            file = read_toml(root / pack_id / PACK_FILE)
            return PackFolder(pack_id, file.path.parent, file, _head(_valid(file)))
    raise WrongUsage(f"没有名为“{pack_id}”的规则包。{_instead(pack_id, folders)}")


def _instead(pack_id: str, folders: tuple[Path, ...]) -> str:
    """What a pack lacks that is none, or what was probably meant."""
    bare = (root / pack_id for root in _roots(folders) if _is_below(pack_id) and (root / pack_id).is_dir())
    if (folder := next(bare, None)) is not None:
        return f"文件夹 {folder} 里没有 {PACK_FILE}，请写一个，至少有 name、version、extends 三行。"
    ids = pack_ids(folders)
    return did_you_mean(pack_id, ids) or f"可用的有：{'、'.join(ids)}。"


def lineage(pack_id: str, folders: tuple[Path, ...] = ()) -> tuple[PackFolder, ...]:
    """A pack and its parents, itself first. Raises as `open_pack`, and BrokenPack where packs extend each other in a ring."""
    stamp = stamp_of(folders)
    packs = [open_pack(pack_id, folders, stamp)]
    while parent := packs[-1].says.extends:
        child = packs[-1]
        ids = [pack.id for pack in packs]
        if parent in ids:
            ring = " → ".join([*ids, parent])
            raise BrokenPack((_at(child, f"规则包互相继承，成了一个圈：{ring}。请去掉其中一处 extends。"),))
        try:
            packs.append(open_pack(parent, folders, stamp))
        except WrongUsage as reason:
            raise BrokenPack((_at(child, str(reason)),)) from reason
    return tuple(packs)


def _head(pack: "PackFile") -> Head:
    return Head(pack.name, pack.version, pack.extends, pack.instead, tuple(pack.places), tuple(pack.alone))


def _valid(file: TomlFile) -> "PackFile":
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415
    from shenyue.rules.schema import PackFile  # noqa: PLC0415

    try:
        return PackFile.model_validate(file.content)
    except ValidationError as error:
        raise BrokenPack(tuple(mistakes_of(error, PackFile, file))) from error


def _roots(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return (*folders, shipped("rules"))


def _is_pack(root: Path, pack_id: str) -> bool:
    return _is_below(pack_id) and (root / pack_id / PACK_FILE).is_file()


def _is_below(pack_id: str) -> bool:
    """Whether an id can only name a folder below the rules."""
    return bool(pack_id) and ".." not in Path(pack_id).parts and not Path(pack_id).is_absolute()


def _ids_below(root: Path) -> Iterator[str]:
    return (path.parent.relative_to(root).as_posix() for path in root.rglob(PACK_FILE) if path.parent != root)


def _at(pack: PackFolder, sentence: str) -> Mistake:
    return pack.file.mistake("extends", sentence)
