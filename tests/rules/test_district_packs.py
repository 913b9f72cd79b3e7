"""The districts that ship as samples: each differs from its parent in earnest, says on what ground, and judges reports otherwise."""

from pathlib import Path

import pytest

from shenyue.authoring.differences import differences
from shenyue.authoring.evidence import own_rules
from shenyue.authoring.lint import remarks
from shenyue.examples import check_sample
from shenyue.findings import Severity
from shenyue.review import Order, open_review
from shenyue.rules import Rank, pack_ids, read_pack
from shenyue.rules.reading import read_drafts
from shenyue.samples import changed

DISTRICTS = ("beijing", "beijing/xicheng", "gansu/wuwei", "jiangsu/suqian")
Found = set[tuple[str, Severity, str]]


@pytest.mark.parametrize("district", DISTRICTS)
def test_it_differs_from_its_parent_in_six_rules(district: str) -> None:
    pack = read_pack(district)
    parent = read_pack(pack.lineage[1])
    found = differences(parent, pack, (read_drafts(parent.id), read_drafts(district)))
    assert len(found.added) + len(found.changed) >= 6
    assert found.removed == ()


@pytest.mark.parametrize("district", DISTRICTS)
def test_no_practice_and_no_unnumbered_notice_drives_an_error(district: str) -> None:
    pack, parent = read_pack(district), read_pack("national")
    known = {rule.id: rule for rule in parent.rules}
    for rule in pack.rules:
        if rule.id not in known:
            assert rule.severity is not Severity.ERROR
            assert {basis.rank for basis in rule.basis} <= {Rank.LOCAL, Rank.PRACTICE}
        elif known[rule.id].severity is not Severity.ERROR:
            assert rule.severity is not Severity.ERROR


@pytest.mark.parametrize("pack_id", pack_ids())
def test_every_rule_of_a_shipped_pack_can_work(pack_id: str) -> None:
    pack, drafts = read_pack(pack_id), read_drafts(pack_id)
    told = [str(one) for rule in own_rules(pack) for one in remarks(rule, pack, drafts[rule.id])]
    assert told == []


def judged(path: Path, district: str) -> Found:
    findings = open_review(path, Order(district=district)).findings
    return {(one.rule, one.severity, one.quote) for one in findings}


@pytest.mark.parametrize(
    ("name", "district", "more"),
    [
        ("faulty-22-T313-street-2025.txt", "beijing/xicheng", {("BJ802", Severity.INFO, "2026年2月26日")}),
        ("faulty-08-N201-street-2021.txt", "beijing/xicheng", {("XC801", Severity.INFO, "3")}),
        ("faulty-09-N202-town-2024.html", "gansu/wuwei", {("WW806", Severity.INFO, "")}),
        ("faulty-22-T313-street-2025.txt", "jiangsu/suqian", {("SQ802", Severity.INFO, "2026年2月26日")}),
    ],
)
def test_a_corpus_report_is_judged_otherwise(root: Path, name: str, district: str, more: Found) -> None:
    path = root / "corpora" / "reports" / name
    assert judged(path, district) - judged(path, "national") == more
    assert judged(path, "national") <= judged(path, district)


def test_what_only_touches_upon_an_aspect_weighs_more_in_wuwei(root: Path) -> None:
    path = root / "corpora" / "reports" / "faulty-06-S106-street-2022.html"
    severities = {
        one.severity
        for district in ("national", "gansu/wuwei")
        for one in open_review(path, Order(district=district)).findings
        if one.rule == "S106"
    }
    assert severities == {Severity.INFO, Severity.WARNING}


@pytest.mark.parametrize(
    ("text", "rule", "district"),
    [
        ("落实接诉急办要求，及时公开办理结果。", "L504", "beijing"),
        ("街乡吹哨、部门报告机制运行良好。", "L516", "beijing"),
        ("什剎海地区的公告栏每周更新。", "L504", "beijing/xicheng"),
        ("公开宿迀市统一目录。", "L504", "jiangsu/suqian"),
    ],
)
def test_a_local_word_is_known_to_the_district_alone(text: str, rule: str, district: str) -> None:
    sample = changed({"insert": {"part1": text}})
    own, national = (
        {one.rule for one in check_sample(sample, read_pack(pack)).findings}
        for pack in (district, "national")
    )
    assert rule in own
    assert rule not in national


def test_measure_words_are_left_to_the_units_in_suqian() -> None:
    sample = changed({"insert": {"part1": "全年收到政府信息公开申请14条。"}})
    own, national = (
        {one.rule for one in check_sample(sample, read_pack(pack)).findings}
        for pack in ("jiangsu/suqian", "national")
    )
    assert "L514" in national
    assert "L514" not in own


@pytest.mark.parametrize(
    "name", ["dashilan-2023.txt", "formats/dashilan-2023.docx", "formats/dashilan-2023.html"]
)
def test_the_published_report_of_the_district_is_judged_as_before(shared_reports: Path, name: str) -> None:
    path = shared_reports / name
    assert judged(path, "beijing/xicheng") == judged(path, "national")
