"""Files with their times and sizes: what was worked out of them holds as long as these do."""

import os
from collections.abc import Iterator
from pathlib import Path

Stamp = tuple[tuple[str, int, int], ...]
"""Path, time of change in nanoseconds, size in bytes, in the order of the paths."""


def stamp_below(*folders: Path, ending: str) -> Stamp:
    """Of every file below the folders whose name ends so; one that cannot be looked at counts as empty."""
    return tuple(sorted(each for folder in folders for each in _below(folder, ending)))


def _below(top: Path, ending: str) -> Iterator[tuple[str, int, int]]:
    for folder, _, names in os.walk(top):
        for name in names:
            if name.endswith(ending):
                path = os.path.join(folder, name)  # noqa: PTH118 - a Path for each of hundreds of files costs more than the look
                try:
                    status = os.stat(path)  # noqa: PTH116 - ditto
                    yield path, status.st_mtime_ns, status.st_size
                except OSError:
                    yield path, 0, 0
