"""Which files a command is about."""

import os
from collections.abc import Iterable
from pathlib import Path

SUFFIXES = frozenset(
    {".docx", ".docm", ".html", ".htm", ".shtml", ".xhtml", ".txt", ".md", ".markdown"}
    | {".doc", ".wps", ".pdf", ".rtf", ".odt", ".ofd", ".mht", ".mhtml"}
)
"""What is taken from a folder, the second line to say at least that it could not be read; a file that is named is always tried."""


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to review: folders are replaced by the reports below them, by name; hidden and temporary files are left out.

    Folders that may not be looked into are in it as well: loading them says why.
    """
    files: dict[Path, None] = {}
    for path in paths:
        for file in _below(path) if is_folder(path) else (path,):
            files.setdefault(file)
    return tuple(files)


def _below(folder: Path) -> list[Path]:
    closed: list[Path] = []
    files = [
        Path(place, name)
        for place, _, names in os.walk(folder, onerror=lambda reason: closed.append(Path(reason.filename)))
        for name in names
        if not name.startswith((".", "~$"))
    ]
    reports = [file for file in files if file.suffix.lower() in SUFFIXES and file.is_file()]
    return sorted([*reports, *closed]) or [folder]


def looks_like_files(word: str) -> bool:
    """Whether a first word that is no command names a file or folder to review."""
    return any(sign in word for sign in "./\\") or _there(Path(word))


def is_folder(path: Path) -> bool:
    """Whether it is one; no where the system refuses to look, for then the loader says why."""
    return _there(path) and path.is_dir()


def _there(path: Path) -> bool:
    try:
        return path.exists()
    except OSError:  # a name that is too long, say
        return False
