"""Which rule pack a report is judged by, and why: the choice is always shown."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import regex

from shenyue.report import Identity
from shenyue.rules.packs import PackFolder, open_pack, open_packs

NATIONAL = "national"
_YEAR = regex.compile(r"^\s*(?:[12]\d{3}|[〇零一二三四五六七八九]{4})\s*年度?")


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack and how it came to be chosen."""

    pack_id: str
    chosen_by: str
    """option, settings, title or default."""
    reason: str
    """In Chinese, for the screen."""


def choose_pack(
    identity: Identity | None,
    *,
    option: str | None = None,
    preferred: str | None = None,
    folders: tuple[Path, ...] = (),
) -> Choice:
    """The pack named on the command line (`option`), else in the settings (`preferred`), else by the unit's place, else national.

    A name may be an id (beijing/xicheng) or the place itself (北京市西城区). Raises WrongUsage for one that does not exist.
    """
    if option:
        return _named(option, "option", "命令行指定", folders)
    if preferred:
        return _named(preferred, "settings", "设置文件指定", folders)
    found = _by_place(identity, folders) if identity else None
    return found or Choice(NATIONAL, "default", "标题中没有已配规则包的地名，用全国通用规则")


def _named(name: str, chosen_by: str, who: str, folders: tuple[Path, ...]) -> Choice:
    by_place = (
        pack.id for pack in open_packs(folders).values() if name in {pack.says.name, *pack.says.alone}
    )
    pack = open_pack(next(by_place, name), folders)
    return Choice(pack.id, chosen_by, f"{who} {pack.id}（{pack.says.name}）")


def _by_place(identity: Identity, folders: tuple[Path, ...]) -> Choice | None:
    """The pack whose place the unit's name or the title begins with; the longest name wins."""
    packs = open_packs(folders)
    title = identity.title.text if identity.title else ""
    best: tuple[int, str, str] | None = None
    for name in (identity.unit, _YEAR.sub("", title)):
        text = "".join(name.split())
        for pack in packs.values():
            length = _matched(text, pack, packs)
            if length and (best is None or length > best[0]):
                best = length, pack.id, text[:length]
    return best and Choice(best[1], "title", f"标题中的“{best[2]}”对应规则包 {best[1]}")


def _matched(text: str, pack: PackFolder, packs: Mapping[str, PackFolder]) -> int:
    """How much of the beginning of a text names the pack's place; 0 where it does not."""
    alone = (len(name) for name in pack.says.alone if text.startswith(name))
    start = _parent_matched(text, pack, packs)
    after = (
        start + len(name) for name in pack.says.places if start is not None and text.startswith(name, start)
    )
    return max([*alone, *after], default=0)


def _parent_matched(text: str, pack: PackFolder, packs: Mapping[str, PackFolder]) -> int | None:
    """Where the parent's place ends in the text: 0 below a pack without places, None where it is not there."""
    parent = packs.get(pack.says.extends)
    if parent is None or not (parent.says.places or parent.says.alone):
        return 0
    return _matched(text, parent, packs) or None
