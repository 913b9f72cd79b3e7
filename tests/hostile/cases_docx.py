"""Word files whose text is not where a naive reader looks: edits, boxes, fields, notes, cells, packages (ECMA-376)."""

import zipfile

from hostile_case import PNG, At, HostileCase
from raw_docx import LIBREOFFICE, PLAIN, docx, drawing, p, prefixed, r, strict, style, tbl, tc, text_box, tr


def ins(inner: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="9" w:author="审核" w:date="2024-01-15T09:00:00Z">{inner}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="8" w:author="审核" w:date="2024-01-15T09:00:00Z"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


def field(instruction: str, result: str) -> str:
    """A complex field; instruction and result are markup."""
    parts = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = parts
    return f"{begin}{instruction}{separate}{result}{end}"


def code(text: str) -> str:
    """A run of field code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


EDITS = (
    HostileCase(
        "tracked_insertion",
        ".docx",
        lambda: docx(p(r("新收申请") + ins(r("12")) + r("件。"))),
        must_contain=("新收申请12件。",),
        nothing_unread=True,
        origins_exact=True,
    ),
    HostileCase(
        "tracked_replacement",
        ".docx",
        lambda: docx(p(r("新收申请") + deleted("11") + ins(r("12")) + r("件。"))),
        must_contain=("新收申请12件。",),
        must_not_contain=("11",),
        unread=("删除",),
        nothing_unread=True,
    ),
    HostileCase(
        "tracked_move",
        ".docx",
        lambda: docx(
            p(r("甲句。") + f'<w:moveFrom w:id="3" w:author="甲">{r("搬家句。")}</w:moveFrom>')
            + p(r("乙句。") + f'<w:moveTo w:id="4" w:author="甲">{r("搬家句。")}</w:moveTo>')
        ),
        must_contain=("甲句。", "乙句。搬家句。"),
    ),
    HostileCase(
        "tracked_deletion_of_a_paragraph_mark",
        ".docx",
        lambda: docx(p("前半句，", '<w:rPr><w:del w:id="5" w:author="甲"/></w:rPr>') + p("后半句。")),
        must_contain=("前半句，后半句。",),
    ),
    HostileCase(
        "tracked_insertion_of_a_paragraph_mark",
        ".docx",
        lambda: docx(p("前一段。", '<w:rPr><w:ins w:id="5" w:author="甲"/></w:rPr>') + p("后一段。")),
        must_contain=("前一段。", "后一段。"),
        must_not_contain=("前一段。后一段。",),
    ),
    HostileCase(
        "tracked_deletion_of_a_row",
        ".docx",
        lambda: docx(
            tbl(
                tr("规章", "0"),
                tr(tc(p(deleted("废行"))), tc(p(deleted("9"))), properties='<w:del w:id="6" w:author="甲"/>'),
                tr("规范性文件", "3"),
            )
        ),
        tables=((("规章", "0"), ("规范性文件", "3")),),
        must_not_contain=("废行",),
    ),
    HostileCase(
        "tracked_insertion_in_a_cell",
        ".docx",
        lambda: docx(
            tbl(
                tr("总计", tc(p(r("1") + ins(r("2"))))),
                tr(tc(p(ins(r("新行")))), "3", properties='<w:ins w:id="7" w:author="甲"/>'),
            )
        ),
        tables=((("总计", "12"), ("新行", "3")),),
    ),
    HostileCase(
        "old_properties_in_tracked_format",
        ".docx",
        lambda: docx(
            p(
                '<w:r><w:rPr><w:b/><w:rPrChange w:id="1" w:author="甲"><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr>'
                "<w:t>加粗而非隐藏。</w:t></w:r>",
                '<w:pPrChange w:id="2" w:author="甲"><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr></w:pPrChange>',
            )
        ),
        must_contain=("加粗而非隐藏。",),
        labels=(("", "加粗而非隐藏"),),
    ),
)
CONTROL = "<w:sdt><w:sdtPr><w:alias w:val='控件'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
CONTAINERS = (
    HostileCase(
        "text_box_in_choice_and_fallback",
        ".docx",
        lambda: docx(p(r("正文甲。") + text_box(p("框内只此一句。"))) + p("正文乙。")),
        must_contain=("框内只此一句。",),
        nothing_unread=True,
    ),
    HostileCase(
        "text_box_of_old_word",
        ".docx",
        lambda: docx(
            p(
                r("正文甲。")
                + f"<w:r><w:pict><v:shape><v:textbox><w:txbxContent>{p('老框一句。')}</w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
            )
        ),
        must_contain=("老框一句。",),
    ),
    HostileCase(
        "table_in_text_box",
        ".docx",
        lambda: docx(p(text_box(tbl(tr("行政许可", "5")) + p())) + p("正文。")),
        must_contain=("行政许可",),
        tables=((("行政许可", "5"),),),
    ),
    HostileCase(
        "content_control_at_every_level",
        ".docx",
        lambda: docx(
            CONTROL.format(p("块级控件段。"))
            + p(r("行内") + CONTROL.format(r("控件")) + r("文字。"))
            + tbl(
                CONTROL.format(tr("行级", "1")), tr(CONTROL.format(tc("格级")), tc(CONTROL.format(p("格内"))))
            )
            + CONTROL.format(CONTROL.format(p("两层控件。")))
        ),
        must_contain=("块级控件段。", "行内控件文字。", "两层控件。"),
        tables=((("行级", "1"), ("格级", "格内")),),
        nothing_unread=True,
    ),
    HostileCase(
        "nested_tables",
        ".docx",
        lambda: docx(tbl(tr(tc(p("外格") + tbl(tr("内甲", "7"), tr("内乙", "8")) + p()), "外右"))),
        tables=((("外格内甲7内乙8", "外右"),), (("内甲", "7"), ("内乙", "8"))),
        must_contain=("外格", "内甲", "内乙", "外右"),
    ),
    HostileCase(
        "inline_wrappers",
        ".docx",
        lambda: docx(
            p(
                r("甲")
                + f'<w:smartTag w:uri="u" w:element="date">{r("2023年")}</w:smartTag>'
                + f'<w:hyperlink r:id="rId77">{r("链接文字")}</w:hyperlink>'
                + f'<w:customXml w:element="x">{r("定制")}</w:customXml>'
                + f'<w:bdo w:val="ltr">{r("定向")}</w:bdo><w:dir w:val="ltr">{r("又向")}</w:dir>'
                + '<w:bookmarkStart w:id="0" w:name="_GoBack"/>'
                + r("书签")
                + '<w:bookmarkEnd w:id="0"/>'
                + r("乙。")
            )
        ),
        must_contain=("甲2023年链接文字定制定向又向书签乙。",),
        must_not_contain=("_GoBack",),
        origins_exact=True,
    ),
    HostileCase(
        "choice_and_fallback_around_a_run",
        ".docx",
        lambda: docx(
            p(
                r("前")
                + f'<mc:AlternateContent><mc:Choice Requires="w14">{r("只一次")}</mc:Choice>'
                + f"<mc:Fallback>{r('只一次')}</mc:Fallback></mc:AlternateContent>"
                + r("后。")
            )
        ),
        must_contain=("前只一次后。",),
    ),
    HostileCase(
        "choice_that_nobody_knows",
        ".docx",
        lambda: docx(
            p(
                '<mc:AlternateContent xmlns:zz="urn:unknown:future"><mc:Choice Requires="zz"><zz:thing/></mc:Choice>'
                f"<mc:Fallback>{r('退而求其次。')}</mc:Fallback></mc:AlternateContent>"
            )
        ),
        must_contain=("退而求其次。",),
    ),
)
FIELDS = (
    HostileCase(
        "fields_simple_and_complex",
        ".docx",
        lambda: docx(
            p(r("简单") + f'<w:fldSimple w:instr=" DATE \\@ yyyy ">{r("2024")}</w:fldSimple>' + r("年。"))
            + p(r("复杂") + field(code(" PAGEREF _Toc1 \\h "), r("35")) + r("页。"))
        ),
        must_contain=("简单2024年。", "复杂35页。"),
        must_not_contain=("DATE", "PAGEREF", "yyyy"),
    ),
    HostileCase(
        "fields_nested",
        ".docx",
        lambda: docx(
            p(
                r("共")
                + field(
                    code(" IF ") + field(code(" PAGE "), r("暗数")) + code(" > 1 甲 乙 "),
                    r("外") + field(code(" SEQ x "), r("内")),
                )
                + r("止。")
            )
        ),
        must_contain=("共外内止。",),
        must_not_contain=("暗数", "SEQ", "IF"),
    ),
    HostileCase(
        "field_over_paragraphs",
        ".docx",
        lambda: docx(
            p(
                '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                + code(" INCLUDETEXT ")
                + '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
                + r("域内一段。")
            )
            + p(r("域内二段。") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>' + r("域外。"))
        ),
        must_contain=("域内一段。", "域内二段。域外。"),
        must_not_contain=("INCLUDETEXT",),
    ),
    HostileCase(
        "field_without_result",
        ".docx",
        lambda: docx(
            p(
                r("前")
                + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
                + code(" XE 索引词 ")
                + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
                + r("后。")
            )
        ),
        must_contain=("前后。",),
        must_not_contain=("索引词",),
    ),
)
SEPARATOR = '<w:footnote w:id="0" w:type="separator"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
ASIDE = (
    HostileCase(
        "footnote",
        ".docx",
        lambda: docx(
            p(r("收到12件") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("申请。")),
            parts={"footnotes": SEPARATOR + f'<w:footnote w:id="2">{p("脚注说明一句。")}</w:footnote>'},
        ),
        must_contain=("申请。",),
        must_not_contain=("收到12件2", "收到12件1"),
        kept_or_unread=(("脚注说明一句。", "脚注"),),
    ),
    HostileCase(
        "endnote",
        ".docx",
        lambda: docx(
            p(r("收到13件") + '<w:r><w:endnoteReference w:id="2"/></w:r>' + r("申请。")),
            parts={"endnotes": f'<w:endnote w:id="2">{p("尾注说明一句。")}</w:endnote>'},
        ),
        must_contain=("申请。",),
        kept_or_unread=(("尾注说明一句。", "尾注"),),
    ),
    HostileCase(
        "comment_is_no_text",
        ".docx",
        lambda: docx(
            p(
                '<w:commentRangeStart w:id="0"/>'
                + r("正文一句。")
                + '<w:commentRangeEnd w:id="0"/><w:r><w:commentReference w:id="0"/></w:r>'
            ),
            parts={"comments": f'<w:comment w:id="0" w:author="甲">{p("此处请核对。")}</w:comment>'},
        ),
        must_contain=("正文一句。",),
        must_not_contain=("此处请核对。",),
    ),
    HostileCase(
        "hidden_text",
        ".docx",
        lambda: docx(
            p(
                r("看得见。")
                + r("看不见。", "<w:vanish/>")
                + r("也看得见。", '<w:vanish w:val="0"/>')
                + r("网页才隐藏。", "<w:webHidden/>")
            )
            + p(r("样式所藏。", '<w:rStyle w:val="secret"/>') + r("末句。")),
            styles=style("secret", "<w:vanish/>", kind="character"),
        ),
        must_contain=("看得见。也看得见。网页才隐藏。", "末句。"),
        must_not_contain=("看不见。", "样式所藏。"),
        unread=("隐藏",),
    ),
    HostileCase(
        "ruby",
        ".docx",
        lambda: docx(
            p(
                r("在")
                + f"<w:r><w:ruby><w:rubyPr/><w:rt>{r('xíng zhèng')}</w:rt><w:rubyBase>{r('行政')}</w:rubyBase></w:ruby></w:r>"
                + r("机关。")
            )
        ),
        must_contain=("在行政机关。",),
        must_not_contain=("xíng",),
    ),
    HostileCase(
        "special_characters",
        ".docx",
        lambda: docx(
            p(
                r("电话0351")
                + "<w:r><w:noBreakHyphen/></w:r>"
                + r("1234，信息")
                + "<w:r><w:softHyphen/></w:r>"
                + r("公开，")
                + '<w:r><w:sym w:font="宋体" w:char="2460"/></w:r>'
                + r("项。")
            )
        ),
        must_contain=("信息公开，①项。",),
        must_not_contain=("03511234",),
    ),
    HostileCase(
        "tab_and_breaks_part_words",
        ".docx",
        lambda: docx(
            p(
                "<w:r><w:t>甲项</w:t><w:tab/><w:t>乙项</w:t><w:br/><w:t>丙项</w:t><w:cr/><w:t>丁项</w:t><w:ptab/><w:t>戊项</w:t></w:r>"
            )
        ),
        must_contain=("甲项", "乙项", "丙项", "丁项", "戊项"),
        must_not_contain=("项乙", "项丙", "项丁", "项戊"),
    ),
    HostileCase(
        "number_split_over_runs",
        ".docx",
        lambda: docx(
            p(
                r("办结")
                + r("1", '<w:rFonts w:hint="eastAsia"/>')
                + '<w:proofErr w:type="gramStart"/>'
                + "<w:r><w:lastRenderedPageBreak/><w:t>2</w:t></w:r>"
                + '<w:bookmarkStart w:id="1" w:name="b"/><w:bookmarkEnd w:id="1"/>'
                + "<w:r><w:t>3</w:t><w:t>4</w:t></w:r>"
                + r("件。")
            )
        ),
        must_contain=("办结1234件。",),
        origins_exact=True,
    ),
)
PICTURE = drawing('<pic:pic><pic:blipFill><a:blip r:embed="rId88"/></pic:blipFill></pic:pic>')
OBJECT = '<w:r><w:object><v:shape/><o:OLEObject Type="Embed" ProgID="Excel.Sheet.12" r:id="rId89"/></w:object></w:r>'
TYPE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
MEDIA = "".join(
    f'<Relationship Id="{identity}" Type="{TYPE}{kind}" Target="{target}"/>'
    for identity, kind, target in (
        ("rId88", "image", "media/image1.png"),
        ("rId89", "oleObject", "embeddings/oleObject1.bin"),
    )
)
FILES = {
    "word/media/image1.png": PNG,
    "word/embeddings/oleObject1.bin": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(504),
}
UNREADABLE = (
    HostileCase(
        "picture_for_table_three",
        ".docx",
        lambda: docx(
            p("三、收到和处理政府信息公开申请情况")
            + p(PICTURE)
            + p("四、政府信息公开行政复议、行政诉讼情况"),
            relations=MEDIA,
            files=FILES,
        ),
        unread=("图",),
        unread_between=(("图", "申请情况", "四、政府"),),
        absent_tables=("applications",),
    ),
    HostileCase(
        "picture_of_old_word",
        ".docx",
        lambda: docx(
            p("前文。")
            + p('<w:r><w:pict><v:shape><v:imagedata r:id="rId88"/></v:shape></w:pict></w:r>')
            + p("后文。"),
            relations=MEDIA,
            files=FILES,
        ),
        unread_between=(("图", "前文。", "后文。"),),
    ),
    HostileCase(
        "embedded_spreadsheet",
        ".docx",
        lambda: docx(p("前文。") + p(OBJECT) + p("后文。"), relations=MEDIA, files=FILES),
        unread_between=(("对象|嵌入", "前文。", "后文。"),),
    ),
    HostileCase(
        "imported_chunk",
        ".docx",
        lambda: docx(
            p("前文。") + '<w:altChunk r:id="rId90"/>' + p("后文。"),
            relations='<Relationship Id="rId90" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.htm"/>',
            files={"word/chunk.htm": "<html><body><p>块内一句。</p></body></html>".encode()},
        ),
        must_contain=("前文。", "后文。"),
        kept_or_unread=(("块内一句。", "导入|嵌入|外部|附加|插入|块"),),
    ),
    HostileCase(
        "formula",
        ".docx",
        lambda: docx(p(r("其值为") + "<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>" + r("。"))),
        kept_or_unread=(("x+1", "公式"),),
    ),
    HostileCase(
        "chart",
        ".docx",
        lambda: docx(
            p("前文。")
            + p(
                drawing(
                    "<c:chart xmlns:c='http://schemas.openxmlformats.org/drawingml/2006/chart' r:id='rId91'/>"
                )
            )
            + p("后文。")
        ),
        unread_between=(("图", "前文。", "后文。"),),
    ),
)
DOWN = "<w:vMerge w:val='{}'/>"
CELLS = (
    HostileCase(
        "merged_cells",
        ".docx",
        lambda: docx(
            tbl(
                tr(
                    tc("角", '<w:gridSpan w:val="2"/><w:vMerge w:val="restart"/>'),
                    tc("头", '<w:gridSpan w:val="2"/>'),
                ),
                tr(tc("", '<w:gridSpan w:val="2"/><w:vMerge/>'), "左", "右"),
                tr(tc("组", DOWN.format("restart")), "子甲", "1", "2"),
                tr(tc("", DOWN.format("continue")), "子乙", "3", "4"),
                columns=4,
            )
        ),
        tables=(
            (
                (At("角", 0, 0, 2, 2), At("头", 0, 2, 1, 2)),
                (At("左", 1, 2), At("右", 1, 3)),
                (At("组", 2, 0, 2), At("子甲", 2, 1), At("1", 2, 2), At("2", 2, 3)),
                (At("子乙", 3, 1), At("3", 3, 2), At("4", 3, 3)),
            ),
        ),
    ),
    HostileCase(
        "horizontal_merge_of_old_word",
        ".docx",
        lambda: docx(
            tbl(
                tr(tc("宽", '<w:hMerge w:val="restart"/>'), tc("", "<w:hMerge/>"), "右"),
                tr("甲", "乙", "丙"),
                columns=3,
            )
        ),
        tables=(((At("宽", 0, 0, 1, 2), At("右", 0, 2)), (At("甲", 1, 0), At("乙", 1, 1), At("丙", 1, 2))),),
    ),
    HostileCase(
        "rows_that_begin_late",
        ".docx",
        lambda: docx(
            tbl(
                tr("甲", "乙", "丙"),
                tr("子", "丑", properties='<w:gridBefore w:val="1"/>'),
                tr("寅", "卯", properties='<w:gridAfter w:val="1"/>'),
                columns=3,
            )
        ),
        tables=(
            (
                (At("甲", 0, 0), At("乙", 0, 1), At("丙", 0, 2)),
                (At("子", 1, 1), At("丑", 1, 2)),
                (At("寅", 2, 0), At("卯", 2, 1)),
            ),
        ),
    ),
    HostileCase(
        "header_row_that_word_repeats",
        ".docx",
        lambda: docx(tbl(tr("项目名", "件数栏", properties="<w:cantSplit/><w:tblHeader/>"), tr("甲", "1"))),
        must_contain=("项目名", "件数栏", "甲"),
    ),
    HostileCase(
        "cell_of_many_paragraphs",
        ".docx",
        lambda: docx(tbl(tr(tc(p("商业") + p() + p("企业")), tc(p(" 1") + p("2 "))))),
        tables=((("商业企业", "12"),),),
    ),
    HostileCase(
        "merge_that_nothing_began",
        ".docx",
        lambda: docx(tbl(tr(tc("孤儿", "<w:vMerge/>"), "1"), tr(tc("", "<w:vMerge/>"), "2"))),
        tables=(((At("孤儿", 0, 0, 2), At("1", 0, 1)), (At("2", 1, 1),)),),
    ),
)
REPORTED = (
    p("测试镇2023年政府信息公开工作年度报告", '<w:jc w:val="center"/>')
    + p("一、总体情况")
    + p("全年公开信息57条。")
    + tbl(tr("甲", "1"))
)
PACKAGES: tuple[HostileCase, ...] = tuple(
    HostileCase(
        f"package_{name}",
        ".docx",
        lambda settings=settings: docx(REPORTED, **settings),  # type: ignore[misc]
        must_contain=("测试镇2023年政府信息公开工作年度报告", "全年公开信息57条。"),
        tables=((("甲", "1"),),),
        labels=(("一、", "总体情况"),),
        nothing_unread=True,
    )
    for name, settings in {
        "of_libreoffice": {"declaration": LIBREOFFICE},
        "without_double_quotes": {"declaration": PLAIN},
        "without_declaration": {"declaration": ""},
        "strict": {"rewrite": strict},
        "prefix_ns0": {"rewrite": lambda xml: prefixed(xml, "ns0")},
        "default_namespace": {"rewrite": lambda xml: prefixed(xml, "")},
        "stored": {"compression": zipfile.ZIP_STORED},
        "zip64": {"zip64": True},
        "byte_order_mark": {"encoding": "utf-8-sig"},
        "utf_16": {"encoding": "utf-16", "declaration": '<?xml version="1.0" encoding="UTF-16"?>\r\n'},
        "document_by_another_name": {"document": "document2"},
        "indented_xml": {
            "rewrite": lambda xml: xml.replace("><w:p>", ">\r\n  <w:p>").replace("><w:tr>", ">\r\n\t<w:tr>")
        },
    }.items()
)
CASES = EDITS + CONTAINERS + FIELDS + ASIDE + UNREADABLE + CELLS + PACKAGES
