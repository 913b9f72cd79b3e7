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
from shenyue.authoring.folders import packs_in
from shenyue.authoring.reference import kinds
from shenyue.cli import OK
from shenyue.errors import WrongUsage
from shenyue.output.paths import short
from shenyue.rules import pack_ids
from shenyue.rules.choosing import place_at_head
from shenyue.rules.guessing import hint
from shenyue.rules.places import PACK_FILE, pack_folders
from shenyue.rules.reading import read_drafts


def run(options: Namespace) -> int:
    """0; nothing that is there is overwritten."""
    path = _rule(options) if options.what == "rule" else _pack(options)
    sys.stdout.write(
        f"已写入 {short(path)}\n接下来：用编辑器修改它，再运行 shenyue rules check {short(path.parent)}\n"
    )
    return OK


def _rule(options: Namespace) -> Path:
    ask = _Asking(options.folder, options.kind, options.id)
    folder = options.folder or Path(ask("规则写进哪个规则包的文件夹", "--in"))
    if not (folder / PACK_FILE).is_file():
        raise WrongUsage(
            f"文件夹 {folder} 不是规则包（没有 {PACK_FILE}）；新建规则包请用 shenyue rules new pack。"
        )
    if options.kind is None:
        sys.stdout.writelines(_menu())
    new = NewRule(
        options.kind or _kind(ask("用哪种检查方法（写序号或名称）", "--kind")),
        (options.id or ask("规则编号，大写字母加三位数字，如 Z901", "--id")).upper(),
        options.title if options.title is not None else ask("规则名称（回车用样板的）", default=""),
        options.severity or ask("级别 error、warning、info（回车用样板的）", default=""),
    )
    _unless_taken(new.id, folder)
    return write_new(rule_path(folder, new), rule_text(new))


def _unless_taken(rule_id: str, folder: Path) -> None:
    """Raises WrongUsage where the pack or one of its parents has a rule of that id: with two of them no command would read the pack."""
    taken = next((path.name for path in folder.glob(f"{rule_id}*.toml")), None)
    if taken:
        raise WrongUsage(f"规则编号 {rule_id} 已被 {taken} 使用，请换一个。")
    choice = packs_in(folder, pack_folders())
    inherited = read_drafts(choice.ids[0], choice.folders).get(rule_id)
    if inherited:
        raise WrongUsage(
            f"规则编号 {rule_id} 已被上级规则包 {inherited.own.pack} 的 {inherited.own.file.path.name} 使用，请换一个；"
            f"修改上级的规则请在 pack.toml 里写 [override.{rule_id}]。"
        )


def _pack(options: Namespace) -> Path:
    ask = _Asking(options.id, options.title)
    root = options.folder or Path("rules")
    new_id = options.id or ask("规则包的名称（文件夹名），如 gansu/wuwei", "--id")
    name = options.title or ask("地名，如 甘肃省武威市", "--title")
    parent = options.extends or ask("上级规则包（回车是 national）", default="national")
    known = pack_ids((root,) if root.is_dir() else ())
    if parent not in known:
        raise WrongUsage(f"没有名为“{parent}”的上级规则包。{hint(parent, known, '可用的有')}")
    places = options.place or [
        ask(
            f"标题以哪个地名开头的报告用它，不写上级地名（回车是不按标题选用，审查时要写 --district {new_id}）",
            default="",
        )
    ]
    own = tuple(_own_place(place, parent, (root,) if root.is_dir() else ()) for place in places)
    new = NewPack(new_id, name, parent, tuple(filter(None, own)))
    return write_new(pack_path(root, new), pack_text(new))


def _own_place(place: str, parent: str, folders: tuple[Path, ...]) -> str:
    """The place as the pack is to have it: without that of its parent, after which it is looked for; said where that makes a difference."""
    if head := place_at_head(place, parent, folders):
        own = place[len(head) :]
        written = f"places 里写的是“{own}”" if own else "没有写进 places"
        sys.stdout.write(f"“{head}”是上级 {parent} 的地名，不必重复，{written}。\n")
        return own
    return place


def _menu() -> list[str]:
    return [f"{number:>3}  {name}　{title}\n" for number, (name, title) in enumerate(_authors().items(), 1)]


def _authors() -> Mapping[str, str]:
    return {name: kind.title for name, kind in kinds().items() if kind.author}


def _kind(answer: str) -> str:
    names = list(_authors())
    return names[int(answer) - 1] if answer.isdecimal() and 0 < int(answer) <= len(names) else answer


class _Asking:
    """Questions to whoever types, on a terminal or through a pipe; nothing is asked where all that must be said was said."""

    def __init__(self, *said: object) -> None:
        self._on = sys.stdin.isatty() or None in said

    def __call__(self, question: str, option: str = "", default: str | None = None) -> str:
        """The answer; raises WrongUsage where none comes."""
        if not self._on:
            return default or ""
        answer = self._line(question, option)
        while not answer and default is None:
            answer = self._line(f"不能为空。{question}", option)
        return answer or default or ""

    def _line(self, question: str, option: str) -> str:
        try:
            return input(f"{question}：").strip()
        except (EOFError, OSError) as reason:
            also = f"；也可以在命令后面用 {option} 写明" if option else ""
            raise WrongUsage(f"没有得到回答，什么也没有写{also}。") from reason
