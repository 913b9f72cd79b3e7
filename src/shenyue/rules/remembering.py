"""What was read from rule files and held to be without mistake, kept in the user's cache directory for the next run.

It is taken only where every file reads as it did then, byte for byte, and the program is the same: to hold a pack against its schema
costs a fifth of a second, to take it from here a hundredth.
"""

import hashlib
import pickle
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from pathlib import Path, PosixPath, WindowsPath
from typing import Any, TypeVar

from shenyue import cache
from shenyue.stamps import Stamp

_KIND = "packs"
_OTHERS = {(one.__module__, one.__name__): one for one in (PosixPath, WindowsPath, date, Decimal)}
T = TypeVar("T")


def remembered(
    what: str, files: Stamp, read: Callable[[], T], *, still: Callable[[T], bool] = lambda _: True
) -> T:
    """What `read` gives, or gave when the files read as they do now; `still` says whether that holds. Raises as `read`."""
    key = b"\n".join((cache.code_version(), what.encode(), _digest(files)))
    content = cache.load(_KIND, key)
    if content is not None:
        with suppress(ValueError):
            value: T = cache.unpickled(content, _data_type)
            if still(value):
                return value
    value = read()
    cache.save_at_exit(_KIND, key, lambda: pickle.dumps(value))
    return value


@lru_cache(maxsize=2)
def _digest(files: Stamp) -> bytes:
    """Of the paths and the bytes of files; one that cannot be read counts as empty, and reading it will tell."""
    digest = hashlib.sha256()
    for name, _, _ in files:
        content = b""
        with suppress(OSError):
            content = Path(name).read_bytes()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.digest()


def _data_type(module: str, name: str) -> Any:
    """A type that holds data and does nothing. Raises ValueError for anything else."""
    if (module, name) in _OTHERS:
        return _OTHERS[module, name]
    # nothing is imported for a file's sake
    ours = sys.modules.get(module) if module.startswith("shenyue.") else None
    found = getattr(ours, name, None)
    if isinstance(found, type) and (is_dataclass(found) or issubclass(found, Enum)):
        return found
    raise ValueError(f"{module}.{name}")
