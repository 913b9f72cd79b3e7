"""Word files with cells merged in every way, content that cannot be read, and packages as different programs write them."""

import zipfile

from hostile_case import PNG, At, HostileCase
from raw_docx import LIBREOFFICE, PLAIN, docx, drawing, p, prefixed, r, strict, tbl, tc, tr

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
CASES = UNREADABLE + CELLS + PACKAGES
