"""Paths as they are typed, pasted and dragged: what is meant, and how one goes on."""

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from shenyue.patterns import compiled

_QUOTES = "'\""
_ESCAPED = compiled(r"\\(.)")


def path_of(typed: str) -> Path:
    """The file that is meant; terminals put quotes round a dragged file, or a backslash before each blank of it, or write a file URL."""
    words = typed.strip().strip(_QUOTES)
    if words.startswith("file://"):
        words = unquote(urlsplit(words).path)
    path, bare = Path(words).expanduser(), Path(_ESCAPED.sub(r"\1", words)).expanduser()
    return bare if not path.exists() and bare.exists() else path


def completed(typed: str) -> tuple[str, tuple[str, ...]]:
    """The line taken as far as all files agree that it may go on to, and their names, folders with a stroke; as typed where none is."""
    words = typed.lstrip().lstrip(_QUOTES)
    folder, begun = os.path.split(words)
    names = tuple(sorted(_names(Path(folder).expanduser(), begun)))
    if not names:
        return typed, ()
    agreed = os.path.commonprefix(names)  # noqa: RUF071 - names, of which letters are wanted
    return os.path.join(folder, agreed), names  # noqa: PTH118 - a Path would swallow ./ and the last stroke


def real(path: Path) -> str:
    """By which one file under two paths is known for one."""
    return os.path.realpath(path)


def _names(folder: Path, begun: str) -> list[str]:
    try:
        there = [one for one in folder.iterdir() if one.name.startswith(begun)]
        return [one.name + "/" * one.is_dir() for one in there if begun or not one.name.startswith(".")]
    except OSError:
        return []
