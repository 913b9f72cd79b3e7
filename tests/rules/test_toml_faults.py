"""A Chinese mark where TOML wants an English one is named, with its line; another fault is told as what it is."""

import pytest
import tomli

from shenyue.rules.toml_faults import told


def fault(text: str) -> tuple[int, str]:
    with pytest.raises(tomli.TOMLDecodeError) as error:
        tomli.loads(text)
    return told(error.value)


@pytest.mark.parametrize(
    ("text", "line", "mark"),
    [
        ('a = 1\nterms = ["甲"，"乙"]\n', 2, "逗号（，）"),
        ('terms = [\n"甲",\n"乙"，\n"丙"]\n', 3, "逗号（，）"),
        ('flags = [{rule = "T303"， quote = ""}]\n', 1, "逗号（，）"),
        ('title = "甲"，\n', 1, "逗号（，）"),
        ("parts = [1、5]\n", 1, "顿号（、）"),
        ("title = “甲”\n", 1, "引号（“）"),
        ('title = "甲”\nwhy = "乙"\n', 1, "引号（”）"),
        ('title = "甲“\nwhy = "乙"\n', 1, "引号（“）"),
        ('terms = ["甲”, "乙"]\n', 1, "引号（”）"),
        ("title = '甲’\nwhy = 1\n", 1, "引号（’）"),
        ('why = 1\ntitle = """甲”\n\nid = 1\n', 2, "引号（”）"),
        ('reword = {“甲” = "乙"}\n', 1, "引号（“）"),
        ('title ＝ "甲"\n', 1, "等号（＝）"),
        ("［check］\n", 1, "方括号（［）"),
        ("[[example]]\nflags = []\n[[example］］\n", 3, "方括号（］）"),
        ('terms = ["甲"】\n', 1, "方括号（】）"),
        ('figures = {"a.b" = 1｝\n', 1, "花括号（｝）"),
        ("＃ 注释\n", 1, "井号（＃）"),
        ("\u3000limit = 1\n", 1, "空格（\u3000）"),
    ],
)
def test_a_chinese_mark_is_named(text: str, line: int, mark: str) -> None:
    assert fault(text) == (
        line,
        f"不合 TOML 写法：这里可能用了中文{mark}，文字外面的标点都要用英文的。",
    )


@pytest.mark.parametrize(
    ("text", "line", "word"),
    [
        ('message = "“甲”应为“乙”\n', 1, "引号没有成对"),
        ('message = "“甲，乙”" x\n', 1, "换行"),
        ('terms = ["甲，" "乙"]\n', 1, "方括号没有成对"),
        ('why = 1\ntitle = \'甲\nid = "乙"\n', 2, "引号没有成对"),
        ('a = 1\na = "，"\n', 2, "重复"),
    ],
)
def test_another_fault_is_told_as_it_is(text: str, line: int, word: str) -> None:
    at, sentence = fault(text)
    assert at == line
    assert word in sentence
    assert "中文" not in sentence
