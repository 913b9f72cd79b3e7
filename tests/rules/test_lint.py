"""Rules that can never work are told before a report passes them unharmed."""

from pathlib import Path

import pytest

from shenyue.authoring.lint import remarks
from shenyue.authoring.specimens import specimens
from shenyue.checks.language.expressions import expression
from shenyue.rules import read_pack
from shenyue.rules.reading import read_drafts

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
EXAMPLES = """
[[example]]
note = "会指出"
insert = {part1 = "甲乙丙。"}
flags = [{rule = "Z901", quote = "甲乙丙"}]

[[example]]
note = "不会指出"
flags = []
"""


def told(root: Path, rest: str, examples: str = EXAMPLES) -> list[str]:
    (root / "land").mkdir()
    (root / "land" / "pack.toml").write_text(PACK, "utf-8")
    (root / "land" / "Z901.toml").write_text(RULE + rest + examples, "utf-8")
    pack = read_pack("land", (root,))
    return [str(one) for one in remarks(pack.rule("Z901"), pack, read_drafts("land", (root,))["Z901"])]


def test_a_rule_that_works_is_left_alone(tmp_path: Path) -> None:
    assert told(tmp_path, "[check]\nkind = \"pattern\"\npatterns = ['甲乙丙']\n") == []


@pytest.mark.parametrize(
    ("check", "word"),
    [
        ("kind = \"pattern\"\npatterns = ['甲乙丙', '甲$乙']", "不可能匹配"),
        ("kind = \"pattern\"\npatterns = ['甲乙丙', '甲(?=乙)丙']", "不可能匹配"),
        ("kind = \"pattern\"\npatterns = ['甲乙丙', '(?<=丁)(?<!丁)甲']", "不可能匹配"),
        ("kind = \"pattern\"\npatterns = ['甲乙丙', '丁戊']\ninnocent = [\"丁戊\"]", "innocent 放过了"),
        ('kind = "forbidden_text"\ntexts = ["甲乙丙", "丁"]\ninnocent = ["丁"]', "innocent 放过了"),
        ('kind = "terms"\nterms = ["甲乙丙 → 乙", "丁 → 丁戊"]', "又会被这一条报告"),
        ('kind = "terms"\nterms = ["甲乙丙 → 乙", "甲乙丙 → 丙"]', "前面已经列过"),
        ("kind = \"pattern\"\npatterns = ['甲乙丙', '(?:己+|己己)+庚']", "耗时过长"),
        (
            'kind = "pattern"\npatterns = [\'甲乙丙\']\n[variant.weak]\nseverity = "info"',
            "永远不会出现",
        ),
        (
            'kind = "pattern"\npatterns = [\'甲乙丙\']\n[variant.unsure]\nseverity = "info"',
            "没有拿不准的时候",
        ),
        ("kind = \"pattern\"\npatterns = ['甲乙']", "应指出“甲乙丙”，实际指出的是“甲乙”"),
        ("kind = \"pattern\"\npatterns = ['丁']", "什么也没有指出"),
    ],
)
def test_what_cannot_work_is_told_with_its_line(tmp_path: Path, check: str, word: str) -> None:
    sentences = told(tmp_path, f"[check]\n{check}\n")
    assert len(sentences) == 1
    assert word in sentences[0]
    assert "Z901.toml:" in sentences[0]


def test_a_rule_without_examples_is_told(tmp_path: Path) -> None:
    sentences = told(tmp_path, "[check]\nkind = \"pattern\"\npatterns = ['甲乙丙']\n", examples="")
    assert len(sentences) == 2
    assert all("例子" in sentence for sentence in sentences)


def test_an_example_that_makes_no_report_is_told(tmp_path: Path) -> None:
    wrong = EXAMPLES.replace('insert = {part1 = "甲乙丙。"}', 'reword = {"没有这几个字" = "甲乙丙"}')
    (sentence,) = told(tmp_path, "[check]\nkind = \"pattern\"\npatterns = ['甲乙丙']\n", wrong)
    assert "没有这几个字" in sentence


@pytest.mark.parametrize(
    "source",
    [
        "甲[乙丙]{2,3}",
        r"(?<n>\d+)件(?!次)",
        r"(?:一|二)是",
        r"(?<=第)\d+条",
        r"\p{Han}+局",
        r"([甲乙])\1",
        r"[^，。]{2,}办",
        "截止(?=日)",
    ],
)
def test_specimens_match_what_can_match(source: str) -> None:
    assert any(expression(source).search(one) for one in specimens(source))


@pytest.mark.parametrize("source", [r"(?R)", r"\X", r"(?(1)甲|乙)", r"\p{Greek}"])
def test_what_is_not_understood_has_no_specimens(source: str) -> None:
    assert specimens(source) == ()
