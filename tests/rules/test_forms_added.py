"""A district's own tables: added to the national form, then read, missed, and added up like the national ones."""

from pathlib import Path

import pytest
from packs_by_hand import write_pack

from shenyue.examples import check_sample, report_of
from shenyue.rules import RulePack, read_pack
from shenyue.samples import changed

OWN = """\
extends = "2021"

[[part]]
number = 5
aliases = ["短板弱项及整改"]

[[table]]
key = "interaction"
title = "政民互动情况"
part = 2
row = [{key = "letters", label = "办理来信"}, {key = "calls", label = "办理来电"}, {key = "total", label = "合计"}]
column = [{key = "count", label = "本年办理件数"}, {key = "late", label = "其中逾期件数"}]
"""
SUM = """\
id = "T901"
title = "政民互动合计不符"
severity = "error"
message = "“{column}”一栏合计 {left} 件，合计行填 {right} 件。"
suggestion = "请更正。"
why = "合计等于各项之和。"

[[basis]]
rank = "实务"
title = "统计表的合计等于各项之和"

[check]
kind = "balance"
table = "interaction"
along = "columns"
left = ["letters", "calls"]
right = ["total"]
"""


@pytest.fixture
def pack(tmp_path: Path) -> RulePack:
    write_pack(tmp_path, "own", 'extends = "national"\n', **{"T901-interaction": SUM})
    (tmp_path / "own" / "forms").mkdir()
    (tmp_path / "own" / "forms" / "2021-own.toml").write_text(OWN, "utf-8")
    return read_pack("own", (tmp_path,))


def told(pack: RulePack, **changes: object) -> list[tuple[str, str]]:
    return [(one.rule, one.message) for one in check_sample(changed(changes), pack).findings]


def test_the_form_has_the_national_tables_and_the_districts(pack: RulePack) -> None:
    form, national = pack.form_for(2023), read_pack("national").form_for(2023)
    assert form
    assert national
    assert [table.key for table in form.tables] == [*(table.key for table in national.tables), "interaction"]
    assert pack.form_for(2020) == read_pack("national").form_for(2020)
    assert form.parts[4].aliases == (*national.parts[4].aliases, "短板弱项及整改")


def test_its_cells_are_read(pack: RulePack) -> None:
    figures = {"interaction.letters.count": 4, "interaction.total.count": 4}
    for head in ("政民互动情况", "政民互动（本区增设）"):
        sample = changed({"figures": figures, "labels": {"interaction": head}})
        table = report_of(sample, pack).tables["interaction"]
        assert table.figures["letters", "count"].value == 4
    assert told(pack, figures=figures) == []


def test_it_is_added_up_missed_and_its_blanks_are_told(pack: RulePack) -> None:
    assert told(pack, figures={"interaction.letters.count": 4}) == [
        ("T901", "“本年办理件数”一栏合计 4 件，合计行填 0 件。")
    ]
    assert told(pack, tables={"interaction": False}) == [("T301", "第二部分缺少政民互动情况。")]
    assert [rule for rule, _ in told(pack, tables={"interaction.calls.late": ""})] == ["T303"]


def test_the_national_pack_knows_nothing_of_it(pack: RulePack) -> None:
    report = report_of(changed({}), pack)
    assert set(report.tables) - {"interaction"} == set(report_of(changed({}), read_pack("national")).tables)
