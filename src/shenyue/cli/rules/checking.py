"""`shenyue rules check`: every mistake at once, and what cannot work as it is written."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from shenyue.authoring.evidence import own_rules
from shenyue.authoring.folders import PackChoice
from shenyue.authoring.lint import remarks
from shenyue.cli import FOUND, OK, WRONG_USAGE
from shenyue.cli.rules.packs import chosen
from shenyue.errors import BrokenPack, Mistake
from shenyue.output.paths import near
from shenyue.rules import RulePack, pack_for_reports, read_folder_file
from shenyue.rules.packs import open_pack
from shenyue.rules.reading import read_drafts
from shenyue.waivers.exceptions import WAIVER_FILE


def run(options: Namespace) -> int:
    """2 where a pack is broken, 1 where a rule cannot work, else 0."""
    choice = chosen(options)
    mistakes: dict[Mistake, None] = {}
    packs: list[RulePack] = []
    for pack_id in choice.ids:
        try:
            packs.append(pack_for_reports(pack_id, choice.folders))
        except BrokenPack as broken:
            mistakes.update(dict.fromkeys(broken.mistakes))
    mistakes.update(dict.fromkeys(_beside(options.folder, packs)))
    warned = [remark for pack in packs for remark in _remarks(pack, choice)]
    sys.stdout.writelines(f"错误　{near(one)}\n" for one in mistakes)
    sys.stdout.writelines(f"提醒　{near(one)}\n" for one in warned)
    sys.stdout.write(
        _summary(len(choice.ids), sum(len(own_rules(pack)) for pack in packs), len(mistakes), len(warned))
    )
    return WRONG_USAGE if mistakes else FOUND if warned else OK


def _beside(folder: Path | None, packs: list[RulePack]) -> Iterator[Mistake]:
    """What is wrong with the waivers of the working folder and of the one that was named."""
    for place in dict.fromkeys((Path(), folder or Path())) if packs else ():
        try:
            read_folder_file(place / WAIVER_FILE, packs[0])
        except BrokenPack as broken:
            yield from broken.mistakes


def _remarks(pack: RulePack, choice: PackChoice) -> Iterator[Mistake]:
    """Of the pack's own rules, and of what it changes in its parents' where its own files say so."""
    drafts = read_drafts(pack.id, choice.folders)
    home = open_pack(pack.id, choice.folders).folder
    for rule in pack.rules:
        draft = drafts[rule.id]
        if rule.pack == pack.id or any(origin.pack == pack.id for origin in draft.origins.values()):
            yield from (one for one in remarks(rule, pack, draft) if one.file.parent == home)


def _summary(packs: int, rules: int, mistakes: int, warned: int) -> str:
    found = f"{mistakes} 处错误，{warned} 处提醒" if mistakes or warned else "没有发现问题"
    return f"检查了 {packs} 个规则包、{rules} 条规则：{found}。\n"
