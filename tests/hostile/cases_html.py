"""Web pages around a report: noise, encodings, tables for layout, marks for the eye (WHATWG HTML, CSS)."""

from collections.abc import Callable

from hostile_case import HostileCase, html
from made_report import EXPECTED, LABELS, OPENING, PARTS, SHORTFALL, TITLE, article, page

NAME = TITLE.format(year=2023)
NOISE = (
    '<div class="top"><a href="/">网站首页</a> | <a href="/zwgk">政务公开栏目</a> | <a href="/jdhy">解读回应</a></div>'
    '<ul class="nav"><li><a href="/a">机构职能</a></li><li><a href="/b">领导之窗</a></li><li><a href="/c">办事服务</a></li></ul>'
)
TAIL = (
    '<div class="share">分享到：<a href="#">微信</a><a href="#">微博</a> 【打印本页】【关闭窗口】 字号：<a>大</a><a>中</a><a>小</a></div>'
    '<div class="footer"><p>主办：青石镇人民政府办公室 版权所有</p><p>网站标识码：1234567890 <a href="/map">网站地图</a></p></div>'
)


def report(
    name: str,
    make: Callable[[], bytes],
    *,
    also: tuple[str, ...] = (),
    absent: tuple[str, ...] = (),
    exact: bool = False,
    published: str = "",
) -> HostileCase:
    """A page that holds the whole report: all of it must come out, figures included, and nothing else."""
    return HostileCase(
        f"page_{name}",
        ".html",
        make,
        must_contain=(OPENING, SHORTFALL, *also),
        must_not_contain=absent,
        labels=LABELS,
        label_source="typed",
        title=NAME,
        year=2023,
        form="2021",
        figures=EXPECTED,
        origins_exact=exact,
        published=published,
    )


def in_layout_tables(inner: str, depth: int = 3) -> str:
    """The content in tables that only arrange the page."""
    for _ in range(depth):
        inner = f'<table width="1000" cellpadding="0"><tr><td width="20"></td><td>{inner}</td><td width="20"></td></tr></table>'
    return inner


RARE = article().replace("无。", "无，联系人：镕堃、喆。")
ENCODED = (
    report("of_its_own", page, exact=True),
    report(
        "gb2312_with_gbk_characters",
        lambda: html(RARE, encoding="gbk", declared="gb2312"),
        exact=True,
    ),
    report(
        "gb18030_of_four_bytes",
        lambda: html(RARE.replace("喆", "㐱𠮷"), encoding="gb18030", declared="gb2312"),
        also=("镕堃、㐱𠮷。",),
    ),
    report("declared_utf8_is_gbk", lambda: html(article(), encoding="gbk", declared="utf-8")),
    report("declared_gb2312_is_utf8", lambda: html(article(), encoding="utf-8", declared="gb2312")),
    report("undeclared", lambda: html(article()).replace(b'<meta charset="utf-8">', b"")),
    report("undeclared_gbk", lambda: html(article(), encoding="gbk").replace(b'<meta charset="gbk">', b"")),
    report("byte_order_mark", lambda: b"\xef\xbb\xbf" + html(article(), declared="gb2312")),
    report("utf_16", lambda: html(article(), encoding="utf-16")),
    report(
        "declared_late",
        lambda: html(article(), head=f"<!--{'注' * 3000}--><meta charset='gbk'>", encoding="gbk").replace(
            b'<meta charset="gbk">', b""
        ),
    ),
    report(
        "xhtml_declares_encoding",
        lambda: (
            '<?xml version="1.0" encoding="gb2312"?>\n<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "x.dtd">'
            f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>页</title></head><body>{article()}</body></html>'
        ).encode("gb18030"),
    ),
)
NOISY = (
    report(
        "navigation_share_footer",
        lambda: html(
            NOISE + f'<div id="zoom" class="content">{article()}</div>' + TAIL,
            head=f"<title>{NAME}_青石镇人民政府</title>",
        ),
        absent=("网站首页", "领导之窗", "微信", "关闭窗口", "版权所有", "网站标识码"),
        exact=True,
    ),
    report(
        "in_layout_tables",
        lambda: html(NOISE + in_layout_tables(article()) + TAIL),
        absent=("网站首页", "版权所有"),
    ),
    report(
        "title_outside_the_article",
        lambda: html(
            NOISE
            + f'<h1 class="title">{NAME}</h1><div class="info">发布时间：2024-01-23 来源：党政办 浏览次数：57</div><div class="content">{article().split("</p>", 1)[1]}</div>'
            + TAIL
        ),
        absent=("浏览次数", "版权所有"),
        published="2024-01-23",
    ),
    report(
        "related_list_below",
        lambda: html(
            f'<div class="content">{article()}</div><div class="related"><h3>相关阅读</h3><ul>'
            + "".join(
                f'<li><a href="/{year}">白水镇{year}年政府信息公开工作年度报告</a></li>'
                for year in range(2015, 2023)
            )
            + '</ul></div><p>上一篇：<a href="/p">赤土镇2022年政府信息公开工作年度报告</a></p>'
        ),
        absent=("白水镇", "赤土镇", "相关阅读"),
    ),
    report(
        "hidden_copy_for_telephones",
        lambda: html(
            f'<div style="display: none">{article()}</div><div>{article()}</div><p hidden>藏起一句。</p><div style="DISPLAY:NONE">又藏一句。</div>'
        ),
        absent=("藏起一句。", "又藏一句。"),
    ),
    report(
        "comments_hold_markup",
        lambda: html(
            f"<!-- <p>注释里的旧稿</p>{article(year=2022)} -->{article()}<!--[if gte mso 9]><xml><w:View>Normal</w:View></xml><![endif]-->"
        ),
        absent=("旧稿", "Normal"),
    ),
    report(
        "scripts_hold_markup",
        lambda: html(
            "<script>document.write('<p>脚本写出</p><table><tr><td>假表</td></tr></table>'); if (1 < 2 && '</p>') {}</script>"
            f"<style>p:before {{content: '样式'}}</style>{article()}<script type='text/template'><p>模板句</p></script><template><p>又一模板</p></template>"
        ),
        absent=("脚本写出", "假表", "样式", "模板"),
    ),
    report(
        "five_megabytes",
        lambda: html(f"<script>var a='{'x' * 5_000_000}';</script>" + NOISE + article() + TAIL),
    ),
    report(
        "picture_as_base64",
        lambda: html(
            article().replace(OPENING, f"{OPENING}<img src='data:image/png;base64,{'QUJD' * 50000}'>")
        ),
        absent=("base64", "QUJD"),
    ),
)


def sloppy(markup: str) -> str:
    """Capital tags, no end tags of paragraphs, cells and rows, attributes without quotes."""
    for end in ("</p>", "</td>", "</tr>"):
        markup = markup.replace(end, "")
    for tag in ("table", "tr", "td", "p"):
        markup = markup.replace(f"<{tag}", f"<{tag.upper()}")
    return markup.replace('"', "")


def words_broken(markup: str) -> str:
    """Marks and line ends where an editor leaves them: inside words, before titles, around figures."""
    return markup.replace("本镇", "<b>本</b><span style='color:red'>镇</span>").replace(
        "<p>一、", "<p>\u3000\u3000&nbsp;<strong>一、</strong>"
    )


MARKED = (
    report("without_end_tags", lambda: html(sloppy(article()))),
    report("inline_marks", lambda: html(words_broken(article())), exact=True),
    report(
        "br_for_paragraphs",
        lambda: html(f"<div>{article().replace('<p>', '&nbsp;&nbsp;').replace('</p>', '<br>')}</div>"),
    ),
    report(
        "div_for_paragraphs",
        lambda: html(article().replace("<p>", "<div><span>").replace("</p>", "</span></div>")),
    ),
    report("fragment", lambda: article().encode()),
    report("soft_breaks", lambda: html(article().replace("统一", "统<wbr>一"))),
    report(
        "indented_source",
        lambda: html(article().replace("<p>", "\n\t\t<p>\n\t\t\t").replace("</p>", "\n\t\t</p>\n")),
    ),
)


def small(name: str, body: str, **expected: object) -> HostileCase:
    """A small page about one thing."""
    return HostileCase(f"page_{name}", ".html", lambda: html(body), **expected)  # type: ignore[arg-type]


ORDERED = "<ol{}><li>甲事项内容</li><li>乙事项内容</li></ol>"
NUMBERED = (
    small(
        "ordered_list",
        f"<p>开头一句。</p>{ORDERED.format('')}",
        labels=(("1.", "甲事项"), ("2.", "乙事项")),
        label_source="auto",
    ),
    small("ordered_list_from_three", ORDERED.format(" start=3"), labels=(("3.", "甲事项"), ("4.", "乙事项"))),
    small("ordered_list_backwards", ORDERED.format(" reversed"), labels=(("2.", "甲事项"), ("1.", "乙事项"))),
    small(
        "ordered_list_with_values",
        "<ol><li value=5>甲事项内容</li><li>乙事项内容</li></ol>",
        labels=(("5.", "甲事项"), ("6.", "乙事项")),
    ),
    small(
        "ordered_list_in_chinese",
        ORDERED.format(' style="list-style-type: cjk-ideographic"'),
        labels=(("一、", "甲事项"), ("二、", "乙事项")),
    ),
    small(
        "ordered_list_without_marks",
        ORDERED.format(' style="list-style: none"'),
        labels=(("", "甲事项"), ("", "乙事项")),
    ),
    small(
        "unordered_list",
        "<ul><li>甲事项内容</li><li>乙事项内容</li></ul>",
        labels=(("", "甲事项"), ("", "乙事项")),
    ),
    small(
        "list_of_word",
        "<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span style='font:7.0pt'>"
        "&nbsp;&nbsp;</span></span><![endif]>总体情况</p><p>正文一句话。</p>",
        labels=(("一、", "总体情况"), ("", "正文一句")),
        must_contain=("一、", "总体情况"),
    ),
    small(
        "headings",
        "<h1>石桥镇年报</h1><h2>一、总体情况</h2><h3>（一）主动公开</h3><p>正文。</p>",
        outline=((0, "石桥镇"), (1, "总体"), (2, "主动"), (None, "正文")),
    ),
)
REFERENCES = "&#19968;、&#x603B;体&ensp;&emsp;情况&nbsp;&ldquo;甲&rdquo;&mdash;&mdash;&lt;乙&gt;&amp;lt;丙&middot;丁&hellip;"
SMALL = (
    small("references", f"<p>{REFERENCES}</p>", labels=(("一、", "总体情况“甲”——<乙>&lt;丙·丁…"),)),
    small(
        "references_of_windows",
        "<p>统计期1月1日&#150;12月31日，&#147;甲&#148;。</p>",
        must_contain=("1月1日–12月31日，“甲”",),
    ),
    small(
        "reference_unknown",
        "<p>甲&nosuch;乙 &amp 丙 A&B公司</p>",
        must_contain=("甲&nosuch;乙", "丙 A&B公司"),
    ),
    small(
        "ruby",
        "<p>在<ruby>行<rp>(</rp><rt>xíng</rt><rp>)</rp>政<rp>(</rp><rt>zhèng</rt><rp>)</rp></ruby>机关。</p>",
        must_contain=("在行政机关。",),
        must_not_contain=("xíng",),
    ),
    small(
        "preformatted",
        "<pre>一、总体情况\n全年平稳有序。\n二、公开情况\n按时发布信息。</pre>",
        labels=(("一、", "总体情况"), ("", "全年平稳"), ("二、", "公开情况")),
    ),
    small(
        "label_apart_by_br",
        "<p>正文甲在前。<br>（一）主动公开<br/>　　正文乙在后。</p>",
        labels=(("", "正文甲"), ("（一）", "主动公开"), ("", "正文乙")),
    ),
    small(
        "invisible",
        "<p>明句甲。<span style='visibility:hidden'>暗句甲。</span><span style='display:none'>暗句乙。</span>明句乙。</p>",
        must_contain=("明句甲。", "明句乙。"),
        must_not_contain=("暗句甲", "暗句乙"),
    ),
    small(
        "list_box",
        "<p>正文一句话。</p><select><option>选项甲</option><option>选项乙</option></select><input value='按钮'><button>提交</button>",
        must_contain=("正文一句话。",),
        must_not_contain=("选项甲",),
    ),
    small(
        "picture_for_table_three",
        f"<p>{PARTS[2]}</p><p><img src='t3.png' width=800 height=900></p><p>{PARTS[3]}</p>",
        unread_between=(("图", "申请情况", "四、政府"),),
        absent_tables=("applications",),
    ),
    HostileCase(
        "page_of_an_attachment",
        ".html",
        lambda: html(
            NOISE + f"<h1>{NAME}</h1><p>附件：<a href='/files/nb2023.docx'>{NAME}.docx</a></p>" + TAIL
        ),
        unread=("附件",),
        refusal_allowed=True,
    ),
)
CASES = ENCODED + NOISY + MARKED + NUMBERED + SMALL
