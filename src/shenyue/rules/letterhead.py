"""`[memo]` of a pack: who sends a district's memos, to whom, in which layout and with which conclusions. A child sets key by key."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.errors import Mistake
from shenyue.patterns import compiled
from shenyue.rules.model import Letterhead
from shenyue.rules.packs import PackFolder

if TYPE_CHECKING:
    from shenyue.rules.schema import MemoTable

_TEMPLATES = ("docx", "md", "html", "txt")
"""Formats of a memo that have templates."""
_BRACED = compiled(r"\{[^}]*\}?|\}")


def read_letterhead(packs: tuple[PackFolder, ...], mistakes: list[Mistake]) -> Letterhead:
    """The letterhead of a pack and its parents, itself first; what is wrong with it is added to `mistakes`."""
    texts: dict[str, str] = {}
    conclusions: dict[str, str] = {}
    templates: dict[str, Path] = {}
    for pack in reversed(packs):
        memo = pack.whole().memo
        texts |= {key: text for key in ("office", "addressee") if (text := getattr(memo, key)) is not None}
        conclusions |= memo.conclusion.model_dump(exclude_none=True)
        templates |= {Path(name).suffix[1:].lower(): pack.folder / name for name in memo.templates}
        mistakes.extend(pack.file.mistake(key, sentence) for key, sentence in _complaints(pack, memo))
    return Letterhead(**texts, conclusions=conclusions, templates=_kept(templates))


def _kept(templates: Mapping[str, Path]) -> Mapping[str, Path]:
    return {suffix: path for suffix, path in templates.items() if suffix in _TEMPLATES}


def _complaints(pack: PackFolder, memo: "MemoTable") -> Iterator[tuple[str, str]]:
    for braced in _BRACED.findall(memo.addressee or ""):
        if braced != "{unit}":
            yield "memo.addressee", f"{braced} 无法识别，主送里只能用 {{unit}}，代表报告单位。"
    for name in memo.templates:
        if Path(name).suffix[1:].lower() not in _TEMPLATES:
            yield (
                "memo.templates",
                f"{name} 的扩展名应为 {'、'.join(f'.{one}' for one in _TEMPLATES)} 之一。",
            )
        elif not (pack.folder / name).is_file():
            yield "memo.templates", f"没有这个文件：{name}（从 pack.toml 所在的文件夹找起）。"
