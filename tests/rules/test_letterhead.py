"""`[memo]` of a pack: inherited key by key, its mistakes told with the others."""

from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.errors import BrokenPack
from shenyue.rules import read_pack


def test_a_child_sets_key_by_key(tmp_path: Path) -> None:
    parent = '[memo]\noffice = "甲"\naddressee = "{unit}办公室"\ntemplates = ["意见.docx", "意见.md"]\n[memo.conclusion]\nmend = "改"\nclean = "好"\n'
    child = (
        'extends = "own"\n[memo]\noffice = "乙"\ntemplates = ["意见.md"]\n[memo.conclusion]\nmend = "请改"\n'
    )
    write_pack(write_pack(tmp_path, "own", parent), "own/child", child)
    for name in ("own/意见.docx", "own/意见.md", "own/child/意见.md"):
        (tmp_path / name).write_bytes(b"")

    letterhead = read_pack("own/child", (tmp_path,)).letterhead
    assert (letterhead.office, letterhead.addressee) == ("乙", "{unit}办公室")
    assert letterhead.conclusions == {"mend": "请改", "clean": "好"}
    assert letterhead.templates == {
        "docx": tmp_path / "own/意见.docx",
        "md": tmp_path / "own/child/意见.md",
    }


@pytest.mark.parametrize(
    ("memo", "line", "said"),
    [
        ('office = "甲"\nofice = "乙"', 5, "您是不是想写 office？"),
        ('addressee = "{单位}"', 4, "{单位} 无法识别"),
        ('templates = ["没有.docx"]', 4, "没有这个文件：没有.docx"),
        ('templates = ["意见.xlsx"]', 4, "扩展名应为 .docx、.md、.html、.txt 之一"),
        ('conclusion = {mend = ""}', 4, "不能为空"),
    ],
)
def test_its_mistakes_are_told_with_file_and_line(tmp_path: Path, memo: str, line: int, said: str) -> None:
    write_pack(tmp_path, "own", f"[memo]\n{memo}\n")

    with pytest.raises(BrokenPack) as broken:
        read_pack("own", (tmp_path,))
    (mistake,) = broken.value.mistakes
    assert said in mistake.sentence
    assert mistake.line == line


def test_shipped_packs_say_nothing_of_memos() -> None:
    assert read_pack("beijing/xicheng").letterhead.templates == {}
