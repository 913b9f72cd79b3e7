"""The one table of keys: bindings, help, footer, palette and settings all read it."""

from collections.abc import Mapping
from dataclasses import dataclass

from shenyue.errors import WrongUsage
from shenyue.patterns import compiled


@dataclass(frozen=True, slots=True)
class Key:
    """One thing that can be done from the keyboard."""

    id: str
    """As the settings file names it."""
    key: str
    """The key that the user may replace."""
    also: tuple[str, ...]
    """Keys that no Chinese input method swallows; they always work."""
    name: str
    """Typed into the input line, it does the same."""
    help: str
    footer: bool = False
    """Whether the line at the foot of the screen shows it."""

    @property
    def action(self) -> str:
        """The action of the main screen."""
        return f"do('{self.id}')"


KEYS: tuple[Key, ...] = (
    Key("next", "n", ("j", "down"), "下一条", "到下一条问题", footer=True),
    Key("previous", "p", ("k", "up"), "上一条", "到上一条问题"),
    Key("show", "enter", (), "原文", "在报告里看这一条的原文"),
    Key("confirm", "a", ("f2",), "确认", "问题属实，要求改正", footer=True),
    Key("reject", "x", ("f3",), "不成立", "不是问题，写明理由", footer=True),
    Key("to-verify", "u", ("f4",), "待核实", "先放一放，请单位核实", footer=True),
    Key("note", "c", ("f5",), "批注", "给这一条写批注"),
    Key("undo", "z", ("f6",), "撤销", "撤销上一次处理", footer=True),
    Key("filter", "f", ("f7",), "过滤", "只看一部分问题，或换一种分组", footer=True),
    Key("search", "slash", ("f8",), "搜索", "在问题和报告里找文字", footer=True),
    Key("export", "m", ("f9",), "导出", "导出审核意见、带批注的原文件，或复制成短消息", footer=True),
    Key("help", "question_mark", ("f1",), "帮助", "看全部按键", footer=True),
    Key("ask", "i", ("tab", "f10"), "提问", "到输入行提问"),
    Key("section", "g", ("ctrl+g",), "到章节", "到报告的某一章节"),
    Key("evidence", "e", ("ctrl+e",), "核算", "看这一条怎么算出来的，可到每个单元格"),
    Key("basis", "b", ("ctrl+b",), "依据", "看这一条的依据和缘由"),
    Key("table", "t", ("ctrl+t",), "表格", "整屏看表格"),
    Key("same-rule", "s", ("ctrl+r",), "选同类", "选中同一规则的全部问题，再按处理键一并处理"),
    Key("select", "space", ("insert",), "选中", "选中或放开这一条，选中的一并处理"),
    Key("queue", "o", ("ctrl+o",), "换报告", "看排队的报告，或打开另一份"),
    Key("summary", "w", ("f12",), "小结", "看处理进度小结"),
    Key("quit", "q", ("ctrl+q",), "退出", "退出"),
    Key("copy", "y", ("ctrl+y",), "复制", "把这一条复制到剪贴板"),
    Key("theme", "d", ("ctrl+l",), "深浅色", "换深色或浅色"),
    Key("compare", "r", ("ctrl+n",), "对照", "与这个单位同一年度的另一稿对照"),
    Key("pane-left", "left", (), "左边一栏", "到左边一栏；窄屏换页"),
    Key("pane-right", "right", (), "右边一栏", "到右边一栏；窄屏换页"),
    Key("leave", "escape", (), "返回", "离开输入行；放开选中；取消过滤"),
    Key("disable-rule", "l", ("ctrl+k",), "停用规则", "停用这一条的规则，附原因，写进您的规则包"),
    Key("soften-rule", "h", ("ctrl+f",), "改为提示", "这一条的规则以后只作提示，写进您的规则包"),
    Key("restore-rules", "U", ("ctrl+u",), "撤销规则", "撤销上一次停用规则、改为提示"),
    Key("read-on", "pagedown", (), "往下翻", "往下翻看这一条"),
    Key("read-back", "pageup", (), "往上翻", "往上翻看这一条"),
)
BY_ID: Mapping[str, Key] = {key.id: key for key in KEYS}
BY_NAME: Mapping[str, Key] = {key.name: key for key in KEYS}

_SPECIAL = frozenset(
    (
        "enter",
        "escape",
        "space",
        "tab",
        "insert",
        "delete",
        "home",
        "end",
        "pageup",
        "pagedown",
        "up",
        "down",
        "left",
        "right",
        "backspace",
        "slash",
        "question_mark",
        "comma",
        "full_stop",
        "minus",
        "plus",
        "semicolon",
    )
)
_LEGAL = compiled(r"(?:(?:ctrl|shift|alt)\+)*(?:[a-zA-Z0-9]|f(?:[1-9]|1[0-9]|2[0-4]))")
_SIGNS = {"slash": "/", "question_mark": "?", "up": "↑", "down": "↓", "left": "←", "right": "→", "space": "空格",
          "pagedown": "PgDn", "pageup": "PgUp", "enter": "回车", "escape": "Esc", "tab": "Tab", "insert": "Insert"}  # fmt: skip
_TYPED = {"/": "slash", "?": "question_mark", ",": "comma", ".": "full_stop", "-": "minus"}


def sign(key: str) -> str:
    """A key as it stands on the keyboard."""
    if key.startswith("ctrl+"):
        return f"^{key[5:].upper()}"
    return _SIGNS.get(key) or (key.upper() if compiled(r"f\d+").fullmatch(key) else key)


def is_key(word: str) -> bool:
    """Whether a key is called so."""
    return word in _SPECIAL or word in _TYPED or _LEGAL.fullmatch(word) is not None


def keymap(wanted: Mapping[str, str]) -> dict[str, str]:
    """The keys of every action, comma separated, with the user's own in place of the first.

    Raises:
        WrongUsage: an action or key that does not exist, or one key for two actions.
    """
    for name, key in wanted.items():
        _must_be_known(name, key)
    first = {one.id: _TYPED.get(wanted.get(one.id, one.key), wanted.get(one.id, one.key)) for one in KEYS}
    owner: dict[str, str] = {}
    for one in KEYS:
        for pressed in (first[one.id], *one.also):
            other = owner.setdefault(pressed, one.id)
            if other != one.id:
                raise WrongUsage(
                    f"设置文件 [keys] 里，按键 {sign(pressed)} 同时给了 {other}（{BY_ID[other].name}）和 {one.id}（{one.name}），请改成不同的键。"
                )
    return {one.id: ",".join(dict.fromkeys((first[one.id], *one.also))) for one in KEYS}


def _must_be_known(name: str, key: str) -> None:
    if name not in BY_ID:
        known = "、".join(f"{one.id}（{one.name}）" for one in KEYS)
        raise WrongUsage(f"设置文件 [keys] 里的 {name} 不是已知的操作，可用的有：{known}。")
    if not is_key(key):
        raise WrongUsage(
            f"设置文件 [keys] 里 {name} 的按键“{key}”无法识别，可写一个字母或数字、f1 至 f24、ctrl+字母，或 enter、space 等键名。"
        )
