"""Tables of Word files: the grid, merged cells, nesting, and tables that only lay out the page."""

from docx_files import abstract, grid, lines, lvl, num, numbered, p, read, tbl, tc, tr

SPAN_2 = '<w:gridSpan w:val="2"/>'
DOWN = '<w:vMerge w:val="restart"/>'
ON = "<w:vMerge/>"


def test_merged_cells_stand_once_in_the_grid() -> None:
    document = read(
        tbl(
            tr(tc("甲", DOWN + SPAN_2), tc("乙")),
            tr(tc("", ON + SPAN_2), tc("丙")),
            tr("丁", tc("戊", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>")),
        )
    )
    assert grid(document) == [
        ("甲", 0, 0, 2, 2),
        ("乙", 0, 2, 1, 1),
        ("丙", 1, 2, 1, 1),
        ("丁", 2, 0, 1, 1),
        ("戊", 2, 1, 1, 2),
    ]
    assert document.text == "甲\t乙\n丙\n丁\t戊"


def test_rows_that_begin_late_and_a_merge_without_a_beginning() -> None:
    document = read(
        tbl(
            tr("甲", "乙", properties='<w:gridBefore w:val="2"/>'),
            tr(tc("丙", ON), "丁", properties='<w:gridAfter w:val="1"/>'),
        )
    )
    assert grid(document) == [("甲", 0, 2, 1, 1), ("乙", 0, 3, 1, 1), ("丙", 1, 0, 1, 1), ("丁", 1, 1, 1, 1)]


def test_text_under_a_merged_cell_is_said() -> None:
    document = read(tbl(tr(tc("甲", DOWN), "乙"), tr(tc("遮住", ON), "丙")))
    assert "遮住" not in document.text
    assert [(unread.what, unread.content) for unread in document.unread] == [("合并单元格遮住的文字", False)]


def test_deleted_and_hidden_rows_and_cells() -> None:
    document = read(
        tbl(
            tr("甲", "1"),
            tr("乙", "2", properties='<w:del w:id="1" w:author="甲"/>'),
            tr("丙", "3", properties="<w:hidden/>"),
            tr("丁", tc("删", '<w:cellDel w:id="2" w:author="甲"/>'), "4"),
        )
    )
    assert [(text, row, column) for text, row, column, *_ in grid(document)] == [
        ("甲", 0, 0),
        ("1", 0, 1),
        ("丁", 1, 0),
        ("4", 1, 1),
    ]
    assert [(unread.what, unread.reason[:2]) for unread in document.unread] == [
        ("删除的修订内容", "2处"),
        ("隐藏文字", "1处"),
    ]


def test_paragraphs_of_a_cell_are_lines_and_numbers_count_on() -> None:
    cell = tc(p("商业") + p() + p("企业"))
    document = read(
        tbl(tr(cell, tc(numbered("甲"))), tr(tc(numbered("")), tc(p()))) + numbered("乙"),
        numbering=abstract(lvl(0, "decimal", "%1.")) + num(1),
    )
    assert [text for text, *_ in grid(document)] == ["商业\n企业", "1. 甲", "2. ", ""]
    assert lines(document) == ["3. 乙"]


def test_nested_table_lies_in_its_cell() -> None:
    document = read(tbl(tr(tc(p("外") + tbl(tr("子", "7"), tr("丑", "8")) + p()), "右")))
    outer, inner = document.tables()
    assert [document.quote(cell.span) for cell in outer.cells] == ["外\n子\t7\n丑\t8", "右"]
    assert outer.cells[0].tables == (inner,)
    assert grid(document, 1)[1] == ("7", 0, 1, 1, 1)
    assert inner.span in outer.cells[0].span


def test_content_controls_around_rows_and_cells() -> None:
    control = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
    row = f"<w:tr>{control.format(tc('丙'))}{tc('丁')}</w:tr>"
    assert [text for text, *_ in grid(read(tbl(control.format(tr("甲", "乙")), row)))] == [
        "甲",
        "乙",
        "丙",
        "丁",
    ]


def test_tables_that_lay_out_the_page_are_unwrapped() -> None:
    assert lines(read(tbl(tr(tc(p("甲") + p("乙")))))) == ["甲", "乙"]
    long = "全年通过门户网站主动公开各类政府信息，内容涵盖机构职能、规划计划、行政执法、财政预算决算和重点领域等方面。"
    assert lines(read(tbl(tr("标题"), tr(tc(p(long) * 3))))) == ["标题", long, long, long]
    framed = read(tbl(tr("", tc(p("甲") + tbl(tr("子", "7")) + p("乙")), "")))
    assert lines(framed) == ["甲", "乙"]
    assert [text for text, *_ in grid(framed)] == ["子", "7"]


def test_a_table_of_one_column_is_a_table() -> None:
    assert [text for text, *_ in grid(read(tbl(tr("甲"), tr("乙"))))] == ["甲", "乙"]


def test_a_picture_in_a_cell_is_said_with_its_row() -> None:
    picture = p("<w:r><w:drawing><a:blip/></w:drawing></w:r>")
    document = read(p("一") + tbl(tr("甲", "乙"), tr(tc(picture), "丁")))
    (unread,) = document.unread
    assert (unread.place, unread.at) == ("第2段前的表格第2行", document.text.index("\t丁"))
