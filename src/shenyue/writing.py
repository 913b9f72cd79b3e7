"""The one way by which the program writes a file that a user named: whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from shenyue.errors import WrongUsage

_WHY = {
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.EEXIST: "同名的文件已经有了，建不了文件夹",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOSPC: "磁盘已满",
    errno.EISDIR: "这是文件夹",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接循环指向自己",
}


@contextmanager
def whole_file(path: Path) -> Iterator[BinaryIO]:
    """A file to write to; it stands under its name only when all was written and is on disk, else what stood there stays.

    Raises:
        WrongUsage: the folder is not there, cannot be written, or the disk is full.
    """
    target = path.resolve()
    temporary = target.with_name(f".{target.name}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as out:
            yield out
            out.flush()
            os.fsync(out.fileno())
        temporary.replace(target)
    except OSError as reason:
        raise _refused(path, reason) from reason
    finally:
        _tidy(temporary)


def write_text(path: Path, text: str) -> None:
    """A text as a whole file in UTF-8, its folder made where it is missing. Raises WrongUsage as `whole_file`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as reason:
        raise _refused(path, reason) from reason
    with whole_file(path) as out:
        out.write(text.encode())


def _refused(path: Path, reason: OSError) -> WrongUsage:
    why = "没有这个文件夹" if reason.errno == errno.ENOENT else cause(reason)
    return WrongUsage(f"无法写入 {path}：{why}。请换一个位置，或者处理后再试。")


def cause(reason: OSError) -> str:
    """Why the system refused a file or folder, in Chinese."""
    return _WHY.get(reason.errno or 0, "系统报告读写错误")


def _tidy(temporary: Path) -> None:
    try:
        temporary.unlink(missing_ok=True)
    except OSError:  # the folder that could not be written to; what went wrong is being told
        return
