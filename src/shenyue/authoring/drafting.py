"""New rules and packs as commented TOML that is right at once; the author then puts in what they mean."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from shenyue.authoring.reference import kinds, template
from shenyue.errors import WrongUsage
from shenyue.findings import Severity
from shenyue.patterns import compiled
from shenyue.rules.guessing import hint
from shenyue.rules.places import PACK_FILE
from shenyue.writing import write_text

_MODEL_ID = "Z901"
_ID = compiled(r"[A-Z]{1,4}[0-9]{3}")
_PACK_ID = compiled(r"[\p{L}\p{N}_-]+(?:/[\p{L}\p{N}_-]+)*")


@dataclass(frozen=True, slots=True)
class NewRule:
    """What the author says of a new rule; what is empty stays as in the model."""

    kind: str
    id: str
    title: str = ""
    severity: str = ""


@dataclass(frozen=True, slots=True)
class NewPack:
    """What the author says of a new pack."""

    id: str
    """Its folder below the folder of packs."""
    name: str
    extends: str
    places: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()


def rule_text(new: NewRule) -> str:
    """The rule file. Raises WrongUsage for an id, kind or severity that cannot be."""
    authors = [name for name, kind in kinds().items() if kind.author]
    if new.kind not in authors:
        raise WrongUsage(f"没有供编写用的检查方法“{new.kind}”。{hint(new.kind, authors, '可用的有')}")
    if not _ID.fullmatch(new.id):
        raise WrongUsage(f"规则编号“{new.id}”不对，应为一至四个大写字母加三位数字，如 Z901。")
    if new.severity and new.severity not in set(Severity):
        raise WrongUsage(f"级别“{new.severity}”不对，只能是 error、warning、info。")
    text = template(new.kind).replace(_MODEL_ID, new.id)
    for key, value in (("title", new.title), ("severity", new.severity)):
        if value:
            text = _set(text, key, value)
    return text


def _set(text: str, key: str, value: str) -> str:
    """The text with the first line of a key set anew, its comment kept."""
    line = f"{key} = {_quoted(value)}"
    return re.sub(rf'^{key} = "[^"]*"', lambda _: line, text, count=1, flags=re.MULTILINE)


def pack_text(new: NewPack) -> str:
    """Its pack.toml. Raises WrongUsage for an id that cannot be a folder."""
    if not _PACK_ID.fullmatch(new.id):
        raise WrongUsage(
            f"规则包“{new.id}”的名称不对，只能用字母、数字、汉字、- 和 _，下级用斜线，如 gansu/wuwei。"
        )
    return f"""\
# {new.name}规则包
name = {_quoted(new.name)}
version = "1"                       # 改了规则就改版本，审核意见上会印出来
extends = {_quoted(new.extends)}{" " * max(1, 25 - len(new.extends))}# 上级规则包：它的规则全部继承

# 跟在上级地名后面的本地地名，用来按报告标题选规则包
places = {_listed(new.places)}
# 前面没有上级地名也能认定的地名；各地有重名的不要写
alone = {_listed(new.alone)}

# 下面是改动上级规则的写法，去掉行首的 # 就生效：
#
# [override.T303]                   # 改级别
# severity = "error"
#
# [override.L504.check]             # 给词表加词、去词
# terms = {{add = ["错的 → 对的"], remove = ["放服管 → 放管服"]}}
#
# [override.L513]                   # 停用一条，必须写原因
# disable = {{reason = "本地不要求"}}
"""


def write_new(path: Path, text: str) -> Path:
    """Write a file that is not there yet; the path. Raises WrongUsage where it is, or cannot be written."""
    if path.exists():
        raise WrongUsage(f"{path} 已经存在，没有改动它；请换一个名称。")
    write_text(path, text)
    return path


def rule_path(pack: Path, new: NewRule) -> Path:
    """Where a new rule of a pack goes: ID-kind.toml."""
    return pack / f"{new.id}-{new.kind.replace('_', '-')}.toml"


def pack_path(root: Path, new: NewPack) -> Path:
    """Where a new pack's file goes."""
    return root / new.id / PACK_FILE


def _listed(words: Sequence[str]) -> str:
    return "[" + ", ".join(map(_quoted, words)) + "]"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
