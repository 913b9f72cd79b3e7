"""Pages of Markdown as pages of HTML."""

from shenyue.output.web_page import web_page


def test_what_a_rule_says_is_never_html() -> None:
    page = web_page(
        "# 甲 & 乙\n\n<script>alert(1)</script>\n\n| a | b |\n|---|---|\n| `<b>` | [T311](T311.md) |\n"
    )

    assert "<title>甲 &amp; 乙</title>" in page
    assert "<script>" not in page
    assert "<code>&lt;b&gt;</code>" in page
    assert '<a href="T311.html">' in page


def test_links_elsewhere_stay() -> None:
    assert 'href="https://example.cn/a.md"' in web_page("[甲](https://example.cn/a.md)")
