"""`shenyue rules check`: every mistake at once, and what cannot work as it is written."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from shenyue.authoring.evidence import own_rules
from shenyue.authoring.folders import PackChoice
from shenyue.authoring.lint import remarks
from shenyue.authoring.pack_lint import expired, pack_remarks
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
    today = date.today()  # noqa: DTZ011 - the office's own day
    warned = [remark for pack in packs for remark in _remarks(pack, choice, today)]
    for place in dict.fromkeys((Path(), options.folder or Path())) if packs else ():
        try:
            warned += expired(read_folder_file(place / WAIVER_FILE, packs[0]), today)
        except BrokenPack as broken:
            mistakes.update(dict.fromkeys(broken.mistakes))
    sys.stdout.writelines(f"错误　{near(one)}\n" for one in mistakes)
    sys.stdout.writelines(f"提醒　{near(one)}\n" for one in warned)
    sys.stdout.write(
        _summary(len(choice.ids), sum(len(own_rules(pack)) for pack in packs), len(mistakes), len(warned))
    )
    return WRONG_USAGE if mistakes else FOUND if warned else OK


def _remarks(pack: RulePack, choice: PackChoice, today: date) -> Iterator[Mistake]:
    """Of the pack itself, of its own rules, and of what it changes in its parents' where its own files say so."""
    yield from pack_remarks(pack, choice.folders, today)
    drafts = read_drafts(pack.id, choice.folders)
    home = open_pack(pack.id, choice.folders).folder
    for rule in pack.rules:
        draft = drafts[rule.id]
        if rule.pack == pack.id or any(origin.pack == pack.id for origin in draft.origins.values()):
            yield from (one for one in remarks(rule, pack, draft) if one.file.parent == home)


def _summary(packs: int, rules: int, mistakes: int, warned: int) -> str:
    found = f"{mistakes} 处错误，{warned} 处提醒" if mistakes or warned else "没有发现问题"
    return f"检查了 {packs} 个规则包、{rules} 条规则：{found}。\n"
