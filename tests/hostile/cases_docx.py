"""Word files whose text is not where a naive reader looks: edits, boxes, fields, notes, cells, packages (ECMA-376)."""

from hostile_case import HostileCase
from raw_docx import docx, p, r, tbl, tc, text_box, tr


def ins(inner: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="9" w:author="审核" w:date="2024-01-15T09:00:00Z">{inner}</w:ins>'


def deleted(text: str) -> str:
    """A tracked deletion."""
    return f'<w:del w:id="8" w:author="审核" w:date="2024-01-15T09:00:00Z"><w:r><w:delText>{text}</w:delText></w:r></w:del>'


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
CASES = EDITS + CONTAINERS
