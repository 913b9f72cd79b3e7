"""`shenyue rules diff A B`: how the rules in force under two packs differ."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from shenyue.authoring.differences import Differences, KeyDifference, differences
from shenyue.authoring.folders import packs_in
from shenyue.cli import OK
from shenyue.cli.order import order_from
from shenyue.output.paths import short
from shenyue.output.settings_text import value_text
from shenyue.output.style import NAMES
from shenyue.rules import Rule, choose_pack, read_pack
from shenyue.rules.places import PACK_FILE
from shenyue.rules.reading import read_drafts


def run(options: Namespace) -> int:
    """0, whether they differ or not."""
    folders = order_from(options).folders
    for name in (options.left, options.right):
        if (Path(name) / PACK_FILE).is_file():
            folders = packs_in(Path(name), folders).folders
    left, right = (read_pack(_pack_id(name, folders), folders) for name in (options.left, options.right))
    found = differences(left, right, (read_drafts(left.id, folders), read_drafts(right.id, folders)))
    sys.stdout.write(f"{left.id}（{left.name}）→ {right.id}（{right.name}）\n")
    sys.stdout.writelines(f"{line}\n" for line in _lines(found))
    return OK


def _pack_id(name: str, folders: tuple[Path, ...]) -> str:
    """The pack of a name, a place, or a folder that holds a pack.toml."""
    if (Path(name) / PACK_FILE).is_file():
        return packs_in(Path(name), folders).ids[0]
    return choose_pack(None, option=name, folders=folders).pack_id


def _lines(found: Differences) -> Iterator[str]:
    yield from (_rule("＋", rule) for rule in found.added)
    yield from (_rule("－", rule) for rule in found.removed)
    for rule, keys in found.changed:
        yield f"～ {rule.id}  {rule.title}"
        for key in keys:
            yield from (f"    {line}" for line in _key(key))
    if not found:
        yield "没有不同。"


def _rule(sign: str, rule: Rule) -> str:
    return f"{sign} {rule.id}  {rule.title}（{NAMES[rule.severity]}，{short(rule.files[''])}）"


def _key(one: KeyDifference) -> Iterator[str]:
    where = _where(one)
    if isinstance(one.left, tuple) and isinstance(one.right, tuple):
        changes = [f"－{value_text(item)}" for item in one.removed] + [
            f"＋{value_text(item)}" for item in one.added
        ]
        yield f"{one.key}：{'　'.join(changes)}（{where}）"
        return
    old, new = ("（没有）" if value is None else value_text(value) for value in (one.left, one.right))
    name = "停用" if one.key == "disabled" else one.key
    yield f"{name}：{old} → {new}（{where}）"


def _where(one: KeyDifference) -> str:
    """Who set the value that is there: the right one's, unless only the left pack sets it."""
    file, line = one.where[0] if one.right is None else one.where[1]
    return f"{short(file)}:{line}" if line else short(file)
