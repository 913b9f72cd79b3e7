"""The kinds that districts write rules with: what they find, what they leave alone, and where they cannot tell."""

from decimal import Decimal
from typing import Any

import pytest
from prose_by_hand import report

from shenyue.checks import CHECKS
from shenyue.examples import report_of
from shenyue.findings import Hit, NotApplicable, Outcome, Passed, Unchecked
from shenyue.recognise import recognise
from shenyue.report import Report
from shenyue.rules import read_pack
from shenyue.samples import changed, document


def made(**changes: Any) -> Report:
    return recognise(document(changed(changes)), read_pack("national").forms)


def outcomes(kind: str, of: Report | str, **parameters: Any) -> list[Outcome]:
    return list(CHECKS[kind].run(report(of) if isinstance(of, str) else of, **parameters))


def one(kind: str, of: Report | str, **parameters: Any) -> Outcome:
    (outcome,) = outcomes(kind, of, **parameters)
    return outcome


OVERVIEW = "#1 一、总体情况\n"
PICTURE = OVERVIEW + "正文。\n[图]"


def test_what_is_required_is_found_whatever_its_blanks_and_widths() -> None:
    text = OVERVIEW + "设有 政务公开 专区（２处）。"
    assert isinstance(one("required_text", text, texts=("政务公开专区(2处)",)), Passed)
    hit = one("required_text", text, texts=("查阅点",), parts=(1,))
    assert isinstance(hit, Hit)
    assert (hit.span, hit.missing, hit.values["where"]) == (None, "part.1.查阅点", "第一部分")


def test_one_of_several_texts_may_be_enough() -> None:
    text = OVERVIEW + "设有查阅点。"
    kinds = [type(one) for one in outcomes("required_text", text, texts=("专区", "/查阅.点?/"), enough="any")]
    assert kinds == [Passed, Passed]
    both = outcomes("required_text", text, texts=("专区", "公报"), enough="any")
    assert [one.values["texts"] for one in both if isinstance(one, Hit)] == ["“专区”、“公报”"]


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("required_text", {"texts": ("专区",), "parts": (1,)}),
        ("required_section", {"part": 1, "sections": {"平台": ("平台",)}}),
        ("section_length", {"part": 1, "least": 100}),
    ],
)
def test_nothing_is_called_missing_where_something_is_unread(kind: str, parameters: dict[str, Any]) -> None:
    assert isinstance(one(kind, PICTURE, **parameters), Unchecked)


@pytest.mark.parametrize(
    ("kind", "parameters"),
    [
        ("required_text", {"texts": ("专区",), "parts": (5,)}),
        ("required_section", {"part": 5, "sections": {"平台": ("平台",)}}),
        ("section_length", {"part": 5, "least": 100}),
        ("list_order", {"items": ("甲", "乙")}),
        ("text_table", {"phrases": ("收费{n}元",), "table": "x", "rows": ("a",), "columns": ("b",)}),
    ],
)
def test_what_is_not_there_is_not_judged(kind: str, parameters: dict[str, Any]) -> None:
    assert isinstance(one(kind, OVERVIEW + "正文。", **parameters), NotApplicable)


def test_a_section_may_be_missing_or_empty() -> None:
    text = OVERVIEW + "## （一）平台建设情况\n## （二）监督保障|情况。培训2次。"
    sections = {"平台": ("平台",), "监督": ("监督",), "管理": ("管理",)}
    empty, passed, missing = outcomes("required_section", text, part=1, sections=sections)
    assert isinstance(empty, Hit)
    assert empty.variant == "empty"
    assert isinstance(passed, Passed)
    assert isinstance(missing, Hit)
    assert missing.missing == "part.1.管理"


def test_the_length_of_a_sub_section() -> None:
    text = OVERVIEW + "## （一）平台建设情况\n一二三四五\n## （二）监督保障\n一二三"
    hit = one("section_length", text, part=1, headings=("平台",), most=4)
    assert isinstance(hit, Hit)
    assert (hit.values["count"], hit.values["diff"], hit.values["relation"]) == ("5", "1", "超过")
    assert isinstance(one("section_length", text, part=1, headings=("监督",), least=3), Passed)


def test_the_signature_does_not_count() -> None:
    signed, bare = (
        made(replace={"part6": "无。", "signature": text}) for text in ("{unit}\n2024年1月18日", "")
    )
    counts = [one("section_length", of, part=6, least=9) for of in (signed, bare)]
    assert [hit.values["count"] for hit in counts if isinstance(hit, Hit)] == ["2", "2"]


def test_what_is_forbidden_is_told_as_asked() -> None:
    text = OVERVIEW + "内部通报1次，又内部通报1次。\n非内部通报。"
    hits = outcomes("forbidden_text", text, texts=("内部通报",), innocent=("非内部通报",), per="match")
    assert len(hits) == 2
    hit = one("forbidden_text", text, texts=("内部通报",), per="report")
    assert isinstance(hit, Hit)
    assert hit.values["count"] == "3"


def test_items_out_of_order() -> None:
    text = OVERVIEW + "## （一）监督保障\n正文。\n## （二）平台建设\n正文。\n## （三）人员\n正文。"
    found = outcomes("list_order", text, items=("平台|载体", "监督", "没有写的", "人员"))
    assert [type(one) for one in found] == [Hit, Passed]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("全年处罚36件。", Passed),
        ("全年处罚三十六件。", Passed),
        ("全年处罚37件。", Hit),
        ("全年处罚约37件。", Unchecked),
        ("上年处罚37件。", Unchecked),
        ("全年许可37件。", NotApplicable),
    ],
)
def test_a_phrase_against_its_cell(text: str, kind: type[Outcome]) -> None:
    cells = {"table": "enforcement", "rows": ("penalties",), "columns": ("decisions",)}
    outcome = one("text_table", made(insert={"part1": text}), phrases=("年处罚{n}件", "处罚约{n}件"), **cells)
    assert isinstance(outcome, kind)


@pytest.mark.parametrize(
    ("raw", "kind", "variant"),
    [
        ("36", Passed, ""),
        ("101", Hit, ""),
        ("1.5", Hit, "fraction"),
        ("", Hit, "blank"),
        ("/", Passed, ""),
        ("约30件", Unchecked, ""),
    ],
)
def test_a_cell_held_to_its_limits(raw: str, kind: type[Outcome], variant: str) -> None:
    limits = {"most": Decimal(100), "integer": True, "blank": "forbid"}
    of = made(tables={"enforcement.penalties.decisions": raw})
    outcome = one("table_cell", of, table="enforcement", rows=("penalties",), **limits)
    assert isinstance(outcome, kind)
    assert not isinstance(outcome, Hit) or outcome.variant == variant


def test_a_table_that_the_form_does_not_have_is_not_asked_for() -> None:
    outcome = one("table_cell", made(), table="procurement", least=Decimal(0))
    assert isinstance(outcome, NotApplicable)
    gone = made(tables={"enforcement": False})
    assert isinstance(one("table_cell", gone, table="enforcement", least=Decimal(0)), Unchecked)


@pytest.mark.parametrize(
    ("signature", "kind"),
    [
        ("{unit}\n2024年1月28日", Passed),
        ("{unit}\n2024年1月29日", Hit),
        ("{unit}\n2024年1月", Passed),
        ("{unit}", Unchecked),
    ],
)
def test_a_district_deadline(signature: str, kind: type[Outcome]) -> None:
    outcome = one("date_limit", made(replace={"signature": signature}), latest="01-28")
    assert isinstance(outcome, kind)


def test_too_early_as_well() -> None:
    outcome = one("date_limit", made(), earliest="01-20")
    assert isinstance(outcome, Hit)
    assert (outcome.values["relation"], outcome.values["days"]) == ("早于", "2")


SAME = "答复文书的规范性有待提高，解读形式比较单一，基层人员变动频繁，业务能力还要加强；公开栏更新不够及时，线上渠道的宣传推广也做得不够；部分科室对公开工作不够重视。"


def test_a_part_taken_over_from_last_year() -> None:
    pack = read_pack("national")
    last = {"replace": {"part5": SAME}}
    taken, own = (
        report_of(changed({"prior": last, **change}), pack) for change in ({"replace": {"part5": SAME}}, {})
    )
    hit = one("similarity", taken, limit=0.5, parts=(5,))
    assert isinstance(hit, Hit)
    assert hit.values["where"] == "第五部分"
    assert isinstance(one("similarity", own, limit=0.5, parts=(5,)), Passed)
    assert isinstance(one("similarity", made(), limit=0.5), NotApplicable)


def test_a_part_taken_over_from_a_model_text() -> None:
    of = made(replace={"part5": SAME})
    assert isinstance(one("similarity", of, limit=0.5, parts=(5,), texts=(SAME,)), Hit)
    assert isinstance(
        one("similarity", of, limit=0.5, parts=(5,), texts=("另外写的一段范文，与它没有相同之处。",)), Passed
    )


@pytest.mark.parametrize(
    ("kind", "parameters", "word"),
    [
        ("required_text", {"texts": ()}, "至少要有一项"),
        ("required_text", {"texts": ("/(甲/",)}, "写法有误"),
        ("forbidden_text", {"texts": (" ",)}, "空白"),
        ("required_section", {"part": 7, "sections": {"甲": ("甲",)}}, "1 至 6"),
        ("required_section", {"part": 1, "sections": {"甲": ()}}, "至少要写一个"),
        ("section_length", {"part": 1}, "至少写一个"),
        ("section_length", {"part": 1, "least": 9, "most": 3}, "不能大于"),
        ("list_order", {"items": ("甲",)}, "至少要有两项"),
        ("list_order", {"items": ("甲|", "乙")}, "空白"),
        ("date_limit", {}, "没有写期限"),
        ("date_limit", {"latest": "1-31"}, "不是日期"),
        ("date_limit", {"latest": "02-30"}, "不是日期"),
        ("table_cell", {"table": "applications"}, "没有写要核对什么"),
        ("table_cell", {"table": "a", "least": Decimal(2), "most": Decimal(1)}, "不能大于"),
        ("text_table", {"phrases": ("收到申请",), "rows": ("new",), "columns": ("total",)}, "{n}"),
        ("text_table", {"phrases": ("{n}",), "rows": ("new",), "columns": ("total",)}, "别的字"),
        ("similarity", {"limit": 1.0}, "永远不会"),
    ],
)
def test_nonsense_is_told_when_the_pack_is_read(kind: str, parameters: dict[str, Any], word: str) -> None:
    complaints = CHECKS[kind].complaints
    assert complaints is not None
    assert any(word in sentence for _, sentence in complaints(parameters))
