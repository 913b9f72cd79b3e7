"""The text of a Word file: tracked changes, boxes, fields, notes, gaps, and the way back to every character."""

import io
import zipfile
from pathlib import Path

import pytest
from docx_files import PATH, abstract, labels, lines, lvl, num, numbered, p, r, read, tbl, tc, tr, word_file
from lxml import etree

from shenyue.loaders.docx import read_docx
from shenyue.loaders.docx.nodes import stored_text, text_nodes
from shenyue.model import Document, Table

DELETED = '<w:del w:id="1" w:author="甲"><w:r><w:delText>15</w:delText></w:r></w:del>'
MARK_DELETED = '<w:rPr><w:del w:id="2" w:author="甲"/></w:rPr>'


def ins(inner: str) -> str:
    return f'<w:ins w:id="3" w:author="甲">{inner}</w:ins>'


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def box(inner: str) -> str:
    return f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{inner}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"


def held_against_the_file(document: Document, content: bytes) -> int:
    """Looks every origin up in the file; how many there were."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {origin.part for origin in document.source.origins}
        nodes = {part: text_nodes(etree.fromstring(archive.read(part))) for part in parts}
    looked_up = 0
    end = 0
    for origin in document.source.origins:
        assert origin.start == end
        end = origin.end
        if not origin.generated:
            stored = stored_text(nodes[origin.part][origin.node])
            assert document.text[origin.start : origin.end] == stored[origin.offset :][: end - origin.start]
            looked_up += 1
    assert end == len(document.text)
    return looked_up


def test_tracked_changes_are_accepted_and_said_once() -> None:
    document = read(
        p(r("申请") + DELETED + ins(r("12")) + r("件。")) + p("前半，", MARK_DELETED) + p("后半。")
    )
    assert lines(document) == ["申请12件。", "前半，后半。"]
    (unread,) = document.unread
    assert (unread.what, unread.reason[:2], unread.content) == ("删除的修订内容", "2处", False)


def test_merged_paragraphs_take_the_number_of_the_last() -> None:
    body = p("甲，", MARK_DELETED) + numbered("乙。")
    assert lines(read(body, numbering=abstract(lvl(0, "decimal", "%1.")) + num(1))) == ["1. 甲，乙。"]


def test_a_paragraph_whose_mark_is_deleted_before_a_table_stays() -> None:
    document = read(
        numbered("甲").replace("</w:numPr>", f"</w:numPr>{MARK_DELETED}") + tbl(tr("乙", "丙")),
        numbering=abstract(lvl(0, "decimal", "%1.")) + num(1),
    )
    assert lines(document) == ["1. 甲"]
    assert isinstance(document.blocks[1], Table)


def test_style_separator_runs_on() -> None:
    heading = p("（一）标题", "<w:rPr><w:vanish/><w:specVanish/></w:rPr><w:outlineLvl w:val='1'/>")
    document = read(heading + p("正文。"))
    assert lines(document) == ["（一）标题正文。"]
    assert next(document.paragraphs()).outline_level == 1


def test_moved_text_stands_once() -> None:
    body = p(f"<w:moveFrom w:id='1' w:author='甲'>{r('乙')}</w:moveFrom>" + r("甲")) + p(
        f"<w:moveTo w:id='2' w:author='甲'>{r('乙')}</w:moveTo>"
    )
    assert lines(read(body)) == ["甲", "乙"]


def test_text_boxes_follow_their_paragraph_once() -> None:
    choice = (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>{p("框")}</w:txbxContent>'
        f"</wps:txbx></w:drawing></mc:Choice><mc:Fallback>{box(p('框'))}</mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = read(p(r("甲") + choice + r("乙")) + p("丙"))
    assert lines(document) == ["甲乙", "框", "丙"]
    assert not document.unread


def test_text_box_in_a_box_and_in_a_cell() -> None:
    assert lines(read(p(box(p(r("外") + box(p("里"))))))) == ["外", "里"]
    document = read(tbl(tr(tc(p(r("格") + box(p("框")))), "乙")))
    assert [document.quote(cell.span) for cell in next(document.tables()).cells] == ["格\n框", "乙"]


def test_wrappers_show_their_content() -> None:
    body = (
        f"<w:sdt><w:sdtPr><w:rPr><w:b/></w:rPr></w:sdtPr><w:sdtContent>{p('控件')}</w:sdtContent></w:sdt>"
        + p(f'<w:hyperlink r:id="rId9">{r("链接")}</w:hyperlink><w:smartTag>{r("标签")}</w:smartTag>')
        + p(f"<m:oMath><m:r><m:t>a+b</m:t></m:r></m:oMath>{r('式')}")
        + "<m:oMathPara><m:oMath><m:r><m:t>独立公式</m:t></m:r></m:oMath></m:oMathPara>"
        + f"<w:future>{p('未来')}</w:future>"
    )
    assert lines(read(body)) == ["控件", "链接标签", "a+b式", "独立公式", "未来"]


def test_fields_show_their_results() -> None:
    nested = (
        char("begin")
        + code(" IF ")
        + char("begin")
        + code(" PAGE ")
        + char("separate")
        + r("暗")
        + char("end")
    )
    body = p(r("甲") + nested + char("separate") + r("明") + char("end") + r("乙"))
    body += p(f'<w:fldSimple w:instr=" DATE ">{r("2024")}</w:fldSimple>')
    body += p(char("begin") + code(" TOC ") + char("separate") + r("目录一")) + p(r("目录二") + char("end"))
    assert lines(read(body)) == ["甲明乙", "2024", "目录一", "目录二"]


def test_a_field_that_never_ends_swallows_nothing() -> None:
    assert lines(read(p(char("begin") + code(" PAGE ") + r("文字")) + p("下一段"))) == ["文字", "下一段"]


def test_a_drawn_field_is_said() -> None:
    document = read(p(r("甲") + char("begin") + code(r" eq \o\ac(○,1)") + char("end") + r("乙")))
    assert document.text == "甲乙"
    assert [(unread.what, unread.at, unread.content) for unread in document.unread] == [("域", 1, True)]


def test_small_marks() -> None:
    run = (
        "<w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t><w:br/><w:t>丙</w:t><w:cr/><w:t>丁</w:t><w:noBreakHyphen/>"
        '<w:softHyphen/><w:t>戊</w:t><w:sym w:font="Wingdings" w:char="F0FE"/><w:sym w:font="宋体" w:char="2460"/></w:r>'
    )
    tabs = '<w:tabs><w:tab w:val="left" w:pos="100"/></w:tabs>'
    content = word_file(p(run, tabs))
    document = read_docx(content, PATH)
    assert document.text == "甲\t乙\n丙\n丁-戊☑①"
    assert held_against_the_file(document, content) == 11


def test_an_unknown_symbol_is_said() -> None:
    document = read(p(r("甲") + '<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>'))
    assert [(unread.what, unread.content) for unread in document.unread] == [("特殊符号", True)]


def test_page_breaks_part_text_only() -> None:
    page = '<w:r><w:br w:type="page"/></w:r>'
    assert lines(read(p(page + r("甲")) + p(r("乙") + page) + p(r("丙") + page + r("丁")))) == [
        "甲",
        "乙",
        "丙\n丁",
    ]


def test_a_labelled_line_after_a_soft_line_end_is_a_paragraph() -> None:
    soft = "<w:r><w:br/></w:r>"
    document = read(p(r("一、总体情况") + soft + r("全年") + soft + r("平稳。") + soft + r("（一）主动公开")))
    assert lines(document) == ["一、总体情况\n全年\n平稳。", "（一）主动公开"]
    assert labels(document) == ["一、", "（一）"]


def test_outer_blanks_count_only_if_preserved() -> None:
    content = word_file(
        p("<w:r><w:t>\n  甲 </w:t></w:r>" + r(" 乙 ") + "<w:r><w:t>\u3000丙\u00a0</w:t></w:r>")
    )
    document = read_docx(content, PATH)
    assert document.text == "甲 乙 \u3000丙\u00a0"
    assert held_against_the_file(document, content) == 3


def test_ruby_gives_what_it_stands_over() -> None:
    ruby = f"<w:r><w:ruby><w:rt>{r('xíng')}</w:rt><w:rubyBase>{r('行')}</w:rubyBase></w:ruby></w:r>"
    assert read(p(r("甲") + ruby)).text == "甲行"


def test_hidden_text_is_left_out_and_said() -> None:
    styles = (
        '<w:style w:type="character" w:styleId="c"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="p"><w:rPr><w:vanish/></w:rPr></w:style>'
    )
    body = p(
        r("甲") + r("藏", "<w:vanish/>") + r("藏", '<w:rStyle w:val="c"/>') + r("乙", '<w:vanish w:val="0"/>')
    )
    body += p("藏", '<w:pStyle w:val="p"/>') + p("末")
    document = read(body, styles=styles)
    assert lines(document) == ["甲乙", "末"]
    assert [(unread.what, unread.reason[:2], unread.content) for unread in document.unread] == [
        ("隐藏文字", "3处", False)
    ]


def test_notes_stand_after_the_text_and_lead_back() -> None:
    reference = '<w:r><w:footnoteReference w:id="2"/></w:r>'
    notes = f'<w:footnote w:id="0"><w:p><w:r><w:separator/></w:r></w:p></w:footnote><w:footnote w:id="2">{p("脚注。")}</w:footnote>'
    content = word_file(p(r("12件") + reference + r("。")) + p("末段。"), footnotes=notes)
    document = read_docx(content, PATH)
    assert lines(document) == ["12件。", "末段。", "脚注。"]
    assert document.source.origins[-1].part == "word/footnotes.xml"
    assert held_against_the_file(document, content) == 4


@pytest.mark.parametrize(
    ("shape", "what"),
    [
        ("<w:drawing><wp:inline><a:blip/></wp:inline></w:drawing>", "图片"),
        ('<w:pict><v:shape><v:imagedata r:id="rId5"/></v:shape></w:pict>', "图片"),
        ("<w:object><o:OLEObject/></w:object>", "嵌入对象"),
        ('<w:drawing><c:chart xmlns:c="urn:c"/></w:drawing>', "图表"),
        ('<w:pict><v:shape><v:textpath string="机密"/></v:shape></w:pict>', "艺术字"),
        ("<w:drawing><a:t>画中字</a:t></w:drawing>", "图形"),
    ],
)
def test_what_cannot_be_read_is_said_at_its_place(shape: str, what: str) -> None:
    document = read(p("甲") + p(f"<w:r>{shape}</w:r>") + p("乙"))
    (unread,) = document.unread
    assert (unread.what, unread.at, unread.place, unread.content) == (what, 1, "第2段", True)


def test_a_line_drawn_is_no_gap() -> None:
    assert not read(p(r("甲") + "<w:r><w:pict><v:line/></w:pict></w:r>")).unread


def test_documents_elsewhere_are_said() -> None:
    document = read(p(r("甲") + '<w:subDoc r:id="rId3"/>') + '<w:altChunk r:id="rId4"/>')
    assert [(unread.what, unread.content) for unread in document.unread] == [
        ("子文档", True),
        ("嵌入的文档", True),
    ]


def test_page_headers_are_said_if_they_say_something() -> None:
    footer = p(r("第") + f'<w:fldSimple w:instr="PAGE">{r("1")}</w:fldSimple>' + r("页 共 5 页"))
    document = read(p("甲"), header1=p("内部资料"), header2=p("内部资料"), footer1=footer, footer2=p("— 1 —"))
    assert [(unread.what, unread.content) for unread in document.unread] == [("页眉", False)]
    assert "内部资料" in document.unread[0].reason
    assert document.text == "甲"


def test_the_published_report_comes_out_whole(shared_reports: Path) -> None:
    path = shared_reports / "formats" / "dashilan-2023-hard.docx"
    content = path.read_bytes()
    document = read_docx(content, path)
    assert held_against_the_file(document, content) > 300
    auto = [label for label in labels(document) if label]
    assert [label for label in auto if label in {"二、", "三、"}] == ["二、", "三、"]
    assert auto[-9:] == ["（五）", "（六）", "第一条", "1.1", "1.2", "①", "第二条", "2.1", "（七）"]
    assert lines(document)[-1] == "分\t行\n后-连链接字字段值"
    with zipfile.ZipFile(path) as archive:
        root = etree.fromstring(archive.read("word/document.xml"))
    for fallback in list(root.iter("{*}Fallback")):
        fallback.clear()
    written = sorted("".join(node.text or "" for node in root.iter("{*}t")))
    laid = "".join(
        document.text[origin.start : origin.end] for origin in document.source.origins if not origin.generated
    )
    assert sorted(laid.replace("\t", "").replace("\n", "").replace("-", "")) == [
        c for c in written if c != "-"
    ]
