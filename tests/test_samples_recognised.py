"""What a sample says is what the recogniser reads: specification and report agree figure by figure."""

import pytest

from shenyue.recognise import recognise
from shenyue.report import FoundBy, LineState, Report
from shenyue.samples import changed, document, form_of, shipped_forms, shipped_names, shipped_sample
from shenyue.samples.figures import computed_figures


def read(name: str) -> Report:
    return recognise(document(shipped_sample(name)), shipped_forms())


@pytest.mark.parametrize("name", shipped_names())
def test_every_figure_is_read_back(name: str) -> None:
    sample, report = shipped_sample(name), read(name)
    wanted = computed_figures(form_of(sample), sample.figures)
    assert {key: {cell: figure.value for cell, figure in table.figures.items()} for key, table in report.tables.items()} == wanted  # fmt: skip
    lines = [line for table in report.tables.values() for line in (*table.rows, *table.columns)]
    assert {line.state for line in lines} == {LineState.FOUND}


@pytest.mark.parametrize("name", shipped_names())
def test_unit_year_kind_and_form_are_read_back(name: str) -> None:
    sample, report = shipped_sample(name), read(name)
    assert (report.unit, report.year, report.kind) == (sample.unit, sample.year, sample.kind)
    assert report.form == form_of(sample)


@pytest.mark.parametrize("name", shipped_names())
def test_the_six_parts_are_found_by_title(name: str) -> None:
    sections = read(name).sections
    assert [section.part for section in sections] == [0, 1, 2, 3, 4, 5, 6]
    assert {section.found_by for section in sections[1:]} == {FoundBy.TITLE}


@pytest.mark.parametrize("kind", ["street", "town", "department", "office", "county", "city", "province", "ministry"])  # fmt: skip
def test_a_kind_that_an_example_asks_for_is_recognised(kind: str) -> None:
    report = recognise(document(changed({"kind": kind})), shipped_forms())
    assert report.kind == kind
