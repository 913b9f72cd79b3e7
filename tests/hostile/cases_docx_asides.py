"""Fields, notes, hidden and special characters of Word: what of them the reader sees."""

from hostile_case import HostileCase
from raw_docx import docx, p, r, style


def field(instruction: str, result: str) -> str:
    """A complex field; instruction and result are markup."""
    parts = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "separate", "end"))
    begin, separate, end = parts
    return f"{begin}{instruction}{separate}{result}{end}"


def code(text: str) -> str:
    """A run of field code."""
    return f'<w:r><w:instrText xml:space="preserve">{text}</w:instrText></w:r>'


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
CASES = FIELDS + ASIDE
