"""Web pages: how elements become lines, cells and labels, and the way back to the page."""

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shenyue.loaders.html import read_html, text_nodes
from shenyue.loaders.html.page import parse
from shenyue.model import Document, LabelSource, Table

PATH = Path("某某镇.html")


def read(body: str) -> Document:
    return read_html(f"<html><body>{body}</body></html>".encode(), PATH)


def prose(document: Document) -> list[str]:
    return [document.quote(p.span) for p in document.paragraphs()]


def grid(document: Document, table: Table) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row] for row in table.rows()]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<p>甲一</p>\n  <p>乙二</p>", ["甲一", "乙二"]),
        ("<div>甲<br>乙<br/><br>丙</div>", ["甲", "乙", "丙"]),
        ("<div>甲<p>乙</p>丙<span>丁</span></div>", ["甲", "乙", "丙丁"]),
        ("<p>甲<span>乙</span><a href='#'>丙</a><sup>①</sup>丁</p>", ["甲乙丙①丁"]),
        ("<p>\n   甲 \t 乙\n</p>", ["甲 乙"]),
        ("<p>甲\n乙，\n丙 A\nB</p>", ["甲乙，丙 A B"]),
        ("<p><b>甲 </b> 乙</p>", ["甲 乙"]),
        ("<p>&nbsp;&nbsp;　甲&nbsp;乙&ldquo;丙&rdquo;&#12288;</p>", ["\xa0\xa0　甲\xa0乙“丙”　"]),
        ("<p>甲<!-- 注 -->乙<script>丙</script>丁<style>戊</style></p>", ["甲乙丁"]),
        ("<p>&nbsp;</p><p>　</p><p>甲</p>", ["甲"]),
        ("<pre>甲  乙\r\n  丙\n\n丁</pre>", ["甲  乙", "  丙", "丁"]),
        ("<p style='white-space: pre-wrap'>甲  乙\n丙</p><p>丁  戊</p>", ["甲  乙", "丙", "丁 戊"]),
        ("<p>甲<p>乙<div>丙", ["甲", "乙", "丙"]),
        ("<p>1<2 且 甲&乙</p>", ["1<2 且 甲&乙"]),
        ("<p>甲<o:p>乙</o:p><?xml:namespace prefix = o />丙</p>", ["甲乙丙"]),
        (
            "<p><![if !supportLists]><span style='mso-list:Ignore'>1.<span>&nbsp;</span></span><![endif]>甲</p>",
            ["1.\xa0甲"],
        ),
        ("<dl><dt>甲<dd>乙</dl><select><option>丙</select>", ["甲", "乙"]),
    ],
)
def test_lines(body: str, lines: list[str]) -> None:
    assert prose(read(body)) == lines


def test_headings_have_outline_levels() -> None:
    document = read("<h1>甲</h1><h3><span>一、乙</span></h3><p>丙</p>")
    assert [p.outline_level for p in document.paragraphs()] == [0, 2, None]


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("<ol><li>甲<li>乙</ol>", ["1. 甲", "2. 乙"]),
        (
            "<ol start=3><li><p>甲</p><p>续</p></li><li value=7>乙<li>丙</ol>",
            ["3. 甲", "续", "7. 乙", "8. 丙"],
        ),
        ("<ol reversed><li>甲<li>乙</ol>", ["2. 甲", "1. 乙"]),
        ("<ol type=A><li>甲</ol><ol type=i><li>甲<li>乙</ol>", ["A. 甲", "i. 甲", "ii. 乙"]),
        ("<ol style='list-style-type:cjk-ideographic'><li value=12>甲</ol>", ["十二、 甲"]),
        ("<ol style='list-style:none'><li>甲</ol><ul><li>乙</ul>", ["甲", "乙"]),
        ("<ol><li>一、甲<li>二、乙</ol>", ["一、甲", "二、乙"]),
        ("<ol><li>甲<ol><li>乙<li>丙</ol><li>丁</ol>", ["1. 甲", "1. 乙", "2. 丙", "2. 丁"]),
    ],
)
def test_numbers_of_lists_are_computed(body: str, lines: list[str]) -> None:
    assert prose(read(body)) == lines


def test_a_computed_number_is_automatic_and_generated() -> None:
    document = read("<ol><li>甲</ol>")
    (item,) = document.paragraphs()
    assert item.label_source is LabelSource.AUTO
    assert item.label is not None
    assert item.label.text == "1."
    assert [origin.generated for origin in document.source.origins] == [True, False]


def test_merged_cells_have_their_grid_columns() -> None:
    document = read(
        "<table><thead><tr><td rowspan=2 colspan=2>甲<td colspan=3>乙</thead>"
        "<tbody><tr><td rowspan=0>丙<td>丁<td>戊<td>己<td>庚</tr><tr><td>1<td>2<td>3<td>4</table>"
    )
    (table,) = document.tables()
    assert table.grid_known
    assert [(c.row, c.column, c.row_span, c.column_span) for c in table.cells] == [
        (0, 0, 1, 2), (0, 2, 1, 3),
        (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (1, 3, 1, 1), (1, 4, 1, 1),
        (2, 1, 1, 1), (2, 2, 1, 1), (2, 3, 1, 1), (2, 4, 1, 1),
    ]  # fmt: skip
    assert document.text == "甲\t乙\n丙\t丁\t戊\t己\t庚\n1\t2\t3\t4"


def test_malformed_tables_are_borne() -> None:
    document = read(
        "<table><td colspan=9999>甲<tr><td rowspan='2 ' colspan='x'>乙<td colspan=-1>丙<tr></tr><tr><td>丁<td>戊</table>"
    )
    (table,) = document.tables()
    assert [(c.column, c.row_span, c.column_span) for c in table.cells] == [
        (0, 1, 2), (0, 2, 1), (1, 1, 1), (0, 1, 1), (1, 1, 1),
    ]  # fmt: skip
    assert [len(row) for row in table.rows()] == [1, 2, 0, 2]


def test_cells_keep_lines_blanks_and_emptiness() -> None:
    document = read(
        "<p>甲</p><table><tr><td></td><td><p>商业</p><p>企业</p><td>总<br>计</tr><tr><td>&nbsp;<td> 0 <td>　</table><p>乙</p>"
    )
    (table,) = document.tables()
    assert grid(document, table) == [["", "商业\n企业", "总\n计"], ["\xa0", "0", "　"]]
    assert document.text == "甲\n\t商业\n企业\t总\n计\n\xa0\t0\t　\n乙"


def test_nested_tables_of_figures_stay_in_their_cell() -> None:
    row = "<tr><td>甲<td>1<td>2</tr>"
    document = read(
        f"<table>{row * 3}<tr><td>乙<td>含<table><tr><td>丙<td>3</tr></table>尾<td>4</tr></table>"
    )
    outer, inner = document.tables()
    assert grid(document, outer)[3] == ["乙", "含\n丙\t3\n尾", "4"]
    assert grid(document, inner) == [["丙", "3"]]
    assert document.text.endswith("\n乙\t含\n丙\t3\n尾\t4")
    assert len(document.blocks) == 1


def test_tables_that_lay_out_the_page_are_unwrapped() -> None:
    document = read(
        "<table><tr><td><p>前文</p><table><tr><td>甲<td>1</tr><tr><td>乙<td>2</tr></table></td></tr><tr><td>后文</td></tr></table>"
        "<table role=presentation><tr><td>左<td>右</table>"
    )
    assert prose(document) == ["前文", "后文", "左", "右"]
    (table,) = document.tables()
    assert grid(document, table) == [["甲", "1"], ["乙", "2"]]


def test_part_titles_in_a_table_s_own_rows_part_it() -> None:
    document = read(
        "<table><tr><td colspan=2>一、总体情况<tr><td colspan=2>全年公开信息10条，受理政府信息公开申请12件，已经全部在法定期限内按时办结，未发生行政复议案件。"
        "<tr><td colspan=2>二、主动公开政府信息情况<tr><td>规章<td>0<tr><td>许可<td>3</table>"
    )
    assert prose(document)[0] == "一、总体情况"
    assert prose(document)[-1] == "二、主动公开政府信息情况"
    assert len(prose(document)) == 3
    (table,) = document.tables()
    assert grid(document, table) == [["规章", "0"], ["许可", "3"]]


def test_a_caption_is_a_paragraph_before_its_table() -> None:
    document = read("<table><caption>表题</caption><tr><td>甲<td>1</tr></table>")
    assert prose(document) == ["表题"]
    assert document.text == "表题\n甲\t1"


def test_a_long_page_is_read_in_linear_time() -> None:
    row = "<tr><td rowspan=3 colspan=50>甲</td><td>1</td></tr>"
    assert len(next(iter(read(f"<table>{row * 3000}</table>").tables())).cells) == 6000
    assert len(read("<p>" + "甲 \n" * 500_000 + "</p>").text) == 500_000
    assert len(list(read("<p>甲乙</p>" * 20_000).paragraphs())) == 20_000


FRAGMENTS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<div>",
        "</div>",
        "<br>",
        "<table>",
        "<tr>",
        "<td>",
        "<td\xa0rowspan=2>",
        "</td>",
        "</table>",
        "<ol>",
        "<li>",
        "</ol>",
        "<span>",
        "</span>",
        "<pre>",
        "</pre>",
        "<h2>",
        "</h2>",
        "甲",
        "乙。",
        "一、总体情况",
        "二、主动公开",
        "&nbsp;",
        "\n",
        "\t",
        "<!--注-->",
        "<script>x</script>",
        "<img\xa0src=a>",
        "12",
        "<p\xa0hidden>",
        "<caption>",
        "<tbody>",
        "</tbody>",
        "<a\xa0href=x>",
        "</a>",
        "三、收到和处理",
        "<td\xa0colspan=3>",
    ]
)


@given(st.lists(FRAGMENTS, max_size=40))
def test_every_origin_gives_its_characters_back(fragments: list[str]) -> None:
    page = "<html><body><p>的</p>" + "".join(fragments).replace("\xa0", " ") + "</body></html>"
    document = read_html(page.encode(), PATH)
    nodes = text_nodes(parse(page, PATH).root)
    end = 0
    for origin in document.source.origins:
        assert origin.start == end
        end = origin.end
        if not origin.generated:
            stored = nodes[origin.node].text[origin.offset :][: origin.end - origin.start]
            assert document.text[origin.start : origin.end] == stored
    assert end == len(document.text)
    ends = [0, *(block.span.end for block in document.blocks)]
    assert all(block.span.start >= end for block, end in zip(document.blocks, ends, strict=False))
    for table in document.tables():
        spans = [cell.span for cell in table.cells]
        assert all(a.start <= a.end <= b.start for a, b in pairwise(spans))


@given(st.lists(FRAGMENTS, max_size=40))
def test_no_visible_character_is_lost_or_doubled(fragments: list[str]) -> None:
    body = "".join(fragments).replace("\xa0", " ")
    for left_out in ("<p hidden>", "<img src=a>", "一、总体情况", "二、主动公开", "三、收到和处理"):
        body = body.replace(left_out, "丁")
    page = f"<html><body><p>一、总体情况</p><p>二、主动公开</p>{body}</body></html>"
    root = parse(page, PATH).root
    shown = "".join(
        n.text
        for n in text_nodes(root)
        if n.is_tail or (n.element.tag != "script" and isinstance(n.element.tag, str))
    )
    laid = read_html(page.encode(), PATH)
    kept = "".join(laid.text[o.start : o.end] for o in laid.source.origins if not o.generated)
    assert "".join(kept.split()) == "".join(shown.split())
