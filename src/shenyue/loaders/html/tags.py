"""What HTML's elements do to the text: which break a line, which hold no prose, which are pictures, which are hidden."""

from lxml.etree import _Element

from shenyue.patterns import compiled

SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "template",
        "noscript",
        "noframes",
        "input",
        "select",
        "option",
        "button",
        "textarea",
        "datalist",
        "map",
        "area",
        "meta",
        "link",
        "base",
        "rt",
        "rp",
    ]
)
"""Elements whose content a reader never sees as text."""
BLOCKS = frozenset(
    [
        "html",
        "body",
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "table",
        "caption",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "td",
        "th",
        "section",
        "article",
        "main",
        "aside",
        "header",
        "footer",
        "nav",
        "center",
        "blockquote",
        "pre",
        "address",
        "figure",
        "figcaption",
        "form",
        "fieldset",
        "legend",
        "hr",
        "details",
        "summary",
        "br",
        "frameset",
        "multicol",
    ]
)
"""Elements that begin and end a line."""
CELLS = frozenset(("td", "th"))
ROW_GROUPS = frozenset(("thead", "tbody", "tfoot"))
HEADINGS = {f"h{level}": level - 1 for level in range(1, 7)}
"""Outline level, 0-based as in Word."""
MEDIA = {
    "img": "图片",
    "svg": "图片",
    "canvas": "图片",
    "object": "嵌入对象",
    "embed": "嵌入对象",
    "applet": "嵌入对象",
    "iframe": "嵌入网页",
    "frame": "嵌入网页",
    "video": "视频",
    "audio": "音频",
}
_HIDDEN = compiled(r"(?:^|[;\s])(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)")
_PREFORMATTED = compiled(r"white-space\s*:\s*(?:pre|break-spaces)")
_ORNAMENT = compiled(r"icon|spacer|blank\.|qrcode|ewm|erweima|share|logo")
_NUMBER = compiled(r"\s*\+?(\d{1,9})")
_TINY = 3
"""Pixels; a picture no wider holds no text."""


def is_hidden(element: _Element, style: str) -> bool:
    """Whether the page itself says that the element is not shown; `style` is its attribute, in lower case."""
    return (style != "" and _HIDDEN.search(style) is not None) or element.get("hidden") is not None


def is_preformatted(tag: str, style: str) -> bool:
    """Whether line ends and blanks count in an element."""
    return tag == "pre" or ("white-space" in style and _PREFORMATTED.search(style) is not None)


def is_ornament(element: _Element) -> bool:
    """Whether a picture only adorns: too small for text, or an icon or a QR code by its address."""
    sizes = (pixels(element.get("width")), pixels(element.get("height")))
    if any(size is not None and size <= _TINY for size in sizes):
        return True
    return element.tag == "img" and _ORNAMENT.search((element.get("src") or "").lower()) is not None


def pixels(value: str | None) -> int | None:
    """The whole number that leads an attribute, as browsers read it; None where there is none."""
    if value is None:
        return None
    match = _NUMBER.match(value)
    return int(match[1]) if match else None
