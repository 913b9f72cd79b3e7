"""Web pages: what is the report, and what only stands around it."""

from pathlib import Path

import pytest

from shenyue.errors import UnreadableFile
from shenyue.loaders.html import read_html
from shenyue.model import Document

PATH = Path("某某镇.html")
PARTS = (
    "一、总体情况",
    "全年主动公开信息10条，办结申请3件。",
    "二、主动公开政府信息情况",
    "见表。",
    "三、收到和处理政府信息公开申请情况",
    "见表。",
    "四、政府信息公开行政复议、行政诉讼情况",
    "无。",
    "五、存在的主要问题及改进情况",
    "公开不够及时，将加强培训。",
    "六、其他需要报告的事项",
    "无",
)
TITLE = "某某镇2023年政府信息公开工作年度报告"
ARTICLE = "".join(f"<p>{part}</p>" for part in PARTS)
NAVIGATION = (
    '<div class="top"><ul><li><a href="/">首页</a></li><li><a href="/zw">主动公开政府信息</a></li></ul></div>'
    '<div class="crumbs">您的位置：<a href="/">首页</a> &gt; <a href="/nb">政府信息公开年度报告</a></div>'
)
FOOTER = '<div class="bottom"><p>主办：某某区人民政府　京ICP备00000000号</p><a href="/map">网站地图</a></div>'


def read(body: str, head: str = "") -> Document:
    page = f"<html><head><title>页</title>{head}<script>var 变量=1</script></head><body>{body}</body></html>"
    return read_html(page.encode(), PATH)


def prose(document: Document) -> list[str]:
    return [document.quote(p.span) for p in document.paragraphs()]


@pytest.mark.parametrize(
    "around",
    [
        "<div id='UCAP-CONTENT'>{}</div>",
        "<div><div><div class='x'>{}</div></div></div>",
        "<table><tr><td><a href='/'>导航</a></td><td>{}</td><td><a href='/'>链接</a></td></tr></table>",
        "<table role='presentation'><tr><td>{}</table>",
        "<article>{}</article>",
        "<form><center><font>{}</font></center></form>",
        "<div style='display:none'>{}</div>",
        "<main hidden>{}</main>",
    ],
)
def test_only_the_article_is_read(around: str) -> None:
    document = read(NAVIGATION + around.format(f"<p>{TITLE}</p>{ARTICLE}") + FOOTER)
    assert prose(document) == [TITLE, *PARTS]
    (left_out,) = document.unread
    assert not left_out.content


@pytest.mark.parametrize(
    "split",
    [
        "<div class='a'><p>{0}</p>{1}</div><div class='b'>{2}</div>",
        "<div><p>{0}</p><div>{1}</div></div><div>{2}</div>",
        "<table><tr><td><p>{0}</p>{1}</td></tr><tr><td>{2}</td></tr></table>",
        "<div><div style='display:block'><p>{0}</p>{1}</div><div style='display:none'>{2}</div></div>",
    ],
)
def test_an_article_in_several_pieces_is_read_whole(split: str) -> None:
    paragraphs = [f"<p>{part}</p>" for part in PARTS]
    body = split.format(TITLE, "".join(paragraphs[:5]), "".join(paragraphs[5:]))
    assert prose(read(NAVIGATION + f"<div>{body}</div>" + FOOTER)) == [TITLE, *PARTS]


def test_a_table_of_contents_is_not_the_article() -> None:
    contents = "".join(f"<p>{part}</p>" for part in PARTS[::2])
    pieces = "".join(f"<p>{part}</p>" for part in PARTS).replace(
        "见表。", "有关情况已经列入下表，请对照表中数字。"
    )
    document = read(f"{NAVIGATION}<div><p>{TITLE}</p><div class='toc'>{contents}</div>{pieces}</div>{FOOTER}")
    assert len(prose(document)) == 1 + 6 + 12
    aside = read(f"{NAVIGATION}<ul>{contents}</ul><div><p>{TITLE}</p>{pieces}</div>{FOOTER}")
    assert len(prose(aside)) == 1 + 12


def test_prose_beside_the_parts_belongs_to_the_article() -> None:
    body = (
        f"<div class='head'><p>{TITLE}</p><p>本报告按照有关规定编制，数据截至年底，向社会公布。</p></div>"
        f"<div class='body'>{ARTICLE}</div><div class='sign'><p>2024年1月19日</p></div>"
    )
    texts = prose(read(NAVIGATION + f"<div>{body}</div>" + FOOTER))
    assert texts[:2] == [TITLE, "本报告按照有关规定编制，数据截至年底，向社会公布。"]
    assert texts[-1] == "2024年1月19日"
    assert len(texts) == len(PARTS) + 3


@pytest.mark.parametrize(
    "heading",
    [
        "<h1>{}</h1>",
        "<div class='main-title'>{}</div>",
        "<p id='title'><span>{}</span></p>",
    ],
)
def test_a_title_outside_is_put_in_front(heading: str) -> None:
    document = read(
        f"{NAVIGATION}{heading.format(TITLE)}<div class='info'>来源：某镇</div><div>{ARTICLE}</div>{FOOTER}"
    )
    assert prose(document)[:2] == [TITLE, PARTS[0]]
    assert not document.source.origins[0].generated


def test_the_title_of_the_page_is_the_last_resort() -> None:
    page = (
        f"<html><title>某某区人民政府_{TITLE}-年报栏目</title><body>{NAVIGATION}<div>{ARTICLE}</div></body>"
    )
    assert prose(read_html(page.encode(), PATH))[:2] == [TITLE, PARTS[0]]


def test_a_title_inside_is_not_doubled() -> None:
    document = read(f"<h1>{TITLE}</h1><div><p>某某镇</p><p>2023年政府信息公开工作年度报告</p>{ARTICLE}</div>")
    assert prose(document)[:3] == ["某某镇", "2023年政府信息公开工作年度报告", PARTS[0]]


@pytest.mark.parametrize(
    ("body", "head"),
    [
        ("<p>发布日期：2024-01-19 来源：某镇</p>", ""),
        ("<p><span>发布时间：</span><span>2024-01-19</span></p>", ""),
        ("", "<meta name='PubDate' content='2024-01-19'>"),
        ("", "<meta property='article:published_time' content='2024-01-19'>"),
    ],
)
def test_the_date_of_publication(body: str, head: str) -> None:
    assert read(f"<h1>{TITLE}</h1>{body}<div>{ARTICLE}</div>", head).source.published == "2024-01-19"


def test_buttons_and_bars_inside_the_article_are_left_out() -> None:
    body = (
        f"<div><p>{TITLE}</p><p>字号：<a>大</a> <a>中</a> <a>小</a> 【打印】【关闭】</p>{ARTICLE}"
        "<div class='share'>分享到：<a>微信</a></div><p>上一篇：某区年报</p></div>"
    )
    document = read(
        f"{body}<p>六、其他需要报告的事项</p>".replace("<p>六、其他需要报告的事项</p>", "", 1)
        + "<p>六、其他需要报告的事项</p>"
    )
    assert not any("打印" in text or "分享" in text or "上一篇" in text for text in prose(document))


@pytest.mark.parametrize(
    "media",
    [
        "<img src='/a.jpg'>",
        "<object data='a'></object>",
        "<embed src='a'>",
        "<canvas></canvas>",
        "<iframe src='a'></iframe>",
    ],
)
def test_what_is_no_text_is_said_to_be_unread_at_its_place(media: str) -> None:
    pieces = [f"<p>{part}</p>" for part in PARTS]
    document = read(f"<div><p>{TITLE}</p>{''.join(pieces[:4])}<p>{media}</p>{''.join(pieces[4:])}</div>")
    (unread,) = [unread for unread in document.unread if unread.content]
    assert unread.place == "第5段之后"
    assert unread.at is not None
    assert document.text[: unread.at].endswith(PARTS[3])


@pytest.mark.parametrize("ornament", ["<img src='a.gif' width='1' height=1>", "<img src='/icon_doc.png'>"])
def test_ornaments_are_not_mentioned(ornament: str) -> None:
    assert not read(f"<div><p>{TITLE}</p>{ornament}{ARTICLE}</div><img src='/qr.jpg'>").unread


def test_hidden_text_is_left_out_and_said() -> None:
    document = read(f"<div><p>{TITLE}</p><p style='DISPLAY: none'>暗文</p><p hidden>隐文</p>{ARTICLE}</div>")
    assert prose(document) == [TITLE, *PARTS]
    (unread,) = document.unread
    assert not unread.content
    assert "2 处" in unread.place


def test_long_hidden_text_may_be_content() -> None:
    (unread,) = read(
        f"<div><p>{TITLE}</p>{ARTICLE}<p style='display:none'>{'折叠的正文。' * 30}</p></div>"
    ).unread
    assert unread.content


def test_a_page_that_leads_to_an_attachment_says_so() -> None:
    document = read(
        f"{NAVIGATION}<div class='article'><p>{TITLE}</p><p><a href='/a/b.docx'>年度报告全文.docx</a></p></div>{FOOTER}"
    )
    (unread,) = [unread for unread in document.unread if unread.content]
    assert "年度报告全文.docx" in unread.reason
    assert "附件" in unread.what


def test_a_page_without_part_titles_gives_its_densest_block() -> None:
    sentences = [f"第{number}项工作已经按要求完成，群众反映较好。" for number in range(9)]
    article = "".join(f"<p>{sentence}</p>" for sentence in sentences)
    assert prose(read(f"{NAVIGATION}<div><h1>{TITLE}</h1></div><div>{article}</div>{FOOTER}")) == [
        TITLE,
        *sentences,
    ]


def test_what_a_page_declares_is_not_believed() -> None:
    page = f"<?xml version='1.0' encoding='gb2312'?><html><head><meta charset=gb2312></head><body><p>{TITLE}㐂</p>{ARTICLE}"
    for encoding in ("utf-8", "gb18030", "utf-8-sig", "utf-16"):
        assert prose(read_html(page.encode(encoding), PATH)) == [f"{TITLE}㐂", *PARTS]


def test_a_page_too_deep_is_refused_not_cut() -> None:
    with pytest.raises(UnreadableFile, match="嵌套过深"):
        read("<div>" * 5000 + ARTICLE)
    assert prose(read("<span>" * 1500 + ARTICLE))[-1] == PARTS[-1]


@pytest.mark.parametrize("name", ["formats/dashilan-2023.html", "formats/dashilan-2023-gb2312.html"])
def test_the_published_page(shared_reports: Path, name: str) -> None:
    path = shared_reports / name
    document = read_html(path.read_bytes(), path)
    assert not any(word in document.text for word in ("首页", "打印", "分享", "相关链接", "网站地图", "ICP"))
    assert document.source.published == "2024-01-19"
    assert [len(table.rows()) for table in document.tables()] == [14, 28, 4]
    assert [table.span.start for table in document.tables()]
    assert max(cell.column + cell.column_span for table in document.tables() for cell in table.cells) == 15
    assert not any(unread.content for unread in document.unread)


def test_the_published_fragment(shared_reports: Path) -> None:
    path = shared_reports / "shanghai-office-2019.html"
    document = read_html(path.read_bytes(), path)
    assert len(list(document.paragraphs())) == 36
    assert len(list(document.tables())) == 3
    assert document.source.published == "2020-01-31"
    assert not document.unread
