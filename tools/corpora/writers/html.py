"""A government page: navigation, position, share bar and footer around the report; tables with merged cells."""

from collections.abc import Sequence
from html import escape

import regex

from shenyue.samples import PrintedCell
from tools.corpora.pages import Line, Page, Role

_TAGS = {Role.HEADING: "h2", Role.SUBHEADING: "h3"}
_DATE = regex.compile(r"20\d\d-\d\d-\d\d|20\d\d年\d{1,2}月\d{1,2}日")


def html(page: Page) -> bytes:
    """The whole page in UTF-8."""
    return _PAGE.format(
        title=escape(page.title),
        site=escape(page.site),
        published=escape(page.published),
        date=_date(page.published),
        titles="<br>".join(escape(block.text) for block in _title(page)),
        body="\n".join(_block(block) for block in page.blocks if block not in _title(page)),
    ).encode()


def _date(published: str) -> str:
    match = _DATE.search(published)
    return match[0] if match else ""


def _title(page: Page) -> list[Line]:
    return [block for block in page.blocks if isinstance(block, Line) and block.role is Role.TITLE]


def _block(block: object) -> str:
    if not isinstance(block, Line):
        return _table(getattr(block, "cells", ()))
    text = escape(block.text, quote=False)
    if block.role is Role.SIGNATURE:
        return f'<p style="text-align:right">{text}</p>'
    tag = _TAGS.get(block.role)
    return f"<{tag}>{text}</{tag}>" if tag else f'<p style="text-indent:2em">{text}</p>'


def _table(cells: Sequence[PrintedCell]) -> str:
    rows = [
        "".join(_cell(cell) for cell in cells if cell.row == row)
        for row in range(max(cell.row + cell.row_span for cell in cells))
    ]
    return (
        '<table border="1" cellspacing="0">\n' + "\n".join(f"<tr>{row}</tr>" for row in rows) + "\n</table>"
    )


def _cell(cell: PrintedCell) -> str:
    spans = "".join(
        f' {name}="{span}"'
        for name, span in (("rowspan", cell.row_span), ("colspan", cell.column_span))
        if span > 1
    )
    text = "<br>".join(escape(line, quote=False) for line in cell.text.split("\n")) or "&nbsp;"
    return f"<td{spans}><p>{text}</p></td>"


_PAGE = """<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<title>{title}_{site}</title>
<meta name="SiteName" content="{site}">
<meta name="ArticleTitle" content="{title}">
<meta name="PubDate" content="{date}">
<style>.nav li{{float:left}} td{{padding:2px}}</style>
</head>
<body>
<div class="header"><a href="/">{site}</a>
<ul class="nav"><li><a href="/">首页</a></li><li><a href="/zwgk/">政务公开</a></li><li><a href="/zwfw/">政务服务</a></li><li><a href="/hdjl/">互动交流</a></li></ul></div>
<div class="position">当前位置：<a href="/">首页</a> &gt; <a href="/zwgk/">政务公开</a> &gt; <a href="/zwgk/nb/">政府信息公开年报</a></div>
<div class="article">
<h1>{titles}</h1>
<div class="info"><span>{published}</span> <span class="fontsize">字号：<a href="#">大</a> <a href="#">中</a> <a href="#">小</a></span></div>
<div class="share">分享到：<a href="#">微信</a> <a href="#">微博</a> <a href="#">打印本页</a> <a href="#">关闭窗口</a></div>
<div class="TRS_Editor" id="zoom">
{body}
</div>
</div>
<div class="footer"><p>主办单位：{site}编辑部　网站标识码：1100000000</p><p><a href="/map/">网站地图</a> | <a href="/about/">关于我们</a></p></div>
<script>document.title = document.title;</script>
</body>
</html>
"""
