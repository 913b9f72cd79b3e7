"""What the program worked out once, in the user's cache directory: read only if it is ours, private and whole.

A file that is not can at worst be thrown away; a directory that cannot be written costs half a second a run.
"""

import atexit
import hashlib
import os
import pickle
import stat
import sys
from collections.abc import Callable
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from platformdirs import user_cache_path

from shenyue import __version__
from shenyue.stamps import stamp_below

_MAGIC = b"shenyue cache 1\n"
_DIGEST = hashlib.sha256().digest_size
_MOST = 16
"""Files of one kind; with every change of a rule pack comes a new one, and the oldest goes."""
_NEW_FILE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_later: dict[tuple[str, bytes], Callable[[], bytes]] = {}


def load(kind: str, key: bytes) -> memoryview | None:
    """What was saved under a key; None where there is nothing that can be trusted."""
    with suppress(OSError, _Damaged):
        return _opened(_read(_path(kind, key)))
    return None


def save(kind: str, key: bytes, content: bytes) -> None:
    """Keep something for the next run, in place of what was under that key; where that cannot be, nothing happens."""
    path = _path(kind, key)
    with suppress(OSError):
        _write(path, _MAGIC + hashlib.sha256(content).digest() + content)
        _prune(path.parent, kind)


def save_at_exit(kind: str, key: bytes, content: Callable[[], bytes]) -> None:
    """As `save`, when the program has done what it was asked for; `content` is called then."""
    if not _later:
        atexit.register(_save_all)
    _later.pop((kind, key), None)
    _later[kind, key] = content
    own = [one for one in _later if one[0] == kind]
    for one in own[:-_MOST]:
        del _later[one]


def unpickled(content: memoryview | bytes, allowed: Callable[[str, str], Any]) -> Any:
    """The value of a pickle that names nothing but what `allowed` gives for a module and a name.

    Raises ValueError where it is no such pickle.
    """
    try:
        return _Unpickler(content, allowed).load()
    except Exception as reason:  # whatever stands in the file
        raise ValueError("not a pickle of ours") from reason


@cache
def code_version() -> bytes:
    """Of the program as it stands, a change to any of its files included: what other code worked out is not trusted."""
    sources = stamp_below(Path(__file__).parent, ending=".py")
    return hashlib.sha256(repr((__version__, sys.implementation.cache_tag, sources)).encode()).digest()


def _save_all() -> None:
    for (kind, key), content in _later.items():
        save(kind, key, content())
    _later.clear()


class _Damaged(Exception):  # noqa: N818 - a reason to work it out again, never shown
    pass


class _Unpickler(pickle.Unpickler):
    def __init__(self, content: memoryview | bytes, allowed: Callable[[str, str], Any]) -> None:
        super().__init__(BytesIO(content))
        self._allowed = allowed

    def find_class(self, module: str, name: str) -> Any:
        """As the standard library calls it for every global."""
        return self._allowed(module, name)


def _path(kind: str, key: bytes) -> Path:
    return user_cache_path("shenyue", appauthor=False) / f"{kind}-{hashlib.sha256(key).hexdigest()[:16]}.bin"


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


def _opened(content: bytes) -> memoryview:
    # the dictionary of words is large, and every copy counts in the peak of memory
    whole = memoryview(content)
    digest, body = bytes(whole[len(_MAGIC) :][:_DIGEST]), whole[len(_MAGIC) + _DIGEST :]
    if not content.startswith(_MAGIC) or hashlib.sha256(body).digest() != digest:
        raise _Damaged
    return body


def _private(status: os.stat_result) -> None:
    if hasattr(os, "geteuid") and (status.st_uid != os.geteuid() or status.st_mode & 0o077):
        raise _Damaged


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    status = path.parent.lstat()
    if hasattr(os, "geteuid") and status.st_uid != os.geteuid():
        return
    path.parent.chmod(0o700)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    temporary.unlink(missing_ok=True)
    try:
        with os.fdopen(os.open(temporary, _NEW_FILE, 0o600), "wb") as file:
            file.write(content)
        temporary.replace(path)
    except OSError:
        temporary.unlink(missing_ok=True)
        raise


def _prune(folder: Path, kind: str) -> None:
    files = sorted(folder.glob(f"{kind}-*.bin"), key=lambda path: path.stat().st_mtime_ns)
    for path in files[:-_MOST]:
        path.unlink(missing_ok=True)
