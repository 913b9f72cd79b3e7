"""Reading files: one module a format; `load` tells the format by what the file is, not by its name."""

import errno
import stat
from collections.abc import Callable
from pathlib import Path

from shenyue.errors import UnreadableFile
from shenyue.loaders.sniffing import format_of
from shenyue.loaders.txt import read_txt
from shenyue.model import Document

# ruff: noqa: PLC0415 - lxml and the larger readers are imported when first needed, so that the program starts at once

Loader = Callable[[bytes, Path], Document]
_LIMIT = 64 * 1024 * 1024
"""Bytes; the largest published reports, full of pictures, have a quarter of it."""


def load(path: Path) -> Document:
    """The document in a file; UnreadableFile says in Chinese what is wrong and what to do."""
    content = _content(path)
    return LOADERS[format_of(content, path)](content, path)


def _read_docx(content: bytes, path: Path) -> Document:
    from shenyue.loaders.docx import read_docx

    return read_docx(content, path)


def _read_html(content: bytes, path: Path) -> Document:
    from shenyue.loaders.html import read_html

    return read_html(content, path)


def _read_md(content: bytes, path: Path) -> Document:
    from shenyue.loaders.md import read_md

    return read_md(content, path)


LOADERS: dict[str, Loader] = {
    "docx": _read_docx,
    "html": _read_html,
    "md": _read_md,
    "txt": read_txt,
}
"""What a file may be, as `Source.format`, and the function that reads it."""


def _content(path: Path) -> bytes:
    """The bytes of a regular file; what is no file is never opened, for a pipe would wait for ever."""
    try:
        status = path.stat()
        _refuse(path, status.st_mode, status.st_size)
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise UnreadableFile(f"找不到文件“{path}”，请检查路径和文件名。") from error
    except PermissionError as error:
        raise UnreadableFile(
            f"没有权限读取“{path}”，请检查文件权限或将文件复制到自己的文件夹再试。"
        ) from error
    except (OSError, ValueError) as error:
        raise UnreadableFile(
            f"无法打开“{path}”（{_cause(error)}），请检查路径，或将文件复制到本机再试。"
        ) from error
    if not content:
        raise UnreadableFile(f"“{path.name}”是空文件（0 字节），请重新下载或请报送单位重新提供。")
    return content


def _refuse(path: Path, mode: int, size: int) -> None:
    if stat.S_ISDIR(mode):
        _look_into(path)
        raise UnreadableFile(
            f"“{path}”是文件夹，其中没有可审的报告，或者这里要的是一个文件：请写明报告文件。"
        )
    if not stat.S_ISREG(mode):
        raise UnreadableFile(f"“{path}”不是普通文件（管道或设备），请指定一个报告文件。")
    if size > _LIMIT:
        raise UnreadableFile(
            f"“{path.name}”过大（{size // 1024 // 1024} MB，上限 {_LIMIT // 1024 // 1024} MB），请压缩其中的图片后再试。"
        )


def _look_into(folder: Path) -> None:
    """Raises PermissionError where that is not allowed."""
    next(folder.iterdir(), None)


def _cause(error: OSError | ValueError) -> str:
    """In Chinese, for a person; a loop of links is the one cause that they can mend themselves."""
    if isinstance(error, OSError) and error.errno == errno.ELOOP:
        return "链接循环指向自己"
    if isinstance(error, OSError) and error.errno == errno.ENAMETOOLONG:
        return "路径过长"
    return "系统报告读取错误"
