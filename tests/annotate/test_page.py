"""The page with margin notes: nothing lost, nothing hidden, nothing that runs or fetches."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from lxml import html

from shenyue.annotate import Signature, annotated
from shenyue.annotate.page import page
from shenyue.annotate.remarks import Remark, remarks_of
from shenyue.decisions import Decision, Include, Verdict
from shenyue.findings import Severity
from shenyue.model import Span
from shenyue.review import Order, Review, decided, open_review

REVIEWER = Signature("王审阅", "2024-03-05T09:30:00")
NAMES = ("street-2023-faulty.docx", "faulty-06-S106-street-2022.html", "faulty-13-N213-county-2023.md", "faulty-04-S104-office-2025.txt", "faulty-11-N211-street-2019.extracted.txt")  # fmt: skip
EVIL = '<script>alert(1)</script><img src="http://a.b/c"> "\' &lt; ]]> \u202e'


@pytest.fixture(params=NAMES, scope="module")
def review(request: pytest.FixtureRequest, root: Path) -> Review:
    return open_review(root / "corpora" / "reports" / str(request.param), Order())


def parsed(text: str) -> html.HtmlElement:
    return html.document_fromstring(text)


def text_of(element: html.HtmlElement) -> str:
    return "".join(element.text_content().split())


def blankless(text: str) -> str:
    return "".join(text.split())


def test_the_whole_text_stands_on_it_in_order(review: Review) -> None:
    tree = parsed(page(review, (), REVIEWER))
    assert text_of(tree.find(".//main")) == blankless(review.report.document.text)


def test_each_finding_is_told_and_its_characters_are_marked(review: Review) -> None:
    remarks = remarks_of(review, Include.ALL)
    tree = parsed(page(review, remarks, REVIEWER))
    assert remarks
    for number, remark in enumerate(remarks, 1):
        note = tree.get_element_by_id(f"n{number}")
        assert text_of(note) == f"{number}" + blankless("".join(remark.lines))
        if remark.span is not None and remark.span.start < remark.span.end:
            assert tree.get_element_by_id(f"m{number}").text == f"{number}"
            marked = blankless("".join(one.text_content() for one in tree.iter("mark")))
            assert blankless(review.report.document.quote(remark.span)) in marked


def test_tables_have_their_cells(review: Review) -> None:
    tree = parsed(page(review, (), REVIEWER))
    tables = list(review.report.document.tables())
    assert len(tree.findall(".//table")) == len(tables)
    for drawn, table in zip(tree.iter("table"), tables, strict=True):
        assert [text_of(cell) for cell in drawn.iter("td")] == [
            blankless(review.report.document.quote(cell.span)) for cell in table.cells
        ]


def test_overlapping_remarks_and_points(review: Review) -> None:
    size = len(review.report.document.text)
    spans = [Span(start, min(size, start + length)) for start in range(0, 400, 7) for length in (0, 3, 60)]
    remarks = [Remark(span, (f"第{n}条",), severity) for n, span in enumerate(spans) for severity in Severity]
    tree = parsed(page(review, remarks, REVIEWER))
    for number in tree.xpath("//a[contains(@class, 'number')]"):
        number.drop_tree()
    for note in tree.findall(".//aside"):
        note.drop_tree()
    assert text_of(tree.find(".//main")) == blankless(review.report.document.text)


def test_nothing_runs_and_nothing_is_fetched(review: Review) -> None:
    text = page(review, [Remark(None, (EVIL, EVIL)), Remark(Span(1, 3), (EVIL,))], Signature(EVIL, EVIL))
    tree = parsed(text)
    assert not tree.xpath("//script|//img|//link|//iframe|//object|//@src|//@onclick|//@style")
    assert all(str(href).startswith("#") for href in tree.xpath("//@href"))
    assert not re.search(r"url\(|@import|https?:", text.partition("</style>")[0])
    assert "\u202e" not in text
    assert "default-src 'none'" in text


def test_decisions_are_respected(review: Review) -> None:
    first, *_ = review.findings
    answered = decided(
        review, first.key, Decision(Verdict.REJECTED, "原文无误", "王", "2024-03-05T09:30:00+08:00")
    )
    assert len(remarks_of(answered, Include.ALL)) == len(review.findings) - 1
    assert len(remarks_of(answered, Include.OPEN)) == len(review.findings) - 1
    assert not remarks_of(answered, Include.CONFIRMED)
    noted = decided(
        review, first.key, Decision(Verdict.CONFIRMED, "已电话告知", "王", "2024-03-05T09:30:00+08:00")
    )
    (remark,) = remarks_of(noted, Include.CONFIRMED)
    assert remark.lines[-1] == "审阅意见：已电话告知"
    doubtful = decided(review, first.key, Decision(Verdict.TO_VERIFY, "", "王", "2024-03-05T09:30:00+08:00"))
    assert remarks_of(doubtful, Include.OPEN)[0].lines[-1] == "审阅意见：待核实。"


def test_a_page_of_a_report_that_is_gone(review: Review, tmp_path: Path) -> None:
    gone = replace(review, path=tmp_path / "无.txt")
    made = annotated(gone, tmp_path / "甲.html", Include.ALL, REVIEWER)
    assert made.remarks == len(review.findings)
