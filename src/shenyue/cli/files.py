"""Which files a command is about."""

from collections.abc import Iterable
from pathlib import Path

SUFFIXES = frozenset({".docx", ".docm", ".doc", ".wps", ".pdf", ".html", ".htm", ".txt", ".md"})
"""What is taken from a folder; a file that is named is always tried."""


def expand(paths: Iterable[Path]) -> tuple[Path, ...]:
    """The files to review: folders are replaced by the reports below them, by name; hidden and temporary files are left out."""
    files: dict[Path, None] = {}
    for path in paths:
        for file in _below(path) if is_folder(path) else (path,):
            files.setdefault(file)
    return tuple(files)


def _below(folder: Path) -> list[Path]:
    found = [
        file
        for file in sorted(folder.rglob("*"))
        if file.suffix.lower() in SUFFIXES and not file.name.startswith((".", "~$"))
    ]
    return [file for file in found if file.is_file()] or [folder]


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
