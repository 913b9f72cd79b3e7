"""Which rule pack a report is judged by, and why: the choice is always shown."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from shenyue.errors import BrokenPack, WrongUsage
from shenyue.patterns import compiled
from shenyue.report import Identity
from shenyue.rules.packs import (
    PackFolder,
    lineage,
    open_pack,
    open_packs,
    pack_ids,
    pack_places,
    stamp_of,
)
from shenyue.settings import settings_path
from shenyue.stamps import Stamp

NATIONAL = "national"
_YEAR = compiled(r"^\s*(?:[12]\d{3}|[〇零一二三四五六七八九]{4})\s*年度?")


@dataclass(frozen=True, slots=True)
class Choice:
    """A pack and how it came to be chosen."""

    pack_id: str
    chosen_by: str
    """option, settings, title or default."""
    reason: str
    """In Chinese, for the screen."""
    packs: Mapping[str, str] = field(default_factory=dict)
    """What else could be chosen: names by id."""


def choose_pack(
    identity: Identity | None,
    *,
    option: str | None = None,
    in_session: bool = False,
    preferred: str | None = None,
    folders: tuple[Path, ...] = (),
) -> Choice:
    """The pack named on the command line, or `in_session` in the conversation (`option`), else in the settings (`preferred`), else by the unit's place, else national.

    A name may be an id (beijing/xicheng) or the place itself (北京市西城区). Where it is not named so, a pack that
    says `instead` takes the place of its parent. Raises WrongUsage for one that does not exist, BrokenPack for a broken pack.toml.
    """
    library = _Library(folders, stamp_of(folders))
    if option:
        who = "界面里选定" if in_session else "命令行指定"
        return _told(_named(option, "option", who, library), library)
    if preferred:
        chosen = _preferred(preferred, library)
    else:
        by_place = _by_place(identity, library) if identity else None
        chosen = by_place or Choice(NATIONAL, "default", "标题中没有已配规则包的地名，用全国通用规则")
    return _told(_adjusted(chosen, library), library)


@dataclass(frozen=True, slots=True)
class _Library:
    """All packs there are, as they stand at one moment."""

    folders: tuple[Path, ...]
    stamp: Stamp

    def packs(self) -> Mapping[str, PackFolder]:
        """By id; BrokenPack where any pack.toml is."""
        return open_packs(self.folders, self.stamp)


def _preferred(name: str, library: _Library) -> Choice:
    try:
        return _named(name, "settings", "设置文件指定", library)
    except WrongUsage as reason:
        raise WrongUsage(f"设置文件 {settings_path()} 里的 district：{reason}") from reason


def _named(name: str, chosen_by: str, who: str, library: _Library) -> Choice:
    if name not in pack_ids(library.folders, library.stamp):
        packs = library.packs().values()
        name = next((pack.id for pack in packs if name in {pack.says.name, *pack.says.alone}), name)
    pack = open_pack(name, library.folders, library.stamp)
    return Choice(pack.id, chosen_by, f"{who} {pack.id}（{pack.says.name}）")


def _adjusted(choice: Choice, library: _Library) -> Choice:
    """The pack that takes the place of the chosen one, and of that one in turn; of several the one whose folder goes first."""
    packs = library.packs()
    seen = {choice.pack_id}
    while own := [one for one in packs.values() if one.says.instead and one.says.extends == choice.pack_id]:
        pack = min(own, key=lambda one: (_rank(one, library.folders), one.id))
        if pack.id in seen:
            break
        seen.add(pack.id)
        reason = f"{choice.reason}；该规则包另有自定的调整，用的是调整后的 {pack.id}"
        choice = replace(choice, pack_id=pack.id, reason=reason)
    return choice


def _rank(pack: PackFolder, folders: tuple[Path, ...]) -> int:
    return next((at for at, folder in enumerate(folders) if pack.folder.is_relative_to(folder)), len(folders))


def _told(choice: Choice, library: _Library) -> Choice:
    """The choice, saying which folder's pack it is where two have one of that id, and what else there is."""
    places = pack_places(library.folders, library.stamp)[choice.pack_id]
    twice = (
        f"；{len(places)} 处有名为 {choice.pack_id} 的规则包，用的是 {places[0]}" if len(places) > 1 else ""
    )
    return replace(choice, reason=choice.reason + twice, packs=_names(library))


def _names(library: _Library) -> Mapping[str, str]:
    try:
        return {pack.id: pack.says.name for pack in library.packs().values()}
    except BrokenPack:  # another pack than the one named: it stops nothing
        return {}


def _by_place(identity: Identity, library: _Library) -> Choice | None:
    """The pack whose place the unit's name or the title begins with; the longest name wins."""
    packs = library.packs()
    title = identity.title.text if identity.title else ""
    best: tuple[int, str, str] | None = None
    for name in (identity.unit, _YEAR.sub("", title)):
        text = "".join(name.split())
        for pack in packs.values():
            length = _matched(text, pack, packs)
            if length and (best is None or length > best[0]):
                best = length, pack.id, text[:length]
    return best and Choice(best[1], "title", f"标题中的“{best[2]}”对应规则包 {best[1]}")


def place_at_head(text: str, pack_id: str, folders: tuple[Path, ...] = ()) -> str:
    """The beginning of a text that names the place of a pack; empty where it names none. Raises as `lineage`."""
    packs = {pack.id: pack for pack in lineage(pack_id, folders)}
    return text[: _matched(text, packs[pack_id], packs)]


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
