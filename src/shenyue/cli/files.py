"""Which files a command is about."""

import os
from collections.abc import Iterable
from pathlib import Path

SUFFIXES = frozenset(
    {".docx", ".docm", ".html", ".htm", ".shtml", ".xhtml", ".txt", ".md", ".markdown"}
    | {".doc", ".wps", ".pdf", ".rtf", ".odt", ".ofd", ".mht", ".mhtml"}
    | {".zip", ".rar", ".7z"}
)
"""What is taken from a folder, all but the first line to say at least that it could not be read; a file that is named is always tried."""
_PICTURES = frozenset({".jpg", ".jpeg", ".png", ".bmp", ".gif", ".tif", ".tiff", ".webp"})
"""Taken as well, for a report may have been photographed; but not from the folder that a browser puts beside a page."""
_OF_A_PAGE = ("_files", ".files")


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
    reports = [file for file in files if _may_be_report(file) and file.is_file()]
    return sorted([*reports, *closed]) or [folder]


def _may_be_report(file: Path) -> bool:
    suffix = file.suffix.lower()
    return suffix in SUFFIXES or (suffix in _PICTURES and not file.parent.name.endswith(_OF_A_PAGE))


def looks_like_files(word: str) -> bool:
    """Whether a first word that is no command names a file or folder to review."""
    return any(sign in word for sign in "./\\") or is_there(Path(word))


def is_folder(path: Path) -> bool:
    """Whether it is one; no where the system refuses to look, for then the loader says why."""
    return is_there(path) and path.is_dir()


def is_there(path: Path) -> bool:
    """Whether there is such a file or folder."""
    try:
        return path.exists()
    except OSError:  # a name that is too long, say
        return False
