"""Whatever TOML the authors' guide shows, the pack reader takes."""

import re
from pathlib import Path

import pytest

from shenyue.rules import read_pack
from shenyue.rules.reading import read_rule
from shenyue.samples import document, shipped_sample

GUIDE = Path(__file__).parent.parent.parent / "docs" / "规则编写指南.md"
BLOCKS = re.findall(r"```toml\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)
PACK = 'name = "地"\nversion = "1"\nextends = "national"\n'
RULE = """\
id = "Z901"
title = "名称"
severity = "info"
message = "“{quote}”"
suggestion = "请改正。"
why = "测试"

[[basis]]
rank = "实务"
title = "做法"

"""
CHECK = '[check]\nkind = "required_text"\ntexts = ["甲"]\n\n'


SHOWN = re.findall(r"```text\n(.*?)```", GUIDE.read_text("utf-8"), re.DOTALL)


def completed(block: str) -> tuple[str, str]:
    """File name and whole file of a block, which may be a piece of one."""
    if re.search(r"^\[\[?(?:override|waiver)", block, re.MULTILINE):
        return "pack.toml", PACK + block
    if re.search(r"^\[\[(?:table|part)", block, re.MULTILINE):
        return "forms/2021-own.toml", block
    if found := re.search(r'^id = "(\w+)"', block, re.MULTILINE):
        return f"{found[1]}.toml", block
    rule_id = next(iter(re.findall(r'rule = "(\w+)"', block)), "Z901")
    return f"{rule_id}.toml", RULE.replace("Z901", rule_id) + ("" if "[check]" in block else CHECK) + block


def test_the_guide_shows_blocks() -> None:
    assert len(BLOCKS) > 15


@pytest.mark.parametrize("block", BLOCKS, ids=[str(number) for number in range(len(BLOCKS))])
def test_the_block_is_right(tmp_path: Path, block: str) -> None:
    name, text = completed(block)
    folder = tmp_path / "linxi"
    folder.mkdir()
    (folder / "pack.toml").write_text(PACK, "utf-8")
    (folder / "forms").mkdir()
    (folder / name).write_text(text, "utf-8")

    read_pack("linxi", (tmp_path,))
    if name not in {"pack.toml", "forms/2021-own.toml"}:
        read_rule(folder / name)


def test_the_sample_that_authors_copy_from_is_the_sample() -> None:
    lines = set(document(shipped_sample("street-2023")).text.split("\n"))

    assert len(SHOWN) == 1
    shown = SHOWN[0].splitlines()
    assert len(shown) > 20
    assert [line for line in shown if line not in lines] == []
