"""Why a text is no TOML, in Chinese: whoever wrote it may never have written any."""

from collections.abc import Mapping

import regex
import tomli

from shenyue.patterns import compiled

_FAULTS = (
    (r"Cannot (?:declare|overwrite|redefine|mutate)|Duplicate inline", "同一个键或同一张表重复写了"),
    (r"""Unterminated string|Illegal character '\\n'|Expected "'""", "文字的引号没有成对"),
    (r"Unclosed array|at the end of an? (?:table|array) declaration", "方括号没有成对"),
    (r"Unclosed inline table", "花括号没有成对"),
    (r"Expected newline", "一个键写完以后要换行"),
    (r"Expected '='", "键的后面要有等号"),
    (r"Unescaped|Invalid hex|Escaped character", "双引号里的反斜线要写两个，正则表达式请改用单引号"),
    (r"Invalid date", "没有这个日期，或日期写法不对"),
    (r"Invalid value", "等号后面的值写法不对，文字要加引号"),
    (r"Found invalid character|Illegal character", "有不能出现的字符"),
    (r"Invalid (?:statement|initial character)", "键名只能用字母、数字、下划线和连字符，其他的要加引号"),
)
_WIDE: Mapping[str, str] = {
    "，": "逗号",
    "、": "顿号",
    "；": "分号",
    "：": "冒号",
    "。": "句号",
    "＝": "等号",
    "＃": "井号",
    "\u3000": "空格",
    **dict.fromkeys("“”‘’＂＇", "引号"),
    **dict.fromkeys("［］【】", "方括号"),
    **dict.fromkeys("｛｝", "花括号"),
}
_PAIRS = ("“”", "‘’", "＂", "＇")


def told(error: tomli.TOMLDecodeError) -> tuple[int, str]:
    """The 1-based line, and the whole sentence: a Chinese mark where an English one should stand, else what tomli says in English."""
    at = _place(error)
    line = error.doc.count("\n", 0, at) + 1
    if wide := _wide(error.doc, at):
        return line, f"不合 TOML 写法：这里可能用了中文{_WIDE[wide]}（{wide}），文字外面的标点都要用英文的。"
    chinese = next((chinese for english, chinese in _FAULTS if regex.match(english, error.msg)), error.msg)
    return line, f"不合 TOML 写法：{chinese}。请检查这一行和上一行。"


def _place(error: tomli.TOMLDecodeError) -> int:
    """Where the fault is: of a text that nothing ends not the end of the file, but its beginning."""
    if error.pos < len(error.doc) or not compiled("Unterminated|Expected [\"']{3}").match(error.msg):
        return error.pos
    return error.doc.rfind("'" if "'" in error.msg else '"')


def _wide(text: str, at: int) -> str:
    """The Chinese mark at a place, or the one without its pair where a text of that line has no end; empty where there is none."""
    if text[at : at + 1] in _WIDE:
        return text[at]
    line = text[text.rfind("\n", 0, at) + 1 :].partition("\n")[0]
    if all(line.count(quote) % 2 == 0 for quote in "\"'"):
        return ""
    odd = [pair for pair in _PAIRS if line.count(pair[0]) != (line.count(pair[1]) if pair[1:] else 0)]
    return next((mark for pair in odd for mark in reversed(line) if mark in pair), "")
