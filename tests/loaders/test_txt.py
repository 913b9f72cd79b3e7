"""Text files: the text is the file's own; tables as extractors and as people write them."""

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from shenyue.errors import UnreadableFile
from shenyue.loaders.txt import read_txt
from shenyue.model import Document, LabelSource, Table

PATH = Path("某某镇.txt")


def read(text: str, encoding: str = "utf-8") -> Document:
    return read_txt(text.encode(encoding), PATH)


def grid(document: Document, table: Table) -> list[list[str]]:
    return [[document.quote(cell.span) for cell in row] for row in table.rows()]


def test_the_text_is_the_file_s_own() -> None:
    document = read("\ufeff某某镇年度报告\r\n　　一、总体情况\r全年公开\u200b信息10条。\n\n")
    assert document.text == "某某镇年度报告\n　　一、总体情况\n全年公开\u200b信息10条。\n\n"
    assert [document.quote(p.span) for p in document.paragraphs()] == document.text.splitlines()[:3]
    second = list(document.paragraphs())[1]
    assert second.label is not None
    assert (second.label.text, second.label_source) == ("一、", LabelSource.TYPED)


def test_lines_of_invisible_marks_are_no_paragraphs() -> None:
    assert len(list(read("某镇的年报\n\u3000\xa0\n\u200b\ufeff\n\f\n完").paragraphs())) == 2


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
def test_every_encoding_gives_the_same_text(encoding: str) -> None:
    text = "某某镇2023年政府信息公开工作年度报告\n一、总体情况\n"
    document = read(text, encoding)
    assert document.text == text
    assert document.source.encoding in {"utf-8", "utf-8-sig", "gb18030", "utf-16-le"}


EXTRACTED = (
    "某某镇年报\n三、收到和处理情况\n\n\t栏目\n\t申请人\n\n\t\n\t商业\n企业\n\t总\n计\n\n\t一、本年新收\n\t 3\n\t3\n\n\t二、上年结转\n\t0\n\t\n\n\n"
    "四、复议情况\n\t结果\n\t0\n五、问题\n\n"
)


def test_an_extracted_table_has_one_cell_a_line() -> None:
    document = read(EXTRACTED)
    tables = list(document.tables())
    assert grid(document, tables[0]) == [
        ["栏目", "申请人"],
        ["", "商业\n企业", "总\n计"],
        ["一、本年新收", " 3", "3"],
        ["二、上年结转", "0", ""],
    ]
    assert not tables[0].grid_known
    assert [cell.column for cell in tables[0].rows()[2]] == [0, 1, 2]


def test_a_paragraph_directly_behind_a_table_is_not_swallowed() -> None:
    document = read(EXTRACTED)
    assert [document.quote(p.span) for p in document.paragraphs()] == [
        "某某镇年报",
        "三、收到和处理情况",
        "四、复议情况",
        "五、问题",
    ]
    assert grid(document, list(document.tables())[1]) == [["结果", "0"]]


def test_an_export_shows_in_every_label_source() -> None:
    document = read(EXTRACTED)
    assert document.source.extracted
    assert {p.label_source for p in document.paragraphs()} == {LabelSource.EXTRACTED}
    assert read("某镇的年报\n[bookmark: _GoBack]一、总体情况").source.extracted


def test_prose_indented_by_tabs_is_no_table() -> None:
    document = read("某镇的年报\n\t一、总体情况\n\t全年公开信息10条。\n\n\t二、其他\n\t办结申请3件。\n")
    assert not list(document.tables())
    assert not document.source.extracted
    assert len(list(document.paragraphs())) == 5


def test_a_typed_table_has_a_row_a_line() -> None:
    document = read(
        "某镇的年报\n第二十条第（一）项\n信息内容\t本年制发\t本年废止\n规章\t0\t\n\n第二十条第（五）项\n行政许可\t12\n文字如下。\n自然人\t1\t0\n"
    )
    first, second = document.tables()
    assert grid(document, first) == [
        ["第二十条第（一）项"],
        ["信息内容", "本年制发", "本年废止"],
        ["规章", "0", ""],
        ["第二十条第（五）项"],
        ["行政许可", "12"],
    ]
    assert grid(document, second) == [["自然人", "1", "0"]]
    assert not document.source.extracted


@pytest.mark.parametrize(
    "line", ["一、\t总体情况", "总体情况如下：\t见表。", "一、总体情况\t1\n二、主动公开\t3", "\t无"]
)
def test_tabs_in_prose_make_no_table(line: str) -> None:
    assert not list(read(f"某镇的年报\n{line}\n").tables())


BARRED = "表一\n项目 | 自然人 | 总计\n一、本年新收 | 12 | 12\n（一）不予公开 | 1.国家秘密 | 0 | 0\n2.重复申请 | 3 | 3\n表二\n结束。"


@pytest.mark.parametrize("bar", ["|", "｜"])
@pytest.mark.parametrize("outer", [False, True])
@pytest.mark.parametrize("dashes", [False, True])
def test_a_table_typed_with_bars(bar: str, *, outer: bool, dashes: bool) -> None:
    rows = [f"| {line} |" if outer and "|" in line else line for line in BARRED.split("\n")]
    rows[2:2] = ["|---|---|---|" if outer else "--- | --- | ---"] * dashes
    document = read("某镇的年报\n" + "\n".join(rows).replace("|", bar))
    (table,) = document.tables()
    assert grid(document, table) == [
        ["项目", "自然人", "总计"],
        ["一、本年新收", "12", "12"],
        ["（一）不予公开", "1.国家秘密", "0", "0"],
        ["2.重复申请", "3", "3"],
    ]
    assert not table.grid_known
    assert [document.quote(p.span) for p in document.paragraphs()] == ["某镇的年报", "表一", "表二", "结束。"]
    assert not document.unread


def test_an_empty_cell_at_the_edge_of_a_barred_table_shifts_none() -> None:
    document = read("某镇的年报\n新收 | 国家秘密 | 1 | 2\n | 重复申请 | 3 |\n办结 | 其他 | 5 | 6\n")
    (table,) = document.tables()
    assert grid(document, table)[1] == ["", "重复申请", "3", ""]
    assert table.grid_known


def test_merged_cells_of_a_barred_table_without_a_bar_are_rows() -> None:
    document = read(
        "某镇的年报\n第二十条第（一）项\n内容 | 制发 | 废止\n规章 | 0 | 0\n第二十条第（五）项\n内容 | 数量\n许可 | 2\n"
        "三、收到和处理情况\n项目 | 自然人 | 总计\n新收 | 1 | 1\n（三）不予公开\n1.国家秘密 | 0 | 0\n"
    )
    two, three = document.tables()
    assert [len(row) for row in two.rows()] == [1, 3, 3, 1, 2, 2]
    assert grid(document, three)[2:] == [["（三）不予公开"], ["1.国家秘密", "0", "0"]]
    assert "三、收到和处理情况" in [document.quote(p.span) for p in document.paragraphs()]


@pytest.mark.parametrize(
    "line",
    [
        "首页 | 政务公开",
        "首页 | 政务公开 | 年报",
        "首页 | 政务公开\n来源：办公室 | 浏览次数：",
        "公开信息10条|20条|30条。\n完。",
        "|" * 9000 + "\n" + "|" * 9000,
    ],
)
def test_bars_in_prose_make_no_table(line: str) -> None:
    assert not list(read(f"某镇的年报\n{line}\n").tables())


def test_rows_of_an_unread_table_have_no_labels() -> None:
    rows = "1.国家秘密  0  1  2\n2.商业秘密  0  1\n（四）无法提供\n1.不掌握信息  0  1\n│3.其他│0│"
    document = read(f"某镇的年报\n一、总体情况\n{rows}\n二、主动公开\n2.公开3条。\n")
    assert not list(document.tables())
    assert [p.label.text for p in document.paragraphs() if p.label] == ["一、", "二、", "2."]


@pytest.mark.parametrize("drawn", ["┌─┬─┐\n│甲│1│\n└─┴─┘", "项目  数量  备注\n收到  1    无"])
def test_a_drawn_table_is_said_to_be_unread(drawn: str) -> None:
    document = read(f"某镇的年报\n一、总体情况\n{drawn}\n完。\n")
    assert not list(document.tables())
    (unread,) = document.unread
    assert unread.content
    assert unread.place == "第3行"
    assert unread.at == document.text.index(drawn)


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("某某镇的年报".encode() + b"\xff\xfe\xfd\xff", "第 19 个字节"),
        (bytes(range(256)) * 40, "无法读取"),
        ("某".encode() + b"\0" * 400, "控制字符"),
        (b"plain English text, nothing else", "没有汉字"),
        ("檔案資訊公開條例實施細則規範彙編總則附錄說明備註欄位".encode("big5"), "乱码"),
    ],
)
def test_what_is_no_chinese_text_is_refused(content: bytes, says: str) -> None:
    with pytest.raises(UnreadableFile, match=says):
        read_txt(content, PATH)


def test_a_stray_control_character_is_kept() -> None:
    text = "某某镇的年报\x07" + "全年公开信息10条。" * 50
    assert read(text).text == text


def test_a_line_as_long_as_the_file_is_read_in_linear_time() -> None:
    began = time.perf_counter()
    for text in (
        "的" * 5_000_000,
        "一" * 5_000_000,
        "　" * 5_000_000 + "的",
        "的\t" * 1_000_000,
        "1" * 5_000_000 + "的",
    ):
        assert read(text).text == text
    assert time.perf_counter() - began < 20


def test_a_row_of_tabs_below_a_lone_tab_ends_the_cells() -> None:
    text = "的\n\t\n\t（的\t\t\n-"
    assert read(text).text == text


@given(st.text(alphabet="的一1\t\n\r 　、（）。第条项业\u200b│|｜-+", max_size=120))
def test_every_origin_gives_its_characters_back(text: str) -> None:
    document = read("的" + text)
    lines = ("的" + text).replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for origin in document.source.origins:
        assert not origin.generated
        stored = lines[origin.node - 1] + "\n"
        assert (
            document.text[origin.start : origin.end] == stored[origin.offset :][: origin.end - origin.start]
        )
    assert "".join(document.text[o.start : o.end] for o in document.source.origins) == document.text
    ends = [0, *(block.span.end for block in document.blocks)]
    assert all(block.span.start >= end for block, end in zip(document.blocks, ends, strict=False))


def test_the_published_report(shared_reports: Path) -> None:
    path = shared_reports / "dashilan-2023.txt"
    document = read_txt(path.read_bytes(), path)
    assert [len(table.rows()) for table in document.tables()] == [14, 28, 4]
    assert {len(row) for row in list(document.tables())[1].rows()[3:]} == {8, 9, 10}
    assert document.source.extracted
    assert not document.unread
    gbk = shared_reports / "formats" / "dashilan-2023-gbk.txt"
    assert len(read_txt(gbk.read_bytes(), gbk).text) == len(document.text)
