"""`shenyue rules new rule|pack`: ask what was not said, write commented TOML that passes the check."""

import sys
from argparse import Namespace
from collections.abc import Mapping
from pathlib import Path

from shenyue.authoring.drafting import (
    NewPack,
    NewRule,
    pack_path,
    pack_text,
    rule_path,
    rule_text,
    write_new,
)
from shenyue.authoring.reference import kinds
from shenyue.cli import OK
from shenyue.errors import WrongUsage
from shenyue.output.paths import short
from shenyue.rules import pack_ids
from shenyue.rules.guessing import did_you_mean
from shenyue.rules.places import PACK_FILE


def run(options: Namespace) -> int:
    """0; nothing that is there is overwritten."""
    path = _rule(options) if options.what == "rule" else _pack(options)
    sys.stdout.write(
        f"已写入 {short(path)}\n接下来：用编辑器修改它，再运行 shenyue rules check {short(path.parent)}\n"
    )
    return OK


def _rule(options: Namespace) -> Path:
    folder = options.folder or Path(_asked("规则写进哪个规则包的文件夹", "--in"))
    if not (folder / PACK_FILE).is_file():
        raise WrongUsage(
            f"文件夹 {folder} 不是规则包（没有 {PACK_FILE}）；新建规则包请用 shenyue rules new pack。"
        )
    if options.kind is None and _on_terminal():
        sys.stdout.writelines(_menu())
    kind = options.kind or _kind(_asked("用哪种检查方法（写序号或名称）", "--kind"))
    new = NewRule(
        kind,
        (options.id or _asked("规则编号，大写字母加三位数字，如 Z901", "--id")).upper(),
        options.title if options.title is not None else _asked("规则名称（回车用样板的）", "", ""),
        options.severity
        if options.severity is not None
        else _asked("级别 error、warning、info（回车用样板的）", "", ""),
    )
    taken = [path.name for path in folder.glob(f"{new.id}*.toml")]
    if taken:
        raise WrongUsage(f"规则编号 {new.id} 已被 {taken[0]} 使用，请换一个。")
    return write_new(rule_path(folder, new), rule_text(new))


def _pack(options: Namespace) -> Path:
    root = options.folder or Path("rules")
    new_id = options.id or _asked("规则包的名称（文件夹名），如 gansu/wuwei", "--id")
    name = options.title or _asked("地名，如 甘肃省武威市", "--title")
    parent = options.extends or _asked("上级规则包（回车是 national）", "", "national")
    known = pack_ids((root,) if root.is_dir() else ())
    if parent not in known:
        raise WrongUsage(
            f"没有名为“{parent}”的上级规则包。{did_you_mean(parent, known) or '可用的有：' + '、'.join(known)}"
        )
    asked = () if options.place else (_asked("按报告标题选用时的地名（可空）", "", ""),)
    places = tuple(place for place in (*options.place, *asked) if place)
    new = NewPack(new_id, name, parent, places)
    return write_new(pack_path(root, new), pack_text(new))


def _menu() -> list[str]:
    return [f"{number:>3}  {name}　{title}\n" for number, (name, title) in enumerate(_authors().items(), 1)]


def _authors() -> Mapping[str, str]:
    return {name: kind.title for name, kind in kinds().items() if kind.author}


def _kind(answer: str) -> str:
    names = list(_authors())
    return names[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(names) else answer


def _asked(question: str, option: str, default: str | None = None) -> str:
    """What the user types; without a terminal the default, or WrongUsage where it must be said."""
    if not _on_terminal():
        if default is None:
            raise WrongUsage(f"没有终端，不能询问；请用 {option} 写明{question}。")
        return default
    try:
        answer = input(f"{question}：").strip()
        while not answer and default is None:
            answer = input(f"不能为空。{question}：").strip()
    except EOFError as reason:
        raise WrongUsage("输入中断，什么也没有写。") from reason
    return answer or default or ""


def _on_terminal() -> bool:
    return sys.stdin.isatty()
