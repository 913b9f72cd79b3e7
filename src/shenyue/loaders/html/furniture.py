"""What stands on a page around the report: navigation, buttons, share bars, related links, footers."""

from lxml.etree import _Element

from shenyue.patterns import compiled

_TAGS = frozenset(("nav", "footer"))
_NAMES = compiled(
    r"(?:^|[^a-z])(?:nav|navbar|crumbs?|breadcrumbs?|position|location|share|bdsharebuttonbox|related|relate|xgyd|xgwj|"
    r"foot|footer|print|toolbar|tools?|fontsize|qrcode|ewm|sidebar|menu|pagination|copyright)(?:[^a-z]|$)"
)
_BUTTONS = compiled(
    r"(?:打印(?:本[页文]|此页)?|关闭(?:窗口|本页|页面)?|我要纠错|(?:【|\[)?(?:字号|字体|字体大小|文字大小)[:：]?|分享(?:到)?[:：]?|收藏(?:本页)?|"
    r"返回(?:顶部|首页|上一页|列表)|微信|微博|新浪微博|QQ(?:空间|好友)?|朋友圈|大|中|小|默认|超大|扫一扫在手机(?:上)?(?:打开|查看)当前页面?|"
    r"上一[篇页条][:：]?.{0,60}|下一[篇页条][:：]?.{0,60}|[\s\u3000\xa0|/【】\[\]｜·+\-A：:])+",
)
_TELLING = compiled(r"打印|关闭|字号|字体|文字大小|分享|收藏|返回|扫一扫|上一|下一|纠错")
_LONGEST_BUTTONS = 150
_REGISTRATION = compiled(r"ICP备\s*\d|公网安备\s*\d|网站标识码[:：]?\s*\d")
_IMPRINT = compiled(
    r"版权所有|ICP备|公网安备|网站标识码|技术支持|主办单位?[:：]|承办单位?[:：]|Copyright|浏览器|未经.{0,10}转载"
)


def is_furniture(element: _Element) -> bool:
    """Whether an element's tag or names say that it is no part of an article."""
    if element.tag in _TAGS:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(names) > 1 and _NAMES.search(names.lower()) is not None


def is_buttons(text: str) -> bool:
    """Whether a line holds nothing but the buttons of a page: 【打印】【关闭】, 字号：大 中 小."""
    if len(text) > _LONGEST_BUTTONS or not _TELLING.search(text):
        return False
    return _BUTTONS.fullmatch(text) is not None


def is_registration(text: str) -> bool:
    """Whether a line is the registration of the site, which no report contains: 京ICP备…号, 网站标识码…."""
    return len(text) <= _LONGEST_BUTTONS and _REGISTRATION.search(text) is not None


def is_imprint(text: str) -> bool:
    """Whether a line speaks of the site, not of the report."""
    return _IMPRINT.search(text) is not None
