"""What a pack says or holds that has not the effect its author probably wanted: said when it is checked."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from shenyue.errors import Mistake
from shenyue.rules import RulePack, Waiver
from shenyue.rules.choosing import place_at_head
from shenyue.rules.packs import PackFolder, open_pack
from shenyue.rules.reading import read_drafts
from shenyue.waivers import Applied, State, Use, notices_of


def pack_remarks(pack: RulePack, folders: tuple[Path, ...], today: date) -> Iterator[Mistake]:
    """Of the pack alone, without its parents and its rules, each at its line; `folders` as the pack was read with."""
    own = open_pack(pack.id, folders)
    yield from _repeated_places(own, folders)
    yield from _dropped_words(own, folders)
    yield from _unread_files(own.folder)
    yield from expired((one for one in pack.waivers if one.file == own.file.path), today)


def expired(waivers: Iterable[Waiver], today: date) -> Iterator[Mistake]:
    """Waivers that hold no longer."""
    uses = tuple(Use(one, State.EXPIRED) for one in waivers if one.expired(today))
    yield from (Mistake(one.file, one.line, "", one.sentence) for one in notices_of((Applied(uses),)))


def _repeated_places(pack: PackFolder, folders: tuple[Path, ...]) -> Iterator[Mistake]:
    """Places that begin with the parent's: they are looked for after it, and never found."""
    for number, place in enumerate(pack.says.places if pack.says.extends else ()):
        if head := place_at_head(place, pack.says.extends, folders):
            own = place[len(head) :]
            mend = f"请改为“{own}”" if own else "请删去"
            yield pack.file.mistake(
                f"places.{number}",
                f"“{place}”对不上任何标题：“{head}”是上级 {pack.says.extends} 的地名，不要重复，{mend}。",
            )


def _dropped_words(pack: PackFolder, folders: tuple[Path, ...]) -> Iterator[Mistake]:
    """Lists of the parents' that an override writes anew without saying that it means to."""
    if not pack.says.extends:
        return
    drafts = read_drafts(pack.says.extends, folders)
    for rule_id, changes in pack.whole().override.items():
        key = f"override.{rule_id}.check"
        for at, dropped in _dropped(drafts[rule_id].content["check"], changes.get("check", {}), key):
            yield pack.file.mistake(
                at,
                f"直接写一列会把上级的整个换掉，去掉原有的 {len(dropped)} 项（如“{dropped[0]}”）；"
                '只增减请写 {add = ["…"], remove = ["…"]}，确要整个换掉请写 {replace = ["…"]}。',
            )


def _dropped(
    old: Mapping[str, Any], new: Mapping[str, Any], key: str
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The words that plain lists no longer have, by the key of the list."""
    for name, value in new.items():
        before = old.get(name)
        if isinstance(before, Mapping) and isinstance(value, Mapping):
            yield from _dropped(before, value, f"{key}.{name}")
        elif isinstance(before, list) and isinstance(value, list):
            gone = tuple(word for word in before if isinstance(word, str) and word not in value)
            yield from [(f"{key}.{name}", gone)] if gone else ()


def _unread_files(folder: Path) -> Iterator[Mistake]:
    """Files that an editor saved under another name than was typed."""
    for pattern in ("*.toml.txt", "forms/*.toml.txt", "lexicon/*.toml.txt"):
        for path in sorted(folder.glob(pattern)):
            sentence = f"程序不读这个文件：文件名末尾多了 .txt，请改名为 {path.name[:-4]}（Windows 上要先显示文件扩展名）。"
            yield Mistake(path, 0, "", sentence)
