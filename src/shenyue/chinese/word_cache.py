"""The dictionary in the user's cache directory: plain words and numbers, read only if it is ours, private and whole.

No marshal and no pickle: a planted file can at worst be thrown away. A directory that cannot be written costs half a second a run.
"""

import hashlib
import os
import stat
import struct
import sys
import tempfile
from array import array
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO, TextIOWrapper
from operator import methodcaller
from pathlib import Path
from typing import NamedTuple

from platformdirs import user_cache_path

_MAGIC = b"shenyue words 1\n"
_HEAD = struct.Struct("<QI")
_DIGEST = hashlib.sha256().digest_size


class Dictionary(NamedTuple):
    """What jieba knows of words."""

    frequencies: dict[str, int]
    """0 for the mere beginning of a word."""
    total: int
    """As jieba counts it, which is not the sum (some words stand twice in its list)."""


class _Damaged(Exception):  # noqa: N818 - a reason to rebuild, never shown
    pass


def cached(key: bytes, build: Callable[[], Dictionary]) -> Dictionary:
    """The dictionary kept under that key; built, and kept for the next run, where there is none that can be trusted."""
    name = f"words-{hashlib.sha256(key).hexdigest()[:16]}.bin"
    path = user_cache_path("shenyue", appauthor=False) / name
    with suppress(OSError, _Damaged, UnicodeDecodeError):
        return _unpacked(_read(path))
    dictionary = build()
    with suppress(OSError):
        _write(path, _packed(dictionary))
    return dictionary


def _read(path: Path) -> bytes:
    """The file's bytes. Raises _Damaged where it is not a plain file of ours that only we may write or read."""
    _private(path.parent.lstat())
    descriptor = os.open(path, os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0))
    with os.fdopen(descriptor, "rb") as file:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _Damaged
        _private(status)
        return file.read()


def _private(status: os.stat_result) -> None:
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        raise _Damaged


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    status = path.parent.lstat()
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return
    path.parent.chmod(0o700)
    descriptor, temporary = tempfile.mkstemp(dir=path.parent)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
        Path(temporary).replace(path)
    except OSError:
        Path(temporary).unlink(missing_ok=True)
        raise


def _packed(dictionary: Dictionary) -> bytes:
    numbers = array("i", dictionary.frequencies.values())
    if sys.byteorder == "big":
        numbers.byteswap()
    body = (
        _HEAD.pack(dictionary.total, len(numbers))
        + numbers.tobytes()
        + "\n".join(dictionary.frequencies).encode()
    )
    return _MAGIC + hashlib.sha256(body).digest() + body


def _unpacked(content: bytes) -> Dictionary:
    whole = memoryview(content)  # the dictionary is large, and every copy counts in the peak of memory
    digest, body = bytes(whole[len(_MAGIC) :][:_DIGEST]), whole[len(_MAGIC) + _DIGEST :]
    if not content.startswith(_MAGIC) or hashlib.sha256(body).digest() != digest:
        raise _Damaged
    total, count = _HEAD.unpack_from(body)
    numbers = array("i")
    split = _HEAD.size + count * numbers.itemsize
    numbers.frombytes(body[_HEAD.size : split])
    if sys.byteorder == "big":
        numbers.byteswap()
    lines = BytesIO(content)
    lines.seek(len(content) - len(body) + split)
    words = map(methodcaller("removesuffix", "\n"), TextIOWrapper(lines, "utf-8", newline="\n"))
    return Dictionary(dict(zip(words, numbers, strict=True)), total)
