"""A reviewer's own changes to the rules, written into a pack of theirs: a rule switched off with a reason, or told as a mere hint.

The file is edited as a person would edit it: comments and layout stay (tomlkit). What was written can be taken back.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from shenyue.errors import BrokenPack, WrongUsage
from shenyue.findings import Severity
from shenyue.patterns import compiled
from shenyue.rules.model import Rule, RulePack
from shenyue.rules.packs import open_pack, open_packs
from shenyue.rules.places import PACK_FILE
from shenyue.rules.reading import read_pack
from shenyue.rules.toml_files import read_toml
from shenyue.settings import user_rules_path
from shenyue.shipped import shipped
from shenyue.writing import write_text

if TYPE_CHECKING:
    from tomlkit import TOMLDocument
    from tomlkit.items import Table

_NEW = """\
# 在“{name}”规则包之上所作的调整，由审阅程序按您的操作写入，也可以手工修改。
name = "{name}（自定）"
version = "0"
extends = "{parent}"
# 按设置、报告标题选中上级规则包时，改用本规则包；不想再用，删去这一行或者整个文件夹
instead = true
"""


@dataclass(frozen=True, slots=True)
class Adjustment:
    """One change that was written."""

    pack_id: str
    """The pack that holds it, by which reports are now judged."""
    file: Path
    sentence: str
    """What was done, in Chinese."""
    before: str | None
    """The text of the file before; None where there was none."""
    after: str


def disable(
    pack: RulePack, rule_id: str, reason: str, folders: tuple[Path, ...], *, today: date | None = None
) -> Adjustment:
    """Switch a rule off in the user's own pack.

    Raises:
        WrongUsage: no reason was given, or the file cannot be written.
        BrokenPack: the user's pack has mistakes; nothing was written.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise WrongUsage("停用规则要写明理由，例如“本区另有规定”。")
    on = (today or date.today()).isoformat()  # noqa: DTZ011 - the office's own day

    def edit(table: "Table") -> None:
        from tomlkit import inline_table  # noqa: PLC0415 - as below

        value = inline_table()
        value["reason"] = reason
        table.pop("enable", None)
        table["disable"] = value
        table["disable"].comment(f"{on} 在界面上停用")

    return _adjusted(pack, rule_id, edit, folders, f"已停用规则 {rule_id}（{reason}）")


def soften(pack: RulePack, rule_id: str, folders: tuple[Path, ...]) -> Adjustment:
    """Tell what a rule finds as a mere hint, in the user's own pack. Raises as `disable`."""
    rule = pack.rule(rule_id)

    def edit(table: "Table") -> None:
        table["severity"] = Severity.INFO.value
        for name in _graver(rule):
            variant = table.setdefault("variant", _tables(2)).setdefault(name, _tables(1))
            variant["severity"] = Severity.INFO.value

    return _adjusted(pack, rule_id, edit, folders, f"规则 {rule_id} 已改为提示")


def undo(adjustment: Adjustment) -> None:
    """Take a change back. Raises WrongUsage where the file was changed since, or cannot be written."""
    try:
        now = adjustment.file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        now = ""
    if now != adjustment.after:
        raise WrongUsage(f"{adjustment.file} 后来又改动过，不能自动撤销，请打开文件手工修改。")
    if adjustment.before is None:
        adjustment.file.unlink()
        _tidy(adjustment.file.parent)
    else:
        write_text(adjustment.file, adjustment.before)


def _graver(rule: Rule) -> tuple[str, ...]:
    """The variants that are told as more than a hint of their own accord."""
    return tuple(name for name, one in rule.variants.items() if one.severity and one.severity.rank)


def _adjusted(
    pack: RulePack, rule_id: str, edit: Callable[["Table"], None], folders: tuple[Path, ...], sentence: str
) -> Adjustment:
    pack_id, file = _own(pack, folders)
    before = read_toml(file).text if file.exists() else None
    document = _opened(before or _NEW.format(name=pack.name, parent=pack.id))
    table = document.setdefault("override", _tables(2)).setdefault(rule_id, _tables(1))
    edit(table)
    document["version"] = _next(str(document["version"]))
    after = document.as_string()
    write_text(file, after)
    done = Adjustment(pack_id, file, f"{sentence}，写入 {file}", before, after)
    try:
        read_pack(pack_id, (*folders, _root(file, pack_id)))
    except BrokenPack:
        undo(done)
        raise
    return done


def _own(pack: RulePack, folders: tuple[Path, ...]) -> tuple[str, Path]:
    """The pack to write into, and its file: the pack itself where it is the user's, else one that stands for it, else a new one."""
    current = open_pack(pack.id, folders)
    if _is_users(current.folder):
        return pack.id, current.file.path
    for each in open_packs(folders).values():
        if each.says.extends == pack.id and each.says.instead and _is_users(each.folder):
            return each.id, each.file.path
    pack_id = f"{pack.id}/own"
    return pack_id, _where(folders) / pack_id / PACK_FILE


def _is_users(folder: Path) -> bool:
    """Whether a pack lies in the user's own folder or in that of the working folder, and is not a shipped one."""
    return not folder.resolve().is_relative_to(shipped("rules").resolve()) and any(
        folder.is_relative_to(root) for root in (Path.cwd() / "rules", user_rules_path())
    )


def _where(folders: tuple[Path, ...]) -> Path:
    """The folder for a new pack: the rules of the working folder where there are any, else the user's own."""
    beside = Path.cwd() / "rules"
    return beside if beside in folders else user_rules_path()


def _root(file: Path, pack_id: str) -> Path:
    """The folder of packs that a pack file lies in."""
    return file.parents[pack_id.count("/") + 1]


def _opened(text: str) -> "TOMLDocument":
    # slow to load, and needed only here
    from tomlkit import parse  # noqa: PLC0415

    return parse(text)


def _tables(more: int) -> "Table":
    """An empty table; above others it needs no header of its own."""
    from tomlkit import table  # noqa: PLC0415 - as above

    return table(is_super_table=more > 1)


def _next(version: str) -> str:
    """The version with its last number raised, so that memos made before and after can be told apart."""
    number = compiled(r"\d+$").search(version)
    return f"{version[: number.start()]}{int(number[0]) + 1}" if number else f"{version}.1"


def _tidy(folder: Path) -> None:
    """Remove folders that were made for the file, if they are empty."""
    while not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
