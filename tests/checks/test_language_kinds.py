"""The kinds for rule authors, as a district would use them, and what the language checks leave alone."""

from pathlib import Path
from typing import Any

import pytest
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.checks.language import expressions
from shenyue.errors import BrokenPack
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.rules import RulePack, read_pack

RULE = """\
id = "L900"
title = "用词"
severity = "info"
message = "{message}"
suggestion = "请核实。"
why = "测试"

[[basis]]
rank = "地方"
title = "审核惯例"

[check]
{check}
"""


def outcomes(kind: str, text: str, **parameters: Any) -> list[Outcome]:
    return list(CHECKS[kind].run(report(f"#1 一、总体情况\n{text}"), **parameters))


def quotes(kind: str, text: str, **parameters: Any) -> list[str]:
    made = report(f"#1 一、总体情况\n{text}")
    found = CHECKS[kind].run(made, **parameters)
    return [made.document.quote(one.span) for one in found if isinstance(one, Hit) and one.span]


def by_rule(rule_id: str, text: str) -> list[str]:
    rule = read_pack("national").rule(rule_id)
    return quotes(rule.kind, text, **rule.parameters)


def pack_of(root: Path, message: str, check: str, child: str = "") -> RulePack:
    (root / "land" / "town").mkdir(parents=True)
    (root / "land" / "pack.toml").write_text('name = "地"\nversion = "1"\n', "utf-8")
    (root / "land" / "L900.toml").write_text(RULE.format(message=message, check=check), "utf-8")
    own = f'name = "镇"\nversion = "1"\nextends = "land"\n{child}'
    (root / "land" / "town" / "pack.toml").write_text(own, "utf-8")
    return read_pack("land/town", (root,))


def mistakes(root: Path, message: str, check: str) -> list[str]:
    with pytest.raises(BrokenPack) as caught:
        pack_of(root, message, check)
    return [one.sentence for one in caught.value.mistakes]


def test_named_groups_of_a_pattern_stand_in_the_message(tmp_path: Path) -> None:
    check = "kind = \"pattern\"\npatterns = ['第(?<n>\\d+)期']"
    rule = pack_of(tmp_path, "写了第{n}期。", check).rule("L900")
    (hit,) = outcomes("pattern", "印发第12期简报。", **rule.parameters)
    assert isinstance(hit, Hit)
    assert hit.values["n"] == "12"
    assert "没有" not in rule.message


def test_a_message_may_not_name_a_group_that_no_pattern_has(tmp_path: Path) -> None:
    (sentence,) = mistakes(tmp_path, "写了第{m}期。", "kind = \"pattern\"\npatterns = ['第(?<n>\\d+)期']")
    assert "{m}" in sentence
    assert "n" in sentence


@pytest.mark.parametrize(
    ("check", "word"),
    [
        ("kind = \"pattern\"\npatterns = ['(甲']", "写法有误"),
        ("kind = \"pattern\"\npatterns = ['甲*']", "空文字"),
        ("kind = \"pattern\"\npatterns = ['甲']\ninnocent = ['/(乙/']", "写法有误"),
        ('kind = "terms"\nterms = ["阳关"]', "错的 → 对的"),
        ('kind = "terms"\nterms = ["阳光 → 阳光"]', "一样"),
        ("kind = \"terms\"\nterms = ['/(甲/ → 乙']", "写法有误"),
        ("kind = \"terms\"\nterms = ['/(甲)/ → \\2乙']", "没有对应的括号"),
        ('kind = "set_phrases"\nphrases = ["初心"]', "太短"),
        ('kind = "doubled"\nsure = ["(甲"]', "写法有误"),
    ],
)
def test_a_mistake_in_a_pattern_or_term_is_told_when_the_pack_is_read(
    tmp_path: Path, check: str, word: str
) -> None:
    assert any(word in sentence for sentence in mistakes(tmp_path, "请核实。", check))


def test_a_district_adds_and_removes_terms(tmp_path: Path) -> None:
    child = '[override.L900.check]\nterms = {add = ["桂花乔 → 桂花桥"], remove = ["其它 → 其他"]}\n'
    check = 'kind = "terms"\nterms = ["其它 → 其他", "帐号 → 账号"]'
    rule = pack_of(tmp_path, "{wrong}应为{right}。", check, child).rule("L900")
    assert quotes("terms", "桂花乔的帐号和其它栏目。", **rule.parameters) == ["桂花乔", "帐号"]


@pytest.fixture
def short_time(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(expressions, "_SECONDS", 0.05)


@pytest.mark.usefixtures("short_time")
@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("pattern", {"patterns": ("(?:啊|啊啊)+。",)}),
        ("pattern", {"patterns": ("啊",), "innocent": ("/(?:啊|啊啊)+。/",)}),
        ("terms", {"terms": ("/(?:啊|啊啊)+。/ → 呀",)}),
        ("doubled", {"sure": ("(?:啊|啊啊)+。",)}),
        ("citations", {"documents": (), "articles": {}, "misnamed": ("/(?:啊|啊啊)+。/ → 《甲》",)}),
        ("other_units", {"self_types": {"(?:啊|啊啊)+。": "甲"}}),
    ],
)
def test_an_expression_without_end_leaves_its_duty_unchecked(kind: str, parameters: dict[str, Any]) -> None:
    found = outcomes(kind, "我" + "啊" * 60 + "！", **parameters)
    assert [one.reason for one in found if isinstance(one, Unchecked)] == ["规则的表达式耗时过长"]
    assert not any(isinstance(one, Hit | Passed) for one in found)


def test_equal_wrong_words_are_one_finding_with_its_lines() -> None:
    (hit,) = outcomes("terms", "帐号一个。\n又有帐号。", terms=("帐号 → 账号",))
    assert isinstance(hit, Hit)
    assert (hit.values["count"], hit.values["places"]) == ("2", "第2、3行")


def test_a_wrong_word_by_chance_of_two_words_is_none() -> None:
    entries = ("知已 → 知己", "受里 → 受理", "导至 → 导致")
    assert quotes("terms", "通知已转发，接受里面的意见，引导至窗口。", terms=entries) == []


def test_patterns_count_by_match_text_paragraph_and_report() -> None:
    text = "甲甲乙。\n甲。"
    counts = {
        per: len(quotes("pattern", text, patterns=("[甲乙]",), per=per))
        for per in ("match", "text", "paragraph", "report")
    }
    assert counts == {"match": 4, "text": 2, "paragraph": 2, "report": 1}


def test_scope_and_parts_of_a_pattern() -> None:
    text = "## （一）甲\n甲。\n#2 二、甲\n甲。"
    assert len(quotes("pattern", text, patterns=("甲",), per="match")) == 3
    assert len(quotes("pattern", text, patterns=("甲",), per="match", scope="prose")) == 2
    assert len(quotes("pattern", text, patterns=("甲",), per="match", scope="all")) == 4
    assert len(quotes("pattern", text, patterns=("甲",), per="match", parts=(2,))) == 1


@pytest.mark.parametrize(
    ("rule", "text", "found"),
    [
        ("L501", "窗口8:30开放，比例为1:3，见 http://a.cn/x,y 和 a@b.cn。", []),
        ("L501", "效果良好,群众满意(详见附件)。", [","]),
        ("L502", "依据《关于印发〈格式〉的通知》，分为1）甲；2）乙。", []),
        ("L502", "《甲“乙》丙”。", ["》丙”"]),
        ("L503", "继续学习习近平法治思想，组织人人参与，一件一件核对。", []),
        ("L503", "工作人人员按时答复。", ["人人"]),
        ("L503", "我县县认真落实。", ["县县"]),
        ("L504", "报名截止2023年5月1日，截止日期另行通知。", []),
        ("L506", "三个社区公开12条、9条、12条。", []),
        ("L507", "具体做法如下：\n一是完善制度，明确审核的责任；\n二是加强培训，提高人员素质。", []),
        ("L507", "重点做好以下几个方面的公开工作：", ["重点做好以下几个方面的公开工作："]),
        ("L508", "根据《条例》第四十九条、第五十条编制本报告。", []),
        ("L508", "根据《条例》第三十一条编制本年度报告。", ["第三十一条"]),
        ("L509", "近10年来，第24届会议，统计到2023年12月31日。", []),
        ("L510", "居民说：“好！”……另有《甲》（乙）、《丙》。", []),
        ("L511", "政务公开领导小组研究政务公开工作要点。", []),
        ("L512", "贯彻全省政务公开会议精神，使用全省统一平台，居全省前列，省、市要求均已落实。", []),
        ("L513", "近年来稳步推进，在5个工作日前公示。", []),
        ("L515", "咨询电话：13800000001。", []),
        ("L515", "申请人王某联系电话13800000001。", ["13800000001"]),
        ("L516", "学习贯彻党的二十大和二十届二中全会精神，坚定“四个自信”。", []),
        ("L516", "坚持习近平新时代中国特社会主义思想。", ["习近平新时代中国特社会主义思想"]),
    ],
)
def test_what_the_shipped_rules_find(rule: str, text: str, found: list[str]) -> None:
    assert by_rule(rule, text) == found
