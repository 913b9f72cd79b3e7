"""The zip written anew, part by part in the old order: only what is given changes."""

import io
import shutil
import zipfile
import zlib
from collections.abc import Mapping
from copy import copy

from shenyue.errors import UnreadableFile

_LARGEST = 1024 * 1024 * 1024
"""Bytes of all parts, unpacked; a report of the largest size that is read at all stays below it, pictures included."""
_AGAIN = "请用 Word 打开后另存为 .docx 再试"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, RuntimeError, OSError, ValueError)


def repacked(content: bytes, changed: Mapping[str, bytes], name: str) -> bytes:
    """The zip with some parts changed and others added at its end; names have forward slashes and know no case.

    Raises:
        UnreadableFile: It cannot be copied without loss; `name` is the file's, for the sentence.
    """
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(stream, "w") as new:
        members = {_plain(member): member for member in old.infolist()}
        _refuse_doubtful(old.infolist(), members, name)
        new.comment = old.comment
        wanted = {part.lower(): part for part in changed}
        try:
            for key, member in members.items():
                _copy(old, new, member, changed.get(wanted.pop(key, "")))
        except _BROKEN as error:
            raise UnreadableFile(
                f"无法批注“{name}”：其中的“{member.filename}”已损坏或加密，{_AGAIN}。"
            ) from error
        for part in wanted.values():
            new.writestr(_entry(part, next(iter(members.values()))), changed[part])
    return stream.getvalue()


def _copy(old: zipfile.ZipFile, new: zipfile.ZipFile, member: zipfile.ZipInfo, content: bytes | None) -> None:
    entry = _entry(member.filename, member)
    if content is not None:
        new.writestr(entry, content)
        return
    with old.open(member) as source, new.open(entry, "w", force_zip64=False) as target:
        shutil.copyfileobj(source, target, 1024 * 1024)


def _entry(name: str, like: zipfile.ZipInfo) -> zipfile.ZipInfo:
    """A member as another one: its date, its packing, what it may be used for."""
    entry = copy(zipfile.ZipInfo(name, like.date_time))
    entry.compress_type = like.compress_type
    entry.external_attr, entry.create_system, entry.comment = (
        like.external_attr,
        like.create_system,
        like.comment,
    )
    return entry


def _plain(member: zipfile.ZipInfo) -> str:
    return member.filename.replace("\\", "/").lower()


def _refuse_doubtful(
    all_of_them: list[zipfile.ZipInfo], members: Mapping[str, zipfile.ZipInfo], name: str
) -> None:
    if len(members) < len(all_of_them):
        raise UnreadableFile(f"无法批注“{name}”：压缩包中有同名的部分，不知道 Word 取哪一个，{_AGAIN}。")
    if sum(member.file_size for member in all_of_them) > _LARGEST:
        raise UnreadableFile(f"无法批注“{name}”：压缩包解压后超过 {_LARGEST // 2**20} MB，不是正常的文档。")
