"""TOML files that somebody wrote by hand: read whole, or refused with a sentence that says what to mend and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import regex
import tomli

from shenyue.errors import BrokenPack, Mistake
from shenyue.rules.toml_lines import Lines, line_of, read_lines
from shenyue.writing import cause

_MOST = 1_000_000
"""Bytes; the longest shipped file has a twentieth of it."""
_FAULTS = (
    (r"Cannot (?:declare|overwrite|redefine|mutate)|Duplicate inline", "同一个键或同一张表重复写了"),
    (r"Unterminated string|Illegal character '\\n'", "文字的引号没有成对"),
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


@dataclass(frozen=True, slots=True)
class TomlFile:
    """A TOML file."""

    path: Path
    content: Mapping[str, Any]
    text: str = ""

    def line_of(self, key: str) -> int:
        """The line of a dotted key, or of the nearest that holds it; 0 where there is none."""
        return line_of(_lines(self.text), key)

    def mistake(self, key: str, sentence: str) -> Mistake:
        """A mistake in the value of a key."""
        return Mistake(self.path, self.line_of(key), key, sentence)


@lru_cache(maxsize=32)
def _lines(text: str) -> Lines:
    """Only where there is a mistake to be told."""
    return read_lines(text)


def read_toml(path: Path) -> TomlFile:
    """A TOML file, UTF-8 with or without a byte-order mark. Raises BrokenPack where it cannot be read or is no TOML."""
    text = _text(path)
    try:
        return TomlFile(path, tomli.loads(text), text)
    except tomli.TOMLDecodeError as reason:
        sentence = f"不合 TOML 写法：{_fault(reason.msg)}。请检查这一行和上一行。"
        raise BrokenPack((Mistake(path, reason.lineno, "", sentence),)) from reason
    except RecursionError as reason:
        raise _refused(path, "方括号或花括号套得太深，超过几百层，请改写。") from reason
    except ValueError as reason:
        raise _refused(path, "有过长的数（超过四千位），请改正。") from reason


def _text(path: Path) -> str:
    try:
        size = path.stat().st_size
        if path.is_dir():
            raise _refused(path, "这是文件夹，不是文件；以 .toml 结尾的只能是文件，请改名。")
        if size > _MOST:
            raise _refused(path, f"文件过大（{size / 1e6:.1f} MB，至多 1 MB），不像规则文件。")
        content = path.read_bytes()
    except OSError as reason:
        raise _refused(path, f"文件无法读取：{cause(reason)}。请检查文件权限和链接。") from reason
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as reason:
        line = content.count(b"\n", 0, reason.start) + 1
        sentence = "文件须为 UTF-8 编码，这一行不是；请在编辑器里另存为 UTF-8。"
        raise BrokenPack((Mistake(path, line, "", sentence),)) from reason


def _fault(message: str) -> str:
    """What tomli says in English, in Chinese."""
    return next((chinese for english, chinese in _FAULTS if regex.match(english, message)), message)


def _refused(path: Path, sentence: str) -> BrokenPack:
    return BrokenPack((Mistake(path, 0, "", sentence),))
