"""Where rule packs lie, and what each says of itself; reading their rules is `reading.py`'s business."""

import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import tomli

from shenyue.errors import BrokenPack, Mistake, WrongUsage
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.toml_lines import Lines, read_lines
from shenyue.shipped import shipped

if TYPE_CHECKING:
    from shenyue.rules.schema import PackFile

PACK_FILE = "pack.toml"
Stamp = tuple[tuple[str, int, int], ...]


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file with the lines of its keys."""

    path: Path
    content: Mapping[str, Any]
    lines: Lines


@dataclass(frozen=True, slots=True)
class PackFolder:
    """One pack's own folder, without its parents."""

    id: str
    """Folder path below the rules, such as beijing/xicheng."""
    folder: Path
    file: TomlFile
    says: "PackFile"

    def rule_files(self) -> tuple[Path, ...]:
        """The rule files beside pack.toml, by name."""
        return tuple(sorted(path for path in self.folder.glob("*.toml") if path.name != PACK_FILE))

    def form_files(self) -> tuple[Path, ...]:
        """The forms that this pack prescribes itself, by name."""
        return tuple(sorted((self.folder / "forms").glob("*.toml")))


def stamp_of(folders: tuple[Path, ...] = ()) -> Stamp:
    """Every TOML file below the folders and among the shipped rules, with its time and size: what was read holds as long as it does."""
    return tuple(sorted(each for root in _roots(folders) for each in _stamps_below(root)))


def pack_ids(folders: tuple[Path, ...] = ()) -> tuple[str, ...]:
    """The ids of all packs in the folders and among the shipped ones."""
    return _pack_ids(folders, stamp_of(folders))


@lru_cache(maxsize=8)
def _pack_ids(folders: tuple[Path, ...], _: Stamp) -> tuple[str, ...]:
    return tuple(sorted({pack_id for root in _roots(folders) for pack_id in _ids_below(root)}))


def open_packs(folders: tuple[Path, ...] = ()) -> dict[str, PackFolder]:
    """Every pack's own folder by its id. Raises as `open_pack`."""
    stamp = stamp_of(folders)
    return {pack_id: _open_pack(pack_id, folders, stamp) for pack_id in _pack_ids(folders, stamp)}


def open_pack(pack_id: str, folders: tuple[Path, ...] = ()) -> PackFolder:
    """A pack's own folder; the user's folders go before the shipped ones.

    Raises:
        WrongUsage: there is no such pack.
        BrokenPack: its pack.toml has mistakes.
    """
    return _open_pack(pack_id, folders, stamp_of(folders))


@lru_cache(maxsize=128)
def _open_pack(pack_id: str, folders: tuple[Path, ...], _: Stamp) -> PackFolder:
    for root in _roots(folders):
        if _is_pack(root, pack_id):
            file = read_toml(root / pack_id / PACK_FILE)
            return PackFolder(pack_id, file.path.parent, file, _says(file))
    ids = pack_ids(folders)
    guess = did_you_mean(pack_id, ids) or f"可用的有：{'、'.join(ids)}。"
    raise WrongUsage(f"没有名为“{pack_id}”的规则包。{guess}")


def lineage(pack_id: str, folders: tuple[Path, ...] = ()) -> tuple[PackFolder, ...]:
    """A pack and its parents, itself first. Raises as `open_pack`, and BrokenPack where packs extend each other in a ring."""
    packs = [open_pack(pack_id, folders)]
    while parent := packs[-1].says.extends:
        child = packs[-1]
        ids = [pack.id for pack in packs]
        if parent in ids:
            ring = " → ".join([*ids, parent])
            raise BrokenPack((_at(child, f"规则包互相继承，成了一个圈：{ring}。请去掉其中一处 extends。"),))
        try:
            packs.append(open_pack(parent, folders))
        except WrongUsage as reason:
            raise BrokenPack((_at(child, str(reason)),)) from reason
    return tuple(packs)


def read_toml(path: Path) -> TomlFile:
    """A TOML file. Raises BrokenPack where it cannot be read or is no TOML, with the line."""
    try:
        text = path.read_text(encoding="utf-8")
        return TomlFile(path, tomli.loads(text), read_lines(text))
    except OSError as reason:
        raise BrokenPack((Mistake(path, 0, "", f"文件无法读取（{reason.strerror}）。"),)) from reason
    except UnicodeDecodeError as reason:
        raise BrokenPack((Mistake(path, 0, "", "文件须为 UTF-8 编码。"),)) from reason
    except tomli.TOMLDecodeError as reason:
        sentence = f"不合 TOML 写法（{reason.msg}），请检查这一行的引号、方括号和等号。"
        raise BrokenPack((Mistake(path, reason.lineno, "", sentence),)) from reason


def _says(file: TomlFile) -> "PackFile":
    # pydantic is slow to load, and the commands that read no rules do without it
    from pydantic import ValidationError  # noqa: PLC0415

    from shenyue.rules.mistakes import mistakes_of  # noqa: PLC0415
    from shenyue.rules.schema import PackFile  # noqa: PLC0415

    try:
        return PackFile.model_validate(file.content)
    except ValidationError as error:
        raise BrokenPack(tuple(mistakes_of(error, PackFile, file.path, file.lines))) from error


def _roots(folders: tuple[Path, ...]) -> tuple[Path, ...]:
    return (*folders, shipped("rules"))


def _is_pack(root: Path, pack_id: str) -> bool:
    inside = bool(pack_id) and ".." not in Path(pack_id).parts and not Path(pack_id).is_absolute()
    return inside and (root / pack_id / PACK_FILE).is_file()


def _ids_below(root: Path) -> Iterator[str]:
    return (path.parent.relative_to(root).as_posix() for path in root.rglob(PACK_FILE) if path.parent != root)


def _stamps_below(root: Path) -> Iterator[tuple[str, int, int]]:
    for folder, _, names in os.walk(root):
        for name in names:
            if name.endswith(".toml"):
                path = os.path.join(folder, name)  # noqa: PTH118 - a Path for each of a hundred files costs more than the look
                status = os.stat(path)  # noqa: PTH116 - ditto
                yield path, status.st_mtime_ns, status.st_size


def _at(pack: PackFolder, sentence: str) -> Mistake:
    return Mistake(pack.file.path, pack.file.lines.get("extends", 0), "extends", sentence)
