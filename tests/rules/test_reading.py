"""Rule files: what is read, and every mistake at once, each with file, line, key and what was probably meant."""

import pickle
from pathlib import Path

import packs_by_hand
import pytest
from packs_by_hand import RULE, write_pack

from shenyue.errors import BrokenPack, Mistake, WrongUsage
from shenyue.findings import Severity
from shenyue.report import Kind
from shenyue.rules import Rank, read_pack

words_check = packs_by_hand.words_check


def mistakes(root: Path, pack_id: str = "my") -> tuple[Mistake, ...]:
    with pytest.raises(BrokenPack) as caught:
        read_pack(pack_id, (root,))
    return caught.value.mistakes


def with_lines(old: str, new: str) -> str:
    assert old in RULE
    return RULE.replace(old, new)


def test_a_rule_is_read_whole(tmp_path: Path) -> None:
    root = write_pack(
        tmp_path, "my", L900=RULE + '[[example]]\nnote = "没有"\nflags = []\nbase = "town-2021"\n'
    )
    rule = read_pack("my", (root,)).rule("L900")
    assert rule.severity is Severity.WARNING
    assert rule.basis[0].rank is Rank.PRACTICE
    assert rule.parameters == {"list": ("甲", "乙"), "limit": 3}
    assert rule.variants["unsure"].severity is Severity.INFO
    assert rule.examples[0].changes == {"insert": {"part1": "甲。"}}
    assert rule.examples[0].flags[0].quote == "甲"
    assert rule.examples[1].flags == ()
    assert rule.files["check.list"].name == "L900.toml"


def test_applies_is_read(tmp_path: Path) -> None:
    applies = 'applies = {forms = ["2021"], kinds = ["street", "town"]}\n\n[[basis]]'
    rule = read_pack("my", (write_pack(tmp_path, "my", L900=RULE.replace("[[basis]]", applies)),)).rule(
        "L900"
    )
    assert rule.forms == {"2021"}
    assert rule.kinds == {Kind.STREET, Kind.TOWN}


@pytest.mark.parametrize(
    ("old", "new", "line", "key", "says"),
    [
        ('severity = "warning"', 'severity = "warnin"', 3, "severity", "您是不是想写 warning？"),
        ('severity = "warning"', 'severity = "warning"\nseverty = 1', 4, "severty", "您是不是想写 severity？"),
        ('why = "测试"', "why = 5", 6, "why", "应为加引号的文字"),
        ('why = "测试"', 'why = ""', 6, "why", "不能为空"),
        ('rank = "实务"', 'rank = "法律"', 9, "basis.0.rank", "法规、国办文件"),
        ('kind = "words"', 'kind = "wrods"', 13, "check.kind", "您是不是想写 words？"),
        ("limit = 3", 'limit = "3"', 15, "check.limit", "应为整数"),
        ("limit = 3", "limt = 3", 15, "check.limt", "您是不是想写 limit？"),
        ("limit = 3", 'mode = "al"', 15, "check.mode", "您是不是想写 all？"),
        ('list = ["甲", "乙"]', 'list = "甲"', 14, "check.list", "方括号"),
        ('list = ["甲", "乙"]', "list = [1]", 14, "check.list.0", "加引号"),
        ('list = ["甲", "乙"]', "", 12, "check.list", "缺少"),
        ("出现“{word}”", "出现“{wrod}”", 4, "message", "您是不是想写 word？"),
        ("出现“{word}”", "出现“{word”", 4, "message", "花括号"),
        ("请改正“{quote}”", "请改正“{diff}”", 5, "suggestion", "count、quote、word"),
        ("[variant.unsure]", "[variant.unsrue]", 17, "variant.unsrue", "您是不是想写 unsure？"),
        ('[variant.unsure]\nseverity = "info"', '[variant.unsure]\nseverity = "error"', 18, "variant.unsure.severity", "不能是 error"),
        ('id = "L900"', 'id = "L901"', 1, "id", "文件名"),
        ('id = "L900"', 'id = "L-1"', 1, "id", "文件名"),
        ('note = "有甲"', "", 20, "example.0.note", "缺少"),
    ],
)  # fmt: skip
def test_a_mistake_names_line_key_and_what_was_meant(
    tmp_path: Path, old: str, new: str, line: int, key: str, says: str
) -> None:
    (found,) = mistakes(write_pack(tmp_path, "my", L900=with_lines(old, new)))
    assert (found.file.name, found.line, found.key) == ("L900.toml", line, key)
    assert says in found.sentence


def test_every_mistake_of_every_file_is_told_at_once(tmp_path: Path) -> None:
    bad = with_lines('severity = "warning"', 'severity = "hoch"').replace('why = "测试"\n', "")
    broken = "id = \n"
    root = write_pack(tmp_path, "my", L900=bad, L901=broken)
    found = mistakes(root)
    assert {(one.file.name, one.key) for one in found} == {
        ("L900.toml", "severity"),
        ("L900.toml", "why"),
        ("L901.toml", ""),
    }
    assert str(next(one for one in found if one.file.name == "L901.toml")).startswith(
        str(root / "my" / "L901.toml:1: 不合 TOML 写法")
    )


def test_a_wrong_parameter_is_told_beside_a_wrong_key(tmp_path: Path) -> None:
    bad = with_lines('why = "测试"', "why = 5").replace("limit = 3", "limt = 3")
    assert {one.key for one in mistakes(write_pack(tmp_path, "my", L900=bad))} == {"why", "check.limt"}


def test_keys_inside_a_long_text_do_not_shift_lines(tmp_path: Path) -> None:
    long = with_lines('why = "测试"', 'why = """\nseverity = 1\n[check]\n"""').replace(
        "limit = 3", 'limit = "3"'
    )
    (found,) = mistakes(write_pack(tmp_path, "my", L900=long))
    assert found.line == 18


def test_a_missing_pack_is_wrong_usage_with_a_guess(tmp_path: Path) -> None:
    with pytest.raises(WrongUsage, match="您是不是想写 beijing/xicheng"):
        read_pack("beijing/xichen")
    with pytest.raises(WrongUsage, match="没有名为"):
        read_pack("../rules/national", (tmp_path,))


def test_a_pack_file_with_an_unknown_key_is_told(tmp_path: Path) -> None:
    (found,) = mistakes(write_pack(tmp_path, "my", 'extend = "national"\n'))
    assert (found.line, found.key) == (3, "extend")
    assert "您是不是想写 extends？" in found.sentence


def test_mistakes_pass_between_processes() -> None:
    broken = BrokenPack((Mistake(Path("my.toml"), 3, "title", "缺少标题。"),))
    passed = pickle.loads(pickle.dumps(broken))  # noqa: S301 - our own
    assert passed.mistakes == broken.mistakes
    assert str(passed) == str(broken)
