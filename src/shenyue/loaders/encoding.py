"""Bytes to text without a guess: byte order mark, else strict UTF-8, else strict GB18030. A text with a few damaged bytes is
read and the damage told; what fits none of them is refused.

What a page or an editor declares is not believed: pages that declare gb2312 hold GBK and GB18030 characters, and some hold UTF-8.
"""

import codecs
from pathlib import Path
from typing import NamedTuple

from shenyue.errors import UnreadableFile
from shenyue.model import Unread
from shenyue.patterns import compiled

_MARKS: tuple[tuple[bytes, str, str], ...] = (
    (codecs.BOM_UTF8, "utf-8", "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
_LINE_END = compiled(r"\r\n?")
_HAN = compiled(r"\p{Han}")
_CONTROL = bytes((*range(0x09), *range(0x0E, 0x20), 0x7F))
_CONTROL_SHARE = 200
"""A text has at most one control character in so many; a binary has far more."""
_FEW_CONTROLS = 8
"""So many may stand even in a short text."""
_DAMAGED_SHARE = 2000
"""A text may have one damaged byte in so many; a file in another encoding has far more."""
_SAMPLE = 200_000
"""Characters looked at to tell text from noise."""
_COMMON = frozenset("的年政府信息公开一不是在有和工作情况")
"""Every report has some of these; other encodings read as GB18030 give rare characters instead."""
_JUDGED_FROM = 20
"""Below so many Chinese characters, the common ones may be absent by chance."""


class Decoded(NamedTuple):
    """The text of a file and the encoding that it was in."""

    text: str
    encoding: str
    damaged: int = 0
    """Places where bytes are no characters; the text has U+FFFD there."""

    def unread(self) -> tuple[Unread, ...]:
        """What was lost in reading."""
        if not self.damaged:
            return ()
        reason = f"{self.damaged}处字节不是 {self.encoding.upper()} 编码的文字，读作“\ufffd”，请对照原件"
        return (Unread("损坏的字符", reason, "全文", self.text.index("\ufffd")),)


def decode(content: bytes, path: Path) -> Decoded:
    """The text of a file, byte order mark dropped; UnreadableFile where it is no Chinese text."""
    decoded = _by_mark(content, path) or _by_trial(content, path)
    _refuse_noise(decoded, path)
    return _without_nul(decoded)


def _without_nul(decoded: Decoded) -> Decoded:
    """NUL is no character of any text: it counts as damage."""
    nuls = decoded.text.count("\0")
    if not nuls:
        return decoded
    return Decoded(decoded.text.replace("\0", "\ufffd"), decoded.encoding, decoded.damaged + nuls)


def with_plain_line_ends(text: str) -> str:
    r"""The text with `\n` for every `\r\n` and `\r`."""
    return _LINE_END.sub("\n", text) if "\r" in text else text


def _by_mark(content: bytes, path: Path) -> Decoded | None:
    for mark, encoding, name in _MARKS:
        if content.startswith(mark):
            try:
                return Decoded(content[len(mark) :].decode(encoding), name)
            except UnicodeDecodeError as error:
                raise _undecodable(path, error.start + len(mark)) from error
    return None


def _by_trial(content: bytes, path: Path) -> Decoded:
    try:
        return Decoded(content.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    try:
        return Decoded(content.decode("gb18030"), "gb18030")
    except UnicodeDecodeError as error:
        damaged = _with_few_damages(content)
        if damaged is None:
            raise _undecodable(path, error.start) from error
        return damaged


def _with_few_damages(content: bytes) -> Decoded | None:
    """The text in the encoding that fits but for a few bytes; None where both are far off."""
    for encoding in ("utf-8", "gb18030"):
        text = content.decode(encoding, "replace")
        damaged = text.count("\ufffd")
        if damaged * _DAMAGED_SHARE <= max(len(content), _DAMAGED_SHARE):
            return Decoded(text, encoding, damaged)
    return None


def _undecodable(path: Path, position: int) -> UnreadableFile:
    return UnreadableFile(
        f"无法读取“{path.name}”：第 {position + 1} 个字节起不是 UTF-8 或 GB18030 文字，文件可能已损坏或不是文本，"
        "请用原软件打开后另存为 .docx 或 UTF-8 文本再试。"
    )


def _refuse_noise(decoded: Decoded, path: Path) -> None:
    """Refuse what decodes by chance: pictures and programs renamed .txt, other encodings."""
    sample = decoded.text[:_SAMPLE]
    stored = sample.encode("utf-8", "replace")
    controls = len(stored) - len(stored.translate(None, _CONTROL))
    if controls > max(_FEW_CONTROLS, len(sample) // _CONTROL_SHARE):
        raise UnreadableFile(
            f"无法读取“{path.name}”：内容不是文字（含有大量控制字符），请确认文件没有改错扩展名，并提供报告原件。"
        )
    if _HAN.search(decoded.text) is None:
        raise UnreadableFile(f"无法读取“{path.name}”：文件中没有汉字，不是年度报告，请确认选对了文件。")
    if decoded.encoding == "gb18030" and _is_garbled(sample):
        raise UnreadableFile(
            f"无法读取“{path.name}”：文字编码不是 UTF-8 或 GB18030，读出来是乱码，请另存为 UTF-8 文本或 .docx 再试。"
        )


def _is_garbled(sample: str) -> bool:
    han = _HAN.findall(sample)
    return len(han) >= _JUDGED_FROM and _COMMON.isdisjoint(han)
