"""TOML files that somebody wrote by hand: read whole, or refused with a sentence that says what to mend and where."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import tomli

from shenyue.errors import BrokenPack, Mistake
from shenyue.rules.toml_faults import told
from shenyue.rules.toml_lines import Lines, line_of, read_lines
from shenyue.writing import cause

_MOST = 1_000_000
"""Bytes; the longest shipped file has a twentieth of it."""


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
        line, sentence = told(reason)
        raise BrokenPack((Mistake(path, line, "", sentence),)) from reason
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


def _refused(path: Path, sentence: str) -> BrokenPack:
    return BrokenPack((Mistake(path, 0, "", sentence),))
