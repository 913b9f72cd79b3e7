"""A page of Markdown as a page of HTML that needs nothing else."""

from html import escape
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it.token import Token

_PAGE = """\
<!DOCTYPE html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>
body {{ max-width: 46rem; margin: 2rem auto; padding: 0 1rem; font: 16px/1.8 "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: #222; }}
h1 {{ font-size: 1.5rem; }} h2 {{ font-size: 1.15rem; border-bottom: 1px solid #ccc; }}
table {{ border-collapse: collapse; width: 100%; }} th, td {{ border: 1px solid #ccc; padding: .3rem .6rem; text-align: left; }}
code {{ background: #f3f3f3; padding: 0 .2rem; }} li code {{ overflow-wrap: anywhere; }} pre {{ overflow-x: auto; }} blockquote {{ border-left: .25rem solid #b00; margin-left: 0; padding-left: 1rem; }}
</style>
</head>
<body>
{body}</body>
</html>
"""


def web_page(markdown: str) -> str:
    """The page; HTML in the Markdown stays text, links to pages (X.md) become links to X.html."""
    reader = import_module("markdown_it").MarkdownIt("commonmark", {"html": False}).enable("table")
    tokens: list[Token] = reader.parse(markdown)
    for token in tokens:
        for child in token.children or ():
            _relink(child)
    title = next((line.removeprefix("# ") for line in markdown.splitlines() if line.startswith("# ")), "")
    return _PAGE.format(title=escape(title), body=reader.renderer.render(tokens, reader.options, {}))


def _relink(token: "Token") -> None:
    target = str(token.attrs.get("href", ""))
    if target.endswith(".md") and "://" not in target:
        token.attrs["href"] = target.removesuffix(".md") + ".html"
