"""Which tables are there, in which form, with which lines."""

from dataclasses import replace

import pytest
from tables_by_hand import layout, report, with_line, with_picture, with_table, without_tables

from shenyue.checks.tables import missing_table, table_lines, table_version
from shenyue.findings import Hit, Outcome, Passed, Unchecked
from shenyue.model import Paragraph, Span
from shenyue.report import LineState, Report

BLOCKS = (
    layout("first", "表二（一）", 2, "第二十条第（一）项"),
    layout("fifth", "表二（五）", 2, "第二十条第（五）项"),
)


def hits(outcomes: list[Outcome]) -> list[Hit]:
    return [outcome for outcome in outcomes if isinstance(outcome, Hit)]


def with_prose(of: Report, text: str) -> Report:
    start = len(of.document.text)
    document = replace(
        of.document,
        text=of.document.text + text,
        blocks=(*of.document.blocks, Paragraph(Span(start, start + len(text)))),
    )
    return replace(of, document=document)


def test_a_table_that_is_there_passes() -> None:
    assert list(missing_table(report({}))) == [Passed("cases")]


def test_a_missing_table_has_its_name_for_anchor() -> None:
    (hit,) = hits(list(missing_table(without_tables(report({})))))
    assert (hit.missing, hit.values["table"], hit.values["part"]) == ("table.cases", "表三", "三")


def test_one_block_of_table_two_is_named_alone() -> None:
    (hit,) = hits(list(missing_table(report({}, layouts=BLOCKS))))
    assert (hit.missing, hit.values["table"]) == ("table.fifth", "表二第二十条第（五）项")


def test_the_whole_of_table_two_is_one_finding() -> None:
    (hit,) = hits(list(missing_table(without_tables(report({}, layouts=BLOCKS)))))
    assert (hit.missing, hit.values["table"]) == ("table.part2", "表二")


@pytest.mark.parametrize("at", [3, None])
def test_a_picture_may_be_the_table(at: int | None) -> None:
    outcomes = list(missing_table(with_picture(without_tables(report({})), at)))
    assert [type(outcome) for outcome in outcomes] == [Unchecked]


def test_labels_that_stand_as_text_may_be_the_table() -> None:
    of = with_prose(without_tables(report({})), "一、新收\t自然人\t12")
    assert not hits(list(missing_table(of)))
    assert hits(list(missing_table(with_prose(without_tables(report({})), "本年没有新收申请。"))))


def test_without_a_year_nothing_is_missing() -> None:
    assert not hits(list(missing_table(replace(without_tables(report({})), form=None))))


def test_each_line_that_differs_is_a_finding() -> None:
    of = with_line(
        with_line(report({}), "new", LineState.RELABELLED, "一、收到"), "company", LineState.MISSING
    )

    first, second = hits(list(table_lines(of)))
    assert (first.variant, first.values["found"], str(first.cell)) == ("", "一、收到", "cases.new.")
    assert (second.variant, second.span, str(second.cell)) == ("missing", None, "cases..company")


def test_an_unsure_line_is_told_not_judged() -> None:
    (outcome,) = table_lines(with_line(report({}), "new", LineState.UNSURE))
    assert isinstance(outcome, Unchecked)


def test_a_line_is_not_missing_beside_a_picture() -> None:
    (outcome,) = table_lines(with_picture(with_line(report({}), "new", LineState.MISSING), 3))
    assert isinstance(outcome, Unchecked)


def test_an_extra_line_is_a_finding() -> None:
    (hit,) = hits(list(table_lines(with_table(report({}), extra=(Span(0, 3),)))))
    assert (hit.variant, hit.values["found"]) == ("extra", "自然人")


def test_another_form_is_one_finding_and_its_lines_are_not_judged() -> None:
    of = with_line(with_table(report({}), form="2019"), "new", LineState.MISSING)

    (hit,) = hits(list(table_version(of)))
    assert (hit.values["found"], hit.values["version"], str(hit.cell)) == ("2019", "2021", "cases..")
    assert not hits(list(table_lines(of)))
    assert list(table_version(report({}))) == [Passed("cases")]
