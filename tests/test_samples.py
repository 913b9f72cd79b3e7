"""Made-up reports: printed as the form prescribes, consistent by construction, changed as an example asks."""

from decimal import Decimal
from itertools import pairwise

import pytest

from shenyue.model import Document, LabelSource, Table
from shenyue.samples import (
    BrokenSample,
    PrintedTable,
    changed,
    document,
    form_of,
    printed,
    shipped_names,
    shipped_sample,
)
from shenyue.samples.figures import computed_figures


def grid(table: Table) -> dict[tuple[int, int], int]:
    """How many cells cover each place of the grid."""
    covered: dict[tuple[int, int], int] = {}
    for cell in table.cells:
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                covered[row, column] = covered.get((row, column), 0) + 1
    return covered


def cell_text(laid: Document, table: int, row: int, column: int) -> str:
    found = [c for c in list(laid.tables())[table].cells if (c.row, c.column) == (row, column)]
    return laid.quote(found[0].span)


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_sample_fills_its_grids_without_gap_or_overlap(name: str) -> None:
    laid = document(shipped_sample(name))
    tables = list(laid.tables())
    assert len(tables) == 3
    for table in tables:
        covered = grid(table)
        height, width = max(row for row, _ in covered) + 1, max(column for _, column in covered) + 1
        assert set(covered.values()) == {1}
        assert len(covered) == height * width


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_sample_is_one_text_of_ordered_blocks_with_origins(name: str) -> None:
    laid = document(shipped_sample(name))
    assert all(one.span.end < other.span.start for one, other in pairwise(laid.blocks))
    assert "{" not in laid.text
    assert laid.source.origins[-1].end == len(laid.text)
    assert all(one.end == other.start for one, other in pairwise(laid.source.origins))


@pytest.mark.parametrize("name", shipped_names())
def test_every_shipped_sample_balances(name: str) -> None:
    sample = shipped_sample(name)
    form = form_of(sample)
    cases = computed_figures(form, sample.figures)["applications"]
    for column in form.layout("applications").columns:
        total = sum(cases[row, column.key] for row in form.groups["outcomes"])
        assert cases["total", column.key] == total
        received = cases["new", column.key] + cases["carried_in", column.key]
        assert received == total + cases["carried_out", column.key]


def test_what_last_years_sample_carries_out_is_carried_in() -> None:
    now, before = shipped_sample("street-2023"), shipped_sample("street-2022")
    carried_in = computed_figures(form_of(now), now.figures)["applications"]
    carried_out = computed_figures(form_of(before), before.figures)["applications"]
    for column in form_of(now).layout("applications").columns:
        assert carried_in["carried_in", column.key] == carried_out["carried_out", column.key]


def test_table_three_has_the_official_heads() -> None:
    table = list(document(shipped_sample("street-2023")).tables())[1]
    spans = [(cell.row, cell.column, cell.row_span, cell.column_span) for cell in table.cells[:6]]
    assert spans[:3] == [(0, 0, 3, 3), (0, 3, 1, 7), (1, 3, 2, 1)]
    assert len(table.rows()) == 28


def test_a_raw_cell_changes_one_cell_only() -> None:
    laid = document(changed({"tables": {"applications.new.total": "11"}}))
    assert cell_text(laid, 1, 3, 9) == "11"
    assert "全年共收到政府信息公开申请12件" in laid.text


def test_a_wildcard_writes_a_whole_row() -> None:
    laid = document(changed({"tables": {"applications.new.*": ""}}))
    assert [cell_text(laid, 1, 3, column) for column in range(3, 10)] == [""] * 7


def test_another_figure_moves_totals_and_prose_along() -> None:
    laid = document(changed({"figures": {"applications.new.natural_person": 13}}))
    assert cell_text(laid, 1, 3, 9) == "14"
    assert "全年共收到政府信息公开申请14件" in laid.text
    assert "结转下年度继续办理4件" in laid.text


def test_a_table_a_row_and_a_column_can_be_left_out() -> None:
    gone = {"disputes": False, "applications.denied_law": False, "applications.*.research": False}
    laid = document(changed({"tables": gone}))
    tables = list(laid.tables())
    assert len(tables) == 2
    assert set(grid(tables[1]).values()) == {1}
    assert "2.其他法律行政法规禁止公开" not in laid.text
    assert "科研机构" not in laid.text


def test_labels_of_rows_columns_heads_merged_cells_and_extra_rows() -> None:
    labels = {
        "applications.new": "一、新收",
        "applications.*.other": "其它",
        "permits": "第二十条第（六）项",
        "applications.（四）无法提供": "（四）不能提供",
        "applications.carried_in+": "另：转交件",
    }
    laid = document(changed({"labels": labels}))
    for label in ("一、新收", "其它", "（四）不能提供", "另：转交件"):
        assert label in laid.text
    assert laid.text.count("第二十条第（六）项") == 2
    assert "（四）无法提供" not in laid.text


def test_the_other_form_prints_its_own_tables() -> None:
    laid = document(changed({"form": "2019"}))
    assert "对外公开总数量" in laid.text
    assert "第二十条第（九）项" in laid.text
    assert laid.text.count("3.其他") == 0


def test_prose_can_be_replaced_added_reworded_removed_and_reordered() -> None:
    laid = document(
        changed(
            {
                "replace": {"part6": "无", "heading6": "六、其他"},
                "insert": {"part1": "再添一段。\n又一段。"},
                "reword": {"二是按时公开": "三是按时公开"},
                "remove": ["part5"],
                "order": [1, 3, 2, 4, 6],
            }
        )
    )
    lines = laid.text.split("\n")
    assert lines[lines.index("六、其他") + 1] == "无"
    assert "又一段。" in lines
    assert "三是按时公开部门预算" in laid.text
    assert "五、存在的主要问题及改进情况" not in lines
    assert lines.index("三、收到和处理政府信息公开申请情况") < lines.index("二、主动公开政府信息情况")


def test_a_part_may_be_printed_twice() -> None:
    text = document(changed({"order": [1, 2, 3, 4, 5, 5, 6]})).text
    assert text.count("五、存在的主要问题及改进情况") == 2


def test_kind_and_year_move_unit_title_and_dates_along() -> None:
    text = document(changed({"kind": "department", "year": 2024})).text
    assert text.startswith("云州市临溪区教育局\n2024年政府信息公开工作年度报告")
    assert "2024年12月31日" in text
    assert text.endswith("云州市临溪区教育局\n2025年1月18日")


def test_automatic_labels_are_generated_text_followed_by_one_blank() -> None:
    laid = document(changed({"label_source": "auto"}))
    heading = next(p for p in laid.paragraphs() if p.label and p.label.text == "一、")
    assert heading.label_source is LabelSource.AUTO
    assert laid.quote(heading.span) == "一、 总体情况"
    origin = next(o for o in laid.source.origins if o.start == heading.span.start)
    assert origin.generated
    assert origin.end - origin.start == len("一、 ")


def test_an_extracted_sample_says_so() -> None:
    laid = document(changed({"label_source": "extracted"}))
    assert laid.source.extracted
    assert {p.label_source for p in laid.paragraphs() if p.label} == {LabelSource.EXTRACTED}


def test_prior_is_last_years_sample_with_its_own_changes() -> None:
    sample = changed({"prior": {"figures": {"applications.new.natural_person": 10}}})
    assert sample.prior is not None
    assert sample.prior.year == 2022
    assert sample.prior.figures["applications.new.natural_person"] == Decimal(10)
    assert changed({}).prior is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"tabels": {}}, "tabels"),
        ({"base": "street-1999"}, "street-2023"),
        ({"replace": {"part9": ""}}, "part9"),
        ({"reword": {"文中没有的话": "x"}}, "0 次"),
        ({"tables": {"applications.new": "11"}}, "表.行.列"),
        ({"tables": {"applications.nwe.total": "11"}}, "applications.nwe.total"),
        ({"tables": {"aplications": False}}, "aplications"),
        ({"labels": {"applications.nwe": "x"}}, "applications.nwe"),
        ({"figures": {"applications.total.total": 5}}, "applications.total.total"),
        ({"figures": {"applications.granted.natural_person": 99}}, "多于"),
        ({"insert": {"part1": "{applications.nothing.total}"}}, "applications.nothing.total"),
        ({"order": [1, 7]}, "7"),
        ({"kind": "village"}, "village"),
        ({"form": "2020"}, "2020"),
    ],
)
def test_a_change_that_makes_no_sense_is_refused(changes: dict[str, object], says: str) -> None:
    with pytest.raises(BrokenSample, match=says):
        document(changed(changes))


def test_writers_get_paragraphs_and_grids() -> None:
    sample = shipped_sample("department-2023")
    blocks = printed(sample, form_of(sample))
    assert sum(isinstance(block, PrintedTable) for block in blocks) == 3
    assert "12.5" in document(sample).text
