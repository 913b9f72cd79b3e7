"""Word files in which a comment is hard to place, and what must stand between its anchors: written before the code that places them."""

import io
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "hostile"))
from raw_docx import abstract, docx, level, made, num, numbered, p, prefixed, r, strict, tbl, tc, text_box, tr

BOLD = '<w:rFonts w:hint="eastAsia"/><w:b/><w:sz w:val="32"/>'
DELETED = '<w:del w:id="11" w:author="甲"><w:r><w:delText>旧词</w:delText></w:r></w:del>'
NUMBERING = abstract(0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")) + num(
    1, 0
)
PARAGRAPH = '<w:p w:rsidR="00A1" w:rsidRDefault="00B2"/>'


@dataclass(frozen=True, slots=True)
class Awkward:
    """A file, the words to comment on as the loader shows them, and what must stand between the anchors."""

    name: str
    make: Callable[[], bytes]
    words: tuple[str, ...]
    marked: tuple[str, ...] | None = None
    """None: the very words."""


def t(text: str) -> str:
    """A run as Word writes it, blanks unprotected."""
    return f'<w:r w:rsidRPr="00C3"><w:rPr>{BOLD}</w:rPr><w:t>{text}</w:t></w:r>'


def field(result: str, instruction: str = " REF a \\h ") -> str:
    """A complex field."""

    def mark(kind: str) -> str:
        return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

    code = f'<w:r><w:instrText xml:space="preserve">{instruction}</w:instrText></w:r>'
    return f"{mark('begin')}{code}{mark('separate')}{result}{mark('end')}"


def ins(inner: str) -> str:
    """A tracked insertion."""
    return f'<w:ins w:id="12" w:author="甲" w:date="2024-01-05T09:00:00Z">{inner}</w:ins>'


def control(kind: str, inner: str) -> str:
    """A content control among runs."""
    return f'<w:sdt><w:sdtPr><w:id w:val="5"/>{kind}</w:sdtPr><w:sdtContent>{inner}</w:sdtContent></w:sdt>'


def without_relations(body: str) -> bytes:
    """A file whose text points to no other part."""
    return _changed(docx(body), drop="word/_rels/document.xml.rels")


def bare_relations(body: str) -> bytes:
    """Relationships in an element without content."""
    empty = b'<?xml version="1.0"?>\r\n<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"/>'
    return _changed(docx(body), put={"word/_rels/document.xml.rels": empty})


def with_comments(inner: str, body: str) -> bytes:
    """A file that has comments."""
    return docx(body, parts={"comments": inner})


def commented_run(identity: int, text: str) -> str:
    """A run with a comment."""
    return (
        f'<w:commentRangeStart w:id="{identity}"/>{r(text)}<w:commentRangeEnd w:id="{identity}"/>'
        f'<w:r><w:commentReference w:id="{identity}"/></w:r>'
    )


def own_comment(identity: int) -> str:
    """The comment itself."""
    return f'<w:comment w:id="{identity}" w:author="甲" w:initials="甲" w:date="2024-01-05T09:00:00Z">{p("请核实")}</w:comment>'


def _changed(content: bytes, drop: str = "", put: dict[str, bytes] | None = None) -> bytes:
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name != drop:
                new.writestr(name, (put or {}).get(name, old.read(name)))
    return stream.getvalue()


def _declared(encoding: str) -> Callable[[str], str]:
    return lambda xml: xml.replace('encoding="UTF-8"', f'encoding="{encoding}"')


RUNS = (
    Awkward("middle-of-a-run", made(p(t("全年公开三十条信息"))), ("三十",)),
    Awkward("whole-run", made(p(t("全年") + t("公开") + t("三十条"))), ("公开",)),
    Awkward("across-runs", made(p(r("全年公") + t("开三") + r("十条"))), ("公开三十",)),
    Awkward("runs-with-one-part-of-each", made(p(t("甲乙丙") + r("丁戊己"))), ("乙", "戊", "丙丁")),
    Awkward("one-run-many", made(p(t("一二三四五六七八九"))), ("二三四", "三", "三四五", "二三四", "一二三四五六七八九", "九", "一")),
    Awkward("tab-and-break", made(p("<w:r><w:t>甲乙</w:t><w:tab/><w:t>丙丁</w:t><w:br/><w:t>戊</w:t></w:r>")), ("乙\t丙", "\t", "丁\n戊"),
        ("乙\t丙", "\t", "丁\n戊")),
    Awkward("page-break-rendered", made(p("<w:r><w:rPr/><w:lastRenderedPageBreak/><w:t>甲乙丙</w:t></w:r>")), ("甲乙", "甲乙丙")),
    Awkward("no-break-hyphen", made(p("<w:r><w:t>010</w:t><w:noBreakHyphen/><w:t>62</w:t></w:r>")), ("10-6", "-")),
    Awkward("blank-beside-the-cut", made(p("<w:r><w:t>共 12 件 </w:t></w:r>")), ("共 ", "12", " 件")),
    Awkward("outer-blanks-unshown", made(p("<w:r><w:t> \r\n 共 12 件  </w:t></w:r>")), ("共 ", "12", "共 12 件")),
    Awkward("space-default", made(p('<w:r><w:t xml:space="default">共 12 件</w:t></w:r>')), ("共 ", "12")),
    Awkward("blanks-preserved", made(p(r(" 共  12 件 "))), ("共  ", "12", " 件 ")),
    Awkward("entities", made(p(r("甲&amp;乙&lt;丙&#x4E01;戊&#19978;&quot;"))), ("乙<丙", "丁", "&", '戊上"')),
    Awkward("character-data", made(p("<w:r><w:t>甲<![CDATA[乙<丙&丁]]>戊己</w:t></w:r>")), ("<丙&", "甲乙", "丁戊")),
    Awkward("comment-in-text", made(p("<w:r><w:t>甲乙<!-- 丙 -->丁戊<?x y?>己</w:t></w:r>")), ("乙丁", "戊己")),
    Awkward("beyond-the-plane", made(p(r("𠮷𠮷野家"))), ("𠮷野",)),
    Awkward("line-end-in-text", made(p("<w:r><w:t>甲\r\n乙丙</w:t></w:r>")), ("乙",)),
    Awkward("attributes-with-angle", made(p('<w:r w:rsidR="a>b"><w:rPr><w:rStyle w:val=\'c">d\'/></w:rPr><w:t>甲乙丙</w:t></w:r>')), ("乙",)),
    Awkward("pretty-printed", made("\r\n  ".join(p(t("甲乙丙丁")).replace("><", ">\r\n    <").split("\n"))), ("乙丙", "丁")),
    Awkward("format-change-tracked", made(p('<w:r><w:rPr><w:b/><w:rPrChange w:id="3" w:author="甲"><w:rPr/></w:rPrChange></w:rPr><w:t>甲乙丙</w:t></w:r>')), ("乙",)),
    Awkward("symbol", made(p('<w:r><w:t>甲</w:t><w:sym w:font="Wingdings" w:char="F0FC"/><w:t>乙</w:t></w:r>')), ("甲✓乙",), ("甲乙",)),
)  # fmt: skip
WRAPPED = (
    Awkward("inserted", made(p(r("全年") + ins(t("公开三十条")) + r("信息"))), ("三十", "条信", "年公")),
    Awkward("inserted-beside-deleted", made(p(r("全年") + ins(t("公开")) + DELETED + ins(t("三十条")) + r("信息"))), ("公开三十", "年公开")),
    Awkward("moved", made(p(f'<w:moveTo w:id="9" w:author="甲">{t("公开三十条")}</w:moveTo>')), ("三十",)),
    Awkward("paragraph-mark-deleted", made(p(r("全年公"), '<w:rPr><w:del w:id="8" w:author="甲"/></w:rPr>') + p(r("开三十条"))), ("公开三",)),
    Awkward("hyperlink", made(p(r("见") + f'<w:hyperlink w:anchor="a">{t("门户网站")}</w:hyperlink>' + r("首页"))), ("户网", "见门", "站首")),
    Awkward("simple-field", made(p(r("共") + f'<w:fldSimple w:instr=" REF a ">{t("一二三")}</w:fldSimple>' + r("件"))), ("二", "三件"), ("一二三", "一二三件")),
    Awkward("field", made(p(r("共") + field(t("一二三")) + r("件"))), ("二", "共一", "三件", "共", "件"), ("一二三", "共一二三", "一二三件", "共", "件")),
    Awkward("field-in-field", made(p(r("共") + field(t("一") + field(t("二")) + t("三")) + r("件"))), ("一", "二三"), ("一二三", "一二三")),
    Awkward("field-in-one-run", made(p('<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>一二</w:t><w:fldChar w:fldCharType="end"/></w:r>' + r("页"))), ("一", "页"), ("一二", "页")),
    Awkward("field-over-paragraphs", made(p('<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>' + t("甲乙丙")) + p(t("丁戊") + field(t("1"))) + p(t("己庚") + '<w:r><w:fldChar w:fldCharType="end"/></w:r>')), ("乙", "丁", "戊1", "庚"), ("甲乙丙丁戊1己庚",) * 4),
    Awkward("smart-tag", made(p(f'<w:smartTag w:uri="u" w:element="e">{t("北京市西城区")}</w:smartTag>')), ("西城",)),
    Awkward("control-rich", made(p(r("共") + control("<w:richText/>", t("一二三")) + r("件"))), ("二", "三件")),
    Awkward("control-plain", made(p(r("共") + control("<w:text/>", t("一二三")) + r("件"))), ("二", "共一"), ("一二三", "共一二三")),
    Awkward("control-bound", made(p(control('<w:dataBinding w:xpath="/a" w:storeItemID="{1}"/>', t("一二三")))), ("二",), ("一二三",)),
    Awkward("control-of-paragraphs", made(f"<w:sdt><w:sdtPr/><w:sdtContent>{p(t('一二三'))}{p(t('四五六'))}</w:sdtContent></w:sdt>"), ("二", "三\n四"), ("二", "三四")),
    Awkward("text-box", made(p(r("正文") + text_box(p(t("框内三十条"))) + r("续"))), ("三十", "文续"), ("框内三十条", "文框内三十条续")),
    Awkward("text-box-alone", made(p(text_box(p(t("框内")) + p(t("三十条")))) + p("正文")), ("三十", "正文"), ("框内三十条", "正文")),
    Awkward("alternate-of-runs", made(p(r("甲") + f'<mc:AlternateContent><mc:Choice Requires="w14">{t("乙丙")}</mc:Choice><mc:Fallback>{t("乙丙")}</mc:Fallback></mc:AlternateContent>' + r("丁"))), ("丙丁",), ("乙丙丁",)),
    Awkward("formula", made(p(r("甲") + "<m:oMath><m:r><m:t>x+y</m:t></m:r></m:oMath>" + r("乙"))), ("x+", "y乙"), ("x+y", "x+y乙")),
    Awkward("ruby", made(p("<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>pin</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>拼音</w:t></w:r></w:rubyBase></w:ruby></w:r>" + r("标注"))), ("拼", "音标"), ("拼音", "拼音标")),
    Awkward("bidirectional", made(p(f'<w:dir w:val="ltr">{t("甲乙丙")}</w:dir>')), ("乙",)),
    Awkward("proof-marks", made(p('<w:proofErr w:type="spellStart"/>' + r("甲乙") + '<w:proofErr w:type="spellEnd"/><w:bookmarkStart w:id="0" w:name="_GoBack"/>' + r("丙丁") + '<w:bookmarkEnd w:id="0"/>')), ("乙丙",)),
    Awkward("paragraphs", made(p(t("甲乙")) + p(t("丙丁")) + p(t("戊己"))), ("乙\n丙丁\n戊",), ("乙丙丁戊",)),
    Awkward("footnote", made(p(r("正文") + '<w:r><w:footnoteReference w:id="2"/></w:r>' + r("续")), parts={"footnotes": f'<w:footnote w:id="2">{p("脚注三十条")}</w:footnote>'}), ("三十",), ("",)),
)  # fmt: skip
NUMBERS = (
    Awkward("automatic-number", made(numbered("总体情况") + numbered("主动公开"), numbering=NUMBERING), ("一、 总体", "二、"), ("总体", "主动公开")),
    Awkward("automatic-number-across", made(p("前言甲") + numbered("总体情况"), numbering=NUMBERING), ("甲\n一、 总",), ("甲总",)),
)  # fmt: skip
TABLES = (
    Awkward("cell", made(tbl(tr("自然人", "12"), tr("总计", "130"))), ("12", "130", "13"), ("12", "130", "13")),
    Awkward("cells-across", made(tbl(tr("自然人", "12"), tr("总计", "130"))), ("人\t12\n总", "12\n总计\t130"), ("人12总", "12总计130")),
    Awkward("cell-merged", made(tbl(tr(tc("申请", '<w:vMerge w:val="restart"/>'), "新收"), tr(tc("", "<w:vMerge/>"), "结转"))), ("申请\t新",), ("申请新",)),
    Awkward("cell-nested", made(tbl(tr(tc(tbl(tr("内甲", "内乙")) + p()), "外"))), ("内乙", "外")),
)  # fmt: skip
PACKAGES = (
    Awkward("no-relations", lambda: without_relations(p(t("甲乙丙"))), ("乙",)),
    Awkward("bare-relations", lambda: bare_relations(p(t("甲乙丙"))), ("乙",)),
    Awkward("comments-there", lambda: with_comments(own_comment(0) + own_comment(7), p(commented_run(0, "甲乙丙") + commented_run(7, "丁"))), ("乙", "丙丁")),
    Awkward("comments-bare", made(p(t("甲乙丙")), parts={"comments": ""}, rewrite=lambda xml: xml.replace("></w:comments>", "/>")), ("乙",)),
    Awkward("comments-counted-to-the-end", lambda: with_comments(own_comment(0) + own_comment(2147483647), p(commented_run(0, "甲乙丙") + commented_run(2147483647, "丁"))), ("乙", "丙丁")),
    Awkward("comment-lost", made(p(commented_run(40, "甲乙丙").replace("commentReference", "annotationRef"))), ("乙",)),
    Awkward("other-name", made(p(t("甲乙丙")), document="document2"), ("乙",)),
    Awkward("strict", made(p(t("甲乙丙")), rewrite=strict), ("乙",)),
    Awkward("other-prefix", made(p(t("甲乙丙")), rewrite=lambda xml: prefixed(xml, "ns0")), ("乙",)),
    Awkward("no-prefix", made(p(t("甲乙丙")), rewrite=lambda xml: prefixed(xml, "")), ("乙",)),
    Awkward("utf-16", made(p(t("甲乙丙")), rewrite=_declared("UTF-16"), encoding="utf-16"), ("乙",)),
    Awkward("gb18030", made(p(t("甲𠮷乙丙")), rewrite=_declared("GB18030"), encoding="gb18030"), ("乙",)),
    Awkward("byte-order-mark", made(p(t("甲乙丙")), encoding="utf-8-sig"), ("乙",)),
    Awkward("stored", made(p(t("甲乙丙")), compression=zipfile.ZIP_STORED, zip64=True), ("乙",)),
)  # fmt: skip
FILES = (*RUNS, *WRAPPED, *NUMBERS, *TABLES, *PACKAGES)
EMPTY = {
    "bare": PARAGRAPH,
    "formatted": p("", '<w:jc w:val="center"/>'),
    "with a run": p("<w:r><w:rPr><w:b/></w:rPr></w:r>"),
    "with a deletion": p(DELETED),
}
"""What may stand in a cell that shows nothing."""
